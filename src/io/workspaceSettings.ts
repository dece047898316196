import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type AgentPermissions, createAgentPermissions, fileLayer } from '../core/agentPermissions';
import { baselinePath } from '../core/baseline';
import { suppressionFaults } from '../core/compileLayer';
import { createLineIndex } from '../core/lineIndex';
import type { Fault, Layer } from '../core/model';
import type { LicencePolicy } from '../core/packages';
import { createPolicy, type Policy, type PolicyLayer } from '../core/policy';
import { defaultOf, policiesOf, readSettings, type SettingsLayer } from '../core/settings';
import { createSeverities, type SeverityLayer } from '../core/severities';
import { layerRules } from '../core/team/layerRules';
import type { TeamRule } from '../core/team/teamRule';
import { createToolPermissions, type ToolPermissions, toolLayer } from '../core/toolPermissions';
import type { SignedWaiver } from '../core/waivers';
import { readBaselineFile } from './baselineFile';
import { readBounded } from './boundedFile';
import { readManagedPolicy } from './managedPolicy';
import { type Extension, readSharedPolicies } from './sharedPolicies';
import { approversOf, type LayeredApprover, readWaivers } from './waiversFile';

/** The merged settings that hold for a folder, read from the very files that VS Code reads. */
export interface WorkspaceSettings {
  readonly policy: Policy;
  /** What it was merged of. */
  readonly policies: readonly PolicyLayer[];
  /** Who may sign waivers and sign-offs. */
  readonly approvers: readonly LayeredApprover[];
  /** Where each layer comes from, in words, and how much it says. */
  readonly layers: readonly { readonly layer: Layer; readonly from: string; readonly rules: string }[];
  readonly severities: ReturnType<typeof createSeverities>;
  /** What tools of MCP servers may do. */
  readonly tools: ToolPermissions;
  /** What agents may do to files. */
  readonly files: AgentPermissions;
  /** What each layer says of packages' licences: all of them have to allow one. */
  readonly licences: readonly LicencePolicy[];
  /** Those of `lockside.detectors`, the workspace's before the user's. */
  readonly rules: readonly TeamRule[];
  readonly faults: readonly Fault[];
  /** The nearest layer's checked value, or package.json's default; by a name without `lockside.`. */
  value<T>(name: string): T;
  /** What each layer says that says something, the widest first, where all of them count together. */
  every<T>(name: string): readonly T[];
}

export interface SettingsPlaces {
  readonly root: string;
  /** Undefined for none. */
  readonly userFile: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The machine's policy, where it is not in its usual place. */
  readonly managedFile?: string;
}

/**
 * Reads `*.code-workspace`, `.vscode/settings.json` and the baseline in the root, and the user's settings. A file that is
 * broken or holds what the schema refuses gives faults with `file:line:column`; whatever could be read still holds.
 */
export function readWorkspaceSettings({ root, userFile, today, managedFile }: SettingsPlaces): WorkspaceSettings {
  const files = [...workspaceFiles(root), settingsFile(join(root, '.vscode', 'settings.json'), root)];
  if (userFile) files.push({ file: userFile, name: userFile, layer: 'user', tightenOnly: true, within: [] });
  const own = [baselineLayer(root, today), ...files.flatMap(place => readLayer(place, today) ?? [])];
  const above = readLayersAbove(root, own, managedFile).map(withRules);
  const layers = [...above, ...own];
  const nearest = [...above, ...own.toReversed()];
  const approvers = approversOf(layers);
  const waived = readWaivers(root, approvers);
  const policies = [...layers.flatMap(policiesOf), waiverLayer(waived.waivers)];
  return {
    policy: createPolicy(policies, today, () => new Date().toISOString()),
    policies,
    approvers,
    layers: layers.map(describeLayer).filter(({ from, rules }) => from !== baselinePath || rules !== noRules),
    severities: createSeverities(layers.map(severityLayer)),
    tools: createToolPermissions(layers.map(({ policy, values }) => toolLayer(policy, values))),
    files: createAgentPermissions(layers.map(({ policy, values }) => fileLayer(policy, values))),
    licences: layers.flatMap(({ values }) => (values.licences as LicencePolicy | undefined) ?? []),
    rules: layers.flatMap(layer => layer.rules ?? []),
    faults: [...layers.flatMap(layer => layer.faults), ...waived.faults],
    value: <T>(name: string) =>
      (nearest.find(layer => layer.values[name] !== undefined)?.values[name] ?? defaultOf(name)) as T,
    every: <T>(name: string) => layers.flatMap(({ values }) => (values[name] === undefined ? [] : [values[name] as T])),
  };
}

/** What stands above a workspace and can't be loosened there: the machine's policy, then those that it or the workspace extends. */
export function readLayersAbove(root: string, own: readonly SettingsLayer[], managedFile?: string): ReadLayer[] {
  const managed = readManagedPolicy(managedFile);
  const extensionsOf = ({ values }: SettingsLayer) => values.extends as Extension[] | undefined;
  return [
    ...(managed ? [managed, ...readSharedPolicies(root, extensionsOf(managed))] : []),
    ...own.flatMap(layer => readSharedPolicies(root, extensionsOf(layer), layer.policy.tightenOnly)),
  ];
}

/** Waivers say themselves which layers they concern. */
export function waiverLayer(waivers: readonly SignedWaiver[]): PolicyLayer {
  return { layer: 'workspace', tightenOnly: true, waivers };
}

interface Place {
  readonly file: string;
  /** As faults name it. */
  readonly name: string;
  readonly layer: Layer;
  readonly tightenOnly: boolean;
  /** The keys that lead to the settings. */
  readonly within: readonly string[];
}

