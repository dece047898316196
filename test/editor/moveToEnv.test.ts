import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, place, problemsOf, token, type } from './documents';

const { executeCommand } = vscode.commands;

/** A file with ‹secret›, and what becomes of it; undefined where it isn't offered. */
const cases: [string, string, string | undefined][] = [
  ['a.js', "const apiKey = '‹›';", 'const apiKey = process.env.API_KEY;'],
  ['a.ts', 'const options = { githubToken: "‹›" };', 'const options = { githubToken: process.env.GITHUB_TOKEN };'],
  ['a.py', '#!/usr/bin/python\nkey = "‹›"', '#!/usr/bin/python\nimport os\nkey = os.environ["KEY"]'],
  ['b.py', 'import os\nkey = "‹›"', 'import os\nkey = os.environ["KEY"]'],
  ['a.go', 'apiKey := "‹›"', 'apiKey := os.Getenv("API_KEY")'],
  ['A.java', 'String apiKey = "‹›";', 'String apiKey = System.getenv("API_KEY");'],
  ['a.cs', 'var apiKey = "‹›";', 'var apiKey = Environment.GetEnvironmentVariable("API_KEY");'],
  ['a.rb', "api_key = '‹›'", 'api_key = ENV["API_KEY"]'],
  ['a.php', "<?php $apiKey = '‹›';", "<?php $apiKey = getenv('API_KEY');"],
  ['a.rs', 'let api_key = "‹›";', 'let api_key = std::env::var("API_KEY").expect("API_KEY is set");'],
  ['a.sh', "API_KEY='‹›'", 'API_KEY="$API_KEY"'],
  ['b.sh', 'curl -H "Authorization: Bearer ‹›"', 'curl -H "Authorization: Bearer $GITHUB_TOKEN"'],
  ['a.yaml', 'api_key: ‹›', `api_key: $${'{API_KEY}'}`],
  ['a.json', '{ "apiKey": "‹›" }', undefined],
  ['c.ts', "const header = 'Bearer ‹›';", undefined],
  ['d.py', 'key = f"‹›"', undefined],
];

describe('Move to .env', function () {
  this.timeout(30_000);
  let before: string;
  beforeEach(async () => {
    before = await setEnv('PORT=3000\n');
  });
  afterEach(async () => {
    await setEnv(before);
    await closeAll();
    await vscode.workspace.fs.delete(place('moved'), { recursive: true });
  });

  for (const [index, [name, content, expected]] of cases.entries()) {
    it(`${expected === undefined ? 'is not offered' : 'rewrites'} ${content.split('\n').at(-1)}`, async () => {
      const secret = token(200 + index);
      const document = await openFile(`moved/${name}`, content.replace('‹›', secret));
      const [problem] = await problemsOf(document, 1);
      const action = await offered(document, problem!.range);
      assert.equal(action === undefined, expected === undefined);
      if (!action) return;
      await vscode.workspace.applyEdit(action.edit!);
      assert.equal(document.getText(), expected);
      assert.ok((await envText()).includes(`=${secret}\n`), 'the value is not in .env');
    });
  }

  it('gives a name once, and a value one name', async () => {
    const [one, other] = [token(300), token(301)];
    const document = await openFile(
      'moved/e.ts',
      `a({ apiKey: '${one}' });\nb({ apiKey: '${other}' });\nc('${one}');\n`,
    );
    for (let left = 3; left > 0; left--) {
      const found = await problemsOf(document, left);
      const first = found.sort((a, b) => a.range.start.compareTo(b.range.start))[0]!;
      await vscode.workspace.applyEdit((await offered(document, first.range))!.edit!);
    }
    assert.equal(
      document.getText(),
      'a({ apiKey: process.env.API_KEY });\nb({ apiKey: process.env.API_KEY_2 });\nc(process.env.API_KEY);\n',
    );
  });
});

/** What .env holds, saved or not. */
async function envText(): Promise<string> {
  return (await vscode.workspace.openTextDocument(place('.env'))).getText();
}

/** Gives .env this content; resolves to what it held. */
async function setEnv(content: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(place('.env'));
  const before = document.getText();
  await type(document, 0, before.length, content);
  await document.save();
  return before;
}

async function offered(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction | undefined> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const actions: vscode.CodeAction[] = await executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
    10,
  );
  return actions.find(({ title }) => title.startsWith('Move to .env'));
}
