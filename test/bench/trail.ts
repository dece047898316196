// `npm run bench:trail`: a million events appended and verified, beside a plain append of the same bytes.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCheckpoint } from '../../src/audit/trail/checkpoint';
import { openTrail } from '../../src/audit/trail/openTrail';
import { segmentsIn } from '../../src/audit/trail/readTrail';
import { verifyTrail } from '../../src/audit/trail/verifyTrail';

const count = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'lockside-bench-trail-'));
const trail = openTrail({ folder: join(folder, 'trail'), surroundings: { writer: 'gateway', workspace: 'shop' } });
const record = (n: number) =>
  ({
    channel: 'gateway',
    destination: { kind: 'model', name: 'openai/gpt-5' },
    action: 'redact',
    layer: 'default',
    reason: 'rule 1: every detector',
    detector: 'secret/github-token',
    fingerprint: n.toString(16).padStart(16, '0'),
    placeholder: 'SECRET_GITHUB_TOKEN_1',
    path: 'src/a.ts',
  }) as const;

const appended = timed(() => {
  for (let n = 0; n < count; n++) trail.record([record(n)]);
});
trail.close();
if (trail.state()) throw new Error(trail.state()!.error);
const files = segmentsIn(join(folder, 'trail')).map(id => join(folder, 'trail', `${id}.trail.jsonl`));
const lines = files.flatMap(file => readFileSync(file, 'utf8').split('\n').slice(0, -1));
const plain = timed(() => {
  const descriptor = openSync(join(folder, 'plain.jsonl'), 'ax');
  for (const line of lines) writeSync(descriptor, `${line}\n`);
  closeSync(descriptor);
});
const sizes = files.reduce((sum, file) => sum + statSync(file).size, 0);
makeCheckpoint(join(folder, 'trail'), join(folder, 'key'), new Date().toISOString());
let verification: ReturnType<typeof verifyTrail> | undefined;
const verified = timed(() => {
  verification = verifyTrail(join(folder, 'trail'));
});
rmSync(folder, { recursive: true });
const rate = (seconds: number) => `${Math.round(count / seconds).toLocaleString('en')} events/s`;
console.log(`${count.toLocaleString('en')} events, ${(sizes / 1e6).toFixed(0)} MB in ${files.length} segments`);
console.log(`appended with chain  ${appended.toFixed(1)} s  ${rate(appended)}`);
console.log(`plain append         ${plain.toFixed(1)} s  ${rate(plain)}  (${(appended / plain).toFixed(2)} times)`);
console.log(`verified             ${verified.toFixed(1)} s  ${rate(verified)}`);
const found = verification!.events === count && verification!.defects.length === 0;
console.log(found ? 'every event is there, and no defect' : `${verification!.events} events, ${verification!.defects}`);
process.exitCode = found ? 0 : 1;

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
