import * as vscode from 'vscode';
import { commands, contextKeys, views } from '../../contributes';
import type { Decision, Fault, Severity } from '../../core/model';
import { throttle } from '../debounce';
import type { FileFindings, Parts } from '../parts';
import { findingCount } from './countText';
import { fieldName } from './fieldText';
import { isField, notScanned, type ShownField, type ShownItem, shownAt, shownItems, totals } from './shownFindings';

/** What stands in the view; commands of its context menu get one of these. */
export type TreeNode =
  | { readonly kind: 'file'; readonly uri: vscode.Uri; readonly file: FileFindings }
  | {
      readonly kind: 'finding';
      readonly uri: vscode.Uri;
      readonly file: FileFindings;
      readonly decision: Decision;
      readonly scope?: 'column';
      readonly item: ShownItem;
    }
  | { readonly kind: 'suppression'; readonly uri: vscode.Uri; readonly fault: Fault }
  | { readonly kind: 'notScanned'; readonly files: readonly FileFindings[] }
  | { readonly kind: 'fault'; readonly uri: vscode.Uri; readonly fault: Fault };

/** The view "Findings": files with their findings, what was not scanned and why, and the count as a badge. */
export function registerTree(parts: Parts): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: node => (node ? childrenOf(node) : roots(parts)),
    getTreeItem: node => itemOf(parts, node),
    // The view asks for it before it reveals a file, and files stand at the root.
    getParent: () => undefined,
  };
  const view = vscode.window.createTreeView(views.findings, { treeDataProvider: provider, showCollapseAll: true });
  // Many changes in a row, as an audit makes them, are shown at once.
  const refresh = throttle(() => {
    changed.fire(undefined);
    showCount(parts, view);
  }, 100);
  showCount(parts, view);
  return vscode.Disposable.from(
    changed,
    view,
    refresh,
    parts.findings.onDidChange(refresh.ask),
    vscode.commands.registerCommand(commands.redactFinding, redactFinding),
    vscode.commands.registerCommand(commands.showFindings, () => showFindings(parts, view)),
    vscode.commands.registerCommand(commands.clearFindings, () => clearFindings(parts)),
  );
}

function showCount(parts: Parts, view: vscode.TreeView<TreeNode>): void {
  const { findings } = totals(parts.findings);
  const tooltip = `Lockside: ${findingCount(findings)}`;
  view.badge = findings > 0 ? { value: findings, tooltip } : undefined;
  void vscode.commands.executeCommand('setContext', contextKeys.hasFindings, findings > 0);
}

async function showFindings(parts: Parts, view: vscode.TreeView<TreeNode>): Promise<void> {
  await vscode.commands.executeCommand(`${views.findings}.focus`);
  const [first] = roots(parts);
  if (first?.kind === 'file') await view.reveal(first, { focus: true, expand: true });
}

/** What open documents hold is found again at the next change; the rest by the next audit. */
async function clearFindings(parts: Parts): Promise<void> {
  parts.findings.clear();
  await vscode.commands.executeCommand('setContext', contextKeys.audited, false);
}

/** The file is shown first, so that the person sees what changes, and can undo it. */
async function redactFinding(node: TreeNode): Promise<void> {
  if (node?.kind !== 'finding') return;
  await vscode.window.showTextDocument(node.uri, { selection: node.file.range(node.decision) });
  await vscode.commands.executeCommand(commands.redactFile, node);
}

function roots(parts: Parts): TreeNode[] {
  const files = [...parts.findings.all()].sort((one, other) => (one.uri.path < other.uri.path ? -1 : 1));
  const unscanned = files.filter(file => notScanned(file).length > 0);
  return [
    ...files.filter(file => leaves(file).length > 0).map(file => ({ kind: 'file' as const, uri: file.uri, file })),
    ...(unscanned.length > 0 ? [{ kind: 'notScanned' as const, files: unscanned }] : []),
  ];
}

function childrenOf(node: TreeNode): TreeNode[] {
  if (node.kind === 'file') return leaves(node.file);
  if (node.kind !== 'notScanned') return [];
  return node.files.flatMap(file => notScanned(file).map(fault => ({ kind: 'fault' as const, uri: file.uri, fault })));
}

function leaves(file: FileFindings): TreeNode[] {
  const { uri } = file;
  return [
    ...shownItems(file).map(item => ({ kind: 'finding' as const, uri, file, item, ...meaning(item) })),
    ...file.faults
      .filter(({ code }) => code === 'suppression')
      .map(fault => ({ kind: 'suppression' as const, uri, fault })),
  ];
}

/** What commands on the node work on. */
function meaning({ first, field }: ShownItem) {
  return { decision: first, ...(field ? { scope: 'column' as const } : {}) };
}

function itemOf(parts: Parts, node: TreeNode): vscode.TreeItem {
  const item = nodeItem(parts, node);
  item.contextValue = node.kind === 'finding' ? findingContext(node.decision) : node.kind;
  return item;
}

