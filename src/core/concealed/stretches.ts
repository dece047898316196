import type { Encoded } from './encoded';
import { inFives } from './fives';
import { inRot47 } from './shifted';

/**
 * What is written in all the signs of ASCII: base 85, and letters shifted through all signs. Nothing but a beginning tells such a
 * thing: behind a blank, a quote, the `=` of an assignment. The text has edges of zeros.
 */
export function inAllSigns(text: string): Encoded[] {
  const found: Encoded[] = [];
  for (let probe = shortest - 1; probe < text.length; ) {
    const floor = probe - shortest + 1;
    let start = probe;
    while (start >= floor && useOf(text.charCodeAt(start)) !== blank) start--;
    probe = shortest + (start >= floor ? start : endOfStretch(text, floor, found));
  }
  return found;
}

/** Sixteen bytes in base 85. */
const shortest = 20;

/** Looks at each place in a stretch without blanks where something may begin, and tells where it ends. */
function endOfStretch(text: string, from: number, found: Encoded[]): number {
  let assigned = false;
  for (let at = from; ; ) {
    const one = inFives(text, at) ?? inRot47(text, at);
    if (one) found.push(one);
    at = one ? one.end : at;
    while (useOf(text.charCodeAt(at)) === plain) at++;
    const use = useOf(text.charCodeAt(at));
    if (use === blank || (use === assignment && assigned)) return at;
    assigned ||= use === assignment;
    at++;
  }
}

function useOf(code: number): number {
  return code < 128 ? (uses[code] as number) : blank;
}

const plain = 0;
const quote = 1;
const assignment = 2;
const blank = 3;

/** What a unit does: a quote, or what `<~` ends with, opens; so does the first `=`; what is no sign of ASCII ends a stretch. */
const uses = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= 32 || code === 127) return blank;
  const unit = String.fromCharCode(code);
  return /["'`~]/.test(unit) ? quote : unit === '=' ? assignment : plain;
});
