import type { Phrases } from './pseudonyms/phrases';
import type { Span } from './span';

export type { Span } from './span';

export type Severity = 'error' | 'warning' | 'information';

/** How sure a detector is. Diagnostics show the first two; a prompt about to leave redacts all three. */
export type Tier = 'certain' | 'likely' | 'possible';

/** The families of what is found; the first part of every detector's id. */
export const kinds = ['secret', 'pii', 'hidden', 'injection'] as const;
/**
 * `class` is the kind of what is decided about a text as a whole. `supply` and `agent` are what is said of packages
 * (`packages.ts`) and of agents' configurations; no detector finds them in a text on its way out.
 */
export type Kind = (typeof kinds)[number] | 'class' | 'supply' | 'agent';

/**
 * Where something was found, and why. It never carries the text itself: whoever needs the value slices it from the text
 * it was found in.
 */
export interface Finding extends Span {
  /** A detector's id, such as `secret/github-token`. */
  readonly detector: string;
  readonly kind: Kind;
  readonly title: string;
  readonly severity: Severity;
  readonly tier: Tier;
  /** One clause for a person, without the value: "the key says password; 14 characters of 3 classes". */
  readonly reason: string;
  /** Keyed hash of detector and value, 16 hexadecimal digits; the same value has the same one within a workspace. */
  readonly fingerprint: string;
  /** Set where the span holds line ends that a terminal put into the value; see `wrapped.ts`. */
  readonly wrapped?: boolean;
  /** Set where the span is not the value itself, but what hides it: an encoding, escapes, pieces. */
  readonly concealed?: boolean;
  /** Set where it has the form but is nobody's: a documented example, a test number, an address that leads nowhere. It is told and goes out. */
  readonly harmless?: boolean;
  /** Set where the value is one of a table's column or of a field of records: one object for all the values of it. */
  readonly field?: Field;
}

/** A column of a table, or a field that records have: for a person one thing, however many values it has. */
export interface Field {
  /** As the text names it. */
  readonly name: string;
  /** What its values are: "email address". */
  readonly title: string;
  /** A detector's id: the kind that the field's name says. */
  readonly detector: string;
  /** Where the column's name stands, if it stands once. */
  readonly header?: Span;
  /** How many values it has. */
  readonly count: number;
}

/** Why (a part of) a text was not scanned. A text with a fault counts as not scanned. */
export interface Fault {
  readonly code:
    | 'too-large'
    | 'timeout'
    | 'binary'
    | 'encoding'
    | 'unreadable'
    | 'detector'
    | 'settings'
    | 'suppression'
    /** What was decided could not be recorded, where the policy wants a record of everything. */
    | 'audit';
  readonly message: string;
  /** What it concerns, where the caller knows: a path, a detector's id, a place in a settings file. */
  readonly where?: string;
}

export interface ScanResult {
  /** Sorted by start, never overlapping. */
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
  /** What detectors found where a value of a record stands instead; kept for the next `rescan`. */
  readonly covered?: readonly Finding[];
  /** Set where an edit of a long text was looked at alone: what only a whole text tells is what an earlier scan said. */
  readonly carried?: boolean;
}

/** How confidential a text is, from the least to the most. */
export const dataClasses = ['public', 'internal', 'confidential', 'restricted'] as const;
export type DataClass = (typeof dataClasses)[number];

/** What a scan may know about where its text comes from. */
export interface Source {
  /** Path relative to the workspace, with forward slashes. */
  readonly path?: string;
  /** Set for the output of a terminal, whose lines may be cut at its width. */
  readonly terminal?: boolean;
  /** How confidential it is, where somebody has found out; rules may ask for it. */
  readonly class?: DataClass;
  /** Set for a text on its way out: then what is merely possible, and personal data, count in what stands hidden too. */
  readonly leaving?: boolean;
}

/** From weakest to strictest: the order in which policies are merged. */
export const actions = ['allow', 'log', 'warn', 'ask', 'redact', 'block'] as const;
export type Action = (typeof actions)[number];

/**
 * Where a text is going. Rules match it as `kind:name`, such as `model:copilot/gpt-5`, `clipboard:`, `editor:`,
 * `report:`, `command:`, `network:example.com`, `tool:github_create_issue`, `file:src/a.ts`.
 */
export interface Destination {
  readonly kind: 'model' | 'clipboard' | 'editor' | 'report' | 'command' | 'network' | 'tool' | 'file';
  readonly name: string;
  /** What else rules may call it: `host:api.openai.com`, `region:eu`. */
  readonly aliases?: readonly string[];
}

