import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { sample } from '../../src/core/detectors/sample';
import type { Waiver } from '../../src/core/waivers';
import { sign } from '../../src/io/sshSignatures';
import { waiversPath, waiverText } from '../../src/io/waiversFile';
import { closeAll, openFile, place, problemsOf, token, until } from './documents';

const { executeCommand } = vscode.commands;
const lockside = () => vscode.workspace.getConfiguration('lockside');
const set = (name: string, value: unknown) => lockside().update(name, value, vscode.ConfigurationTarget.Workspace);
const settings = () => place('.vscode/settings.json');
const ours = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Lockside');
const coded = (uri: vscode.Uri, code: string) => ours(uri).filter(one => one.code === code);
const ensure = async (check: () => boolean, what: string) => {
  await until(check);
  assert.ok(check(), what);
};
const write = (name: string, value: unknown) =>
  vscode.workspace.fs.writeFile(place(name), new TextEncoder().encode(JSON.stringify(value, undefined, 2)));
const remove = (name: string) =>
  vscode.workspace.fs.delete(place(name), { recursive: true }).then(undefined, () => undefined);
const pages = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview)
    .map(({ label }) => label);
const hoverAt = async (uri: vscode.Uri, position: vscode.Position) => {
  const hovers = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(hover => hover.contents.map(it => (it as vscode.MarkdownString).value)).join('\n');
};
const vendor = { name: 'Example AI', destinations: ['model:example/*'] };