/** Of several workspace files any one may be open in the editor, so that none of them alone may make anything looser. */
function workspaceFiles(root: string): Place[] {
  const names = listed(root).filter(name => name.endsWith('.code-workspace'));
  return names
    .sort()
    .map(name => ({ ...settingsFile(join(root, name), root), tightenOnly: names.length > 1, within: ['settings'] }));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Whatever walks this folder says that it can't be read; settings are then simply absent.
    return [];
  }
}

function settingsFile(file: string, root: string): Place {
  return { file, name: relative(root, file).replaceAll('\\', '/'), layer: 'workspace', tightenOnly: false, within: [] };
}

/** What the team has accepted is a layer of its own, as trusted as its settings. */
function baselineLayer(root: string, today: string): ReadLayer {
  const { entries, faults } = readBaselineFile(root);
  const policy = { layer: 'workspace', tightenOnly: false, baseline: entries } as const;
  return { policy, values: {}, from: baselinePath, faults: [...faults, ...suppressionFaults([policy], today)] };
}

interface ReadLayer extends SettingsLayer {
  readonly rules?: readonly TeamRule[];
  /** The file that it was read from, as faults name it. */
  readonly from?: string;
}

function describeLayer({ policy, values, from = 'built in' }: ReadLayer): WorkspaceSettings['layers'][number] {
  const { layer, rules = [], suppressions = [], baseline = [] } = policy;
  const profiles = (values.profiles ?? []) as string[];
  const said = [
    ...(profiles.length > 0 ? [`profiles ${profiles.join(', ')}`] : []),
    ...[
      counted(rules.length, 'rule'),
      counted(suppressions.length, 'suppression'),
      counted(baseline.length, 'accepted finding'),
    ],
  ].filter(Boolean);
  return { layer, from, rules: said.join(', ') || noRules };
}

const noRules = 'no rules';

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}

function readLayer(place: Place, today: string): ReadLayer | undefined {
  const text = readText(place);
  if (typeof text !== 'string') return text && { ...readSettings({}, place.layer, place.tightenOnly), faults: [text] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const settings = tree && findNodeAtLocation(tree, [...place.within]);
  const raw: unknown = settings && getNodeValue(settings);
  const layer = readSettings(isRecord(raw) ? raw : {}, place.layer, place.tightenOnly);
  const at = (offset: number) => {
    const { line, column } = createLineIndex(text)(offset);
    return `${place.name}:${line}:${column}`;
  };
  const misshapen =
    raw !== undefined && !isRecord(raw)
      ? [
          {
            code: 'settings' as const,
            where: at(settings!.offset),
            message: 'settings are a JSON object, { … }; nothing here is applied',
          },
        ]
      : [];
  const whole = withRules(layer);
  const told = [...whole.faults, ...suppressionFaults([layer.policy], today)];
  return {
    ...whole,
    from: place.name,
    faults: [...syntaxFaults(errors, at), ...misshapen, ...told.map(fault => placed(fault, settings, at))],
  };
}

/** A layer with the detectors that it brings along. */
function withRules(layer: ReadLayer): ReadLayer {
  const { rules, faults } = layerRules(layer, () => performance.now());
  return { ...layer, rules, faults: [...layer.faults, ...faults] };
}

function readText({ file, name }: Place): string | Fault | undefined {
  const read = readBounded(file);
  if (!read || 'text' in read) return read?.text.replace(/^\uFEFF/, '');
  return { code: 'settings', where: name, message: `${read.error}; its settings are not applied` };
}

/** One mistake makes a parser stumble more than once: the first of a line tells it. */
function syntaxFaults(errors: readonly ParseError[], at: (offset: number) => string): Fault[] {
  const byLine = new Map<string, Fault>();
  for (const { error, offset } of errors) {
    const where = at(offset);
    const line = where.slice(0, where.lastIndexOf(':'));
    const message = `${syntax[error] ?? 'the JSON is broken'}; what could be read around it still holds`;
    if (!byLine.has(line)) byLine.set(line, { code: 'settings', where, message });
  }
  return [...byLine.values()].slice(0, 20);
}

/** The causes in words, by jsonc-parser's numbers. */
const syntax: Readonly<Record<number, string>> = {
  1: 'a symbol that JSON does not have',
  2: 'a number is broken',
  3: 'a property name in double quotes is missing',
  4: 'a value is missing',
  5: 'a colon is missing',
  6: 'a comma is missing',
  7: 'a closing brace } is missing',
  8: 'a closing bracket ] is missing',
  9: 'the end of the file was expected',
  10: 'a comment is not allowed here',
  11: 'a comment has no end',
  12: 'a string has no end',
  13: 'a number has no end',
  14: 'a \\u escape is broken',
  15: 'a \\ escape is broken',
  16: 'a character is not allowed here',
};

/** Turns `lockside.rules[2]` into the place in the file where that entry stands. */
function placed(fault: Fault, settings: Node | undefined, at: (offset: number) => string): Fault {
  const [, name = '', index] = /^(.*?)(?:\[(\d+)\])?$/.exec(fault.where ?? '') ?? [];
  const node = settings && findNodeAtLocation(settings, index === undefined ? [name] : [name, Number(index)]);
  return node ? { ...fault, where: at(node.offset), message: `${fault.where}: ${fault.message}` } : fault;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function severityLayer({ policy, values }: SettingsLayer): SeverityLayer {
  return { tightenOnly: policy.tightenOnly, severities: values['detection.severity'] as SeverityLayer['severities'] };
}
