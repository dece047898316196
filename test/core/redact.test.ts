import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/model';
import { createVault } from '../../src/core/placeholders';
import { redact } from '../../src/core/redact';

describe('redacting', () => {
  it('writes placeholders so that they do not run into what follows', () => {
    const cases: [text: string, redacted: string][] = [
      ['‹V›', 'SECRET_X_1'],
      ['"‹V›"', '"SECRET_X_1"'],
      ['‹V›1', 'SECRET_X_1Z1'],
      ['‹V›Z', 'SECRET_X_1ZZ'],
      ['‹V›z', 'SECRET_X_1Zz'],
      ['‹V›a', 'SECRET_X_1a'],
      ['‹V›‹W›', 'SECRET_X_1SECRET_X_2'],
      ['‹V› ‹W› ‹V›', 'SECRET_X_1 SECRET_X_2 SECRET_X_1'],
      ['SECRET_X_1 ‹V›', 'SECRET_X_1 SECRET_X_2'],
      ['secret-x-1 ‹V›', 'secret-x-1 SECRET_X_2'],
      ['nothing', 'nothing'],
    ];
    for (const [marked, redacted] of cases) assert.equal(redactMarked(marked).text, redacted, marked);
  });

  it('keeps the hosts beside a value, of its own line only', () => {
    const cases: [string, string[]][] = [
      ['https://a.example.com\nhttps://B.example.com?k=‹V›\nhttps://c.example.com', ['host:b.example.com']],
      ['postgres://u:‹V›@db.example.com:5432/x', ['host:db.example.com']],
      ['key=‹V›', []],
    ];
    for (const [marked, origins] of cases) {
      const { vault } = redactMarked(marked);
      assert.deepEqual([...vault.entry('SECRET_X_1')!.origins], origins, marked);
    }
    assert.deepEqual([...redactMarked('‹V›', '.env').vault.entry('SECRET_X_1')!.origins], ['file:.env']);
  });
});

function redactMarked(marked: string, path?: string) {
  const findings: Finding[] = [];
  let text = '';
  for (const [, before = '', value = ''] of `${marked}‹›`.matchAll(/([^‹]*)‹([^›]*)›/g)) {
    text += before;
    if (value)
      findings.push({
        start: text.length,
        end: text.length + value.length,
        detector: 'secret/x',
        kind: 'secret',
        title: '',
        severity: 'error',
        tier: 'certain',
        reason: '',
        fingerprint: '',
      });
    text += value;
  }
  const vault = createVault();
  return { ...redact(text, findings, vault, undefined, path), vault };
}
