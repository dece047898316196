import type { Seam } from './seams';
import { isInToken } from './tokenUnits';

/** Adds what stands between the letters of a token without being seen, and letters that only look like ASCII. */
export function invisiblesIn(text: string, seams: Seam[]): void {
  for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1))
    if (isInToken(text.charCodeAt(at + 1)) || isInToken(text.charCodeAt(at - 1)))
      seams.push({ start: at, end: at + 1, to: '', how: 'in UTF-16' });
  for (let at = text.indexOf('\u00ad'); at >= 0; at = text.indexOf('\u00ad', at + 1)) unseen(text, at, at + 1, seams);
  for (let at = text.indexOf('\x1b['); at >= 0; at = text.indexOf('\x1b[', at + 1)) {
    colours.lastIndex = at;
    if (colours.test(text)) unseen(text, at, colours.lastIndex, seams);
  }
  // In a text without letters beyond Latin 1 this costs nothing: the engine knows that it can't match.
  wide.lastIndex = 0;
  while (wide.test(text)) {
    const at = wide.lastIndex - 1;
    const code = text.charCodeAt(at);
    if (code > 0xff00) {
      const to = String.fromCharCode(code - 0xfee0);
      // Full-width signs are the punctuation of East Asian texts.
      if (/[\w-]/.test(to)) seams.push({ start: at, end: at + 1, to, how: 'in full-width letters' });
    } else unseen(text, at, at + 1, seams);
  }
}

const wide = /[\u200b-\u200d\u2060\ufeff-\uff5e]/g;

/** A terminal's colours, as `grep --color` puts them into what it found. */
const colours = /(?:\p{Cc}\[[\d;]{0,12}[A-Za-z]){1,4}/uy;

function unseen(text: string, start: number, end: number, seams: Seam[]): void {
  if (isInToken(text.charCodeAt(start - 1)) && isInToken(text.charCodeAt(end)))
    seams.push({ start, end, to: '', how: 'with invisible characters inside' });
}
