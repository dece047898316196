import { lettersApart } from './apart';
import { blockScalars } from './blocks';
import { countedLetters } from './counted';
import { dumpsIn } from './dumps';
import { type Encoded, withinBytes } from './encoded';
import { markedLiterals } from './marked';
import { maskedBytes } from './masked';
import { numberLists } from './numberLists';
import { inOtherRadix } from './radixes';
import { inTurnedLetters } from './shifted';
import { inAllSigns } from './stretches';
import { turnedBlocks } from './turnedBlocks';
import { uuencodedIn } from './uuencoded';

/** What a run says that isn't base64 or hexadecimal of a text: only on a way out, where nothing may be read back. */
export function runFarther(text: string, start: number, end: number): Encoded[] {
  const other = inOtherRadix(text, start, end) ?? withinBytes(text, start, end);
  const turned = inTurnedLetters(text, start, end);
  return other ? [other, ...turned] : turned;
}

/** What stands in a text in numbers, apart, in dumps, in other signs; likewise. */
export function encodedFarther(text: string): Encoded[] {
  const edged = edge + text + edge;
  return [...edgedFinders.flatMap(find => find(edged).map(withoutEdge)), ...finders.flatMap(find => find(text))];
}

/** These look at a few units everywhere: within such edges they need not ask each time whether a place lies in the text. */
const edgedFinders = [numberLists, lettersApart, inAllSigns] as const;
const finders = [
  dumpsIn,
  uuencodedIn,
  markedLiterals,
  maskedBytes,
  turnedBlocks,
  blockScalars,
  countedLetters,
] as const;

/** No unit that any of them reads lies farther outside than this. */
const edge = '\0'.repeat(80);

function withoutEdge(one: Encoded): Encoded {
  return { ...one, start: one.start - edge.length, end: one.end - edge.length };
}

/** What it says with the name that it is given where it stands: a password is told by it. */
export function withName(text: string, { start, text: said }: Encoded): string {
  const lead = text.slice(Math.max(0, start - longestLead), start).replace(/[>|][-+]?[ \t]*\r?\n[ \t]*$/, '');
  const assigned = Math.max(lead.lastIndexOf('='), lead.lastIndexOf(':'));
  const name =
    assigned < 0 || /[\n;,]/.test(lead.slice(assigned)) ? undefined : named.exec(lead.slice(0, assigned))?.[1];
  return name === undefined ? said : said.replace(/^[^\n]+$/gm, it => `${name} = "${it}"`);
}

const longestLead = 120;
const named = /(?<![\w.-])([A-Za-z_][\w.-]{1,40})\\{0,3}["'`]?\s{0,4}:?$/;
