// How many typos of popular names are recognised, and how many real names are taken for one. Typos are made from a seed; real
// names are those of lockfiles: of this repository, and of files or folders given on the command line.
// `--tail FILE` also reads a list of names, one a line, and tells how many of those that no bundled list knows are flagged.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Ecosystem } from '../../src/core/packages';
import { formats } from '../../src/supply/formats';
import { isKnownName, namesIn } from '../../src/supply/trust/nameLists';
import { typosquatOf } from '../../src/supply/trust/typosquat';
import { typosOf } from './typos';

const goals = { recall: 0.95, falseAlarms: 0.001 };
/** RubyGems' list is short, and told without a goal. */
const ecosystems: readonly Ecosystem[] = ['npm', 'PyPI', 'crates.io'];
const root = resolve(__dirname, '../..');

function main(args: readonly string[]): number {
  const tail = args.indexOf('--tail');
  const paths = args.filter((_, index) => tail < 0 || (index !== tail && index !== tail + 1));
  const recall = Math.min(...ecosystems.map(measureTypos));
  measureTypos('RubyGems');
  const flagged = measureReal(paths.length > 0 ? paths : [root]);
  if (tail >= 0) measureTail(args[tail + 1] ?? '');
  console.log(`goals: typos ${percent(goals.recall)}, false alarms at most ${percent(goals.falseAlarms)}`);
  return recall >= goals.recall && flagged <= goals.falseAlarms ? 0 : 1;
}

/** Of popular names with at least 5 letters; shorter ones are one slip away from too much else. */
function measureTypos(ecosystem: Ecosystem): number {
  const popular = (namesIn(ecosystem)?.popular ?? []).filter(name => name.replace(/^@[^/]*\//, '').length >= 5);
  const typos = popular
    .flatMap((name, index) => typosOf(ecosystem, name, index))
    .filter(({ name }) => !isKnownName(ecosystem, name));
  const byKind = new Map<string, { made: number; found: number }>();
  for (const { name, kind } of typos) {
    const count = byKind.get(kind) ?? { made: 0, found: 0 };
    count.made++;
    if (typosquatOf(ecosystem, name)) count.found++;
    byKind.set(kind, count);
  }
  const found = [...byKind.values()].reduce((sum, it) => sum + it.found, 0);
  console.log(`${ecosystem}: ${found} of ${typos.length} typos (${percent(found / typos.length)})`);
  for (const [kind, it] of byKind) console.log(`  ${kind}: ${it.found} of ${it.made}`);
  return found / typos.length;
}

function measureReal(paths: readonly string[]): number {
  const names = new Map<string, readonly [Ecosystem, string]>();
  for (const path of paths.flatMap(path => filesUnder(resolve(path), 6))) {
    const format = formats.find(it => it.kind === 'lockfile' && it.matches(path));
    if (!format) continue;
    for (const { ecosystem, name, source } of format.parse(readFileSync(path, 'utf8'), path).packages)
      if (namesIn(ecosystem) && (source === undefined || source.kind === 'registry'))
        names.set(`${ecosystem} ${name}`, [ecosystem, name]);
  }
  const flagged = [...names.values()].flatMap(([ecosystem, name]) => {
    const squat = typosquatOf(ecosystem, name);
    return squat ? [`${name} → ${squat.of}`] : [];
  });
  const known = [...names.values()].filter(([ecosystem, name]) => isKnownName(ecosystem, name)).length;
  console.log(
    `real names in lockfiles: ${names.size}, ${known} of them bundled; flagged ${flagged.length} (${percent(flagged.length / names.size)})`,
  );
  for (const one of flagged) console.log(`  ${one}`);
  return flagged.length / names.size;
}

function measureTail(file: string): void {
  const [ecosystem = 'npm', path = file] = file.split('=');
  const names = readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.split('\t')[0]!)
    .filter(name => name !== '' && !isKnownName(ecosystem as Ecosystem, name));
  const flagged = names.filter(name => typosquatOf(ecosystem as Ecosystem, name));
  console.log(
    `${names.length} names that no list knows: ${flagged.length} flagged (${percent(flagged.length / names.length)})`,
  );
}

function filesUnder(path: string, deeper: number): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || deeper < 0) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(it => !it.isSymbolicLink() && it.name !== 'node_modules' && it.name !== '.git')
    .flatMap(it => filesUnder(join(path, it.name), deeper - 1));
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

process.exitCode = main(process.argv.slice(2));
