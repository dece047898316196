import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, place, problemsOf, token } from './documents';

describe('notebooks', function () {
  this.timeout(120_000);
  const uri = () => place('findings.ipynb');
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri());
    await vscode.commands.executeCommand('lockside.clearFindings');
  });

  it('are underlined in their cells, and audited with their outputs', async () => {
    const output = { output_type: 'stream', name: 'stdout', text: [`T=${token(92)}\n`] };
    const cell = {
      cell_type: 'code',
      execution_count: 1,
      metadata: {},
      outputs: [output],
      source: [`t = "${token(91)}"`],
    };
    const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(JSON.stringify(notebook, undefined, 1)));
    const opened = await vscode.workspace.openNotebookDocument(uri());
    await vscode.window.showNotebookDocument(opened);
    const { document } = opened.cellAt(0);
    assert.equal((await problemsOf(document, 1)).length, 1);
    await vscode.commands.executeCommand('lockside.auditWorkspace');
    const told = vscode.languages.getDiagnostics(uri()).filter(({ source }) => source === 'Lockside');
    assert.equal(told.length, 2, 'the cell and its output');
  });
});
