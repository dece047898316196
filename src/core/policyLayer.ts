import type { BaselineEntry } from './baseline';
import type { ClassRule } from './classify/pathClasses';
import type { Action, DataClass, Layer, Substitute } from './model';
import type { Vendor } from './vendors';
import type { SignedWaiver } from './waivers';

/** One rule of `lockside.rules`. All conditions must hold; a missing one always does. Of one layer's rules the last that matches counts. */
export interface Rule {
  /** Globs over detector ids: `secret/*`, `pii/email`, `fault/*` for what could not be scanned. */
  readonly detectors?: readonly string[];
  /** Globs over paths relative to the workspace. */
  readonly paths?: readonly string[];
  /** Globs over destinations written `kind:name`: `model:copilot/*`, `clipboard:`, `editor:`. */
  readonly destinations?: readonly string[];
  /** Classes of the text. Without `detectors` such a rule decides about the text as a whole, with them about what is found in it. */
  readonly classes?: readonly DataClass[];
  /** CEL; see `conditions.ts`. Such a rule can only make stricter what the layer says without it. */
  readonly when?: string;
  readonly action: Action;
  /** What stands for personal data that is held back; secrets always get placeholders. */
  readonly as?: Substitute;
  readonly reason?: string;
}

/** One entry of `lockside.suppressions`: a finding that people looked at and accepted. */
export interface Suppression {
  readonly fingerprint?: string;
  readonly path?: string;
  readonly detector?: string;
  readonly reason: string;
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** Where a restored value would go. An answer on the screen is no sink: it is always restored. */
export type Sink = 'workspaceFile' | 'publishedFile' | 'command' | 'network' | 'tool';

export type RestoreRules = Partial<Record<Sink, 'allow' | 'ask' | 'block'>>;

/** What happens to a prompt for a model that Lockside doesn't wrap. */
export type UnguardedModels = 'allow' | 'warn' | 'block';

/** What one layer of settings says. */
export interface PolicyLayer {
  readonly layer: Layer;
  /** True for the user's own settings and for an untrusted workspace: they can make things stricter, never looser. */
  readonly tightenOnly: boolean;
  readonly rules?: readonly Rule[];
  /** Which paths have which class. */
  readonly classes?: readonly ClassRule[];
  readonly suppressions?: readonly Suppression[];
  /** What stood when the team began. It is not told again; on the way to a model or anywhere else it is held back as ever. */
  readonly baseline?: readonly BaselineEntry[];
  readonly restore?: RestoreRules;
  readonly unguardedModels?: UnguardedModels;
  /** Who is on record as a destination; see `vendors.ts`. */
  readonly vendors?: readonly Vendor[];
  /** Signed, and checked by whoever has read them. */
  readonly waivers?: readonly SignedWaiver[];
}
