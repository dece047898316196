import assert from 'node:assert/strict';
import { createGuard } from '../../src/core/guard';
import type { Action, DataClass, Destination, Finding } from '../../src/core/model';
import { createVault } from '../../src/core/placeholders';
import { createPolicy, type PolicyLayer } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';
import { controlsOf, gapScore, type Vendor } from '../../src/core/vendors';

const today = '2026-06-15';
const openai: Destination = { kind: 'model', name: 'openai/gpt-5', aliases: ['host:api.openai.com', 'region:unknown'] };
const fine: Vendor = {
  name: 'OpenAI',
  hosts: ['api.openai.com', '*.openai.azure.com'],
  regions: ['us'],
  dpa: { until: '2027-01-01' },
  retentionDays: 30,
  training: false,
  highestClass: 'confidential',
  personalData: true,
  reviewed: '2026-01-01',
  owner: 'ada',
};

describe('vendors', () => {
  it('S38: get nothing that needs an agreement once it has lapsed, and the answer says who says so', () => {
    assert.equal(decide(fine, 'pii/email').action, 'redact');
    const lapsed = { ...fine, dpa: { until: '2026-06-14' } };
    const { action, layer, reason } = decide(lapsed, 'pii/email');
    assert.deepEqual(
      [action, layer, reason],
      ['block', 'organisation', 'OpenAI: its data processing agreement ended on 2026-06-14'],
    );
    assert.equal(decide(lapsed, 'class/confidential', 'confidential').action, 'block');
    assert.equal(decide(lapsed, 'class/internal', 'internal').action, 'allow');
    assert.equal(decide(lapsed, 'secret/jwt').action, 'redact');
  });

  it('S38: a class that has to stay in the EU does not go to the US', () => {
    const rules = [
      {
        classes: ['confidential' as const],
        action: 'block' as const,
        when: '!(destination.region in ["eu", "local"])',
        reason: 'EU only',
      },
    ];
    const at = (regions: string[]) => {
      const layers = [organisation({ ...fine, regions }), { layer: 'workspace' as const, tightenOnly: false, rules }];
      return decideWith(layers, 'class/confidential', 'confidential');
    };
    assert.deepEqual([at(['us']).action, at(['us']).reason], ['block', 'EU only']);
    assert.equal(at(['eu']).action, 'warn');
  });

  it('get what their records allow, and no repository says otherwise', () => {
    const cases: [Partial<Vendor>, string, DataClass | undefined, Action][] = [
      [{ personalData: false }, 'pii/email', undefined, 'block'],
      [{ personalData: true, dpa: undefined }, 'pii/email', undefined, 'block'],
      [{ personalData: undefined, dpa: undefined }, 'pii/email', undefined, 'redact'],
      [{ training: true }, 'class/confidential', 'confidential', 'block'],
      [{ training: true }, 'class/internal', 'internal', 'allow'],
      [{ highestClass: 'public' }, 'class/internal', 'internal', 'block'],
      [{ highestClass: undefined }, 'class/confidential', 'confidential', 'block'],
      [{ disabled: 'breach' }, 'secret/jwt', undefined, 'block'],
      [{ disabled: 'breach' }, 'class/internal', 'internal', 'block'],
      [{ disabled: 'breach', hosts: ['other.example.com'] }, 'secret/jwt', undefined, 'redact'],
      [{ disabled: 'breach', hosts: [], destinations: ['model:openai/*'] }, 'secret/jwt', undefined, 'block'],
    ];
    for (const [change, detector, of, action] of cases) {
      const repository: PolicyLayer = { layer: 'workspace', tightenOnly: false, vendors: [fine] };
      const layers = [organisation({ ...fine, ...change }), repository];
      assert.equal(decideWith(layers, detector, of).action, action, JSON.stringify(change));
    }
  });

  it('can be switched off: nothing at all goes there, and what goes instead says why', () => {
    const policy = createPolicy([organisation({ ...fine, disabled: 'incident 7' })], today);
    const scanner = createScanner({ fingerprint: (detector, value) => `${detector}:${value}` });
    const guard = createGuard({ scanner, vault: createVault(), policy: () => policy, audit: () => undefined });
    const passed = guard.pass('nothing special here', { channel: 'gateway', destination: openai });
    assert.equal(passed.action, 'block');
    assert.equal(passed.text, '[Lockside held this back: OpenAI: switched off: incident 7]');
    const other = guard.pass('nothing special here', { channel: 'gateway', destination: { ...openai, aliases: [] } });
    assert.equal(other.action, 'allow');
  });

  it('have a matrix of controls, and a score for what is missing', () => {
    assert.equal(gapScore(controlsOf(fine, today)), 0);
    const gaps = (vendor: Vendor) =>
      controlsOf(vendor, today).flatMap(({ control, state }) => (state === 'gap' ? control : []));
    assert.deepEqual(gaps({ ...fine, dpa: { until: '2026-01-01' }, training: true, reviewed: '2025-01-01' }), [
      'agreement',
      'training',
      'review',
    ]);
    assert.equal(gapScore(controlsOf({ name: 'nobody' }, today)), 100);
  });
});

function organisation(vendor: Vendor): PolicyLayer {
  return { layer: 'organisation', tightenOnly: false, vendors: [vendor] };
}

function decide(vendor: Vendor, detector: string, of?: DataClass) {
  return decideWith([organisation(vendor)], detector, of);
}

function decideWith(layers: readonly PolicyLayer[], detector: string, of?: DataClass) {
  const finding = { detector, fingerprint: 'f'.repeat(16) } as Finding;
  return createPolicy(layers, today).decide(finding, of ? { class: of } : {}, openai);
}
