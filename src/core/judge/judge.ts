import type { Verdict } from '../detectors/detector';
import type { Assignment } from '../detectors/readAssignment';
import { isDummy } from './judgeDummy';
import { featuresOf } from './judgeFeatures';
import { judgeKey, type KeyVerdict } from './judgeKey';
import { probabilityOf } from './judgeModel';
import { judgePhrase } from './judgePhrase';
import { isStrong } from './judgeStrong';
import { fitsSyntax } from './judgeSyntax';
import { isSpelledOut, judgeValue } from './judgeValue';
import type { Weighable } from './weighable';

/** Whether a literal given to a key is a secret: by the key's words, the value's make, and the syntax around it. */
export function judge(assignment: Assignment, text: string, path: string | undefined): Verdict | undefined {
  const found = weigh(assignment, text, path);
  if (!found) return judgePhrase(assignment, text, path);
  const { key, value, shape, says } = found;
  const probability = isStrong(found, assignment)
    ? 1
    : probabilityOf(featuresOf(assignment, key, value, shape, text, path));
  if (probability < (key.grade === 3 ? atAllForPassword : atAll)) return undefined;
  const tier = probability < enough || isUnsure(key, value, path ?? '') ? 'possible' : 'likely';
  return { tier, start: assignment.start, end: assignment.end, reason: `the key says ${key.word}; ${says}` };
}

/** From which probability on a finding is likely, and from which on it is possible. */
const enough = 0.6;
const atAll = 0.15;
const atAllForPassword = 0.06;

/** However probable: what is hardly worth a word in the editor. */
function isUnsure(key: KeyVerdict, value: string, path: string): boolean {
  return (
    weakKinds.test(key.kind) ||
    isCounted(value) ||
    (key.grade < 3 && oddSign.test(value)) ||
    others.test(path) ||
    (tests.test(path) && /^[a-z]{4,12}\d{0,4}$/i.test(value) && isSpelledOut(value))
  );
}

/** What somebody typed to have anything at all: letters in their order or a word for tests, and digits that count up. */
export function isCounted(value: string): boolean {
  return /^(?:abc(?:def)?|ABC(?:DEF)?|TEST[A-Z]*)12345\d*$/.test(value);
}

const tests = /(?:^|[/_.-])tests?[/_.]/;

/** What goes with a secret and is none by itself. */
const weakKinds = /nonce|signature|sid/;

/** Machines make no tokens with such a sign: somebody's name for one, or a token that is broken. */
const oddSign = /^[A-Za-z0-9]+[?!*^~$,;&|<>{}()@#%][A-Za-z0-9]+$/;

/** Packages of others, as they are installed: what looks like a secret there is their example. */
const others = /(?:^|\/)(?:node_modules|bower_components|site-packages|dist-packages|\.pnpm|\.yarn)\//;

export function weigh(assignment: Assignment, text: string, path: string | undefined): Weighable | undefined {
  const key = judgeKey(assignment.key);
  if (!key || key.about || key.flagged || isMethodOf(assignment)) return undefined;
  const value = plain(text.slice(assignment.start, assignment.end));
  if (isPublic(assignment, key, value, text, path)) return undefined;
  if (sameWords(assignment.key, value) || !fitsSyntax(assignment, text, value, path)) return undefined;
  const { shape, says } = judgeValue(value);
  if (shape === 'no' || (key.grade < 3 && isDummy(value))) return undefined;
  return { key, value, shape, says };
}

/** What is done with a secret by a method of it: `password.encode('utf-8')`. */
function isMethodOf({ key, operator }: Assignment): boolean {
  return operator === '(' && key.includes('.') && judgeKey(key.slice(key.lastIndexOf('.') + 1)) === undefined;
}

/** What escapes stand for counts as a letter; bytes count by their digits. */
function plain(value: string): string {
  return value.includes('\\')
    ? value.replace(/\\(?:u[0-9a-f]{4}|x([0-9a-f]{2}))/gi, (_, byte?: string) => byte ?? 'a')
    : value;
}

/** A caption of a translation, the token of a badge, the fingerprint of a key, the key of a row. */
function isPublic(
  { keyStart }: Assignment,
  key: KeyVerdict,
  value: string,
  text: string,
  path: string | undefined,
): boolean {
  if (path !== undefined && translated.test(path) && !/\d/.test(value)) return true;
  if (key.kind === 'token' && /\.svg\?$/.test(text.slice(Math.max(0, keyStart - 5), keyStart))) return true;
  // A plain key that is a UUID is some row's or item's.
  if (key.grade === 1 && uuid.test(value)) return true;
  return (
    key.grade < 3 &&
    /^(?:[0-9A-F]{40}|[0-9A-F]{16}|0x[0-9a-f]{40})$/i.test(value) &&
    (key.kind === 'key' || /^0x/.test(value))
  );
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const translated =
  /(?:^|[/_.-])(?:locales?|i18n|l10n|lang|translations?|messages|nls)(?:[/_.-]|$)|\.(?:po|pot|strings|arb|resx)$/i;

/** `password: 'Password'`, `TOKEN = "token"`: a name for itself. */
function sameWords(key: string, value: string): boolean {
  const bare = (it: string) => it.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [inKey, inValue] = [bare(key), bare(value)];
  return inValue.length > 8 && (inKey === inValue || inKey.endsWith(inValue));
}