/**
 * The layers of a policy, from the widest to the nearest: what is built in, what the machine's owner has set (`managed`), what the
 * organisation gives out, what the workspace's team shares, what the person wants.
 */
export const layers = ['default', 'managed', 'organisation', 'workspace', 'user'] as const;
export type Layer = (typeof layers)[number];

/** One finding's fate on its way to one destination. */
export interface Decision {
  readonly finding: Finding;
  readonly action: Action;
  /** The layer that decided, and a clause that says why. */
  readonly layer: Layer;
  readonly reason: string;
  /** Set where a suppression lets the finding go. */
  readonly suppressed?: string;
  /** Set where what is on record about the destination decided, not what was found. */
  readonly vendor?: boolean;
  /** What stands for the value where it is held back; a placeholder unless given. */
  readonly as?: Substitute;
}

/** What stands for a value that is held back: an identifier, or a realistic value of the same form. */
export type Substitute = 'placeholder' | 'synthetic';

/** One line of the audit: what was decided, never what was found. */
export interface AuditRecord {
  readonly channel: Channel;
  /** `answer:copilot/gpt-5` where values came back in what a model answered. */
  readonly destination: Destination | { readonly kind: 'answer'; readonly name: string };
  readonly action: Action;
  readonly layer: Layer;
  /** The rule's own words, or what the finding's suppression says. */
  readonly reason: string;
  /** `fault/timeout` and the like where something could not be scanned. */
  readonly detector: string;
  /** Empty for a fault. */
  readonly fingerprint: string;
  readonly placeholder?: string;
  /** Where the text stands, relative to the workspace. */
  readonly path?: string;
  /** How many values this is about, where it is a whole column or field: fingerprint and placeholder are those of the first. */
  readonly count?: number;
  /** Set where it is about placeholders that were turned back into their values, or were to be; see `restores.ts`. */
  readonly restored?: true;
}

/** The ways out that Lockside stands on. */
export type Channel = 'chat-input' | 'model' | 'gateway' | 'hook' | 'editor' | 'paste' | 'clipboard' | 'audit' | 'cli';

// Ports: what core needs from the outside.

/** Keyed fingerprint of a value: 16 hexadecimal digits. */
export type Fingerprinter = (detector: string, value: string) => string;

/** Milliseconds from any fixed origin. */
export type Clock = () => number;

/**
 * Takes the decisions that mattered, those of one text together; must not throw. A fault says that they could not be recorded and
 * have to be, so that the text may not go.
 */
export type AuditSink = (records: readonly AuditRecord[]) => Fault | undefined;

/**
 * The map between values and placeholders. In memory it is `createVault`; a shared store fits behind the same port.
 * Nothing else in the house holds a value.
 */
export interface Vault {
  /**
   * The placeholder of a value, the same one for the same value through a session. `taken` says which names already
   * stand in the text and so must not be given to a new value. `origins` are hosts and paths that the value came from.
   */
  placeholderFor(
    detector: string,
    value: string,
    taken: (name: string) => boolean,
    origins?: readonly string[],
  ): string;
  /**
   * The synthetic value that stands for a placeholder's value, the same one through a session: the first candidate that is no
   * other value, stands for none and isn't `taken`. Undefined where there is none; then the placeholder stands there.
   */
  syntheticFor(placeholder: string, candidates: Iterable<string>, taken: (name: string) => boolean): string | undefined;
  /** The synthetic values given so far. */
  readonly synthetics: Phrases<VaultEntry>;
  entry(placeholder: string): VaultEntry | undefined;
  entries(): Iterable<VaultEntry>;
}

/**
 * Remembers beyond a process in which texts nothing was found. It holds no text, and what it says holds only for the rules that it was
 * made under. A `key` names a text and where it stands.
 */
export interface CleanTexts {
  /** How many of the vault's entries were looked for in it, besides all else; undefined where nobody has looked at it. */
  seen(key: string): number | undefined;
  /** Nothing was found in it, nor any of the vault's first `seen` entries. */
  add(key: string, seen: number): void;
  /** The vault's entries were forgotten: nobody knows any more what was looked for. */
  forget(): void;
}

export interface VaultEntry {
  readonly placeholder: string;
  readonly detector: string;
  readonly value: string;
  /** The realistic value that stands for it where the policy wants one. */
  readonly synthetic?: string;
  /** `host:db.example.com`, `file:.env`: where the value was seen. */
  readonly origins: ReadonlySet<string>;
}
