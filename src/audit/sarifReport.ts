import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Fault, Severity } from '../core/model';
import type { FileReport, ReportedFinding, Reporter } from '../core/report';
import { revocationOf } from '../core/revocation';

/** SARIF 2.1.0, one log at the end. Paths are relative to the workspace's root; suppressed findings are part of it, marked as such. */
export function sarifReport(version: string): Reporter {
  const results: Result[] = [];
  const rules = new Map<string, ReportingDescriptor>();
  const notifications: Notification[] = [];
  return {
    tellsFaults: true,
    file(report) {
      for (const finding of report.findings) results.push(toResult(finding, report, ruleIndex(rules, finding)));
      notifications.push(...report.faults.map(toNotification));
      return '';
    },
    fault(fault) {
      notifications.push(toNotification(fault));
      return '';
    },
    end: () => `${JSON.stringify(toLog(version, results, [...rules.values()], notifications), undefined, 2)}\n`,
  };
}

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', information: 'note' };

function toLog(version: string, results: Result[], rules: ReportingDescriptor[], notifications: Notification[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Lockside',
            semanticVersion: version,
            informationUri: 'https://github.com/lockside/lockside',
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results,
      },
    ],
  };
}

function ruleIndex(rules: Map<string, ReportingDescriptor>, finding: ReportedFinding): number {
  const { detector, title, severity } = finding;
  if (!rules.has(detector)) {
    const revocation = revocationOf(finding);
    rules.set(detector, {
      id: detector,
      name: title,
      shortDescription: { text: title },
      ...(revocation && { help: { text: revocation.how } }),
      ...(revocation?.url && { helpUri: revocation.url }),
      defaultConfiguration: { level: levels[severity] },
    });
  }
  return [...rules.keys()].indexOf(detector);
}

function toResult(finding: ReportedFinding, { path }: FileReport, index: number): Result {
  const { start, end, line, column, endLine, endColumn, suppressed } = finding;
  return {
    ruleId: finding.detector,
    ruleIndex: index,
    level: levels[finding.severity],
    message: { text: `${finding.title}: ${finding.reason}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: line,
            startColumn: column,
            endLine,
            endColumn,
            charOffset: start,
            charLength: end - start,
          },
        },
      },
    ],
    partialFingerprints: { 'lockside/v1': finding.fingerprint },
    ...(suppressed === undefined
      ? {}
      : { suppressions: [{ kind: suppressed.kind, justification: suppressed.reason }] }),
    properties: { tier: finding.tier, kind: finding.kind, ...finding.origin },
  };
}

function toNotification({ code, message, where }: Fault): Notification {
  return {
    level: 'warning',
    descriptor: { id: `fault/${code}` },
    message: { text: where === undefined ? message : `${where}: ${message}` },
  };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
