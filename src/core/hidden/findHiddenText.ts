import { foreignUnitsOf } from '../foreignUnits';
import { findBidi } from './bidi';
import { findBlanks } from './blanks';
import { findEscapes } from './escapes';
import type { HiddenText } from './hiddenText';
import { findHomoglyphs } from './homoglyphs';
import { findIgnorables } from './ignorables';

/**
 * Finds what is hidden in a text. What scripts and emoji need (joiners between letters that join, selectors after what they
 * select, marks beside letters that run from right to left) is no find. Linear in the text; plain ASCII costs next to nothing.
 */
export function findHiddenText(text: string, { ascii, telling } = foreignUnitsOf(text)): HiddenText[] {
  const found = [...findEscapes(text, ascii), ...findBlanks(text, !telling)];
  if (telling) found.push(...findIgnorables(text), ...findBidi(text), ...findHomoglyphs(text));
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
