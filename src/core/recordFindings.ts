import { withoutBroken } from './brokenNumbers';
import type { Field, Finding, Fingerprinter, Source } from './model';
import type { PersonalColumn } from './records/judgeTable';
import { loadRecords } from './records/load';
import { mayHoldRecords } from './wholeText';

/**
 * The values of a text's records, in its order; none in programs, unless these leave. `met`: see `findRecords`. `found` is what detectors
 * say of the text: what they have given a fingerprint needs none again.
 */
export function recordFindings(
  text: string,
  source: Source | undefined,
  fingerprint: Fingerprinter,
  met?: readonly number[],
  found: readonly Finding[] = none,
): readonly Finding[] {
  if (!mayHoldRecords(source)) return none;
  const { findRecords, namesBeside, personsInPairs } = loadRecords();
  const personal = [...findRecords(text, source?.path, met), ...namesBeside(text, source?.path, found)];
  if (source?.leaving) personal.push(...personsInPairs(text));
  if (personal.length === 0) return none;
  return valuesOf(text, personal, fingerprint, found);
}

function valuesOf(
  text: string,
  personal: readonly PersonalColumn[],
  fingerprint: Fingerprinter,
  found: readonly Finding[],
): readonly Finding[] {
  const known = new Map(found.map(one => [one.start, one]));
  const whole = personal.map(column => withoutBroken(text, column));
  const columns = whole.map(column => ({
    ...column,
    hash: createHash(fingerprint, column.kind),
    field: fieldOf(column),
  }));
  const values: Finding[] = [];
  for (const { kind: detector, title, severity, tier, reason, hash, field, cells, concealed } of columns) {
    const kind = detector.startsWith('pii/') ? 'pii' : 'secret';
    for (const { start, end } of cells) {
      const same = known.get(start);
      const isKnown = same?.end === end && same.detector === detector && !same.concealed;
      const fingerprint = isKnown ? same.fingerprint : hash(text.slice(start, end));
      const one = { start, end, detector, kind, title, severity, tier, reason, fingerprint, field } as const;
      values.push(concealed ? { ...one, concealed } : one);
    }
  }
  return columns.length === 1 ? values : sorted(values);
}

/** In the order of the text. Numbers sort many times faster than objects do: the start, and the place in the list. */
function sorted(values: readonly Finding[]): readonly Finding[] {
  const keys = new Float64Array(values.length);
  for (let at = 0; at < keys.length; at++) keys[at] = (values[at] as Finding).start * most + at;
  const found: Finding[] = [];
  for (const key of keys.sort()) found.push(values[key % most] as Finding);
  return found;
}

/** More than the longest text has cells; times the longest text's length it is still a number that is exact. */
const most = 2 ** 26;

const none: readonly Finding[] = [];

function fieldOf({ kind, title, name, header, cells }: PersonalColumn): Field {
  return { name: name.slice(0, 60), title, detector: kind, ...(header ? { header } : {}), count: cells.length };
}

/** Most columns say a few things again and again, and a keyed hash costs more than all else that is done with a value. */
function createHash(fingerprint: Fingerprinter, detector: string): (value: string) => string {
  const known = new Map<string, string>();
  return value => {
    let hash = known.get(value);
    if (hash === undefined) {
      hash = fingerprint(detector, value);
      if (known.size < maxHashes) known.set(value, hash);
    }
    return hash;
  };
}

const maxHashes = 2000;
