import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sample } from '../../../src/core/detectors/sample';
import type { Decision } from '../../../src/core/model';
import { createScanner } from '../../../src/core/scan';
import { applyAcceptors } from '../../../src/core/team/applyAcceptors';
import type { Foreign } from '../../../src/core/team/foreign';
import { readForeign } from '../../../src/core/team/readForeign';
import { leastCpuTime } from '../../cpuTime';
import { madeDecision, madeFinding } from '../madeFinding';

const key = sample('acme_{lowernum:32}', 7);
const token = sample('ghp_{alnum:30}{crc62:6}', 3);
const rule = `[[rules]]\nid = "acme-key"\ndescription = "Acme key"\nregex = '''acme_[a-z0-9]{32}'''\nkeywords = ["ACME_"]\n`;

describe("other scanners' files", () => {
  it('bring rules', () => {
    const cases: [toml: string, text: string, path: string, found: string[]][] = [
      [rule, `x ${key}`, 'a.ts', [key]],
      [rule.replace('keywords = ["ACME_"]', ''), `x ${key}`, 'a.ts', [key]],
      [rule.replace('["ACME_"]', '["äcme"]'), `x ${key}`, 'a.ts', [key]],
      [rule.replace('["ACME_"]', '["globex"]'), `x ${key}`, 'a.ts', []],
      [rule.replace('acme_[a-z0-9]{32}', 'x (acme_[a-z0-9]{32})'), `x ${key}`, 'a.ts', [key]],
      [`${rule.replace('acme_[a-z0-9]{32}', '(x) (acme_[a-z0-9]{32})')}secretGroup = 2\n`, `x ${key}`, 'a.ts', [key]],
      [`${rule}entropy = 5.5\n`, `x ${key}`, 'a.ts', []],
      [`${rule}entropy = 2\n`, `x ${key}`, 'a.ts', [key]],
      [`${rule}path = '\\.ts$'\n`, `x ${key}`, 'a.ts', [key]],
      [`${rule}path = '\\.ts$'\n`, `x ${key}`, 'a.js', []],
      [`${rule}skipReport = true\n`, `x ${key}`, 'a.js', []],
      [`${rule}[rules.allowlist]\nregexes = ['''${key.slice(5, 12)}''']\n`, `x ${key}`, 'a.ts', []],
      [`${rule}[[rules.allowlists]]\nstopwords = ['${key.slice(5, 12).toUpperCase()}']\n`, `x ${key}`, 'a.ts', []],
      [`${rule}[[rules.allowlists]]\nregexTarget = "line"\nregexes = ['''^x ''']\n`, `x ${key}`, 'a.ts', []],
      [`${rule}[[rules.allowlists]]\nregexes = ['''^x ''']\n`, `x ${key}`, 'a.ts', [key]],
      [`${rule}[[rules.allowlists]]\npaths = ['''^test/''']\n`, `x ${key}`, 'test/a.ts', []],
      [
        `${rule}[[rules.allowlists]]\ncondition = "AND"\npaths = ['test']\nregexes = ['nope']\n`,
        `x ${key}`,
        'test/a.ts',
        [key],
      ],
      [
        `${rule}[[rules.allowlists]]\ncondition = "AND"\npaths = ['test']\nregexes = ['acme']\n`,
        `x ${key}`,
        'test/a.ts',
        [],
      ],
      [
        `${rule}[[rules.allowlists]]\ncondition = "AND"\npaths = ['test']\ncommits = ['abc']\n`,
        `x ${key}`,
        'test/a.ts',
        [key],
      ],
      [`${rule}[[allowlists]]\ntargetRules = ["acme-key"]\nregexes = ['acme']\n`, `x ${key}`, 'a.ts', []],
    ];
    for (const [toml, text, path, found] of cases) {
      const { rules, faults } = read({ '.gitleaks.toml': toml });
      assert.deepEqual(faults, [], toml);
      const { findings } = createScanner({ fingerprint, detectors: [], team: () => rules }).scan(text, { path });
      assert.deepEqual(
        findings.map(it => text.slice(it.start, it.end)),
        found,
        toml,
      );
      for (const it of findings) {
        assert.deepEqual([it.detector, it.title, it.tier], ['secret/team-acme-key', 'Acme key', 'likely']);
        assert.equal(it.reason, 'the rule acme-key in .gitleaks.toml');
      }
    }
  });

  it('bring rules of files that they extend, inside of the workspace alone', () => {
    const other = rule.replaceAll('acme', 'globex').replace('ACME', 'GLOBEX');
    const extend = (more: string) => `[extend]\nuseDefault = true\n${more}\n`;
    const cases: [files: Record<string, string>, ids: string[], fault: RegExp | undefined][] = [
      [
        { '.gitleaks.toml': `${extend("path = 'b.toml'")}${rule}`, 'b.toml': other },
        ['globex-key', 'acme-key'],
        undefined,
      ],
      [{ '.gitleaks.toml': extend("path = 'b.toml'\ndisabledRules = ['acme-key']"), 'b.toml': rule }, [], undefined],
      [
        {
          '.gitleaks.toml': `${extend("path = 'b.toml'")}[[rules]]\nid = 'acme-key'\nkeywords = ['other']\n`,
          'b.toml': rule,
        },
        ['acme-key'],
        undefined,
      ],
      [{ '.gitleaks.toml': `${extend("path = '../../etc/passwd'")}${rule}` }, ['acme-key'], /outside/],
      [{ '.gitleaks.toml': `${extend("path = 'none.toml'")}${rule}` }, ['acme-key'], /no such file/],
      [{ '.gitleaks.toml': `${extend("path = '.gitleaks.toml'")}${rule}` }, ['acme-key'], /more than 2 files deep/],
    ];
    for (const [files, ids, fault] of cases) {
      const { rules, faults } = read(files);
      assert.deepEqual(
        rules.map(it => it.detector.id),
        ids.map(id => `secret/team-${id}`),
      );
      assert.equal(faults.length, fault ? 1 : 0, JSON.stringify(faults));
      if (fault) assert.match(faults[0]!.message, fault);
    }
  });

  it('let findings go', () => {
    const sha1 = createHash('sha1').update(token).digest('hex');
    const baseline = (entry: object, more: object = {}) =>
      JSON.stringify({ version: '1.5.0', results: { 'src/a.ts': [{ type: 'GitHub Token', ...entry }] }, ...more });
    const toml = (list: string) => `[allowlist]\ndescription = "old keys"\n${list}\n`;
    const lint = (value: object) => JSON.stringify({ rules: [value] });
    const preset = (value: object) =>
      lint({
        id: '@secretlint/secretlint-rule-preset-recommend',
        rules: [{ id: '@secretlint/secretlint-rule-github', ...value }],
      });
    const cases: [name: string, content: string, reason: string | undefined][] = [
      ['.gitleaksignore', '# old\n\nsrc/a.ts:github-pat:2\n', 'accepted in .gitleaksignore, line 3'],
      ['.gitleaksignore', './src/a.ts:github-pat:2\r\n', 'accepted in .gitleaksignore, line 1'],
      ['.gitleaksignore', 'src\\a.ts:github-pat:2', 'accepted in .gitleaksignore, line 1'],
      ['.gitleaksignore', 'src/a.ts:github-pat:3\nsrc/b.ts:github-pat:2\n#src/a.ts:github-pat:2', undefined],
      ['.gitleaksignore', `${'a'.repeat(40)}:src/a.ts:github-pat:2`, undefined],
      ['.gitleaks.toml', toml(`regexes = ['${token.slice(0, 9)}']`), 'accepted in .gitleaks.toml: old keys'],
      ['.gitleaks.toml', toml("regexTarget = 'line'\nregexes = ['^token: ']"), 'accepted in .gitleaks.toml: old keys'],
      ['.gitleaks.toml', toml("regexes = ['^token: ']"), undefined],
      ['.gitleaks.toml', toml("paths = ['^src/']"), 'accepted in .gitleaks.toml: old keys'],
      ['.gitleaks.toml', toml("paths = ['^lib/']"), undefined],
      ['.gitleaks.toml', toml(`stopwords = ['${token.slice(6, 12)}']`), 'accepted in .gitleaks.toml: old keys'],
      ['.gitleaks.toml', toml("commits = ['abc']"), undefined],
      ['.gitleaks.toml', "[[allowlists]]\npaths = ['src']", 'accepted in .gitleaks.toml, by an allow-list'],
      [
        '.gitleaks.toml',
        "[[allowlists]]\ntargetRules = ['github-pat']\npaths = ['src']",
        'accepted in .gitleaks.toml, by an allow-list',
      ],
      ['.gitleaks.toml', "[[allowlists]]\ntargetRules = ['gitlab-pat']\npaths = ['src']", undefined],
      [
        '.gitleaks.toml',
        "[[rules]]\nid = 'github-pat'\n[[rules.allowlists]]\npaths = ['src']",
        'accepted in .gitleaks.toml, by an allow-list',
      ],
      ['.gitleaks.toml', "[[rules]]\nid = 'generic-api-key'\n[[rules.allowlists]]\npaths = ['src']", undefined],
      ['.github/gitleaks.toml', "[allowlist]\npaths = ['src']", 'accepted in .github/gitleaks.toml, by an allow-list'],
      ['.secrets.baseline', baseline({ hashed_secret: sha1, line_number: 77 }), 'accepted in .secrets.baseline'],
      ['.secrets.baseline', baseline({ hashed_secret: sha1, is_secret: false }), 'accepted in .secrets.baseline'],
      ['.secrets.baseline', baseline({ hashed_secret: sha1, is_secret: true }), undefined],
      ['.secrets.baseline', baseline({ hashed_secret: sha1.replace(/./g, '0') }), undefined],
      [
        '.secrets.baseline',
        baseline({}, { exclude: { files: '^src/', lines: null } }),
        'excluded in .secrets.baseline',
      ],
      [
        '.secrets.baseline',
        baseline({}, { exclude: { files: null, lines: 'token:' } }),
        'excluded in .secrets.baseline',
      ],
      [
        '.secrets.baseline',
        baseline(
          {},
          { filters_used: [{ path: 'detect_secrets.filters.regex.should_exclude_file', pattern: ['src/.*'] }] },
        ),
        'excluded in .secrets.baseline',
      ],
      ['.secrets.baseline', '{"results": {"src/a.ts": "x"}}', undefined],
      [
        '.secretlintrc.json',
        preset({ options: { allows: [`/${token.slice(0, 9)}/i`] } }),
        'allowed in .secretlintrc.json, @secretlint/secretlint-rule-github',
      ],
      [
        '.secretlintrc.json',
        preset({ options: { allows: [token] } }),
        'allowed in .secretlintrc.json, @secretlint/secretlint-rule-github',
      ],
      ['.secretlintrc.json', preset({ options: { allows: ['.*'] } }), undefined],
      [
        '.secretlintrc.json',
        preset({ allowMessageIds: ['GITHUB_TOKEN'] }),
        'allowed in .secretlintrc.json, @secretlint/secretlint-rule-github',
      ],
      ['.secretlintrc.json', preset({ allowMessageIds: ['SOMETHING'] }), undefined],
      [
        '.secretlintrc.yml',
        `rules:\n  - id: "@secretlint/secretlint-rule-github"\n    options:\n      allows: ["${token}"]\n`,
        'allowed in .secretlintrc.yml, @secretlint/secretlint-rule-github',
      ],
      ['.secretlintrc', lint({ id: '@secretlint/secretlint-rule-slack', options: { allows: ['/./'] } }), undefined],
      ['.secretlintignore', '# all\nsrc/\n!src/b.ts\n', 'ignored in .secretlintignore'],
      ['.secretlintignore', 'lib/**\n', undefined],
    ];
    for (const [name, content, reason] of cases) {
      const { acceptors, faults } = read({ [name]: content });
      assert.deepEqual(faults, [], content);
      const text = `first\ntoken: ${token}\n`;
      const [decision] = applyAcceptors(text, 'src/a.ts', [madeDecision(13, 13 + token.length)], acceptors);
      assert.deepEqual(
        [decision?.suppressed, decision?.action],
        [reason, reason ? 'allow' : 'warn'],
        `${name} ${content}`,
      );
    }
  });

  it('let go what a commit brought', () => {
    const commit = '0123456789abcdef'.repeat(3).slice(0, 40);
    const { acceptedIn } = read({
      '.gitleaksignore': `# old\n${commit}:src/a.ts:github-pat:2\nsrc/b.ts:github-pat:2\n`,
    });
    const said = 'accepted in .gitleaksignore, line 2';
    const cases: [commit: string, path: string, line: number, detector: string, reason: string | undefined][] = [
      [commit, 'src/a.ts', 2, 'secret/github-token', said],
      [commit, 'src/a.ts', 2, 'secret/team-github-pat', said],
      [commit, 'src/a.ts', 2, 'secret/team-other', undefined],
      [commit, 'src/a.ts', 3, 'secret/github-token', undefined],
      [commit, 'src/b.ts', 2, 'secret/github-token', undefined],
      [commit.replace('0', '1'), 'src/a.ts', 2, 'secret/github-token', undefined],
    ];
    for (const [of, path, line, detector, reason] of cases) assert.equal(acceptedIn(of, path, line, detector), reason);
  });

  it('let no personal data go', () => {
    const { acceptors } = read({ '.secretlintignore': 'src/' });
    const decision = { ...madeDecision(0, 3), finding: { ...madeFinding(0, 3), kind: 'pii' } } as Decision;
    assert.equal(applyAcceptors('abc', 'src/a.ts', [decision], acceptors)[0], decision);
  });

  it('bring the patterns of secretlint', () => {
    const pattern = (source: string, allows: string[] = []) =>
      JSON.stringify({
        rules: [
          {
            id: '@secretlint/secretlint-rule-pattern',
            options: { allows, patterns: [{ name: 'Acme key', pattern: source }] },
          },
        ],
      });
    const cases: [rc: string, found: string[], fault?: RegExp][] = [
      [pattern('/ACME_[a-z0-9]{32}/i'), [key]],
      [pattern('x=(?<value>acme_\\w{32})'), [key]],
      [pattern('/acme_[a-z0-9]{32}/', ['/^acme_/']), []],
      [pattern('/(?<=x)acme/'), [], /look.*behind.*not applied/],
    ];
    for (const [rc, found, fault] of cases) {
      const { rules, faults } = read({ '.secretlintrc.json': rc });
      assert.equal(faults.length, fault ? 1 : 0, JSON.stringify(faults));
      if (fault) assert.match(faults[0]!.message, fault);
      const text = `x=${key}`;
      const { findings } = createScanner({ fingerprint, detectors: [], team: () => rules }).scan(text);
      assert.deepEqual(
        findings.map(it => [it.detector, text.slice(it.start, it.end)]),
        found.map(it => ['secret/team-acme-key', it]),
        rc,
      );
    }
  });

  it('that are broken or hostile give faults that hold no text of theirs, and take little time', () => {
    const many = (count: number, make: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => make(at)).join('\n');
    const cases: [name: string, content: string, where: string, message: RegExp][] = [
      ['.gitleaks.toml', `x = 1\nbroken = ${key}`, '.gitleaks.toml:2:', /nothing in this file is applied/],
      ['.gitleaks.toml', `a = ${'['.repeat(5000)}`, '.gitleaks.toml', /nothing in this file is applied/],
      ['.gitleaks.toml', rule.replace('acme_[', 'acme_(['), '.gitleaks.toml:2', /rule acme-key: the pattern is broken/],
      [
        '.gitleaks.toml',
        rule.replace('acme_', '(?<!x)acme_'),
        '.gitleaks.toml:2',
        /looks ahead or behind.*not applied/,
      ],
      ['.gitleaks.toml', rule.replace('acme_[a-z0-9]{32}', 'a'.repeat(5001)), '.gitleaks.toml:2', /longer than 5000/],
      ['.gitleaks.toml', `${rule}${rule}`, '.gitleaks.toml:2', /two rules acme-key/],
      [
        '.gitleaks.toml',
        `${rule}${rule.replace('"acme-key"', '"acme_key"')}`,
        '.gitleaks.toml:7',
        /another rule has the same name/,
      ],
      ['.gitleaks.toml', `[[rules]]\nregex = 'x'`, '.gitleaks.toml', /no id/],
      ['.gitleaks.toml', `[[rules]]\nid = '!'\nregex = 'x'`, '.gitleaks.toml:2', /no letters/],
      ['.gitleaks.toml', `[[rules]]\nid = 'pem'\npath = 'x'`, '.gitleaks.toml:2', /names of files alone/],
      ['.gitleaks.toml', `[[rules]]\nid = 'e'\nregex = ''`, '.gitleaks.toml:2', /empty text/],
      ['.gitleaks.toml', `${rule}[[rules.required]]\nid = 'x'`, '.gitleaks.toml:2', /another rule nearby/],
      [
        '.gitleaks.toml',
        "[allowlist]\nregexes = ['(']",
        '.gitleaks.toml',
        /allow-list: number 1: the pattern is broken/,
      ],
      [
        '.gitleaks.toml',
        many(1200, at => `[[rules]]\nid = 'r${at}'\nregex = 'r${at}_[a-z]{8}'`),
        '.gitleaks.toml',
        /more than 1000 rules/,
      ],
      [
        '.gitleaks.toml',
        `[allowlist]\nregexes = ['(${key}']`,
        '.gitleaks.toml',
        /number 1: the pattern is broken: missing closing \);/,
      ],
      [
        '.gitleaks.toml',
        `[allowlist]\nregexes = ['[${key}']`,
        '.gitleaks.toml',
        /number 1: the pattern is broken: missing closing \];/,
      ],
      ['.secrets.baseline', '{', '.secrets.baseline', /not a JSON object/],
      ['.secrets.baseline', '[1]', '.secrets.baseline', /not a JSON object/],
      [
        '.secrets.baseline',
        '{"exclude": {"files": "(?=x)"}}',
        '.secrets.baseline',
        /exclude: number 1: the pattern looks ahead/,
      ],
      ['.secretlintrc', `a: [${key}`, '.secretlintrc', /neither JSON nor YAML/],
      ['.secretlintrc', `a: ${'['.repeat(100_000)}`, '.secretlintrc', /neither JSON nor YAML/],
      ['.secretlintrc.json', '"text"', '.secretlintrc.json', /neither JSON nor YAML/],
    ];
    for (const [name, content, where, message] of cases) {
      assert.ok(leastCpuTime(2000, () => read({ [name]: content })) < 2000, content.slice(0, 40));
      const { faults } = read({ [name]: content });
      assert.equal(faults.length, 1, `${content.slice(0, 80)} ${JSON.stringify(faults)}`);
      assert.ok(faults[0]!.where?.startsWith(where), `${faults[0]!.where} for ${content.slice(0, 80)}`);
      assert.match(faults[0]!.message, message);
      assert.ok(!JSON.stringify(faults).includes(key));
    }
  });

  it('never throw, whatever they hold', () => {
    const whole: Readonly<Record<string, string>> = {
      '.gitleaks.toml': `[extend]\npath = 'b.toml'\n${rule}[[rules.allowlists]]\ncondition = 'AND'\npaths = ['a']\nregexes = ['b']\n[allowlist]\nstopwords = ['x']\n`,
      'b.toml': rule,
      '.gitleaksignore': 'src/a.ts:github-pat:2\n',
      '.secretlintrc.yml': `rules:\n  - id: "@secretlint/secretlint-rule-pattern"\n    options:\n      patterns: [{name: x, pattern: "/a{3}/i"}]\n`,
      '.secretlintignore': 'src/\n!src/b.ts\n',
      '.secrets.baseline':
        '{"results": {"src/a.ts": [{"hashed_secret": "00", "is_secret": false}]}, "exclude": {"files": "x"}}',
    };
    const text = `first\ntoken: ${token} ${key}\n`;
    const edit = fc.record({ at: fc.nat(400), cut: fc.nat(12), put: fc.string({ maxLength: 6, unit: 'binary' }) });
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), fc.array(edit, { maxLength: 5 }), (name, edits) => {
        const changed = edits.reduce(
          (it, { at, cut, put }) => it.slice(0, at) + put + it.slice(at + cut),
          whole[name]!,
        );
        const { rules, acceptors, faults } = read({ ...whole, [name]: changed });
        const { findings } = createScanner({ fingerprint, detectors: [], team: () => rules }).scan(text, {
          path: 'src/a.ts',
        });
        for (const { start, end } of findings) assert.ok(start >= 0 && start < end && end <= text.length);
        applyAcceptors(text, 'src/a.ts', [madeDecision(13, 20)], acceptors);
        assert.ok(faults.every(({ message }) => message.length < 600));
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);

  it('bound the time of all their patterns together', () => {
    const large = Array.from({ length: 5000 }, (_, at) => `'[a-z${at}]{999}[a-z]{999}[a-z]{900}'`).join(',');
    const rules = Array.from(
      { length: 900 },
      (_, at) => `[[rules]]\nid = 'r${at}'\nregex = 'r${at}(a{0,999}){1}.{0,999}.{0,900}'`,
    );
    for (const toml of [`[allowlist]\nregexes = [${large}]`, rules.join('\n')]) {
      const bounded = () => {
        const { faults } = read({ '.gitleaks.toml': toml }, () => performance.now());
        assert.equal(faults.length, 51, 'not one for each');
      };
      assert.ok(leastCpuTime(5000, bounded) < 5000);
    }
  }).timeout(60_000);

  it('that are slow again and again accept nothing any more', () => {
    let now = 0;
    const { acceptors } = read({ '.secretlintignore': 'src/' }, () => (now += 1000));
    const asked = Array.from(
      { length: 8 },
      () => applyAcceptors('abc', 'src/a.ts', [madeDecision(0, 3)], acceptors)[0]?.action,
    );
    assert.deepEqual(asked, [...Array<string>(5).fill('allow'), ...Array<string>(3).fill('warn')]);
  });

  it('of wrong shapes are taken for empty ones', () => {
    const shapes = [
      'rules = 1',
      'rules = ["x"]',
      'extend = 3',
      'allowlist = "x"',
      '[extend]\npath = 3',
      '[[allowlists]]\nregexes = [1, true]',
    ];
    for (const toml of shapes) assert.deepEqual(read({ '.gitleaks.toml': toml }).faults, [], toml);
    for (const rc of ['{"rules": 3}', '{"rules": [3, {"id": 4}]}', '{}'])
      assert.deepEqual(read({ '.secretlintrc': rc }).faults, [], rc);
    for (const text of ['\u0000', ':::', 'a:b:99999999999', '\n'.repeat(9999)])
      assert.deepEqual(read({ '.gitleaksignore': text, '.secretlintignore': text }).faults, []);
  });
});

const fingerprint = () => '0'.repeat(16);

function read(files: Readonly<Record<string, string>>, now?: () => number): Foreign {
  return readForeign({
    now,
    read: path => (path.includes('..') ? { code: 'settings', message: 'it lies outside' } : files[path]),
    sha1: value => createHash('sha1').update(value).digest('hex'),
  });
}
