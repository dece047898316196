import { isDummy } from './judgeDummy';
import { isUnpronounceable, oddness } from './judgeLetters';
import { entropy, isSpelledOut, judgeValue } from './judgeValue';

/**
 * How unlike the words of a sentence a value is: `strong` is what nobody would say (letters and digits through each other, a row of
 * letters that chance made), `mixed` is what people take for a password (a word with digits and signs), undefined is a word, a
 * name, a number, a version, a path.
 */
export function judgeTold(value: string): 'strong' | 'mixed' | undefined {
  if (
    value.length < 6 ||
    value.length > 400 ||
    /["'`]|\]\(|:\/\/|A-Z|a-z|0-9|(?:SECRET|PII)_[A-Z\d_]*\d|^(?:process\.env|import\.meta|os\.environ|env|settings|config|secrets|vars?)[.[]/.test(
      value,
    ) ||
    !/\p{L}/u.test(value)
  )
    return undefined;
  if (value.length >= 16 && isDummy(value)) return undefined;
  const { shape } = judgeValue(value);
  if (shape === 'no') return undefined;
  if (/^[a-z]{8,}\d{0,2}$/i.test(value) && isOdd(value)) return 'strong';
  if (/^[A-Za-z0-9+/]{20,}={0,2}$/.test(value) && changesIn(value) * 2.4 >= value.length) return 'strong';
  if (/^[a-z]+\d{0,2}$/i.test(value) && mixedCase.test(value) && oddness(value) >= 2) return 'mixed';
  if (joined.test(value) || named.test(value) || /^[\p{L}\p{M}'’_.-]+$|^-{0,2}[\w-]+=/u.test(value)) return undefined;
  if (shape === 'word' && !/^[A-Z][a-z]+(?:[-_.][A-Za-z]+)+[-_.]\d{2,6}$/.test(value)) return undefined;
  if (isSpelledOut(value) && value.length < 12) return undefined;
  return isJumbled(value) && !kebab.test(value) ? 'strong' : 'mixed';
}

/** Things whose names have digits: standards, algorithms, versions, units, dates, types, addresses, paths. */
const named =
  /^(?:v?\d+(?:\.\d+)+\S{0,12}|0[bo][0-7_]+|0x[\da-f]{1,16}|[?#].*|(?:sha|md|aes|rsa|utf|iso|rfc|ecma|es|http|oauth|base|int|uint|float|hmac|pbkdf|argon|bcrypt|ed|x|p|win|arm|amd|ipv|tls|ssl|log|blake|chacha|crc|cve|eip|erc|bip|fips|nist|pkcs|level|step|version|python|java|php|node|angular|phase|part|chapter|section|figure|table|issue|ticket|room)[-_ ]?\d[\w./-]{0,8}|\d+(?:[.,]\d+)?(?:[a-z]{1,3}|bits?|chars?|days?|hours?|mins?|minutes?|seconds?|%)|\d{1,4}[-/.:]\d{1,2}[-/.:]\d{1,4}\S{0,16}|[a-z]{2,10}-v?\d{1,6}(?:\.\d+)*|\d+-[a-z]{1,20}|@[\w.-]+|#\d+|[\w.-]+\(.*|.*\(\)|[\w.+-]+@[\w-]+(?:\.[a-z-]+)+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}(?:[:/]\S*)?|(?:\w+\\)+[\w.-]*|[\w.-]*\/[a-z_-]+(?:[/.][\w./-]*)?|[a-z_-]+\/[\w./-]*)$/i;

/** Words joined by signs or by case, with a number behind them or not; each word in one way alone, or many would take for ever. */
const joined =
  /^(?:\p{L}+(?:['’/-]\p{L}+)+\d?|[a-z]+(?:\d[a-z]{0,4})?(?:[-_.][a-z]+(?:\d[a-z]{0,5})?)+|[A-Za-z]+\d{0,2}|[\p{L}_]+\d{0,2})$/u;

/** Short words and numbers joined: what models, releases and days are called. */
const kebab = /^[a-z]+\d?(?:[-.:_][a-z\d]{1,8}){2,8}$/;

/** Capitals and small letters through each other, as no words have them. */
const mixedCase = /[A-Z][a-z]?[A-Z][a-z]?[A-Z][a-z]|[a-z][A-Z]{1,2}[a-z][A-Z]/;

/** Other languages' words are odd too, but hardly as odd as chance. Where case joins words, pairs of letters stand across them. */
function isOdd(value: string): boolean {
  const odd = oddness(value);
  return odd >= 4 || (odd >= 3.4 && !/[a-z][A-Z]/.test(value) && isUnpronounceable(value));
}

function isJumbled(value: string): boolean {
  return (
    value.length >= 9 &&
    /\d/.test(value) &&
    changesIn(value) * (value.length < 16 ? 3.3 : 4.5) >= value.length &&
    entropy(value) >= 2.8
  );
}

/** How often a unit is of another kind than the one before it. */
function changesIn(value: string): number {
  return value.match(change)?.length ?? 0;
}

const change = /(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d|(?<=[a-z])[A-Z]|(?<=[A-Z])[a-z]|(?<=[^A-Za-z\d])[A-Za-z\d]/g;
