import { isAbsolute, relative, resolve } from 'node:path';
import type { FileText } from '../agents/hookPorts';
import type { FilePlaces } from '../agents/tools';
import { isPublished } from '../io/git';
import type { Workspace } from '../io/openWorkspace';
import { readTextFile } from '../io/readTextFile';

/** Where files of a workspace are, and what stands in them, for whoever restores values into them. */
export function createFilePlaces(workspace: Workspace): FilePlaces {
  return {
    async describe(path) {
      const file = resolve(workspace.root, path);
      const inside = relative(workspace.root, file);
      if (inside.startsWith('..') || isAbsolute(inside)) return { published: true, holdsValue: () => false };
      const read = await readText(workspace, file);
      return {
        relative: workspace.pathOf(file),
        published: await isPublished(file),
        holdsValue: value => read !== undefined && 'text' in read && read.text.includes(value),
      };
    },
  };
}

/** The text of a file, a fault where it is too large, and nothing where there is no such text. */
export async function readText(workspace: Workspace, file: string): Promise<FileText | undefined> {
  const read = readTextFile(file, workspace.maximumFileSize);
  const path = workspace.pathOf(file);
  if ('text' in read) return { text: read.text, path };
  return 'fault' in read && read.fault.code === 'too-large' ? { fault: read.fault } : undefined;
}
