import type { Random } from '../random';

/** Passport numbers as states print them, by language of the holder's country: `A` is a letter, `#` a digit, `C` either, without vowels. */
export const passports: readonly (readonly [country: string, language: string, shape: string])[] = [
  ['us', 'en', 'A########'],
  ['us', 'en', '#########'],
  ['gb', 'en', '#########'],
  ['ca', 'en', 'AA######'],
  ['au', 'en', 'PA#######'],
  ['in', 'en', 'A#######'],
  ['za', 'en', 'A########'],
  ['ng', 'en', 'A########'],
  ['ie', 'en', 'PA#######'],
  ['nz', 'en', 'LA######'],
  ['sg', 'en', 'K#######A'],
  ['de', 'de', 'GCCCCCCCC'],
  ['at', 'de', 'A#######'],
  ['ch', 'de', 'X#######'],
  ['fr', 'fr', '##AA#####'],
  ['be', 'fr', 'EA######'],
  ['es', 'es', 'AAA######'],
  ['mx', 'es', 'G########'],
  ['ar', 'es', 'AAA######'],
  ['it', 'it', 'YA#######'],
  ['br', 'pt', 'FA######'],
  ['pt', 'pt', 'CA######'],
  ['nl', 'nl', 'NCC######'],
  ['pl', 'pl', 'EA#######'],
  ['cz', 'cs', '########'],
  ['sk', 'sk', 'BA#######'],
  ['hu', 'hu', 'BA#######'],
  ['ro', 'ro', '#########'],
  ['gr', 'el', 'AA#######'],
  ['se', 'sv', '########'],
  ['dk', 'da', '#########'],
  ['fi', 'fi', 'FA#######'],
  ['tr', 'tr', 'U########'],
  ['ru', 'ru', '## #######'],
  ['ua', 'uk', 'FA######'],
  ['il', 'he', '########'],
  ['sa', 'ar', 'A#######'],
  ['jp', 'ja', 'TA#######'],
  ['cn', 'zh', 'EA#######'],
  ['cn', 'zh', 'G########'],
  ['kr', 'ko', 'M########'],
  ['kr', 'ko', 'M###A####'],
  ['th', 'th', 'AA#######'],
  ['vn', 'vi', 'C#######'],
  ['id', 'id', 'X#######'],
  ['my', 'ms', 'A########'],
];

export function makePassport(shape: string, random: Random): string {
  // A letter that only one country puts there stands for itself; A, C and # are drawn.
  return shape.replace(/[AC#]/g, unit => {
    if (unit === '#') return String(random.below(10));
    return random.pick([...(unit === 'A' ? 'ABCDEFGHJKLMNPRSTUVWXYZ' : 'CFGHJKLMNPRTVWXYZ0123456789')]);
  });
}

/** What stands under such a name and is none: too short, too long, with units that no state prints. */
export function brokenPassport(random: Random): string {
  const shape = random.pick([
    '###',
    '#####',
    'AAAA',
    '#A#',
    'A#',
    '##-##-##-##',
    'AA##############',
    '################',
    '##.##',
    'AAAAAAAAAAAA',
    '#/####',
  ]);
  return makePassport(shape, random);
}
