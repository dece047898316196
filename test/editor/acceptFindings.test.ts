import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, place, problemsOf, token } from './documents';

const baseline = '.lockside/baseline.json';

describe('a baseline in the editor', function () {
  this.timeout(120_000);
  const settings = () => vscode.workspace.getConfiguration('lockside');
  let salt: string | undefined;
  before(() => {
    salt = settings().inspect<string>('fingerprintSalt')?.workspaceValue;
  });
  after(async () => {
    for (const name of ['accepted.txt', 'other.txt', '.lockside'])
      await vscode.workspace.fs.delete(place(name), { recursive: true }).then(undefined, () => undefined);
    await settings().update('fingerprintSalt', salt, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('lockside.clearFindings');
    await closeAll();
  });

  it('takes what is found, and leaves what is new', async () => {
    const document = await openFile('accepted.txt', `x ${token(81)}\n`);
    await problemsOf(document, 1);
    const told = { reason: 'known since 2025', owner: 'Team A', expires: '2099-01-31' };
    const accepted = await vscode.commands.executeCommand<number>('lockside.acceptFindings', told);
    assert.ok(accepted > 0);
    const text = Buffer.from(await vscode.workspace.fs.readFile(place(baseline))).toString();
    assert.match(
      text,
      /"path":"accepted\.txt","detector":"secret\/github-token".*"owner":"Team A","expires":"2099-01-31"/,
    );
    assert.ok(!text.includes(token(81)));
    assert.equal((await problemsOf(document, 0)).length, 0);
    const other = await openFile('other.txt', `x ${token(81)}\n`);
    assert.equal((await problemsOf(other, 1)).length, 1);
  });

  it('counts no longer when it is gone', async () => {
    const document = await openFile('accepted.txt', `x ${token(81)}\n`);
    await vscode.workspace.fs.delete(place('.lockside'), { recursive: true });
    assert.equal((await problemsOf(document, 1)).length, 1);
  });

  it('is not written without a reason, an owner and an end to come', async () => {
    const told = { reason: 'known since 2025', owner: 'Team A', expires: '2020-01-31' };
    assert.equal(await vscode.commands.executeCommand('lockside.acceptFindings', told), undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(place(baseline)));
  });
});
