import * as path from 'node:path';
import * as vscode from 'vscode';
import type { FilePlaces } from '../agents/tools';
import { isPublished } from '../io/git';

/** Where a file is, as seen from this window. A path may be written as an absolute path, a relative one or a URI. */
export function createFilePlaces(): FilePlaces {
  return {
    async describe(named) {
      const uri = uriOf(named);
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (!folder) return { published: true, holdsValue: () => false };
      const text = await textOf(uri);
      return {
        relative: vscode.workspace.asRelativePath(uri, false),
        published: uri.scheme === 'file' ? await isPublished(uri.fsPath) : true,
        holdsValue: value => text.includes(value),
      };
    },
  };
}

/** The file that a tool names; relative paths start at `cwd` or the first folder. */
export function uriOf(named: string, cwd?: string): vscode.Uri {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(named)) return vscode.Uri.parse(named);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (path.isAbsolute(named))
    return folder ? folder.with({ path: vscode.Uri.file(named).path }) : vscode.Uri.file(named);
  return folder
    ? folder.with({
        path: path.posix.resolve(cwd ? vscode.Uri.file(cwd).path : folder.path, named.replaceAll('\\', '/')),
      })
    : vscode.Uri.file(path.resolve(cwd ?? '/', named));
}

async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return ''; // No such file yet, or not a text: it holds no value.
  }
}
