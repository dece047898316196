import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { version } from '../../package.json';
import { sample } from '../../src/core/detectors/sample';
import { bundled, type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 1);
const other = sample('ghp_{alnum:30}{crc62:6}', 2);

describe('lockside scan', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder.path,
      stdio: 'pipe',
    });
  const rows = async (...args: string[]) => {
    const { stdout, ...ran } = await folder.run(['scan', '--format', 'jsonl', ...args]);
    assert.ok(!stdout.includes(token) && !ran.stderr.includes(token));
    return {
      ...ran,
      rows: stdout
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as Record<string, unknown>),
    };
  };
  const files = async (...args: string[]) => (await rows(...args)).rows.map(row => row.file);

  it('exits 0 when clean, 1 for findings, 2 for errors', async () => {
    folder.write({
      'clean.txt': 'nothing here',
      'found.txt': `a\n😀 x ${token}`,
      'mail.txt': 'jane.smith@corp-mail.io',
    });
    const cases: [string[], number][] = [
      [['clean.txt'], 0],
      [['found.txt'], 1],
      [['found.txt', '--fail-on', 'error'], 1],
      [['mail.txt'], 0],
      [['mail.txt', '--fail-on', 'information'], 1],
      [['nosuch.txt'], 2],
      [['found.txt', '--format', 'xml'], 2],
      [['--max-file-size', 'huge'], 2],
      [['--staged', '--stdin'], 2],
      [['--staged'], 2],
    ];
    for (const [args, code] of cases) assert.equal((await folder.run(['scan', ...args])).code, code, args.join(' '));
  });

  it('scans the rest when a named path does not exist', async () => {
    folder.write({ 'found.txt': token });
    const { rows: found, code, stderr } = await rows('nosuch.txt', 'found.txt');
    assert.equal(code, 2);
    assert.equal(found.length, 1);
    assert.match(stderr, /^lockside: nosuch\.txt: no such file or folder$/m);
  });

  it('writes rows of exactly the agreed columns, with offsets in UTF-16', async () => {
    folder.write({ 'a/found.txt': `one\r\n😀 x ${token}\n` });
    const { rows: found } = await rows();
    assert.equal(found.length, 1);
    const { fingerprint, reason, ...row } = found[0]!;
    assert.deepEqual(row, {
      file: 'a/found.txt',
      start: 10,
      end: 50,
      line: 2,
      column: 6,
      detector: 'secret/github-token',
      kind: 'secret',
      severity: 'error',
      tier: 'certain',
    });
    assert.match(String(fingerprint), /^[0-9a-f]{16}$/);
    assert.equal(typeof reason, 'string');
    assert.deepEqual(Object.keys(found[0]!), [
      'file',
      'start',
      'end',
      'line',
      'column',
      'detector',
      'kind',
      'severity',
      'tier',
      'fingerprint',
      'reason',
    ]);
  });

  it('tells the same in every format, and the value in none', async () => {
    folder.write({
      'found.txt': `x ${token}\ny ${other} lockside:ignore secret/* known and fine\n`,
      'bad.txt': Buffer.from([0x61, 0xff, 0x62]),
    });
    for (const format of ['text', 'json', 'jsonl', 'sarif']) {
      const { code, stdout, stderr } = await folder.run(['scan', '--format', format]);
      assert.equal(code, 1, format);
      for (const value of [token, other]) assert.ok(!(stdout + stderr).includes(value.slice(4, 20)), format);
      check[format]!(stdout, stderr);
    }
  });

  const check: Record<string, (stdout: string, stderr: string) => void> = {
    text(stdout, stderr) {
      const [line, sum] = stdout.trimEnd().split('\n');
      assert.match(line!, /^found\.txt:1:3 error GitHub token — .+ \(secret\/github-token\)$/);
      assert.equal(sum, '2 files scanned, 1 finding (1 error), 1 suppressed, 1 problem');
      assert.match(stderr, /^lockside: bad\.txt: not valid UTF-8/);
    },
    json(stdout, stderr) {
      const report = JSON.parse(stdout) as {
        findings: { file: string }[];
        faults: { code: string; where: string }[];
        summary: unknown;
      };
      assert.deepEqual(
        report.findings.map(finding => finding.file),
        ['found.txt'],
      );
      assert.deepEqual(
        report.faults.map(fault => [fault.code, fault.where]),
        [['encoding', 'bad.txt']],
      );
      assert.deepEqual(report.summary, {
        files: 2,
        findings: { error: 1, warning: 0, information: 0 },
        columns: 0,
        values: 0,
        suppressed: 1,
        faults: 1,
        skipped: { binary: 0, link: 0, special: 0 },
      });
      assert.equal(stderr, '');
    },
    jsonl(stdout, stderr) {
      assert.equal(stdout.trimEnd().split('\n').length, 1);
      assert.match(stderr, /not valid UTF-8/);
    },
    sarif(stdout) {
      const log = JSON.parse(stdout) as Log;
      const run = log.runs[0]!;
      assert.deepEqual(
        [log.version, log.runs.length, run.columnKind, run.tool.driver.semanticVersion],
        ['2.1.0', 1, 'utf16CodeUnits', version],
      );
      assert.deepEqual(
        run.tool.driver.rules!.map(rule => rule.id),
        ['secret/github-token'],
      );
      assert.equal(run.results!.length, 2);
      const [found, let_go] = run.results!;
      assert.deepEqual(found!.locations![0]!.physicalLocation!.artifactLocation, {
        uri: 'found.txt',
        uriBaseId: '%SRCROOT%',
      });
      assert.deepEqual(found!.locations![0]!.physicalLocation!.region, {
        startLine: 1,
        startColumn: 3,
        endLine: 1,
        endColumn: 43,
        charOffset: 2,
        charLength: 40,
      });
      assert.match(Object.values(found!.partialFingerprints!)[0]!, /^[0-9a-f]{16}$/);
      assert.deepEqual(
        [found!.ruleId, found!.ruleIndex, found!.level, found!.suppressions],
        ['secret/github-token', 0, 'error', undefined],
      );
      assert.deepEqual(let_go!.suppressions, [{ kind: 'inSource', justification: 'known and fine' }]);
      assert.match(run.invocations![0]!.toolExecutionNotifications![0]!.message.text!, /^bad\.txt: not valid UTF-8/);
    },
  };

  it('reads standard input', async () => {
    const { code, stdout } = await folder.run(
      ['scan', '--stdin', '--stdin-path', 'src/x.ts', '--format', 'jsonl'],
      `a ${token}`,
    );
    assert.equal(code, 1);
    assert.equal((JSON.parse(stdout) as { file: string }).file, 'src/x.ts');
    assert.equal((await folder.run(['scan', '--stdin'], 'clean')).code, 0);
    const large = await folder.run(['scan', '--stdin', '--max-file-size', '1kB'], 'x'.repeat(2000));
    assert.equal(large.code, 2);
    assert.match(large.stderr, /more than the limit/);
  });

  it('respects .gitignore files, nested and negated, unless a path is named', async () => {
    folder.write({
      '.gitignore': 'ignored/\n*.log\n!keep.log\n',
      'ignored/a.txt': token,
      'a.log': token,
      'keep.log': token,
      'sub/.gitignore': '/local.txt\n!b.log\n',
      'sub/local.txt': token,
      'sub/b.log': token,
      'sub/deep/local.txt': token,
      '.git/config': token,
      '.git/info/exclude': 'excluded.txt\n',
      'excluded.txt': token,
      '.env': token,
    });
    assert.deepEqual(await files(), ['.env', 'keep.log', 'sub/b.log', 'sub/deep/local.txt']);
    assert.deepEqual(await files('ignored', 'a.log', 'sub'), [
      'ignored/a.txt',
      'a.log',
      'sub/b.log',
      'sub/deep/local.txt',
    ]);
    assert.deepEqual(await files('sub', 'sub/deep', 'sub/b.log'), ['sub/b.log', 'sub/deep/local.txt']);
  });

  it('scans what is staged, not what lies in the folder', async () => {
    git('init', '-q');
    folder.write({ 'old.txt': token });
    git('add', '-A');
    git('commit', '-qm', 'old');
    folder.write({
      'old.txt': 'changed',
      'a b\u00e4.txt': `x ${token}`,
      'unstaged.txt': token,
      'sub/big.txt': `${'x'.repeat(3000)} ${token}`,
    });
    symlinkSync('unstaged.txt', join(folder.path, 'link'));
    git('add', 'a b\u00e4.txt', 'sub', 'link');
    folder.write({ 'a b\u00e4.txt': 'clean again' });
    assert.deepEqual(await files('--staged'), ['a b\u00e4.txt', 'sub/big.txt']);
    const limited = await rows('--staged', '--max-file-size', '1kB');
    assert.deepEqual([limited.rows.map(row => row.file), limited.code], [['a b\u00e4.txt'], 1]);
    assert.match(limited.stderr, /sub\/big\.txt: 0\.0 MB, more than the limit/);
  });

  it('says what to do where there is no git', async () => {
    assert.match(
      (await folder.run(['scan', '--staged'])).stderr,
      /not a git repository: --staged and --history need one/,
    );
    const bare = await folder.run(['scan', '--staged'], '', { PATH: folder.path, Path: folder.path });
    assert.equal(bare.code, 2);
    assert.match(bare.stderr, /git was not found/);
  });

  it('takes the policy, the severities and the suppressions of the workspace', async () => {
    folder.write({ 'a.txt': token, 'b.txt': other, 'test/c.txt': other, 'd.txt': 'jane.smith@corp-mail.io' });
    const settle = (settings: object) =>
      folder.write({ '.vscode/settings.json': `// ours\n${JSON.stringify(settings)}` });
    const print = (await rows('a.txt')).rows[0]!.fingerprint;
    settle({
      'lockside.suppressions': [
        { fingerprint: print, reason: 'rotated' },
        { path: 'test/**', reason: 'made up' },
      ],
    });
    assert.deepEqual(await files(), ['b.txt', 'd.txt']);
    settle({ 'lockside.rules': [{ paths: ['*.txt'], destinations: ['report:*'], action: 'allow' }] });
    assert.deepEqual(await files(), []);
    settle({
      'lockside.rules': [{ detectors: ['secret/*'], action: 'log' }],
      'lockside.detection.severity': { 'pii/*': 'error' },
    });
    assert.deepEqual(
      (await rows()).rows.map(row => row.severity),
      ['information', 'information', 'error', 'information'],
    );
    settle({ 'lockside.detection.severity': { '*': 'hint' } });
    assert.equal((await rows()).code, 0);
  });

  it('lets user settings tighten only', async () => {
    folder.write({ 'a.txt': token });
    const user = makeFolder({
      'settings.json': JSON.stringify({
        'lockside.rules': [{ action: 'allow' }],
        'lockside.detection.severity': { '*': 'hint' },
        'lockside.suppressions': [{ path: '**', reason: 'mine' }],
      }),
    });
    const { code, stderr } = await folder.run(['scan'], '', {
      LOCKSIDE_USER_SETTINGS: join(user.path, 'settings.json'),
    });
    user.remove();
    assert.equal(code, 1);
    assert.match(stderr, /user settings can't suppress findings/);
  });

  it('gives the same fingerprints to all who share a salt, and others without one', async () => {
    const prints = async (settings: object, state: string) => {
      folder.write({ 'a.txt': token, '.vscode/settings.json': JSON.stringify(settings) });
      const { stdout } = await folder.run(['scan', 'a.txt', '--format', 'jsonl'], '', {
        LOCKSIDE_STATE: join(folder.path, '..', state),
      });
      return (JSON.parse(stdout) as { fingerprint: string }).fingerprint;
    };
    const salted = { 'lockside.fingerprintSalt': 'a-salt-of-the-team' };
    assert.equal(await prints(salted, 'one'), await prints(salted, 'two'));
    assert.notEqual(await prints({}, 'one'), await prints({}, 'two'));
    assert.equal(await prints({}, 'one'), await prints({}, 'one'));
  });

  describe('with bad input', () => {
    const tells = async (message: RegExp, args: string[] = []) => {
      folder.write({ 'zzz.txt': token });
      const ran = await rows(...args);
      assert.match(ran.stderr, message);
      assert.ok(
        ran.rows.some(row => row.file === 'zzz.txt'),
        'the rest is scanned',
      );
      return ran;
    };

    it('a broken settings file: says where, and keeps the rest of it', async () => {
      folder.write({
        'a.txt': other,
        '.vscode/settings.json':
          '{\n  "lockside.rules": [\n    { "paths": ["a.txt"], "action": "allow" },\n    { "action": "stop" }\n  ]\n  "lockside.paste": "off",,\n',
      });
      const { rows: found, stderr } = await tells(/\.vscode\/settings\.json:4:5: lockside\.rules\[1\]: action: /);
      assert.match(stderr, /\.vscode\/settings\.json:6:3: a comma is missing/);
      assert.deepEqual(
        found.map(row => row.file),
        ['zzz.txt'],
      );
    });

    it('settings that are no object', async () => {
      folder.write({ '.vscode/settings.json': '[]' });
      await tells(/settings\.json:1:1: settings are a JSON object/);
    });

    it('a workspace file, and several of them', async () => {
      const allow = JSON.stringify({
        folders: [],
        settings: { 'lockside.rules': [{ paths: ['a.txt'], action: 'allow' }] },
      });
      folder.write({ 'a.txt': token, 'one.code-workspace': allow });
      assert.deepEqual(await files(), []);
      folder.write({ 'two.code-workspace': '{}' });
      assert.deepEqual(await files(), ['a.txt']);
    });

    it('a single line of 50 MB: names the size and the limit, and scans it when the limit is raised', async () => {
      folder.write({ 'big.txt': Buffer.concat([Buffer.alloc(50 * 1024 * 1024, 'x'), Buffer.from(` ${token}`)]) });
      await tells(/big\.txt: 50\.0 MB, more than the limit of 5\.0 MB/);
      const { rows: found } = await rows('--max-file-size', '60');
      assert.deepEqual(
        found.map(row => [row.file, row.line, row.column]),
        [
          ['big.txt', 1, 52428802],
          ['zzz.txt', 1, 1],
        ],
      );
    }).timeout(60_000);

    it('binary: is passed over quietly and counted', async () => {
      folder.write({ 'a.bin': Buffer.from(`\0${token}`), 'big.bin': Buffer.alloc(6 * 1024 * 1024), 'zzz.txt': token });
      const { stdout, stderr } = await folder.run(['scan']);
      assert.equal(stderr, '');
      assert.match(stdout, /^1 file scanned, 1 finding \(1 error\), 2 binary files$/m);
      assert.match((await folder.run(['scan', '--verbose'])).stderr, /a\.bin: binary, not scanned/);
    });

    it('UTF-16 and byte-order marks: are read as the editor reads them', async () => {
      const utf16 = Buffer.from(`\uFEFFa ${token}`, 'utf16le');
      folder.write({ 'le.txt': utf16, 'be.txt': Buffer.from(utf16).swap16(), 'bom.txt': `\uFEFFa ${token}` });
      assert.deepEqual(
        (await rows()).rows.map(row => [row.file, row.start, row.column]),
        [
          ['be.txt', 2, 3],
          ['bom.txt', 2, 3],
          ['le.txt', 2, 3],
        ],
      );
    });

    it('invalid UTF-8: is told, and scanned all the same', async () => {
      folder.write({ 'bad.txt': Buffer.concat([Buffer.from([0xc3, 0x28, 0xff, 0x20]), Buffer.from(token)]) });
      const { rows: found } = await tells(/bad\.txt: not valid UTF-8: scanned with the bad bytes replaced/);
      assert.deepEqual(
        found.map(row => [row.file, row.start]),
        [
          ['bad.txt', 4],
          ['zzz.txt', 0],
        ],
      );
    });

    it('symbolic links: loops are told, none is followed', async () => {
      const outside = makeFolder({ 'o.txt': token });
      folder.write({ 'sub/a.txt': 'x' });
      symlinkSync('..', join(folder.path, 'sub/up'));
      symlinkSync('self', join(folder.path, 'self'));
      symlinkSync(outside.path, join(folder.path, 'outside'));
      symlinkSync('nowhere', join(folder.path, 'dangling'));
      const { rows: found, stderr } = await tells(/^lockside: self: a loop of symbolic links/m);
      outside.remove();
      assert.match(stderr, /^lockside: sub\/up: a symbolic link to a folder that it stands in/m);
      assert.deepEqual(
        found.map(row => row.file),
        ['zzz.txt'],
      );
    });

    it('a folder and a file without permission', async function () {
      // Nobody can keep anything from root.
      if (process.getuid?.() === 0 || process.platform === 'win32') return this.skip();
      folder.write({ 'closed/a.txt': token, 'closed.txt': token });
      chmodSync(join(folder.path, 'closed'), 0);
      chmodSync(join(folder.path, 'closed.txt'), 0);
      const { stderr } = await tells(/closed: no permission to read it/);
      chmodSync(join(folder.path, 'closed'), 0o700);
      assert.match(stderr, /closed\.txt: no permission to read it/);
    });

    it('what fails on reading, even for root', async function () {
      if (process.platform !== 'linux') return this.skip();
      const { code, stderr } = await folder.run(['scan', '/proc/self/mem', '/proc/self/task/nosuch']);
      assert.equal(code, 2);
      assert.match(stderr, /self\/mem: (the disk gives an error|.+)/);
      assert.match(stderr, /nosuch: no such file or folder/);
    });

    it('pipes, sockets and devices: never hang', async function () {
      if (process.platform === 'win32') return this.skip();
      execFileSync('mkfifo', [join(folder.path, 'pipe')]);
      const server = createServer().listen(join(folder.path, 'socket'));
      folder.write({ 'zzz.txt': token });
      const { stdout, code } = await folder.run(['scan']);
      assert.equal(code, 1);
      assert.match(stdout, /2 pipes or devices$/m);
      const named = await folder.run(['scan', 'pipe', 'socket', '/dev/zero', 'zzz.txt']);
      server.close();
      assert.equal(named.code, 2);
      assert.equal(named.stderr.match(/: a pipe, socket or device: not scanned/g)?.length, 3);
      assert.match(named.stdout, /^1 file scanned, 1 finding/m);
    });

    it('suppressions that have expired or give no reason', async () => {
      folder.write({
        'a.txt': `${token} # lockside:ignore secret/* until it is rotated until 2020-01-01\n\n${other} # lockside:ignore secret/*`,
        '.vscode/settings.json':
          '{ "lockside.suppressions": [\n{ "path": "*.txt", "reason": "was fine", "expires": "2020-01-01" }] }',
      });
      const { stderr, rows: found } = await tells(
        /^lockside: \.vscode\/settings\.json:2:1: lockside\.suppressions\[0\]: expired on 2020-01-01 \(was fine\)/m,
      );
      assert.match(stderr, /^lockside: a\.txt:1:44: lockside:ignore secret\/\* expired on 2020-01-01/m);
      assert.match(stderr, /^lockside: a\.txt:3:44: lockside:ignore secret\/\* gives no reason/m);
      assert.equal(found.length, 3);
    });

    it('names that would steer a terminal', async () => {
      folder.write({ 'a\u001b[31m\nb.txt': token });
      const { stdout } = await folder.run(['scan']);
      assert.ok(stdout.startsWith('a\\u001b[31m\\u000ab.txt:1:1 error'));
    });
  });

  it('stops quietly when its reader goes away', async () => {
    folder.write(Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`f${at}.txt`, `${token}\n`.repeat(40)])));
    const child = spawn(process.execPath, [bundled(), 'scan', '--format', 'jsonl'], {
      cwd: folder.path,
      env: { ...process.env, LOCKSIDE_STATE: folder.path, LOCKSIDE_USER_SETTINGS: '' },
    });
    let stderr = '';
    child.stderr.on('data', piece => {
      stderr += piece;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise(resolve => child.on('close', resolve));
    assert.deepEqual([code, stderr], [2, '']);
  });

  it('says its version and its usage', async () => {
    assert.equal((await folder.run(['--version'])).stdout, `${version}\n`);
    const help = await folder.run(['scan', '--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /Exit codes: 0 clean; 1 findings/);
    assert.equal((await folder.run(['nosuch'])).code, 2);
  });
}).timeout(60_000);
