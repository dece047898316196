import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
// @ts-expect-error The rig is plain JavaScript.
import { detectorIndex } from '../../rig/generate.mjs';
import { type Detector, peek } from '../../src/core/detectors/detector';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import type { Source } from '../../src/core/model';
import { createScanner, type Scanner } from '../../src/core/scan';
import { leastCpuTime } from '../cpuTime';

const places: Readonly<Record<string, (hit: string) => string>> = {
  alone: hit => hit,
  'in the middle of a file, behind an emoji and again in the next line': hit =>
    `${'const answer = 42;\r\n'.repeat(40)}👩‍💻 ${hit} 👍\r\n${hit}\r\n${'// done.\r\n'.repeat(40)}`,
  'in escaped JSON': hit => JSON.stringify({ text: `see:\n${hit}\nbye` }),
};

describe('detectors', () => {
  it('are listed in a fresh index', () => {
    const index = readFileSync(new URL('../../src/core/detectors/index.ts', import.meta.url), 'utf8');
    assert.equal(index, detectorIndex(), 'run `node rig/generate.mjs`');
  });

  it('have ids of their own', () => {
    const ids = detectors.map(it => it.id);
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
    );
  });

  for (const detector of detectors) describe(detector.id, () => battery(detector));
});

/** Everything every detector goes through. */
function battery(detector: Detector): void {
  it('is well formed', () => {
    assert.match(detector.id, /^(?:secret|pii)\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    assert.ok(detector.hits.length >= 3 && detector.misses.length >= 3, 'three hits and three misses at least');
    for (const word of detector.keywords) assert.match(word, /^[\x20-\x40\x5b-\x7e\u0080-\uffff]+$/);
    assert.ok((detector.lead ?? 0) <= peek);
    assert.deepEqual(unbounded(detector.pattern.source), [], 'every quantifier is bounded');
  });

  it('finds each hit in each place', () => {
    for (const [place, put] of Object.entries(places))
      for (const [at, hit] of detector.hits.entries())
        check(detector, put(sample(hit, at + 1)), `hit ${at + 1} ${place}`);
  });

  it('leaves each miss alone', () => {
    for (const [at, miss] of detector.misses.entries()) check(detector, sample(miss, at + 1), `miss ${at + 1}`);
  });

  it('takes linear time on hostile text', () => {
    for (const text of hostile(detector)) {
      const took = leastCpuTime(400, () => scannerOf(detector).scan(text, sourceOf(detector)));
      assert.ok(took < 400, `${text.length} units took ${Math.round(took)} ms`);
    }
  });
}

/** Scans a text whose secrets are marked ‹…› and compares where the detector's findings stand. */
function check(detector: Detector, marked: string, name: string): void {
  const { text, spans } = unmark(marked);
  const { findings, faults } = scannerOf(detector).scan(text, sourceOf(detector));
  assert.deepEqual(faults, []);
  assert.deepEqual(
    findings.map(it => [it.start, it.end]),
    spans,
    name,
  );
}

function unmark(marked: string): { text: string; spans: number[][] } {
  const parts = marked.split(/[‹›]/);
  const spans: number[][] = [];
  let at = 0;
  parts.forEach((part, index) => {
    if (index % 2 === 1) spans.push([at, at + part.length]);
    at += part.length;
  });
  return { text: parts.join(''), spans };
}

/** In a program nothing is watched for that only whole texts tell, and which would be built for each detector anew. */
function sourceOf({ id }: Detector): Source | undefined {
  return ofTexts.has(id) ? undefined : { path: 'program.ts' };
}

/** Those that judge a text's sentences or settings otherwise than a program's. */
const ofTexts = new Set(['secret/generic', 'secret/noted-login', 'secret/told-password', 'secret/told-token']);

let made: { readonly detector: Detector; readonly scanner: Scanner } | undefined;

/** Tests of one detector follow each other, so that one scanner serves them all. */
function scannerOf(detector: Detector): Scanner {
  if (made?.detector !== detector)
    made = { detector, scanner: createScanner({ fingerprint: () => '0'.repeat(16), detectors: [detector] }) };
  return made.scanner;
}

/** Texts that make a careless pattern backtrack: its keyword and its beginnings, over and over. */
function hostile(detector: Detector): string[] {
  const word = detector.keywords[0] ?? '';
  const hit = sample(detector.hits[0] ?? '', 1).replace(/[‹›]/g, '');
  return [
    word,
    `${word} `,
    `${word}=`,
    `${word}"`,
    `${word}\\`,
    hit.slice(0, -1),
    hit.slice(0, hit.length >> 1),
    `${word}${'a1'.repeat(200)}`,
  ].map(part => part.repeat(Math.ceil(5_000 / part.length)));
}

/** The quantifiers of a pattern that know no upper bound. */
function unbounded(source: string): string[] {
  const bare = source.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');
  return bare.match(/[*+]|\{\d+,\}/g) ?? [];
}
