import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Classification } from '../../src/core/classify/dataClass';
import { closeAll } from './documents';

const { executeCommand } = vscode.commands;
const root = () => vscode.workspace.workspaceFolders![0]!.uri;
const place = (name: string) => vscode.Uri.joinPath(root(), name);
const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(place(name), new TextEncoder().encode(text));
const setting = (value: unknown) =>
  vscode.workspace.getConfiguration('lockside').update('classes', value, vscode.ConfigurationTarget.Workspace);

/** The command opens a pick that stays until it is closed; what it tells is known before. */
async function classOf(name: string): Promise<Classification> {
  const told = await executeCommand<Classification>('lockside.showClass', place(name));
  await executeCommand('workbench.action.closeQuickOpen');
  return told;
}

describe('classes', function () {
  this.timeout(60_000);
  before(async () => {
    await setting([{ paths: ['finance/**'], class: 'restricted', reason: 'salaries' }]);
    await write('finance/salaries.md', '# Salaries\n');
    await write('classes/plan.md', '# CONFIDENTIAL\n\nThe plan.\n');
    await write('classes/readme.md', '# Hello\n');
  });
  after(async () => {
    await closeAll();
    await setting(undefined);
    for (const folder of ['finance', 'classes']) await vscode.workspace.fs.delete(place(folder), { recursive: true });
  });

  const cases: [name: string, expected: string, why: RegExp | undefined][] = [
    ['finance/salaries.md', 'restricted', /matches finance\/\*\* .*salaries/],
    ['classes/plan.md', 'confidential', /labelled "confidential" in line 1/],
    ['classes/readme.md', 'internal', undefined],
  ];
  for (const [name, expected, why] of cases) {
    it(`are told: ${name}`, async () => {
      const told = await classOf(name);
      assert.equal(told.class, expected);
      if (why) assert.match(told.reasons[0]!.why, why);
      else assert.deepEqual(told.reasons, []);
    });
  }

  it('keep a restricted file from the clipboard and from guarded models', async () => {
    const copied = await executeCommand<{ refused?: string }>('lockside.copySafe', place('finance/salaries.md'));
    assert.match(copied.refused ?? '', /salaries\.md was not copied/);
    const [model] = await vscode.lm.selectChatModels({ vendor: 'lockside' });
    const path = place('finance/salaries.md').fsPath;
    const message = vscode.LanguageModelChatMessage.User(
      `<attachment id="a" filePath="${path}">\n# Salaries\n</attachment>`,
    );
    const send = async () => {
      const { text } = await model!.sendRequest([message]);
      for await (const _piece of text);
    };
    await assert.rejects(send, /restricted content \(finance\/salaries\.md: its path matches/);
  });
});
