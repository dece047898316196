import { createHash } from 'node:crypto';
import type { Notification, Region, ReportingDescriptor, Result } from 'sarif';
import type { AgentFinding } from '../core/agents';
import { gatherFields } from '../core/fields';
import type { Place } from '../core/lineIndex';
import type { Fault, Severity, Span } from '../core/model';
import { lawsOf } from '../core/records/laws';
import type { FileReport, ReportedFinding, ReportedItem, Reporter } from '../core/report';
import { revocationOf } from '../core/revocation';
import { sarifLog } from './sarifLog';

/**
 * SARIF 2.1.0, one log at the end. Paths are relative to the workspace's root; suppressed findings are part of it, marked as such. Code
 * hosts refuse a log with more than `most` results: the worst stay, and a notification says how many don't.
 */
export function sarifReport(version: string, most = Number.POSITIVE_INFINITY): Reporter {
  const results: Result[] = [];
  const rules: Rules = new Map();
  const places = new Map<string, number>();
  const notifications: Notification[] = [];
  return {
    tellsFaults: true,
    file(report) {
      for (const item of gatherFields(report.findings, ({ field, suppressed }) => (suppressed ? undefined : field))) {
        const place = placeHash(item.first.detector, report.path);
        const nth = (places.get(place) ?? 0) + 1;
        places.set(place, nth);
        results.push(toResult(item, report, ruleIndex(rules, item.first), `${place}:${nth}`));
      }
      notifications.push(...report.faults.map(toNotification));
      return '';
    },
    fault(fault) {
      notifications.push(toNotification(fault));
      return '';
    },
    end() {
      const kept = worst(results, most);
      const left = results.length - kept.length;
      const message = `${left} more findings than a code host takes: they stand in the report in JSON`;
      if (left > 0) notifications.push(toNotification({ code: 'too-large', message }));
      const descriptors = [...rules.values()].map(({ descriptor }) => descriptor);
      return sarifLog(version, descriptors, {
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results: kept,
      });
    },
  };
}

/** What counts before what was accepted, errors before warnings, and otherwise as they came. */
function worst(results: Result[], most: number): Result[] {
  if (results.length <= most) return results;
  const rank = ({ suppressions, level }: Result) =>
    suppressions ? 3 : ['error', 'warning', 'note'].indexOf(level ?? '');
  return results.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}

type Rules = Map<string, { readonly descriptor: ReportingDescriptor; readonly index: number }>;

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', information: 'note' };

function ruleIndex(rules: Rules, finding: ReportedFinding): number {
  const known = rules.get(finding.detector);
  if (known) return known.index;
  const index = rules.size;
  rules.set(finding.detector, { descriptor: descriptorOf(finding), index });
  return index;
}

function descriptorOf(finding: ReportedFinding): ReportingDescriptor {
  const { detector, title, severity } = finding;
  const revocation = revocationOf(finding);
  const laws = lawsOf(detector);
  const { frameworks } = agentPart(finding);
  return {
    id: detector,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: `${title}, found by Lockside` },
    help: { text: revocation?.how ?? 'Put right what the finding names, or have an approver waive it for a time.' },
    ...(revocation?.url && { helpUri: revocation.url }),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      'security-severity': securitySeverity[severity],
      tags: ['security', finding.kind],
      ...(laws.length > 0 && { laws }),
      ...frameworks,
    },
  };
}

/** Code hosts call what is above 9 critical, from 7 on high, from 4 on medium. */
const securitySeverity: Readonly<Record<Severity, string>> = { error: '8.9', warning: '6.0', information: '2.0' };

/** A column is one result, at its name where it has one: readers of SARIF take some thousands at most. */
function toResult(
  { first: finding, all, field }: ReportedItem,
  { path }: FileReport,
  index: number,
  line: string,
): Result {
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
    // The first is keyed, and the key may be a machine's own; the second is the same everywhere, and tells nothing of the value. A code
    // host that gets none of that name hashes the line with the value in it.
    partialFingerprints: {
      'lockside/v1': finding.fingerprint,
      primaryLocationLineHash: line,
    },
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

function placeHash(detector: string, path: string): string {
  return createHash('sha256').update(`${detector}\0${path}`).digest('hex').slice(0, 16);
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
