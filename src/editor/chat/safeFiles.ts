import * as vscode from 'vscode';
import { anyModel } from '../../agents/hookPorts';
import { safeScheme } from '../../contributes';
import type { Parts } from '../parts';

/**
 * A read-only file system that serves any file with placeholders for what must not leave. An agent's `read_file` is sent
 * here; no copy lies on disk.
 */
export function registerSafeFiles(parts: Parts): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const readOnly = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    async stat(uri) {
      const [stat, content] = await Promise.all([vscode.workspace.fs.stat(realUri(uri)), safeContent(parts, uri)]);
      return { ...stat, size: content.length, permissions: vscode.FilePermission.Readonly };
    },
    readFile: uri => safeContent(parts, uri),
    readDirectory: () => [],
    createDirectory: readOnly,
    writeFile: readOnly,
    delete: readOnly,
    rename: readOnly,
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerFileSystemProvider(safeScheme, provider, { isReadonly: true, isCaseSensitive: true }),
  );
}

/** The safe twin of a file, as a tool writes it. */
export function safeUri(uri: vscode.Uri): string {
  return uri.with({ scheme: safeScheme, authority: '' }).toString(true);
}

function realUri(uri: vscode.Uri): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? folder.with({ path: uri.path }) : vscode.Uri.file(uri.path);
}

async function safeContent(parts: Parts, uri: vscode.Uri): Promise<Uint8Array> {
  await parts.ready;
  const real = realUri(uri);
  const { type } = await vscode.workspace.fs.stat(real);
  // A link may lead to a device that never ends.
  if (!(type & vscode.FileType.File)) throw vscode.FileSystemError.Unavailable(uri);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(real));
  const {
    text: safe,
    action,
    faults,
  } = parts.guard.pass(text, {
    channel: 'hook',
    destination: anyModel,
    source: { path: vscode.workspace.asRelativePath(real, false) },
  });
  if (action === 'block')
    throw vscode.FileSystemError.NoPermissions(
      vscode.l10n.t(
        'Lockside holds this file back: {0}',
        faults[0]?.message ?? vscode.l10n.t('the policy blocks what it holds'),
      ),
    );
  return new TextEncoder().encode(safe);
}
