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
  | 'blanks';

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
export function findHiddenText(text: string): HiddenText[] {
  const ascii = !nonAscii.test(text);
  const found = [...findEscapes(text, ascii), ...findBlanks(text, ascii)];
  if (!ascii && telling.test(text)) found.push(...findIgnorables(text), ...findBidi(text), ...findHomoglyphs(text));
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const nonAscii = /[^\0-\x7f]/;

/** Whatever one of the three may begin with; most texts beyond ASCII have none of it. */
const telling =
  /[\u00ad\u034f\u0370-\u058f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]/;
