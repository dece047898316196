import type { Finding, Span } from '../model';
import { columnOf } from '../records/columns';
import { isCategory } from './categories';
import { dummyOf } from './dummies';
import { createPhrases, type Phrases } from './phrases';
import { standsIn } from './standsIn';
import type { Synthesizer } from './synthetic';

/** A text in which nothing real is left, as far as a scan found it. */
export interface Synthesized {
  readonly text: string;
  /** Detector's title → how many values were replaced. */
  readonly replaced: ReadonlyMap<string, number>;
  /** How many of the values that were found still stand in the text; nothing may be done with it unless this is zero. */
  readonly remaining: number;
}

/**
 * Replaces each value of a person by a synthetic one and each secret by a dummy of its shape: the same value by the same one, and
 * wherever else it stands in the text. Not made to be taken back.
 */
export function synthesize(text: string, findings: readonly Finding[], synthesizer: Synthesizer): Synthesized {
  const real = findings.filter(({ kind, harmless }) => (kind === 'pii' || kind === 'secret') && !harmless);
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  const telling = createPhrases<undefined>();
  for (const finding of real) if (isTelling(finding, textOf(finding))) telling.add(textOf(finding), undefined);
  const substitutes = substitutesOf(text, real, telling, synthesizer);
  const further = telling.find(text).filter(({ start, end, phrase }) => text.slice(start, end) === phrase);
  const edits = [
    ...real.map(({ start, end, title }) => ({ start, end, title })),
    ...further.map(({ start, end }) => ({ start, end, title: 'the same elsewhere' })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const replaced = new Map<string, number>();
  let from = 0;
  let out = '';
  for (const { start, end, title } of edits) {
    if (start < from) continue;
    out += text.slice(from, start) + substitutes.get(text.slice(start, end));
    from = end;
    replaced.set(title, (replaced.get(title) ?? 0) + 1);
  }
  out += text.slice(from);
  return {
    text: out,
    replaced,
    remaining: new Set(
      telling
        .find(out)
        .map(it => it.phrase)
        .filter(it => out.includes(it)),
    ).size,
  };
}

/** One substitute for each value; they differ from each other and from what stands in the text as long as there is room. */
function substitutesOf(
  text: string,
  findings: readonly Finding[],
  telling: Phrases<undefined>,
  synthesizer: Synthesizer,
): Map<string, string> {
  const substitutes = new Map<string, string>();
  const given = new Set<string>();
  const stands = standsIn([text]);
  for (const { start, end, kind, detector, concealed } of findings) {
    const value = text.slice(start, end);
    if (substitutes.has(value)) continue;
    const made =
      kind === 'pii' && !concealed
        ? choose(
            synthesizer.candidates(detector, value, false),
            it => isCategory(detector) || (!stands(it) && telling.find(it).length === 0),
            it => isCategory(detector) || !given.has(it),
          )
        : undefined;
    const substitute = made ?? dummyOf(value, substitutes.size);
    substitutes.set(value, substitute);
    given.add(substitute);
  }
  return substitutes;
}

/** The first that is nobody's here and was not given yet; where a kind's room is full, one that is given twice. */
function choose(
  candidates: Iterable<string>,
  nobodys: (candidate: string) => boolean,
  free: (candidate: string) => boolean,
): string | undefined {
  let twice: string | undefined;
  for (const candidate of candidates) {
    if (!nobodys(candidate)) continue;
    if (free(candidate)) return candidate;
    twice ??= candidate;
  }
  return twice;
}

/** Whether a value says who or what it is wherever it stands: no gender, no day, no word that a column may be called by. */
function isTelling({ kind, detector, concealed }: Finding, value: string): boolean {
  if (concealed || value.length < 4 || value.includes('\n')) return false;
  if (kind === 'secret') return value.length >= 8 && /[^a-z]/.test(value);
  if (isCategory(detector) || common.test(detector)) return false;
  if (/^[\d .,:/-]*$/.test(value)) return value.replace(/\D/g, '').length >= 7;
  return /[\d@\s]/.test(value) || (/^\p{Lu}/u.test(value) && columnOf(value) === undefined);
}

const common =
  /^pii\/(?:date-of-birth|city|postal-code|card-security-code|card-expiry|card-pin|coordinates|geolocation|bic)$/;
