import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import canonicalize from 'canonicalize';
import { envelopeOf, preAuthentication, statementOf } from '../../src/audit/signOff';
import { writeSignOff } from '../../src/io/signOffFiles';
import { sign } from '../../src/io/sshSignatures';

/** What a program came to. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A real git repository, with `lockside` on its path and a state of its own. */
export interface TestRepository {
  readonly path: string;
  /** Beside the repository, and gone with it. */
  readonly beside: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  read(file: string): string;
  git(...args: readonly string[]): string;
  /** Commits everything as a person, and gives the commit. */
  commit(message: string, who?: string): string;
  lockside(...args: readonly string[]): Ended;
  run(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): Ended;
  /** An approver as settings name one, with a key that is made now. */
  approver(name: string, ...roles: readonly string[]): { readonly name: string; readonly key: string };
  /** A waiver with an approver's signature. */
  waiver(name: string, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  signOff(name: string, commit: string, role: string): void;
}

/** Makes repositories with a `bin` folder before everything else on the path; the function gives them all back. */
export function repositories(bin: string): {
  make(files?: Readonly<Record<string, string>>): TestRepository;
  remove(): void;
} {
  const folders: string[] = [];
  return {
    make(files = {}) {
      const beside = realpathSync(mkdtempSync(join(tmpdir(), 'lockside-gates-')));
      folders.push(beside);
      const repository = open(beside, bin);
      repository.git('init', '-q', '-b', 'main');
      repository.write({ 'src/a.ts': 'export {};\n', ...files });
      repository.commit('first');
      return repository;
    },
    remove() {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function open(beside: string, bin: string): TestRepository {
  const path = join(beside, 'work');
  mkdirSync(path);
  const env = {
    ...process.env,
    PATH: [bin, process.env.PATH].join(delimiter),
    LOCKSIDE_STATE: join(beside, 'state'),
    LOCKSIDE_USER_SETTINGS: join(beside, 'user.json'),
    HOME: beside,
    GIT_CONFIG_NOSYSTEM: '1',
    NO_COLOR: '1',
  };
  const run = (program: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): Ended => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: path,
      env: { ...env, ...more },
      encoding: 'utf8',
      timeout: 120_000,
    });
    return { code: status, output: `${stdout}${stderr}` };
  };
  const git = (...args: readonly string[]): string => {
    const { code, output } = run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args]);
    assert.equal(code, 0, `git ${args[0]}: ${output}`);
    return output.trim();
  };
  const keyOf = (name: string) => join(beside, `key-${name}`);
  return {
    path,
    beside,
    git,
    run,
    read: file => readFileSync(join(path, file), 'utf8'),
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
    commit(message, who = 'dev') {
      git('add', '-A', '-f');
      git('-c', `user.email=${who}@example.com`, 'commit', '-q', '--no-verify', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    lockside: (...args) => run('lockside', args),
    approver(name, ...roles) {
      const made = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', keyOf(name)]);
      assert.equal(made.status, 0, 'ssh-keygen is needed');
      chmodSync(keyOf(name), 0o600);
      const key = readFileSync(`${keyOf(name)}.pub`, 'utf8').trim();
      return { name, key, emails: [`${name}@example.com`], roles: [...roles] };
    },
    waiver(name, fields) {
      const signed = sign(canonicalize(fields) ?? '', keyOf(name), 'lockside-waiver');
      assert.ok('signature' in signed);
      return { ...fields, signature: signed.signature };
    },
    signOff(name, commit, role) {
      const time = new Date().toISOString();
      const statement = statementOf({ commit, verdict: 'approved', role, reason: 'looked at it', time }, 'work');
      const signed = sign(preAuthentication(statement), keyOf(name), 'lockside-sign-off');
      assert.ok('signature' in signed);
      writeSignOff(path, commit, JSON.stringify(envelopeOf(statement, name, signed.signature)));
    },
  };
}
