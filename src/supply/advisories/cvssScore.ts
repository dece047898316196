import { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } from 'ae-cvss-calculator';

/**
 * The base score of a CVSS vector of version 2, 3.0, 3.1 or 4.0, from 0 to 10; undefined where it is none, lacks a base metric
 * or has a value that there isn't. Threat and environment have no say: they are another's.
 */
export function cvssScore(vector: string): number | undefined {
  if (vector.length > longest) return undefined;
  if (!known.has(vector)) {
    if (known.size > most) known.clear();
    known.set(vector, scoreOf(vector));
  }
  return known.get(vector);
}

const longest = 500;

/** Thousands of advisories share a few hundred vectors. */
const known = new Map<string, number | undefined>();
const most = 10_000;

function scoreOf(text: string): number | undefined {
  const vector = text.trim().replace(/^\((.*)\)$/, '$1');
  const version = /^CVSS:([0-9.]+)\//.exec(vector)?.[1] ?? '2.0';
  if (!hasBase(vector, version)) return undefined;
  try {
    switch (version) {
      case '4.0':
        return new Cvss4P0(vector).calculateScores().baseMetricsOnly;
      case '3.1':
        return new Cvss3P1(vector).calculateScores().base;
      case '3.0':
        return new Cvss3P0(vector).calculateScores().base;
      case '2.0':
        return new Cvss2(vector).calculateScores().base;
      default:
        return undefined;
    }
  } catch {
    // A value that the specification doesn't have.
    return undefined;
  }
}

const baseMetrics: Readonly<Record<string, string>> = {
  '2.0': 'AV AC Au C I A',
  '3.0': 'AV AC PR UI S C I A',
  '3.1': 'AV AC PR UI S C I A',
  '4.0': 'AV AC AT PR UI VC VI VA SC SI SA',
};

/** Each base metric once, which the library would take for 0 or for the last one. */
function hasBase(vector: string, version: string): boolean {
  const names = vector.split('/').map(part => part.split(':')[0]);
  const wanted = baseMetrics[version]?.split(' ') ?? [];
  return wanted.length > 0 && wanted.every(name => names.filter(one => one === name).length === 1);
}
