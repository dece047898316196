import assert from 'node:assert/strict';
import type { PackageEntry, PackageFile } from '../../../src/core/packages';
import { formatOf } from '../../../src/supply/formats';

/** A file, the version tokens in it as ‹…›, and what is read: a line for each entry, as `line` has it, in their order. */
export interface Sample {
  readonly path: string;
  readonly text: string;
  readonly entries: readonly string[];
  /** Messages with their places; none unless given. */
  readonly faults?: readonly string[];
  /** Of the last entry. */
  readonly pathTo?: readonly string[];
  readonly beside?: Readonly<Record<string, string>>;
}

/** Reads a sample, as it is, with CRLF and with a byte order mark, and checks entries and the text at each one's place. */
export function reads(sample: Sample): void {
  for (const variant of [sample.text, sample.text.replaceAll('\n', '\r\n'), `\uFEFF${sample.text}`]) {
    const text = variant.replace(/[‹›]/g, '');
    const file = readFile(sample, text);
    assert.deepEqual(file.packages.map(line), sample.entries, sample.path);
    assert.deepEqual(
      file.faults.map(({ message, where }) => [message, where].filter(Boolean).join(' at ')),
      sample.faults ?? [],
      sample.path,
    );
    assert.deepEqual(placesOf(file), markedPlaces(variant), sample.path);
    if (sample.pathTo) assert.deepEqual(file.pathTo(file.packages.at(-1)!), sample.pathTo, sample.path);
  }
}

export function readFile({ path, beside = {} }: Pick<Sample, 'path' | 'beside'>, text: string): PackageFile {
  const format = formatOf(path);
  assert.ok(format, `no format reads ${path}`);
  return format.parse(text, path, name => beside[name]);
}

/** `name@version`, then what else is known: `(requirement)`, `direct`, use, `<source>`, `#integrity`, `in member`. */
function line(entry: PackageEntry): string {
  const { name, version, requirement, direct, use, source, integrity, member, license, deprecated } = entry;
  return [
    version === undefined ? name : `${name}@${version}`,
    requirement === undefined || requirement === version ? '' : `(${requirement})`,
    direct ? 'direct' : '',
    use ?? '',
    source && source.kind !== 'registry' ? `<${source.kind}>` : '',
    integrity === false ? '#missing' : integrity ? '#' : '',
    member === undefined ? '' : `in ${member}`,
    license ?? '',
    deprecated ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}

function placesOf(file: PackageFile): [number, number][] {
  return unique(file.packages.map(entry => file.locate(entry)).map(({ start, end }) => [start, end]));
}

function markedPlaces(marked: string): [number, number][] {
  const places: [number, number][] = [];
  let passed = 0;
  for (const { index, 0: found } of marked.matchAll(/‹[^›]*›/g)) {
    places.push([index - passed, index - passed + found.length - 2]);
    passed += 2;
  }
  return unique(places);
}

/** Two entries may share a token, such as a property that gives both their versions. */
function unique(places: [number, number][]): [number, number][] {
  const keyed = new Map(places.map(place => [place.join(), place]));
  return [...keyed.values()].sort(([a], [b]) => a - b);
}
