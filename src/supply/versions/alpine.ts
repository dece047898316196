import { compareDigits, compareTexts } from './scheme';

/**
 * Alpine's order, as apk-tools 2 has it: numbers, a letter, suffixes, a commit, `-rN`. What is no version as its grammar says
 * counts up to where it breaks off, and comes right before what it would be without the rest.
 */
export function compareAlpine(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)];
  return (
    compareComponents(a.components, b.components) ||
    compareTexts(a.letter, b.letter) ||
    compareComponents(a.afterLetter, b.afterLetter) ||
    compareSuffixes(a.suffixes, b.suffixes) ||
    compareDigits(a.build, b.build) ||
    Number(b.broken) - Number(a.broken)
  );
}

interface Parsed {
  readonly components: readonly string[];
  readonly letter: string;
  readonly afterLetter: readonly string[];
  readonly suffixes: readonly string[];
  readonly build: string;
  readonly broken: boolean;
}

function parse(version: string): Parsed {
  let rest = version;
  const take = (pattern: RegExp): string => {
    const found = pattern.exec(rest)?.[0] ?? '';
    rest = rest.slice(found.length);
    return found;
  };
  const numbers = take(/^[0-9.]*/);
  const letter = take(/^[a-zA-Z]/);
  const afterLetter = letter === '' ? '' : take(/^[0-9]+(?:\.[0-9]+)*/);
  const suffixes = take(/^(?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)[0-9]*)*/);
  take(/^~[0-9a-f]+/);
  const build = take(/^-r(?:[0-9]+|$|(?=-))/);
  const components = numbers.split('.');
  const endsInDot = components.length > 1 && components.at(-1) === '';
  return {
    components: endsInDot ? components.slice(0, -1) : components,
    letter,
    afterLetter: afterLetter.split('.'),
    suffixes: suffixes.split('_').slice(1),
    build: build.slice(2),
    broken: rest !== '' || endsInDot,
  };
}

/** The first by value; one after a dot that begins with 0 by its digits, as after a decimal point. The longer one is newer. */
function compareComponents(one: readonly string[], other: readonly string[]): number {
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const [a, b] = [one[i]!, other[i]!];
    const isFraction = i > 0 && (a.startsWith('0') || b.startsWith('0'));
    const order = isFraction ? compareTexts(a, b) : compareDigits(a, b);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

const order = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];

/** Suffixes by pairs; having none lies between those before and those after a release. */
function compareSuffixes(one: readonly string[], other: readonly string[]): number {
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const [a, b] = [nameOf(one[i] ?? ''), nameOf(other[i] ?? '')];
    const result = order.indexOf(a) - order.indexOf(b) || compareDigits(digitsOf(one[i]), digitsOf(other[i]));
    if (result !== 0) return result;
  }
  return 0;
}

function nameOf(suffix: string): string {
  return suffix.replace(/[0-9]+$/, '');
}

function digitsOf(suffix = ''): string {
  return suffix.slice(nameOf(suffix).length);
}
