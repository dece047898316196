import { kinds, type Span, type Vault, type VaultEntry } from './model';
import { createPhrases } from './pseudonyms/phrases';
import { escaped, likeShown } from './pseudonyms/spelling';
import { standsIn } from './pseudonyms/standsIn';

/**
 * Placeholders are identifiers (`SECRET_GITHUB_TOKEN_1`, `PII_EMAIL_2`): code stays code, and most of what a model does to
 * a text leaves them whole. A model may still change their case, join them with hyphens or escape their underscores for
 * markdown, so all of these spellings are known again.
 */
const families = kinds.map(kind => kind.toUpperCase());
const spelling = new RegExp(`(?:${families.join('|')})(?:\\\\?[_-][A-Z0-9]{1,40}){0,10}?\\\\?[_-]\\d{1,9}`, 'gi');

/** What may still grow into a placeholder at the end of a text that arrives in pieces, or into the quotes around one. */
const unfinished = new RegExp(
  `(?:(?<!Z\\\\{0,8})(?:\\\\{0,8}"|\\\\{1,8}))?(?:${families.map(begun).join('|')})?$`,
  'i',
);

/** Any beginning of a placeholder of a family. */
function begun(family: string): string {
  return [...family].reduceRight((rest, letter) => `${letter}(?:${rest})?`, '(?:\\\\?[_-][A-Z0-9]*)*\\\\?');
}

const wholeName = new RegExp(`^${spelling.source}$`, 'i');

const longest = 96;

/** The letter that ends a placeholder where the text goes on with a digit (or with this very letter). */
const terminator = 'Z';
const needsTerminator = /^[0-9Zz]/;

/** What outlives a vault: the last number given to each stem, so that none is ever given twice. */
export type Counts = Readonly<Record<string, number>>;

/** A vault in memory; whoever keeps it over a session asks it for its entries and counts. */
export interface MemoryVault extends Vault {
  /** Takes entries of an earlier session in, beside what has been given out meanwhile. */
  adopt(entries: Iterable<VaultEntry>): void;
  forget(): void;
  counts(): Counts;
}

/**
 * An in-memory vault, filled with the entries and counts of an earlier session where there are any. `changed` is called after
 * each new entry or origin, by whoever keeps the vault over a session.
 */
export function createVault(
  before: Iterable<VaultEntry> = [],
  given: Counts = {},
  changed: () => void = () => undefined,
): MemoryVault {
  const byValue = new Map<string, KeptEntry>();
  const byName = new Map<string, KeptEntry>();
  const synthetics = createPhrases<VaultEntry>();
  const counts = new Map<string, number>(Object.entries(given));
  let listed: readonly VaultEntry[] | undefined;
  const put = (entry: VaultEntry): KeptEntry => {
    listed = undefined;
    const kept = { ...entry, origins: new Set(entry.origins) };
    byValue.set(kept.value, kept);
    byName.set(kept.placeholder, kept);
    const [, stem = '', number = '0'] = /^(.*)_(\d+)$/.exec(kept.placeholder) ?? [];
    counts.set(stem, Math.max(counts.get(stem) ?? 0, Number(number)));
    if (kept.synthetic !== undefined) addSynthetic(kept.synthetic, kept);
    return kept;
  };
  const addSynthetic = (synthetic: string, entry: VaultEntry) => {
    synthetics.add(synthetic, entry);
    const inSource = escaped(synthetic);
    if (!synthetics.has(inSource)) synthetics.add(inSource, entry);
  };
  for (const entry of before) put(entry);
  return {
    placeholderFor(detector, value, taken, origins = []) {
      const old = byValue.get(value);
      const entry = old ?? put({ placeholder: nextName(detector, counts, taken), detector, value, origins: new Set() });
      const news = origins.filter(origin => !entry.origins.has(origin));
      for (const origin of news) entry.origins.add(origin);
      if (!old || news.length > 0) changed();
      return entry.placeholder;
    },
    syntheticFor(placeholder, candidates, taken) {
      const entry = byName.get(normalise(placeholder));
      if (!entry || entry.synthetic !== undefined) return entry?.synthetic;
      for (const candidate of candidates) {
        if (synthetics.has(candidate) || byValue.has(candidate) || taken(candidate)) continue;
        entry.synthetic = candidate;
        addSynthetic(candidate, entry);
        changed();
        return candidate;
      }
      return undefined;
    },
    synthetics,
    entry: placeholder => byName.get(normalise(placeholder)),
    // The same list until there are others: who asks at each text then sees at once that nothing is new.
    entries: () => (listed ??= [...byName.values()]),
    adopt(entries) {
      for (const entry of entries) {
        const newer = byValue.get(entry.value);
        put(entry);
        if (newer) byValue.set(entry.value, newer);
      }
    },
    forget() {
      // The counts stay: a number that was given once never stands for another value.
      listed = undefined;
      byValue.clear();
      byName.clear();
      synthetics.clear();
      changed();
    },
    counts: () => Object.fromEntries(counts),
  };
}

