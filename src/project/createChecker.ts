import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { PackageEntry, PackageFile } from '../core/packages';
import type { CheckedFile, CheckedText, CheckFacts } from '../core/packageThread';
import type { RegistryAnswer } from '../core/registry';
import { pathFrom } from '../io/pathFrom';
import { readTextFile } from '../io/readTextFile';
import { loadRegistries } from '../io/registries/load';
import type { FileToJudge } from '../supply/fileToJudge';
import { formatOf } from '../supply/formats';
import { loadTrust } from '../supply/trust/load';
import { checkFile, type JudgedFile } from './checkFile';
import { checkMentions } from './checkMentions';
import { createBases } from './createBases';
import { lockfilesAbove } from './lockfilesAbove';
import { largestPackageFile } from './packageFiles';

/** Checks texts one by one, and remembers what files beside them said. */
export interface Checker {
  /**
   * Tells what is known at once, and once more when registries have answered. `asked` where somebody asked for it; else only what
   * is new in a text is asked about, or nothing, as the settings want.
   */
  check(target: CheckedText, facts: CheckFacts, asked: boolean, tell: (file: CheckedFile) => void): Promise<void>;
  /** Forgets advisories that were read: others have come. */
  refresh(): void;
}

export function createChecker(): Checker {
  const bases = createBases();
  const answers = new Map<string, RegistryAnswer>();
  const seen = new Map<string, Set<string>>();
  const parsed = new Map<string, { readonly mark: string; readonly judged: FileToJudge & { readonly text: string } }>();

  /** A file as it stands, read again only where it has changed. */
  const read = (file: string, root: string, { unsaved }: CheckFacts) => {
    const open = unsaved[file];
    const mark = open === undefined ? markOf(file) : `open ${open.length} ${hashOf(open)}`;
    const known = parsed.get(file);
    if (known?.mark === mark) return known.judged;
    const text = open ?? textOf(file);
    const path = pathFrom(root, file);
    const format = text === undefined ? undefined : formatOf(path);
    if (text === undefined || !format) return undefined;
    const judged = { path, text, file: format.parse(text, path, besideOf(file, root, unsaved)) };
    if (parsed.size > mostParsed) parsed.clear();
    parsed.set(file, { mark, judged });
    return judged;
  };

  const asker = ({ ask, trusted, stateFolder }: CheckFacts, root: string | undefined) =>
    ask === 'never' || root === undefined
      ? undefined
      : loadRegistries().createRegistries({ root, trusted, stateFolder, patience });

  const checkPackages = async (
    target: CheckedText,
    file: PackageFile,
    facts: CheckFacts,
    asked: boolean,
    tell: (file: CheckedFile) => void,
  ) => {
    const { path, text, root } = target;
    const around =
      target.file && root ? lockfilesAbove(target.file, root).flatMap(name => read(name, root, facts) ?? []) : [];
    const one: JudgedFile = { path, text, file, absolute: target.file };
    const { base, faults } = await bases.open(facts, [one, ...around]);
    const judge = () =>
      checkFile(one, around, {
        ...{ base, facts, root },
        answerOf: entry => answers.get(keyOf(entry)),
      });
    const first = judge();
    tell({ ...first, faults: [...first.faults, ...faults] });
    const ask = asker(facts, root);
    const open = ask ? questionable(target, file, facts, asked, seen).filter(entry => !answers.has(keyOf(entry))) : [];
    if (!ask || open.length === 0) return;
    await Promise.all(
      open.map(async ({ ecosystem, name, version }) => {
        const answer = await ask({ ecosystem, name, version });
        if (answer.kind !== 'unasked') answers.set(keyOf({ ecosystem, name, version }), answer);
      }),
    );
    const second = judge();
    tell({ ...second, faults: [...second.faults, ...faults] });
  };

  return {
    async check(target, facts, asked, tell) {
      const format = formatOf(target.path);
      const beside = target.file && target.root ? besideOf(target.file, target.root, facts.unsaved) : undefined;
      const file = format?.parse(target.text, target.path, beside);
      // Any Python and YAML is of a format: what names no package there is code like other.
      if (file && (file.packages.length > 0 || file.faults.length > 0 || !isCode(file)))
        return checkPackages(target, file, facts, asked, tell);
      const { base } = await bases.open(facts, []);
      const manifests = target.file && target.root ? lockfilesAbove(target.file, target.root, 'manifest') : [];
      const declared = manifests.flatMap(name => read(name, target.root!, facts) ?? []);
      await checkMentions(target, { base, facts, declared, ask: asker(facts, target.root), tell });
    },
    refresh() {
      bases.refresh();
    },
  };
}

const patience = 800;
const mostParsed = 60;
const mostAsked = 200;

function isCode({ format }: PackageFile): boolean {
  return ['pep723', 'models', 'notebook'].includes(format);
}

function keyOf({ ecosystem, name, version }: Pick<PackageEntry, 'ecosystem' | 'name' | 'version'>): string {
  return `${ecosystem} ${name}@${version ?? ''}`;
}

/**
 * What registries are asked about: of a file that merely lies there nothing, unless the settings say always; of one that somebody
 * writes at the moment, what has come since it was opened. Popular names exist.
 */
function questionable(
  { path, file: absolute }: CheckedText,
  file: PackageFile,
  { ask }: CheckFacts,
  asked: boolean,
  seen: Map<string, Set<string>>,
): PackageEntry[] {
  const place = absolute ?? path;
  const before = seen.get(place);
  const now = new Map(file.packages.map(entry => [keyOf(entry), entry]));
  if (file.kind === 'lockfile' && !asked) return [];
  if (!before) seen.set(place, isYoung(absolute) ? new Set() : new Set(now.keys()));
  const known = seen.get(place)!;
  const every = asked || ask === 'always';
  return [...now]
    .filter(([key, entry]) => {
      const registry = (entry.source?.kind ?? 'registry') === 'registry';
      if (!registry) return false;
      return known.has(key) ? every && !loadTrust().isKnownName(entry.ecosystem, entry.name) : true;
    })
    .map(([, entry]) => entry)
    .slice(0, mostAsked);
}

/** A file that was made a moment ago, such as an agent's. */
function isYoung(file: string | undefined): boolean {
  if (file === undefined) return true;
  try {
    return Date.now() - statSync(file).birthtimeMs < 120_000;
  } catch {
    // It isn't saved yet.
    return true;
  }
}

function markOf(file: string): string {
  try {
    const { mtimeMs, size } = statSync(file);
    return `${mtimeMs} ${size}`;
  } catch {
    // It has gone; whoever reads it finds that out.
    return 'gone';
  }
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

function textOf(file: string): string | undefined {
  const read = readTextFile(file, largestPackageFile);
  return 'text' in read ? read.text : undefined;
}

/** Never out of the workspace, whatever a stranger's file names. */
function besideOf(file: string, root: string, unsaved: CheckFacts['unsaved']) {
  return (name: string) => {
    const other = resolve(dirname(file), name);
    if (pathFrom(root, other).startsWith('..') || basename(other) === '') return undefined;
    return unsaved[other] ?? textOf(other);
  };
}
