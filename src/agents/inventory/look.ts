import type { AgentFile, AgentFinding, AgentFix, AgentItem, AgentScopes, ItemType, Level } from '../../core/agents';
import { createLineIndex } from '../../core/lineIndex';
import type { Fault, Finding, Fingerprinter, ScanResult, Source, Span } from '../../core/model';
import { type CheckId, checkFacts, severityOfLevel } from './frameworks';

/** What looking at files takes from outside. */
export interface LookPorts {
  readonly fingerprint: Fingerprinter;
  scan(text: string, source: Source): ScanResult;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Globs over names and origins of servers that may be used; undefined where any may. */
  readonly allowedServers?: (name: string) => boolean;
  /** The version of a package that the workspace has in its lock, where it has one. */
  readonly versionOf?: (ecosystem: 'npm' | 'PyPI' | 'Go', name: string) => string | undefined;
}

/** One file being looked at: gathers what is said about it. */
export interface Look extends LookPorts {
  readonly file: AgentFile;
  readonly client: string;
  /** Whether it comes with a repository, so that strangers may have written it. */
  readonly foreign: boolean;
  readonly items: AgentItem[];
  readonly findings: AgentFinding[];
  readonly faults: Fault[];
  /** What the core's scanner says of the text. */
  scanned(): readonly Finding[];
  item(type: ItemType, name: string, span: Span, more?: ItemFacts): AgentItem;
  finding(check: CheckId, span: Span, reason: string, more?: FindingFacts): void;
}

/** What is known of an item besides its name and place. */
export type ItemFacts = Partial<Pick<AgentItem, 'origin' | 'keys' | 'disabled' | 'expires'>> & {
  readonly scopes?: AgentScopes;
};

/** What is known of a finding besides its reason and place. */
export interface FindingFacts {
  readonly level?: Level;
  readonly item?: AgentItem | undefined;
  readonly fix?: AgentFix | undefined;
  /** What its fingerprint is made of; the place's own text unless given. */
  readonly value?: string;
}

/** Begins to look at a file. */
export function createLook(file: AgentFile, client: string, ports: LookPorts): Look {
  const place = createLineIndex(file.text);
  const items: AgentItem[] = [];
  const findings: AgentFinding[] = [];
  const ids = new Set<string>();
  const seen = new Set<string>();
  let scanned: readonly Finding[] | undefined;
  const faults: Fault[] = [];
  return {
    ...ports,
    ...{ file, client, items, findings, faults, foreign: file.place === 'workspace' },
    scanned() {
      if (scanned) return scanned;
      const result = ports.scan(file.text, { path: file.path });
      faults.push(...result.faults.map(fault => ({ ...fault, where: file.file })));
      scanned = result.findings.filter(it => !it.harmless);
      return scanned;
    },
    item(type, name, span, { scopes = {}, ...more } = {}) {
      const at = place(span.start);
      const id = uniqueId(ids, `${type}:${client}:${file.place}:${file.path}:${name}`);
      const item = {
        ...{ id, type, client, name, file: file.file, span, at },
        ...ownerAndChange(file),
        scopes,
        ...more,
      };
      items.push(item);
      return item;
    },
    finding(check, span, reason, { level, item, fix, value } = {}) {
      const { title, level: usual, frameworks } = checkFacts[check];
      const key = `${check} ${span.start} ${span.end} ${reason}`;
      if (seen.has(key)) return;
      seen.add(key);
      const text = value ?? `${client}:${item?.name ?? ''}:${file.text.slice(span.start, span.end)}:${reason}`;
      findings.push({
        ...{ ...span, detector: check, kind: 'agent', title, tier: 'certain', reason, frameworks, client },
        level: level ?? usual,
        severity: severityOfLevel[level ?? usual],
        fingerprint: ports.fingerprint(check, text),
        ...(item ? { item: item.id } : {}),
        ...(fix ? { fix } : {}),
      });
    },
  };
}

/** One edit of the file itself. */
export function fixOf(look: Look, title: string, span: Span, text: string, asks?: AgentFix['asks']): AgentFix {
  return { title, edits: [{ file: look.file.file, span, text }], ...(asks ? { asks } : {}) };
}

/** What only a person can do. */
export function advice(title: string): AgentFix {
  return { title, edits: [] };
}

const owners = { workspace: 'workspace', home: 'person', managed: 'organisation' } as const;

function ownerAndChange({ place, changed }: AgentFile): Pick<AgentItem, 'owner' | 'lastChange'> {
  return { owner: owners[place], ...(changed === undefined ? {} : { lastChange: changed }) };
}

function uniqueId(ids: Set<string>, wanted: string): string {
  let id = wanted;
  for (let at = 2; ids.has(id); at++) id = `${wanted}#${at}`;
  ids.add(id);
  return id;
}
