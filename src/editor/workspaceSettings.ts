import { createHmac, randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { settings as names } from '../contributes';
import { suppressionFaults } from '../core/compileLayer';
import type { Action, Fault, Finding, Fingerprinter } from '../core/model';
import { createPolicy, type Policy } from '../core/policy';
import { defaultOf, policiesOf, readSettings, type SettingsLayer } from '../core/settings';
import { createSeverities, type SeverityLayer } from '../core/severities';
import type { SignedWaiver } from '../core/waivers';
import { approversOf, readWaivers, waiversPath } from '../io/waiversFile';
import { readLayersAbove, waiverLayer } from '../io/workspaceSettings';
import { readBaselines, watchBaselines } from './findings/baselineFiles';
import type { PolicyState, WorkspaceSettings } from './parts';
import { createTeamRules, type LateTeamRules, watchForeignFiles } from './policy/teamRules';

/**
 * The `lockside.*` settings of workspace and user as one policy. It is built anew when settings, folders or trust change, and
 * at midnight, when suppressions expire.
 */
export function createWorkspaceSettings(context: vscode.ExtensionContext): WorkspaceSettings & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const key = perUserKey(context.secrets);
  let current = readLayers();
  const waiversEnd = atNextEnd(() => refresh());
  const refresh = () => {
    current = readLayers();
    waiversEnd.wait(current.state.waivers);
    changed.fire();
  };
  waiversEnd.wait(current.state.waivers);
  const subscriptions = [
    changed,
    waiversEnd,
    vscode.workspace.onDidChangeConfiguration(event => event.affectsConfiguration('lockside') && refresh()),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    atMidnight(refresh),
    watchBaselines(refresh),
    watchWaivers(refresh),
    watchForeignFiles(() => current.team.known(), refresh),
  ];
  const value = <T>(name: string) => current.value(name) as T;
  return {
    policy: () => current.policy,
    state: () => current.state,
    value,
    faults: () => [...current.faults, ...(current.team.known()?.faults ?? [])],
    rules: () => current.team.get().rules,
    foreign: () => (value<boolean>(names.foreignRules) ? current.team.get().foreign : undefined),
    severity: (finding, action) => current.severity(finding, action),
    onDidChange: changed.event,
    ready: key.ready,
    fingerprint: fingerprinter(() => value<string>(names.fingerprintSalt), key.value),
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

interface Layers {
  readonly policy: Policy;
  readonly state: PolicyState;
  readonly faults: readonly Fault[];
  readonly severity: WorkspaceSettings['severity'];
  readonly team: LateTeamRules;
  value(name: string): unknown;
}

/** An untrusted workspace's plain values don't count at all, and its rules only where they make things stricter. */
function readLayers(): Layers {
  const { isTrusted } = vscode.workspace;
  const workspace = readSettings(collect(workspaceValue), 'workspace', !isTrusted);
  const user = readSettings(
    collect(name => inspect(name)?.globalValue),
    'user',
    true,
  );
  const accepted = readBaselines();
  const above = readLayersAbove(firstFolder(), [workspace, user]);
  const team = { ...workspace, policy: { ...workspace.policy, baseline: accepted.entries } };
  const layers = [...above, team, user];
  const approvers = approversOf(layers);
  const waived = readWaivers(firstFolder(), approvers);
  const policies = [...layers.flatMap(policiesOf), waiverLayer(waived.waivers)];
  const date = today();
  const value = (name: string) =>
    above.map(layer => own(layer, name)).find(set => set !== undefined) ??
    (isTrusted ? own(workspace, name) : undefined) ??
    own(user, name) ??
    defaultOf(name);
  return {
    policy: createPolicy(policies, date, () => new Date().toISOString()),
    state: { layers, policies, approvers, waivers: waived.waivers, waiverFaults: waived.faults },
    faults: [
      ...accepted.faults,
      ...waived.faults,
      ...layers.flatMap(({ faults }) => faults),
      ...suppressionFaults(policies, date),
    ],
    severity: severities(layers),
    team: createTeamRules(layers, value(names.foreignRules) === true),
    value,
  };
}

/** Only what is certain is an error by itself; what stands in the settings counts as it stands there. */
function severities(layers: readonly SettingsLayer[]): WorkspaceSettings['severity'] {
  const told = createSeverities(
    layers.map(({ policy, values }) => ({ ...policy, severities: values[names.detectionSeverity] }) as SeverityLayer),
  );
  const sober = (finding: Finding): Finding =>
    finding.severity === 'error' && finding.tier !== 'certain' ? { ...finding, severity: 'warning' } : finding;
  return (finding: Finding, action: Action) => told(sober(finding), action);
}

/** The folder whose files `lockside.extends` names. */
function firstFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  return folder?.uri.fsPath ?? '';
}

function own(layer: SettingsLayer, name: string): unknown {
  return layer.values[name];
}

function collect(read: (name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.values(names).map(name => [`lockside.${name}`, read(name)]));
}

function inspect(name: string, scope?: vscode.Uri) {
  return vscode.workspace.getConfiguration('lockside', scope).inspect<unknown>(name);
}

/** In a workspace of several folders each folder has settings of its own, and its lists are added to the workspace's. */
function workspaceValue(name: string): unknown {
  const whole = inspect(name)?.workspaceValue;
  const folders = vscode.workspace.workspaceFile ? (vscode.workspace.workspaceFolders ?? []) : [];
  return folders.reduce((merged, folder) => merge(merged, inspect(name, folder.uri)?.workspaceFolderValue), whole);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function merge(one: unknown, other: unknown): unknown {
  if (one === undefined || other === undefined) return one ?? other;
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  return isObject(one) && isObject(other) ? { ...other, ...one } : one;
}

/** Today's date here, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function watchWaivers(changed: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${waiversPath}`);
  const subscriptions = [watcher.onDidChange(changed), watcher.onDidCreate(changed), watcher.onDidDelete(changed)];
  return vscode.Disposable.from(watcher, ...subscriptions);
}

/** A waiver ends within the day: what it let go is told again at that moment. */
function atNextEnd(task: () => void): vscode.Disposable & { wait(waivers: readonly SignedWaiver[]): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    wait(waivers) {
      clearTimeout(timer);
      const ends = waivers.map(({ expires }) => Date.parse(expires) - Date.now()).filter(left => left > 0);
      // Timers count milliseconds in 31 bits; a later end is waited for again at midnight.
      if (ends.length > 0) timer = setTimeout(task, Math.min(Math.min(...ends) + 50, 86_400_000));
    },
    dispose: () => clearTimeout(timer),
  };
}

function atMidnight(task: () => void): vscode.Disposable {
  const wait = () => {
    const next = new Date();
    next.setHours(24, 0, 1, 0);
    return next.getTime() - Date.now();
  };
  let timer: ReturnType<typeof setTimeout>;
  const again = () => {
    timer = setTimeout(() => {
      task();
      again();
    }, wait());
  };
  again();
  return new vscode.Disposable(() => clearTimeout(timer));
}

/** A team's salt gives the same fingerprints to everyone, the command line included; without one they are this user's own. */
function fingerprinter(salt: () => string, userKey: () => string): Fingerprinter {
  return (detector, value) => {
    const key = salt() ? `salt\0${salt()}` : hmac(userKey(), `workspace\0${workspaceIdentity()}`);
    return hmac(key, `${detector}\0${value}`).toString('hex', 0, 8);
  };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function workspaceIdentity(): string {
  return String(vscode.workspace.workspaceFile ?? vscode.workspace.workspaceFolders?.[0]?.uri ?? '');
}

const secretName = 'lockside.fingerprintKey';

/** Until the key has been read, fingerprints are made with one that nobody can know: no suppression matches them. */
function perUserKey(secrets: vscode.SecretStorage): { value(): string; ready: Promise<void> } {
  let value = randomBytes(32).toString('base64url');
  const read = async () => {
    const stored = await secrets.get(secretName);
    if (stored) value = stored;
    else await secrets.store(secretName, value);
  };
  // Without a keychain the key lasts as long as the window does.
  return { value: () => value, ready: read().catch(() => undefined) };
}
