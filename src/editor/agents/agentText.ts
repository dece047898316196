import * as vscode from 'vscode';
import { clientTitle } from '../../agents/inventory/inventory';
import type { AgentFinding, AgentItem, ItemType } from '../../core/agents';
import { printable } from '../../core/printable';

/** What an item is, for a person. */
export function typeName(type: ItemType): string {
  const { t } = vscode.l10n;
  const texts: Readonly<Record<ItemType, string>> = {
    client: t('AI client'),
    server: t('MCP server'),
    model: t('model'),
    agent: t('agent'),
    skill: t('skill'),
    command: t('command'),
    hook: t('hook'),
    task: t('task'),
    rules: t('rules'),
    ignore: t('ignore file'),
    key: t('key'),
    extension: t('extension'),
    workflow: t('workflow'),
    permissions: t('permissions'),
  };
  return texts[type];
}

export const typeIcons: Readonly<Record<ItemType, string>> = {
  client: 'hubot',
  server: 'plug',
  model: 'sparkle',
  agent: 'robot',
  skill: 'mortar-board',
  command: 'terminal',
  hook: 'zap',
  task: 'tasklist',
  rules: 'book',
  ignore: 'eye-closed',
  key: 'key',
  extension: 'extensions',
  workflow: 'github-action',
  permissions: 'lock',
};

/** Whose it is: what stands in the workspace came with it, what stands in the home is the person's. */
export function ownerName(owner: AgentItem['owner']): string {
  const { t } = vscode.l10n;
  return owner === 'workspace' ? t('workspace') : owner === 'person' ? t('home') : t('organisation');
}

/** What it is started as or reached by: a name from a file, so it is shown as it stands. */
export function originText({ origin }: AgentItem): string | undefined {
  return origin && printable([origin.name, origin.version].filter(it => it !== undefined).join('@'));
}

/** Everything that is known of an item, as lines: where it is from, what it may, when it changed. */
export function itemLines(item: AgentItem): string[] {
  const { t } = vscode.l10n;
  const { tools, folders, hosts, permissions, variables } = item.scopes;
  const list = (names: readonly string[]) => printable(names.slice(0, mostNames).join(', '));
  const origin = originText(item);
  return [
    t('{0} of {1}, {2}', typeName(item.type), clientTitle(item.client), ownerName(item.owner)),
    printable(`${item.file}:${item.at.line}`),
    ...(origin ? [t('Origin: {0}', origin)] : []),
    ...(tools?.length ? [t('Tools: {0}', list(tools))] : []),
    ...(folders?.length ? [t('Folders: {0}', list(folders))] : []),
    ...(hosts?.length ? [t('Hosts: {0}', list(hosts))] : []),
    ...(permissions?.length ? [t('Permissions: {0}', list(permissions))] : []),
    ...(variables?.length ? [t('Gets the variables: {0}', list(variables))] : []),
    ...(item.keys?.length ? [t('Holds keys, by fingerprint: {0}', list(item.keys))] : []),
    ...(item.expires ? [t('Ends on {0}', item.expires)] : []),
    ...(item.lastChange ? [t('Last change: {0}', item.lastChange)] : []),
    ...(item.disabled ? [t('Disabled')] : []),
  ];
}

const mostNames = 20;

/** Where auditors' catalogues have it: "OWASP MCP01 · LLM02 · ASI03 · ATLAS AML.T0055". */
export function frameworkText({ frameworks }: AgentFinding): string {
  const { mcp, llm, asi, atlas } = frameworks;
  const owasp = [...mcp, ...llm, ...asi].join(', ');
  return [...(owasp ? [`OWASP ${owasp}`] : []), ...(atlas.length > 0 ? [`ATLAS ${atlas.join(', ')}`] : [])].join(' · ');
}

/** How bad it is, for a person. */
export function levelName({ level }: AgentFinding): string {
  const { t } = vscode.l10n;
  return { low: t('low'), medium: t('medium'), high: t('high'), critical: t('critical') }[level];
}
