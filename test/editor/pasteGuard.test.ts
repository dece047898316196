import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createGuard } from '../../src/core/guard';
import { createVault } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';
import { createPasteProvider, type PasteOptions } from '../../src/editor/clipboard/pasteGuard';
import type { Parts } from '../../src/editor/parts';
import { closeAll, openText, token } from './documents';

type Rank = ReturnType<PasteOptions['rank']>;

/** What is pasted at which rank, and whether a redacted paste is offered, and after which others. */
const cases: [string, Rank, string, { yields: boolean } | undefined][] = [
  ['a secret, beside the plain paste', 'beside', `T=${token(1)}`, { yields: true }],
  ['a secret, first', 'first', `T=${token(2)}`, { yields: false }],
  ['a secret, when it is off', 'off', `T=${token(3)}`, undefined],
  ['nothing to hide', 'first', 'const a = 1;', undefined],
  ['nothing at all', 'first', '', undefined],
];

describe('pasting', () => {
  afterEach(closeAll);
  const { token: never } = new vscode.CancellationTokenSource();

  for (const [name, rank, text, expected] of cases) {
    it(`${expected ? 'offers a redacted text for' : 'leaves alone'} ${name}`, async () => {
      const parts = guarded();
      const document = await openText('');
      const edits = await offer(parts, document, rank, text);
      assert.equal(edits.length, expected ? 1 : 0);
      if (!expected) return;
      const [edit] = edits as [vscode.DocumentPasteEdit];
      assert.equal((edit.yieldTo ?? []).length > 0, expected.yields);
      assert.equal([...parts.guard.vault.entries()].length, 0, 'a placeholder was given out by the offer alone');
      assert.match(edit.insertText as string, /^$/);
    });
  }

  it('inserts placeholders that do not stand in the document yet', async () => {
    const parts = guarded();
    const document = await openText('SECRET_GITHUB_TOKEN_1');
    const provider = createPasteProvider(parts, options('first'));
    const [edit] = await provide(provider, document, `T=${token(4)}`);
    const resolved = await provider.resolveDocumentPasteEdit!(edit!, never);
    assert.equal(resolved?.insertText, 'T=SECRET_GITHUB_TOKEN_2');
  });

  function offer(parts: Parts, document: vscode.TextDocument, rank: Rank, text: string) {
    return provide(createPasteProvider(parts, options(rank)), document, text);
  }

  async function provide(provider: vscode.DocumentPasteEditProvider, document: vscode.TextDocument, text: string) {
    const data = new vscode.DataTransfer();
    data.set('text/plain', new vscode.DataTransferItem(text));
    const context = { triggerKind: vscode.DocumentPasteTriggerKind.Automatic, only: undefined };
    return (await provider.provideDocumentPasteEdits!(document, [], data, context, never)) ?? [];
  }
});

function options(rank: Rank): PasteOptions {
  return { rank: () => rank, crossing: () => ({ channel: 'paste', destination: { kind: 'model', name: 'unknown' } }) };
}

function guarded(): Parts {
  const policy = createPolicy([], '2026-01-01');
  const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });
  const guard = createGuard({ scanner, vault: createVault(), policy: () => policy, audit: () => undefined });
  return { guard } as Parts;
}