/** What is wrong with a package or an agent's configuration is no value that could be redacted. */
function findingContext({ finding }: Decision): string {
  return finding.kind === 'supply' ? 'package' : finding.kind === 'agent' ? 'agentFinding' : 'finding';
}

function nodeItem(parts: Parts, node: TreeNode): vscode.TreeItem {
  switch (node.kind) {
    case 'file':
      return fileItem(node.file);
    case 'finding':
      return isField(node.item) ? fieldItem(parts, node.file, node.item) : findingItem(parts, node.file, node.decision);
    case 'notScanned':
      return notScannedItem(node.files.length);
    default:
      return faultItem(node.uri, node.fault, node.kind === 'fault' ? 'circle-slash' : 'info');
  }
}

function fileItem(file: FileFindings): vscode.TreeItem {
  const count = shownItems(file).length;
  const item = new vscode.TreeItem(file.uri, vscode.TreeItemCollapsibleState.Expanded);
  item.id = file.uri.toString();
  item.iconPath = vscode.ThemeIcon.File;
  item.description = folderOf(file.uri);
  item.tooltip = `${vscode.workspace.asRelativePath(file.uri)}: ${findingCount(count)}`;
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function findingItem(parts: Parts, file: FileFindings, decision: Decision): vscode.TreeItem {
  const { finding } = decision;
  const range = file.range(decision);
  const line = vscode.l10n.t('line {0}', range.start.line + 1);
  const item = new vscode.TreeItem(finding.title);
  item.id = `${file.uri} ${finding.start} ${finding.detector}`;
  item.iconPath = iconOf(parts.settings.severity(finding, decision.action));
  item.description = `${line} · ${finding.reason}`;
  item.tooltip = tooltipOf(decision);
  item.accessibilityInformation = { label: `${finding.title}, ${line}: ${finding.reason}` };
  item.command = openAt(file.uri, range);
  return item;
}

/** A column with all its values. */
function fieldItem(parts: Parts, file: FileFindings, shown: ShownField): vscode.TreeItem {
  const { first, field } = shown;
  const range = shownAt(file, shown);
  const line = vscode.l10n.t('line {0}', range.start.line + 1);
  const item = new vscode.TreeItem(fieldName(shown));
  item.id = `${file.uri} ${first.finding.start} ${field.detector}`;
  item.iconPath = iconOf(parts.settings.severity(first.finding, first.action));
  item.description = `${line} · ${first.finding.reason}`;
  item.tooltip = tooltipOf(first);
  item.accessibilityInformation = { label: `${fieldName(shown)}, ${line}` };
  item.command = openAt(file.uri, range);
  return item;
}

function tooltipOf({ finding, action, layer, reason }: Decision): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  const lines = [
    finding.title,
    finding.reason,
    vscode.l10n.t('Detector: {0}', finding.detector),
    vscode.l10n.t('Decided by {0} policy: {1} ({2})', layer, action, reason),
    vscode.l10n.t('Fingerprint: {0}', finding.fingerprint),
  ];
  // Reasons come from settings, so they are shown as they are.
  for (const line of lines) text.appendText(line).appendMarkdown('\n\n');
  return text;
}

function notScannedItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Not scanned'), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'notScanned';
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.description = String(count);
  item.tooltip = vscode.l10n.t('These files count as not scanned: they may hold anything.');
  item.accessibilityInformation = { label: vscode.l10n.t('Not scanned: {0} files', count) };
  return item;
}

function faultItem(uri: vscode.Uri, { message, where }: Fault, icon: string): vscode.TreeItem {
  const path = vscode.workspace.asRelativePath(uri);
  const item = new vscode.TreeItem(icon === 'info' ? message : path);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = icon === 'info' ? where : message;
  item.tooltip = `${path}: ${message}`;
  item.command = openAt(uri, placeOf(where));
  return item;
}

/** A fault within a file says where as `line:column`. */
function placeOf(where: string | undefined): vscode.Range {
  const [, line = '1', column = '1'] = /(\d+):(\d+)$/.exec(where ?? '') ?? [];
  const position = new vscode.Position(Number(line) - 1, Number(column) - 1);
  return new vscode.Range(position, position);
}

function openAt(uri: vscode.Uri, selection: vscode.Range): vscode.Command {
  const options: vscode.TextDocumentShowOptions = { selection, preview: true };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, options] };
}

function folderOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  const slash = path.lastIndexOf('/');
  return slash < 0 || uri.scheme === 'untitled' ? '' : path.slice(0, slash);
}

const icons: Readonly<Record<Severity | 'hint', [string, string]>> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  information: ['info', 'notificationsInfoIcon.foreground'],
  hint: ['lightbulb', 'foreground'],
};

function iconOf(severity: Severity | 'hint'): vscode.ThemeIcon {
  const [icon, color] = icons[severity];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
