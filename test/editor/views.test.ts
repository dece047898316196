import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from '../../src/core/detectors/sample';

interface Totals {
  findings: number;
  files: number;
  faults: number;
}

const { executeCommand } = vscode.commands;
const root = () => vscode.workspace.workspaceFolders![0]!.uri;
const place = (name: string) => vscode.Uri.joinPath(root(), name);
const audit = () => executeCommand<Totals>('lockside.auditWorkspace');
const token = (seed: number) => sample('ghp_{alnum:30}{crc62:6}', seed);

/** Writes files, runs the audit, and deletes them again; resolves to what they added to its counts. */
async function added(files: Record<string, string | Uint8Array>): Promise<Totals> {
  const before = await audit();
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(place(name), bytes);
  }
  const after = await audit();
  for (const name of Object.keys(files)) await vscode.workspace.fs.delete(place(name));
  return {
    findings: after.findings - before.findings,
    files: after.files - before.files,
    faults: after.faults - before.faults,
  };
}

const cases: [string, () => Record<string, string | Uint8Array>, Totals][] = [
  ['a source file', () => ({ 'audit/a.js': `const t = '${token(1)}';` }), { findings: 1, files: 1, faults: 0 }],
  [
    'two findings of one file',
    () => ({ 'audit/a.env': `A=${token(2)}\nB=${token(3)}\n` }),
    { findings: 2, files: 1, faults: 0 },
  ],
  ['a file without any', () => ({ 'audit/a.js': 'const t = 1;' }), { findings: 0, files: 0, faults: 0 }],
  [
    'an ignored source file, which nobody sends',
    () => ({ 'audit/.gitignore': '*.js\n', 'audit/a.js': `const t = '${token(4)}';` }),
    { findings: 0, files: 0, faults: 0 },
  ],
  [
    'an ignored .env, which an agent reads',
    () => ({ 'audit/.gitignore': '.env\n', 'audit/.env': `T=${token(5)}\n` }),
    { findings: 1, files: 1, faults: 0 },
  ],
  [
    'what an inner .gitignore takes back',
    () => ({
      'audit/.gitignore': '*.js\n',
      'audit/in/.gitignore': '!a.js\n',
      'audit/in/a.js': `const t = '${token(6)}';`,
    }),
    { findings: 1, files: 1, faults: 0 },
  ],
  [
    'node_modules, which other programs fill',
    () => ({ 'node_modules/x/.env': `T=${token(7)}\n` }),
    { findings: 0, files: 0, faults: 0 },
  ],
  [
    'a file that is too large',
    () => ({ 'audit/big.sql': new Uint8Array(6 * 1024 * 1024).fill(97) }),
    { findings: 0, files: 0, faults: 1 },
  ],
  ['a binary', () => ({ 'audit/a.bin': Uint8Array.of(1, 0, 2) }), { findings: 0, files: 0, faults: 0 }],
  [
    'invalid UTF-8, of which the rest is scanned',
    () => ({ 'audit/a.txt': Uint8Array.of(...new TextEncoder().encode(`T=${token(8)}\n`), 0xff, 0x0a) }),
    { findings: 1, files: 1, faults: 1 },
  ],
  [
    'UTF-16',
    () => ({ 'audit/a.txt': new Uint8Array(Buffer.from(`\ufeffT=${token(9)}\n`, 'utf16le')) }),
    { findings: 1, files: 1, faults: 0 },
  ],
  [
    'an inline suppression that has expired',
    () => ({ 'audit/a.js': `const t = '${token(10)}'; // lockside:ignore secret/* a test until 2020-01-01` }),
    { findings: 1, files: 1, faults: 0 },
  ],
];

function webviews(): number {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length;
}

async function waitFor(check: () => boolean): Promise<void> {
  for (let round = 0; round < 100 && !check(); round++) await new Promise(resolve => setTimeout(resolve, 50));
}

describe('audit', function () {
  this.timeout(60_000);
  after(() => vscode.workspace.fs.delete(place('audit'), { recursive: true }).then(undefined, () => undefined));

  for (const [name, files, expected] of cases) {
    it(name, async () => assert.deepEqual(await added(files()), expected));
  }

  it('joins one that is under way', async () => {
    const [one, other] = await Promise.all([audit(), audit()]);
    assert.deepEqual(one, other);
  });

  it('leaves the editor responsive', async () => {
    const files = Array.from({ length: 300 }, (_, index) => [
      `audit/f${index}.ts`,
      `export const a = ${index};\n`.repeat(400),
    ]);
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    await added(Object.fromEntries(files));
    clearInterval(timer);
    console.log(`    longest pause of the extension host during an audit: ${longest.toFixed(0)} ms`);
    assert.ok(longest < 250, `${longest} ms`);
  });
});

describe('views', () => {
  afterEach(() => executeCommand('workbench.action.closeAllEditors'));

  it('opens the coverage page once', async () => {
    await executeCommand('lockside.showCoverage');
    await executeCommand('lockside.showCoverage');
    await waitFor(() => webviews() > 0);
    assert.equal(webviews(), 1);
  });

  it('opens a sample whose token is made anew', async () => {
    const texts = [];
    for (let round = 0; round < 2; round++) {
      const uri = await executeCommand<vscode.Uri>('lockside.openSample');
      texts.push((await vscode.workspace.openTextDocument(uri)).getText());
      await executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    assert.notEqual(texts[0], texts[1]);
    assert.match(texts[0]!, /^ACCESS_TOKEN=ghp_\w{36}$/m);
  });

  it('clears the findings', async () => {
    await executeCommand('lockside.clearFindings');
    assert.ok((await audit()).findings > 0);
  });
});
