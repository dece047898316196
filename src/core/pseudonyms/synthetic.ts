import { loadDetectors } from '../detectors/load';
import type { Fingerprinter } from '../model';
import { coordinatesLike, dateLike, ipv4Like, ipv6Like, macLike, streetLike } from './addresses';
import { categoryLike, isCategory } from './categories';
import { createDraw, type Draw } from './draw';
import { type Memory, mailboxLike, nameLike, townLike } from './names';
import { bicLike, cardLike, ibanLike, shapeLike, validBy, validLike } from './numbers';
import { phoneLike } from './phones';
import { escaped, unescaped } from './spelling';
import { createLocaleOf } from './wordLists';

/** Realistic values in place of real ones. */
export interface Synthesizer {
  /**
   * Synthetic values for a value of a kind, the best first: of the same format and locale, valid by checksum, from ranges that are
   * set aside for tests where there are such. The same for the same key and value. Empty for what has no such value. Where a text
   * will be restored, only those that are told from other text by themselves.
   */
  candidates(detector: string, value: string, restorable: boolean): Iterable<string>;
}

/** Makes a synthesizer from a keyed hash: who doesn't have the key can't go back from a synthetic value by trying. */
export function createSynthesizer(fingerprint: Fingerprinter): Synthesizer {
  const memory: Memory = { words: new Map(), localeOf: createLocaleOf() };
  return {
    *candidates(detector, written, restorable) {
      const make = makerOf(detector);
      if (!make || (restorable && isNeverDistinct(detector))) return;
      const value = unescaped(written);
      const draw = (word: string) => createDraw(fingerprint('synthetic', word));
      for (let attempt = 0; attempt < attempts; attempt++) {
        const made = make({
          value,
          attempt,
          draw,
          memory,
          // A keyed hash, which names and addresses of mail don't need.
          get once() {
            return draw(`${detector}\0${value}\0${attempt}`);
          },
        });
        if (made === undefined || made === value || made === '' || (restorable && !isDistinct(detector, made)))
          continue;
        yield value === written ? made : escaped(made);
      }
    },
  };
}

/** Whether a synthetic value of this kind is told from other text, so that it can be found again and stand for one value alone. */
function isDistinct(detector: string, synthetic: string): boolean {
  if (isNeverDistinct(detector)) return false;
  const units = synthetic.replace(/[^\p{L}\p{N}]/gu, '');
  const digits = units.replace(/\D/g, '').length;
  if (digits === units.length) return digits >= 6;
  return units.length >= (/[^\p{L}\p{N}\s.'-]/u.test(synthetic) || digits > 0 ? 6 : isUnspaced(synthetic) ? 2 : 4);
}

function isNeverDistinct(detector: string): boolean {
  return isCategory(detector) || tooCommon.test(detector);
}

const tooCommon = /^pii\/(?:card-security-code|card-expiry|card-pin|postal-code|geolocation|coordinates)$/;

function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** After so many tries a kind's room counts as used up. */
const attempts = 24;

interface Task {
  readonly value: string;
  readonly attempt: number;
  /** Draws for this very value and try. */
  readonly once: Draw;
  /** Draws for a part of a value, the same in all values. */
  readonly draw: (word: string) => Draw;
  readonly memory: Memory;
}

type Maker = (task: Task) => string | undefined;

function makerOf(detector: string): Maker | undefined {
  if (!detector.startsWith('pii/')) return undefined;
  const name = detector.slice('pii/'.length);
  if (isCategory(detector)) return ({ value, once }) => categoryLike(detector, value, once);
  return makers[name] ?? (/^[a-z]{2}-/.test(name) || checked.has(name) ? numberOf(detector) : shaped);
}

const shaped: Maker = ({ value, once }) => shapeLike(value, once);

const makers: Readonly<Record<string, Maker>> = {
  email: emailLike,
  phone: ({ value, once }) => phoneLike(value, once),
  fax: ({ value, once }) => phoneLike(value, once),
  'payment-card': ({ value, once }) => cardLike(value, once),
  iban: ({ value, once }) => ibanLike(value, once),
  bic: ({ value, once }) => bicLike(value, once),
  'ip-address': ({ value, once, attempt }) =>
    value.includes(':') ? ipv6Like(value, once) : ipv4Like(value, once, attempt),
  'ipv6-address': ({ value, once }) => ipv6Like(value, once),
  'mac-address': ({ value, once, attempt }) => macLike(value, once, attempt),
  'us-ssn': ({ value, once }) => (/^\d{3}\D?\d{2}\D?\d{4}$/.test(value) ? unassignedSsn(value, once) : undefined),
  'person-name': ({ value, draw, attempt, memory }) => nameLike(value, draw, attempt, memory),
  'street-address': ({ value, once, attempt, memory }) => streetLike(value, once, attempt, memory),
  city: ({ value, once, attempt, memory }) => townLike(value, once, attempt, memory),
  'date-of-birth': ({ value, once }) => (/\d/.test(value) ? dateLike(value, once) : undefined),
  coordinates: ({ value, once }) => coordinatesLike(value, once),
  geolocation: ({ value, once }) => coordinatesLike(value, once),
  'national-id': ({ value, once }) => anyNumber(value, once),
  'tax-id': ({ value, once }) => anyNumber(value, once),
};

/** Kinds without a country whose numbers have a checksum or a structure of their own. */
const checked = new Set(['vehicle-identification-number', 'us-bank-routing-number', 'passport', 'driving-licence']);

/** The domains that RFC 2606 sets aside. */
function emailLike({ value, draw, attempt, memory }: Task): string {
  const at = value.lastIndexOf('@');
  const domain = draw(value.slice(at + 1).toLowerCase()).pick(['com', 'org', 'net']);
  const made = `${mailboxLike(value.slice(0, at), draw, attempt, memory)}@example.${domain}`;
  return value === value.toUpperCase() ? made.toUpperCase() : made;
}

/** Areas from 900 on were never given out, and taxpayer numbers have no group below 50 there. */
function unassignedSsn(value: string, draw: Draw): string {
  const digits = `9${draw.below(10)}${draw.below(10)}${String(1 + draw.below(49)).padStart(2, '0')}${String(1 + draw.below(9999)).padStart(4, '0')}`;
  let at = 0;
  return value.replace(/\d/g, () => digits[at++] as string);
}

function numberOf(detector: string): Maker {
  return ({ value, once }) => {
    const entry = loadDetectors().find(it => it.id === detector);
    const valid = entry && validBy(entry);
    return valid?.(value) ? (validLike(value, once, valid) ?? shapeLike(value, once)) : shapeLike(value, once);
  };
}

/** A column that is called just `national id`: whatever countries' numbers this is by its checksum, the other will be too. */
function anyNumber(value: string, draw: Draw): string {
  if (/^\d{3}-\d{2}-\d{4}$/.test(value)) return unassignedSsn(value, draw);
  const countries = loadDetectors()
    .filter(it => /^pii\/[a-z]{2}-/.test(it.id))
    .map(validBy)
    .filter(valid => valid(value))
    .slice(0, 3);
  const made = countries.length > 0 && validLike(value, draw, it => countries.every(valid => valid(it)));
  return made || shapeLike(value, draw);
}
