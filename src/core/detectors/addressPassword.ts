import { isDummy } from '../judge/judgeDummy';
import { holdsVariable, isEveryday, isMadeOfChance } from '../judge/judgePlaced';
import { judgeValue } from '../judge/judgeValue';
import type { Match, Verdict } from './detector';

/** Judges what stands where an address or a connection string has its password; `everyone` says that the place makes it weak. */
export function judgeAddressPassword({ value, groups }: Match, everyone: boolean): Verdict | undefined {
  // It looks like an address of mail where it has an @ of its own, like a name of code where it has a full stop.
  const { shape, says } = judgeValue(withoutPercents(value).replace(/@|(?<=[A-Za-z]\w{0,60})\.(?=[^.]*\d)/g, '!'));
  if (holdsPlace(value) || (value.length >= 4 && shape === 'no')) return undefined;
  if (value.length >= 16 && isDummy(value)) return undefined;
  if (value.includes('/') && shape !== 'mixed' && shape !== 'random') return undefined;
  const weak =
    everyone ||
    (shape !== 'mixed' && shape !== 'random' && (isEveryday(value) || value === groups.user)) ||
    (shape === 'word' && !isMadeOfChance(value)) ||
    value.length < 4;
  return { tier: weak ? 'possible' : 'likely', reason: `it stands where an address has its password; ${says}` };
}

/** A percent stands for a sign, as `%40` for @: which one makes no difference to the judgement. */
export function withoutPercents(value: string): string {
  return value.replace(/%[0-9a-f]{2}/gi, '!');
}

/** True for a template, and for what people write where a password will stand. */
export function holdsPlace(value: string): boolean {
  const plain = value.replace(/%(?:24|7[bd])/gi, it => signs[it.toLowerCase()] as string);
  return (
    holdsVariable(plain) ||
    /^(?:process\.env|os\.environ|env|settings|config|secrets|self|this)[.[]/.test(plain) ||
    template.test(withoutPercents(plain)) ||
    placeholder.test(value)
  );
}

const signs: Readonly<Record<string, string>> = { '%24': '$', '%7b': '{', '%7d': '}' };
const template = /[{}<>]|%(?:[sdv](?![A-Za-z\d])|\()|^\*+$|^[/]/;
const placeholder =
  /^(?:x+|password|pass|pwd|passwd|secret|token|x-oauth-basic|x|p@ssword|my-pa.{0,4}ssword|\.+|(?:my[-_]?)?(?:key|pass|token)[-_]?\d{0,4}|your.*|.*(?:placeholder|changeme).*|api[-_]?key|\[.*\]?)$/i;
