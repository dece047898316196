import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { printable } from '../core/printable';
import { gitRoot } from '../io/git';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { readTextFile } from '../io/readTextFile';
import { formatOf } from '../supply/formats';
import type { Bom, BomStamp } from '../supply/sbom/bom';
import { toCycloneDx } from '../supply/sbom/cyclonedx';
import { type BomChange, type BomSide, diffBoms } from '../supply/sbom/diffBoms';
import { type BomFile, gatherBom } from '../supply/sbom/gatherBom';
import { readBom } from '../supply/sbom/readBom';
import { toSpdx } from '../supply/sbom/spdx';
import { largestPackageFile, readPackageFiles } from './packageFiles';
import { comparable, packagesAt } from './packagesAt';

export const sbomFormats = ['cyclonedx-json', 'cyclonedx-1.7', 'spdx-json'] as const;

export interface SbomOptions {
  readonly format: (typeof sbomFormats)[number];
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

function exportBom(bom: Bom, stamp: BomStamp, format: SbomOptions['format']): string {
  if (format === 'spdx-json') return toSpdx(bom, stamp);
  return toCycloneDx(bom, stamp, format === 'cyclonedx-1.7' ? '1.7' : '1.6');
}

/** Makes a document, names it by what it says, and writes it: the same packages give the same bytes, but for the time. */
export async function writeDocument(
  make: (stamp: BomStamp) => string,
  { output, version }: Pick<SbomOptions, 'output' | 'version'>,
): Promise<void> {
  const time = timeOf(process.env.SOURCE_DATE_EPOCH);
  const id = uuidOf(make({ time: '', id: '', version }));
  const text = make({ time, id, version });
  if (output === undefined || output === '-') await write(process.stdout, text);
  else writeFileSync(output, text);
}

/** Now, or what a reproducible build says that it is. */
function timeOf(epoch: string | undefined): string {
  const now = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return `${now.toISOString().slice(0, 19)}Z`;
}

/** A UUID of version 8 (RFC 9562): a hash of what it names. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
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
  const text = options.format === 'json' ? `${JSON.stringify({ changes }, undefined, 2)}\n` : textOf(changes);
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

const signs: Readonly<Record<BomChange['change'], string>> = {
  added: '+',
  removed: '-',
  upgraded: '↑',
  downgraded: '↓',
  changed: '~',
  licence: '§',
};

function textOf(changes: readonly BomChange[]): string {
  if (changes.length === 0) return 'no packages differ\n';
  return changes.map(one => `${printable(lineOf(one))}\n`).join('');
}

function lineOf({ change, ecosystem, name, before, after }: BomChange): string {
  const title = `${signs[change]} ${ecosystem ? `${ecosystem} ` : ''}${name}`;
  if (change === 'licence') return `${title} ${after?.version ?? ''}: licence ${before?.licence} -> ${after?.licence}`;
  const way = [before, after].flatMap(side => (side ? [side.version ?? '(any version)'] : [])).join(' -> ');
  const about = aboutOf(after ?? before ?? {});
  return `${title} ${way}${about === '' ? '' : ` (${about})`}`;
}

function aboutOf({ licence, direct, use }: BomSide): string {
  return [direct === false ? 'transitive' : direct ? 'direct' : undefined, use, licence].filter(Boolean).join(', ');
}

async function tell(text: string): Promise<void> {
  await write(process.stderr, `lockside: ${printable(text)}\n`);
}
