import type { Verdict } from '../detectors/detector';
import type { Tier } from '../model';
import { isDummy } from './judgeDummy';
import { areDrawn, isUnpronounceable } from './judgeLetters';
import { judgeValue } from './judgeValue';

/**
 * Judges a literal that stands where only a password can stand. `place` says where, for the reason: "a command takes its
 * password there". `words` is the tier of a value that could be a word or a name; `none` leaves those alone.
 */
export function judgePlaced(value: string, place: string, words: Tier | 'none' = 'likely'): Verdict | undefined {
  if (value.length < 3 || holdsVariable(value) || notOne.test(value) || (value.length >= 16 && isDummy(value)))
    return undefined;
  const { shape, says } = judgeValue(value);
  if (shape === 'no' && value.length >= 4) return undefined;
  const tier =
    isEveryday(value) || value.length < 4 ? 'possible' : shape === 'word' ? wordTier(value, words) : 'likely';
  return tier && { tier, reason: `${place}; ${says}` };
}

/** True for what nearly everybody writes where a password stands in an example. */
export function isEveryday(value: string): boolean {
  return everyday.test(value.replace(/^#|#$/g, ''));
}

/** True where a variable is put in. Behind other signs a dollar begins one where a word in one case follows it; passwords have one too. */
export function holdsVariable(value: string): boolean {
  return variable.test(value);
}

const variable = /^\$|\$[{(]|\$(?:[A-Z_]{2,}\d?|[a-z_]{2,}\d?|[a-z]{2,}(?:[A-Z][a-z]+)+)(?!\w)/;

/** True for letters that hardly a word has in this order. */
export function isMadeOfChance(value: string): boolean {
  return areDrawn(value) || isUnpronounceable(value);
}

function wordTier(value: string, words: Tier | 'none'): Tier | undefined {
  if (isMadeOfChance(value)) return 'likely';
  return words === 'none' ? undefined : words;
}

const everyday =
  /^(?:postgres(?:ql)?|root|admin\d{0,3}|password\d?|passw0rd|passwd|p@ssw0rd|p4ssw0rd|pass\d{0,4}|pwd|secret|guest|test(?:ing)?\d{0,3}|user|username|login|mysql|redis|mongo|mongodb|rabbit|rabbitmq|dev|app|docker|changeme|example|sa|minio|minioadmin|123|1234|12345|123456|12345678|123456789|toor|hunter2|foo|bar|baz|foobar|hello|welcome|letmein|demo|default|public|private|token|key|value|string|abc|abc123|qwerty|wrong|bad|invalid|xyzzy|anonymous|(?:my|some|the|your|user|db|new|old|test|wrong|bad)[-_]?(?:pass(?:word)?|pwd|secret|pw))$/i;

/** What holds the place of a password, or is no literal. */
const notOne =
  /[{}<>]|%(?:[sdv](?![A-Za-z\d])|\()|^[*.x-]+$|^\[.*\]?$|^(?:pass(?:word|wd)?|pwd|api[-_]?key|placeholder|redacted|omitted|hidden|removed|masked|none|null|nil|true|false|undefined)$/i;
