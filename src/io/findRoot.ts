import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder at or above `start` that VS Code's settings or git mark as the root of a workspace; `start` where none does. */
export function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (marks.some(mark => existsSync(join(folder, mark)))) return folder;
    if (folder === dirname(folder)) return start;
  }
}

/** Not `.vscode` alone: VS Code keeps its extensions in a folder of that name in everybody's home. */
const marks = ['.git', join('.vscode', 'settings.json')];
