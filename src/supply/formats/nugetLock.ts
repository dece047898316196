import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, textOf } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { type Draft, named, packageFile } from './packageFile';

/** NuGet's packages.lock.json: by target framework; a `Project` is one of the solution's own. */
export const nugetLock: PackageFormat = {
  id: 'packages.lock.json',
  kind: 'lockfile',
  matches: path => byName(path) || /(?:^|\/)packages\.[^/]+\.lock\.json$/.test(path),
  parse: text => packageFile(nugetLock, text, read),
};

const byName = named('packages.lock.json');

function read(draft: Draft): void {
  const document = readJson(draft);
  const frameworks = fieldsOf(fieldsOf(document.value).dependencies);
  const entries = new Map<string, PackageEntry>();
  const asks = new Map<string, readonly string[]>();
  const roots = new Set<string>();
  for (const [framework, packages] of Object.entries(frameworks))
    for (const [name, value] of Object.entries(fieldsOf(packages))) {
      const facts = fieldsOf(value);
      const key = `${framework} ${name.toLowerCase()}`;
      asks.set(
        key,
        Object.keys(fieldsOf(facts.dependencies)).map(it => `${framework} ${it.toLowerCase()}`),
      );
      if (facts.type === 'Direct' || facts.type === 'Project') roots.add(key);
      const place = () => document.place('dependencies', framework, name);
      entries.set(
        key,
        draft.add(entryOf(name, facts), () => place()?.children.get('resolved')?.value ?? place()?.key),
      );
    }
  draft.paths(() => ({ roots, next: key => asks.get(key) ?? [], entryOf: key => entries.get(key) }));
}

function entryOf(name: string, { type, resolved, contentHash }: Table): PackageEntry {
  const version = textOf(resolved);
  const common = { ecosystem: 'NuGet', name, ...(version ? { version } : {}), direct: type === 'Direct' } as const;
  if (type === 'Project') return { ...common, source: { kind: 'path' } };
  return { ...common, source: { kind: 'registry' }, integrity: textOf(contentHash) ?? false };
}
