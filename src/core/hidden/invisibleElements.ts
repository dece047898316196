import type { HiddenText } from './hiddenText';

/**
 * Elements with text that a style or an attribute keeps from the eye: no display, no size, no contrast, outside of the page. Source:
 * CSS; LaTeX for white and phantom formulas.
 */
export function* invisibleElements(text: string): Generator<HiddenText> {
  if (text.includes('<')) yield* elements(text);
  if (text.includes('\\')) yield* formulas(text);
}

function* elements(text: string): Generator<HiddenText> {
  const closing = createClosing(text);
  let past = 0;
  /** What is not prose up to here has no prose in a part of it. */
  let barren = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', Math.max(at + 1, past))) {
    openings.lastIndex = at;
    const match = openings.exec(text);
    if (!match) continue;
    const [tag, name = '', attributes = ''] = match;
    const reason = whyInvisible(name, attributes);
    if (!reason) continue;
    const inside = match.index + tag.length;
    const end = closing(name, inside);
    if (end.start <= barren) continue;
    const decoded = plain(text.slice(inside, end.start)) || fieldOf(attributes);
    if (
      !/\p{L}[^\p{L}]+\p{L}+[^\p{L}]+\p{L}|\p{L}{9}|\p{L}\S*\s+-|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{4}/u.test(
        decoded,
      )
    ) {
      barren = end.start;
      continue;
    }
    past = end.end;
    // Around other elements it closes the gaps between them; around mere text it hides the text.
    const tier = reason === sizeless && !text.slice(inside, end.start).includes('<') ? 'certain' : 'likely';
    yield { kind: 'invisible', start: match.index, end: end.end, tier, reason, decoded };
  }
}

const openings = /<([a-z]{1,12}\d?)(?=\s)([^<>]{3,600})>/iy;

/**
 * Where an element's text and the element end; one without an end tag ends with its paragraph. What was passed over in vain for a name
 * isn't looked at again.
 */
function createClosing(text: string): (name: string, from: number) => { start: number; end: number } {
  const passed = new Map<string, { upTo: number; found: number }>();
  return (name, from) => {
    const tag = `</${name.toLowerCase()}`;
    const limit = Math.min(text.length, from + longest);
    let known = passed.get(tag) ?? { upTo: 0, found: -1 };
    if (known.found < from && known.upTo < limit) {
      const begin = Math.max(from, known.upTo - tag.length);
      const at = text.slice(begin, limit).toLowerCase().indexOf(tag);
      known = at < 0 ? { upTo: limit, found: -1 } : { upTo: begin + at, found: begin + at };
      passed.set(tag, known);
    }
    if (known.found >= from && known.found < limit) {
      const bracket = text.slice(known.found, known.found + 20).indexOf('>');
      return { start: known.found, end: bracket < 0 ? known.found + tag.length : known.found + bracket + 1 };
    }
    const rest = text.slice(from, from + openEnd);
    const paragraph = rest.search(/\n\s*\n/);
    const end = from + (paragraph < 0 ? rest.length : paragraph);
    return { start: end, end };
  };
}

/** So far an element goes on that nothing ends. */
const openEnd = 2000;
const longest = 10_000;

function plain(markup: string): string {
  return markup
    .replace(/<[^<>]{0,600}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a field of a form holds that nobody sees. */
function fieldOf(attributes: string): string {
  return /\bvalue\s*=\s*"([^"]{0,600})"/i.exec(attributes)?.[1] ?? '';
}

function whyInvisible(name: string, attributes: string): string | undefined {
  if (/^(?:br|hr|img|svg|path|source|link|meta|td|th|tr|table|input|picture|iframe|video)$/i.test(name))
    return undefined;
  if (/(?:^|\s)hidden(?:\s|\/|$|=)/i.test(attributes)) return 'an element that is marked as hidden';
  if (/\bcolor\s*=\s*["']?(?:white|#fff(?:fff)?|transparent)\b/i.test(attributes)) return 'white text';
  const style = /\bstyle\s*=\s*(?:\{?\{)?["']?([^"'}]{3,600})/i.exec(attributes)?.[1];
  return style === undefined ? undefined : whyHidden(style);
}

function whyHidden(style: string): string | undefined {
  return hiding.find(([, pattern, unless]) => pattern.test(style) && !unless?.test(style))?.[0];
}

const sizeless = 'text without a size';

const hiding: readonly (readonly [why: string, pattern: RegExp, unless?: RegExp])[] = [
  [
    'an element that a style hides',
    /display\s*:\s*["']?none|visibility\s*:\s*["']?(?:hidden|collapse)|content-visibility\s*:\s*hidden/i,
  ],
  [
    sizeless,
    /font(?:-size|Size)?\s*:\s*["']?(?:[01](?:\.\d{1,4})?|\.\d{1,4})\s*(?:px|pt|em|rem|%|vw)?\s*(?:;|,|"|'|$|!)/i,
    /font(?:-size|Size)?\s*:\s*["']?1(?:\.\d+)?\s*(?:em|rem)/i,
  ],
  ['text without opacity', /opacity\s*:\s*["']?(?:0?\.0\d{0,4}|0(?:\.0{1,4})?%?)\s*(?:;|,|"|'|$|!)/i],
  [
    'white text',
    /(?:^|[\s;{,])color\s*:\s*["']?(?:white\b|#fff(?:fff)?\b|transparent\b|rgba?\(\s*255[\s,]{1,3}255[\s,]{1,3}255|rgba\([^)]{1,30},\s*0(?:\.0\d*)?\s*\))/i,
    /background(?:-color)?\s*:\s*(?!\s*["']?(?:white\b|#fff(?:fff)?\b|transparent|rgba?\(\s*255[\s,]{1,3}255[\s,]{1,3}255))/i,
  ],
  [
    'text outside of the page',
    /(?:left|top|right|bottom|text-indent|margin(?:-\w{3,6})?)\s*:\s*["']?-\d{3,}|translate[XY]?\(\s*-\d{3,}/i,
  ],
  [
    'an element without a size',
    /(?:^|[\s;])(?:max-)?(?:height|width)\s*:\s*["']?[01](?:px)?\s*(?:;|$)[^"]{0,400}overflow\s*:\s*hidden|overflow\s*:\s*hidden[^"]{0,400}(?:max-)?(?:height|width)\s*:\s*["']?[01](?:px)?\s*(?:;|$)|clip(?:-path)?\s*:\s*(?:rect\(\s*[01]|inset\(\s*(?:50|100)%)|scale\(\s*0\s*\)|zoom\s*:\s*0/i,
  ],
];

function* formulas(text: string): Generator<HiddenText> {
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
    if (!formulaUnits.includes(text[at + 1] ?? '')) continue;
    unseenFormula.lastIndex = at;
    const match = unseenFormula.exec(text);
    if (!match) continue;
    const decoded = plain((match[1] ?? match[2] ?? '').replace(/\\[a-z]{1,12}|[{}]/gi, ' '));
    if (!/\p{L}{2,}\s+\p{L}{2,}/u.test(decoded)) continue;
    const span = { start: at, end: at + match[0].length };
    at = span.end - 1;
    yield { kind: 'invisible', ...span, tier: 'likely', reason: 'a formula that shows nothing', decoded };
  }
}

/** What such a command begins with: most escapes are others. */
const formulaUnits = ['t', 'c', 'h', 'v', 'p'];
const unseenFormula =
  /\\(?:textcolor\s?\{\s?white\s?\}\s?\{|color\s?\{\s?white\s?\}\s?\{?)([^}\n$]{3,2000})|\\[hv]?phantom\s?\{([^}\n$]{3,2000})/y;
