import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from '../../src/core/detectors/sample';

const { executeCommand } = vscode.commands;
const place = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
const tabs = (label: string) =>
  vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(tab => tab.label === label);

describe('the dashboard and the data-flow map', () => {
  after(() => executeCommand('workbench.action.closeAllEditors'));

  for (const [command, label] of [
    ['lockside.showDashboard', 'Lockside Dashboard'],
    ['lockside.showDataFlow', 'Lockside Data Flow'],
  ] as const)
    it(`open once: ${label}`, async () => {
      await executeCommand(command);
      await executeCommand(command);
      for (let waits = 0; waits < 50 && tabs(label).length === 0; waits++)
        await new Promise(done => setTimeout(done, 100));
      assert.equal(tabs(label).length, 1);
    });

  it('export a report of this project that holds no value', async () => {
    const token = sample('ghp_{alnum:30}{crc62:6}', 71);
    const [file, report] = [place('reported.env'), place('report-of-test.html')];
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`TOKEN=${token}\n`));
    try {
      await executeCommand('lockside.exportReport', report);
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(report));
      assert.match(page, /reported\.env:1/);
      assert.match(page, /secret\/github-token/);
      assert.ok(!page.includes(token));
    } finally {
      await vscode.workspace.fs.delete(file);
      await vscode.workspace.fs.delete(report);
    }
  }).timeout(60_000);
});
