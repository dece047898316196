import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../../src/contributes';
import { packument, serveRegistry } from '../io/registries/registryServer';
import { startOsvServer } from '../supply/osvServer';
import { closeAll, openFile, openText, place, problemsOf, type, until } from './documents';

const { executeCommand } = vscode.commands;

/** A manifest, the version token that is underlined, and the package. All of them are in the starter set. */
const manifests: { file: string; text: string; token: string; name: string; says: RegExp }[] = [
  {
    file: 'pk/npm/package.json',
    text: '{\n  "name": "shop",\n  "dependencies": {\n    "left-pad": "1.3.0",\n    "minimist": "1.2.0"\n  }\n}\n',
    ...{ token: '1.2.0', name: 'minimist', says: /CVE-2021-44906.*critical/ },
  },
  {
    file: 'pk/python/pyproject.toml',
    text: '[project]\nname = "shop"\nversion = "1.0.0"\ndependencies = [\n  "requests==2.19.0",\n]\n',
    ...{ token: '2.19.0', name: 'requests', says: /CVE-2024-47081/ },
  },
  {
    file: 'pk/go/go.mod',
    text: 'module example.com/shop\n\ngo 1.99\n\nrequire golang.org/x/net v0.1.0\n',
    ...{ token: '0.1.0', name: 'golang.org/x/net', says: /GO-20/ },
  },
  {
    file: 'pk/rust/Cargo.toml',
    text: '[package]\nname = "shop"\n\n[dependencies]\ntime = "0.1.40"\n',
    ...{ token: '0.1.40', name: 'time', says: /RUSTSEC-2020-0071/ },
  },
  {
    file: 'pk/java/pom.xml',
    text: '<project>\n  <dependencies>\n    <dependency>\n      <groupId>org.apache.logging.log4j</groupId>\n      <artifactId>log4j-core</artifactId>\n      <version>2.14.1</version>\n    </dependency>\n  </dependencies>\n</project>\n',
    ...{ token: '2.14.1', name: 'org.apache.logging.log4j:log4j-core', says: /CVE-2021-44228.*exploited/ },
  },
  {
    file: 'pk/ruby/Gemfile',
    text: "source 'https://rubygems.org'\n\ngem 'rack', '2.0.1'\n",
    ...{ token: '2.0.1', name: 'rack', says: /CVE-2022-30123/ },
  },
  {
    file: 'pk/php/composer.json',
    text: '{\n  "require": {\n    "phpmailer/phpmailer": "5.2.10"\n  }\n}\n',
    ...{ token: '5.2.10', name: 'phpmailer/phpmailer', says: /CVE-2016-10033/ },
  },
];

