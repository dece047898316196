import assert from 'node:assert/strict';
import { makeZip, type OsvServer, startOsvServer } from '../supply/osvServer';
import { osvRecord } from '../supply/records';
import { type Folder, makeFolder } from './lockside';

const lock = (packages: Readonly<Record<string, string>>) =>
  JSON.stringify({
    ...{ name: 'app', lockfileVersion: 3 },
    packages: {
      '': { name: 'app', dependencies: { top: '^1.0.0' } },
      ...Object.fromEntries(
        Object.entries(packages).map(([name, version]) => [
          `node_modules/${name}`,
          { version, ...(name === 'top' ? { dependencies: { deep: '1.x' } } : {}) },
        ]),
      ),
    },
  });

interface Report {
  readonly packages: readonly Record<string, unknown>[];
  readonly findings: readonly Record<string, unknown>[];
  readonly faults: readonly { readonly code: string; readonly where?: string; readonly message: string }[];
}

describe('lockside packages', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());
  const report = async (...args: string[]) => {
    const ran = await folder.run(['packages', '--format', 'json', ...args]);
    assert.ok(ran.stdout.startsWith('{'), ran.stderr);
    return { code: ran.code, ...(JSON.parse(ran.stdout) as Report) };
  };
  const supply = (findings: Report['findings']) =>
    findings.filter(({ detector }) => /malicious|vulnerable/.test(String(detector)));

  it('tells of LiteLLM 1.82.8 in a lockfile on a first start without network', async () => {
    folder.write({
      'uv.lock':
        'version = 1\n\n[[package]]\nname = "litellm"\nversion = "1.82.8"\nsource = { registry = "https://pypi.example/simple" }\n',
      'requirements.txt': 'litellm==1.82.7\nrequests==2.32.4\n',
    });
    const { code, findings, faults } = await report();
    assert.equal(code, 1);
    assert.deepEqual(findings.map(({ file, line, detector, severity }) => [file, line, detector, severity]).sort(), [
      ['requirements.txt', 1, 'supply/malicious-package', 'error'],
      ['uv.lock', 5, 'supply/malicious-package', 'error'],
    ]);
    assert.match(
      faults.map(({ where, message }) => `${where}: ${message}`).join(),
      /PyPI: only the starter set of \d{4}-/,
    );
  });

  it('lists packages with exactly what it promises, and says why they are here', async () => {
    folder.write({ 'package-lock.json': lock({ top: '1.0.0', deep: '1.1.0' }) });
    const { code, packages, ...rest } = await report();
    assert.deepEqual(Object.keys(rest), ['findings', 'faults']);
    assert.equal(code, 0);
    assert.deepEqual(packages, [
      {
        file: 'package-lock.json',
        ecosystem: 'npm',
        name: 'top',
        version: '1.0.0',
        purl: 'pkg:npm/top@1.0.0',
        direct: true,
        path: ['top@1.0.0'],
      },
      {
        file: 'package-lock.json',
        ecosystem: 'npm',
        name: 'deep',
        version: '1.1.0',
        purl: 'pkg:npm/deep@1.1.0',
        direct: false,
        path: ['top@1.0.0', 'deep@1.1.0'],
      },
    ]);
  });

  it('tells each package once, the worst first, with the least version that clears it', async () => {
    folder.write({
      'package-lock.json': lock({ minimist: '1.2.0', lodash: '4.17.11', chalk: '5.6.1' }),
      'package.json': JSON.stringify({ dependencies: { lodash: '^4.17.0', chalk: '^5.0.0' } }),
    });
    const { findings } = await report();
    const told = supply(findings) as unknown as {
      file: string;
      package: { name: string };
      fixed?: object;
      severity: string;
    }[];
    assert.deepEqual(
      told.map(({ file, package: { name }, severity }) => [file, name, severity]),
      ['chalk', 'minimist', 'lodash'].map(name => ['package-lock.json', name, 'error']),
    );
    assert.deepEqual(
      told.map(({ fixed }) => (fixed as { inRange?: boolean } | undefined)?.inRange),
      [undefined, false, true],
    );
  });

  it('exits by severity, with the codes of a scan', async () => {
    folder.write({ 'requirements.txt': 'requests==2.32.3\n' });
    const codes = async (...args: string[]) => (await folder.run(['packages', ...args])).code;
    assert.equal(await codes(), 1);
    assert.equal(await codes('--fail-on', 'error'), 0);
    assert.equal(await codes('nothing-here'), 2);
    assert.equal(await codes('--format', 'nonsense'), 2);
  });

  it('respects settings, comments and rules', async () => {
    folder.write({ 'requirements.txt': 'litellm==1.82.8\n' });
    const suppress = (one: object) =>
      folder.write({
        '.vscode/settings.json': JSON.stringify({ 'lockside.suppressions': [{ reason: 'looked at', ...one }] }),
      });
    const [first] = supply((await report()).findings);
    suppress({ fingerprint: first?.fingerprint });
    assert.equal((await report()).code, 0, 'by fingerprint');
    suppress({ fingerprint: first?.fingerprint, expires: '2020-01-01' });
    assert.equal((await report()).code, 1, 'expired');
    suppress({ detector: 'supply/malicious-package', path: 'requirements.txt' });
    assert.equal((await report()).code, 0, 'by detector and path');
    folder.write({
      '.vscode/settings.json': '{}',
      'requirements.txt': 'litellm==1.82.8  # lockside:ignore supply/* a test of ours\n',
    });
    assert.equal((await report()).code, 0, 'by a comment');
    folder.write({
      'requirements.txt': 'litellm==1.82.8\n',
      '.vscode/settings.json': JSON.stringify({
        'lockside.rules': [{ detectors: ['supply/*'], destinations: ['report:'], action: 'log' }],
      }),
    });
    assert.equal((await report()).code, 0, 'by a rule');
  });

  it('tells what is broken in one file, and goes on with the others', async () => {
    folder.write({
      'a/package-lock.json': '{"lockfileVersion": 3, "packages": {',
      'b/requirements.txt': 'litellm==1.82.8\n',
      'c/poetry.lock': '[[package]\nname = ',
    });
    const { code, findings, faults } = await report();
    assert.equal(code, 1);
    assert.deepEqual(
      supply(findings).map(({ file }) => file),
      ['b/requirements.txt'],
    );
    for (const file of ['a/package-lock.json', 'c/poetry.lock'])
      assert.equal(faults.filter(({ where }) => where?.startsWith(file)).length, 1, file);
  });

  it('tells of names that are almost those of popular packages', async () => {
    folder.write({ 'package.json': JSON.stringify({ dependencies: { expresss: '^4.0.0', express: '^5.1.0' } }) });
    const { findings } = await report();
    assert.deepEqual(
      findings.map(({ detector, package: one }) => [detector, (one as { name: string }).name]),
      [['supply/typosquat', 'expresss']],
    );
  });

  it('reports in SARIF and line by line, too', async () => {
    folder.write({ 'requirements.txt': 'litellm==1.82.8\n' });
    const sarif = JSON.parse((await folder.run(['packages', '--format', 'sarif'])).stdout) as {
      runs: { results: { ruleId: string; level: string }[] }[];
    };
    assert.deepEqual(
      sarif.runs[0]?.results.map(({ ruleId, level }) => [ruleId, level]),
      [['supply/malicious-package', 'error']],
    );
    const row = JSON.parse((await folder.run(['packages', '--format', 'jsonl'])).stdout.split('\n')[0]!) as object;
    assert.deepEqual((row as { package: object }).package, { ecosystem: 'PyPI', name: 'litellm', version: '1.82.8' });
    assert.match(
      (await folder.run(['packages'])).stdout,
      /^requirements\.txt:1:10 error Malicious package — litellm 1\.82\.8/,
    );
  });
});

