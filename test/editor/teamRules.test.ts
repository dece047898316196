import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from '../../src/core/detectors/sample';
import { openFile, place, problems, problemsOf, token, until } from './documents';

const key = (seed: number) => sample('acme_{lowernum:32}', seed);
const entry = {
  id: 'secret/team-acme-key',
  title: 'Acme key',
  keywords: ['acme_'],
  pattern: 'acme_[a-z0-9]{32}',
  hits: ['x ‹acme_{lowernum:32}›'],
};
const lockside = () => vscode.workspace.getConfiguration('lockside');
const set = (name: string, value: unknown) => lockside().update(name, value, vscode.ConfigurationTarget.Workspace);
const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(place(name), new TextEncoder().encode(text));
const hoverAt = async ({ uri }: vscode.TextDocument, position: vscode.Position) => {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(hover => hover.contents.map(it => (it as vscode.MarkdownString).value)).join('\n');
};

describe("a team's rules in the editor", () => {
  afterEach(async () => {
    await set('detectors', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['.gitleaks.toml', '.gitleaksignore', 'team.txt'])
      await vscode.workspace.fs.delete(place(name)).then(undefined, () => undefined);
  });

  it('find as soon as the settings say so, under their own title', async () => {
    const document = await openFile('team.txt', `k ${key(1)}\n`);
    await set('detectors', [entry]);
    const [problem] = await problemsOf(document, 1);
    assert.equal(problem?.code, 'secret/team-acme-key');
    assert.match(problem?.message ?? '', /^Acme key: /);
    const hover = await hoverAt(document, new vscode.Position(0, 8));
    assert.match(hover, /Lockside: Acme key/);
    assert.match(hover, /a rule of the team/);
    assert.ok(!hover.includes(key(1)));
  });

  it('are refused at their place in the settings', async () => {
    await set('detectors', [{ ...entry, pattern: 'acme_(?=x)' }]);
    const settings = place('.vscode/settings.json');
    const ours = () => vscode.languages.getDiagnostics(settings).filter(({ source }) => source === 'Lockside');
    await until(() => ours().length === 1);
    assert.match(ours()[0]!.message, /secret\/team-acme-key: the pattern looks ahead/);
    assert.ok(ours()[0]!.range.start.line > 0);
  });

  it('come with the files of other scanners, and go with them', async () => {
    const document = await openFile('team.txt', `k ${key(2)}\n`);
    await write('.gitleaks.toml', "[[rules]]\nid = 'acme-two'\nregex = 'acme_[a-z0-9]{32}'\n");
    assert.equal((await problemsOf(document, 1))[0]?.code, 'secret/team-acme-two');
    await write('.gitleaks.toml', "\n[[rules]]\nid = 'acme-two'\nregex = '(?<=x)acme'\n");
    await problemsOf(document, 0);
    const [fault] = vscode.languages.getDiagnostics(place('.gitleaks.toml'));
    assert.match(fault?.message ?? '', /rule acme-two: .*not applied/);
    assert.equal(fault?.range.start.line, 2);
    await vscode.workspace.fs.delete(place('.gitleaks.toml'));
    await until(() => vscode.languages.getDiagnostics(place('.gitleaks.toml')).length === 0);
  });

  it('let go what other scanners have accepted, and the hover says who did', async () => {
    const document = await openFile('team.txt', `first\nk ${token(31)}\nk ${token(32)} # gitleaks:allow\n`);
    await problemsOf(document, 1);
    await write('.gitleaksignore', 'team.txt:github-pat:2\n');
    await problemsOf(document, 0);
    const accepted = await hoverAt(document, new vscode.Position(1, 10));
    assert.match(accepted, /let through.*accepted in \\\.gitleaksignore, line 1/);
    assert.match(accepted, /To a guarded model: \*\*replaced by a placeholder/);
    assert.match(await hoverAt(document, new vscode.Position(2, 10)), /a comment accepts it: gitleaks:allow/);
    await set('foreignRules', false);
    await problemsOf(document, 2);
    await set('foreignRules', undefined);
    await problemsOf(document, 0);
    assert.deepEqual(problems(document), []);
  });
});
