import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { jsonlReport } from '../../src/audit/jsonlReport';
import { sarifReport } from '../../src/audit/sarifReport';
import { textReport } from '../../src/audit/textReport';
import { type FileReport, reportFile, type Summary } from '../../src/core/report';

const finding = {
  start: 3,
  end: 8,
  detector: 'secret/x',
  kind: 'secret',
  title: 'X key',
  severity: 'error',
  tier: 'certain',
  reason: 'it looks like one',
  fingerprint: 'f'.repeat(16),
} as const;
const summary: Summary = {
  files: 2,
  findings: { error: 1, warning: 2, information: 0 },
  columns: 0,
  values: 0,
  suppressed: 1,
  faults: 0,
  skipped: { binary: 1, link: 0, special: 0 },
};

describe('reports', () => {
  it('place what was decided, without what the policy allows', () => {
    const report = reportOf('a\n\nvalue\r\n');
    const { line, column, endLine, endColumn } = report.findings[0]!;
    assert.deepEqual([line, column, endLine, endColumn], [3, 1, 3, 6]);
    assert.deepEqual(reportOf('a\n\nvalue', 'allow').findings, []);
    assert.equal(reportOf('a\n\nvalue', 'allow', 'known').findings[0]!.suppressed!.kind, 'external');
    assert.equal(reportOf('a\n\nvalue # lockside:ignore * known').findings[0]!.suppressed!.kind, 'inSource');
    assert.equal(
      reportOf('a\n\nvalue # lockside:ignore * known', 'warn', undefined, false).findings[0]!.suppressed,
      undefined,
    );
  });

  it('are readable lines, in colour where that is wished', () => {
    const line = 'src/a b.ts:3:1 error X key — it looks like one (secret/x)\n';
    assert.equal(textReport(false).file(reportOf('a\n\nvalue')), line);
    const coloured = textReport(true).file(reportOf('a\n\nvalue'));
    assert.ok(coloured.includes('\u001b[31merror\u001b[0m'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are control characters.
    assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), line);
    assert.equal(
      textReport(false).end(summary),
      '2 files scanned, 3 findings (1 error, 2 warnings), 1 suppressed, 1 binary file\n',
    );
    assert.equal(
      textReport(false).end({
        ...summary,
        files: 0,
        findings: { error: 0, warning: 0, information: 0 },
        suppressed: 0,
      }),
      '0 files scanned, no findings, 1 binary file\n',
    );
  });

  it('tell a column as one thing, with the laws that name it, and every value in rows', () => {
    const text = 'email,x\na@b.example,1\nc@d.example,2\ne@f.example,3\n';
    const report = tableOf(text);
    assert.equal(
      textReport(false).file(report),
      'a.csv:1:1 error column email, 3 values: email address — it looks like one (pii/email; GDPR 4, HIPAA (F), CCPA)\n',
    );
    const rows = jsonlReport()
      .file(report)
      .trim()
      .split('\n')
      .map(row => JSON.parse(row));
    assert.deepEqual(
      rows.map(({ line, field, laws }) => [line, field, laws.length]),
      [2, 3, 4].map(line => [line, 'email', 3]),
    );
    const sarif = sarifReport('1.0.0');
    sarif.file(report);
    const run = (JSON.parse(sarif.end(summary)) as Log).runs[0]!;
    const [result, ...others] = run.results!;
    assert.equal(others.length, 0);
    assert.deepEqual(result!.locations![0]!.physicalLocation!.region, {
      ...{ startLine: 1, startColumn: 1, endLine: 1, endColumn: 6, charOffset: 0, charLength: 5 },
    });
    assert.equal(result!.properties!.values, 3);
    assert.ok((run.tool.driver.rules![0]!.properties!.laws as string[]).includes('GDPR art. 4(1)'));
    assert.ok(
      textReport(false)
        .end({ ...summary, columns: 1, values: 1234 })
        .includes(', among them 1 column with 1,234 values'),
    );
  });

  it('leave suppressed findings out of rows, and mark them in SARIF', () => {
    const report = reportOf('a\n\nvalue', 'allow', 'known');
    assert.equal(jsonlReport().file(report), '');
    const sarif = sarifReport('1.0.0');
    sarif.file(report);
    sarif.file(reportOf('a\n\nvalue'));
    sarif.fault({ code: 'unreadable', where: 'b', message: 'no' });
    const run = (JSON.parse(sarif.end(summary)) as Log).runs[0]!;
    assert.deepEqual(
      run.results!.map(result => [result.ruleIndex, result.level, result.suppressions?.[0]?.kind]),
      [
        [0, 'error', 'external'],
        [0, 'error', undefined],
      ],
    );
    assert.equal(run.results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri, 'src/a%20b.ts');
    assert.deepEqual(run.invocations![0]!.toolExecutionNotifications![0]!.message, { text: 'b: no' });
  });
});

/** A report on a table whose first column holds addresses of mail. */
function tableOf(text: string): FileReport {
  const field = {
    name: 'email',
    title: 'email address',
    detector: 'pii/email',
    header: { start: 0, end: 5 },
    count: 3,
  };
  const decisions = [...text.matchAll(/\S+@\w\.example/g)].map(({ index, 0: { length } }) => ({
    finding: { ...finding, detector: 'pii/email', kind: 'pii' as const, start: index, end: index + length, field },
    ...{ action: 'log' as const, layer: 'default' as const, reason: '' },
  }));
  const place = { file: 'a.csv', path: 'a.csv', text, today: '2026-01-01' };
  return reportFile({ ...place, decisions, faults: [], inline: true, severityOf: one => one.finding.severity });
}

function reportOf(text: string, action: 'warn' | 'allow' = 'warn', suppressed?: string, inline = true): FileReport {
  const decision = { finding, action, layer: 'workspace', reason: '', ...(suppressed ? { suppressed } : {}) } as const;
  return reportFile({
    file: 'src/a b.ts',
    path: 'src/a b.ts',
    text,
    decisions: [decision],
    faults: [],
    today: '2026-01-01',
    inline,
    severityOf: one => one.finding.severity,
  });
}
