import type { Draw } from './draw';
import { shapeLike } from './numbers';
import { type Locale, type LocaleOf, wordList } from './wordLists';

/** What a synthesizer remembers of the texts so far. */
export interface Memory {
  /** Which word stands for which word of a name, so that `maria` in an address of mail becomes what Maria becomes. */
  readonly words: Map<string, string>;
  readonly localeOf: LocaleOf;
}

/**
 * A name in the same script, with as many words in the same places. The first try gives each word its own fixed substitute;
 * later ones, for when that name is taken, differ in the family name and then make names up.
 */
export function nameLike(value: string, draw: (word: string) => Draw, attempt: number, memory: Memory): string {
  const locale = memory.localeOf(value);
  // A script without a list: other letters of it.
  if (locale === 'en' && /[^\P{L}\p{Script=Latin}]/u.test(value)) return shapeLike(value, draw(`${value}/${attempt}`));
  if (isUnspaced(value)) return unspacedName(value, locale, draw(`${value}/${attempt}`));
  const words = value.match(word)?.filter(it => !isKept(it)) ?? [];
  const turned = /^[^\s,]+(?: [^\s,]+)?, /.test(value);
  const family = words.length === 1 ? -1 : turned ? 0 : words.length - 1;
  let at = -1;
  return value.replace(word, one => {
    if (isKept(one)) return one;
    at++;
    if (/^.\.?$/u.test(one)) return initialLike(one, locale, draw(`${one}/${attempt}`));
    // A name on its own may be either; which list it comes from must not differ from the whole name's.
    const changes = attempt > 0 && (family < 0 || at === family || attempt > 3);
    const key = keyOf(one);
    const old = changes ? undefined : memory.words.get(key);
    const made =
      old ??
      wordFor(
        at === family ? 'family' : 'given',
        locale,
        draw(`${key}/${changes ? attempt : 0}`),
        changes ? attempt : 0,
      );
    if (!changes && !old) memory.words.set(key, made);
    return inCaseOf(one, made);
  });
}

function initialLike(one: string, locale: Locale, draw: Draw): string {
  return inCaseOf(one, draw.pick(wordList(locale).given)[0] as string) + one.slice(1);
}

/** The part before the `@`: its words become what they became in names, others are drawn; digits change. */
export function mailboxLike(value: string, draw: (word: string) => Draw, attempt: number, memory: Memory): string {
  const made = value.replace(/\p{L}[\p{L}\p{M}]*|\d+/gu, part => {
    if (/^\d/.test(part)) return digitsLike(part, draw(`${part}/${attempt}`));
    const key = keyOf(part);
    const old = attempt > 3 ? undefined : memory.words.get(key);
    const one = old ?? wordFor('given', 'en', draw(`${key}/${attempt}`), attempt);
    if (!old && attempt === 0 && part.length > 2) memory.words.set(key, one);
    const plain = toAscii(one);
    const mail = plain === '' ? toAscii(wordFor('family', 'en', draw(`${key}/0`), 0)) : plain;
    return inCaseOf(part, part.length === 1 ? mail.slice(0, 1) : mail.toLowerCase());
  });
  if (attempt === 0) return made;
  const more = draw(`${value}/${attempt}`);
  return `${made}${attempt < 6 ? more.below(90) + 10 : more.below(90_000) + 10_000}`;
}

/** A town's name in the same script. */
export function townLike(value: string, draw: Draw, attempt: number, { localeOf }: Pick<Memory, 'localeOf'>): string {
  const locale = localeOf(value);
  const town = draw.pick(wordList(locale).towns);
  return inCaseOf(
    value,
    attempt < 3
      ? town
      : isUnspaced(value)
        ? town + draw.pick(wordList(locale).towns)
        : `${madeUp(locale, draw)} ${town}`,
  );
}

const word = /[\p{L}\p{M}][\p{L}\p{M}\u200c'’]*\.?/gu;

/** Titles, particles, and initials without a name keep their places. */
function isKept(one: string): boolean {
  return /^(?:mr|mrs|ms|miss|dr|prof|sr|sra|herr|frau|mme|mlle|sir|ing|dipl|jr|ii|iii|iv|md|phd|dds|dvm|med|de|da|do|dos|das|del|di|du|van|von|der|den|ter|la|le|el|al|bin|ibn|y|e|zu)\.?$/i.test(
    one,
  );
}

function wordFor(role: 'given' | 'family', locale: Locale, draw: Draw, attempt: number): string {
  const list = wordList(locale)[role];
  const one = draw.pick(list);
  if (attempt < 2) return one;
  const other = draw.pick(list.filter(it => it !== one));
  return attempt < 8 && role === 'family' ? `${one}${joint(locale)}${other}` : madeUp(locale, draw);
}

function joint(locale: Locale): string {
  return cased(locale) ? '-' : locale === 'ja' || locale === 'zh' || locale === 'ko' ? '' : ' ';
}

function cased(locale: Locale): boolean {
  return !['ja', 'zh', 'ko', 'ar', 'he', 'fa', 'hi'].includes(locale);
}

/** A name that sounds like those of the list: the beginning of one and the end of another. */
function madeUp(locale: Locale, draw: Draw): string {
  const { given, family } = wordList(locale);
  const [first, middle, last] = [draw.pick(given), draw.pick(family), draw.pick(family)];
  if (!cased(locale))
    return locale === 'ja' || locale === 'zh' || locale === 'ko' ? first + middle : `${first} ${middle}`;
  return (
    first.slice(0, 2 + draw.below(3)) +
    middle.slice(1, 3 + draw.below(2)).toLowerCase() +
    last.slice(-3 - draw.below(3)).toLowerCase()
  );
}

/** Chinese, Japanese and Korean names: family name first, no blank, or one. */
function isUnspaced(value: string): boolean {
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(value);
}

function unspacedName(value: string, locale: Locale, draw: Draw): string {
  const { given, family } = wordList(locale);
  const gap = /[\s・　·]/.exec(value)?.[0];
  const length = [...value].length;
  const name = draw.pick(given);
  const other = [...name][0]! + ([...draw.pick(given)].at(-1) as string);
  const made = draw.below(2) === 0 ? name : other;
  if (gap === undefined && length <= 2)
    return locale === 'zh' && length === 2 ? draw.pick(family) + [...made].at(-1) : made;
  return draw.pick(family) + (gap ?? '') + made;
}

/** Marks and the usual ways round them are no difference: Jürgen, Juergen and jurgen are one word. */
function keyOf(one: string): string {
  return (
    toAscii(one)
      .toLowerCase()
      .replace(/ae|oe|ue/g, it => it[0] as string) || one.toLowerCase()
  );
}

function toAscii(text: string): string {
  return text
    .replace(/[ßøØæÆłŁđĐıİœ]/g, it => plain[it] ?? it)
    .normalize('NFD')
    .replace(/[^A-Za-z-]/g, '');
}

const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  æ: 'a',
  Æ: 'A',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  İ: 'I',
  œ: 'o',
};

/** As many digits, the first one no zero unless it was one. */
export function digitsLike(digits: string, draw: Draw): string {
  return [...digits]
    .map((digit, at) => (at === 0 ? (digit === '0' ? '0' : String(1 + draw.below(9))) : String(draw.below(10))))
    .join('');
}

/** Written as the original is: all capitals, all small letters, or as it comes. */
export function inCaseOf(original: string, made: string): string {
  const letters = original.replace(/\P{L}/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return made.toUpperCase();
  if (letters === letters.toLowerCase() && letters !== letters.toUpperCase()) return made.toLowerCase();
  return made;
}
