import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'csv-parse/sync';
import { createEventWriter, type ExportFormat } from '../../../src/audit/export/createEventWriter';
import { kindOf, toOcsf } from '../../../src/audit/export/ocsfEvents';
import { sarifEvents } from '../../../src/audit/export/sarifEvents';
import type { AuditEvent } from '../../../src/audit/trail/auditEvent';
import type { Entry } from '../../../src/audit/trail/readEntries';
import { actions } from '../../../src/core/model';

const schema = JSON.parse(readFileSync(join(__dirname, '../../fixtures/schemas/ocsf-1.8.0-class-2006.json'), 'utf8'));

describe('exports of the trail', () => {
  it('are Data Security Findings of OCSF 1.8.0, by its own schema', () => {
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
    for (const action of actions)
      for (const detector of [
        'secret/github-token',
        'pii/email',
        'pii/payment-card',
        'class/restricted',
        'fault/timeout',
      ]) {
        const finding = JSON.parse(JSON.stringify(toOcsf(entryOf({ action, detector, count: 3 }), '1.0.0')));
        assert.ok(validate(finding), JSON.stringify(validate.errors));
        assert.ok(!JSON.stringify(finding).includes('pattern_match'));
      }
    for (const action of ['allow', 'ask', 'block'] as const) {
      const back = toOcsf(entryOf({ action, restored: true, destination: 'answer:openai/gpt-5' }), '1.0.0');
      assert.ok(validate(JSON.parse(JSON.stringify(back))), JSON.stringify(validate.errors));
      assert.equal(back.unmapped.restored, true);
      assert.equal(back.disposition, { allow: 'Restored', ask: 'Challenge', block: 'Blocked' }[action]);
      assert.match(back.message, /in answer:openai\/gpt-5$/);
    }
    const { metadata: _, ...broken } = toOcsf(entryOf({}), '1.0.0');
    assert.equal(validate(broken), false, 'the schema refuses what it should');
    assert.equal(validate({ ...toOcsf(entryOf({}), '1.0.0'), severity_id: 'high' }), false);
  });

  it('are CSV that spreadsheets read as text', () => {
    const hostile = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', 'a,"b"\r\n=c', 'plain'];
    const text = written(
      'csv',
      hostile.map(path => entryOf({ path })),
    );
    assert.ok(text.endsWith('\r\n'));
    const rows = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    assert.deepEqual(
      rows.map(({ path }) => path),
      hostile.map(path => (/^[\s]*[=+\-@]/.test(path) ? `'${path}` : path)),
    );
    const [back] = parse(written('csv', [entryOf({ restored: true })]), { columns: true }) as { restored: string }[];
    assert.deepEqual([back!.restored, rows[0]!.restored], ['true', '']);
    assert.deepEqual([rows[0]!.action, rows[0]!.count, rows[0]!.detector], ['redact', '', 'pii/email']);
  });

  it('are SARIF, as many as readers take', () => {
    const log = JSON.parse(written('sarif', [entryOf({}), entryOf({ action: 'block', detector: 'secret/jwt' })]));
    const [{ results, tool }] = log.runs;
    assert.deepEqual(
      results.map((one: { level: string; ruleIndex: number }) => [one.level, tool.driver.rules[one.ruleIndex].id]),
      [
        ['warning', 'pii/email'],
        ['error', 'secret/jwt'],
      ],
    );
    const back = JSON.parse(written('sarif', [entryOf({ action: 'allow', restored: true })])).runs[0].results[0];
    assert.deepEqual([back.level, back.kind, back.properties.restored], ['none', 'informational', true]);
    assert.match(back.message.text, /^put back: pii\/email in /);
    const writer = sarifEvents('1.0.0', 20);
    for (let n = 0; n < 90; n++) writer.event(entryOf({ path: `${n}.ts` }));
    const many = JSON.parse(writer.end());
    assert.equal(many.runs[0].results.length, 20);
    assert.equal(many.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, '70.ts');
    assert.match(JSON.stringify(many.runs[0].invocations), /70 older decisions/);
  });

  it('are lines of JSON, each with what tells it apart', () => {
    const lines = written('jsonl', [entryOf({}), entryOf({})])
      .trimEnd()
      .split('\n');
    assert.deepEqual(Object.keys(JSON.parse(lines[0]!)).slice(0, 1), ['id']);
    assert.equal(lines.length, 2);
  });

  it('name the family of what was decided on', () => {
    assert.deepEqual(['secret/jwt', 'fault/trail-gap', 'odd'].map(kindOf), ['secret', 'fault', 'odd']);
  });
});

function written(format: ExportFormat, entries: readonly Entry[]): string {
  const writer = createEventWriter(format, '1.0.0');
  return writer.begin() + entries.map(entry => writer.event(entry)).join('') + writer.end();
}

function entryOf(more: Partial<AuditEvent>): Entry {
  const event: AuditEvent = {
    ...{ channel: 'gateway', destination: 'model:openai/gpt-5', action: 'redact', layer: 'default' },
    ...{ reason: 'rule 1: every detector', detector: 'pii/email', fingerprint: '0123456789abcdef', path: 'src/a.ts' },
    ...{ placeholder: 'PII_EMAIL_1', writer: 'gateway', workspace: 'shop', client: 'codex' },
    time: '2026-06-15T10:00:00.000Z',
    ...more,
  };
  return { id: '0'.repeat(32), segment: '20260615T100000000Z-gateway-00000000', event };
}