describe('the policy in the editor', function () {
  this.timeout(30_000);

  afterEach(async () => {
    for (const name of ['rules', 'profiles', 'vendors', 'extends', 'approvers']) await set(name, undefined);
    await remove('.lockside');
    await remove('policy.txt');
    await remove('organisation.json');
    await closeAll();
    await executeCommand('workbench.action.closeAllEditors');
  });

  it('tells of faults at their place in the settings, and mends them', async () => {
    await set('rules', [
      { detectors: ['secret/githb-token'], action: 'block' },
      { when: 'path ==', action: 'block' },
    ]);
    await set('vendors', [{ ...vendor, reviewed: '2020-01-01' }]);
    await ensure(() => coded(settings(), 'policy/vendor').length === 1, 'a review is due');
    assert.equal(coded(settings(), 'policy/detector').length, 1);
    assert.equal(coded(settings(), 'policy/when').length, 1);
    const [due] = coded(settings(), 'policy/vendor');
    const document = await vscode.workspace.openTextDocument(settings());
    assert.equal(document.getText(due!.range), '"2020-01-01"');
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      settings(),
      due!.range,
    );
    const renew = actions.find(({ title }) => title.startsWith('I have reviewed'));
    assert.ok(renew?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(renew.edit);
    await document.save();
    await ensure(() => coded(settings(), 'policy/vendor').length === 0, 'the review is renewed');
  });

  it('tells of an organisation’s policy that was changed, and pins it', async () => {
    await write('organisation.json', { 'lockside.rules': [{ detectors: ['secret/*'], action: 'block' }] });
    await set('extends', [{ from: './organisation.json', integrity: `sha256-${'0'.repeat(64)}` }]);
    await ensure(() => coded(settings(), 'policy/extends').length === 1, 'it is not what was pinned');
    const [changed] = coded(settings(), 'policy/extends');
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      settings(),
      changed!.range,
    );
    const pin = actions.find(({ title }) => title.startsWith('Pin the policy'));
    assert.ok(pin?.command, actions.map(({ title }) => title).join());
    await executeCommand(pin.command.command, ...(pin.command.arguments ?? []));
    await ensure(() => coded(settings(), 'policy/extends').length === 0, 'it is pinned');
    await set('rules', [{ detectors: ['secret/*'], action: 'log' }]);
    await ensure(() => coded(settings(), 'policy/idle').length === 1, 'the organisation is stricter');
    const [idle] = coded(settings(), 'policy/idle');
    assert.match(idle!.message, /organisation policy says block/);
    assert.match(await hoverAt(settings(), idle!.range.start), /a rule of the workspace policy[\s\S]*never hold/);
  });

  it('offers detectors where rules name them', async () => {
    await set('rules', [{ detectors: ['secret/x'], action: 'block' }]);
    const document = await vscode.workspace.openTextDocument(settings());
    const at = document.positionAt(document.getText().indexOf('secret/x') + 3);
    const list = await executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', settings(), at);
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('secret/github-token'), `${labels.length} labels`);
  });

  it('chooses profiles, and a page shows what holds', async () => {
    assert.equal(await executeCommand('lockside.chooseProfile', ['health']), true);
    await ensure(() => JSON.stringify(lockside().get('profiles')) === '["health"]', 'health is chosen');
    await executeCommand('lockside.showPolicy');
    await executeCommand('lockside.showPolicy');
    await ensure(() => pages().length === 1, 'one page');
  });

  it('switches a vendor off and on again', async () => {
    assert.equal(await executeCommand('lockside.putVendorOnRecord', vendor), true);
    const answers = { vendor: vendor.name, reason: 'they have told of a breach' };
    assert.equal(await executeCommand('lockside.switchOffVendor', answers), true);
    const [off] = lockside().get<{ disabled?: string }[]>('vendors') ?? [];
    assert.equal(off?.disabled, answers.reason);
    await ensure(() => pages().length === 1, 'what has gone there is shown');
    assert.equal(await executeCommand('lockside.switchOnVendor', { vendor: vendor.name }), true);
    assert.equal(lockside().get<{ disabled?: string }[]>('vendors')?.[0]?.disabled, undefined);
  });

  it('says on a finding what both layers say', async () => {
    await write('organisation.json', {
      'lockside.rules': [{ detectors: ['secret/*'], destinations: ['model:*'], action: 'block', reason: 'not ours' }],
    });
    await set('extends', [{ from: './organisation.json' }]);
    await set('rules', [
      { detectors: ['secret/*'], destinations: ['model:*'], action: 'allow', reason: 'we trust it' },
    ]);
    const document = await openFile('policy.txt', `k ${token(41)}\n`);
    await problemsOf(document, 1);
    const hover = await hoverAt(document.uri, new vscode.Position(0, 10));
    assert.match(hover, /To a guarded model: \*\*stopped\*\* \(organisation policy: not ours\)/);
    assert.match(hover, /organisation says stopped: not ours/);
    assert.match(hover, /workspace says let through: we trust it/);
    await executeCommand('lockside.explainFinding', { uri: document.uri.toString(), start: 2 });
    await ensure(() => pages().length === 1, 'an explanation');
  });

  it('writes a waiver that changes nothing until it is signed', async () => {
    const document = await openFile('policy.txt', `k ${token(42)}\n`);
    await problemsOf(document, 1);
    const target = { uri: document.uri.toString(), start: 2 };
    const answers = { reason: 'a test key', owner: 'Ada', expires: '2026-12-31', destinations: [] };
    const expires = new Date(Date.now() + 86_400_000).toISOString();
    const id = await executeCommand<string>('lockside.waiveFinding', target, { ...answers, expires });
    assert.match(id, /^[0-9a-f]{12}$/);
    await ensure(() => coded(place(waiversPath), 'policy/waiver').length === 1, 'nobody has signed it');
    await problemsOf(document, 1);
    assert.equal(ours(document.uri).length, 1);
    assert.ok(!readFileSync(place(waiversPath).fsPath, 'utf8').includes(token(42)));
  });

  it('returns to what holds at the moment a waiver ends (S42)', async function () {
    const folder = mkdtempSync(join(tmpdir(), 'lockside-key-'));
    const key = join(folder, 'key');
    if (spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'ada', '-f', key]).status !== 0)
      return this.skip();
    try {
      await set('approvers', [{ name: 'ada', key: readFileSync(`${key}.pub`, 'utf8').trim() }]);
      const document = await openFile('policy.txt', `k ${token(43)}\n`);
      await problemsOf(document, 1);
      const waiver: Waiver = {
        ...{ id: '00112233aabb', detectors: ['secret/github-token'], paths: ['policy.txt'], action: 'allow' },
        ...{ reason: 'a test key', owner: 'ada', expires: new Date(Date.now() + 4000).toISOString() },
      };
      const signed = sign(waiverText(waiver), key, 'lockside-waiver');
      assert.ok('signature' in signed);
      await write(waiversPath, [{ ...waiver, signature: signed.signature }]);
      await problemsOf(document, 0);
      assert.equal(ours(document.uri).length, 0, 'it is waived');
      await problemsOf(document, 1);
      assert.equal(ours(document.uri).length, 1, 'it is told again, without a reload');
      await ensure(() => coded(place(waiversPath), 'policy/waiver').length === 1, 'its end is told');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('stops a request for what is on record about its vendor, and names the layer (S38)', async () => {
    await vscode.extensions.getExtension('lockside-test.recorder')?.activate();
    const models = () => vscode.lm.selectChatModels({ vendor: 'lockside' });
    await until(async () => (await models()).some(({ id }) => id.startsWith('recorder/')));
    const model = (await models()).find(({ id }) => id.startsWith('recorder/'));
    assert.ok(model);
    const mail = `write to ${sample('{lowernum:7}@{lowernum:12}.org', 51)}`;
    const ask = async (text: string) => {
      const { stream } = await model.sendRequest([vscode.LanguageModelChatMessage.User(text)]);
      for await (const _ of stream);
      return 'sent';
    };
    const refused = (error: unknown) => (error instanceof Error ? error.message : String(error));
    const record = { name: 'Example AI', destinations: ['model:recorder/*'], personalData: true };
    await set('vendors', [{ ...record, dpa: { until: '2020-01-01' } }]);
    assert.equal(await ask('hello'), 'sent');
    const lapsed = await ask(mail).catch(refused);
    assert.match(lapsed, /Example AI: its data processing agreement ended on 2020-01-01 \(says the workspace policy\)/);
    await set('vendors', [{ ...record, dpa: { until: '2099-01-01' } }]);
    assert.equal(await ask(mail), 'sent');
    await set('vendors', [{ ...record, disabled: 'a breach' }]);
    assert.match(await ask('hello').catch(refused), /Example AI: switched off: a breach/);
  });

  it('verifies the trail, and asks what would have been', async () => {
    assert.equal(await executeCommand('lockside.verifyTrail'), 'whole');
    assert.ok(Array.isArray(await executeCommand('lockside.simulatePolicy', 'strict')));
    await ensure(() => pages().length === 1, 'what would have been');
  });
});
