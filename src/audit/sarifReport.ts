import type { Log, Notification, Region, ReportingDescriptor, Result } from 'sarif';
import type { AgentFinding } from '../core/agents';
import { gatherFields } from '../core/fields';
import type { Place } from '../core/lineIndex';
import type { Fault, Severity, Span } from '../core/model';
import { lawsOf } from '../core/records/laws';
import type { FileReport, ReportedFinding, ReportedItem, Reporter } from '../core/report';
import { revocationOf } from '../core/revocation';

/** SARIF 2.1.0, one log at the end. Paths are relative to the workspace's root; suppressed findings are part of it, marked as such. */
export function sarifReport(version: string): Reporter {
  const results: Result[] = [];
  const rules = new Map<string, ReportingDescriptor>();
  const notifications: Notification[] = [];
  return {
    tellsFaults: true,
    file(report) {
      for (const item of gatherFields(report.findings, ({ field, suppressed }) => (suppressed ? undefined : field)))
        results.push(toResult(item, report, ruleIndex(rules, item.first)));
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
    const laws = lawsOf(detector);
    const { frameworks } = agentPart(finding);
    rules.set(detector, {
      id: detector,
      name: title,
      shortDescription: { text: title },
      ...(revocation && { help: { text: revocation.how } }),
      ...(revocation?.url && { helpUri: revocation.url }),
      defaultConfiguration: { level: levels[severity] },
      ...((laws.length > 0 || frameworks) && { properties: { ...(laws.length > 0 && { laws }), ...frameworks } }),
    });
  }
  return [...rules.keys()].indexOf(detector);
}

/** A column is one result, at its name where it has one: readers of SARIF take some thousands at most. */
function toResult({ first: finding, all, field }: ReportedItem, { path }: FileReport, index: number): Result {
  const { suppressed } = finding;
  const told = field ? `${field.header ? 'column' : 'field'} ${field.name} with ${all.length} values: ` : '';
  return {
    ruleId: finding.detector,
    ruleIndex: index,
    level: levels[finding.severity],
    message: { text: `${told}${finding.title}: ${finding.reason}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
          region: field?.header && finding.header ? headerRegion(field.header, finding.header) : regionOf(finding),
        },
      },
    ],
    partialFingerprints: { 'lockside/v1': finding.fingerprint },
    ...(suppressed === undefined
      ? {}
      : { suppressions: [{ kind: suppressed.kind, justification: suppressed.reason }] }),
    properties: {
      ...{ tier: finding.tier, kind: finding.kind, ...finding.origin },
      ...(field ? { field: field.name, values: all.length } : {}),
      ...agentProperties(finding),
    },
  };
}

/** What findings about AI clients' files say besides. */
function agentPart(finding: ReportedFinding): Partial<AgentFinding> {
  return finding as ReportedFinding & Partial<AgentFinding>;
}

function agentProperties(finding: ReportedFinding) {
  const { level, client, item, frameworks, fix } = agentPart(finding);
  return frameworks
    ? { level, client, ...(item ? { item } : {}), ...frameworks, ...(fix ? { remedy: fix.title } : {}) }
    : {};
}

function regionOf({ start, end, line, column, endLine, endColumn }: ReportedFinding): Region {
  return { startLine: line, startColumn: column, endLine, endColumn, charOffset: start, charLength: end - start };
}

function headerRegion({ start, end }: Span, { line, column }: Place): Region {
  const charLength = end - start;
  return {
    startLine: line,
    startColumn: column,
    endLine: line,
    endColumn: column + charLength,
    charOffset: start,
    charLength,
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
