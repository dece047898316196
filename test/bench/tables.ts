import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allFakers } from '@faker-js/faker';
import { buildSync } from 'esbuild';
import { createGuard } from '../../src/core/guard';
import type { Substitute } from '../../src/core/model';
import { createVault, restore } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';
import { createFingerprinter } from '../../src/io/fingerprint';
import { type Format, makeRecords } from '../core/people';
import { printTable } from './table';

/**
 * Dense tables of people: what a scan, an edit, the way to a model and back cost, in CPU milliseconds of this process, collection of
 * garbage included. `npx tsx test/bench/tables.ts [format…]`; `ROWS` rows (10,000). `PEER` is a folder that has `@redactpii/node`
 * installed: it gets the same text. Run as it ships, in a bundle, because tsx makes every closure cost.
 */
const bundled = process.argv[1]?.endsWith('.cjs') === true;
const rows = Number(process.env.ROWS ?? 10_000);
const fingerprint = createFingerprinter({ salt: 'bench', root: '/bench', stateFolder: '/bench' });
const scanner = createScanner({ fingerprint });

if (bundled) run(process.argv.slice(2) as Format[]);
else bundle();

function run(formats: readonly Format[]): void {
  printTable((formats.length > 0 ? formats : (['csv', 'sql', 'json'] as const)).map(measure));
  peer();
}

function bundle(): void {
  const folder = mkdtempSync(join(tmpdir(), 'lockside-tables-'));
  const outfile = join(folder, 'tables.cjs');
  buildSync({
    entryPoints: [__filename],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['esbuild'],
  });
  const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_PATH: join(process.cwd(), 'node_modules') },
  });
  rmSync(folder, { recursive: true });
  process.exitCode = status ?? 1;
}

function measure(format: Format) {
  const { text, path } = made(format);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const leaving = { path, leaving: true };
  const scan = medianOf(5, () => scanner.scan(text, leaving));
  const before = scanner.scan(text, { path });
  const places = [0.3, 0.5, 0.7].map(share => text.indexOf('\n', Math.floor(text.length * share)) - 1);
  const edits = places.map(at => {
    const edited = Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`).toString();
    return cpuOf(() => scanner.rescan(edited, before, { start: at, oldEnd: at, newEnd: at + 1 }, { path })).cpu;
  });
  const placeholders = crossing(text, path, 'placeholder');
  const synthetic = crossing(text, path, 'synthetic');
  return {
    format,
    MB: megabytes.toFixed(2),
    findings: before.findings.length,
    'scan ms': scan.toFixed(0),
    'MB/s': (megabytes / (scan / 1000)).toFixed(1),
    rescan: middle(edits).toFixed(1),
    ...placeholders,
    'synthetic 1': synthetic['pass 1'],
    'synthetic 2': synthetic['pass 2'],
    'synthetic back': synthetic.restore,
  };
}

/** The way to a model with an empty vault, again with what that put into it, and the way back. */
function crossing(text: string, path: string, as: Substitute) {
  const vault = createVault();
  const policy = createPolicy(
    [{ layer: 'workspace', tightenOnly: false, rules: [{ detectors: ['pii/*'], action: 'redact', as }] }],
    '2026-01-01',
  );
  const guard = createGuard({ scanner, vault, policy: () => policy, audit: () => undefined });
  const pass = () =>
    guard.pass(text, { channel: 'model', destination: { kind: 'model', name: 'bench' }, source: { path } });
  const first = cpuOf(pass);
  const second = cpuOf(pass);
  const back = cpuOf(() => restore(first.result.text, vault));
  if (back.result !== text) console.log(`${path}, ${as}: restoring did not give the text back`);
  return { 'pass 1': ms(first), 'pass 2': ms(second), restore: ms(back) };
}

function ms({ cpu }: { readonly cpu: number }): string {
  return cpu.toFixed(0);
}

/** A string that was put together piece by piece is slow at its first reading. */
function made(format: Format): { text: string; path: string } {
  const faker = allFakers.en;
  faker.seed(11);
  const { text, path } = makeRecords(faker, format, rows);
  return { text: Buffer.from(text).toString(), path };
}

function peer(): void {
  const folder = process.env.PEER;
  if (!folder) return;
  const { Redactor } = createRequire(`${folder}/x.js`)('@redactpii/node') as {
    Redactor: new () => { redact(text: string): string };
  };
  const redactor = new Redactor();
  const { text } = made('csv');
  const cpu = medianOf(3, () => redactor.redact(text));
  console.log(`@redactpii/node on the same csv: ${(Buffer.byteLength(text) / 1e3 / cpu).toFixed(1)} MB/s`);
}

function medianOf(times: number, run: () => unknown): number {
  return middle(Array.from({ length: times }, () => cpuOf(run).cpu));
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Milliseconds of the process, so that what else the machine does counts little. */
function cpuOf<T>(run: () => T): { cpu: number; result: T } {
  const began = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(began);
  return { cpu: (user + system) / 1000, result };
}
