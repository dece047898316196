import { globParts } from './loadGlobParts';

/**
 * Whether a text fits a glob of minimatch's dialect: `*`, `?`, `[a-z]`, `{a,b}`, and `**` over folders. Globs come from
 * strangers, and the expressions that minimatch itself makes of them can be tried for hours (`*a*a*a…`). So it only parses
 * them, and the matching is done here, in time that grows with the product of the two lengths.
 */
export function createGlob(glob: string, matchBase: boolean): (path: string) => boolean {
  const whole = glob.endsWith('/') ? `${glob}**` : glob;
  let alternatives: readonly (readonly (readonly Unit[])[])[] | undefined;
  return path => {
    alternatives ??= globParts(whole).map(readParts);
    const names = path.split('/');
    return alternatives.some(parts =>
      matchBase && parts.length === 1 ? fits(parts[0]!, names.at(-1)!) : matchesAll(parts, names, isFolders, fits),
    );
  };
}

/** One unit of a part: exactly this one, one that the class has, or any number of any. */
type Unit = string | RegExp | typeof star;
const star = Symbol('*');
const any = /[\s\S]/u;

/** Stands for `**`. */
const folders: readonly Unit[] = [star, star];
const isFolders = (part: readonly Unit[]) => part === folders;

/** `a/**` is what lies in the folder, not a file of its name. */
function readParts(parts: readonly string[]): readonly (readonly Unit[])[] {
  const read = parts.map(readPart);
  return read.at(-1) === folders ? [...read, [star]] : read;
}

function readPart(part: string): readonly Unit[] {
  return part === '**' ? folders : Array.from(part.matchAll(/\\(.)|\[[!^]?\]?[^\]]*\]|[\s\S]/gu), readUnit);
}

function readUnit([unit, escaped]: RegExpExecArray): Unit {
  if (escaped !== undefined) return escaped;
  if (unit === '*') return star;
  if (unit === '?') return any;
  return unit.length > 1 && unit.startsWith('[') ? readClass(unit) : unit;
}

function readClass(unit: string): Unit {
  const inside = unit
    .slice(1, -1)
    .replace(/^!/, '^')
    .replace(/[\\[\]]/g, '\\$&');
  try {
    return new RegExp(`^[${inside}]$`, 'u');
  } catch {
    return unit[0]!; // `[z-a]` has no members in any dialect; nothing that is longer than one character fits it either.
  }
}

function fits(part: readonly Unit[], name: string): boolean {
  const isStar = (unit: Unit) => unit === star;
  return matchesAll(part, [...name], isStar, (unit, letter) =>
    unit instanceof RegExp ? unit.test(letter) : unit === letter,
  );
}

/**
 * Wildcards over a list: where something doesn't fits, only the last wildcard passed has to take one more, for whatever an
 * earlier one could take instead, the later one could as well.
 */
function matchesAll<P, I>(
  parts: readonly P[],
  items: readonly I[],
  wild: (part: P) => boolean,
  fits: (part: P, item: I) => boolean,
): boolean {
  let part = 0;
  let item = 0;
  let retry: { part: number; item: number } | undefined;
  while (item < items.length) {
    if (part < parts.length && wild(parts[part]!)) {
      retry = { part: ++part, item };
    } else if (part < parts.length && fits(parts[part]!, items[item]!)) {
      part++;
      item++;
    } else if (retry) {
      item = ++retry.item;
      part = retry.part;
    } else return false;
  }
  while (part < parts.length && wild(parts[part]!)) part++;
  return part === parts.length;
}
