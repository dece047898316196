import { findNodeAtLocation, type JSONPath } from 'jsonc-parser';
import * as vscode from 'vscode';
import { treeOf } from './policyFiles';

/** Shows a JSON file at the first of some places that it has. */
export async function openAt(file: vscode.Uri, ...paths: readonly JSONPath[]): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const root = treeOf(document.getText());
  const settings = root && file.path.endsWith('.code-workspace') ? findNodeAtLocation(root, ['settings']) : root;
  const node = paths.flatMap(path => (settings && findNodeAtLocation(settings, path)) ?? [])[0];
  const selection = node && new vscode.Range(document.positionAt(node.offset), document.positionAt(node.offset));
  await vscode.window.showTextDocument(document, { ...(selection ? { selection } : {}), preview: false });
}
