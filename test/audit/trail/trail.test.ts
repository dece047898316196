import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { makeCheckpoint, type SignedCheckpoint } from '../../../src/audit/trail/checkpoint';
import { openTrail, type TrailOptions } from '../../../src/audit/trail/openTrail';
import { eventsOf, readSegment, segmentsIn } from '../../../src/audit/trail/readTrail';
import { verifyTrail } from '../../../src/audit/trail/verifyTrail';
import { withLockAtOnce } from '../../../src/io/withLock';
import { rounds } from '../../rounds';
import { auditRecord } from './auditRecord';

/** `npm run test:trail` makes two hundred. */
const kills = rounds(4);
const brief = { exclusively: withLockAtOnce };

describe('the audit trail', () => {
  let base: string;
  let folder: string;
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'lockside-trail-'));
    folder = join(base, 'trail');
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it('keeps every decision, without a value, and finds nothing wrong with itself', () => {
    write(['pii/email', 'secret/jwt', 'fault/timeout']);
    write(['secret/jwt'], brief);
    write(['pii/phone'], brief);
    const segments = segmentsIn(folder).map(id => readSegment(folder, id));
    assert.deepEqual(segments.flatMap(segment => eventsOf(segment).map(({ detector }) => detector)).sort(), [
      'fault/timeout',
      'pii/email',
      'pii/phone',
      'secret/jwt',
      'secret/jwt',
    ]);
    const event = segments.flatMap(segment => eventsOf(segment)).find(({ detector }) => detector === 'pii/email')!;
    assert.deepEqual(
      [event.destination, event.workspace, event.writer, event.time],
      ['model:copilot/gpt-5', 'shop', 'editor', '2026-06-15T10:00:00.000Z'],
    );
    const { defects, notes, events } = verifyTrail(folder);
    assert.deepEqual([defects, events, notes.length], [[], 5, 1]);
    checkpoint();
    assert.deepEqual(verifyTrail(folder).notes, []);
  });

  it('goes on in a new segment, which knows the ones before', () => {
    for (let n = 0; n < 3; n++)
      write(
        Array.from({ length: 40 }, () => 'pii/email'),
        { rotateAt: 5000 },
      );
    assert.ok(segmentsIn(folder).length >= 3);
    const known = segmentsIn(folder).map(id => Object.keys(readSegment(folder, id).header!.others).length);
    assert.deepEqual(known.sort(), [...known.keys()]);
    assert.deepEqual(verifyTrail(folder).defects, []);
  });

  describe('shows', () => {
    let anchor: SignedCheckpoint;
    beforeEach(() => {
      write(Array.from({ length: 20 }, (_, n) => `pii/kind-${n}`));
      write(Array.from({ length: 20 }, (_, n) => `secret/kind-${n}`));
      anchor = checkpoint();
    });

    it('an event that was edited', () => {
      tamper(lines => lines.map((line, at) => (at === 7 ? line.replace('redact', 'allow') : line)));
      assert.match(defects(), /line 9 does not follow line 8/);
    });

    it('the last event edited', () => {
      tamper(lines => lines.map((line, at) => (at === lines.length - 1 ? line.replace('redact', 'allow') : line)));
      assert.match(defects(), /not what checkpoint 1 has signed/);
    });

    it('an event that was taken out', () => {
      tamper(lines => lines.filter((_, at) => at !== 7));
      assert.match(defects(), /line 8 does not follow line 7/);
    });

    it('an end that was cut off', () => {
      tamper(lines => lines.slice(0, -3));
      assert.match(defects(), /checkpoint 1 has 21 lines, there are 18/);
    });

    it('a segment that is gone', () => {
      rmSync(join(folder, `${segmentsIn(folder)[0]}.trail.jsonl`));
      assert.match(defects(), /the segment is gone/);
    });

    it('a trail that was rewritten from the beginning, by what was kept elsewhere', () => {
      rmSync(folder, { recursive: true });
      write(['pii/email']);
      checkpoint();
      assert.equal(defects(), '');
      assert.match(defects([anchor]), /the segment is gone, and anchor 1[\s\S]*the trail has no such checkpoint/);
    });

    it('a checkpoint that was changed', () => {
      const file = join(folder, 'checkpoints.jsonl');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"lines":21', '"lines":20'));
      assert.match(defects(), /signature is not one of what it says/);
    });
  });

  it('is in a state that is told where nothing can be written, and says later how much is missing', () => {
    writeFileSync(folder, 'a file where the folder should be');
    const trail = openTrail(options());
    trail.record([auditRecord('pii/email'), auditRecord('pii/phone')]);
    trail.record([auditRecord('pii/email')]);
    assert.deepEqual(trail.state()?.lost, 3);
    rmSync(folder);
    trail.record([auditRecord('secret/jwt')]);
    trail.close();
    assert.equal(trail.state(), undefined);
    const events = eventsOf(readSegment(folder, segmentsIn(folder)[0]!));
    assert.deepEqual(
      events.map(({ detector, count }) => [detector, count]),
      [
        ['fault/trail-gap', 3],
        ['secret/jwt', undefined],
      ],
    );
  });

  it('tells that a disk is full, and what is missing when there is room again', function () {
    mkdirSync(folder);
    const mounted = kills > 4 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
    if (!mounted) {
      console.log(
        `      skipped: ${kills > 4 ? 'a small file system can be mounted by root alone' : 'npm run test:trail fills a disk'}`,
      );
      this.skip();
    }
    try {
      const trail = openTrail(options());
      let recorded = 0;
      while (!trail.state() && recorded < 10_000) {
        trail.record([auditRecord('pii/email')]);
        recorded++;
      }
      trail.record([auditRecord('pii/phone'), auditRecord('pii/phone')]);
      const { error = '', lost = 0 } = trail.state() ?? {};
      assert.match(error, /ENOSPC/);
      assert.equal(lost, 3);
      assert.deepEqual([verifyTrail(folder).defects, verifyTrail(folder).events], [[], recorded - 1]);
      assert.equal(spawnSync('mount', ['-o', 'remount,size=256k', folder]).status, 0);
      trail.record([auditRecord('secret/jwt')]);
      assert.equal(trail.state(), undefined);
      trail.close();
      const last = eventsOf(readSegment(folder, segmentsIn(folder)[0]!)).slice(-2);
      assert.deepEqual(
        last.map(({ detector, count }) => [detector, count]),
        [
          ['fault/trail-gap', 3],
          ['secret/jwt', undefined],
        ],
      );
      assert.deepEqual(verifyTrail(folder).defects, []);
      console.log(`      a disk of 64 kB was full after ${recorded - 1} events, 3 of them are told as missing`);
    } finally {
      spawnSync('umount', [folder]);
    }
  });

  it('takes half a line of a dead writer away, where it goes on', () => {
    write(['pii/email'], brief);
    const file = join(folder, `${segmentsIn(folder)[0]}.trail.jsonl`);
    writeFileSync(file, '{"action":"red', { flag: 'a' });
    assert.deepEqual([verifyTrail(folder).defects, verifyTrail(folder).notes.length], [[], 2]);
    write(['pii/phone'], brief);
    assert.deepEqual([verifyTrail(folder).defects, verifyTrail(folder).events], [[], 2]);
  });

  it('takes hostile files for what they are', () => {
    write(['pii/email']);
    writeFileSync(join(folder, 'a.trail.jsonl'), '\n\n{}\n[1]\n{"__proto__":1,"previous":"x"}\n');
    writeFileSync(join(folder, 'b.trail.jsonl'), '');
    const { defects } = verifyTrail(folder);
    assert.ok(defects.some(one => one.startsWith('a: line 1')) && defects.some(one => one.startsWith('b: line 1')));
  });

  it('loses no acknowledged event of writers that are killed, and bears two at once', async function () {
    this.timeout(60_000 + kills * 10_000);
    const program = bundleWriter();
    const total = { acknowledged: 0, kept: 0, lost: 0, torn: 0 };
    // What is verified grows with each kill, so that each ten begin anew.
    for (let from = 0; from < kills; from += 10) {
      const acknowledged = new Map<number, number>();
      for (let round = from; round < Math.min(from + 10, kills); round++)
        for (const { pid, count } of await killTwo(program, (round * 37) % 200)) acknowledged.set(pid, count);
      const { defects, notes, events } = verifyTrail(folder);
      assert.deepEqual(defects, []);
      const missing = missingOf(acknowledged);
      assert.deepEqual(missing, []);
      total.acknowledged += [...acknowledged.values()].reduce((sum, count) => sum + count, 0);
      total.kept += events;
      total.lost += missing.length;
      total.torn += notes.filter(note => note.includes('died in its last line')).length;
      rmSync(folder, { recursive: true });
    }
    assert.ok(total.acknowledged > 0);
    console.log(
      `      ${2 * kills} writers killed: ${total.acknowledged} events acknowledged, ${total.lost} of them lost, ${total.kept} kept, ${total.torn} segments with a torn end, all told`,
    );
  });

  it('waits for no lock of the dead, and breaks none of the living', async () => {
    const program = bundleWriter();
    mkdirSync(folder);
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const lock = join(folder, 'lock');
    writeFileSync(lock, `${dead} ${hostname()}`);
    const began = performance.now();
    write(['pii/email'], brief);
    assert.ok(performance.now() - began < 4000, 'it did not wait until the lock was old');
    writeFileSync(lock, `${process.pid} ${hostname()}`);
    const { begun, child, done } = runWriter(program, 'hook', 'brief', '3');
    await Promise.race([begun, sleep(300)]);
    assert.equal(verifyTrail(folder).events, 1, 'it waits for whoever lives');
    rmSync(lock);
    assert.deepEqual([await done, child.exitCode], [3, 0]);
    assert.deepEqual([verifyTrail(folder).events, verifyTrail(folder).defects], [4, []]);
  });

  /** A brief writer shares its segment with the next one, which has to mend what it left behind. */
  async function killTwo(program: string, wait: number): Promise<{ pid: number; count: number }[]> {
    const kinds = [
      ['editor', 'lasting'],
      ['hook', 'brief'],
    ] as const;
    const writers = kinds.map(([writer, kind]) => runWriter(program, writer, kind));
    await Promise.all(writers.map(({ begun }) => begun));
    await sleep(wait);
    for (const { child } of writers) child.kill('SIGKILL');
    return Promise.all(writers.map(async ({ child, done }) => ({ pid: child.pid!, count: await done })));
  }

  /** The acknowledged events that are not there, or not in their order: each has its writer's process and its number. */
  function missingOf(acknowledged: ReadonlyMap<number, number>): string[] {
    const reached = new Map<number, number>();
    for (const id of segmentsIn(folder))
      for (const { fingerprint } of eventsOf(readSegment(folder, id))) {
        const [pid = 0, number] = fingerprint.split('-').map(Number);
        if (number === (reached.get(pid) ?? 0) + 1) reached.set(pid, number);
      }
    return [...acknowledged].flatMap(([pid, count]) => {
      const found = reached.get(pid) ?? 0;
      return Array.from({ length: Math.max(0, count - found) }, (_, index) => `${pid}-${found + index + 1}`);
    });
  }

  function options(more: Partial<TrailOptions> = {}): TrailOptions {
    const surroundings = { writer: more.exclusively ? 'hook' : 'editor', workspace: 'shop' };
    return { folder, surroundings, now: () => Date.UTC(2026, 5, 15, 10), ...more };
  }

  function write(detectors: readonly string[], more: Partial<TrailOptions> = {}): void {
    const trail = openTrail(options(more));
    for (const detector of detectors) trail.record([auditRecord(detector)]);
    assert.equal(trail.state(), undefined);
    trail.close();
  }

  function checkpoint(): SignedCheckpoint {
    return makeCheckpoint(folder, join(base, 'checkpoint.key'), '2026-06-15T11:00:00.000Z');
  }

  function tamper(change: (lines: string[]) => string[]): void {
    const file = join(
      folder,
      `${segmentsIn(folder).find(id => readFileSync(join(folder, `${id}.trail.jsonl`), 'utf8').includes('pii/'))}.trail.jsonl`,
    );
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    writeFileSync(
      file,
      change(lines)
        .map(line => `${line}\n`)
        .join(''),
    );
  }

  function defects(anchors: readonly SignedCheckpoint[] = []): string {
    return verifyTrail(folder, anchors).defects.join('\n');
  }

  function bundleWriter(): string {
    const outfile = join(base, 'writer.cjs');
    const entryPoints = [join(__dirname, 'writer.ts')];
    buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    return outfile;
  }

  function runWriter(program: string, writer: string, kind: string, count = '1e9') {
    const args = [program, folder, writer, kind, count];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', data => {
      output += data;
    });
    const begun = new Promise<void>(resolve => child.stdout.once('data', () => resolve()));
    const done = new Promise<number>(resolve =>
      child.on('close', () => resolve(Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1)))),
    );
    return { child, begun, done };
  }
});
