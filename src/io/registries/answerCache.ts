import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RegistryAnswer } from '../../core/registry';
import { fieldsOf } from '../../core/untyped';

export interface AnswerCache {
  get(key: string): RegistryAnswer | undefined;
  put(key: string, answer: RegistryAnswer): void;
}

/** What a registry has said holds for a day; that it has nothing, for ten minutes; that it couldn't be asked is forgotten. */
const ages = { known: 24 * 60 * 60 * 1000, absent: 10 * 60 * 1000 };
const mostKept = 5_000;

/** Keeps answers in memory, and in a file where one is given: its keys are hashes, so that it lists no names. */
export function createAnswerCache(file: string | undefined, now: () => number): AnswerCache {
  let kept: Map<string, Kept> | undefined;
  const all = () => {
    kept ??= file === undefined ? new Map() : read(file);
    return kept;
  };
  return {
    get(key) {
      const one = all().get(hashed(key));
      return one && now() - one.at < ages[one.answer.kind] && now() >= one.at ? one.answer : undefined;
    },
    put(key, answer) {
      if (answer.kind === 'unasked') return;
      all().set(hashed(key), { at: now(), answer });
      if (file !== undefined) write(file, all());
    },
  };
}

interface Kept {
  readonly at: number;
  readonly answer: Exclude<RegistryAnswer, { kind: 'unasked' }>;
}

function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 24);
}

function read(file: string): Map<string, Kept> {
  try {
    const entries = Object.entries(fieldsOf(JSON.parse(readFileSync(file, 'utf8'))));
    return new Map(entries.filter((entry): entry is [string, Kept] => isKept(entry[1])));
  } catch {
    // Without a cache everything is asked anew.
    return new Map();
  }
}

function isKept(value: unknown): value is Kept {
  const { at, answer } = fieldsOf(value);
  const { kind, facts, registry } = fieldsOf(answer);
  return (
    typeof at === 'number' &&
    ((kind === 'known' && typeof facts === 'object' && facts !== null) ||
      (kind === 'absent' && typeof registry === 'string'))
  );
}

function write(file: string, kept: ReadonlyMap<string, Kept>): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const passing = `${file}.${process.pid}`;
    writeFileSync(passing, JSON.stringify(Object.fromEntries([...kept].slice(-mostKept))), { mode: 0o600 });
    renameSync(passing, file);
  } catch {
    // It is only a cache: the answer is there.
  }
}
