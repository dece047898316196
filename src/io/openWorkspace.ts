import { randomBytes } from 'node:crypto';
import { settings as names } from '../contributes';
import type { CodePrints } from '../core/classify/codePrints';
import { createGuard, type Guard } from '../core/guard';
import { createLateScanner } from '../core/loadScanning';
import type { AuditSink, Decision, Fault, Severity, Vault } from '../core/model';
import { createVault } from '../core/placeholders';
import type { Foreign } from '../core/team/foreign';
import { uniqueRules } from '../core/team/layerRules';
import type { ToolPermissions } from '../core/toolPermissions';
import { openCodeFingerprints, readCodeFingerprints } from './codeFingerprints';
import { findRoot } from './findRoot';
import { createFingerprinter } from './fingerprint';
import { readForeignRules } from './foreignRules';
import { pathFrom } from './pathFrom';
import { stateFolder, userSettingsFile } from './stateFolder';
import { readWorkspaceSettings, type WorkspaceSettings } from './workspaceSettings';

/** A folder with its settings and everything that scanning in it takes. */
export interface Workspace {
  /** What opens the same one in another thread. */
  readonly reopen: WorkspaceOptions;
  readonly root: string;
  /** Has a vault of its own that is forgotten with it. */
  readonly guard: Guard;
  guardWith(vault: Vault, audit?: AuditSink): Guard;
  /** What tools of MCP servers may do. */
  readonly tools: ToolPermissions;
  /** The merged settings, as they were read. */
  readonly settings: WorkspaceSettings;
  /** `YYYY-MM-DD`, for what expires. */
  readonly today: string;
  /** In bytes. */
  readonly maximumFileSize: number;
  readonly stateFolder: string;
  /** The fingerprints of the team's confidential code, where it has made some. */
  readonly prints: CodePrints | undefined;
  /** What is wrong with the settings; what comes up later is added. */
  readonly faults: Fault[];
  /** What other scanners' files in it say; undefined where the settings don't want them read. */
  readonly foreign: Foreign | undefined;
  severityOf(decision: Decision): Severity | 'hint';
  /** A path relative to the root, with forward slashes, as policies match it. */
  pathOf(file: string): string;
}

export interface WorkspaceOptions {
  readonly cwd: string;
  /** In bytes; the setting holds where it isn't given. */
  readonly maximumFileSize?: number;
  /** For fingerprints, where no key can be kept; the threads of a scan share it. 32 bytes. */
  readonly passingKey?: Uint8Array;
  /** Another folder whose settings, baseline and waivers hold, in place of the workspace's own: those of the commit before a change. */
  readonly settingsRoot?: string;
}

/** Opens the workspace that a folder belongs to, as the command line does. */
export function openWorkspace(options: WorkspaceOptions): Workspace {
  const { cwd, maximumFileSize, passingKey = randomBytes(32) } = options;
  const root = findRoot(cwd);
  const { settingsRoot = root } = options;
  const today = new Date().toISOString().slice(0, 10);
  const settings = readWorkspaceSettings({ root: settingsRoot, userFile: userSettingsFile(), today });
  const foreign = settings.value<boolean>(names.foreignRules) ? readForeignRules(settingsRoot) : undefined;
  const faults = [...settings.faults, ...(foreign?.faults ?? [])];
  const rules = uniqueRules([...settings.rules, ...(foreign?.rules ?? [])]);
  const limit = maximumFileSize ?? settings.value<number>(names.maximumFileSize) * 1024 * 1024;
  const fingerprint = createFingerprinter({
    salt: settings.value<string>(names.fingerprintSalt),
    root,
    stateFolder: stateFolder(),
    passingKey,
    tell: fault => faults.push(fault),
  });
  const scanner = createLateScanner({
    fingerprint,
    team: () => rules,
    now: () => performance.now(),
    limits: { length: limit },
  });
  const code = openCodeFingerprints(readCodeFingerprints(settingsRoot), settings.value<string>(names.fingerprintSalt));
  faults.push(...code.faults);
  const classifier = { prints: code.prints, locate: (path: string) => pathFrom(root, path) };
  const guardWith = (vault: Vault, audit: AuditSink = () => undefined) =>
    createGuard({
      ...{ scanner, vault, policy: () => settings.policy, audit },
      classifier: () => classifier,
    });
  return {
    reopen: { ...options, passingKey },
    root,
    settings,
    today,
    maximumFileSize: limit,
    stateFolder: stateFolder(),
    faults,
    foreign,
    prints: code.prints,
    guard: guardWith(createVault()),
    guardWith,
    tools: settings.tools,
    severityOf: ({ finding, action }) => settings.severities(finding, action),
    pathOf: file => pathFrom(root, file),
  };
}
