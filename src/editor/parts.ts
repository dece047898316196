import type * as vscode from 'vscode';
import type { Guard } from '../core/guard';
import type { Advice } from '../core/minimise/advise';
import type {
  Action,
  AuditRecord,
  AuditSink,
  Decision,
  Fault,
  Finding,
  Fingerprinter,
  Severity,
  Span,
} from '../core/model';
import type { Policy, PolicyLayer } from '../core/policy';
import type { SettingsLayer } from '../core/settings';
import type { TeamRule } from '../core/team/teamRule';
import type { SignedWaiver } from '../core/waivers';
import type { LayeredApprover } from '../io/waiversFile';
import type { FolderForeign } from './policy/teamRules';

/** What the composition root builds once and every view and channel of the editor gets. */
export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly guard: Guard;
  readonly settings: WorkspaceSettings;
  readonly findings: FindingsStore;
  readonly activity: Activity;
  readonly log: vscode.LogOutputChannel;
  /** Settles when the fingerprint's key and earlier placeholders are there; nothing is redacted or restored before. */
  readonly ready: Promise<unknown>;
}

/** The merged settings of user and workspace, checked against the schema. */
export interface WorkspaceSettings {
  policy(): Policy;
  /** What the policy was merged of. */
  state(): PolicyState;
  /** A setting's checked value or its default, by its name without `lockside.` (see `contributes.ts`). */
  value<T>(name: string): T;
  /** What is wrong with the settings, and with the team's rules as soon as these have been read. */
  faults(): readonly Fault[];
  /** The team's own rules and those of other scanners' files; the same list until something changes. */
  rules(): readonly TeamRule[];
  /** What other scanners' files in each folder say; undefined where nobody wants them to count. */
  foreign(): readonly FolderForeign[] | undefined;
  /** How loudly a finding is told in the editor. */
  severity(finding: Finding, action: Action): Severity | 'hint';
  readonly onDidChange: vscode.Event<void>;
  readonly fingerprint: Fingerprinter;
  /** Settles when fingerprints are this user's own; made earlier, they match no suppression. */
  readonly ready: Promise<void>;
}

/** What the policy was merged of, the widest layer first. */
export interface PolicyState {
  /** `from` is the file that a layer was read from, where it is one of its own. */
  readonly layers: readonly (SettingsLayer & { readonly from?: string })[];
  readonly policies: readonly PolicyLayer[];
  readonly approvers: readonly LayeredApprover[];
  /** Those that are signed and hold. */
  readonly waivers: readonly SignedWaiver[];
  /** Why the others change nothing, with `.lockside/waivers.json[INDEX]` in `where`. */
  readonly waiverFaults: readonly Fault[];
}

/** What is known of one file: the decisions for the destination `editor`, and what could not be scanned. */
export interface FileFindings {
  readonly uri: vscode.Uri;
  readonly decisions: readonly Decision[];
  readonly faults: readonly Fault[];
  /** The finding's place, for views that have no document at hand. */
  readonly range: (decision: Decision) => vscode.Range;
  /** Any place in the text that was scanned, such as that of a column's name. */
  readonly place: (span: Span) => vscode.Range;
  /** What a finding's fingerprint is made of, where that isn't the text itself. */
  readonly subject?: (decision: Decision) => string | undefined;
}

/** Which check found it: that of the text, that of the packages which it names, or that of what an AI client reads there. */
export type FindingsPart = 'text' | 'packages' | 'agents';

/** The one store that diagnostics, tree, status and report read: counts agree. */
export interface FindingsStore {
  /** What one check found, or all of it. */
  get(uri: vscode.Uri, part?: FindingsPart): FileFindings | undefined;
  all(part?: FindingsPart): Iterable<FileFindings>;
  /** Of the text, unless it says otherwise. */
  set(file: FileFindings, part?: FindingsPart): void;
  delete(uri: vscode.Uri, part?: FindingsPart): void;
  clear(): void;
  readonly onDidChange: vscode.Event<readonly vscode.Uri[]>;
}

/** What went on in this window, for the status bar, the coverage page and the walkthrough. Nothing here holds a value. */
export interface Activity {
  /** The records of this session, oldest first, at most a few thousand. */
  readonly records: readonly AuditRecord[];
  readonly record: AuditSink;
  /** The guarded models on offer, by their names. */
  guardedModels: readonly string[];
  /** Whether the last prompt seen went through a guarded model; undefined before the first. */
  lastPrompt: 'guarded' | 'unguarded' | undefined;
  /** What the last prompt to a guarded model took along without needing it. */
  advice: readonly Advice[];
  /** How often VS Code has called our agent hooks in this window. */
  hookCalls: number;
  /** Tells the listeners after one of the above has been changed. */
  changed(): void;
  readonly onDidChange: vscode.Event<void>;
}
