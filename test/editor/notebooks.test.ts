import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, place, problemsOf, token, until } from './documents';

describe('notebooks', function () {
  this.timeout(120_000);
  let opened = 0;
  let uri: vscode.Uri;
  // Under an old name the editor would show what stood there.
  beforeEach(() => {
    uri = place(`notebook-${++opened}.ipynb`);
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri);
  });
  after(() => vscode.commands.executeCommand('lockside.clearFindings'));

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
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(notebook, undefined, 1)));
    const shown = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(shown);
    const { document } = shown.cellAt(0);
    const messages = (await problemsOf(document, 2)).map(({ message }) => message.startsWith('In the output:'));
    assert.deepEqual(messages.sort(), [false, true]);
    await vscode.commands.executeCommand('lockside.auditWorkspace');
    const told = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Lockside');
    assert.equal(told.length, 2, 'the cell and its output');
  });

  it('are told what their outputs hold, which one fix clears', async () => {
    const people = [
      ['id', 'first_name', 'email'],
      ...['Ada', 'Grace', 'Alan'].map((name, i) => [i, name, `${name}.${i}@mail-post.net`]),
    ];
    const output = { output_type: 'stream', name: 'stdout', text: [people.map(row => row.join(',')).join('\n')] };
    const cell = (source: string, outputs: unknown[]) => ({
      cell_type: 'code',
      execution_count: 1,
      metadata: {},
      outputs,
      source: [source],
    });
    const notebook = {
      cells: [cell('one()', []), cell('two()\nthree()', [output])],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    };
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(notebook)));
    const shown = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(shown);
    const [told] = await problemsOf(shown.cellAt(1).document, 1);
    assert.match(told!.message, /^In the output: Column first_name \(person's name, 3 values\).* Clear it\.$/);
    assert.equal(told!.range.start.line, 1);
    assert.ok(!told!.message.includes('Ada'));
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      shown.cellAt(1).document.uri,
      told!.range,
    );
    const { command } = fixes.find(({ title }) => title === 'Clear this output')!;
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    await until(() => shown.cellAt(1).outputs.length === 0);
    assert.equal(shown.cellAt(1).outputs.length, 0);
    assert.equal(shown.cellAt(1).document.getText(), 'two()\nthree()');
    assert.equal((await problemsOf(shown.cellAt(1).document, 0)).length, 0);
  });
});
