import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { placeOf } from '../../audit/compliance/complianceOf';
import { findingsOf } from '../../audit/htmlReport/reportModel';
import { commands } from '../../contributes';
import type { Gathered } from './gatherReport';

/** Opens what a link of a page names. The page can only name what it was given: a finding's place, or one of a few commands. */
export async function openReportLink(link: string, { inputs }: Gathered): Promise<void> {
  const at = link.indexOf(':');
  const [kind, name] = [link.slice(0, at), link.slice(at + 1)];
  if (kind === 'settings' && name === 'vendors') {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'lockside.vendors');
    return;
  }
  const command = linked[name];
  if (kind === 'command' && command) {
    await vscode.commands.executeCommand(command);
    return;
  }
  const row = kind === 'finding' ? findingsOf(inputs).find(one => placeOf(one) === name) : undefined;
  if (row) await openPlace(row.file, row.line, row.column);
}

const linked: Readonly<Record<string, string>> = {
  coverage: commands.showCoverage,
  findings: commands.showFindings,
  transcripts: commands.checkTranscripts,
};

async function openPlace(file: string, line: number, column: number): Promise<void> {
  const position = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  const uri = uriOf(file);
  try {
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(position, position) });
  } catch {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} can’t be opened in an editor.', file));
  }
}

/** As reports name files: relative to the folder, from the home, or absolute. */
function uriOf(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri;
  if (file.startsWith('~/')) return vscode.Uri.joinPath(vscode.Uri.file(homedir()), file.slice(2));
  const absolute = file.startsWith('/') || /^[a-z]:[\\/]/i.test(file);
  return folder && !absolute ? vscode.Uri.joinPath(folder, file) : vscode.Uri.file(file);
}
