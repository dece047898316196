import assert from 'node:assert/strict';
import { allFakers } from '@faker-js/faker';
import * as vscode from 'vscode';
import { type Format, makeRecords } from '../core/people';
import { closeAll, openFile, place, problems, problemsOf, until } from './documents';

const { executeCommand } = vscode.commands;

/** The columns that hold personal data; `status` and `amount` beside them hold none. */
const columns = 11;

describe('tables of people in editors', function () {
  this.timeout(60_000);
  afterEach(closeAll);

  const formats: readonly [format: Format, rows: number][] = [
    ['csv', 2000],
    ['tsv', 50],
    ['sql', 50],
    ['json', 50],
    ['markdown', 50],
  ];
  for (const [format, rows] of formats) {
    it(`are told column by column in ${format}, however many rows there are`, async () => {
      const { document, done } = await openPeople(format, rows);
      const found = await problemsOf(document, columns);
      assert.equal(found.length, columns);
      const [message] = found.map(it => it.message).filter(it => it.includes('street_address'));
      assert.match(message ?? '', /^(?:Column|Field) street_address \(street address, [\d.,]+ values\): /);
      assert.ok(found.every(it => it.message.length <= 120 && !it.message.includes('\n')));
      await done();
    });
  }

  it('are summed up by a hover over the name of a column and over a value', async () => {
    const { document, made, done } = await openPeople('csv', 50);
    await problemsOf(document, columns);
    const value = made.truth.get('pii/email')![3]!;
    for (const offset of [made.text.indexOf('email') + 1, value.start + 1]) {
      const text = await hoverAt(document, offset);
      for (const part of ['Lockside: Column email', '| Column | Holds | Values | Law |', 'street address', 'GDPR 9'])
        assert.ok(text.includes(part), `${part} is missing`);
      assert.ok(!text.includes(made.text.slice(value.start, value.end)), 'the value is shown');
    }
    await done();
  });

  it('are redacted by one fix: a column, or all of them, and come back byte by byte', async () => {
    const { document, made, done } = await openPeople('csv', 400);
    await problemsOf(document, columns);
    const actions = await fixesAt(document, made.text.indexOf('email') + 1);
    const titles = actions.map(it => it.title);
    assert.deepEqual(titles.slice(0, 2), ['Redact the column email', `Redact all ${columns} columns`]);
    await run(actions[0]);
    const emails = made.truth.get('pii/email')!.length;
    assert.equal(document.getText().match(/PII_EMAIL_\d+/g)?.length, emails);
    assert.ok(!document.getText().includes('@'));
    await problemsOf(document, columns - 1);
    await run((await fixesAt(document, made.text.indexOf('first_name'))).find(it => it.title.startsWith('Redact all')));
    assert.equal((await problemsOf(document, 0)).length, 0);
    assert.equal(document.lineCount, made.text.split('\n').length);
    await executeCommand('lockside.restoreFile');
    await until(() => document.getText() === made.text);
    assert.ok(document.getText() === made.text, 'not each byte has come back');
    await done();
  });

  it('stay told while somebody types in them', async () => {
    const { document, made, done } = await openPeople('csv', 3000);
    await problemsOf(document, columns);
    const at = document.positionAt(made.text.indexOf('\n', made.text.length / 2) + 1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at, 'a,b,c\n');
    await vscode.workspace.applyEdit(edit);
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.equal(problems(document).length, columns);
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.equal(problems(document).length, columns);
    await done();
  });
});

let opened = 0;

/** In a folder of its own: under an old name the editor may show what stood there. */
async function openPeople(format: Format, rows: number) {
  const faker = allFakers.en;
  faker.seed(29);
  const made = makeRecords(faker, format, rows);
  const folder = `people-${++opened}`;
  const document = await openFile(`${folder}/${made.path}`, made.text);
  const done = async () => {
    await closeAll();
    await vscode.workspace.fs.delete(place(folder), { recursive: true });
  };
  return { document, made, done };
}

async function hoverAt(document: vscode.TextDocument, offset: number): Promise<string> {
  const position = document.positionAt(offset);
  const hovers = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value)).join('\n');
}

async function fixesAt(document: vscode.TextDocument, offset: number): Promise<vscode.CodeAction[]> {
  const position = document.positionAt(offset);
  const range = new vscode.Range(position, position);
  return executeCommand('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
}

async function run(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.command);
  await executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
