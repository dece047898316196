import * as vscode from 'vscode';
import { commands, settings as names } from '../../contributes';
import { withheld } from '../../core/classify/decideClass';
import type { Crossing } from '../../core/crossing';
import type { Passage } from '../../core/guard';
import type { Fault, Finding } from '../../core/model';
import { namesIn } from '../../core/placeholders';
import { holdsBack } from '../../core/policy';
import { redact } from '../../core/redact';
import { tellNothingOpen } from '../findings/findingTarget';
import { pathOf } from '../findings/scanDocuments';
import type { Parts } from '../parts';
import { readFile } from '../readFile';

/** What was put on the clipboard: how many values were replaced, or why nothing was. */
export type Copied = { readonly replaced: number } | { readonly refused: string };

/**
 * The command "Copy Safe for AI": the selection, the active file, or the files chosen in the explorer, with placeholders for what
 * the policy holds back from the clipboard.
 */
export function registerCopySafe(parts: Parts): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.copySafe,
    async (clicked?: vscode.Uri, chosen?: unknown): Promise<Copied | undefined> => {
      const passages = await passagesOf(parts, clicked, chosen);
      if (passages.length === 0) return undefined;
      const copied = await put(passages);
      if ('refused' in copied) void vscode.window.showWarningMessage(copied.refused);
      else vscode.window.setStatusBarMessage(told(copied.replaced), 5000);
      return copied;
    },
  );
}

type Part = Pick<Passage, 'text' | 'action' | 'faults'> & { readonly replaced: number; readonly path: string };

async function passagesOf(parts: Parts, clicked: vscode.Uri | undefined, chosen: unknown): Promise<Part[]> {
  const editor = vscode.window.activeTextEditor;
  const isActive = editor && (!clicked || clicked.toString() === editor.document.uri.toString());
  if (isActive && !Array.isArray(chosen)) return passEditor(parts, editor);
  const uris = Array.isArray(chosen) ? chosen.filter(one => one instanceof vscode.Uri) : clicked ? [clicked] : [];
  if (uris.length === 0) tellNothingOpen();
  const passed: Part[] = [];
  for (const uri of uris) passed.push(...(await passFile(parts, uri)));
  return passed;
}

/** A selection is judged with the text around it, which often says that it is a secret. */
function passEditor(parts: Parts, { document, selections }: vscode.TextEditor): Part[] {
  const chosen = selections.filter(selection => !selection.isEmpty);
  if (chosen.length === 0) return [passText(parts, document.getText(), pathOf(document))];
  const text = document.getText();
  const { decisions, faults, action } = parts.guard.inspect(text, crossingOf(pathOf(document)));
  const note = withheld(decisions);
  if (note !== undefined) return [{ text: note, faults, action, replaced: 1, path: pathOf(document) }];
  const held = decisions.filter(({ action }) => holdsBack(action));
  return chosen.map(selection => {
    const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
    const inside = held.filter(({ finding }) => finding.start < end && finding.end > start);
    const slice = text.slice(start, end);
    const clipped = inside.map(({ finding }) => clip(finding, start, end));
    const { text: safe, edits } = redact(slice, clipped, parts.guard.vault, namesIn([text]), pathOf(document));
    const { channel, destination } = crossingOf('');
    const place = { channel, destination, path: pathOf(document) };
    parts.activity.record(
      edits.map(({ finding: { detector, fingerprint }, placeholder }, index) => {
        const { action, layer, reason } = inside[index]!;
        return { ...place, action, layer, reason, detector, fingerprint, placeholder };
      }),
    );
    const blocks = faults.length > 0 ? action === 'block' : inside.some(({ action }) => action === 'block');
    return { text: safe, faults, action: blocks ? 'block' : 'redact', replaced: edits.length, path: pathOf(document) };
  });
}

function clip(finding: Finding, start: number, end: number): Finding {
  return { ...finding, start: Math.max(finding.start, start) - start, end: Math.min(finding.end, end) - start };
}

function crossingOf(path: string) {
  return { channel: 'clipboard', destination: { kind: 'clipboard', name: '' }, source: { path } } satisfies Crossing;
}

function passText(parts: Parts, text: string, path: string): Part {
  const { edits, ...passage } = parts.guard.pass(text, crossingOf(path));
  return { ...passage, replaced: edits.length, path };
}

async function passFile(parts: Parts, uri: vscode.Uri): Promise<Part[]> {
  const path = pathOf({ uri });
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (open) return [passText(parts, open.getText(), path)];
  const file = await readFile(uri, parts.settings.value<number>(names.maximumFileSize));
  if (!file) return [];
  if (file.text === undefined) return [{ text: '', action: 'block', faults: [file.fault], replaced: 0, path }];
  return [passText(parts, file.text, path)];
}

/** Nothing is copied where one of the texts may not leave. */
async function put(passed: readonly Part[]): Promise<Copied> {
  const stopped = passed.find(({ action }) => action === 'block');
  if (stopped) return { refused: refusal(stopped.path, stopped.faults) };
  const paths = new Set(passed.map(({ path }) => path));
  const texts = passed.map(({ text, path }) => (paths.size > 1 ? `${path}\n${text}` : text));
  await vscode.env.clipboard.writeText(texts.join('\n'));
  return { replaced: passed.reduce((sum, { replaced }) => sum + replaced, 0) };
}

function refusal(path: string, [fault]: readonly Fault[]): string {
  return fault
    ? vscode.l10n.t('{0} was not copied, because it could not be scanned: {1}', path, fault.message)
    : vscode.l10n.t('{0} was not copied: the policy blocks what it holds.', path);
}

/** How many values were replaced, for the status bar. */
export function told(replaced: number): string {
  const { t } = vscode.l10n;
  if (replaced === 0) return t('Lockside: copied; nothing had to be replaced');
  return replaced === 1
    ? t('Lockside: copied with 1 value replaced')
    : t('Lockside: copied with {0} values replaced', replaced);
}