/** An entry as the vault itself holds it. */
type KeptEntry = VaultEntry & { origins: Set<string>; synthetic?: string };

/** Whether a name or a synthetic value already stands in some texts, in any spelling: none of these may be given to a new value. */
export function namesIn(texts: Iterable<string>): (name: string) => boolean {
  const all = [...texts];
  let names: Set<string> | undefined;
  let stands: ReturnType<typeof standsIn> | undefined;
  return name => {
    if (wholeName.test(name)) {
      names ??= new Set(all.flatMap(text => Array.from(candidates(text), ({ name }) => name)));
      return names.has(name);
    }
    stands ??= standsIn(all);
    return stands(name);
  };
}

/** The placeholder as it is written before `rest`, the text that follows: it must not run into a digit. */
export function written(placeholder: string, rest: string): string {
  return needsTerminator.test(rest) ? placeholder + terminator : placeholder;
}

/**
 * The placeholder in quotes of its own, for a number that stands bare where a name can't, as in JSON. The letter that ends it says
 * that the quotes were not there before: elsewhere it never stands before one. `quote` is `"`, or escaped as its text asks for.
 */
export function quoted(placeholder: string, quote: string): string {
  return `${quote}${placeholder}${terminator}${quote}`;
}

/** Gives the value for an entry, or undefined where it must stay a placeholder. */
export type Release = (entry: VaultEntry) => string | undefined;

/** How a value is put back: as it is, or escaped because the text is the source of a JSON string. */
export type Into = 'text' | 'json';

/** Puts values back wherever a known placeholder stands, in any spelling. */
export function restore(
  text: string,
  vault: Vault,
  into: Into = 'text',
  release: Release = entry => entry.value,
  within = false,
): string {
  // Most pieces of a stream hold neither.
  if (vault.synthetics.size === 0 && !hint.test(text)) return text;
  let from = 0;
  let restored = '';
  for (const { entry, start, end, spell } of occurrences(text, vault, within)) {
    const value = release(entry);
    if (value === undefined) continue;
    restored += text.slice(from, start) + (into === 'json' ? inJson(value) : spell(value));
    from = end;
  }
  return from === 0 ? text : restored + text.slice(from);
}

/** Where there is no such word, there is no placeholder. */
const hint = new RegExp(`(?:${families.join('|')})\\\\?[_-]`, 'i');

/** The entries whose placeholders stand in a text, each once. */
export function entriesIn(text: string, vault: Vault): VaultEntry[] {
  return [...new Set(Array.from(occurrences(text, vault), found => found.entry))];
}

function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/**
 * Restores a text that arrives in pieces, split anywhere: what may still become a placeholder or a synthetic value is held back
 * until it is known.
 */
