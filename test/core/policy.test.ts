import assert from 'node:assert/strict';
import { suppressionFaults } from '../../src/core/compileLayer';
import type { Destination, Finding, Substitute } from '../../src/core/model';
import { createPolicy, type PolicyLayer, type Rule, strictestOf } from '../../src/core/policy';

const today = '2026-06-15';
const model: Destination = { kind: 'model', name: 'copilot/gpt-5' };
const editor: Destination = { kind: 'editor', name: '' };

describe('policy', () => {
  it('holds everything back by default, and is quiet about personal data in the editor', () => {
    decides([], { to: model }, 'redact', 'default');
    decides([], { to: model, detector: 'pii/email' }, 'redact', 'default');
    decides([], { to: editor }, 'warn', 'default');
    decides([], { to: editor, detector: 'pii/email' }, 'log', 'default');
    assert.equal(createPolicy([], today).decideFault({ code: 'timeout', message: '' }, {}, model).action, 'block');
    assert.equal(createPolicy([], today).decideFault({ code: 'timeout', message: '' }, {}, editor).action, 'log');
  });

  it('lets the last rule of a layer that matches count', () => {
    const rules: Rule[] = [
      { action: 'block' },
      { detectors: ['secret/*'], action: 'allow' },
      { paths: ['test/**'], action: 'log' },
    ];
    decides([team(rules)], { path: 'src/a.ts' }, 'allow', 'workspace');
    decides([team(rules)], { path: 'test/deep/a.ts' }, 'log', 'workspace');
    decides([team(rules)], { path: 'src/a.ts', detector: 'pii/email' }, 'block', 'workspace');
    decides([team(rules)], {}, 'allow', 'workspace');
  });

  it('lets synthetic values stand for personal data alone, and never over a placeholder that a team wants', () => {
    const wants = (as: Substitute): Rule[] => [{ action: 'redact', as }];
    const cases: [layers: PolicyLayer[], detector: string, as: Substitute | undefined][] = [
      [[], 'pii/email', undefined],
      [[team(wants('synthetic'))], 'pii/email', 'synthetic'],
      [[team(wants('synthetic'))], 'secret/github-token', undefined],
      [[user(wants('synthetic'))], 'pii/email', 'synthetic'],
      [[team(wants('placeholder')), user(wants('synthetic'))], 'pii/email', undefined],
      [[team(wants('synthetic')), user(wants('placeholder'))], 'pii/email', undefined],
      [[team([...wants('synthetic'), { detectors: ['pii/email'], action: 'block' }])], 'pii/email', undefined],
    ];
    for (const [layers, detector, as] of cases) assert.equal(decide(layers, { detector }).as, as);
  });

  it('matches globs over paths, ids and destinations', () => {
    const matched: [Partial<Rule>, boolean][] = [
      [{ paths: ['*.env'] }, true],
      [{ paths: ['config/*.env'] }, true],
      [{ paths: ['*/a.env'] }, true],
      [{ paths: ['a.env'] }, true],
      [{ paths: ['other/**'] }, false],
      [{ paths: ['other/**', 'config/**'] }, true],
      [{ paths: ['!config/**'] }, false],
      [{ paths: ['+(config)/**'] }, false],
      [{ detectors: ['secret/github-*'] }, true],
      [{ detectors: ['*'] }, true],
      [{ detectors: ['pii/*'] }, false],
      [{ destinations: ['model:*'] }, true],
      [{ destinations: ['model:copilot*'] }, true],
      [{ destinations: ['model:copilot/*'] }, true],
      [{ destinations: ['model:'] }, true],
      [{ destinations: ['clipboard:'] }, false],
    ];
    for (const [rule, does] of matched) {
      const layers = [team([{ ...rule, action: 'block' }])];
      decides(layers, { path: 'config/a.env' }, does ? 'block' : 'redact', does ? 'workspace' : 'default');
    }
    decides([team([{ paths: ['**'], action: 'allow' }])], {}, 'redact', 'default');
  });

  it('lets the workspace loosen, and the user and an untrusted workspace only tighten', () => {
    decides([team([{ action: 'allow' }])], {}, 'allow', 'workspace');
    decides([{ ...team([{ action: 'allow' }]), tightenOnly: true }], {}, 'redact', 'default');
    decides([user([{ action: 'allow' }])], {}, 'redact', 'default');
    decides([user([{ action: 'block' }])], {}, 'block', 'user');
    decides([team([{ action: 'log' }]), user([{ action: 'ask' }])], {}, 'ask', 'user');
    decides([team([{ action: 'block' }]), user([{ action: 'redact' }])], {}, 'block', 'workspace');
    // Two files of one team are one layer: the stricter counts.
    decides([team([{ action: 'block' }]), team([{ action: 'warn' }])], {}, 'block', 'workspace');
  });

  it('merges choices in the same way', () => {
    const loose: PolicyLayer = {
      layer: 'workspace',
      tightenOnly: false,
      restore: { command: 'allow' },
      unguardedModels: 'allow',
    };
    const strict: PolicyLayer = {
      layer: 'user',
      tightenOnly: true,
      restore: { command: 'block', network: 'allow' },
      unguardedModels: 'block',
    };
    assert.deepEqual(createPolicy([loose], today).restore('command'), { action: 'allow', layer: 'workspace' });
    assert.deepEqual(createPolicy([{ ...loose, tightenOnly: true }], today).restore('command'), {
      action: 'ask',
      layer: 'default',
    });
    assert.deepEqual(createPolicy([loose, strict], today).restore('command'), { action: 'block', layer: 'user' });
    assert.deepEqual(createPolicy([loose, strict], today).restore('network'), { action: 'block', layer: 'default' });
    assert.equal(createPolicy([loose], today).unguardedModels, 'allow');
    assert.equal(createPolicy([loose, strict], today).unguardedModels, 'block');
  });

  it('lets go what is suppressed, until it expires, and only by a layer that may', () => {
    const held: [PolicyLayer['suppressions'], boolean][] = [
      [[{ fingerprint: 'f'.repeat(16), reason: 'known' }], true],
      [[{ fingerprint: '0'.repeat(16), reason: 'known' }], false],
      [[{ path: 'config/**', reason: 'known' }], true],
      [[{ path: 'config/**', detector: 'pii/*', reason: 'known' }], false],
      [[{ detector: 'secret/*', reason: 'known', expires: '2026-06-15' }], true],
      [[{ detector: 'secret/*', reason: 'known', expires: '2026-06-14' }], false],
    ];
    for (const [suppressions, lets] of held) {
      const decision = decide([{ layer: 'workspace', tightenOnly: false, suppressions }], { path: 'config/a.env' });
      assert.deepEqual(
        [decision.action, decision.suppressed],
        lets ? ['allow', 'known'] : ['redact', undefined],
        JSON.stringify(suppressions),
      );
      assert.equal(
        decide([{ layer: 'user', tightenOnly: true, suppressions }], { path: 'config/a.env' }).action,
        'redact',
      );
    }
  });

  it('says which suppressions do not hold', () => {
    const suppressions = [
      { path: 'a', reason: 'fine' },
      { path: 'b', reason: 'was fine', expires: '2025-01-01' },
    ];
    const messages = (tightenOnly: boolean) =>
      suppressionFaults([{ layer: 'workspace', tightenOnly, suppressions }], today).map(
        ({ where, message }) => `${where} ${message}`,
      );
    assert.deepEqual(messages(false), [
      'lockside.suppressions[1] expired on 2025-01-01 (was fine): its findings are reported again',
    ]);
    assert.equal(messages(true).length, 2);
  });

  it('knows the strictest of some actions', () => {
    assert.equal(strictestOf([]), 'allow');
    assert.equal(strictestOf(['log', 'redact', 'ask', 'warn']), 'redact');
    assert.equal(strictestOf(['block', 'redact']), 'block');
  });
});

function team(rules: readonly Rule[]): PolicyLayer {
  return { layer: 'workspace', tightenOnly: false, rules };
}

function user(rules: readonly Rule[]): PolicyLayer {
  return { layer: 'user', tightenOnly: true, rules };
}

interface Case {
  readonly path?: string;
  readonly detector?: string;
  readonly to?: Destination;
}

function decide(layers: readonly PolicyLayer[], { path, detector = 'secret/github-token', to = model }: Case) {
  const finding = { detector, fingerprint: 'f'.repeat(16) } as Finding;
  return createPolicy(layers, today).decide(finding, { path }, to);
}

function decides(layers: readonly PolicyLayer[], one: Case, action: string, layer: string): void {
  const decision = decide(layers, one);
  assert.deepEqual([decision.action, decision.layer], [action, layer], JSON.stringify({ layers, one }));
}
