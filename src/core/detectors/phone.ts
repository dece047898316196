import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { lineEnd, lineStart } from '../lineAround';
import type { Detector, Match, Verdict } from './detector';
import { isValidIn } from './phonePlan';
import { phoneRegions } from './phoneRegions';
import { phoneNouns, phoneVerbs } from './phoneWords';

const digits = [...'0123456789'];

/** Phone numbers: with a calling code anywhere, by a country's own plan where something near says that it is one. */
export const phone: readonly Detector[] = [
  {
    id: 'pii/phone',
    title: 'phone number',
    severity: 'warning',
    tier: 'likely',
    keywords: [
      ...new Set([...phoneNouns, ...phoneVerbs]),
      ...digits.slice(1).map(digit => `+${digit}`),
      ...digits.flatMap(digit => [`(${digit}`, `-${digit}`, `.${digit}`]),
    ],
    boundary: 'none',
    glance: mayHoldPhone,
    // From a calling code, a bracket, the first sign of `829-567-5210`, or a word for phones on.
    pattern:
      /(?:\+[1-9](?:[ ()./\u00a0-]{0,3}\d){6,14}|\(\d{2,5}\)[ -]{0,2}\d{2,9}(?:[ -]\d{2,4}){0,3}|[.-]\d{3}[.-]\d{4}|[^\n\d]{2,60}?(?<secret>\(?\+?\(?\d(?:[ ()./\u00a0-]{0,3}\d){5,15})|(?<header>[^\n\d]{2,200}\n))(?<extension>[ ,]{0,2}(?:x|ext\.?|#) ?\d{1,6})?(?!(?<!\n)(?:[\w:%]|[.,-]\d))/i,
    accept: judgePhone,
    hits: [
      'dial ‹+49 30 90{digit:4}›',
      '"phone": "‹+1415592{digit:4}›"',
      'tel:‹+44 20 7219 {digit:4}›',
      'Tel. ‹+33 1 42 {digit:2} 39 {digit:2}›',
      '"mobile": "‹(030) 90{digit:5}›"',
      'Seine Handynummer lautet ‹0151 234{digit:5}›',
      'call me at ‹415-592-{digit:4}› today',
      'phone=‹415.592.{digit:4} x22›',
      '电话是‹1385740{digit:4}›',
      'reach ‹+44 20 7946 0958› in films',
    ],
    misses: [
      'a = b +1234567',
      '2024-01-01T00:00:00+01:00',
      '1e+14155922671',
      'phone_id: 41559226{digit:2}',
      'phone: 2024-01-01',
      'callback(4155922671)',
      '415.592.{digit:4}',
      'mobile: 1.2.3',
      'x+12025550123',
      'setCell(a,b){2097152&b.content}',
      'name,phone_model,state\nalpha,561551825{digit:3},open',
    ],
  },
];

/** Told by the unit at `at` where it is a sign; a word begins one, and some digits follow it on its line. */
function mayHoldPhone(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  if (sign === 43) return true;
  if (sign === 40) return isDigit(text.charCodeAt(at + 2)) && text.slice(at + 3, at + 7).includes(')');
  if (sign === 45 || sign === 46)
    return text.charCodeAt(at + 4) === sign && isDigit(text.charCodeAt(at + 8)) && !isDigit(text.charCodeAt(at + 9));
  return opensWord(text, at) && digitsFollow(text, at);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** At the beginning of a word or of a part of a camel-case name; words of scripts without blanks begin anywhere. */
function opensWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  if (code >= 0x600 || !isLetter(before)) return true;
  if (before === 110 || before === 114 || before === 116) if (text.charCodeAt(at - 2) === 92) return true;
  return code <= 90 && before >= 97;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x600);
}

/** Six digits on the line at least, or below it where the line is a table's. */
function digitsFollow(text: string, at: number): boolean {
  let count = 0;
  let cut = 0;
  for (let i = at; i < text.length && i < at + farthest; i++) {
    const code = text.charCodeAt(i);
    if (code === 44 || code === 59 || code === 9 || code === 124) cut++;
    if (code === 10 && (cut === 0 || count > 0)) return false;
    if (isDigit(code) && ++count === 6) return true;
  }
  return false;
}

/** Word, gap and the first digits of a number. */
const farthest = 120;

function judgePhone(match: Match): Verdict | undefined {
  const { text, at, groups } = match;
  if (groups.header !== undefined) return judgeBelow(match);
  if (groups.secret !== undefined) return judgeNamed(match);
  const sign = text[at];
  return sign === '+' ? judgeInternational(match) : judgeWritten(match, sign === '(' ? at : at - 3);
}

/** With its calling code: the plan's lengths decide. */
function judgeInternational({ text, at, end, value }: Match): Verdict | undefined {
  const before = text.slice(Math.max(0, at - 60), at);
  if (/[\w.)\]"'+]$/.test(before) && !/(?:tel:|\\[nrt]|(?:^|[^\w)\]])["']|no\.)$/i.test(before)) return undefined;
  const bare = bareOf(value);
  const start = before.endsWith('(') && /^[^(]{1,4}\)/.test(value) ? at - 1 : at;
  const spoken = phoneNoun.test(before);
  if (!spoken && (bare.length < 9 || value.includes('/'))) return undefined;
  const why = whyHarmless(bare);
  if (why !== undefined) return { start, end, harmless: true, reason: why };
  if (!isPlausible(value, bare)) return undefined;
  const number = parsePhoneNumberFromString(value);
  if (!number?.isPossible() && !spoken) return undefined;
  const code = number?.countryCallingCode;
  return { start, end, reason: code ? `the format of a phone number of the calling code ${code}` : named };
}

/** Behind a word for it: a noun tells by itself, a verb asks for a number that is written like one. */
function judgeNamed({ text, at, start, end, value, groups, source }: Match): Verdict | undefined {
  const gap = text.slice(at, start);
  const word = wordAt(gap.toLowerCase());
  if (word === undefined || !plainGap(gap.slice(word.length), word)) return undefined;
  // `runtime.call32`, `f.call(this, 4)`: a name of code.
  if (word.charCodeAt(0) < 0x370 && gap.length === word.length) return undefined;
  // The body of a function that is called so.
  if (/\)\s?\{/.test(gap)) return undefined;
  if (!isNoun(word) && (/[.·]/.test(text[at - 1] ?? '') || /^\w{0,20}\(/.test(gap.slice(word.length))))
    return undefined;
  const bare = bareOf(value);
  const whole = end + (groups.extension?.length ?? 0);
  const why = whyHarmless(bare);
  if (why !== undefined) return { start, end: whole, harmless: true, reason: why };
  if (bare.length < 7 || bare.length > 15 || !isPlausible(value, bare) || isOther(value)) return undefined;
  const near = text.slice(Math.max(0, at - 200), end + 100);
  const region = phoneRegions(near, word, source?.path).find(it => isValidIn(value, it));
  if (region) return { start, end: whole, reason: `a phone number by the plan of ${region}, behind its name` };
  if (isNoun(word))
    return isDate(value) || (bare.length < 8 && bare === value && !/^\W{1,8}$/.test(gap.slice(word.length)))
      ? undefined
      : { start, end: whole, reason: named };
  return isWritten(value) && anywhere.some(it => isValidIn(value, it))
    ? { start, end: whole, reason: named }
    : undefined;
}

/** A word for phones in the header of a table, and the number in its column of the first row. */
function judgeBelow({ text, at, end }: Match): Verdict | undefined {
  const word = wordAt(text.slice(at, at + 40).toLowerCase());
  if (word === undefined || !isNoun(word)) return undefined;
  const tail = /^[a-z_-]{0,30}/i.exec(text.slice(at + word.length, at + word.length + 30))?.[0] ?? '';
  if (word.charCodeAt(0) < 0x370 && tail !== '' && !ownTail.test(tail)) return undefined;
  const cell = firstCell(text, at, word.length, end);
  if (!cell || !/^\(?\+?\(?\d(?:[ ()./\u00a0-]{0,3}\d){6,14}(?: ?(?:x|ext\.?|#) ?\d{1,6})?$/i.test(cell.value))
    return undefined;
  const { start, value } = cell;
  const bare = bareOf(value.replace(/(?:x|ext|#).*$/i, ''));
  const span = { start, end: start + value.length };
  const why = whyHarmless(bare);
  if (why !== undefined) return { ...span, harmless: true, reason: why };
  return isPlausible(value, bare) && !isOther(value)
    ? { ...span, reason: 'the digits of a phone number, below its name' }
    : undefined;
}

/** The value in the row below a name of `length` units at `at`, where both lines are cut by the same sign as often. */
function firstCell(
  text: string,
  at: number,
  length: number,
  row: number,
): { start: number; value: string } | undefined {
  const head = text.slice(lineStart(text, at, 400), row - 1);
  const name = /^[\p{L}\w ]{0,20}["']?([,;\t|]|$)/u.exec(text.slice(at + length, row - 1));
  const sign = name?.[1] || /([,;\t|])["']?[\p{L}\w ]{0,20}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[1];
  if (!name || !sign) return undefined;
  const column = head.slice(0, head.length - (row - 1 - at)).split(sign).length - 1;
  const cells = text.slice(row, lineEnd(text, row, 600)).split(sign);
  if (cells.length !== head.split(sign).length) return undefined;
  const start = row + cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0);
  const [, before = '', value = ''] = /^([ "']{0,3})([^"']{0,40}?)[ "'\r]{0,3}$/.exec(cells[column] ?? '') ?? [];
  return { start: start + before.length, value };
}

const named = 'the digits of a phone number, behind its name';

/** Brackets or signs as in North America, Brazil, Russia or Germany, beside what speaks of a person. */
function judgeWritten({ text, end, source }: Match, start: number): Verdict | undefined {
  const value = text.slice(start, end);
  if (/[\w.)\]/+=-]/.test(text[start - 1] ?? '') || !/^(?:\(\d|\d{3}[.-])/.test(value)) return undefined;
  const bare = bareOf(value.replace(/(?:x|ext|#).*$/i, ''));
  if (bare.length < 9 || !isPlausible(value, bare) || whyHarmless(bare) !== undefined) return undefined;
  const near = text.slice(Math.max(0, start - 100), start) + text.slice(end, end + 100);
  if (!speaksOfPerson(near)) return undefined;
  const regions = [...phoneRegions(near, '', source?.path), ...anywhere];
  const region = regions.find(it => isValidIn(value, it));
  return region && { start, end, reason: `a phone number by the plan of ${region}, beside a person's data` };
}

const anywhere = ['US', 'BR', 'RU', 'UA', 'DE', 'GB', 'FR'] as const;

function speaksOfPerson(near: string): boolean {
  const at = near.indexOf('@');
  return (at > 0 && mailbox.test(near)) || person.test(near);
}

const mailbox = /[\w.+-]{2}@[\w-]{2,40}\.[a-z]{2}/i;

const person =
  /\b(?:name|contact|customer|client|patient|address|street|employee|Mr|Mrs|Ms|Dr|Herr|Frau|Kunde|Sr|Sra|Mme)\b/i;

const phoneNoun =
  /(?:phone|tel\.?|telefon\w{0,8}|mobile?|cell|fax|handy\w{0,6}|number|whatsapp|msisdn|t[ée]l[ée]?\w{0,8}|телефон\w{0,2}|электрон|電話|电话|手机|전화)[^\n\d]{0,40}$/iu;

function bareOf(value: string): string {
  return value.replace(/\D/g, '');
}

/** The longest word of the list that a text (in lower case) begins with, unless a longer name goes on to say something else. */
function wordAt(text: string): string | undefined {
  let best: string | undefined;
  for (const word of [...phoneNouns, ...phoneVerbs])
    if (text.startsWith(word) && (best === undefined || word.length > best.length)) best = word;
  return best;
}

function isNoun(word: string): boolean {
  return nouns.has(word);
}

const nouns = new Set(phoneNouns);

/** Between a word and its number stands no other sentence, no code, and the name doesn't go on to say something else. */
function plainGap(gap: string, word: string): boolean {
  const tail = /^[a-z_-]{0,30}/i.exec(gap)?.[0] ?? '';
  if (word.charCodeAt(0) < 0x370 && tail !== '' && !ownTail.test(tail)) return false;
  return !/[.!?;]\s{1,2}\p{Lu}|[{}<>$\\|]{2}|[=(]\s?\w{1,40}\(|=>|\b(?:format|regex|pattern|length|version|port|timeout|code|id|digits|size|date|since|until|width|time|count|price|total|order)\b/iu.test(
    gap,
  );
}

const ownTail =
  /^(?:[_-]?(?:phone|telephone|number|numbers|num|no|nr|nummer|nummern|numero|home|work|mobile|cell|office|primary|main|private|business|contact|line|fax|e164|raw|national|international|s|n|en|u|e|ul|numret|ret)){0,3}[_-]?$/i;

/** What else is written with digits and signs: dates, addresses of machines, decimals, times in seconds. */
function isOther(value: string): boolean {
  return (
    isDate(value) ||
    /^\d{1,3}(?:\.\d{1,3}){3}$|^\d{1,4}\.\d{3,12}$|^1[4-9]\d{8}$|^1[4-9]\d{11}$|^(?!\d{3}\.\d{3}\.\d{3}$)\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(
      value,
    )
  );
}

function isDate(value: string): boolean {
  return /^(?:19|20)\d{2}[-./ ](?:0\d|1[0-2])[-./ ]?[0-3]\d|^[0-3]?\d[-./][0-3]?\d[-./](?:19|20)\d{2}(?!\d)|^(?:19|20)\d{2}[01]\d[0-3]\d$|^(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}$/.test(
    value,
  );
}

function isWritten(value: string): boolean {
  return /^\(?0|^\+|^00|[()]|\d[ .-]\d{2,5}[ .-]\d/.test(value);
}

/** No run of one digit or of counting, no part of a list. */
function isPlausible(value: string, bare: string): boolean {
  return !/(\d)\1{6}/.test(bare) && new Set(bare).size >= 3 && !/[-.]\d$|\.\d\./.test(value);
}

/** Numbers set aside for films and documents: 555-01xx in North America, Ofcom's, ACMA's and others' ranges; and what everybody writes. */
function whyHarmless(bare: string): string | undefined {
  if (/^0+$/.test(bare)) return undefined;
  if (fictional.test(bare)) return 'a phone number set aside for films and documents';
  return /^\+?1?(?:1234567|0123456|123123123|(\d)\1{8,}|9876543)/.test(bare)
    ? 'a phone number that everybody writes in examples'
    : undefined;
}

const fictional =
  /^1?\d{3}555(?:01\d\d|1212)$|^1?555\d{7}$|^1?\d{3}5555555$|^1?\d{3}5551234$|^(?:44|0)(?:20794609|1632960|7700900|113496|114496|115496|116496|117496|118496|121496|131496|141496|151496|161496|191498|2890496|2920496)|^(?:61|0)(?:[2378]5550|[2378]7010|491570|491571)|^(?:33|0)6399800|^(?:49|0)30(?:23125|12345)|^1?2133734253$|^7?8005553535$|^1?222333/;