describe('lockside advisories', () => {
  let folder: Folder;
  let server: OsvServer;
  const record = osvRecord({ id: 'GHSA-deep', name: 'deep', events: [{ introduced: '0' }, { fixed: '1.2.0' }] });
  before(async () => {
    server = await startOsvServer([record]);
  });
  after(() => server.close());
  beforeEach(() => {
    server.asked.length = 0;
    folder = makeFolder({ 'package-lock.json': lock({ top: '1.0.0', deep: '1.1.0' }) });
  });
  afterEach(() => folder.remove());
  /** With settings of the person's own, which alone may say where advisories come from. */
  const run = async (args: readonly string[], settings: object) => {
    folder.write({ '../user.json': JSON.stringify(settings) });
    return folder.run(args, '', { LOCKSIDE_USER_SETTINGS: `${folder.path}/../user.json` });
  };

  it('are fetched, told with their day, and used', async () => {
    const settings = { 'lockside.advisories.url': server.url };
    const updated = await run(['advisories', 'update', '--ecosystem', 'npm'], settings);
    assert.deepEqual([updated.code, updated.stdout], [0, 'npm: 1 advisory in 1 kB\n'], updated.stderr);
    assert.match(
      (await run(['advisories', 'status'], {})).stdout,
      /^npm: 2026-11-01: 1 advisory, .*last asked for on/m,
    );
    const told = await run(['packages'], {});
    assert.match(told.stdout, /deep 1\.1\.0: GHSA-deep .*fixed in 1\.2\.0/);
    assert.match(told.stderr, /advisories of npm 2026-11-01 \(1\)/);
  });

  it('are imported from a file, of one ecosystem that is named', async () => {
    folder.write({ 'brought.zip': makeZip([record]) });
    assert.equal((await run(['advisories', 'update', '--from', 'brought.zip'], {})).code, 2);
    assert.equal((await run(['advisories', 'update', '--from', 'brought.zip', '--ecosystem', 'Unheard'], {})).code, 2);
    assert.equal((await run(['advisories', 'update', '--from', 'brought.zip', '--ecosystem', 'NPM'], {})).code, 0);
    assert.equal((await run(['packages'], {})).code, 1);
    assert.deepEqual(server.asked, []);
  });

  it('are asked of the API only where the person wants that', async () => {
    const wish = { 'lockside.advisories.source': 'query', 'lockside.advisories.url': server.url };
    folder.write({ '.vscode/settings.json': JSON.stringify(wish) });
    const refused = await run(['packages', '--format', 'json'], {});
    assert.deepEqual(server.asked, [], "a repository can't send names away");
    assert.match(refused.stdout, /counts in the user's own settings only/);
    assert.match((await run(['packages'], wish)).stdout, /GHSA-deep/);
    assert.ok(server.asked.length > 0);
  });

  it('say where the API fails, and go on with what is here', async () => {
    server.set({ body: '{' });
    const wish = { 'lockside.advisories.source': 'query', 'lockside.advisories.url': server.url };
    folder.write({ 'package-lock.json': lock({ chalk: '5.6.1' }) });
    const ran = await run(['packages'], wish);
    server.set({});
    assert.match(ran.stderr, /no JSON; this machine's own advisories are used/);
    assert.match(ran.stdout, /chalk 5\.6\.1/);
  });

  it('are not looked up where they are off', async () => {
    folder.write({ 'package-lock.json': lock({ chalk: '5.6.1' }) });
    const { code, stderr } = await run(['packages'], { 'lockside.advisories.source': 'off' });
    assert.equal(code, 0);
    assert.match(stderr, /no advisories are looked up/);
  });
});
