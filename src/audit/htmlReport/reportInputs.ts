import type { AgentItem, Level } from '../../core/agents';
import type { Action, Fault, Layer, Severity } from '../../core/model';
import type { LayeredVendor } from '../../core/vendors';

/** What was gathered for a report and for the data-flow map, besides the trail's events. Plain JSON, without a value. */
export interface ReportInputs {
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly version: string;
  /** The workspace by its folder's name. */
  readonly workspace: string;
  /** The first instant that the report tells of. */
  readonly since?: string;
  readonly scan: ScannedPart;
  readonly packages: ScannedPart & { readonly listed: number; readonly ecosystems: Readonly<Record<string, number>> };
  readonly agents: ScannedPart & { readonly items: readonly AgentItem[] };
  readonly vendors: readonly LayeredVendor[];
  readonly waivers: readonly ReportedWaiver[];
  /** HEAD and what is missing before it may be released; undefined where the policy wants no sign-off or there is no commit. */
  readonly release?: {
    readonly commit: string;
    readonly approved: boolean;
    readonly counted: readonly { readonly signer: string; readonly role: string; readonly reason: string }[];
    readonly missing: readonly string[];
  };
  readonly trail: {
    readonly segments: number;
    readonly events: number;
    readonly checkpoints: number;
    readonly defects: readonly string[];
    readonly notes: readonly string[];
  };
  /** What AI clients are called, by their ids. */
  readonly titles: Readonly<Record<string, string>>;
  /** What lies on this machine: session files of AI clients. `folder` is told from the home. */
  readonly stores: readonly { readonly client: string; readonly title: string; readonly folder: string }[];
  readonly faults: readonly Fault[];
}

/** One part of the project as it was looked at. */
export interface ScannedPart {
  readonly files: number;
  readonly findings: readonly ReportRow[];
  readonly faults: number;
}

/** A finding, or a column of a table with all its values. */
export interface ReportRow {
  readonly detector: string;
  readonly title: string;
  readonly severity: Severity;
  readonly level?: Level;
  readonly reason: string;
  readonly file: string;
  /** Both begin at 1. */
  readonly line: number;
  readonly column: number;
  readonly fingerprint: string;
  /** How many values it has, where it is a column. */
  readonly count?: number;
  /** `name@version` of a package, or the title of an AI client. */
  readonly about?: string;
  /** The id of the part of an AI client that it is about. */
  readonly item?: string;
}

export interface ReportedWaiver {
  readonly id: string;
  readonly detectors: readonly string[];
  readonly action: Action;
  readonly reason: string;
  readonly owner: string;
  /** ISO 8601 in UTC. */
  readonly expires: string;
  /** Who signed it, and which layer named them; none where it counts for nothing. */
  readonly signer?: string;
  readonly layer?: Layer;
  readonly state: 'in-force' | 'ended' | 'unsigned';
}
