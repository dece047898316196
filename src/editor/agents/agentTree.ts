import * as vscode from 'vscode';
import { describeChange } from '../../agents/lock/changes';
import { commands, contextKeys, views } from '../../contributes';
import { type AgentFinding, levels } from '../../core/agents';
import { printable } from '../../core/printable';
import { findingCount } from '../findings/countText';
import type { AgentLock } from './agentLock';
import { type AgentNode, agentNodes, childrenOf, worstOf } from './agentNodes';
import type { AgentReadings } from './agentReadings';
import { frameworkText, itemLines, levelName, originText, ownerName, typeIcons, typeName } from './agentText';
import { countText } from './reviewChanges';

/** The view "AI Agents": every client with what it consists of and what is wrong with it, and the changes that need approval. */
export function registerAgentTree(readings: AgentReadings, lock: AgentLock): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let onlyWrong = false;
  let roots: AgentNode[] | undefined;
  const rootsNow = () =>
    agentNodes({ files: readings.files(), faults: readings.faults(), lock: lock.state(), onlyWrong });
  const provider: vscode.TreeDataProvider<AgentNode> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (node) return [...childrenOf(node)];
      roots = rootsNow();
      return roots;
    },
    getTreeItem: treeItem,
    // Only roots are revealed.
    getParent: () => undefined,
  };
  const view = vscode.window.createTreeView(views.agents, { treeDataProvider: provider, showCollapseAll: true });
  const show = () => {
    const count = lock.state()?.changes.length ?? 0;
    view.badge = count > 0 ? { value: count, tooltip: countText(count) } : undefined;
    changed.fire(undefined);
  };
  const filter = (only: boolean) => {
    onlyWrong = only;
    void vscode.commands.executeCommand('setContext', contextKeys.agentsFiltered, only);
    show();
  };
  return vscode.Disposable.from(
    ...[changed, view, readings.onDidChange(show), lock.onDidChange(show)],
    vscode.commands.registerCommand(commands.showAgents, async () => {
      await vscode.commands.executeCommand(`${views.agents}.focus`);
      const [first] = roots ?? [];
      if (first) await view.reveal(first, { focus: true, expand: true });
      return roots?.length ?? 0;
    }),
    vscode.commands.registerCommand(commands.refreshAgents, async () => {
      await readings.refresh();
      await lock.look();
      return listed(rootsNow());
    }),
    vscode.commands.registerCommand(commands.showWrongAgents, () => filter(true)),
    vscode.commands.registerCommand(commands.showAllAgents, () => filter(false)),
  );
}

/** What the view shows, for whoever calls the command. */
interface Listed {
  readonly label: string;
  readonly description: string;
  readonly children: readonly Listed[];
}

function listed(nodes: readonly AgentNode[]): Listed[] {
  return nodes.map(node => {
    const { label, description } = treeItem(node);
    return { label: String(label), description: String(description ?? ''), children: listed(childrenOf(node)) };
  });
}

/** A node as VS Code draws it. */
function treeItem(node: AgentNode): vscode.TreeItem {
  const item = nodeItem(node);
  item.id = node.id;
  item.contextValue = node.kind === 'finding' ? 'agentFinding' : node.kind;
  return item;
}

function nodeItem(node: AgentNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  switch (node.kind) {
    case 'changes': {
      const item = new vscode.TreeItem(
        countText(node.changes.length).replace(/\.$/, ''),
        vscode.TreeItemCollapsibleState.Expanded,
      );
      item.iconPath = new vscode.ThemeIcon('lock', new vscode.ThemeColor('list.warningForeground'));
      item.tooltip = t('They differ from what a person has approved in lockside.lock.');
      return item;
    }
    case 'change': {
      const item = new vscode.TreeItem(describeChange(node.change));
      item.iconPath = new vscode.ThemeIcon(changeIcons[node.change.change]);
      item.tooltip = describeChange(node.change);
      item.command = { command: commands.reviewAgentChanges, title: t('Review'), arguments: [node] };
      return item;
    }
    case 'client':
      return clientItem(node);
    case 'item':
      return itemItem(node);
    case 'finding':
      return findingItem(node);
    case 'fault': {
      const item = new vscode.TreeItem(node.fault.where ?? t('Not read'));
      item.iconPath = new vscode.ThemeIcon('circle-slash');
      item.description = item.tooltip = node.fault.message;
      return item;
    }
  }
}

