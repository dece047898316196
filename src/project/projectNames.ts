import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import type { Ecosystem } from '../core/packages';
import { fieldsOf, textOf } from '../core/untyped';
import { readTextFile } from '../io/readTextFile';
import { packageKey } from '../supply/advisories/ecosystemOf';
import type { FileToJudge } from '../supply/fileToJudge';
import type { ProjectNames } from '../supply/trust/judgeImports';

/** What code in a folder may import: what the manifests at and above it name, and modules of the project's own. */
export function projectNames(
  declared: readonly (FileToJudge & { readonly text: string })[],
  root: string,
  folder: string,
): ProjectNames {
  const names = new Set<string>();
  const ecosystems = new Set<Ecosystem>();
  const own = new Set<string>();
  for (const { file, text, path } of declared) {
    for (const { ecosystem, name } of file.packages) names.add(`${ecosystem}:${packageKey(ecosystem, name)}`);
    const ecosystem = declares[file.format];
    if (ecosystem) ecosystems.add(ecosystem);
    if (path.endsWith('package.json')) for (const name of ownNames(text)) own.add(name);
  }
  for (const name of aliases(root)) own.add(name);
  const isOwnModule = (name: string) =>
    places(name).some(it => [root, folder].some(base => existsSync(join(base, it))));
  return {
    declares: (ecosystem, name) => names.has(`${ecosystem}:${packageKey(ecosystem, name)}`),
    hasManifest: ecosystem => ecosystems.has(ecosystem),
    own: { has: (name: string) => own.has(name) || isOwnModule(name) } as ReadonlySet<string>,
  };
}

const declares: Readonly<Record<string, Ecosystem>> = {
  'package.json': 'npm',
  'pyproject.toml': 'PyPI',
  'requirements.txt': 'PyPI',
  Pipfile: 'PyPI',
  'setup.cfg': 'PyPI',
};

function ownNames(text: string): string[] {
  const { name, imports } = fieldsOf(parse(text));
  return [textOf(name), ...Object.keys(fieldsOf(imports))].flatMap(one => one ?? []);
}

/** The first parts of path aliases, and the folders that `baseUrl` makes importable. */
function aliases(root: string): string[] {
  return ['tsconfig.json', 'jsconfig.json'].flatMap(file => {
    const read = readTextFile(join(root, file), 1024 * 1024);
    const { paths } = fieldsOf(fieldsOf('text' in read ? parse(read.text) : {}).compilerOptions);
    return Object.keys(fieldsOf(paths)).map(alias => alias.split('/')[0] ?? alias);
  });
}

/** A module of the project's own, in the usual places. */
function places(name: string): string[] {
  if (name.includes('..') || name.length > 200) return [];
  return ['', 'src', 'lib', 'app', 'packages', 'test', 'tests'].flatMap(it => [join(it, name), join(it, `${name}.py`)]);
}
