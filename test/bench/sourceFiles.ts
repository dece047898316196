import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceFile {
  readonly path: string;
  /** The path below the folder that it was found in, for messages. */
  readonly name: string;
  readonly size: number;
}

/** Real source files, the largest first: of node_modules and, where it is installed, of the editor. */
export function sourceFiles(names: RegExp): SourceFile[] {
  return folders
    .filter(folder => existsSync(folder))
    .flatMap(folder => filesIn(folder).filter(({ path }) => names.test(path)))
    .sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['node_modules', '.vscode-test/code-server'].map(folder => join(root, folder));

function filesIn(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path, name: relative(root, path), size: statSync(path).size }));
}
