import assert from 'node:assert/strict';
import { readAgentFile } from '../../../src/agents/inventory/inventory';
import type { LookPorts } from '../../../src/agents/inventory/look';
import type { AgentFile, AgentPlace, AgentReading } from '../../../src/core/agents';
import { sample } from '../../../src/core/detectors/sample';
import { createScanner } from '../../../src/core/scan';

/**
 * A file as its client writes it. What is wrong is marked `‹check:text›`, several checks at one place `‹one+other:text›`; what
 * bears no mark is right. Secrets are made when the test runs: `«github»`, `«random»`.
 */
export interface InventoryCase {
  readonly path: string;
  readonly text: string;
  readonly place?: AgentPlace;
  /** Names of items that must be listed, as `type name`. */
  readonly items?: readonly string[];
}

const scanner = createScanner({
  fingerprint: (detector, value) => `${detector.length}${value.length}`.padStart(16, '0'),
});

export const ports: LookPorts = {
  today: '2026-11-21',
  fingerprint: scanner.fingerprint,
  scan: (text, source) => scanner.scan(text, source),
};

/** The file without its marks, and what they say: `check start end`. */
export function unmark({ path, text, place = 'workspace' }: InventoryCase): { file: AgentFile; expected: string[] } {
  const filled = text.replace(/«([\w-]+)»/g, (_, name: string) => secretOf(name));
  const expected: string[] = [];
  let plain = '';
  let past = 0;
  for (const { index, 0: all, groups } of filled.matchAll(/‹(?<checks>[a-z+-]+):(?<inside>[^›]*)›/g)) {
    plain += filled.slice(past, index);
    const { checks = '', inside = '' } = groups ?? {};
    for (const check of checks.split('+'))
      expected.push(`agent/${check} ${plain.length} ${plain.length + inside.length}`);
    plain += inside;
    past = index + all.length;
  }
  plain += filled.slice(past);
  return { file: { path, place, file: path, text: plain }, expected: expected.sort() };
}

/** Reads the file and compares what is told with the marks, both ways; no secret may stand in anything that is told. */
export function check(one: InventoryCase, more: Partial<LookPorts> = {}): AgentReading {
  const { file, expected } = unmark(one);
  const reading = readAgentFile(file, { ...ports, ...more });
  const told = reading.findings.map(it => `${it.detector} ${it.start} ${it.end}`).sort();
  const readable = (list: readonly string[]) => list.map(it => readableOf(it, file.text));
  assert.deepEqual(
    readable(told),
    readable(expected),
    `${one.path}\n${reading.findings.map(it => `${it.detector}: ${it.reason}`).join('\n')}`,
  );
  assert.deepEqual(reading.faults, [], one.path);
  const names = reading.items.map(({ type, name }) => `${type} ${name}`);
  for (const item of one.items ?? [])
    assert.ok(names.includes(item), `${one.path}: no ${item} among ${names.join(', ')}`);
  holdsNoSecret(JSON.stringify(reading), one.text);
  return reading;
}

/** Whatever is told of a case, its secrets may not stand in it. */
function holdsNoSecret(told: string, text: string): void {
  for (const [, name = ''] of text.matchAll(/«([\w-]+)»/g))
    assert.ok(!told.includes(secretOf(name)), `the secret «${name}» is told`);
}

function readableOf(told: string, text: string): string {
  const [detector, start, end] = told.split(' ');
  return `${detector} at ${start}: ${text.slice(Number(start), Number(end)).replace(/[A-Za-z0-9_-]{24,}/g, it => `${it.slice(0, 4)}…`)}`;
}

function secretOf(name: string): string {
  const template = templates[name];
  assert.ok(template, name);
  return name.startsWith('jwt') ? jwt(template) : sample(template, 7);
}

const templates: Readonly<Record<string, string>> = {
  github: 'ghp_{alnum:30}{crc62:6}',
  random: '{alnum:32}',
  other: '{lowernum:40}',
  hex: '{hex:40}',
  'jwt-endless': '{"sub":"a","iat":1700000000}',
  'jwt-year': '{"sub":"a","iat":1790000000,"exp":1821536000}',
  'jwt-short': '{"sub":"a","iat":1795200000,"exp":1795300000}',
};

function jwt(payload: string): string {
  const part = (text: string) => Buffer.from(text).toString('base64url');
  return `${part('{"alg":"HS256","typ":"JWT"}')}.${part(payload)}.${sample('{base64url:43}', 3)}`;
}
