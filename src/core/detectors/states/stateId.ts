import { stdnum } from 'stdnum';
import { type Form, formOf } from './form';

/** One kind of number that a state or its offices give to a person or a business. */
export interface StateId {
  /** Country first: `de-tax-id`. */
  readonly name: string;
  /** What it is, for a person: "German tax number". */
  readonly title: string;
  /** Its own names; see `Identity.words`. */
  readonly words: string;
  readonly form: Form;
  /** Its own checksum and structure, for a value as it is written; `around` is what stands about it. */
  readonly valid: (value: string, around?: string) => boolean;
}

/** A check of what is left of a value without separators, in upper case. */
export type Check = (bare: string) => boolean;

/**
 * One entry. `check` is a validator of stdnum by its name, or what stdnum lacks or reads differently; without one, the form
 * is all there is.
 */
export function id(name: string, title: string, words: string, form: string, check?: string | RegExp | Check): StateId {
  return { name, title, words, form: formOf(form), valid: validOf(name.slice(0, 2).toUpperCase(), check) };
}

function validOf(country: string, check: string | RegExp | Check | undefined): (value: string) => boolean {
  if (check === undefined) return () => true;
  if (typeof check === 'function') return value => check(bareOf(value));
  if (check instanceof RegExp) return value => check.test(bareOf(value));
  const validator = stdnum[country]?.[check];
  // A name that stdnum doesn't have is a mistake in an entry.
  if (!validator) throw new Error(`stdnum has no ${country}.${check}`);
  return value => validator.validate(bareOf(value)).isValid || validator.validate(value.toUpperCase()).isValid;
}

function bareOf(value: string): string {
  return value.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
