import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/model';
import { createRestorer, createVault, restore } from '../../src/core/placeholders';
import { redact } from '../../src/core/redact';
import { madeFinding } from './madeFinding';

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

  it('puts a placeholder for a bare number in quotes where a name would break the text', () => {
    const cases: [text: string, redacted: string, path?: string][] = [
      ['{"zip": ‹10115›}', '{"zip": "SECRET_X_1Z"}'],
      ['{"a": ‹-1.5›,\n"b": ‹2e3›\n}', '{"a": "SECRET_X_1Z",\n"b": "SECRET_X_2Z"\n}'],
      ['{"at": [‹52.5›, ‹13.4›]}', '{"at": ["SECRET_X_1Z", "SECRET_X_2Z"]}'],
      ['{"s": "{\\"zip\\": ‹10115›}"}', '{"s": "{\\"zip\\": \\"SECRET_X_1Z\\"}"}'],
      ['{"zip": "‹10115›"}', '{"zip": "SECRET_X_1"}'],
      ['{"s": "zip: ‹10115›"}', '{"s": "zip: SECRET_X_1"}'],
      ['zip = ‹10115›\n', 'zip = "SECRET_X_1Z"\n', 'a.toml'],
      ['zip: ‹10115›\n', 'zip: SECRET_X_1\n', 'a.yaml'],
      ['(1, ‹10115›, 2)', '(1, SECRET_X_1, 2)', 'a.sql'],
    ];
    for (const [marked, expected, path] of cases) {
      const { text, vault } = redactMarked(marked, path);
      assert.equal(text, expected, marked);
      const original = marked.replace(/[‹›]/g, '');
      assert.equal(restore(text, vault), original);
      for (let cut = 0; cut <= text.length; cut++) {
        const { push, end } = createRestorer(vault);
        assert.equal(push(text.slice(0, cut)) + push(text.slice(cut)) + end(), original, `${marked} cut at ${cut}`);
      }
    }
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
    if (value) findings.push(madeFinding(text.length, text.length + value.length, 'secret/x'));
    text += value;
  }
  const vault = createVault();
  return { ...redact(text, findings, vault, undefined, path), vault };
}
