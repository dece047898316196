import { gzipSync } from 'node:zlib';
import type { Detector } from '../../src/core/detectors/detector';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import type { Random } from './random';

/** A text to scan, and what it is made of. */
export interface Hostile {
  readonly kind: string;
  readonly text: string;
}

/** Makes texts of about `length` units: ordinary code, code with mistakes, and whatever a careless scanner stumbles over. */
export function createTexts(sources: readonly string[], length: number, random: Random): () => Hostile {
  const makers: readonly [weight: number, make: () => Hostile][] = [
    [4, () => ({ kind: 'source', text: slice(random.pick(sources), length, random) })],
    [3, () => ({ kind: 'mutated source', text: mutated(slice(random.pick(sources), length, random), random) })],
    [4, () => repeatedWord(length, random)],
    [2, () => repeatedHit(length, random)],
    [1, () => ({ kind: 'soup of keywords', text: grown(length, () => random.pick(words) + random.pick(separators)) })],
    [1, () => ({ kind: 'soup of half hits', text: grown(length, () => cut(anyHit(random), random)) })],
    [1, () => ({ kind: 'soup of hits', text: grown(length, () => anyHit(random) + random.pick(separators)) })],
    [1, () => soupBeforeValue(length, random)],
    [1, () => repeatedPieces(length, random)],
    [1, () => longRun(length, random)],
    [1, () => ({ kind: 'quotes and brackets', text: grown(length, () => random.pick(brackets)) })],
    [1, () => ({ kind: 'random units', text: units(length, 0x10000, random) })],
    [1, () => ({ kind: 'random ASCII', text: units(length, 128, random) })],
    [2, () => encoded(length, sources, random)],
  ];
  const bag = makers.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));
  return () => random.pick(bag)();
}

const words = [...new Set(detectors.flatMap(it => it.keywords))];
const separators = [
  '',
  ' ',
  '=',
  '="',
  ': ',
  '\n',
  '\\n',
  '","',
  "'",
  '-',
  '_',
  '.',
  '/',
  '(',
  ', ',
  '\t',
  '%20',
  ' = ',
];
const brackets = [
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '${',
  '=',
  ':',
  ',',
  ' ',
  '\n',
  '" + "',
];

function slice(text: string, length: number, random: Random): string {
  const from = random.below(Math.max(1, text.length - length));
  return text.slice(from, from + length);
}

function grown(length: number, part: () => string): string {
  let text = '';
  while (text.length < length) text += part();
  return text.slice(0, length);
}

/** One keyword over and over, with what a pattern waits for between. */
function repeatedWord(length: number, random: Random): Hostile {
  const detector = random.pick(detectors);
  const word = random.pick(detector.keywords);
  const filler = random.pick(['', '', 'a1', 'aB3', ' ', 'x.', '-', '\\', '"', ':', '/', '@', 'key']);
  const piece = word + random.pick(separators) + filler.repeat(random.pick([0, 1, 10, 60, 200]));
  return { kind: `keyword of ${detector.id}`, text: grown(length, () => piece) };
}

function repeatedHit(length: number, random: Random): Hostile {
  const detector = random.pick(detectors);
  const hit = hitOf(detector, random);
  const piece = (random.chance(0.7) ? cut(hit, random) : hit) + random.pick(separators);
  return { kind: `hits of ${detector.id}`, text: grown(length, () => piece || '?') };
}

/** Many names before each value that could be anyone's. */
function soupBeforeValue(length: number, random: Random): Hostile {
  const value = () =>
    sample(
      random.pick(['{hex:32}', '{alnum:40}', '{base64:64}', '{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}']),
      random.below(1e6),
    );
  const names = () => Array.from({ length: random.below(14) }, () => random.pick(words)).join(random.pick(separators));
  return {
    kind: 'names before values',
    text: grown(length, () => `${names()}${random.pick(separators)}${value()}${random.pick(separators)}`),
  };
}

function repeatedPieces(length: number, random: Random): Hostile {
  const pieces = Array.from({ length: 1 + random.below(4) }, () =>
    random.pick([
      random.pick(words),
      random.pick(separators),
      random.pick(brackets),
      sample('{alnum:9}', random.below(1e6)),
      'a',
      '0',
      '://',
    ]),
  );
  return {
    kind: 'a few pieces repeated',
    text: pieces
      .join('')
      .repeat(Math.ceil(length / pieces.join('').length))
      .slice(0, length),
  };
}

function longRun(length: number, random: Random): Hostile {
  const template = random.pick([
    '{alnum:N}',
    '{hex:N}',
    '{digit:N}',
    '{base64:N}',
    '{lower:N}',
    '{upper:N}',
    '{x:N}',
    '{dash:N}',
  ]);
  const size = random.pick([20, 200, 2000, length]);
  const text = grown(
    length,
    () => sample(template.replace('N', String(size)), random.below(1e6)) + random.pick(separators),
  );
  return { kind: `runs of ${template}`, text };
}

function units(length: number, end: number, random: Random): string {
  return grown(length, () => String.fromCharCode(random.below(end)));
}

/** Text as base64, nested, wrapped, in hexadecimal, percent-encoded, escaped, compressed, in UTF-16. */
function encoded(length: number, sources: readonly string[], random: Random): Hostile {
  const plain = () =>
    random.pick([anyHit(random), slice(random.pick(sources), 200, random), random.pick(words).repeat(20)]);
  const [name, encode] = random.pick(encodings);
  return { kind: `text ${name}`, text: grown(length, () => encode(plain()) + random.pick(separators)) };
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const encodings: readonly (readonly [string, (text: string) => string])[] = [
  ['in base64', base64],
  ['in base64 twice', text => base64(base64(text))],
  ['in wrapped base64', text => `\n${base64(text.repeat(4)).replace(/.{64}/g, '$&\n')}\n`],
  ['in hexadecimal', text => Buffer.from(text).toString('hex')],
  ['percent-encoded', text => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''))],
  ['escaped', text => JSON.stringify(JSON.stringify(text))],
  ['compressed', text => gzipSync(text.repeat(4)).toString('base64')],
  ['in UTF-16', text => Buffer.from(text, 'utf16le').toString('latin1')],
  ['in pieces', text => text.replace(/.{7}/g, '$&" + "')],
];

function anyHit(random: Random): string {
  return hitOf(random.pick(detectors), random);
}

function hitOf(detector: Detector, random: Random): string {
  return sample(random.pick(detector.hits), random.below(1e6)).replace(/[‹›]/g, '');
}

function cut(text: string, random: Random): string {
  return text.slice(random.below(3) * random.below(4), Math.max(1, text.length - random.below(text.length)));
}

/** Some dozens of small mistakes: parts left out, doubled, swapped for pieces of secrets and quotes. */
function mutated(text: string, random: Random): string {
  for (let i = random.below(60); i >= 0; i--) {
    const { start, end, insert } = edit(text, random);
    text = text.slice(0, start) + insert + text.slice(end);
  }
  return text;
}

/** A change of a text: `[start, end)` becomes `insert`. */
export function edit(text: string, random: Random): { start: number; end: number; insert: string } {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.pick([0, 0, 1, 1, 3, 40, 400]));
  const insert = random.pick([
    () => '',
    () => random.pick(brackets),
    () => random.pick(words),
    () => anyHit(random),
    () => cut(anyHit(random), random),
    () => text.slice(start, start + random.below(300)),
  ])();
  return { start, end, insert };
}
