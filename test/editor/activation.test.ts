import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const id = 'lockside.lockside';

interface Manifest {
  contributes: { commands: { command: string }[] };
}

describe('activation', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not installed`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that package.json names', async () => {
    const manifest: Manifest = vscode.extensions.getExtension(id)!.packageJSON;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.map(each => each.command).filter(each => !registered.has(each));
    assert.deepEqual(missing, []);
  });
});
