import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Corpus, fetchCorpus, sampleOf } from './corpus';
import { type Cost, measure, median, medianCost } from './measure';
import { type Contender, installPeers, pipIn } from './peers';
import { printTable } from './table';

/**
 * Measures the scan beside other scanners, in one run, on ordinary code; prints what each costs and how often it cries, and which
 * goals are met. `--repeat` sets the rounds, `--only` names some of the tools, `--list-alarms` writes down our alarms, masked.
 */
const { values: options } = parseArgs({
  options: {
    repeat: { type: 'string', default: '3' },
    only: { type: 'string' },
    'list-alarms': { type: 'string' },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const home = join(root, 'out', 'peers');
const cli = join(root, 'dist', 'cli.js');
const state = mkdtempSync(join(tmpdir(), 'lockside-bench-'));

void main();

async function main(): Promise<void> {
  const { contenders, missing } = installPeers(home);
  for (const what of missing) console.log(`not installed: ${what}`);
  const corpus = fetchCorpus(join(home, 'corpus'), pipIn(home));
  describeCorpus(corpus);
  const wanted = options.only?.split(',');
  const all = [lockside(), ...contenders].filter(({ name }) => !wanted || wanted.includes(name));
  const results = race(all, corpus, Number(options.repeat));
  printResults(results, corpus.bytes / 1e6);
  printGoals(results, await timeBuffers(corpus));
  if (options['list-alarms']) listAlarms(corpus, options['list-alarms']);
  rmSync(state, { recursive: true });
}

interface Result extends Cost {
  readonly contender: Contender;
  readonly alarms: number | undefined;
  /** How much it read, in millions of bytes; costs are scaled up from there. */
  readonly megabytes: number;
}

function lockside(): Contender {
  return {
    name: 'lockside',
    version: '',
    command: folder => ({
      argv: [process.execPath, cli, 'scan', '--format', 'jsonl', folder],
      cwd: dirname(folder),
      env: { LOCKSIDE_STATE: state, LOCKSIDE_USER_SETTINGS: '' },
    }),
    alarms: stdout => alarmsOf(stdout).length,
  };
}

/** A row of our report, as far as it matters here. */
interface Row {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly detector: string;
  readonly tier: string;
  readonly reason: string;
}

/** What would be shown as an alarm: secrets that are certain or likely. */
function alarmsOf(stdout: string): Row[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Row)
    .filter(({ detector, tier }) => detector.startsWith('secret/') && tier !== 'possible');
}

/** Each tool in turn, then all again, so that a machine that slows down slows all of them. The first round only warms up. */
function race(all: readonly Contender[], { folder, bytes }: Corpus, rounds: number): Result[] {
  const costs = new Map<Contender, Cost[]>(all.map(one => [one, []]));
  const alarms = new Map<Contender, number>();
  const samples = new Map(all.map(one => [one, one.sample ? copyOfSample(folder, one.sample) : { folder, bytes }]));
  for (let round = 0; round <= rounds; round++) {
    for (const one of all) {
      // What takes minutes runs once.
      if (one.sample && round !== 1) continue;
      const target = samples.get(one)!;
      const run = measure(one.command(target.folder));
      process.stderr.write(`${one.name}, round ${round}: ${run.wall.toFixed(1)} s\n`);
      const scale = bytes / target.bytes;
      if (round > 0) costs.get(one)!.push({ ...run, wall: run.wall * scale, cpu: run.cpu * scale });
      if (one.alarms) alarms.set(one, one.alarms(run.stdout));
    }
  }
  return all.map(contender => ({
    contender,
    ...medianCost(costs.get(contender)!),
    alarms: alarms.get(contender),
    megabytes: samples.get(contender)!.bytes / 1e6,
  }));
}

/** A part of the corpus, in a folder of its own. */
function copyOfSample(folder: string, bytes: number): { folder: string; bytes: number } {
  const target = join(folder, '..', `sample-${bytes}`);
  rmSync(target, { recursive: true, force: true });
  const sample = sampleOf(folder, bytes);
  for (const name of sample.names) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    cpSync(join(folder, name), join(target, name));
  }
  return { folder: target, bytes: sample.bytes };
}

function describeCorpus({ bytes, files, kinds }: Corpus): void {
  const most = kinds.slice(0, 14).map(([kind, size]) => `${kind} ${size.toFixed(0)}`);
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB in ${files} files (${most.join(', ')}); ${cpus().length} cores, Node ${process.version}`,
  );
}

function printResults(results: readonly Result[], size: number): void {
  const kingfisher = named(results, 'kingfisher');
  const cat = named(results, 'cat');
  const ratio = (one: number, other: number | undefined) => (other === undefined ? '' : (one / other).toFixed(2));
  const table = results.map(({ contender, wall, cpu, memory, alarms, megabytes }) => ({
    tool:
      `${contender.name} ${contender.version}`.trim() +
      (contender.sample ? ` (scaled from ${megabytes.toFixed(0)} MB)` : ''),
    'wall s': wall.toFixed(2),
    'CPU s': cpu.toFixed(2),
    'MB/s': (size / wall).toFixed(0),
    'MB peak': (memory / 1e6).toFixed(0),
    'wall : kingfisher': ratio(wall, kingfisher?.wall),
    'CPU : kingfisher': ratio(cpu, kingfisher?.cpu),
    'wall : cat': ratio(wall, cat?.wall),
    'CPU : cat': ratio(cpu, cat?.cpu),
    alarms: alarms ?? '',
    'alarms per MB': alarms === undefined ? '' : (alarms / megabytes).toFixed(3),
  }));
  printTable(table);
}

/** Milliseconds on a clean buffer of 50 KB, in a warm process. */
interface Buffers {
  readonly ours: number;
  /** The same text without a path, as a prompt is: then records and instructions to a model are looked for too. */
  readonly asPrompt: number;
  readonly secretlint?: number;
}

async function timeBuffers(corpus: Corpus): Promise<Buffers> {
  const text = cleanBuffer(corpus);
  const { createScanner } = await import('../../src/core/scan');
  const scanner = createScanner({ fingerprint: () => '0'.repeat(16), now: () => performance.now() });
  // With a path, as the editor and secretlint have one.
  const ours = await timed(() => scanner.scan(text, { path: 'a.js' }));
  const asPrompt = await timed(() => scanner.scan(text));
  const modules = join(home, 'secretlint', 'node_modules', '@secretlint');
  if (!existsSync(modules)) return { ours, asPrompt };
  const { lintSource } = await load(join(modules, 'core'));
  const { creator } = await load(join(modules, 'secretlint-rule-preset-recommend'));
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };
  const source = { filePath: 'a.js', content: text, ext: '.js', contentType: 'text' };
  return { ours, asPrompt, secretlint: await timed(() => lintSource({ source, options: { config } })) };
}

/** A package that isn't among ours, so that its types are unknown. */
async function load(folder: string): Promise<Readonly<Record<'lintSource' | 'creator', (input: unknown) => unknown>>> {
  const { main = 'index.js' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main?: string };
  return (await import(join(folder, main))) as Readonly<Record<'lintSource' | 'creator', (input: unknown) => unknown>>;
}

/** Ordinary code without findings: as much of react-dom's as fills it. */
function cleanBuffer(corpus: Corpus): string {
  const file = join(corpus.folder, 'npm', 'react-dom', 'cjs', 'react-dom-client.development.js');
  return readFileSync(file, 'utf8').slice(0, 50 * 1024);
}

async function timed(task: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 400; round++) {
    const began = performance.now();
    await task();
    if (round >= 200) times.push(performance.now() - began);
  }
  return median(times);
}

function printGoals(results: readonly Result[], { ours: buffer, asPrompt, secretlint: theirBuffer }: Buffers): void {
  const ours = named(results, 'lockside');
  const kingfisher = named(results, 'kingfisher');
  const secretlint = named(results, 'secretlint');
  const goal = (what: string, value: number | undefined, limit: number, more = '') =>
    console.log(
      value === undefined
        ? `not measured: ${what}`
        : `${value <= limit ? 'met    ' : 'NOT MET'} ${what}: ${value.toFixed(3)}, at most ${limit}${more}`,
    );
  const over = (one: number | undefined, other: number | undefined) =>
    one === undefined || other === undefined ? undefined : one / other;
  goal('CPU, of kingfisher', over(ours?.cpu, kingfisher?.cpu), 0.8);
  goal('wall, of kingfisher', over(ours?.wall, kingfisher?.wall), 0.8);
  goal('CPU, of secretlint', over(ours?.cpu, secretlint?.cpu), 0.1);
  goal('peak memory, MB', ours && ours.memory / 1e6, 250);
  goal('clean 50 KB buffer, ms', buffer, 0.3, theirBuffer ? `; @secretlint/core ${theirBuffer.toFixed(2)}` : '');
  console.log(`        the same as a prompt: ${asPrompt.toFixed(3)} ms`);
  goal('alarms per MB', over(ours?.alarms, ours?.megabytes), 0.05);
}

function named(results: readonly Result[], name: string): Result | undefined {
  return results.find(({ contender }) => contender.name === name);
}

/** `path:line detector tier masked reason`, for people who look for false alarms. */
function listAlarms(corpus: Corpus, file: string): void {
  const rows = alarmsOf(measure(lockside().command(corpus.folder)).stdout);
  writeFileSync(file, rows.map(row => `${tellAlarm(corpus, row)}\n`).join(''));
  console.log(`${rows.length} alarms in ${file}`);
}

function tellAlarm(corpus: Corpus, { file, line, start, end, detector, tier, reason }: Row): string {
  const value = readFileSync(join(dirname(corpus.folder), file), 'utf8')
    .replace(/^\uFEFF/, '')
    .slice(start, end);
  return `${file}:${line} ${detector} ${tier} ${value.slice(0, 3)}…${value.length} ${reason}`;
}
