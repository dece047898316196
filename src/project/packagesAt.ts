import { posix } from 'node:path';
import type { Fault } from '../core/model';
import type { PackageFormat } from '../core/packages';
import { committedFiles, findCommit, type GitAnswer, gitRoot, readBlob } from '../io/git';
import { decodeText } from '../io/readTextFile';
import { formatOf } from '../supply/formats';
import type { BomFile } from '../supply/sbom/gatherBom';
import { installed, largestPackageFile } from './packageFiles';

/** What a commit's manifests and lockfiles say about packages; `revision` is any name that git knows one by. */
export async function packagesAt(
  folder: string,
  revision: string,
): Promise<GitAnswer<{ readonly files: BomFile[]; readonly faults: Fault[] }>> {
  const root = await gitRoot(folder);
  if (root.error !== undefined) return root;
  const commit = await findCommit(root.value, revision);
  if (commit === undefined) return { error: `${revision} is neither a file here nor a commit that git knows` };
  const all = await committedFiles(root.value, commit);
  if (all.error !== undefined) return all;
  const faults: Fault[] = [];
  const texts = new Map<string, string>();
  for (const { path, blob } of all.value) {
    if (!isAsked(path) || path.split('/').some(name => installed.has(name))) continue;
    const read = await readBlob(root.value, blob, largestPackageFile);
    if (read.error !== undefined) return read;
    const text = Buffer.isBuffer(read.value) ? decodeText(read.value) : undefined;
    if (text && 'text' in text) texts.set(path, text.text);
    else faults.push({ code: 'too-large', where: `${revision}:${path}`, message: 'too large or no text: not read' });
  }
  const files = Array.from(texts).flatMap(([path, text]) => {
    const format = comparable(path);
    const beside = (name: string) => texts.get(posix.join(posix.dirname(path), name));
    return format ? [{ path, file: format.parse(text, path, beside) }] : [];
  });
  return { value: { files, faults } };
}

/** The formats that a difference is made of: not those that look through all of the code for names. */
export function comparable(path: string): PackageFormat | undefined {
  const format = formatOf(path);
  return format && inCode.has(format.id) ? undefined : format;
}

export const inCode: ReadonlySet<string> = new Set(['models', 'notebook', 'pep723']);

/** What formats ask for beside their own files counts too. */
function isAsked(path: string): boolean {
  return comparable(path) !== undefined || /(?:^|\/)go\.sum$/.test(path);
}
