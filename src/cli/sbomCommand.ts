import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { DocumentStamp } from '../core/cycloneDx';
import { printable } from '../core/printable';
import { gitRoot } from '../io/git';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { readTextFile } from '../io/readTextFile';
import { exportBom, type SbomFormat, stamped } from '../project/exportBom';
import { largestPackageFile, readPackageFiles } from '../project/packageFiles';
import { comparable, packagesAt } from '../project/packagesAt';
import { formatOf } from '../supply/formats';
import type { Bom } from '../supply/sbom/bom';
import { describeChanges } from '../supply/sbom/describeChanges';
import { diffBoms } from '../supply/sbom/diffBoms';
import { type BomFile, gatherBom } from '../supply/sbom/gatherBom';
import { readBom } from '../supply/sbom/readBom';

export interface SbomOptions {
  readonly format: SbomFormat;
  /** A file; standard output where there is none. */
  readonly output?: string;
  /** Of Lockside. */
  readonly version: string;
}

/** Writes the bill of materials of some paths. Gives the exit code: 0; 2 where something could not be read. */
export async function sbomCommand(paths: readonly string[], options: SbomOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd });
  const read = await readFiles(paths, cwd, workspace);
  const bom = gatherBom(basename(workspace.root), read.files);
  await writeDocument(stamp => exportBom(bom, stamp, options.format), options);
  await tell(`${bom.components.length} packages of ${read.files.length} files`);
  return read.failed ? 2 : 0;
}

/** Makes a document, names it by what it says, and writes it: the same packages give the same bytes, but for the time. */
export async function writeDocument(
  make: (stamp: DocumentStamp) => string,
  { output, version }: Pick<SbomOptions, 'output' | 'version'>,
): Promise<void> {
  const text = stamped(make, version);
  if (output === undefined || output === '-') await write(process.stdout, text);
  else writeFileSync(output, text);
}

/** Reads and parses what there is, and tells what can't be read. */
export async function readFiles(
  paths: readonly string[],
  cwd: string,
  { pathOf, faults }: Workspace,
  formats = formatOf,
): Promise<{ readonly files: BomFile[]; readonly failed: boolean }> {
  const files: BomFile[] = [];
  let failed = false;
  for (const { where, message } of faults) await tell(`${where ? `${where}: ` : ''}${message}`);
  for await (const one of readPackageFiles(paths, { cwd, pathOf, formatOf: formats, limit: largestPackageFile })) {
    if (one.fault) {
      failed ||= one.named;
      await tell(`${one.file}: ${one.fault.message}`);
      continue;
    }
    const file = one.format.parse(one.text, one.path, one.beside);
    for (const { message, where } of file.faults) await tell(`${one.file}${where ? `:${where}` : ''}: ${message}`);
    files.push({ path: one.path, file });
  }
  return { files, failed };
}

export interface SbomDiffOptions {
  readonly format: 'text' | 'json';
  readonly exitCode?: boolean;
}

/**
 * Tells what became of packages from one bill to another; each is a file, or what git has at a revision, and the second one the
 * working tree unless it is given. Gives the exit code: 0; 1 where --exit-code asks and something differs; 2 on failure.
 */
export async function sbomDiffCommand(
  base: string,
  head: string | undefined,
  options: SbomDiffOptions,
): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd });
  const before = await bomOf(base, cwd, workspace);
  const after = before === undefined ? undefined : await bomOf(head, cwd, workspace);
  if (!before || !after) return 2;
  const changes = diffBoms(before, after);
  const text = options.format === 'json' ? `${JSON.stringify({ changes }, undefined, 2)}\n` : describeChanges(changes);
  await write(process.stdout, text);
  return options.exitCode && changes.length > 0 ? 1 : 0;
}

async function bomOf(name: string | undefined, cwd: string, workspace: Workspace): Promise<Bom | undefined> {
  if (name === undefined) {
    // As much as a commit has, wherever in it the person stands.
    const root = await gitRoot(cwd);
    const folder = root.error === undefined ? root.value : workspace.root;
    const { files, failed } = await readFiles([folder], cwd, workspace, comparable);
    return failed ? undefined : gatherBom('', files);
  }
  if (existsSync(resolve(cwd, name))) return readBomFile(name, resolve(cwd, name));
  const read = await packagesAt(cwd, name);
  if (read.error !== undefined) {
    await tell(read.error);
    return undefined;
  }
  for (const { where, message } of read.value.faults) await tell(`${where}: ${message}`);
  return gatherBom('', read.value.files);
}

async function readBomFile(name: string, file: string): Promise<Bom | undefined> {
  const text = readTextFile(file, largestPackageFile);
  const read = 'text' in text ? readBom(text.text) : { error: 'fault' in text ? text.fault.message : 'is not a text' };
  if (read.error === undefined) return read.bom;
  await tell(`${name}: ${read.error}`);
  return undefined;
}

async function tell(text: string): Promise<void> {
  await write(process.stderr, `lockside: ${printable(text)}\n`);
}
