import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Parts } from '../parts';
import { shownAt, shownItems } from './shownFindings';

interface Place {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/** The commands that go to the next and the previous finding, through all files of the store and around. */
export function registerNavigation(parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.nextFinding, () => go(parts, 1)),
    vscode.commands.registerCommand(commands.previousFinding, () => go(parts, -1)),
  );
}

async function go(parts: Parts, step: 1 | -1): Promise<void> {
  const places = placesOf(parts);
  const next = step === 1 ? places.find(isAfterCursor) : places.findLast(isBeforeCursor);
  const place = next ?? places.at(step === 1 ? 0 : -1);
  if (!place) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Lockside: no findings'), 5000);
    return;
  }
  const selection = new vscode.Range(place.range.start, place.range.start);
  const editor = await vscode.window.showTextDocument(place.uri, { selection });
  editor.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function placesOf(parts: Parts): Place[] {
  const places = Array.from(parts.findings.all(), file =>
    shownItems(file).map(item => ({ uri: file.uri, range: shownAt(file, item) })),
  ).flat();
  return places.sort((one, other) => compare(one, other.uri, other.range.start));
}

/** Files in the order of their URIs, places within one in the order of the text. */
function compare({ uri, range }: Place, otherUri: vscode.Uri, position: vscode.Position): number {
  const [one, other] = [uri.toString(), otherUri.toString()];
  if (one !== other) return one < other ? -1 : 1;
  return range.start.compareTo(position);
}

function isAfterCursor(place: Place): boolean {
  const editor = vscode.window.activeTextEditor;
  return !editor || compare(place, editor.document.uri, editor.selection.active) > 0;
}

function isBeforeCursor(place: Place): boolean {
  const editor = vscode.window.activeTextEditor;
  return !editor || compare(place, editor.document.uri, editor.selection.active) < 0;
}
