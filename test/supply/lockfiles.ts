import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Ecosystem, PackageFile } from '../../src/core/packages';
import { formatOf } from '../../src/supply/formats';
import { makeLockfiles } from './lockfiles/makeLockfiles';
import { type Found, keyOf, runPeers } from './lockfiles/peers';

/**
 * `npm run test:lockfiles`: makes real lockfiles under out/lockfiles and compares what we read in each with what osv-scalibr, syft and
 * trivy (under out/peers/supply) do. An entry is agreed where two of them name it; one is invented where none of those that read
 * the file at all, at least two, names it. Ends with 1 below 99.5 % of the agreed ones in any format, or with an invented one.
 * Whatever else stands in out/lockfiles/files is compared too. `--misses` prints what differs, `--compare` makes nothing.
 */
const folder = resolve('out/lockfiles');
const files = join(folder, 'files');
interface Row {
  files: number;
  agreed: number;
  found: number;
  invented: number;
  faults: number;
}

function compare(all: readonly Found[]): boolean {
  const rows = new Map<string, Row>();
  for (const path of readdirSync(files, { recursive: true, encoding: 'utf8' })) {
    const format = formatOf(path);
    if (!format || format.kind === 'reference') continue;
    const beside = (name: string) => textOf(join(files, dirname(path), name));
    const ours = format.parse(readFileSync(join(files, path), 'utf8'), path, beside);
    const row = rows.get(format.id) ?? { files: 0, agreed: 0, found: 0, invented: 0, faults: 0 };
    rows.set(format.id, row);
    row.files++;
    row.faults += ours.faults.length;
    count(row, path, keysOf(ours), all);
    for (const fault of ours.faults) tell(path, `fault: ${fault.message} ${fault.where ?? ''}`);
  }
  console.table(Object.fromEntries(Array.from(rows, ([id, row]) => [id, { ...row, share: share(row) }])));
  return Array.from(rows.values()).every(row => share(row) >= 99.5 && row.invented === 0);
}

function count(row: Row, path: string, ours: ReadonlySet<string>, all: readonly Found[]): void {
  const theirs = all
    .map(found => found.get(path) ?? found.get(relative('/', join(files, path))))
    .filter(found => found !== undefined);
  const named = new Map<string, number>();
  for (const found of theirs) for (const key of found) named.set(key, (named.get(key) ?? 0) + 1);
  for (const [key, times] of named) {
    if (times < 2) continue;
    row.agreed++;
    if (ours.has(key)) row.found++;
    else tell(path, `missed ${key}`);
  }
  if (theirs.length < 2) return;
  for (const key of ours)
    if (!named.has(key)) {
      row.invented++;
      tell(path, `invented ${key}`);
    }
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function keysOf({ packages }: PackageFile): Set<string> {
  return new Set(
    packages.flatMap(({ ecosystem, name, version }) => {
      const type = types[ecosystem];
      return type && version ? keyOf(type, ecosystem === 'Maven' ? name.replace(':', '/') : name, version) : [];
    }),
  );
}

/** The types of package URLs. */
const types: Partial<Record<Ecosystem, string>> = {
  ...{
    npm: 'npm',
    PyPI: 'pypi',
    'crates.io': 'cargo',
    Go: 'golang',
    Maven: 'maven',
    RubyGems: 'gem',
    Packagist: 'composer',
  },
  ...{ NuGet: 'nuget', Hex: 'hex', Pub: 'pub', SwiftURL: 'swift', CocoaPods: 'cocoapods', ConanCenter: 'conan' },
  ...{ Hackage: 'hackage', CRAN: 'cran' },
};

function share({ agreed, found }: Row): number {
  return agreed === 0 ? 100 : Math.floor((found / agreed) * 10_000) / 100;
}

function tell(path: string, what: string): void {
  if (process.argv.includes('--misses')) console.log(`${path}: ${what}`);
}

if (!process.argv.includes('--compare')) makeLockfiles(folder);
const peers = runPeers(files, resolve('out/peers/supply'), join(folder, 'reports'));
if (peers.size < 2) console.log('nothing compared: two scanners are needed');
else process.exitCode = compare(Array.from(peers.values())) ? 0 : 1;
