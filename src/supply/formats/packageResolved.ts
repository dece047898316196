import type { PackageFormat } from '../../core/packages';
import { fieldsOf, tables, textOf } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { named, packageFile } from './packageFile';

/**
 * Swift's Package.resolved, versions 1 to 3. A package's name is its repository's address without scheme and `.git`, as OSV has it; one
 * that is pinned to a branch or a revision has no version.
 */
export const packageResolved: PackageFormat = {
  id: 'Package.resolved',
  kind: 'lockfile',
  matches: path => byName(path) || /(?:^|\/)\.package\.resolved$/.test(path),
  parse: text =>
    packageFile(packageResolved, text, draft => {
      const document = readJson(draft);
      const { object, pins } = fieldsOf(document.value);
      const at = pins === undefined ? ['object', 'pins'] : ['pins'];
      for (const [index, pin] of tables(pins ?? fieldsOf(object).pins).entries()) {
        const url = textOf(pin.location) ?? textOf(pin.repositoryURL);
        const name = (url ? repositoryName(url) : undefined) ?? textOf(pin.identity) ?? textOf(pin.package);
        if (!name) continue;
        const { version, revision } = fieldsOf(pin.state);
        const exact = textOf(version);
        const place = () => document.place(...at, index);
        draft.add(
          {
            ecosystem: 'SwiftURL',
            name,
            ...(exact ? { version: exact } : {}),
            ...(url ? { source: { kind: kindOf(pin.kind, url), url } } : {}),
            ...(textOf(revision) ? { integrity: textOf(revision) } : {}),
          },
          () => {
            const state = place()?.children.get('state')?.children;
            return exact
              ? state?.get('version')?.value
              : (state?.get('revision')?.value ?? place()?.children.get('identity')?.value);
          },
        );
      }
    }),
};

const byName = named('Package.resolved');

/** `https://host/owner/name.git` and `git@host:owner/name.git` are `host/owner/name`. */
function repositoryName(url: string): string | undefined {
  const [, host, path] = /^(?:[\w+]+:\/\/)?(?:[^@/]*@)?([^:/]+(?::\d+)?)[:/](.+?)(?:\.git)?\/?$/.exec(url) ?? [];
  return host && path ? `${host}/${path}` : undefined;
}

function kindOf(kind: unknown, url: string): 'git' | 'path' | 'registry' {
  if (kind === 'registry') return 'registry';
  return kind === 'localSourceControl' || url.startsWith('/') ? 'path' : 'git';
}
