import * as vscode from 'vscode';
import { settings as names } from '../../contributes';
import type { Crossing } from '../../core/crossing';
import { namesIn } from '../../core/placeholders';
import { holdsBack } from '../../core/policy';
import { pathOf, scannedSchemes } from '../findings/scanDocuments';
import type { Parts } from '../parts';

const { Text } = vscode.DocumentDropOrPasteEditKind;

/** The kind of a redacted paste, for those who name their preferred one in `editor.pasteAs.preferences`. */
const redactedPaste = Text.append('redacted', 'lockside');

export interface PasteOptions {
  /** Where the pasted text is about to go, so that the policy can say what happens to it. */
  crossing(document: vscode.TextDocument): Crossing;
  /** `first`: what a plain paste does; `beside`: offered in the paste widget after a plain paste; `off`: neither. */
  rank(): 'first' | 'beside' | 'off';
}

/** Offers a pasted text with placeholders for what it holds. The placeholders are given out when the offer is taken. */
export function createPasteProvider(parts: Parts, { crossing, rank }: PasteOptions): vscode.DocumentPasteEditProvider {
  const texts = new WeakMap<vscode.DocumentPasteEdit, () => string>();
  return {
    async provideDocumentPasteEdits(document, _ranges, data, _context, token) {
      const text = rank() === 'off' ? undefined : await data.get('text/plain')?.asString();
      if (!text || token.isCancellationRequested) return undefined;
      const { decisions } = parts.guard.inspect(text, crossing(document));
      if (!decisions.some(({ action }) => holdsBack(action))) return undefined;
      const edit = new vscode.DocumentPasteEdit('', vscode.l10n.t('Paste redacted'), redactedPaste);
      if (rank() === 'beside') edit.yieldTo = [Text];
      const taken = namesIn([document.getText(), text]);
      texts.set(edit, () => parts.guard.pass(text, { ...crossing(document), taken }).text);
      return [edit];
    },
    resolveDocumentPasteEdit(edit) {
      edit.insertText = texts.get(edit)?.() ?? '';
      return edit;
    },
  };
}

/** What the provider is registered with. */
export const pasteMetadata: vscode.DocumentPasteProviderMetadata = {
  providedPasteEditKinds: [redactedPaste],
  pasteMimeTypes: ['text/plain'],
};

/** Redacted pastes in editors: beside the plain one, or instead of it, as the setting says. */
export function registerPasteGuard(parts: Parts): vscode.Disposable {
  const rank = () => ranks[parts.settings.value<keyof typeof ranks>(names.paste)];
  const provider = createPasteProvider(parts, {
    rank,
    crossing: document => ({
      channel: 'paste',
      destination: { kind: 'model', name: 'unknown' },
      source: { path: pathOf(document) },
      ignoresClass: true,
    }),
  });
  const selector = scannedSchemes.map(scheme => ({ scheme }));
  return vscode.languages.registerDocumentPasteEditProvider(selector, provider, pasteMetadata);
}

const ranks = { offer: 'beside', redact: 'first', off: 'off' } as const;
