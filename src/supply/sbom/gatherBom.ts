import type { PackageEntry, PackageFile } from '../../core/packages';
import { packageKey } from '../advisories/ecosystemOf';
import { parsePurl, purlOf } from '../purl';
import type { Bom, BomComponent } from './bom';
import { hashesOf } from './hashesOf';

/** A file that was read, by its path with forward slashes. */
export interface BomFile {
  readonly path: string;
  readonly file: PackageFile;
}

/**
 * The bill of materials of some files: one component for a package URL, in the order of these. What a manifest asks for stands there
 * only where no lockfile has it; the project's own packages don't.
 */
export function gatherBom(name: string, files: readonly BomFile[]): Bom {
  const locked = new Set(files.filter(({ file }) => file.kind === 'lockfile').flatMap(keysOf));
  const drafts = new Map<string, Draft>();
  for (const { path, file } of files)
    for (const entry of file.packages) {
      if (entry.source?.kind === 'path') continue;
      if (file.kind === 'manifest' && locked.has(keyOf(entry))) continue;
      addTo(drafts, entry, path, file);
    }
  const components = Array.from(drafts.values(), toComponent);
  return { name, components: components.sort((a, b) => (a.ref < b.ref ? -1 : 1)) };
}

function keysOf({ file }: BomFile): string[] {
  return file.packages.map(keyOf);
}

function keyOf({ ecosystem, name }: PackageEntry): string {
  return `${ecosystem}:${packageKey(ecosystem, name)}`;
}

/** A component while files add to it. */
interface Draft {
  readonly purl: string;
  readonly entries: PackageEntry[];
  readonly files: Set<string>;
  readonly needs: Set<string>;
}

function addTo(drafts: Map<string, Draft>, entry: PackageEntry, path: string, file: PackageFile): void {
  const purl = purlOf(entry);
  // What a hostile file has for a name may be none; CycloneDX takes versions of up to 1,024 characters.
  if (parsePurl(purl) === undefined || (entry.version?.length ?? 0) > 1024) return;
  const draft = drafts.get(purl) ?? { purl, entries: [], files: new Set(), needs: new Set() };
  drafts.set(purl, draft);
  draft.entries.push(entry);
  draft.files.add(path);
  for (const needed of file.needs?.(entry) ?? [])
    if (needed.source?.kind !== 'path' && needed !== entry) draft.needs.add(purlOf(needed));
}

/** What several files say of it: direct if one says so, only for development if all do. */
function toComponent({ purl, entries, files, needs }: Draft): BomComponent {
  const [first] = entries as [PackageEntry];
  const told = entries.filter(({ direct }) => direct !== undefined);
  const use = entries.every(entry => entry.use === first.use) ? first.use : undefined;
  const licence = entries.find(({ license }) => license !== undefined)?.license;
  const hashes = new Map(entries.flatMap(hashesOf).map(hash => [`${hash.algorithm}:${hash.hex}`, hash]));
  return {
    ref: purl,
    ecosystem: first.ecosystem,
    name: first.name,
    ...(first.version === undefined ? {} : { version: first.version }),
    purl,
    ...(licence === undefined ? {} : { licence }),
    hashes: Array.from(hashes.values()),
    ...(use ? { use } : {}),
    ...(told.length > 0 ? { direct: told.some(({ direct }) => direct) } : {}),
    ...(first.version === undefined && first.requirement !== undefined ? { requirement: first.requirement } : {}),
    files: Array.from(files).sort(),
    needs: Array.from(needs).sort(),
  };
}
