import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf, tables, textOf } from '../../../src/core/untyped';

/** What a scanner found: by file, the packages as `type/name@version`, in a form that all of them and we come to. */
export type Found = ReadonlyMap<string, ReadonlySet<string>>;

/** Runs each scanner that is installed under `peers` over a folder, once. Says aloud which is missing or failed. */
export function runPeers(folder: string, peers: string, out: string): ReadonlyMap<string, Found> {
  mkdirSync(out, { recursive: true });
  const found = new Map<string, Found>();
  for (const { name, program, args, read } of scanners) {
    const path = join(peers, program);
    const result = join(out, `${name}.json`);
    if (!existsSync(path)) {
      console.log(`skipped ${name}: not installed at ${path}`);
      continue;
    }
    const { status, stderr } = spawnSync(path, args(folder, result), {
      encoding: 'utf8',
      timeout: 600_000,
      env: quiet(),
    });
    if (existsSync(result)) found.set(name, read(fieldsOf(JSON.parse(readFileSync(result, 'utf8'))), folder));
    else console.log(`skipped ${name}: ended with ${status}: ${stderr.trim().split('\n').at(-1)}`);
  }
  return found;
}

/** The common form of a package: by package URL's type, name as the ecosystem compares it. */
export function keyOf(type: string, name: string, version: string): string {
  const lower = type === 'pypi' || type === 'golang' ? name.toLowerCase() : name;
  const folded = type === 'pypi' ? lower.replace(/[-_.]+/g, '-') : lower;
  return `${type}/${folded}@${type === 'golang' ? version.replace(/^v/, '') : version}`;
}

interface Scanner {
  readonly name: string;
  readonly program: string;
  args(folder: string, result: string): string[];
  read(report: Readonly<Record<string, unknown>>, folder: string): Found;
}

/** To compare another ecosystem, name scalibr's plugins of it. */
const plugins = 'javascript,python,rust,go,java,ruby,php,dotnet,erlang,dart,swift,cpp,haskell,r';

const scanners: readonly Scanner[] = [
  {
    name: 'osv-scalibr',
    program: 'bin/scalibr',
    args: (folder, result) => ['--root', folder, '--offline', `--plugins=${plugins}`, '-o', `cdx-json=${result}`],
    read: report =>
      gather(
        tables(report.components).flatMap(({ purl, evidence }) =>
          tables(fieldsOf(evidence).occurrences).map(({ location }) => [textOf(location), textOf(purl)] as const),
        ),
      ),
  },
  {
    name: 'syft',
    program: 'venv/bin/syft',
    args: (folder, result) => ['scan', `dir:${folder}`, '-o', `syft-json=${result}`],
    read: report =>
      gather(
        tables(report.artifacts).flatMap(({ purl, locations }) =>
          tables(locations).map(({ path }) => [textOf(path)?.replace(/^\//, ''), textOf(purl)] as const),
        ),
      ),
  },
  {
    name: 'trivy',
    program: 'venv/bin/trivy',
    args: (folder, result) => [
      ...['fs', '--format', 'json', '--list-all-pkgs', '--include-dev-deps', '--scanners', 'license', '--offline-scan'],
      ...['-o', result, folder],
    ],
    read: report =>
      gather(
        tables(report.Results).flatMap(({ Target, Packages }) =>
          tables(Packages).map(({ Identifier }) => [textOf(Target), textOf(fieldsOf(Identifier).PURL)] as const),
        ),
      ),
  },
];

function quiet(): NodeJS.ProcessEnv {
  return { ...process.env, SYFT_CHECK_FOR_APP_UPDATE: 'false', TRIVY_SKIP_VERSION_CHECK: 'true' };
}

/** Only what has a version is compared. */
function gather(pairs: readonly (readonly [file: string | undefined, purl: string | undefined])[]): Found {
  const found = new Map<string, Set<string>>();
  for (const [file, purl] of pairs) {
    const [, type, name, version] = /^pkg:([^/]+)\/([^@?#]+)@([^?#]+)/.exec(purl ?? '') ?? [];
    if (!file || !type || !name || !version) continue;
    const set = found.get(file) ?? new Set();
    found.set(file, set.add(keyOf(type, decodeURIComponent(name), decodeURIComponent(version))));
  }
  return found;
}
