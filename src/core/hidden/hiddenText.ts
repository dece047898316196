import { foreignUnitsOf } from '../foreignUnits';
import type { Span, Tier } from '../model';
import { findBidi } from './bidi';
import { findBlanks } from './blanks';
import { findEscapes } from './escapes';
import { findHomoglyphs } from './homoglyphs';
import { findIgnorables } from './ignorables';

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

/**
 * Finds what is hidden in a text. What scripts and emoji need (joiners between letters that join, selectors after what they
 * select, marks beside letters that run from right to left) is no find. Linear in the text; plain ASCII costs next to nothing.
 */
export function findHiddenText(text: string, { ascii, telling } = foreignUnitsOf(text)): HiddenText[] {
  const found = [...findEscapes(text, ascii), ...findBlanks(text, !telling)];
  if (telling) found.push(...findIgnorables(text), ...findBidi(text), ...findHomoglyphs(text));
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
