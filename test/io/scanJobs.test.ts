import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { sample } from '../../src/core/detectors/sample';
import { openWorkspace, type Workspace } from '../../src/io/openWorkspace';
import type { CrewOptions } from '../../src/io/scanCrew';
import type { Outcome, ScanJob } from '../../src/io/scanJob';
import { scanJobs } from '../../src/io/scanJobs';

describe('scanning in threads', () => {
  const base = mkdtempSync(join(tmpdir(), 'lockside-threads-'));
  const folder = join(base, 'work');
  const script = join(base, 'scanWorker.js');
  let workspace: Workspace;

  before(() => {
    mkdirSync(folder);
    process.env.LOCKSIDE_STATE = join(base, 'state');
    buildSync({
      entryPoints: [join(__dirname, '../../src/scanWorker.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      external: ['@napi-rs/keyring'],
      logLevel: 'error',
    });
    workspace = openWorkspace({ cwd: folder });
  });
  after(() => {
    delete process.env.LOCKSIDE_STATE;
    rmSync(base, { recursive: true });
  });

  /** Files with a token in every seventh, one that is binary and one that isn't there. */
  const jobs = (count: number): (ScanJob | Outcome)[] => {
    const all = Array.from({ length: count }, (_, at): ScanJob | Outcome => {
      const name = `f${at}.txt`;
      const text = at % 7 ? `line ${at}\n` : `a\nkey ${sample('ghp_{alnum:30}{crc62:6}', at)}\n`;
      if (at % 5 === 0) return { file: name, path: name, from: Buffer.from(at === 10 ? '\0' : text) };
      writeFileSync(join(folder, name), text);
      return { file: name, path: name, from: join(folder, at === 11 ? 'nosuch' : name) };
    });
    all.splice(3, 0, { skipped: 'link', file: 'link' });
    return all;
  };
  const run = async (items: (ScanJob | Outcome)[], options: Partial<CrewOptions>) => {
    const outcomes: Outcome[] = [];
    for await (const outcome of scanJobs(items, workspace, { script, alone: 0, ...options })) outcomes.push(outcome);
    return outcomes;
  };
  const faultsOf = (outcomes: readonly Outcome[]) =>
    outcomes.flatMap(one => ('fault' in one ? [`${one.fault.where} ${one.fault.code}`] : []));

  it('comes to the same, in the same order, with any number of them', async () => {
    const items = jobs(1000);
    const alone = await run(items, { threads: 1 });
    assert.equal(alone.length, 1001);
    assert.deepEqual(alone[3], { skipped: 'link', file: 'link' });
    assert.deepEqual(alone[11], { skipped: 'binary', file: 'f10.txt' });
    assert.deepEqual(faultsOf(alone), ['f11.txt unreadable']);
    assert.equal(alone.filter(one => 'report' in one && one.report.findings.length === 1).length, 143);
    assert.deepEqual(await run(items, { threads: 3 }), alone);
  });

  it('makes a fault of what a thread ends at, and scans the rest', async () => {
    const deadly = crewOf('if (/f(500|700)\\./.test(job.file)) process.exit(1);');
    const items = jobs(1000);
    const [alone, outcomes] = [await run(items, { threads: 1 }), await run(items, { threads: 3, script: deadly })];
    const lost = faultsOf(outcomes).filter(it => it.endsWith('detector'));
    assert.deepEqual(
      lost.filter(it => !/^f(500|700)\.txt detector$/.test(it)),
      [],
    );
    assert.ok(lost.length > 0, 'a thread came to one of them');
    const same = outcomes.filter((one, at) => isSame(one, alone[at]!));
    assert.equal(same.length, 1001 - lost.length);
  });

  it('ends a thread that hangs', async () => {
    const hanging = crewOf('if (/f(500|700)\\./.test(job.file)) for (;;);');
    const outcomes = await run(jobs(1000), { threads: 3, script: hanging, patience: 2500 });
    assert.equal(outcomes.length, 1001);
    const lost = faultsOf(outcomes).filter(it => it.endsWith('timeout'));
    assert.ok(lost.length > 0 && lost.every(it => /^f(500|700)\.txt timeout$/.test(it)), lost.join());
  });

  it('goes on alone where threads can not be had', async () => {
    const items = jobs(300);
    const outcomes = await run(items, { threads: 3, script: join(base, 'nosuch.js') });
    assert.deepEqual(outcomes, await run(items, { threads: 1 }));
  });

  it('ends its threads when it is stopped early', async () => {
    let given = 0;
    const endless = function* () {
      for (; ; given++) yield* jobs(1);
    };
    for await (const outcome of scanJobs(endless(), workspace, { script, alone: 0, threads: 3 })) {
      assert.ok('report' in outcome || 'skipped' in outcome);
      if (given > 2000) break;
    }
    assert.ok(given < 5000, 'little is taken ahead');
  });

  /** A thread's script that does something more before each job. */
  function crewOf(trap: string): string {
    const file = join(base, `trap${trap.length}.js`);
    writeFileSync(
      file,
      `const { parentPort, workerData } = require('node:worker_threads');
       const beat = new Int32Array(workerData.beat);
       const real = parentPort.on;
       parentPort.on = (event, listener) => real.call(parentPort, event, jobs => {
         for (const [at, job] of jobs.entries()) { Atomics.store(beat, 0, at); Atomics.add(beat, 1, 1); ${trap} }
         listener(jobs);
       });
       require('./scanWorker.js');`,
    );
    return file;
  }
});

function isSame(one: Outcome, other: Outcome): boolean {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
}
