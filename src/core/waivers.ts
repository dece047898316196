import type { Action, Destination, Layer, Source } from './model';

/**
 * What a person has let go for a while, although a layer forbids it. A waiver counts only with the signature of somebody whom the
 * layer that forbids it, or one above that, names as an approver; whoever reads it has checked that.
 */
export interface Waiver {
  /** 12 hexadecimal digits, by which people and the audit trail name it. */
  readonly id: string;
  /** Globs over detectors' ids, as in rules; never all of them. */
  readonly detectors: readonly string[];
  /** Globs over paths and destinations, as in rules. */
  readonly paths?: readonly string[];
  readonly destinations?: readonly string[];
  /** What holds instead. */
  readonly action: Action;
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The instant from which it holds no longer, ISO 8601 in UTC: `2026-06-30T00:00:00Z`. */
  readonly expires: string;
}

/** A waiver whose signature was checked. */
export interface SignedWaiver extends Waiver {
  readonly signer: string;
  /** The widest layer that names the signer as an approver: it waives that layer's rules and those of the layers below it. */
  readonly layer: Layer;
}

/** Whether a waiver lets go what a layer says, at an instant. */
export interface WaiverMatch {
  readonly waiver: SignedWaiver;
  matches(detector: string, source: Source, destination: Destination): boolean;
}
