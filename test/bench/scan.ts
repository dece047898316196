import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAutomaton } from '../../src/core/automaton';
import { detectors } from '../../src/core/detectors/index';
import { createScanner } from '../../src/core/scan';

/** Prints what scanning costs: making a scanner, a clean buffer, a file of 10,000 lines, one edit in it. */
const code = ordinaryCode(400 * 1024);
const started = performance.now();
const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });
report('the first scanner, cold', performance.now() - started);
const firstScan = performance.now();
scanner.scan(code.slice(0, 50 * 1024));
report('the first scan of 50 KB, cold', performance.now() - firstScan);

const words = [...new Set(detectors.flatMap(it => it.keywords))];
report(
  `a scanner of ${detectors.length} detectors and ${words.length} keywords`,
  median(() => createScanner({ fingerprint: () => '' }).scan('')),
);
const automaton = createAutomaton(words);
report(
  '50 KB of code, keywords alone',
  median(() => {
    const cursor = { at: 0, state: 0 };
    while (automaton.next(cursor, code, 50 * 1024));
  }),
);
report(
  '50 KB of code',
  median(() => scanner.scan(code.slice(0, 50 * 1024))),
);
report(
  '400 KB of code',
  median(() => scanner.scan(code)),
);
const lines = Array.from({ length: 10_000 }, (_, at) => `  const value${at} = compute(${at});`).join('\n');
report(
  '10,000 short lines',
  median(() => scanner.scan(lines)),
);
const before = scanner.scan(code);
report(
  'one edit in 400 KB',
  median(() => scanner.rescan(code, before, { start: 200_000, oldEnd: 200_000, newEnd: 200_001 })),
);
console.log(`findings in it: ${before.findings.map(it => `${it.detector} (${it.tier})`).join(', ') || 'none'}`);

function report(what: string, milliseconds: number): void {
  console.log(`${milliseconds.toFixed(2).padStart(8)} ms  ${what}`);
}

function median(task: () => unknown, runs = 31): number {
  for (let i = 0; i < runs; i++) task();
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    task();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[runs >> 1] as number;
}

/** Code of the packages that stand in node_modules, as much as asked for. */
function ordinaryCode(length: number): string {
  const root = fileURLToPath(new URL('../../node_modules/', import.meta.url));
  let text = '';
  for (const name of ['commander', 'ignore', 'mocha', 'minimatch', 'jsonc-parser', 'fast-check', 'playwright-core']) {
    for (const file of readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })) {
      const path = join(root, name, file);
      if (!/\.[cm]?[jt]s$/.test(file) || statSync(path).size > 100_000) continue;
      text += readFileSync(path, 'utf8');
      if (text.length > length) return text.slice(0, length);
    }
  }
  return text;
}
