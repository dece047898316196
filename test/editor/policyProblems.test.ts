import assert from 'node:assert/strict';
import type { PolicyLayer } from '../../src/core/policy';
import { matchesSome, nearestName } from '../../src/editor/policy/knownNames';
import { neverHolds } from '../../src/editor/policy/neverHolds';
import { policyCompletions } from '../../src/editor/policy/policyCompletions';
import { policyFileKind } from '../../src/editor/policy/policyFiles';
import { type PolicyFacts, policyProblems } from '../../src/editor/policy/policyProblems';

const names = [
  { name: 'secret/github-token', title: 'GitHub token' },
  { name: 'pii/email', title: 'email address' },
];
const managed: PolicyLayer = {
  layer: 'managed',
  tightenOnly: true,
  rules: [{ detectors: ['secret/*'], destinations: ['model:*'], action: 'block', reason: 'nothing secret' }],
};
const facts: PolicyFacts = {
  ...{ layer: 'workspace', policies: [managed], names, today: '2026-11-21', waiverFaults: [], checksSchema: false },
  extension: () => ({}),
};
const t = (message: string, ...args: (string | number)[]) =>
  message.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)]));

/** Problems as `code@text: message`, by the text that they stand under. */
function told(text: string, more: Partial<PolicyFacts> = {}, kind: 'settings' | 'workspace' | 'waivers' = 'settings') {
  return policyProblems(text, kind, { ...facts, ...more }, t).map(
    ({ code, offset, length, message }) => `${code}@${text.slice(offset, offset + length)}: ${message}`,
  );
}

const rules = (...all: object[]) => JSON.stringify({ 'lockside.rules': all });
const vendors = (...all: object[]) => JSON.stringify({ 'lockside.vendors': all });

const cases: [string, string, RegExp[]][] = [
  ['a rule that may hold', rules({ detectors: ['pii/email'], action: 'block' }), []],
  [
    'a condition that can’t be read',
    rules({ when: 'path ==', action: 'block' }),
    [/policy\/when@"path ==": .*can’t be read/],
  ],
  [
    'a detector that there isn’t',
    rules({ detectors: ['secret/githb-token'], action: 'log' }),
    [/policy\/detector@"secret\/githb-token"/],
  ],
  ['a kind that there isn’t', rules({ detectors: ['secrets/*'], action: 'log' }), [/policy\/detector@"secrets\/\*"/]],
  ['what packages and faults are called', rules({ detectors: ['supply/*', 'fault/timeout', '*'], action: 'log' }), []],
  [
    'a rule below a stricter one',
    rules({ detectors: ['secret/*'], destinations: ['model:copilot/*'], action: 'redact' }),
    [/policy\/idle@"redact": .*managed policy says block .*nothing secret/],
  ],
  ['a rule that names more than the one above', rules({ destinations: ['model:*'], action: 'redact' }), []],
  [
    'a rule as strict as the one above',
    rules({ detectors: ['secret/*'], destinations: ['model:*'], action: 'block' }),
    [],
  ],
  [
    'a rule whose place a later one takes',
    rules({ detectors: ['pii/email'], action: 'block' }, { detectors: ['pii/*'], action: 'log', reason: 'fine' }),
    [/policy\/idle@"block": .*later rule.*fine/],
  ],
  [
    'a later rule for some paths',
    rules({ detectors: ['pii/email'], action: 'block' }, { detectors: ['pii/*'], paths: ['test/**'], action: 'log' }),
    [],
  ],
  [
    'an agreement that ended',
    vendors({ name: 'A', dpa: { until: '2026-11-20' } }),
    [/policy\/vendor@.*"2026-11-20".*: .*ended on 2026-11-20/],
  ],
  ['an agreement that ends soon', vendors({ name: 'A', dpa: { until: '2026-12-01' } }), [/ends on 2026-12-01/]],
  [
    'no agreement at all',
    vendors({ name: 'A', personalData: true }),
    [/policy\/vendor@true: A has no data processing/],
  ],
  [
    'a review that is due',
    vendors({ name: 'A', reviewed: '2025-01-01' }),
    [/policy\/vendor@"2025-01-01": .*due for review/],
  ],
  [
    'a vendor that is switched off',
    vendors({ name: 'A', disabled: 'a breach' }),
    [/policy\/vendor@"a breach": A is switched off/],
  ],
  ['a record that is whole', vendors({ name: 'A', reviewed: '2026-01-01', dpa: { until: '2027-12-31' } }), []],
  ['what is no list', '{"lockside.rules": {"action": 1}, "lockside.vendors": null}', []],
  ['a broken file', '{"lockside.rules": [{"when": "x=", ', [/policy\/when@/]],
];

