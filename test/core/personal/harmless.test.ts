import assert from 'node:assert/strict';
import type { Crossing } from '../../../src/core/crossing';
import { createGuard } from '../../../src/core/guard';
import type { AuditRecord } from '../../../src/core/model';
import { createVault } from '../../../src/core/placeholders';
import { createPolicy } from '../../../src/core/policy';
import { createScanner } from '../../../src/core/scan';

const toModel: Crossing = { channel: 'model', destination: { kind: 'model', name: 'copilot/gpt-5' } };

describe("what is nobody's, on its way out", () => {
  it('goes as it is, and is no line of the audit', () => {
    const { guard, records } = makeGuard();
    for (const text of [
      'Write to jane@example.com or noreply@github.com.',
      'Pay with card 4242 4242 4242 4242.',
      'The server listens on 127.0.0.1, 10.0.0.7, [::1] and 2001:db8::7.',
      'IBAN DE89370400440532013000, phone +1 (212) 555-0147.',
    ]) {
      const passed = guard.pass(text, toModel);
      assert.deepEqual([passed.text, passed.action], [text, 'allow']);
      assert.ok(passed.decisions.length > 0, 'it was found');
    }
    assert.deepEqual(records, []);
  });

  it('goes whatever rules say about personal data, and is only logged in the editor', () => {
    const policy = createPolicy(
      [{ layer: 'workspace', tightenOnly: false, rules: [{ detectors: ['pii/*'], action: 'block' }] }],
      '2026-11-21',
    );
    const [finding] = createScanner({ fingerprint: () => '0'.repeat(16) }).scan('jane@example.com').findings;
    const decide = (kind: 'model' | 'editor') => policy.decide(finding!, {}, { kind, name: '' }).action;
    assert.deepEqual([decide('model'), decide('editor')], ['allow', 'log']);
  });

  it('hides nothing that counts: a value that was held back before, openly or encoded', () => {
    const { guard } = makeGuard();
    const secret = ['correct', 'horse', 'battery'].join('-');
    guard.pass(`password = "${secret}"`, toModel);
    assert.equal([...guard.vault.entries()].length, 1, 'it was held back');
    for (const text of [
      `${secret}@example.com`,
      `mail ${Buffer.from(`${secret}@example.com`).toString('base64')} now`,
    ]) {
      const passed = guard.pass(text, toModel);
      assert.ok(!passed.text.includes(secret) && passed.text !== text, 'the value went out');
    }
  });

  it("isn't a real person's beside it", () => {
    const { guard } = makeGuard();
    const { text } = guard.pass('From jane@example.com to jane.roe@mailbox.org, 127.0.0.1 and 85.214.11.12', toModel);
    assert.match(text, /^From jane@example\.com to PII_EMAIL_1, 127\.0\.0\.1 and PII_IP_ADDRESS_1$/);
  });
});

function makeGuard() {
  const records: AuditRecord[] = [];
  const guard = createGuard({
    scanner: createScanner({ fingerprint: (detector, value) => `${detector}-${value.length}` }),
    vault: createVault(),
    policy: () => createPolicy([], '2026-11-21'),
    audit: more => void records.push(...more),
  });
  return { guard, records };
}