const changeIcons = { added: 'diff-added', changed: 'diff-modified', removed: 'diff-removed' } as const;

function clientItem(node: AgentNode & { kind: 'client' }): vscode.TreeItem {
  const { t } = vscode.l10n;
  const title = node.title || t('For every client');
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  const wrong = findingsBelow(node);
  item.iconPath = iconOf(worstOf(node), 'hubot');
  item.description = wrong > 0 ? `${ownerName(node.owner)} · ${findingCount(wrong)}` : ownerName(node.owner);
  item.tooltip = `${title}, ${item.description}`;
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function itemItem(node: AgentNode & { kind: 'item' }): vscode.TreeItem {
  const { item: thing, read, children } = node;
  const state = children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(printable(thing.name), state);
  const origin = originText(thing);
  item.iconPath = iconOf(worstOf(node), typeIcons[thing.type]);
  const type = thing.name === thing.type ? [] : [typeName(thing.type)];
  item.description = [...type, ...(origin && origin !== thing.name ? [origin] : [])].join(' · ');
  item.tooltip = plain([printable(thing.name), ...itemLines(thing)]);
  item.accessibilityInformation = {
    label: `${printable(thing.name)}, ${item.description}, ${thing.file}, ${findingCount(findingsBelow(node))}`,
  };
  item.command = openAt(read.uri, read.place(thing.span));
  return item;
}

function findingItem({ read, decision }: AgentNode & { kind: 'finding' }): vscode.TreeItem {
  const finding = decision.finding as AgentFinding;
  const range = read.place(finding);
  const line = vscode.l10n.t('line {0}', range.start.line + 1);
  const item = new vscode.TreeItem(finding.title);
  item.iconPath = iconOf(levels.indexOf(finding.level), 'info');
  item.description = `${line} · ${finding.reason}`;
  const fix = finding.fix ? [vscode.l10n.t('What helps: {0}', finding.fix.title)] : [];
  const where = `${read.file.file}:${range.start.line + 1}`;
  item.tooltip = plain([
    ...[`${finding.title} (${levelName(finding)})`, finding.reason, where],
    ...[...fix, frameworkText(finding), finding.detector],
  ]);
  item.accessibilityInformation = { label: `${finding.title}, ${levelName(finding)}, ${where}: ${finding.reason}` };
  item.command = openAt(read.uri, range);
  return item;
}

function findingsBelow(node: AgentNode): number {
  if (node.kind === 'finding') return 1;
  return 'children' in node ? node.children.reduce((sum, child) => sum + findingsBelow(child), 0) : 0;
}

/** The worst finding's icon; without one, that of what it is. */
function iconOf(worst: number, otherwise: string): vscode.ThemeIcon {
  if (worst < 0) return new vscode.ThemeIcon(otherwise);
  const [icon, colour] = worst >= levels.indexOf('high') ? severe : worst === 1 ? warning : note;
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
}

const severe = ['error', 'list.errorForeground'] as const;
const warning = ['warning', 'list.warningForeground'] as const;
const note = ['info', 'notificationsInfoIcon.foreground'] as const;

/** Names come from files, so they are shown as they stand. */
function plain(lines: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const line of lines.filter(Boolean)) text.appendText(line).appendMarkdown('\n\n');
  return text;
}

function openAt(uri: vscode.Uri, selection: vscode.Range): vscode.Command {
  const options: vscode.TextDocumentShowOptions = { selection, preview: true };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, options] };
}
