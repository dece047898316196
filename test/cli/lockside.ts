import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a run of the command line came to. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

/** A folder with some files, and the command line to run in it: the real bundle, in a process of its own. */
export interface Folder {
  readonly path: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** `cwd` is the folder itself unless given. */
  run(
    args: readonly string[],
    input?: string | Uint8Array,
    env?: Readonly<Record<string, string>>,
    cwd?: string,
  ): Promise<Ran>;
  remove(): void;
}

/** Makes a folder with a state of its own, apart from the user's settings and keys. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'lockside-cli-')));
  const path = join(base, 'work');
  const write = (more: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
  };
  mkdirSync(path);
  write(files);
  return {
    path,
    write,
    run: (args, input = '', env = {}, cwd = path) =>
      run(args, input, cwd, { LOCKSIDE_STATE: join(base, 'state'), LOCKSIDE_USER_SETTINGS: '', ...env }),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

let bundle: string | undefined;

/** Built once in each process of the tests, as it is shipped, but beside the tree: nothing of node_modules is near it. */
export function bundled(): string {
  if (bundle) return bundle;
  const outdir = mkdtempSync(join(tmpdir(), 'lockside-bundle-'));
  const root = join(__dirname, '../..');
  execFileSync(process.execPath, ['esbuild.mjs', '--minify', '--outdir', outdir], { cwd: root, stdio: 'pipe' });
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  bundle = join(outdir, 'cli.js');
  return bundle;
}

/** Kills what hangs, so that a test fails instead of waiting for ever. */
function run(
  args: readonly string[],
  input: string | Uint8Array,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundled(), ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '', ...env },
      timeout: 30_000,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.on('error', reject);
    child.on('close', code => {
      const bytes = Buffer.concat(out);
      resolve({ code, bytes, stdout: bytes.toString(), stderr: Buffer.concat(err).toString() });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
