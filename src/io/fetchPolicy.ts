import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { safeArguments } from './gitProcess';
import { openUrl } from './openUrl';
import { type Extension, integrityOf, parsePolicy, policyPlace } from './sharedPolicies';

/** What fetching a policy came to: its hash, and where its copy lies now. */
export type Fetched = { readonly integrity: string; readonly file: string } | { readonly error: string };

const maximumSize = 1024 * 1024;

/**
 * Fetches a policy from the web or a git repository and keeps a copy in the workspace, under its hash. Whether it is the one
 * that is wanted, a person decides by pinning the hash. `signature` goes along where the source has one.
 */
export async function fetchPolicy(root: string, { from }: Extension): Promise<Fetched> {
  const source = from.startsWith('git+') ? fetchFromGit(from) : await fetchFromWeb(from);
  if ('error' in source) return source;
  const read = parsePolicy(source.content);
  if ('error' in read) return read;
  const integrity = integrityOf(source.content);
  const place = policyPlace(root, { from, integrity });
  if ('error' in place) return place;
  keep(place.file, source.content);
  if (source.signature !== undefined) keep(`${place.file}.sig`, source.signature);
  return { integrity, file: place.file };
}

type Content = { readonly content: string; readonly signature?: string } | { readonly error: string };

async function fetchFromWeb(url: string): Promise<Content> {
  const content = await download(url);
  if (typeof content !== 'string') return content;
  const signature = await download(`${url}.sig`);
  return typeof signature === 'string' ? { content, signature } : { content };
}

async function download(url: string): Promise<string | { error: string }> {
  try {
    const { status, body } = await openUrl({ url });
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of body) {
      length += (piece as Buffer).length;
      if (length > maximumSize) return { error: `${url} is larger than ${maximumSize / 1024} KB` };
      pieces.push(piece as Buffer);
    }
    return status === 200 ? Buffer.concat(pieces).toString('utf8') : { error: `${url} answered ${status}` };
  } catch (error) {
    return { error: `${url} can't be fetched: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** `git+https://host/repository.git#REF:PATH`. Nothing of the repository is checked out or run. */
function fetchFromGit(from: string): Content {
  const [, url = '', ref = '', path = ''] =
    /^git\+((?:https|ssh|file):\/\/[^#\s]+)#([\w./-]+):([\w./-]+)$/.exec(from) ?? [];
  if (url === '' || ref.startsWith('-')) return { error: `${from} is not git+https://HOST/REPOSITORY#REF:PATH` };
  const folder = mkdtempSync(join(tmpdir(), 'lockside-fetch-'));
  const git = (...args: string[]) =>
    spawnSync('git', [...safeArguments, '-C', folder, ...args], {
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 2 * maximumSize,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'https:ssh:file' },
    });
  try {
    git('init', '--quiet', '--bare');
    const fetched = git('fetch', '--quiet', '--depth=1', '--no-tags', '--', url, ref);
    if (fetched.status !== 0) return { error: `${url} can't be fetched: ${fetched.stderr?.trim().split('\n').at(-1)}` };
    const shown = git('show', `FETCH_HEAD:${path}`);
    if (shown.status !== 0) return { error: `${url} has no ${path} at ${ref}` };
    const signature = git('show', `FETCH_HEAD:${path}.sig`);
    return { content: shown.stdout, ...(signature.status === 0 ? { signature: signature.stdout } : {}) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In one step: whoever reads it meanwhile finds nothing or the whole. */
function keep(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, content);
  renameSync(`${file}.tmp`, file);
}
