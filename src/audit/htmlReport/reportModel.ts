import { type Action, actions } from '../../core/model';
import { type Control, controlsOf, gapScore } from '../../core/vendors';
import { complianceOf, countOf, type FrameworkResult, isWayOut } from '../compliance/complianceOf';
import type { AuditEvent } from '../trail/auditEvent';
import type { ReportInputs, ReportRow } from './reportInputs';

/** What a report says, for whoever draws it: numbers and names, without a value. */
export interface ReportModel extends Omit<ReportInputs, 'vendors'> {
  readonly totals: Totals;
  /** One entry for each day from the first event told of to the last, without gaps. */
  readonly days: readonly Day[];
  readonly kinds: readonly Counted[];
  readonly destinations: readonly Counted[];
  readonly channels: readonly Counted[];
  /** What came back for placeholders, by kind, the most frequent first. */
  readonly restored: readonly RestoredRow[];
  readonly clients: readonly ClientRow[];
  readonly vendors: readonly VendorRow[];
  readonly compliance: readonly FrameworkResult[];
}

/** Values on their way out, by what became of them. */
export interface Outcomes {
  /** Replaced or stopped. */
  readonly held: number;
  /** A person was asked. */
  readonly asked: number;
  /** Went as it was. */
  readonly through: number;
}

export interface Totals extends Outcomes {
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly faults: number;
  /** Texts that could not be scanned on their way out. */
  readonly unscanned: number;
}

export interface Day extends Outcomes {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
}

export interface Counted extends Outcomes {
  readonly name: string;
  readonly total: number;
}

/** Values of a kind that came back on the way in. */
export interface RestoredRow {
  readonly name: string;
  /** Into what a model answered. */
  readonly answers: number;
  /** Into files and commands of this machine. */
  readonly local: number;
  /** Into tools and requests to the network. */
  readonly away: number;
  /** The client asked about them; it doesn't tell what the person said. */
  readonly asked: number;
  /** Stayed placeholders. */
  readonly kept: number;
}

/** An AI client that was seen at work or in a configuration. */
export interface ClientRow extends Outcomes {
  readonly client: string;
  readonly title: string;
  /** The channels that it was guarded on, as far as events show. */
  readonly channels: readonly string[];
  /** The last event's instant; undefined where Lockside has seen nothing of it. */
  readonly last?: string;
  readonly findings: number;
}

export interface VendorRow {
  readonly name: string;
  readonly disabled?: string;
  readonly gap: number;
  readonly controls: readonly Control[];
}

/** Makes the report of what was gathered and of the events since its first instant. */
export function reportModel(inputs: ReportInputs, all: readonly AuditEvent[]): ReportModel {
  const events = inputs.since === undefined ? all : all.filter(({ time }) => time >= inputs.since!);
  const leaving = events.filter(event => isWayOut(event) && !isFault(event) && !event.restored);
  const today = inputs.time.slice(0, 10);
  const vendors = inputs.vendors.map((vendor): VendorRow => {
    const controls = controlsOf(vendor, today);
    const { name, disabled } = vendor;
    return { name, ...(disabled === undefined ? {} : { disabled }), gap: gapScore(controls), controls };
  });
  return {
    ...inputs,
    totals: totalsOf(inputs, events, leaving),
    days: daysOf(leaving),
    kinds: countedBy(leaving, ({ detector }) => detector),
    destinations: countedBy(leaving, ({ destination }) => destination),
    channels: countedBy(leaving, ({ channel }) => channel),
    restored: restoredBy(events.filter(({ restored }) => restored)),
    clients: clientsOf(inputs, leaving),
    vendors,
    compliance: complianceOf(findingsOf(inputs), leaving, {
      today,
      looked: lookedOf(inputs),
      inventory: { packages: inputs.packages.listed, agents: inputs.agents.items.length },
      vendors,
      trail: inputs.trail,
      ...(all[0] ? { oldest: all[0].time.slice(0, 10) } : {}),
      ...(inputs.release ? { release: inputs.release } : {}),
    }),
  };
}

/** All findings that a report lists. */
export function findingsOf({
  scan,
  packages,
  agents,
}: Pick<ReportInputs, 'scan' | 'packages' | 'agents'>): ReportRow[] {
  return [...scan.findings, ...packages.findings, ...agents.findings];
}

/** Which of the three an action is, as reports tell it. */
export function outcomeOf(action: Action): keyof Outcomes {
  if (actions.indexOf(action) >= actions.indexOf('redact')) return 'held';
  return action === 'ask' ? 'asked' : 'through';
}

