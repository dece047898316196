import * as vscode from 'vscode';
import type { Decision } from '../../core/model';
import type { TargetArgument } from '../findings/findingTarget';
import { itemsAt, shownItems } from '../findings/shownFindings';
import type { FileFindings, Parts } from '../parts';

/** A finding as the store has it, and the file that it stands in. */
export interface ChosenFinding {
  readonly uri: vscode.Uri;
  readonly file: FileFindings;
  readonly decision: Decision;
}

/** The finding that a command is about: what a link names, what stands at the cursor, or what the person picks. */
export async function chosenFinding(parts: Parts, argument: TargetArgument): Promise<ChosenFinding | undefined> {
  const uri = uriOf(argument);
  const file = uri && parts.findings.get(uri);
  const start = argument && 'uri' in argument ? (argument.decision?.finding.start ?? argument.start) : undefined;
  const named = file?.decisions.find(({ finding }) => finding.start === start);
  const decision = named ?? (uri && file && atCursor(uri, file));
  if (uri && file && decision) return { uri, file, decision };
  return pick(parts, uri);
}

function uriOf(argument: TargetArgument): vscode.Uri | undefined {
  if (!argument) return vscode.window.activeTextEditor?.document.uri;
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument.uri === 'string' ? vscode.Uri.parse(argument.uri) : argument.uri;
}

function atCursor(uri: vscode.Uri, file: FileFindings): Decision | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) return undefined;
  return itemsAt(file, editor.document.offsetAt(editor.selection.active))[0]?.first;
}

const mostOffered = 500;

/** Those of the active file first. */
async function pick(parts: Parts, uri: vscode.Uri | undefined): Promise<ChosenFinding | undefined> {
  const { t } = vscode.l10n;
  const files = [...parts.findings.all()].sort((one, other) => Number(other.uri === uri) - Number(one.uri === uri));
  const items = files
    .flatMap(file =>
      shownItems(file).map(({ first }) => ({
        label: first.finding.title,
        description: vscode.workspace.asRelativePath(file.uri, false),
        detail: t('line {0}', file.range(first).start.line + 1),
        chosen: { uri: file.uri, file, decision: first },
      })),
    )
    .slice(0, mostOffered);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(t('There is no finding yet. Open a file, or audit the workspace.'));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { placeHolder: t('Which finding?'), matchOnDescription: true }))
    ?.chosen;
}