describe('problems of a policy', () => {
  for (const [name, text, expected] of cases)
    it(name, () => {
      const found = told(text);
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(found[index] ?? '', pattern);
    });

  it('within a workspace file', () => {
    const text = `{"folders": [], "settings": ${rules({ when: '1 +', action: 'block' })}}`;
    assert.equal(told(text, {}, 'workspace').length, 1);
    assert.deepEqual(told(text, {}), []);
  });

  it('tells what its schema refuses where no editor does', () => {
    const text = '{"lockside.rules": [{"action": "nonsense"}], "lockside.nothing": 1}';
    const found = told(text, { checksSchema: true, layer: 'organisation' });
    assert.equal(found.length, 2, found.join('\n'));
    assert.match(found[0] ?? '', /policy\/schema@\{"action"/);
  });

  it('tells of waivers at their own place', () => {
    const text = JSON.stringify([{ id: '0123456789ab', expires: '2026-01-01T00:00:00Z' }, { id: 'ba9876543210' }]);
    const where = (index: number) => `.lockside/waivers.json[${index}]`;
    const waiverFaults = [
      { code: 'suppression' as const, where: where(0), message: 'it ended on 2026-01-01T00:00:00Z' },
      { code: 'suppression' as const, where: where(1), message: 'nobody has signed it: the waiver does not count' },
    ];
    const found = told(text, { waiverFaults }, 'waivers');
    assert.match(found[0] ?? '', /policy\/waiver@"2026-01-01T00:00:00Z": This waiver ended/);
    assert.match(found[1] ?? '', /policy\/waiver@"ba9876543210": .*nobody has signed it\.$/);
  });

  it('tells of an organisation’s policy that is not what was pinned', () => {
    const text = JSON.stringify({ 'lockside.extends': [{ from: './p.json', integrity: `sha256-${'0'.repeat(64)}` }] });
    const extension = () => ({ fault: 'it is not the policy that was pinned', integrity: `sha256-${'1'.repeat(64)}` });
    const [found] = policyProblems(text, 'settings', { ...facts, extension }, t);
    assert.equal(found?.level, 'error');
    assert.equal(found?.fixes[0]?.kind, 'pin');
  });
});

describe('rules that never hold', () => {
  it('says nothing where a condition or a path decides', () => {
    const when = { ...managed, rules: managed.rules?.map(rule => ({ ...rule, when: 'kind == "secret"' })) };
    assert.equal(neverHolds({ detectors: ['secret/*'], action: 'log' }, [], 'workspace', [when]), undefined);
    const rule = { detectors: ['secret/*'], destinations: ['model:*'], action: 'log' } as const;
    assert.equal(neverHolds(rule, [], 'managed', [managed]), undefined);
    assert.equal(neverHolds(rule, [], 'user', [managed])?.by, 'layer');
  });
});

describe('names in a policy', () => {
  const offered = (text: string, kind: 'settings' | 'waivers' = 'settings') => {
    const offset = text.indexOf('|');
    const all = {
      detectors: names,
      vendors: ['Example AI'],
      models: ['copilot/gpt-5'],
      t: (message: string) => message,
    };
    const found = policyCompletions(text.replace('|', ''), offset, kind, all);
    return found?.names.map(({ name }) => name) ?? [];
  };

  const places: [string, string, string[]][] = [
    ['detectors', '{"lockside.rules": [{"detectors": ["|"]}]}', ['secret/github-token', 'secret/*']],
    [
      'destinations',
      '{"lockside.rules": [{"destinations": ["|"]}]}',
      ['model:copilot/*', 'vendor:Example AI', 'clipboard:'],
    ],
    ['variables', '{"lockside.rules": [{"when": "|"}]}', ['destination.vendor', 'destination.vendor == "Example AI"']],
    ['suppressions', '{"lockside.suppressions": [{"detector": "|"}]}', ['pii/email']],
    ['hosts', '{"lockside.vendors": [{"hosts": ["|"]}]}', ['api.openai.com']],
  ];
  for (const [name, text, expected] of places)
    it(`offers ${name}`, () => {
      const found = offered(text);
      for (const one of expected) assert.ok(found.includes(one), `${one} of ${found.join(', ')}`);
    });

  it('offers detectors in waivers, and nothing in reasons', () => {
    assert.ok(offered('[{"detectors": ["|"]}]', 'waivers').includes('pii/email'));
    assert.deepEqual(offered('{"lockside.rules": [{"reason": "|"}]}'), []);
    assert.deepEqual(offered('{"editor.fontFamily": "|"}'), []);
  });

  it('knows what matches, and what was meant', () => {
    assert.equal(matchesSome('secret/github*', names), true);
    assert.equal(matchesSome('secret/gitlab*', names), false);
    assert.equal(nearestName('secret/githb-token', names), 'secret/github-token');
    assert.equal(nearestName('nothing/like-it', names), undefined);
  });

  it('knows the policy’s files', () => {
    const kind = (path: string) => policyFileKind(path, file => file === '/w/org.json');
    assert.deepEqual(
      [
        '/w/.vscode/settings.json',
        '/w/a.code-workspace',
        '/w/.lockside/waivers.json',
        '/w/org.json',
        '/w/package.json',
      ].map(kind),
      ['settings', 'workspace', 'waivers', 'settings', undefined],
    );
  });
});
