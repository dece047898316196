/**
 * How a number is written, in short: `9` a digit, `A` a letter, `X` either, a blank, `-`, `.` or `/` a separator that may be
 * another or missing, `[…]`, `{n}`, `(…)?` and `|` as in a pattern; anything else stands for itself.
 */
export interface Form {
  /** Source of a pattern, for use without regard to case. */
  readonly source: string;
  /** A template of `sample()` for its first spelling, with its separators. */
  readonly template: string;
}

/** Reads a form, as far as it is asked for: most never are. */
export function formOf(facts: string): Form {
  return {
    get source() {
      return unitsOf(facts)
        .map(([unit, count]) => sourceOf(unit) + count)
        .join('');
    },
    get template() {
      return unitsOf(plainest(facts))
        .map(([unit, count]) => templateOf(unit, Number(/\d+/.exec(count)?.[0] ?? 1)))
        .join('')
        .replace(/(?:\{digit:1\})+/g, run => `{digit:${run.length / '{digit:1}'.length}}`);
    },
  };
}

/** Its first spelling, without what may be missing. */
function plainest(facts: string): string {
  let left = facts.replace(/\\[()]\??/g, '');
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/\((?:\?:)?[^()]*\)\?/g, '').replace(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)/g, '$1');
  }
  return (left.split('|', 1)[0] as string).replace(/([ ./-])\?/g, '$1').replace(/(?:\[[^\]]*\]|[^\]])\?/g, '');
}

function unitsOf(facts: string): (readonly [unit: string, count: string])[] {
  return [...facts.matchAll(/(\[[^\]]*\]|[^{}])((?:\{[\d,]+\})?)/g)].map(([, unit = '', count = '']) => [unit, count]);
}

const separator = '[ ./‑–-]?';

function sourceOf(unit: string): string {
  if (unit === '9') return String.raw`\d`;
  if (unit === 'A') return '[A-Z]';
  if (unit === 'X') return '[A-Z0-9]';
  return /[ ./-]/.test(unit) && unit.length === 1 ? separator : unit;
}

function templateOf(unit: string, count: number): string {
  if (unit === '9') return `{digit:1}`.repeat(count);
  if (unit === 'A') return `{upper:${count}}`;
  if (unit === 'X') return `{uppernum:${count}}`;
  if (unit === '[0-9]') return `{digit:1}`.repeat(count);
  return (unit.startsWith('[') ? (unit[1] as string) : unit).repeat(count);
}
