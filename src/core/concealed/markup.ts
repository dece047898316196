import type { Seam } from './seam';
import { isInToken } from './tokenUnits';

/**
 * Adds the marks that stand within a token and that a page doesn't show: tags of letters' looks, comments, the seam of two
 * CDATA sections, bold type in Markdown, a sign's backslash there, and a letter that a backspace takes away. Only on a way out.
 */
export function markupIn(text: string, seams: Seam[]): void {
  for (let at = text.indexOf('<', 1); at >= 0; at = text.indexOf('<', at + 1)) {
    if (!opensTag[text.charCodeAt(at + 1) & 127] || !isCutBefore(text, at)) continue;
    add(text, at, tags, seams);
  }
  for (let at = text.indexOf(']]>', 1); at >= 0; at = text.indexOf(']]>', at + 3)) add(text, at, sections, seams);
  for (let at = text.indexOf('**', 1); at >= 0; at = text.indexOf('**', at + 2)) add(text, at, bold, seams);
  for (let at = text.indexOf('\b', 1); at >= 0; at = text.indexOf('\b', at + 1))
    if (isInToken(text.charCodeAt(at + 1))) seams.push(seam(at - 1, at + 1));
}

function add(text: string, at: number, mark: RegExp, seams: Seam[]): void {
  mark.lastIndex = at;
  const end = at + (mark.exec(text)?.[0].length ?? 0);
  if (end > at && isCutBefore(text, at) && isInToken(text.charCodeAt(end))) seams.push(seam(at, end));
}

function isCutBefore(text: string, at: number): boolean {
  return isInToken(text.charCodeAt(at - 1));
}

function seam(start: number, end: number): Seam {
  return { start, end, to: '', how: 'amid marks' };
}

/** A letter that a tag begins with which only says how letters look, the end of one, or a comment's sign. */
const opensTag = Uint8Array.from({ length: 128 }, (_, code) =>
  /[/!bceimnsuw]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Several in a row. */
const tags =
  /(?:<!--[^\n]{0,60}?-->|<\/?(?:span|b|i|u|em|s|strong|code|mark|small|wbr|bdi|nobr)(?:\s[^<>\n]{0,80})?\/?>){1,4}/y;
const sections = /\]\]><!\[CDATA\[/y;
const bold = /\*\*(?![*\s])/y;
