import * as vscode from 'vscode';
import type { Decision } from '../../core/model';
import type { FileFindings } from '../parts';
import type { DocumentScans } from './scanDocuments';
import { itemsAt, shownFindings } from './shownFindings';

/**
 * What a command is told to work on: a file from the explorer, a node of the findings view, or what links and code actions
 * say, where a URI is written as text and `start` is the finding's offset. Without one, the active editor.
 */
export type TargetArgument =
  | vscode.Uri
  | {
      readonly uri: vscode.Uri | string;
      readonly start?: number;
      /** Tells a package's finding from what its text holds at the same place. */
      readonly detector?: string;
      readonly decision?: Decision;
      readonly scope?: string;
    }
  | undefined;

/** A document as it stands, and one of its findings where the command names one. */
export interface Target {
  readonly document: vscode.TextDocument;
  readonly file: FileFindings;
  readonly decision?: Decision;
  /** `column` where all values of the finding's column are meant, `columns` where those of all columns are. */
  readonly scope?: string;
}

/** Opens what the argument names; undefined where there is nothing to work on, which is told. */
export async function openTarget(scans: DocumentScans, argument: TargetArgument): Promise<Target | undefined> {
  const uri = uriOf(argument);
  if (!uri) return tellNothingOpen();
  const document = await vscode.workspace.openTextDocument(uri);
  const file = scans.current(document, true);
  const start = argument && 'uri' in argument ? (argument.decision?.finding.start ?? argument.start) : undefined;
  const scope = argument && 'uri' in argument ? argument.scope : undefined;
  return { document, file, scope, decision: shownFindings(file).find(({ finding }) => finding.start === start) };
}

/** What a command answers that works on the shown file, where none is. */
export function tellNothingOpen(): undefined {
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a file first: this works on the one that is shown.'));
}

/** The finding at the cursor of the active editor. */
export function atCursor({ document, file }: Target): Decision | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return undefined;
  return itemsAt(file, document.offsetAt(editor.selection.active))[0]?.first;
}

function uriOf(argument: TargetArgument): vscode.Uri | undefined {
  if (!argument) return vscode.window.activeTextEditor?.document.uri;
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument.uri === 'string' ? vscode.Uri.parse(argument.uri) : argument.uri;
}