function isFault({ detector }: AuditEvent): boolean {
  return detector.startsWith('fault/');
}

function lookedOf({ scan, packages, agents }: ReportInputs) {
  const part = ({ files, faults }: { files: number; faults: number }) => ({ files, whole: faults === 0 });
  return { scan: part(scan), packages: part(packages), agents: part(agents) };
}

function totalsOf(inputs: ReportInputs, events: readonly AuditEvent[], leaving: readonly AuditEvent[]): Totals {
  const rows = findingsOf(inputs);
  const of = (severity: ReportRow['severity']) => rows.filter(row => row.severity === severity).length;
  return {
    ...outcomesOf(leaving),
    ...{ errors: of('error'), warnings: of('warning'), informations: of('information') },
    faults: inputs.faults.length,
    unscanned: events.filter(isFault).length,
  };
}

function outcomesOf(events: readonly AuditEvent[]): Outcomes {
  const of = (outcome: keyof Outcomes) => countOf(events.filter(({ action }) => outcomeOf(action) === outcome));
  return { held: of('held'), asked: of('asked'), through: of('through') };
}

/** More days than a chart can show are told by the last of them. */
const mostDays = 90;

function daysOf(events: readonly AuditEvent[]): Day[] {
  const byDay = grouped(events, ({ time }) => time.slice(0, 10));
  const known = [...byDay.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = Date.parse(last);
  const begin = Math.max(Date.parse(first), end - (mostDays - 1) * day);
  return Array.from({ length: Math.round((end - begin) / day) + 1 }, (_, index) => {
    const name = new Date(begin + index * day).toISOString().slice(0, 10);
    return { day: name, ...outcomesOf(byDay.get(name) ?? []) };
  });
}

const day = 86_400_000;

/** The most frequent first. */
function countedBy(events: readonly AuditEvent[], nameOf: (event: AuditEvent) => string): Counted[] {
  const rows = Array.from(grouped(events, nameOf), ([name, some]) => ({
    ...{ name, total: countOf(some) },
    ...outcomesOf(some),
  }));
  return rows.sort((one, other) => other.total - one.total || (one.name < other.name ? -1 : 1));
}

function restoredBy(events: readonly AuditEvent[]): RestoredRow[] {
  const rows = Array.from(
    grouped(events, ({ detector }) => detector),
    ([name, some]) => {
      const of = (place: keyof Omit<RestoredRow, 'name'>) => countOf(some.filter(event => placeOf(event) === place));
      const row = { name, answers: of('answers'), local: of('local'), away: of('away') };
      return { total: countOf(some), row: { ...row, asked: of('asked'), kept: of('kept') } };
    },
  );
  return rows.sort((one, other) => other.total - one.total).map(({ row }) => row);
}

function placeOf({ action, destination }: AuditEvent): keyof Omit<RestoredRow, 'name'> {
  if (action === 'block') return 'kept';
  if (action === 'ask') return 'asked';
  if (destination.startsWith('answer:')) return 'answers';
  return /^(?:file|command|editor):/.test(destination) ? 'local' : 'away';
}

/** The client of an event; what the editor writes is VS Code's. The MCP proxy names the server that it stands before. */
export function clientOf({ client, writer }: AuditEvent): string {
  if (writer === 'mcp') return `mcp ${client ?? ''}`.trim();
  return client ?? (writer === 'editor' ? 'vscode' : writer);
}

function clientsOf({ agents, titles }: ReportInputs, events: readonly AuditEvent[]): ClientRow[] {
  const known = new Set(agents.items.filter(({ type }) => type === 'client').map(it => it.client));
  const byClient = grouped(events, clientOf);
  const ids = [...new Set([...byClient.keys(), ...known])].sort();
  const rows = ids.map((client): ClientRow => {
    const own = byClient.get(client) ?? [];
    const title = titles[client] ?? client;
    const last = own.at(-1)?.time;
    return {
      ...{ client, title, ...outcomesOf(own) },
      channels: [...new Set(own.map(({ channel }) => channel))].sort(),
      ...(last === undefined ? {} : { last }),
      findings: agents.findings.filter(({ about }) => about === title).length,
    };
  });
  return rows.sort(
    (one, other) => (other.last ?? '').localeCompare(one.last ?? '') || (one.title < other.title ? -1 : 1),
  );
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
