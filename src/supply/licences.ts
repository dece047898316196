import correct from 'spdx-correct';
import parse from 'spdx-expression-parse';
import { createGlob } from '../core/glob';
import type { Fingerprinter } from '../core/model';
import type { LicencePolicy, PackageEntry, PackageFile, PackageFinding } from '../core/packages';

export interface LicenceVerdict {
  readonly verdict: 'allowed' | 'denied' | 'unknown';
  /** A clause for a person. */
  readonly reason: string;
}

/**
 * Judges a licence as a package names it: an SPDX expression, or a text that surely means one. Of alternatives (`OR`) one must be
 * allowed, of parts (`AND`) all.
 */
export function judgeLicence(expression: string | undefined, policy: LicencePolicy): LicenceVerdict {
  const text = expression?.trim() ?? '';
  const spdx = licenceExpression(text);
  if (spdx === undefined)
    return { verdict: 'unknown', reason: text === '' ? 'names no licence' : 'names no licence of SPDX' };
  return judgeTree(parse(spdx), createMatcher(policy));
}

/** The SPDX expression that a text is or surely means: `Apache 2` is `Apache-2.0`, but `BSD` might be several. */
export function licenceExpression(text: string): string | undefined {
  const plain = text.trim();
  if (plain === '' || plain.length > longest || /^(?:UNLICENSED|NONE|NOASSERTION|UNKNOWN)$/i.test(plain))
    return undefined;
  if (isExpression(plain)) return plain;
  if (plain.length > 80) return undefined;
  const corrected = correct(plain, { upgrade: false });
  return corrected !== null && isSure(plain, corrected) ? corrected : undefined;
}

