import { type AgentFinding, type AgentItem, type Level, levels } from '../core/agents';
import { printable } from '../core/printable';
import type { FileReport, ReportedFinding, Reporter } from '../core/report';
import { collectedReport } from './collectedReport';
import { rowOf } from './jsonlReport';

/** A finding about an AI client's file, placed; other findings of the same report have none of its fields. */
type Reported = ReportedFinding & Partial<Pick<AgentFinding, 'level' | 'client' | 'item' | 'frameworks' | 'fix'>>;

/** One object at the end: `{items, findings, faults, summary}`. */
export function agentsJson(items: () => readonly AgentItem[]): Reporter {
  return collectedReport(agentRowOf, (findings, faults, summary) => ({ items: items(), findings, faults, summary }));
}

/** One row per finding that counts, written as soon as its file is done. */
export function agentsJsonl(): Reporter {
  return {
    tellsFaults: false,
    file: report =>
      counting(report)
        .map(finding => `${JSON.stringify(agentRowOf(finding))}\n`)
        .join(''),
    fault: () => '',
    end: () => '',
  };
}

export interface AgentsTextOptions {
  readonly colours: boolean;
  readonly items: () => readonly AgentItem[];
  titleOf(client: string): string;
}

/** For people: by client, the worst client and finding first, then what the client consists of. */
export function agentsText({ colours, items, titleOf }: AgentsTextOptions): Reporter {
  const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const findings: Reported[] = [];
  let files = 0;
  const lineOf = (finding: Reported) => {
    const { line, column, title, reason, detector, fix } = finding;
    const level = finding.level ?? 'medium';
    const place = paint(1, `${printable(finding.file)}:${line}:${column}`);
    const head = `  ${place} ${paint(colour[level], level)} ${title} — ${printable(reason)} ${paint(2, `(${detector})`)}\n`;
    return fix ? `${head}      ${paint(2, `To put it right: ${printable(fix.title)}`)}\n` : head;
  };
  return {
    tellsFaults: false,
    file(report) {
      files++;
      findings.push(...counting(report));
      return '';
    },
    fault: () => '',
    end() {
      const all = items();
      const groups = groupsOf(findings, all).map(({ client, own, parts }) => {
        const head = `${paint(4, titleOf(client))}: ${own.length === 0 ? 'no findings' : levelCounts(own)}\n`;
        return head + own.map(lineOf).join('') + (parts.length > 0 ? partsText(parts) : '');
      });
      const kinds = countedTypes(all);
      const looked = `${count(files, 'file')} of ${count(new Set(all.map(it => it.client)).size, 'client')} looked at${kinds === '' ? '' : `: ${kinds}`}`;
      return `${[...groups, `${looked}; ${findings.length === 0 ? 'no findings' : `${count(findings.length, 'finding')} (${levelCounts(findings)})`}`].join('\n')}\n`;
    },
  };
}

const colour: Readonly<Record<Level, number>> = { critical: 31, high: 31, medium: 33, low: 36 };

function counting({ findings }: FileReport): readonly Reported[] {
  return findings.filter(({ suppressed }) => !suppressed);
}

/** The columns of every finding, and what only those about agents have. */
function agentRowOf(finding: Reported) {
  const { title, level, client, item, frameworks, fix } = finding;
  return { ...rowOf(finding), title, level, client, ...(item ? { item } : {}), frameworks, ...(fix ? { fix } : {}) };
}

function groupsOf(findings: readonly Reported[], items: readonly AgentItem[]) {
  const clients = new Set([...findings.map(it => it.client ?? ''), ...items.map(it => it.client)]);
  const groups = [...clients].map(client => ({
    client,
    own: findings.filter(it => (it.client ?? '') === client).sort((a, b) => rank(b) - rank(a)),
    parts: items.filter(it => it.client === client && !unnamed.has(it.type)),
  }));
  return groups.sort((a, b) => weight(b.own) - weight(a.own));
}

/** What is told by its findings, or stands above the group. */
const unnamed: ReadonlySet<string> = new Set(['client', 'permissions', 'key']);

function rank({ level }: Reported): number {
  return levels.indexOf(level ?? 'medium');
}

/** One critical finding outweighs any number of lesser ones. */
function weight(findings: readonly Reported[]): number {
  return findings.reduce((most, it) => Math.max(most, rank(it) + 1), 0) * 10_000 + Math.min(findings.length, 9_999);
}

function partsText(items: readonly AgentItem[]): string {
  const types = [...new Set(items.map(it => it.type))];
  return types
    .map(type => {
      const own = items.filter(it => it.type === type);
      const shown = own.slice(0, shownParts).map(partText);
      const more = own.length > shownParts ? [`and ${own.length - shownParts} more`] : [];
      return `  ${own.length === 1 ? type : (plurals[type] ?? type)}: ${[...shown, ...more].join(', ')}\n`;
    })
    .join('');
}

const shownParts = 12;

function partText({ name, origin, disabled }: AgentItem): string {
  const from =
    origin && origin.name !== name && !name.includes(origin.name) && origin.kind !== 'file' ? ` (${origin.name})` : '';
  return printable(`${name}${from}${disabled ? ', off' : ''}`);
}

const plurals: Readonly<Record<string, string>> = {
  ...{
    server: 'servers',
    model: 'models',
    agent: 'agents',
    skill: 'skills',
    command: 'commands',
    hook: 'hooks',
    task: 'tasks',
  },
  ...{
    rules: 'rules',
    ignore: 'ignore files',
    key: 'keys',
    extension: 'extensions',
    workflow: 'workflows',
    permissions: 'permissions',
  },
};

function countedTypes(items: readonly AgentItem[]): string {
  return [...new Set(items.map(it => it.type))]
    .filter(type => type !== 'client' && type !== 'permissions')
    .map(type => {
      const number = items.filter(it => it.type === type).length;
      return `${number} ${number === 1 ? type : (plurals[type] ?? type)}`;
    })
    .join(', ');
}

function levelCounts(findings: readonly Reported[]): string {
  return [...levels]
    .reverse()
    .flatMap(level => {
      const number = findings.filter(it => it.level === level).length;
      return number > 0 ? [`${number} ${level}`] : [];
    })
    .join(', ');
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
