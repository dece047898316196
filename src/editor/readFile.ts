import * as vscode from 'vscode';
import type { Fault } from '../core/model';

/** A file's text, or why there is none; undefined for what holds no text: folders, devices, binaries and files that went away. */
export type FileText =
  | { readonly text: string; readonly fault?: Fault }
  | { readonly fault: Fault; readonly text?: undefined };

/** Reads a file for a scan. `most` is in megabytes. */
export async function readFile(uri: vscode.Uri, most: number): Promise<FileText | undefined> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    // A link may lead to a device that never ends, or to a pipe that never begins.
    if (!(type & vscode.FileType.File)) return undefined;
    if (size > most * megabyte) return { fault: tooLarge(size, most) };
    return decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    return { fault: { code: 'unreadable', message: vscode.l10n.t('It can’t be read: check its permissions.') } };
  }
}

const megabyte = 1024 * 1024;

function tooLarge(size: number, most: number): Fault {
  const message = vscode.l10n.t(
    '{0} MB is more than lockside.detection.maximumFileSize ({1} MB).',
    Math.ceil(size / megabyte),
    most,
  );
  return { code: 'too-large', message };
}

function decode(bytes: Uint8Array): FileText | undefined {
  const encoding = byteOrderMark(bytes);
  if (!encoding && bytes.subarray(0, 8000).includes(0)) return undefined;
  try {
    return { text: new TextDecoder(encoding ?? 'utf-8', { fatal: true, ignoreBOM: false }).decode(bytes) };
  } catch {
    // Tokens are ASCII, so a scan of it as Latin-1 still finds them; it is said all the same that some may be missed.
    const message = vscode.l10n.t('It isn’t valid UTF-8: scanned as Latin-1, so some findings may be missing.');
    return { text: new TextDecoder('latin1').decode(bytes), fault: { code: 'encoding', message } };
  }
}

function byteOrderMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
