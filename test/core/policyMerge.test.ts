import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Action, actions, type Destination, type Finding, type Layer, layers } from '../../src/core/model';
import { createPolicy, type Policy, type PolicyLayer, type RestoreRules, type Rule } from '../../src/core/policy';
import { rounds } from '../rounds';

const today = '2026-06-15';
/** Each run draws seven policies in all: `npm run test:merge` draws more than a hundred thousand. */
const numRuns = rounds(200);

const ids = ['secret/github-token', 'secret/jwt', 'pii/email', 'pii/phone', 'fault/timeout', 'class/restricted'];
const paths = ['config/.env', 'test/deep/a.ts'];
const destinations: Destination[] = [
  { kind: 'model', name: 'copilot/gpt-5' },
  { kind: 'model', name: 'local/llama', aliases: ['region:eu'] },
  { kind: 'editor', name: '' },
  { kind: 'tool', name: 'github_create_issue' },
];

const rule: fc.Arbitrary<Rule> = fc.record(
  {
    detectors: fc.subarray(['secret/*', 'pii/*', 'pii/email', 'fault/*', 'class/*', '*'], {
      minLength: 1,
      maxLength: 2,
    }),
    paths: fc.subarray(['src/**', '*.env', 'test/**'], { minLength: 1, maxLength: 2 }),
    destinations: fc.subarray(['model:*', 'model:copilot/*', 'editor:', 'region:eu'], { minLength: 1, maxLength: 2 }),
    action: fc.constantFrom(...actions),
  },
  { requiredKeys: ['action'] },
);
const choice = fc.constantFrom('allow' as const, 'ask' as const, 'block' as const);
const restore: fc.Arbitrary<RestoreRules> = fc.record({ command: choice, tool: choice }, { requiredKeys: [] });
const layer: fc.Arbitrary<PolicyLayer> = fc.record(
  {
    layer: fc.constantFrom<Layer>(...layers.filter(name => name !== 'default')),
    tightenOnly: fc.boolean(),
    rules: fc.array(rule, { maxLength: 2 }),
    restore,
    unguardedModels: fc.constantFrom('allow' as const, 'warn' as const, 'block' as const),
    suppressions: fc.constant([{ path: 'test/**', reason: 'known' }]),
  },
  { requiredKeys: ['layer', 'tightenOnly'] },
);
const policy = fc.array(layer, { maxLength: 2 });

describe('the merge of policies', () => {
  it('is commutative, associative and idempotent', () => {
    check(fc.tuple(policy, policy, policy), ([a, b, c]) => {
      const whole = answers([...a, ...b, ...c]);
      assert.deepEqual(answers([...c, ...a, ...b]), whole);
      assert.deepEqual(answers([...b, ...a, ...c]), whole);
      assert.deepEqual(answers([...a, ...b, ...c, ...a, ...b]), whole);
    });
  });

  it('is monotone: whoever may only tighten never loosens anything', () => {
    check(fc.tuple(policy, policy), ([a, b]) => {
      const before = answers(a);
      const after = answers([...a, ...b.map(one => ({ ...one, tightenOnly: true }))]);
      for (const [index, action] of after.entries()) assert.ok(action >= before[index]!, `answer ${index}`);
    });
  });

  it('never lets a repository loosen what the organisation or the machine says', () => {
    check(fc.tuple(policy, policy), ([a, b]) => {
      const bounds = a.map(one => ({ ...one, layer: one.tightenOnly ? 'managed' : 'organisation' }) as const);
      const repository = b.map(one => ({ ...one, layer: 'workspace' as const }));
      const both = createPolicy([...bounds, ...repository], today);
      const above = createPolicy(bounds, today);
      for (const [id, path, to] of questions()) {
        const bound = strongest(
          above
            .explain(id, { path }, to)
            .filter(({ layer }) => layer !== 'default')
            .map(({ action }) => action),
        );
        const told = to.kind === 'editor';
        if (!told && strength(bound) >= strength('ask'))
          assert.ok(strength(decide(both, id, path, to)) >= strength(bound), `${id} to ${to.name}`);
      }
    });
  });
});

function check<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), { numRuns });
}

function* questions(): Iterable<[id: string, path: string, to: Destination]> {
  for (const id of ids) for (const path of paths) for (const to of destinations) yield [id, path, to];
}

/** What a policy says to every question, as numbers that grow with strictness. */
function answers(given: readonly PolicyLayer[]): number[] {
  const policy = createPolicy(given, today);
  const order = ['allow', 'warn', 'ask', 'block'];
  return [
    ...Array.from(questions(), ([id, path, to]) => strength(decide(policy, id, path, to))),
    order.indexOf(policy.restore('command').action),
    order.indexOf(policy.restore('tool').action),
    order.indexOf(policy.unguardedModels),
  ];
}

function decide(policy: Policy, id: string, path: string, to: Destination): Action {
  return policy.decide({ detector: id, fingerprint: 'f'.repeat(16) } as Finding, { path }, to).action;
}

function strength(action: Action): number {
  return actions.indexOf(action);
}

function strongest(all: readonly Action[]): Action {
  return all.reduce<Action>((one, other) => (strength(other) > strength(one) ? other : one), 'allow');
}
