import assert from 'node:assert/strict';
import { compileCondition } from '../../src/core/conditions';
import type { Action, DataClass, Destination, Finding } from '../../src/core/model';
import { createPolicy, type PolicyLayer } from '../../src/core/policy';
import { profileRules, profiles } from '../../src/core/profiles';
import { leastCpuTime } from '../cpuTime';

const us: Destination = { kind: 'model', name: 'openai/gpt-5', aliases: ['host:api.openai.com', 'region:us'] };
const eu: Destination = { kind: 'model', name: 'mistral/large', aliases: ['region:eu'] };

describe('conditions', () => {
  it('ask about the detector, the text and where it goes', () => {
    const cases: [when: string, met: boolean][] = [
      ['destination.region == "us"', true],
      ['destination.region != "us"', false],
      ['"region:us" in destination.aliases', true],
      ['destination.host.endsWith(".openai.com")', true],
      ['kind == "secret" && detector.startsWith("secret/git")', true],
      ['path.like("src/**") || class == "restricted"', true],
      ['today > "2026-07-01"', false],
      ['destination.vendor == ""', true],
    ];
    for (const [when, met] of cases)
      assert.equal(action([{ when, action: 'block' }], us), met ? 'block' : 'redact', when);
  });

  it('only make stricter, and hold where they cannot be told', () => {
    assert.equal(action([{ when: 'true', action: 'allow' }], us), 'redact');
    assert.equal(action([{ action: 'log' }, { when: 'true', action: 'allow' }], us), 'log');
    assert.equal(action([{ action: 'log' }, { when: 'true', action: 'ask' }], us), 'ask');
    assert.equal(action([{ when: 'destination.nothing.at.all', action: 'block' }], us), 'block');
    assert.equal(action([{ when: 'destination.region ==', action: 'block' }], us), 'block');
  });

  it('say what is wrong with them', () => {
    const cases: [when: string, error: RegExp][] = [
      ['destination.region ==', /./],
      ['detector + 1', /./],
      ['"text"', /true or false/],
      ['unknown == 1', /unknown/i],
      [`detector == "${'a'.repeat(100)}"${' || detector == "b"'.repeat(200)}`, /./],
    ];
    for (const [when, error] of cases) {
      const compiled = compileCondition(when);
      assert.ok('error' in compiled, when.slice(0, 50));
      assert.match(compiled.error, error);
    }
  });

  it('take bounded time, whatever a stranger writes', () => {
    const nested = `${'('.repeat(5000)}true${')'.repeat(5000)}`;
    const loops = '[1,2,3,4,5,6,7,8].all(a, [1,2,3,4,5,6,7,8].all(b, [1,2,3,4,5,6,7,8].all(c, a + b + c > 0)))';
    const pattern = 'path.matches("^(a+)+$")';
    const glob = `path.like("${'**/'.repeat(30)}b")`;
    for (const when of [nested, loops, pattern, glob])
      assert.ok(
        leastCpuTime(500, () => action([{ when, action: 'block' }], us, 'a'.repeat(40))) < 500,
        when.slice(0, 30),
      );
  });
});

describe('profiles', () => {
  it('only make stricter', () => {
    for (const profile of profiles)
      for (const detector of ['secret/jwt', 'pii/email', 'pii/health', 'pii/payment-card', 'pii/card-security-code']) {
        const before = createPolicy([], '2026-06-15').decide(finding(detector), {}, us);
        const layer: PolicyLayer = { layer: 'workspace', tightenOnly: true, ...profileRules(profile) };
        const after = createPolicy([layer], '2026-06-15').decide(finding(detector), {}, us);
        assert.ok(['redact', 'block'].includes(after.action) && before.action === 'redact', `${profile} ${detector}`);
      }
  });

  it('keep what they are for', () => {
    const cases: [(typeof profiles)[number], string, Destination, Action][] = [
      ['payments', 'pii/card-security-code', us, 'block'],
      ['payments', 'pii/payment-card', us, 'redact'],
      ['health', 'pii/medical-record-number', us, 'block'],
      ['eu', 'pii/email', us, 'block'],
      ['eu', 'pii/email', eu, 'redact'],
      ['education', 'pii/email', { kind: 'editor', name: '' }, 'warn'],
    ];
    for (const [profile, detector, to, expected] of cases) {
      const layer: PolicyLayer = { layer: 'workspace', tightenOnly: true, ...profileRules(profile) };
      assert.equal(createPolicy([layer], '2026-06-15').decide(finding(detector), {}, to).action, expected, profile);
    }
  });
});

function action(rules: PolicyLayer['rules'], to: Destination, path = 'src/a.ts', type?: DataClass): Action {
  const layer: PolicyLayer = { layer: 'workspace', tightenOnly: false, rules };
  const source = { path, ...(type ? { class: type } : {}) };
  return createPolicy([layer], '2026-06-15').decide(finding('secret/github-token'), source, to).action;
}

function finding(detector: string): Finding {
  return { detector, fingerprint: 'f'.repeat(16) } as Finding;
}
