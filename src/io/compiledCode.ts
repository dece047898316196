import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS module of this program from what V8 has compiled of it before, which is a tenth of a brief command's time; gives what
 * it exports. What is compiled lies in a folder of this user's, made within `state` where that is there already. Undefined where that
 * doesn't work: then the caller requires the module. Whoever may write there could have it run code, so it is only for files that
 * this user might have changed as well; and V8 ends the process where such a file is damaged, so each has its hash before it.
 */
export function requireCompiled(file: string, state: string): unknown {
  const source = readOwn(file);
  const folder = source && ownFolder(state);
  if (!source || folder === undefined) return undefined;
  const kept = join(folder, source.name);
  const cachedData = readKept(kept);
  const script = new Script(wrap(source.text), { filename: file, ...(cachedData ? { cachedData } : {}) });
  if (!cachedData || script.cachedDataRejected) process.once('exit', () => keep(script, kept, basename(file)));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

/** Its name changes with the file, with Node and with the machine; other versions' are taken away when it is written. */
function readOwn(file: string): { readonly text: string; readonly name: string } | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const { uid, size, ctimeMs, ino } = fstatSync(descriptor);
      if (uid !== process.getuid?.()) return undefined;
      const name = [basename(file), process.version, process.arch, size, ctimeMs, ino].join('-');
      return { text: readFileSync(descriptor, 'utf8'), name };
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

function ownFolder(state: string): string | undefined {
  const folder = join(state, 'compiled');
  try {
    if (!isOwn(state)) return undefined;
    mkdirSync(folder, { mode: 0o700, recursive: true });
    return isOwn(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody else may write there. */
function isOwn(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

const hashLength = 32;

function readKept(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(hashLength);
    return hashOf(data).equals(bytes.subarray(0, hashLength)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** What comes first runs as quickly as it did without; a process that ends before it is written leaves nothing. */
function keep(script: Script, file: string, prefix: string): void {
  const folder = dirname(file);
  const draft = `${file}.${process.pid}`;
  try {
    const data = script.createCachedData();
    writeFileSync(draft, Buffer.concat([hashOf(data), data]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
    for (const name of readdirSync(folder))
      if (name.startsWith(`${prefix}-`) && name !== basename(file)) rmSync(join(folder, name), { force: true });
  } catch {
    // A full disk costs the next start some milliseconds, and nothing else.
  }
}

function hashOf(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
