import type { Fault, Span } from './model';
import type { Ecosystem, LicencePolicy, PackageFinding } from './packages';
import type { AskRegistries } from './registry';

// What the editor's window and the thread that reads packages for it say to each other. All of it is plain data.

/** A document as it stands in the editor. */
export interface CheckedText {
  /** Absolute; undefined for a text that lies in no folder. */
  readonly file?: string;
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  /** The workspace's folder, absolute, above which nothing is read. */
  readonly root?: string;
  readonly text: string;
  /** The editor's word for its language. */
  readonly language: string;
}

/** What a check may do, by the settings and by what happens in the window. */
export interface CheckFacts {
  readonly source: 'zip' | 'query' | 'off';
  /** A mirror of OSV; empty for OSV itself. */
  readonly url: string;
  readonly stateFolder: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly trusted: boolean;
  readonly ask: AskRegistries;
  readonly newDays: number;
  readonly licences: readonly LicencePolicy[];
  /** Texts of files that have been changed and not saved, by their absolute paths. */
  readonly unsaved: Readonly<Record<string, string>>;
}

/** What to do. Answers bear the same `id`; of checks of the same path the last one counts. */
export type ThreadTask =
  /** `asked` where somebody has asked for it now: then registries may be asked about whatever isn't known by name. */
  | { readonly kind: 'check'; readonly target: CheckedText; readonly facts: CheckFacts; readonly asked?: boolean }
  /** Every file of some folders that says something about packages, one answer each. */
  | { readonly kind: 'checkFolders'; readonly roots: readonly string[]; readonly facts: CheckFacts }
  | {
      readonly kind: 'update';
      readonly ecosystems: readonly Ecosystem[];
      readonly from?: string;
      readonly stateFolder: string;
      readonly url: string;
    }
  | { readonly kind: 'bill'; readonly root: string; readonly format: string; readonly version: string }
  | { readonly kind: 'compare'; readonly root: string; readonly revision: string }
  | { readonly kind: 'advisories'; readonly stateFolder: string };

export type ThreadRequest = { readonly id: number } & (ThreadTask | { readonly kind: 'cancel' });

export type ThreadResult =
  | { readonly kind: 'checked'; readonly file: CheckedFile }
  | { readonly kind: 'updated'; readonly ecosystem: Ecosystem; readonly state: string; readonly message: string }
  /** What was made, and how many packages it is about. */
  | { readonly kind: 'text'; readonly text: string; readonly count: number; readonly faults: readonly string[] }
  | { readonly kind: 'advisories'; readonly known: readonly KnownAdvisories[] };

export type ThreadAnswer = { readonly id: number } & (
  | { readonly result: ThreadResult }
  | { readonly done: true; readonly error?: string }
);

/** What came of one file. */
export interface CheckedFile {
  readonly path: string;
  readonly file?: string;
  /** The format's id; `text` for words that name packages, `code` for imports. */
  readonly format: string;
  readonly kind: 'manifest' | 'lockfile' | 'reference';
  /** How many packages it names. */
  readonly packages: number;
  readonly findings: readonly CheckedFinding[];
  readonly faults: readonly Fault[];
  /** The advisories that it was judged by. */
  readonly advisories: readonly KnownAdvisories[];
  /** The text that the places count in, where the caller has none. */
  readonly text?: string;
}

export interface KnownAdvisories {
  readonly ecosystem: Ecosystem;
  readonly source: 'zip' | 'starter' | 'query';
  readonly date: string;
  readonly count: number;
}

/** A finding, and what can be done about it. Its `fingerprint` is still the words that one is made of: the window has the key. */
export interface CheckedFinding {
  readonly finding: PackageFinding;
  /** The direct dependency that brings the package in, where the finding stands at that one. */
  readonly through?: string;
  /** What raises it to the fixed version. */
  readonly upgrade?: TextChange;
  /** Which tool's table can hold a transitive package at the fixed version, and in which manifest, absolute. */
  readonly override?: { readonly tool: string; readonly manifest: string };
  /** What the name was likely meant to be, in place of what stands at a span. */
  readonly meant?: { readonly name: string; readonly change: TextChange };
  /** Where the licence stands, if the file has it. */
  readonly licence?: string;
}

export interface TextChange {
  readonly span: Span;
  readonly text: string;
}
