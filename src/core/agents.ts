import type { Place } from './lineIndex';
import type { Fault, Finding, Span } from './model';

/** Where a file of an AI client stands: in the repository, in the person's home, or where an organisation puts it. */
export type AgentPlace = 'workspace' | 'home' | 'managed';

/** A file that an AI client reads, as a text. */
export interface AgentFile {
  /** Relative to its place, with forward slashes: `.vscode/mcp.json`, `.codex/config.toml`. */
  readonly path: string;
  readonly place: AgentPlace;
  /** As people are told it: relative to where they stand, or with `~/` before it. */
  readonly file: string;
  readonly text: string;
  /** The day of its last change, `YYYY-MM-DD`, where somebody knows. */
  readonly changed?: string;
}

/** What an AI client consists of. */
export const itemTypes = [
  ...['client', 'server', 'model', 'agent', 'skill', 'command', 'hook', 'task', 'rules', 'ignore', 'key', 'extension'],
  ...['workflow', 'permissions'],
] as const;
export type ItemType = (typeof itemTypes)[number];

/** One thing that acts, or that says what may be done: never with a value of a secret. */
export interface AgentItem {
  /** The same for the same thing from one time to the next: `server:claude-code:workspace:.mcp.json:github`. */
  readonly id: string;
  readonly type: ItemType;
  /** The client's id: `vscode`, `claude-code`. */
  readonly client: string;
  readonly name: string;
  readonly file: string;
  readonly span: Span;
  /** Where its name stands; both begin at 1. */
  readonly at: Place;
  readonly owner: 'person' | 'workspace' | 'organisation';
  readonly scopes: AgentScopes;
  /** What it is started as or reached by, without values: `npx @scope/name@1.2.3`, `https://host/path`. */
  readonly origin?: {
    readonly kind: 'command' | 'package' | 'container' | 'url' | 'file' | 'model';
    readonly name: string;
    /** A package's version or range, as it is written. */
    readonly version?: string;
  };
  readonly lastChange?: string;
  /** Keyed fingerprints of the secrets that it holds: 16 hexadecimal digits each. */
  readonly keys?: readonly string[];
  readonly disabled?: boolean;
  /** Of a key that says so itself: the day on which it ends, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** What something may do, as far as its file says. */
export interface AgentScopes {
  readonly tools?: readonly string[];
  readonly folders?: readonly string[];
  readonly hosts?: readonly string[];
  readonly permissions?: readonly string[];
  /** Names of environment variables that it gets. */
  readonly variables?: readonly string[];
}

/** Ids in the catalogues that auditors ask for. */
export interface Frameworks {
  /** OWASP MCP Top 10 (beta): `MCP01`. */
  readonly mcp: readonly string[];
  /** OWASP Top 10 for LLM applications 2025: `LLM02`. */
  readonly llm: readonly string[];
  /** OWASP Top 10 for agentic applications 2026: `ASI03`. */
  readonly asi: readonly string[];
  /** MITRE ATLAS: `AML.T0055`. */
  readonly atlas: readonly string[];
}

/** How bad it is; the model's own severity has no step between high and critical. */
export const levels = ['low', 'medium', 'high', 'critical'] as const;
export type Level = (typeof levels)[number];

/** What is wrong with something that an AI client reads: `agent/inline-secret`. */
export interface AgentFinding extends Finding {
  readonly kind: 'agent';
  readonly level: Level;
  /** The client's id. */
  readonly client: string;
  /** The id of what it is about, where that is an item. */
  readonly item?: string;
  readonly frameworks: Frameworks;
  readonly fix?: AgentFix;
}

/** What puts it right. Its texts hold no value of a secret. */
export interface AgentFix {
  readonly title: string;
  /** None where a person has to decide something first; the title says what. */
  readonly edits: readonly { readonly file: string; readonly span: Span; readonly text: string }[];
  /** What the person has to put where `‹…›` stands in the edits: a version. */
  readonly asks?: 'version' | 'digest' | 'folder';
}

/** What one file came to. */
export interface AgentReading {
  readonly items: readonly AgentItem[];
  readonly findings: readonly AgentFinding[];
  readonly faults: readonly Fault[];
}

/** What a file can hold of AI clients, by its path alone: io asks it, and agents answer. */
export interface AgentPlaces {
  /** Whether a client reads a file of this path. */
  reads(path: string, place: AgentPlace): boolean;
  /** The only folders of a home to look into, each with how deep; `''` is the home itself. */
  readonly homeFolders: readonly { readonly folder: string; readonly depth: number }[];
  /** Absolute paths of files that organisations put down, with forward slashes. */
  readonly managed: readonly string[];
  /** Files beside it that a file starts by itself, relative to its place. */
  referenced(file: AgentFile): readonly string[];
}
