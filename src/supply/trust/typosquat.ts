import { findHomoglyphs } from '../../core/hidden/homoglyphs';
import type { Ecosystem } from '../../core/packages';
import { areNeighbours, type Slip, slipBetween } from './nameDistance';
import { isKnownName, type NameList, namesIn } from './nameLists';

/** A popular name that another one could be taken for, and what makes the two alike. */
export interface Typosquat {
  readonly of: string;
  /** A clause: "one letter is left out". */
  readonly how: string;
}

/**
 * The popular package that a name imitates. Nothing for names that are known to be real, nor where likeness may be chance: short
 * names, versions, other scopes of one's own. It tells of a name, not of what is published under it.
 */
export function typosquatOf(ecosystem: Ecosystem, name: string): Typosquat | undefined {
  const list = namesIn(ecosystem);
  const written = name.toLowerCase();
  if (!list || written.length > 214 || isKnownName(ecosystem, name)) return undefined;
  return (
    alikeLetters(written, list) ??
    otherSeparators(written, list) ??
    (written.startsWith('@') && ecosystem === 'npm'
      ? scopeConfusion(written, list)
      : oneSlip(written, ecosystem, list)) ??
    affixed(written, ecosystem, list)
  );
}

/** Letters of other alphabets, and accents: no registry that is listed here takes such names, but a README may have them. */
function alikeLetters(name: string, list: NameList): Typosquat | undefined {
  const marked = name.normalize('NFKD').replace(/\p{M}/gu, '');
  // A short part between separators may be all of one alphabet: without them it stands beside the others.
  for (const folded of [marked, folding(name), folding(bare(name))]) {
    const of =
      folded === name
        ? undefined
        : list.known.has(folded)
          ? folded
          : folded === bare(name)
            ? undefined
            : bareOf(list).get(folded);
    if (of !== undefined && /[^ -~]/.test(name))
      return { of, how: 'it has letters of another alphabet that look the same' };
  }
  return undefined;
}

function folding(name: string): string {
  return findHomoglyphs(name)
    .reduceRight((text, { start, end, decoded }) => text.slice(0, start) + decoded + text.slice(end), name)
    .toLowerCase();
}

const bare = (name: string) => name.replace(/[-_.@/]/g, '');
const bareNames = new WeakMap<NameList, Map<string, string>>();

/** The popular names by what is left of them without separators. */
function bareOf(list: NameList): Map<string, string> {
  const names = bareNames.get(list) ?? new Map(list.popular.map(it => [bare(it), it]));
  bareNames.set(list, names);
  return names;
}

function otherSeparators(name: string, list: NameList): Typosquat | undefined {
  const of = bareOf(list).get(bare(name));
  if (of === undefined || of.length < 6) return undefined;
  // Whoever has a scope of their own may name what lies in it as they like.
  if (name.startsWith('@') && !(of.startsWith('@') && bare(name) === bare(of))) return undefined;
  return { of, how: 'only its separators are others' };
}

/** `@types-node/x`, `@typescript_eslinter/x`: scopes that anybody could have taken, beside those that many know. */
function scopeConfusion(name: string, list: NameList): Typosquat | undefined {
  const [, scope = '', rest = ''] = /^@([^/]+)\/(.+)$/.exec(name) ?? [];
  if (list.scopes.has(scope)) return undefined;
  for (const [famous, count] of list.scopes) {
    const of = famous.length < 3 ? undefined : meantInScope(scope, rest, famous, count, list);
    if (of !== undefined) return { of, how: `its scope is not @${famous}` };
  }
  return undefined;
}

/** The package of a known scope that one of another scope looks like. */
function meantInScope(
  scope: string,
  rest: string,
  famous: string,
  count: number,
  { known }: NameList,
): string | undefined {
  const same = `@${famous}/${rest}`;
  const real = known.has(same);
  const slip = slipBetween(scope, famous);
  if (bare(famous) === bare(scope)) return same;
  if (slip && !isCount(slip) && (real || (famous.length > 6 && count > 2))) return same;
  const joined = scope.startsWith(famous) ? /^[-_.](.+)$/.exec(scope.slice(famous.length))?.[1] : undefined;
  if (joined !== undefined && (real || known.has(`@${famous}/${joined}`))) return real ? same : `@${famous}/${joined}`;
  const longer =
    [bare, squeezed].some(form => form(scope).startsWith(form(famous))) && scope.length - famous.length <= 3;
  return real && longer ? same : undefined;
}

const squeezed = (text: string) => bare(text).replace(/(.)\1+/g, '$1');

function oneSlip(name: string, ecosystem: Ecosystem, { popular }: NameList): Typosquat | undefined {
  if (name.length < shortest) return undefined;
  // Of module paths and vendors only the owner's part and the name are compared, letter by letter as well.
  for (const of of popular) {
    if (Math.abs(of.length - name.length) > 1 || (of[0] !== name[0] && of.at(-1) !== name.at(-1))) continue;
    const slip = slipBetween(name, of);
    if (slip && isTelling(slip, of, ecosystem)) return { of, how: describe(slip) };
  }
  return undefined;
}

const shortest = 5;

/** Whether a slip is more likely one than the name of something else. */
function isTelling(slip: Slip, of: string, ecosystem: Ecosystem): boolean {
  if (of.startsWith('@') || isCount(slip)) return false;
  // In Go and Packagist the owner is a part of the name, and versions are the last one.
  if (ecosystem === 'Go' && (/\/v\d+$/.test(of) || of.split('/').length < 3)) return false;
  const { kind, at, was, now } = slip;
  if (kind === 'swapped') return of.length >= 5;
  if (/[-_./]/.test(was + now)) return of.length >= 7;
  if (kind === 'added')
    return (of.length >= 6 && !(at === of.length && of.length < 7)) || (of.length >= 5 && now === of[at - 1]);
  if (kind === 'left out') return of.length >= 7 || (of.length >= 6 && at > 0);
  return of.length >= 8 || (of.length === 7 && areNeighbours(was, now));
}

/** `v2`, `lib3`: digits tell one version from another. */
function isCount({ was, now }: Slip): boolean {
  return /^\d*$/.test(was) && /^\d*$/.test(now);
}

function describe({ kind, was, now }: Slip): string {
  if (kind === 'swapped') return `"${was}" is written "${now}"`;
  if (kind === 'added') return `it has one "${now}" too many`;
  return kind === 'left out' ? `one "${was}" is left out` : `"${now}" stands for "${was}"`;
}

const affixes: Partial<Record<Ecosystem, RegExp>> = {
  npm: /^(?:node-|js-|npm-|nodejs-)(.+)$|^(.+?)(?:-js|-node|-npm|-nodejs|\.js|js|-lib|-official|-latest)$/,
  PyPI: /^(?:python-|py-|python3-|pip-)(.+)$|^(.+?)(?:-python|-py|-python3|-official|-lib|-latest)$/,
};

/** `python-requests`, `lodash-js`: the name of one that everybody knows, with what anybody could put before or behind it. */
function affixed(name: string, ecosystem: Ecosystem, { popular, known }: NameList): Typosquat | undefined {
  const match = affixes[ecosystem]?.exec(name);
  const of = match?.[1] ?? match?.[2];
  if (of === undefined || of.length < 5 || !known.has(of) || !popular.includes(of)) return undefined;
  return { of, how: 'it is that name with something before or behind it that says nothing' };
}