export function createRestorer(vault: Vault, into: Into = 'text', release?: Release) {
  let held = '';
  /** What has been given out ends in the middle of a word. */
  let within = false;
  return {
    push(piece: string): string {
      const text = held + piece;
      const tail = text.slice(-longest);
      const at = unfinished.exec(tail)?.index ?? tail.length;
      const settled = vault.synthetics.settled(text);
      const ready = wholeAt(text, Math.min(text.length - tail.length + at, settled.at), vault, within);
      const restored = restore(text.slice(0, ready), vault, into, release, within);
      held = text.slice(ready);
      if (ready > 0) within = ready === text.length && settled.within;
      return restored;
    },
    end(): string {
      const restored = restore(held, vault, into, release, within);
      held = '';
      within = false;
      return restored;
    },
  };
}

/** What stands for a value somewhere. */
export interface Occurrence extends Span {
  readonly entry: VaultEntry;
  /** Writes the value as what stands here is written: in capitals, or escaped. */
  readonly spell: (value: string) => string;
}

/** Where a text must be cut at the latest for nothing known to be cut in two. */
function wholeAt(text: string, at: number, vault: Vault, within: boolean): number {
  if (vault.synthetics.size === 0 || at === text.length) return at;
  for (const { start, end } of occurrences(text, vault, within)) if (start < at && at < end) return start;
  return at;
}

/**
 * Where known placeholders and synthetic values stand in a text, in any spelling, in its order. `within` says that the text goes
 * on in the middle of a word.
 */
export function* occurrences(text: string, vault: Vault, within = false): Generator<Occurrence> {
  const synthetic = vault.synthetics.find(text, within);
  let from = 0;
  let next = 0;
  const before = function* (limit: number): Generator<Occurrence> {
    for (; next < synthetic.length && synthetic[next]!.start < limit; next++) {
      const { item, start, end, phrase } = synthetic[next]!;
      if (start < from) continue;
      from = end;
      yield { entry: item, start, end, spell: likeShown(item, phrase, text.slice(start, end)) };
    }
  };
  for (const { name, start, end } of candidates(text)) {
    const entry = start < from ? undefined : vault.entry(name);
    if (!entry) continue;
    yield* before(start);
    if (start < from) continue;
    const ended = text[end]?.toUpperCase() === terminator;
    const quote = ended ? quoteAround(text, start, end + 1, from) : 0;
    from = end + Number(ended) + quote;
    yield { entry, start: start - quote, end: from, spell: value => value };
  }
  yield* before(text.length);
}

/** How many units the same quote, escaped or not, takes on both sides of a placeholder; 0 where there is none. */
function quoteAround(text: string, start: number, end: number, least: number): number {
  if (text[start - 1] !== '"') return 0;
  let from = start - 1;
  while (from > least && text[from - 1] === '\\') from--;
  const quote = text.slice(from, start);
  return from >= least && text.startsWith(quote, end) ? quote.length : 0;
}

/** Whatever could be a placeholder. They overlap: where `SECRET_` stood before a value, the name begins at the second `SECRET_`. */
function* candidates(text: string): Generator<{ name: string; start: number; end: number }> {
  const expression = new RegExp(spelling);
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    yield { name: normalise(match[0]), start: match.index, end: expression.lastIndex };
    expression.lastIndex = match.index + 1;
  }
}

function normalise(placeholder: string): string {
  return placeholder.replaceAll('\\', '').replaceAll('-', '_').toUpperCase();
}

function nextName(detector: string, counts: Map<string, number>, taken: (name: string) => boolean): string {
  // A part that begins with a digit (`1password`) would read as the number.
  const stem = detector
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/_(?=\d)/g, '_N')
    .toUpperCase();
  for (let number = (counts.get(stem) ?? 0) + 1; ; number++) {
    const name = `${stem}_${number}`;
    counts.set(stem, number);
    if (!taken(name)) return name;
  }
}
