import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createLook } from '../../src/core/look';
import type { ScanResult } from '../../src/core/model';
import { createRestorer, createVault, restore } from '../../src/core/placeholders';
import { redact } from '../../src/core/redact';
import { createScanner } from '../../src/core/scan';
import { createTexts, edit, type Hostile } from './hostileTexts';
import { createRandom } from './random';
import { sourceFiles } from './sourceFiles';

/**
 * Scans random and hostile texts for `--minutes`: nothing may throw, no span may lie outside its text, a scan after edits must say
 * what a scan says, redaction must restore each byte, and no text may take more than 20 times the median per unit.
 */
const { values: options } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(options.seed ?? Date.now() % 1_000_000_000);
const end = Date.now() + Number(options.minutes) * 60_000;
const length = 24_000;
const most = 20;

interface Timed {
  readonly kind: string;
  readonly seed: number;
  readonly scan: number;
  readonly look: number;
}

const scanner = createScanner({ fingerprint: (id, value) => `${id} ${value.length}` });
const sources = sourceFiles(/\.(?:[cm]?[jt]s|json|md|ya?ml|py|css|html)$/)
  .filter(({ size }) => size > length && size < 2_000_000)
  .map(({ path }) => path);
console.log(`seed ${seed}, ${options.minutes} minutes, ${sources.length} source files`);
process.exitCode = run() ? 0 : 1;

function run(): boolean {
  const timed: Timed[] = [];
  let broken = 0;
  for (let round = 0; Date.now() < end; round++) {
    const text = make(seed + round);
    if (options.only && !text.kind.includes(options.only)) continue;
    try {
      const times = check(text, seed + round);
      // What comes first is slow for other reasons.
      if (round > 200) timed.push({ kind: text.kind, seed: seed + round, ...times });
    } catch (error) {
      broken++;
      const message = error instanceof assert.AssertionError ? error.message.split('\n')[0] : String(error);
      console.log(`BROKEN ${text.kind} (--seed ${seed + round}): ${message?.slice(0, 200)}`);
    }
  }
  console.log(`${timed.length} texts of ${length} units, ${broken} broken`);
  const slow = [...judgeTimes(timed, 'scan', text => scanner.scan(text)), ...judgeTimes(timed, 'look', lookAt)];
  for (const line of slow) console.log(line);
  return broken === 0 && slow.length === 0;
}

function make(ownSeed: number): Hostile {
  const random = createRandom(ownSeed);
  const some = Array.from({ length: 2 }, () => readFileSync(random.pick(sources), 'utf8'));
  return createTexts(some, length, random)();
}

function lookAt(text: string): { result: ScanResult; vault: ReturnType<typeof createVault> } {
  const vault = createVault();
  return { result: createLook(scanner, vault)(text), vault };
}

/** Everything that must hold for a text; returns the nanoseconds that a unit took. */
function check({ text }: Hostile, ownSeed: number): { scan: number; look: number } {
  let scanned: ScanResult | undefined;
  const scan = nanoseconds(text, () => {
    scanned = scanner.scan(text);
  });
  checkResult(text, scanned as ScanResult);
  checkRescan(text, scanned as ScanResult, ownSeed);
  let looked: ReturnType<typeof lookAt> | undefined;
  const look = nanoseconds(text, () => {
    looked = lookAt(text);
  });
  checkRedaction(text, looked as ReturnType<typeof lookAt>, ownSeed);
  return { scan, look };
}

/** What a unit takes, the better of two: the first time, expressions are compiled. */
function nanoseconds(text: string, task: () => void): number {
  const times = [0, 1].map(() => {
    const began = process.cpuUsage();
    task();
    return (process.cpuUsage(began).user * 1000) / text.length;
  });
  return Math.min(...times);
}

function checkResult(text: string, { findings, faults }: ScanResult): void {
  assert.deepEqual(faults, [], 'a fault');
  let from = 0;
  for (const finding of findings) {
    assert.ok(finding.start >= from, `${finding.detector} overlaps or is out of order`);
    assert.ok(finding.end > finding.start && finding.end <= text.length, `${finding.detector} lies outside the text`);
    from = finding.end;
  }
}

function checkRescan(text: string, scanned: ScanResult, ownSeed: number): void {
  const random = createRandom(ownSeed);
  for (let i = 0; i < 3; i++) {
    const change = edit(text, random);
    text = text.slice(0, change.start) + change.insert + text.slice(change.end);
    scanned = scanner.rescan(text, scanned, {
      start: change.start,
      oldEnd: change.end,
      newEnd: change.start + change.insert.length,
    });
    // The message of a comparison would show what it compares.
    assert.ok(same(scanned, scanner.scan(text)), `edit ${i + 1} is scanned otherwise than the whole text`);
  }
}

function same(one: ScanResult, other: ScanResult): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function checkRedaction(text: string, { result, vault }: ReturnType<typeof lookAt>, ownSeed: number): void {
  checkResult(text, result);
  const random = createRandom(ownSeed);
  const redacted = redact(text, result.findings, vault).text;
  assert.ok(restore(redacted, vault) === text, 'restoring gives another text');
  const restorer = createRestorer(vault);
  let streamed = '';
  for (let from = 0; from < redacted.length; ) {
    const to = from + 1 + random.below(random.pick([3, 40, 4000]));
    streamed += restorer.push(redacted.slice(from, to));
    from = to;
  }
  assert.ok(streamed + restorer.end() === text, 'restoring a stream gives another text');
}

/** Prints the slowest kinds; returns a line for each text that stays too slow when measured again. */
function judgeTimes(timed: readonly Timed[], what: 'scan' | 'look', task: (text: string) => unknown): string[] {
  const sorted = timed.map(it => it[what]).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  console.log(`\n${what}: median ${median.toFixed(1)} ns a unit; the slowest kinds:`);
  const slowest = new Map<string, Timed>();
  for (const one of timed) if (one[what] > (slowest.get(one.kind)?.[what] ?? 0)) slowest.set(one.kind, one);
  const ranked = [...slowest.values()].sort((a, b) => b[what] - a[what]);
  const again = (one: Timed) => {
    const { text } = make(one.seed);
    return Math.min(one[what], ...Array.from({ length: 3 }, () => nanoseconds(text, () => task(text))));
  };
  const measured = ranked
    .slice(0, 60)
    .map(one => ({ ...one, again: again(one) }))
    .sort((a, b) => b.again - a.again);
  for (const one of measured.slice(0, 20))
    console.log(`${(one.again / median).toFixed(1).padStart(6)} × median  ${one.kind} (--seed ${one.seed})`);
  return measured
    .filter(one => one.again > most * median)
    .map(one => `TOO SLOW ${what} ${one.kind} (--seed ${one.seed}): ${(one.again / median).toFixed(1)} × the median`);
}
