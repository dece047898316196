import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import { createGuard } from '../../src/core/guard';
import { createVault, restore } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';
import { createRandom, type Random } from './random';
import { type SourceFile, sourceFiles } from './sourceFiles';

/**
 * Redacts the largest real source files as a prompt is, once as they are and once with secrets planted in their literals: each
 * must parse as before, and restoring must return each byte. The first argument says how many files.
 */
const count = Number(process.argv[2] ?? 1000);
/** A longer text isn't scanned but held back as a whole. */
const largest = 16 * 1024 * 1024;
const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });
const policy = createPolicy([], '2026-01-01');
const secrets = plantable();
const files = sourceFiles(/(?<!\.d)\.(?:[cm]?[jt]sx?|json)$/)
  .filter(({ size }) => size <= largest)
  .slice(0, count);
const tally = { parsed: 0, restored: 0, planted: 0, held: 0, found: 0, faults: 0 };
for (const [at, file] of files.entries()) tryFile(file, createRandom(at));
console.log(
  `${files.length} files, ${tally.parsed} parse as before, ${tally.restored} restored to the byte; ` +
    `${tally.held} of ${tally.planted} planted secrets held back, ${tally.found} further findings, ${tally.faults} faults`,
);
process.exitCode = tally.parsed === files.length && tally.restored === files.length && tally.faults === 0 ? 0 : 1;

function tryFile(file: SourceFile, random: Random): void {
  const text = readFileSync(file.path, 'utf8');
  const planted = plant(text, random);
  const parses = parser(file.path);
  const asItIs = redacted(text, file.name);
  const withSecrets = redacted(planted.text, file.name);
  const parsed = agree(parses, text, asItIs.text) && agree(parses, planted.text, withSecrets.text);
  const restored = asItIs.restored && withSecrets.restored;
  tally.parsed += parsed ? 1 : 0;
  tally.restored += restored ? 1 : 0;
  tally.planted += planted.secrets.length;
  const gone = planted.secrets.filter(({ value }) => withSecrets.text.includes(value));
  tally.held += planted.secrets.length - gone.length;
  tally.found += asItIs.edits.length;
  tally.faults += asItIs.faults + withSecrets.faults;
  for (const { id } of gone) console.log(`not held back: ${id} in ${file.name}`);
  if (!parsed) console.log(`no longer parses: ${file.name} (${asItIs.edits.join(', ')})`);
  for (const message of [...asItIs.messages, ...withSecrets.messages]) console.log(`${file.name}: ${message}`);
  if (!restored) console.log(`not restored: ${file.name}`);
}

interface Redacted {
  readonly text: string;
  readonly restored: boolean;
  readonly faults: number;
  readonly messages: readonly string[];
  readonly edits: readonly string[];
}

function redacted(text: string, path: string): Redacted {
  const guard = createGuard({ scanner, vault: createVault(), policy: () => policy, audit: () => undefined });
  const passed = guard.pass(text, {
    channel: 'model',
    destination: { kind: 'model', name: 'any/model' },
    source: { path },
  });
  return {
    text: passed.text,
    restored: restore(passed.text, guard.vault) === text,
    faults: passed.faults.length,
    messages: passed.faults.map(({ message }) => message),
    edits: passed.edits.map(({ finding }) => `${finding.detector} at ${finding.start}`),
  };
}

/** Whether a text parses; TypeScript's own syntax is what esbuild takes. */
function parser(path: string): (text: string) => boolean {
  const [, kind = 'js'] = /\.[cm]?([jt]sx?|json)$/.exec(path) ?? [];
  if (kind === 'json') return text => !throws(() => JSON.parse(text));
  const loader = kind === 'js' ? 'jsx' : (kind as 'ts' | 'tsx' | 'jsx');
  return text => !throws(() => transformSync(text, { loader, logLevel: 'silent' }));
}

function agree(parses: (text: string) => boolean, before: string, after: string): boolean {
  return before === after || parses(before) === parses(after);
}

function throws(task: () => unknown): boolean {
  try {
    task();
    return false;
  } catch {
    return true;
  }
}

interface Secret {
  readonly id: string;
  /** What is written into a literal. */
  readonly literal: string;
  /** What must be held back of it. */
  readonly value: string;
}

/** Secrets of many kinds that can stand in a literal as they are, with what gives them away. */
function plantable(): Secret[] {
  return detectors.flatMap((detector, at) =>
    detector.hits.slice(0, 1).flatMap(hit => {
      const [before = '', value = '', after = ''] = sample(hit, at).split(/[‹›]/);
      const literal = before + value + after;
      return detector.tier === 'certain' && /^[\w =:/.+-]+$/.test(literal) ? [{ id: detector.id, literal, value }] : [];
    }),
  );
}

/** Puts some secrets into literals of a text. */
function plant(text: string, random: Random): { text: string; secrets: Secret[] } {
  const literals = [...text.matchAll(/(?<=[=(,:[]\s?)(["'])[A-Za-z][\w .,-]{2,40}\1(?=[\s,;)\]}])/g)];
  const chosen = new Set(Array.from({ length: Math.min(8, literals.length) }, () => random.below(literals.length)));
  const planted: Secret[] = [];
  let out = '';
  let from = 0;
  for (const at of [...chosen].sort((a, b) => a - b)) {
    const { 0: literal, index } = literals[at] as RegExpExecArray;
    const secret = random.pick(secrets);
    out += text.slice(from, index + 1) + secret.literal;
    from = index + literal.length - 1;
    planted.push(secret);
  }
  return { text: out + text.slice(from), secrets: planted };
}
