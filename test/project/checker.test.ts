import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckedFile, CheckFacts } from '../../src/core/packageThread';
import { createChecker } from '../../src/project/createChecker';

const folder = mkdtempSync(join(tmpdir(), 'lockside-checker-'));
const facts: CheckFacts = {
  ...{ source: 'zip', url: '', stateFolder: join(folder, 'state'), today: '2026-01-31', trusted: true, ask: 'never' },
  ...{ newDays: 14, licences: [], unsaved: {} },
};

/** Files of a workspace, the one that is looked at last, and what stands there: text, detector, and how its reason begins. */
const cases: {
  name: string;
  files: Readonly<Record<string, string>>;
  language?: string;
  facts?: Partial<CheckFacts>;
  told: (readonly [string, string, RegExp])[];
}[] = [
  {
    name: 'a manifest alone by the least that it takes',
    files: { 'package.json': '{"dependencies":{"minimist":"1.2.0"}}' },
    told: [['1.2.0', 'supply/vulnerable-package', /^minimist 1\.2\.0: /]],
  },
  {
    name: 'a member of a workspace by the lockfile above it, and what it brings in',
    files: {
      'package-lock.json': lock({
        '': { name: 'mono' },
        'packages/web': { name: 'web', dependencies: { mkdirp: '^0.5.0' } },
        'node_modules/web': { resolved: 'packages/web', link: true },
        'node_modules/mkdirp': { version: '0.5.1', dependencies: { minimist: '1' } },
        'node_modules/minimist': { version: '1.2.0' },
      }),
      'packages/web/package.json': '{"name":"web","dependencies":{"mkdirp":"^0.5.0"}}',
    },
    told: [['0.5.0', 'supply/vulnerable-package', /^through mkdirp: minimist 1\.2\.0/]],
  },
  {
    name: "a lockfile's licence at the direct dependency",
    facts: { licences: [{ deny: ['GPL-*'] }] },
    files: {
      'package-lock.json': lock({
        '': { dependencies: { 'left-pad': '1.3.0' } },
        'node_modules/left-pad': { version: '1.3.0', license: 'GPL-3.0-only' },
      }),
      'package.json': '{"dependencies":{"left-pad":"1.3.0"}}',
    },
    told: [['1.3.0', 'supply/licence', /GPL-3\.0-only is denied/]],
  },
  {
    name: 'nothing where advisories are off',
    facts: { source: 'off' },
    files: { 'package.json': '{"dependencies":{"minimist":"1.2.0"}}' },
    told: [],
  },
  {
    name: 'a command in words',
    language: 'markdown',
    files: { 'README.md': 'Run `pip install litellm==1.82.8` first.\n' },
    told: [['litellm==1.82.8', 'supply/malicious-package', /malicious/]],
  },
  {
    name: 'a cell of a notebook',
    language: 'python',
    files: { 'a.ipynb/cell': '!pip install litellm==1.82.8\nimport os\n' },
    told: [['litellm==1.82.8', 'supply/malicious-package', /malicious/]],
  },
  {
    name: 'imports that no manifest declares, without those of the project itself',
    language: 'typescript',
    files: {
      'package.json': '{"name":"shop","dependencies":{"express":"5"},"imports":{"#db":"./db.js"}}',
      'tsconfig.json':
        '{ // with a comment\n "compilerOptions": { "paths": { "~lib/*": ["lib/*"], "models/*": ["m/*"] } } }',
      'src/widgets/a.ts': 'export {};',
      'src/b.ts':
        "import e from 'express';\nimport l from 'left-pad';\nimport w from 'widgets/a';\nimport m from 'models/x';\n",
    },
    told: [['left-pad', 'supply/undeclared-import', /no manifest here declares it/]],
  },
  {
    name: 'nothing of imports where there is no manifest',
    language: 'typescript',
    files: { 'b.ts': "import l from 'left-pad';\n" },
    told: [],
  },
];

describe('the checks of packages in the editor', () => {
  after(() => rmSync(folder, { recursive: true }));

  for (const { name, files, language = '', facts: own, told } of cases)
    it(`tell ${name}`, async () => {
      const root = mkdtempSync(join(folder, 'case-'));
      for (const [path, text] of Object.entries(files)) write(join(root, path), text);
      const [path, text] = Object.entries(files).at(-1)!;
      const checked: CheckedFile[] = [];
      const target = { file: join(root, path), path, root, text, language };
      await createChecker().check(target, { ...facts, ...own }, false, file => checked.push(file));
      const found = checked.at(-1)!.findings.map(({ finding }) => finding);
      assert.deepEqual(
        found.map(({ start, end, detector }) => [text.slice(start, end), detector]),
        told.map(([token, detector]) => [token, detector]),
      );
      for (const [place, [, , reason]] of told.entries()) assert.match(found[place]!.reason, reason);
    });

  it('offer what mends: the raised version, the name that was meant, the table that holds a package', async () => {
    const root = mkdtempSync(join(folder, 'case-'));
    const lockfile = {
      '': { dependencies: { mkdirp: '^0.5.0' } },
      'node_modules/mkdirp': { version: '0.5.1', dependencies: { minimist: '1' } },
      'node_modules/minimist': { version: '1.2.0' },
    };
    write(join(root, 'package-lock.json'), lock(lockfile));
    const text = '{"dependencies":{"mkdirp":"^0.5.0","expresss":"4.18.0","lodash":"^4.17.11"}}';
    const checked: CheckedFile[] = [];
    const target = { file: join(root, 'package.json'), path: 'package.json', root, text, language: 'json' };
    await createChecker().check(target, facts, false, file => checked.push(file));
    const all = checked.at(-1)!.findings;
    assert.deepEqual(
      all.flatMap(({ meant }) =>
        meant ? [meant.name, text.slice(meant.change.span.start, meant.change.span.end)] : [],
      ),
      ['express', 'expresss'],
    );
    assert.deepEqual(
      all.flatMap(({ override }) => override ?? []),
      [{ tool: 'npm', manifest: join(root, 'package.json') }],
    );
    assert.ok(all.some(({ upgrade }) => upgrade && text.slice(upgrade.span.start, upgrade.span.end) === '4.17.11'));
  });

  it('read what is open and not saved, and a lockfile again when it has changed', async () => {
    const root = mkdtempSync(join(folder, 'case-'));
    const text = '{"dependencies":{"minimist":"^1.0.0"}}';
    const file = join(root, 'package-lock.json');
    const withVersion = (version: string) =>
      lock({ '': { dependencies: { minimist: '^1.0.0' } }, 'node_modules/minimist': { version } });
    const target = { file: join(root, 'package.json'), path: 'package.json', root, text, language: 'json' };
    const checker = createChecker();
    const count = async (unsaved: Readonly<Record<string, string>>) => {
      let findings = -1;
      await checker.check(target, { ...facts, unsaved }, false, checked => {
        findings = checked.findings.filter(({ finding }) => finding.tier === 'certain').length;
      });
      return findings;
    };
    write(file, withVersion('1.2.0'));
    assert.equal(await count({}), 1);
    assert.equal(await count({ [file]: withVersion('1.2.8') }), 0);
    write(file, `${withVersion('1.2.8')}\n`);
    assert.equal(await count({}), 0);
  });
});

function lock(packages: object): string {
  return JSON.stringify({ name: 'x', lockfileVersion: 3, packages });
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
