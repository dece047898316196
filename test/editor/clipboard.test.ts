import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText, token, until } from './documents';

const { clipboard } = vscode.env;

describe('clipboard', function () {
  this.timeout(60_000);
  afterEach(closeAll);

  it('gets a terminal’s selection with placeholders', async () => {
    const terminal = vscode.window.createTerminal({ name: 'copying' });
    terminal.show(false);
    await terminal.processId;
    terminal.sendText(`echo "T=${token(71)}"`);
    let copied: { replaced: number } | undefined;
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.terminal.selectAll');
      copied = await vscode.commands.executeCommand('lockside.copyTerminal');
      return (copied?.replaced ?? 0) > 1;
    });
    terminal.dispose();
    const text = await clipboard.readText();
    assert.ok(copied, 'something was copied');
    assert.ok(!text.includes(token(71)), 'the value was copied');
    assert.match(text, /T=SECRET_GITHUB_TOKEN_\d/);
  });

  it('stays as it was where a terminal has no selection', async () => {
    await clipboard.writeText('what stood there');
    const terminal = vscode.window.createTerminal({ name: 'nothing selected' });
    terminal.show(false);
    await vscode.commands.executeCommand('workbench.action.terminal.clearSelection');
    assert.equal(await vscode.commands.executeCommand('lockside.copyTerminal'), undefined);
    assert.equal(await clipboard.readText(), 'what stood there');
    terminal.dispose();
  });

  const pasted: [string, string, RegExp][] = [
    ['a secret', `T=${token(72)}`, /^T=SECRET_GITHUB_TOKEN_\d+$/],
    ['what holds none', 'const a = 1;', /^const a = 1;$/],
  ];
  for (const [name, text, expected] of pasted) {
    it(`is pasted safely: ${name}`, async () => {
      const document = await openText('');
      await clipboard.writeText(text);
      await vscode.commands.executeCommand('lockside.pasteSafe');
      await until(() => document.getText() !== '');
      assert.ok(expected.test(document.getText()), `${document.getText().length} characters`);
    });
  }
});
