import type { PackageEntry } from '../../core/packages';
import { fieldsOf, isTable, textOf } from '../../core/untyped';
import { normalised } from '../mentions/specs';
import type { Draft } from './packageFile';
import { type Document, type Place, versionIn } from './places';

/** Adds what poetry's and pixi's tables of a pyproject.toml ask for. */
export function poetryTables(draft: Draft, doc: Document): void {
  const add = (path: readonly string[], use?: PackageEntry['use']) => addTable(draft, doc, path, { direct: true, use });
  add(['tool', 'poetry', 'dependencies']);
  add(['tool', 'poetry', 'dev-dependencies'], 'dev');
  for (const group of keysAt(doc, ['tool', 'poetry', 'group']))
    add(['tool', 'poetry', 'group', group, 'dependencies'], 'dev');
  add(['tool', 'pixi', 'pypi-dependencies']);
  for (const feature of keysAt(doc, ['tool', 'pixi', 'feature']))
    add(['tool', 'pixi', 'feature', feature, 'pypi-dependencies']);
}

/** Adds a table of names and requirements, as poetry's tables and a Pipfile have them: a text, a table, or a list of such tables. */
export function addTable(draft: Draft, doc: Document, path: readonly string[], facts: Partial<PackageEntry>): void {
  for (const [name, value] of Object.entries(valueAt(doc, path))) {
    if (normalised(name) === 'python') continue;
    const variants: readonly unknown[] = Array.isArray(value) ? value : [value];
    variants.forEach((variant, index) => {
      const entry = poetryRequirement(name, variant);
      if (!entry) return;
      const use = facts.use ?? (fieldsOf(variant).optional === true ? 'optional' : undefined);
      draft.add({ ...entry, ...facts, use }, () => {
        const place = Array.isArray(value) ? doc.place(...path, name, index) : doc.place(...path, name);
        return versionPlace(draft.text, place) ?? doc.place(...path, name)?.key;
      });
    });
  }
}

/** Undefined where it is a folder of the project's own. */
function poetryRequirement(name: string, value: unknown): PackageEntry | undefined {
  const facts = isTable(value) ? value : { version: value };
  const requirement = textOf(facts.version);
  const git = textOf(facts.git);
  const url = textOf(facts.url) ?? textOf(facts.file);
  if (textOf(facts.path) !== undefined || (facts.editable === true && !git)) return undefined;
  const source = git ? { kind: 'git' as const, url: git } : url ? { kind: 'url' as const, url } : undefined;
  return { ecosystem: 'PyPI', name: normalised(name), version: pinned(requirement), requirement, source };
}

/** To poetry a bare version means exactly that one. */
function pinned(requirement: string | undefined): string | undefined {
  return /^\s*(?:={2,3})?\s*(\d[\w.+!-]*)\s*$/.exec(requirement ?? '')?.[1];
}

function versionPlace(text: string, place: Place | undefined): ReturnType<typeof versionIn> {
  const span = place?.children.size ? place.children.get('version')?.value : place?.value;
  if (!span || span.start === span.end || text[span.start] === '{') return undefined;
  return versionIn(text, span);
}

function keysAt(doc: Document, path: readonly string[]): string[] {
  return Object.keys(valueAt(doc, path));
}

function valueAt(doc: Document, path: readonly string[]): Record<string, unknown> {
  return path.reduce<Record<string, unknown>>((value, step) => ({ ...fieldsOf(value[step]) }), {
    ...fieldsOf(doc.value),
  });
}
