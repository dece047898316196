import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const key = sample('acme_{lowernum:32}', 7);
const token = sample('ghp_{alnum:30}{crc62:6}', 1);
const entry = {
  id: 'secret/team-acme-key',
  title: 'Acme key',
  keywords: ['acme_'],
  pattern: 'acme_[a-z0-9]{32}',
  hits: ['x ‹acme_{lowernum:32}›'],
};
const settings = (more: object) => JSON.stringify({ 'lockside.detectors': [entry], ...more }, null, 2);
const gitleaks = "[[rules]]\nid = 'acme'\nregex = 'acme_[a-z0-9]{32}'\n[allowlist]\npaths = ['^old/']\n";

const keyed = { LOCKSIDE_KEY: Buffer.alloc(32, 7).toString('base64') };

describe("a team's rules on the command line", () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
  });
  afterEach(() => folder.remove());

  const rows = async (...args: string[]) => {
    const { stdout, stderr } = await folder.run(['scan', '--format', 'jsonl', ...args]);
    assert.ok(!(stdout + stderr).includes(key));
    const told = stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Record<string, unknown>);
    return { found: told.map(row => [row.file, row.detector]), stderr };
  };

  it('find in files, in what is staged and in standard input', async () => {
    folder.write({ '.vscode/settings.json': settings({}), 'a.txt': `k ${key}\n` });
    const found = [['a.txt', 'secret/team-acme-key']];
    assert.deepEqual((await rows()).found, found);
    execFileSync('git', ['add', 'a.txt'], { cwd: folder.path });
    assert.deepEqual((await rows('--staged')).found, found);
    const { stdout } = await folder.run(['scan', '--stdin'], `k ${key}\n`);
    assert.match(stdout, /Acme key/);
  });

  it('hold back what goes to a model', async () => {
    folder.write({ '.vscode/settings.json': settings({}) });
    const { stdout } = await folder.run(['redact'], `k ${key}\n`, keyed);
    assert.equal(stdout, 'k SECRET_TEAM_ACME_KEY_1\n');
  });

  it('stop a prompt in an agent hook, wherever they stand', async () => {
    const message = JSON.stringify({ hook_event_name: 'UserPromptSubmit', cwd: folder.path, prompt: `use ${key}` });
    const ask = () => folder.run(['hook', 'claude-code'], message, keyed);
    assert.doesNotMatch((await ask()).stdout + (await ask()).stderr, /Acme|acme/);
    folder.write({ '.gitleaks.toml': gitleaks });
    assert.match((await ask()).stdout + (await ask()).stderr, /acme/);
    folder.write({ '.vscode/settings.json': settings({}) });
    const { stdout, stderr } = await ask();
    assert.match(stdout + stderr, /Acme key/);
    assert.ok(!(stdout + stderr).includes(key));
  });

  it('are refused at their place', async () => {
    const wrong = { ...entry, id: 'secret/team-other', pattern: 'acme_(?=x)' };
    folder.write({ '.vscode/settings.json': settings({ 'lockside.detectors': [entry, wrong] }), 'a.txt': 'x' });
    assert.match(
      (await rows()).stderr,
      /settings\.json:\d+:\d+: lockside\.detectors\[1\]: secret\/team-other: .*looks ahead/,
    );
  });

  it("count as other scanners' files say, and as the settings say of these", async () => {
    folder.write({
      '.gitleaks.toml': gitleaks,
      'a.txt': `${key}\n${token} # gitleaks:allow\n`,
      'old/b.txt': `${token}\n`,
    });
    const { found, stderr } = await rows('--verbose');
    assert.deepEqual(found, [['a.txt', 'secret/team-acme']]);
    assert.match(stderr, /\.gitleaks\.toml: read for its rules/);
    folder.write({ '.vscode/settings.json': '{"lockside.foreignRules": false}' });
    assert.deepEqual((await rows('--verbose')).found, [
      ['a.txt', 'secret/github-token'],
      ['old/b.txt', 'secret/github-token'],
    ]);
  });

  it('never let a value go to a model for what another scanner accepts', async () => {
    folder.write({ '.gitleaks.toml': "[allowlist]\nregexes = ['.*']\npaths = ['.*']\n" });
    const { stdout } = await folder.run(['redact', '--path', 'a.txt'], `k ${token} # gitleaks:allow\n`, keyed);
    assert.equal(stdout, 'k SECRET_GITHUB_TOKEN_1 # gitleaks:allow\n');
  });

  it('let go in the history what gitleaks accepted of a commit', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder.path,
        encoding: 'utf8',
      });
    folder.write({ 'a.txt': `x\n${token}\n` });
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    assert.deepEqual((await rows('--history')).found, [['a.txt', 'secret/github-token']]);
    folder.write({ '.gitleaksignore': `${git('rev-parse', 'HEAD').trim()}:a.txt:github-pat:2\n` });
    assert.deepEqual((await rows('--history')).found, []);
    assert.deepEqual((await rows()).found, [['a.txt', 'secret/github-token']]);
  });

  it('say in reports what let a finding go', async () => {
    folder.write({ '.gitleaksignore': '# old\na.txt:github-pat:1\n', 'a.txt': `${token}\n` });
    const { stdout, code } = await folder.run(['scan', '--format', 'sarif']);
    const [result] = (JSON.parse(stdout) as { runs: { results: Record<string, unknown>[] }[] }).runs[0]!.results;
    assert.equal(code, 0);
    assert.deepEqual(result?.suppressions, [
      { kind: 'external', justification: 'accepted in .gitleaksignore, line 2' },
    ]);
  });
});