/** Whether a text is a valid SPDX expression. */
export function isExpression(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What is said of packages whose licences the policies, one of each layer of settings, don't all allow; nothing where there are none. */
export function licenceFindings(
  file: PackageFile,
  all: readonly LicencePolicy[],
  fingerprint: Fingerprinter,
): PackageFinding[] {
  const policies = all.filter(({ allow, deny }) => allow?.length || deny?.length);
  if (policies.length === 0) return [];
  // A lockfile's thousands of packages share a few licences.
  const judged = new Map<string, LicenceVerdict>();
  const judge = (licence: string) => {
    const verdict = judged.get(licence) ?? strictest(licence, policies);
    judged.set(licence, verdict);
    return verdict;
  };
  return file.packages.flatMap(entry => {
    if (entry.license === undefined) return [];
    const { verdict, reason } = judge(entry.license);
    if (verdict === 'allowed' || (verdict === 'unknown' && !policies.some(({ unknown }) => unknown === 'warn')))
      return [];
    return [toFinding(file, entry, verdict, reason, fingerprint)];
  });
}

function strictest(licence: string, policies: readonly LicencePolicy[]): LicenceVerdict {
  const verdicts = policies.map(policy => judgeLicence(licence, policy));
  const of = (wanted: LicenceVerdict['verdict']) => verdicts.find(({ verdict }) => verdict === wanted);
  return of('denied') ?? of('unknown') ?? verdicts[0]!;
}

const longest = 2000;

/** Words that people put around a licence's name. */
const filler =
  /\b(?:the|licen[sc]e[ds]?|licen[sc]ing|version|software|foundation|public|general|gnu|v|under|inc|of|and\/or)\b|[(),;:"']/gi;
const expansions: Readonly<Record<string, string>> = { mozilla: 'mpl', eclipse: 'epl', lesser: 'lgpl', affero: 'agpl' };

/** A correction is sure where each word is part of the identifier, and where the text has the version's number. */
function isSure(text: string, id: string): boolean {
  const flat = flatten(id);
  const words = text
    .replace(filler, ' ')
    .split(/[\s/-]+/)
    .map(flatten)
    .filter(word => word !== '');
  const version = /\d/.exec(id)?.[0];
  return (
    words.length > 0 &&
    words.every(word => flat.includes(word) || flat.includes(expansions[word] ?? '?')) &&
    (version === undefined || text.includes(version))
  );
}

function flatten(text: string): string {
  return text
    .toLowerCase()
    .replace(/v(?=\d)/g, '')
    .replace(/[^a-z0-9]/g, '');
}

interface Matcher {
  readonly hasAllow: boolean;
  allows(id: string): boolean;
  denies(id: string): boolean;
}

function createMatcher({ allow = [], deny = [] }: LicencePolicy): Matcher {
  const compile = (globs: readonly string[]) => {
    const all = globs.map(glob => createGlob(glob.toLowerCase(), false));
    return (id: string) => all.some(matches => matches(id.toLowerCase()));
  };
  return { hasAllow: allow.length > 0, allows: compile(allow), denies: compile(deny) };
}

function judgeTree(node: parse.Info, matcher: Matcher): LicenceVerdict {
  if ('license' in node) return judgeOne(node, matcher);
  const [left, right] = [judgeTree(node.left, matcher), judgeTree(node.right, matcher)];
  const order: readonly LicenceVerdict['verdict'][] =
    node.conjunction === 'or' ? ['allowed', 'unknown', 'denied'] : ['denied', 'unknown', 'allowed'];
  return order.indexOf(left.verdict) <= order.indexOf(right.verdict) ? left : right;
}

/** A licence with an exception is looked for as a whole first, then without it. */
function judgeOne(node: parse.LicenseInfo, matcher: Matcher): LicenceVerdict {
  const id = node.plus ? `${node.license}+` : node.license;
  const whole = node.exception === undefined ? id : `${id} WITH ${node.exception}`;
  if (whole !== id) {
    if (matcher.denies(whole)) return { verdict: 'denied', reason: `${whole} is denied` };
    if (matcher.allows(whole)) return { verdict: 'allowed', reason: `${whole} is allowed` };
  }
  const names = namesOf(node.license, node.plus === true);
  if (names.some(matcher.denies)) return { verdict: 'denied', reason: `${whole} is denied` };
  if (!matcher.hasAllow || names.some(matcher.allows)) return { verdict: 'allowed', reason: `${whole} is allowed` };
  return /^(?:LicenseRef|DocumentRef)-/.test(id)
    ? { verdict: 'unknown', reason: `${whole} is no licence of SPDX` }
    : { verdict: 'denied', reason: `${whole} is not among the licences that are allowed` };
}

/** GNU licences have old names: `GPL-2.0` is `GPL-2.0-only`, `GPL-2.0+` is `GPL-2.0-or-later`. */
function namesOf(license: string, plus: boolean): string[] {
  const base = license.replace(/-(?:only|or-later)$/, '');
  if (!/^(?:A|L)?GPL-|^GFDL-/.test(license)) return plus ? [license, `${license}+`] : [license];
  const later = plus || license.endsWith('-or-later');
  return later ? [`${base}-or-later`, `${base}+`] : [`${base}-only`, base];
}

function toFinding(
  file: PackageFile,
  entry: PackageEntry,
  verdict: 'denied' | 'unknown',
  reason: string,
  fingerprint: Fingerprinter,
): PackageFinding {
  const detector = 'supply/licence';
  const name = entry.version === undefined ? entry.name : `${entry.name} ${entry.version}`;
  return {
    ...file.locate(entry),
    ...{ detector, kind: 'supply', title: verdict === 'denied' ? 'Licence not allowed' : 'Licence unknown' },
    severity: verdict === 'denied' ? 'warning' : 'information',
    tier: verdict === 'denied' ? 'certain' : 'possible',
    reason: `${name}: ${reason}`,
    fingerprint: fingerprint(detector, `${entry.ecosystem}:${entry.name} ${entry.license ?? ''}`),
    entry,
    advisories: [],
    path: file.pathTo(entry),
  };
}
