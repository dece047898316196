import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from '../../src/core/detectors/sample';
import { openVault, type StoredVault } from '../../src/editor/vaultStore';
import { place } from './documents';

const free = () => false;
const detector = 'secret/github-token';

describe('stored placeholders', () => {
  let context: vscode.ExtensionContext;
  let warnings: string[];
  const opened: StoredVault[] = [];
  const reopen = async () => {
    const log = { warn: (text: string) => warnings.push(text) } as unknown as vscode.LogOutputChannel;
    const vault = openVault(context, log);
    await vault.ready;
    opened.push(vault);
    return vault;
  };
  const folder = place('stored');
  const file = vscode.Uri.joinPath(folder, 'placeholders.bin');

  beforeEach(() => {
    context = fakeContext(folder);
    warnings = [];
  });
  afterEach(async () => {
    // A write that is still under way would fail in the middle of the next test.
    await Promise.all(opened.splice(0).map(vault => vault.flush()));
    await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  const values = Array.from({ length: 5 }, (_, seed) => sample('{alnum:30}', seed));

  it('are the same after a reload', async () => {
    const vault = await reopen();
    const names = values.map(value => vault.placeholderFor(detector, value, free, ['file:.env']));
    await vault.flush();
    const again = await reopen();
    assert.deepEqual(
      names.map(name => again.entry(name)?.value === values[names.indexOf(name)]),
      names.map(() => true),
    );
    assert.ok(again.entry(names[0]!)!.origins.has('file:.env'));
    assert.equal(again.placeholderFor(detector, values[2]!, free), names[2]);
    assert.deepEqual(warnings, []);
  });

  it('are never on the disk in clear', async () => {
    const vault = await reopen();
    for (const value of values) vault.placeholderFor(detector, value, free);
    await vault.flush();
    const files = await vscode.workspace.fs.readDirectory(folder);
    assert.deepEqual(files, [['placeholders.bin', vscode.FileType.File]]);
    const bytes = Buffer.from(await vscode.workspace.fs.readFile(file)).toString('latin1');
    assert.ok(!values.some(value => bytes.includes(value)) && !bytes.includes('SECRET_'));
  });

  const damages: [string, (bytes: Uint8Array) => Uint8Array][] = [
    ['cut', bytes => bytes.slice(0, bytes.length / 2)],
    ['empty', () => new Uint8Array()],
    ['changed', bytes => bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte))],
    ['something else', () => new TextEncoder().encode('{}')],
  ];
  for (const [name, damage] of damages) {
    it(`are forgotten where the file is ${name}, and numbering goes on`, async () => {
      const vault = await reopen();
      const [first] = values.map(value => vault.placeholderFor(detector, value, free));
      await vault.flush();
      await vscode.workspace.fs.writeFile(file, damage(await vscode.workspace.fs.readFile(file)));
      const again = await reopen();
      assert.equal(again.entry(first!), undefined);
      assert.equal(warnings.length, 1);
      assert.equal(again.placeholderFor(detector, values[0]!, free), 'SECRET_GITHUB_TOKEN_6');
    });
  }

  it('last as long as the window where there is no keychain', async () => {
    context = fakeContext(folder, true);
    const vault = await reopen();
    const name = vault.placeholderFor(detector, values[0]!, free);
    await vault.flush();
    assert.ok(vault.entry(name));
    assert.equal(warnings.length, 1);
    await assert.rejects(async () => vscode.workspace.fs.stat(file));
  });
});

function fakeContext(storageUri: vscode.Uri, locked = false): vscode.ExtensionContext {
  const state = new Map<string, unknown>();
  const secrets = new Map<string, string>();
  const refuse = () => Promise.reject(new Error('locked'));
  return {
    storageUri,
    globalStorageUri: storageUri,
    workspaceState: {
      get: (name: string) => state.get(name),
      update: async (name: string, value: unknown) => void state.set(name, value),
    },
    secrets: {
      get: locked ? refuse : async (name: string) => secrets.get(name),
      store: locked ? refuse : async (name: string, value: string) => void secrets.set(name, value),
    },
  } as unknown as vscode.ExtensionContext;
}
