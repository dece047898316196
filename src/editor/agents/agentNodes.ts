import { clientTitle } from '../../agents/inventory/inventory';
import { type Change, subjectOf } from '../../agents/lock/changes';
import { keyOf } from '../../agents/lock/lock';
import { type AgentFinding, type AgentItem, itemTypes, levels } from '../../core/agents';
import type { Decision, Fault } from '../../core/model';
import type { LockState } from './agentLock';
import type { ReadFile } from './agentReadings';

/** What stands in the view. */
export type AgentNode =
  | { readonly kind: 'changes'; readonly id: string; readonly changes: readonly Change[] }
  | { readonly kind: 'change'; readonly id: string; readonly change: Change }
  | {
      readonly kind: 'client';
      readonly id: string;
      readonly title: string;
      readonly owner: AgentItem['owner'];
      readonly children: readonly AgentNode[];
    }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly item: AgentItem;
      readonly read: ReadFile;
      readonly children: readonly AgentNode[];
    }
  | { readonly kind: 'finding'; readonly id: string; readonly read: ReadFile; readonly decision: Decision }
  | { readonly kind: 'fault'; readonly id: string; readonly fault: Fault };

export interface AgentsShown {
  readonly files: readonly ReadFile[];
  readonly faults: readonly Fault[];
  readonly lock: LockState | undefined;
  readonly onlyWrong: boolean;
}

/** The view's roots: changes that need approval, then clients, the workspace's first and the worst first, then what can't be read. */
export function agentNodes({ files, faults, lock, onlyWrong }: AgentsShown): AgentNode[] {
  const changes = lock?.changes ?? [];
  const clients = gather(files)
    .map(([id, group]) => clientNode(id, group, onlyWrong))
    .filter(node => node.children.length > 0)
    .sort((a, b) => order(a) - order(b) || a.title.localeCompare(b.title));
  return [
    ...(changes.length > 0 ? [{ kind: 'changes' as const, id: 'changes', changes }] : []),
    ...clients,
    ...[...faults, ...(lock?.faults ?? [])].map((fault, at) => ({ kind: 'fault' as const, id: `fault ${at}`, fault })),
  ];
}

export function childrenOf(node: AgentNode): readonly AgentNode[] {
  if (node.kind === 'changes')
    return node.changes.map(change => ({ kind: 'change' as const, id: `change ${keyOf(subjectOf(change))}`, change }));
  return 'children' in node ? node.children : [];
}

/** The worst finding at or below a node: its place in `levels`, -1 where nothing is wrong. */
export function worstOf(node: AgentNode): number {
  if (node.kind === 'finding') return levels.indexOf((node.decision.finding as AgentFinding).level);
  return 'children' in node ? Math.max(-1, ...node.children.map(worstOf)) : -1;
}

interface Group {
  readonly client: string;
  readonly owner: AgentItem['owner'];
  readonly files: ReadFile[];
}

const owners = { workspace: 'workspace', home: 'person', managed: 'organisation' } as const;

/** A file may be read by one client alone; its findings say which, where no item does. */
function gather(files: readonly ReadFile[]): [string, Group][] {
  const groups = new Map<string, Group>();
  for (const read of files) {
    const client = read.reading.items[0]?.client ?? read.reading.findings[0]?.client;
    if (client === undefined) continue;
    const owner = owners[read.file.place];
    const id = `client ${client} ${owner}`;
    const group = groups.get(id) ?? { client, owner, files: [] };
    group.files.push(read);
    groups.set(id, group);
  }
  return [...groups];
}

function clientNode(id: string, { client, owner, files }: Group, onlyWrong: boolean): AgentNode & { kind: 'client' } {
  const children = files
    .flatMap(fileNodes)
    .filter(node => !onlyWrong || worstOf(node) >= 0)
    .sort((a, b) => worstOf(b) - worstOf(a) || typeOrder(a) - typeOrder(b));
  return { kind: 'client', id, title: nameOf(client), owner, children };
}

/** What belongs to no client of its own has no name either. */
function nameOf(client: string): string {
  return client === 'repository' || client === 'other' ? '' : clientTitle(client);
}

/** The items of a file with what is wrong with each; what is wrong with none of them stands for itself. */
function fileNodes(read: ReadFile): AgentNode[] {
  const { items } = read.reading;
  const ids = new Set(items.map(({ id }) => id));
  const nodes = read.decisions.map((decision, at) => ({
    node: { kind: 'finding' as const, id: `${read.uri} finding ${at}`, read, decision },
    item: (decision.finding as AgentFinding).item,
  }));
  return [
    ...items
      .filter(({ type }) => type !== 'client')
      .map(item => ({
        kind: 'item' as const,
        id: `${read.uri} ${item.id}`,
        item,
        read,
        children: nodes.filter(one => one.item === item.id).map(({ node }) => node),
      })),
    ...nodes.filter(({ item }) => item === undefined || !ids.has(item)).map(({ node }) => node),
  ];
}

function typeOrder(node: AgentNode): number {
  return node.kind === 'item' ? itemTypes.indexOf(node.item.type) : itemTypes.length;
}

/** What came with the workspace is what a stranger may have written. */
function order(node: AgentNode & { kind: 'client' }): number {
  const whose = node.owner === 'workspace' ? 0 : 10;
  return whose - worstOf(node);
}