describe('packages inline', function () {
  this.timeout(30_000);
  // No name leaves the test: only where a registry of its own answers, one is asked.
  const ask = (when: string | undefined) =>
    vscode.workspace
      .getConfiguration('lockside')
      .update('packages.askRegistries', when, vscode.ConfigurationTarget.Global);
  before(() => ask('never'));
  after(async () => {
    await closeAll();
    await ask(undefined);
    await vscode.workspace.fs.delete(place('pk'), { recursive: true });
  });
  afterEach(closeAll);

  for (const { file, text, token, name, says } of manifests)
    it(`in ${file.replace(/^.*\//, '')}: underlined, explained, counted, and cleared by a fix`, async () => {
      const document = await openFile(file, text);
      const [problem] = (await problemsOf(document, 1)) as [vscode.Diagnostic];
      assert.equal(document.getText(problem.range), token);
      assert.equal(document.offsetAt(problem.range.start), text.indexOf(token));
      assert.match(problem.message, says);
      assert.ok(problem.message.includes(name), problem.message);
      const { value, target } = problem.code as { value: string; target: vscode.Uri };
      assert.equal(value, 'supply/vulnerable-package');
      assert.match(target.toString(), /^https:\/\/osv\.dev\/vulnerability\/[\w-]+$/);
      const hover = await hoverAt(document, problem.range.start);
      for (const part of [/Fixed in \*\*/, /Advisories: only the starter set of/, /osv\.dev/])
        assert.match(hover, part);
      const [count, dates] = await lenses(document, 2);
      assert.match(count ?? '', /1 vulnerable/);
      assert.match(dates ?? '', /starter set of \d{4}-\d\d-\d\d/);
      const [fix] = await fixesAt(document, problem.range);
      assert.match(fix!.title, /^Raise /);
      assert.ok(fix!.isPreferred && fix!.edit, 'it is preferred, and has an edit');
      assert.equal(document.getText(), text, 'nothing is changed unasked');
      await vscode.workspace.applyEdit(fix!.edit!);
      const version = / to (\S+)$/.exec(fix!.title)![1]!;
      assert.equal(document.getText(), text.replace(token, version));
      assert.deepEqual(await problemsOf(document, 0), []);
      assert.match((await lenses(document, 2))[0] ?? '', /nothing known against/);
    });

  it('by the versions of the lockfile above, and what it brings in at the direct dependency', async () => {
    await write('pk/mono/package-lock.json', lock);
    await write('pk/mono/package.json', '{\n  "name": "mono",\n  "workspaces": ["apps/*"]\n}\n');
    const text = '{\n  "name": "web",\n  "dependencies": {\n    "mkdirp": "^0.5.0",\n    "lodash": "^4.17.0"\n  }\n}\n';
    const document = await openFile('pk/mono/apps/web/package.json', text);
    const found = await problemsOf(document, 2);
    const told = found.map(({ range, message }) => [document.getText(range), message]).sort();
    assert.deepEqual(
      told.map(([token]) => token),
      ['0.5.0', '4.17.0'],
    );
    assert.match(told[0]![1]!, /^through mkdirp: minimist 1\.2\.0/);
    assert.match(told[1]![1]!, /^lodash 4\.17\.11 \(by pk\/mono\/package-lock\.json\)/);
    const through = found.find(({ message }) => message.startsWith('through'))!;
    assert.match(await hoverAt(document, through.range.start), /Why it is here: .*mkdirp.* → minimist/);
    const hold = (await fixesAt(document, through.range)).find(({ title }) => title.startsWith('Hold minimist'))!;
    const [[uri]] = hold.edit!.entries() as [[vscode.Uri, vscode.TextEdit[]]];
    assert.equal(uri.path, place('pk/mono/package.json').path);
    await vscode.workspace.applyEdit(hold.edit!);
    const manifest = await vscode.workspace.openTextDocument(uri);
    assert.deepEqual(Object.keys((JSON.parse(manifest.getText()) as { overrides: object }).overrides), ['minimist']);
    await manifest.save();
  });

  it('tell of a name that is almost a popular one, and write what was meant', async () => {
    const text = '{\n  "dependencies": {\n    "expresss": "^4.0.0"\n  }\n}\n';
    const document = await openFile('pk/typo/package.json', text);
    const [problem] = (await problemsOf(document, 1)) as [vscode.Diagnostic];
    assert.equal(problem.code, 'supply/typosquat');
    const [fix] = await fixesAt(document, problem.range);
    assert.equal(fix!.title, 'Did you mean express?');
    await vscode.workspace.applyEdit(fix!.edit!);
    assert.equal(document.getText(), text.replace('expresss', 'express'));
    assert.deepEqual(await problemsOf(document, 0), []);
  });

  it('warn within a second of what somebody or something writes: unknown names, and scripts that came with a version (S13, S29)', async () => {
    const registry = await serveRegistry({
      files: {
        'shop-widgets': packument('shop-widgets', {
          '1.0.0': { age: 900, dist: {} },
          '1.0.1': { age: 400, scripts: { preinstall: 'node setup.js' }, hasInstallScript: true },
        }),
      },
    });
    try {
      // A registry on this machine counts where the person's own configuration names it; the home is the test's.
      writeFileSync(join(homedir(), '.npmrc'), `registry=${registry.url}\n`);
      await ask('onDemand');
      const document = await openFile('pk/live/package.json', '{\n  "dependencies": {\n  }\n}\n');
      await until(async () => (await lenses(document, 0)).length === 0);
      const begin = performance.now();
      await type(document, 22, 22, '    "shop-helperz-unheard-of": "1.0.0",\n    "shop-widgets": "1.0.1"\n');
      const found = await problemsOf(document, 2);
      console.log(`told of an unknown package ${(performance.now() - begin).toFixed(0)} ms after it was written`);
      assert.ok(performance.now() - begin < 2_000, 'within a second, and another one for a busy machine');
      const codes = found.map(({ code }) => code).sort();
      assert.deepEqual(codes, ['supply/install-script', 'supply/unknown-package']);
      const script = found.find(({ code }) => code === 'supply/install-script')!;
      const fix = (await fixesAt(document, script.range)).find(({ title }) => title.includes('.npmrc'))!;
      await vscode.workspace.applyEdit(fix.edit!);
      const npmrc = await vscode.workspace.openTextDocument(place('pk/live/.npmrc'));
      assert.equal(npmrc.getText(), 'ignore-scripts=true\n');
      await npmrc.save();
    } finally {
      await ask('never');
      rmSync(join(homedir(), '.npmrc'));
      await registry.close();
    }
  });

  it('in what README, cells and code name', async () => {
    const readme = await openText('# Shop\n\n```sh\npip install litellm==1.82.8\n```\n', 'markdown');
    const [malicious] = (await problemsOf(readme, 1)) as [vscode.Diagnostic];
    assert.deepEqual(
      [malicious.code, malicious.severity],
      ['supply/malicious-package', vscode.DiagnosticSeverity.Error],
    );
    await closeAll();
    await write('pk/code/package.json', '{ "name": "shop", "dependencies": { "express": "^5.0.0" } }\n');
    const code = await openFile(
      'pk/code/a.ts',
      "import express from 'express';\nimport pad from 'left-pad';\nimport './b';\n",
    );
    const [undeclared] = (await problemsOf(code, 1)) as [vscode.Diagnostic];
    assert.deepEqual(
      [undeclared.code, undeclared.severity, code.getText(undeclared.range)],
      ['supply/undeclared-import', vscode.DiagnosticSeverity.Information, 'left-pad'],
    );
  });

  it('are ignored with a reason and an end, and then quiet', async () => {
    // No other test names it: what a registry has said of a package holds for a while.
    const text = '{\n  "dependencies": {\n    "axios": "0.21.0"\n  }\n}\n';
    const document = await openFile('pk/ignored/package.json', text);
    await problemsOf(document, 1);
    const target = {
      uri: document.uri.toString(),
      start: text.indexOf('0.21.0'),
      detector: 'supply/vulnerable-package',
    };
    const settings = () => vscode.workspace.getConfiguration('lockside');
    try {
      const answers = { reason: 'only parses our own arguments', expires: '2099-01-01' };
      assert.equal(await executeCommand(commands.suppressFinding, target, answers), true);
      assert.deepEqual(await problemsOf(document, 0), []);
      const [entry] = settings().get<Record<string, string>[]>('suppressions')!;
      assert.deepEqual([entry!.detector, entry!.expires], ['supply/vulnerable-package', '2099-01-01']);
      assert.match(
        await hoverAt(document, document.positionAt(target.start)),
        /ignored: only parses our own arguments/,
      );
    } finally {
      await settings().update('suppressions', undefined, vscode.ConfigurationTarget.Workspace);
      await settings().update('fingerprintSalt', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('of the whole workspace are counted as the tree counts them, and written as a bill', async () => {
    const count = await executeCommand<number>(commands.checkPackages);
    assert.ok(count >= 5, `${count} findings`);
    const bill = await executeCommand<vscode.Uri>(commands.exportSbom, 'cyclonedx-json', place('pk/sbom.cdx.json'));
    const { components } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(bill))) as {
      components: { purl: string }[];
    };
    assert.ok(components.some(({ purl }) => purl === 'pkg:npm/minimist@1.2.0'));
  });

  it('by advisories that are fetched, with their day', async () => {
    const record = {
      ...{ id: 'GHSA-aaaa-bbbb-cccc', modified: '2026-01-31T00:00:00Z', summary: 'made up' },
      affected: [
        {
          package: { ecosystem: 'npm', name: 'shop-made-up' },
          ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.1' }] }],
        },
      ],
    };
    const server = await startOsvServer([record]);
    const settings = () => vscode.workspace.getConfiguration('lockside');
    try {
      const document = await openFile(
        'pk/fetched/package.json',
        '{\n  "dependencies": { "shop-made-up": "1.0.0" }\n}\n',
      );
      await settings().update('advisories.url', server.url, vscode.ConfigurationTarget.Global);
      await executeCommand(commands.updateAdvisories);
      assert.ok(server.asked.includes('GET /npm/all.zip'), server.asked.join());
      const [problem] = (await problemsOf(document, 1)) as [vscode.Diagnostic];
      assert.match(problem.message, /^shop-made-up 1\.0\.0: GHSA-aaaa-bbbb-cccc/);
      assert.match((await lenses(document, 2))[1] ?? '', /^advisories of 2026-/);
    } finally {
      await settings().update('advisories.url', undefined, vscode.ConfigurationTarget.Global);
      await server.close();
    }
  });
});

const lock = JSON.stringify({
  name: 'mono',
  lockfileVersion: 3,
  packages: {
    '': { name: 'mono', workspaces: ['apps/*'] },
    'apps/web': { name: 'web', dependencies: { mkdirp: '^0.5.0', lodash: '^4.17.0' } },
    'node_modules/web': { resolved: 'apps/web', link: true },
    'node_modules/mkdirp': { version: '0.5.1', integrity: 'sha512-AA==', dependencies: { minimist: '^1.2.0' } },
    'node_modules/minimist': { version: '1.2.0', integrity: 'sha512-AA==' },
    'node_modules/lodash': { version: '4.17.11', integrity: 'sha512-AA==' },
  },
});

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(place(name), new TextEncoder().encode(text));
}

async function hoverAt({ uri }: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers.flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value)).join('\n');
}

/** The titles of Lockside's lenses, the count first. */
async function lenses({ uri }: vscode.TextDocument, count: number): Promise<string[]> {
  let titles: string[] = [];
  await until(async () => {
    const found = await executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    titles = found
      .map(({ command }) => command?.title ?? '')
      .filter(title => /\$\(shield\)|starter set|advisories/.test(title));
    return titles.length === count;
  });
  return titles.sort((a, b) => Number(b.includes('shield')) - Number(a.includes('shield')));
}

/** Ours: others put theirs behind. */
async function fixesAt({ uri }: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix', 20);
}
