import { lineEnd, lineStart } from './lineAround';
import type { Finding, Span, Vault } from './model';
import { namesIn, occurrences, quoted, written } from './placeholders';
import { cutsIn, joined } from './wrapped';

/** One replacement, in offsets of the original text. */
export interface Edit extends Span {
  readonly placeholder: string;
  /** The placeholder or the synthetic value as it is written here. */
  readonly replacement: string;
  readonly finding: Finding;
}

export interface Redaction {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** Synthetic values that may stand for a finding's value; undefined where its placeholder must. */
export type Candidates = (finding: Finding, value: string) => Iterable<string> | undefined;

/**
 * Replaces the findings' spans by placeholders, or by synthetic values where there are candidates. `taken` knows the names that stand in whatever goes out together with the
 * text (the text alone where nothing does): none of them is given to a new value, so that restoring returns each byte.
 */
export function redact(
  text: string,
  findings: readonly Finding[],
  vault: Vault,
  taken = namesIn([text]),
  path?: string,
  candidates: Candidates = () => undefined,
): Redaction {
  const cuts = () => cutsIn(text);
  const originsOf = createOrigins(text, path);
  // Where there is none for a value, there is none for it elsewhere in the text: a table has the same few again and again.
  const synthetics = new Map<string, string | undefined>();
  const syntheticFor = (placeholder: string, possible: Iterable<string>) => {
    if (!synthetics.has(placeholder)) synthetics.set(placeholder, vault.syntheticFor(placeholder, possible, taken));
    return synthetics.get(placeholder);
  };
  let edits = findings.map((finding): Edit => {
    const { start, end, detector } = finding;
    const value = finding.wrapped ? joined(text, finding, cuts()) : text.slice(start, end);
    const placeholder = vault.placeholderFor(detector, value, taken, originsOf(finding));
    const possible = finding.wrapped || finding.concealed ? undefined : candidates(finding, value);
    const synthetic = possible && syntheticFor(placeholder, possible);
    const replacement = synthetic ?? placed(text, { start, end }, placeholder, path);
    return { start, end, placeholder, replacement, finding };
  });
  let redaction = apply(text, edits);
  // Beside other words a synthetic value may not be found again. Each round takes some back; what several don't settle, all.
  for (let lost = lostIn(redaction, vault), round = 1; lost.size > 0; lost = lostIn(redaction, vault), round++) {
    edits = edits.map(edit =>
      lost.has(edit) || round === maxRounds
        ? { ...edit, replacement: placed(text, edit, edit.placeholder, path) }
        : edit,
    );
    redaction = apply(text, edits);
  }
  return redaction;
}

const maxRounds = 5;

/** The placeholder as it is written at a place: in quotes where a bare number stands that a name can't stand for. */
function placed(text: string, span: Span, placeholder: string, path: string | undefined): string {
  const quote = bareNumber.test(text.slice(span.start, span.end)) ? quoteFor(text, span, path) : undefined;
  return quote === undefined ? written(placeholder, text[span.end] ?? '') : quoted(placeholder, quote);
}

const bareNumber = /^-?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?$/;

/** The quote of the key before a number, alone or in a list, as it stands in JSON, also inside a string; in TOML one is needed too. */
function quoteFor(text: string, { start, end }: Span, path: string | undefined): string | undefined {
  const next = text[end];
  if (next !== undefined && !/[\s,\]}\\]/.test(next)) return undefined;
  const before = text.slice(Math.max(0, start - 400), start);
  const key = keyed.exec(before)?.[1];
  if (key !== undefined) return key;
  return /\.toml$/i.test(path ?? '') && /=\s*(?:\[[\d\s.,eE+"A-Z_-]*)?$/.test(before) ? '"' : undefined;
}

const keyed = /(\\{0,8}")\s{0,20}:\s{0,20}(?:\[(?:[\d\s.,eE+-]|\\n)*)?$/;

function apply(text: string, edits: readonly Edit[]): Redaction {
  let from = 0;
  let redacted = '';
  for (const { start, end, replacement } of edits) {
    redacted += text.slice(from, start) + replacement;
    from = end;
  }
  return { text: redacted + text.slice(from), edits };
}

/** The synthetic values of a redaction that would not be put back from exactly where they stand. */
function lostIn({ text, edits }: Redaction, vault: Vault): Set<Edit> {
  const lost = new Set<Edit>();
  if (edits.every(edit => !isSynthetic(edit))) return lost;
  const found = new Map<number, number>();
  for (const { start, end } of occurrences(text, vault)) found.set(start, end);
  let shift = 0;
  for (const edit of edits) {
    const start = edit.start + shift;
    shift += edit.replacement.length - (edit.end - edit.start);
    if (isSynthetic(edit) && found.get(start) !== start + edit.replacement.length) lost.add(edit);
  }
  return lost;
}

function isSynthetic({ placeholder, replacement }: Edit): boolean {
  return !replacement.includes(placeholder);
}

const host = /(?:\/\/|@)([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;

/** Tells the hosts that share a value's line, and the file: where the value may go back to. Values of one line are asked about in turn. */
function createOrigins(text: string, path: string | undefined): (span: Span) => readonly string[] {
  const file = path === undefined ? [] : [`file:${path}`];
  let line: Span = { start: -1, end: -1 };
  let origins: readonly string[] = [];
  return span => {
    const start = lineStart(text, span.start, 500);
    const end = lineEnd(text, span.end, 500);
    if (start !== line.start || end !== line.end) {
      line = { start, end };
      const hosts = text.slice(start, end).matchAll(host);
      origins = [...Array.from(hosts, match => `host:${match[1]!.toLowerCase()}`), ...file];
    }
    return origins;
  };
}
