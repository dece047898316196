import type { Severity, Source, Span, Tier } from '../model';

/** One kind of secret or personal data, with its examples beside it. */
export interface Detector {
  readonly id: `secret/${string}` | `pii/${string}`;
  /** What it is, for a person: "GitHub token". */
  readonly title: string;
  readonly severity: Severity;
  /** How sure a match is, unless `accept` says otherwise. */
  readonly tier: Tier;
  /** In lower case. The pattern is tried only where one of them stands, in any case. */
  readonly keywords: readonly string[];
  /**
   * Must match at the keyword, or begin up to `lead` units before it. The named group `secret` marks the span, otherwise
   * the whole match. Every quantifier is bounded.
   */
  readonly pattern: RegExp;
  /** How many units before its keyword a match may begin; 0 unless given. */
  readonly lead?: number;
  /**
   * How many letters, digits, `_` and `-` in a row a match has, beginning within `nearness` units behind its keyword: where
   * there is no such run, the pattern need not be tried.
   */
  readonly run?: number;
  /** False where there surely is no match; asked before the pattern is tried, so that it must cost next to nothing. */
  readonly glance?: (text: string, at: number, source: Source | undefined) => boolean;
  /** `none` lets word characters touch the span; else a token may not be part of a longer word. */
  readonly boundary?: 'none';
  /** True where `accept` itself tells placeholders and documented examples from secrets. */
  readonly judged?: boolean;
  /** Confirms a match, or returns undefined. May look at the text up to `peek` units beyond the match, no further. */
  readonly accept?: (match: Match) => Verdict | undefined;
  /** Whether a value by itself has the checksum and structure of this kind, for whoever makes values up; only where there is one. */
  readonly valid?: (value: string) => boolean;
  /** Templates of `sample()` that must be found, the secret marked as ‹…›; at least three. */
  readonly hits: readonly string[];
  /** Templates of `sample()`, near misses in which nothing may be found by this detector; at least three. */
  readonly misses: readonly string[];
}

/** How far beyond its match `accept` may look, in UTF-16 units. */
export const peek = 1024;

/** Within how many units behind the keyword the `run` of a match begins. */
export const nearness = 100;

/** The longest match that counts, in UTF-16 units. */
export const reach = 16_384;

/** What `accept` is given. */
export interface Match {
  readonly text: string;
  /** Where the whole match begins. */
  readonly at: number;
  /** The span of the secret. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly source: Source | undefined;
}

/** A confirmed match: why, and what differs from the detector's own tier and the matched span. */
export interface Verdict {
  readonly reason?: string;
  readonly tier?: Tier;
  readonly severity?: Severity;
  /** Set where it is nobody's; see `Finding`. */
  readonly harmless?: boolean;
  readonly start?: number;
  readonly end?: number;
  /** Where else in the match the same holds: the other values of a list. */
  readonly also?: readonly Span[];
}
