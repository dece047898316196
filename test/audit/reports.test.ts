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
