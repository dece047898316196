import type { Span, Tier } from '../model';

/** By what means a text is kept from the eye. */
export type HiddenKind =
  | 'tag-characters'
  | 'variation-selectors'
  | 'zero-width'
  | 'filler'
  | 'private-use'
  | 'bidi'
  | 'homoglyph'
  | 'terminal-escape'
  | 'blanks'
  | 'comment'
  | 'invisible';

/** A part of a text that a person doesn't see, or sees otherwise than a program or a model reads it. */
export interface HiddenText extends Span {
  readonly kind: HiddenKind;
  readonly tier: Tier;
  /** One clause for a person. */
  readonly reason: string;
  /** What it says, where it can be read: comes from a stranger, so shown as text only. */
  readonly decoded?: string;
}
