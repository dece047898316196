import type { Span } from '../../core/model';

/** Where a key and its value stand in a JSON, YAML or TOML text, and what stands within. Texts' spans are without their quotes. */
export interface Place {
  key?: Span;
  value?: Span;
  readonly children: Map<string, Place>;
}

/** A parsed text: its values at once, its places when the first of them is asked for. */
export interface Document {
  readonly value: unknown;
  /** The place at a path of keys and indices from the top. In YAML the first is the document's number. */
  place(...path: readonly (string | number)[]): Place | undefined;
}

/** A document whose places `build` finds, once, when they are asked for. */
export function documentOf(value: unknown, build: () => Place): Document {
  let root: Place | undefined;
  return {
    value,
    place: (...path) => {
      root ??= build();
      let place: Place | undefined = root;
      for (const step of path) place = place?.children.get(`${step}`);
      return place;
    },
  };
}

export function newPlace(key?: Span): Place {
  return { key, children: new Map() };
}

/** The place of a child, made where there is none; of a key that stands twice the last place counts, as parsers have it. */
export function childOf(parent: Place, key: string | number, span?: Span): Place {
  const child = newPlace(span);
  parent.children.set(`${key}`, child);
  return child;
}

/** The first version within a span, without operators: the `1.2.3` of `^1.2.3` or `npm:a@~1.2.3`; the whole span where there is none. */
export function versionIn(text: string, span: Span | undefined): Span | undefined {
  if (!span) return undefined;
  const whole = text.slice(span.start, span.end);
  const found = /^((?:\S*[@:])?[\s^~<>=!v]*)(\d[\w.+*!-]*)/.exec(whole);
  const start = span.start + (found?.[1]?.length ?? 0);
  return found ? { start, end: start + found[2]!.length } : span;
}

/** Where a token stands within a span: the last time, since versions follow names. */
export function tokenIn(text: string, span: Span | undefined, token: string | undefined): Span | undefined {
  if (!span || !token) return span;
  const at = text.slice(span.start, span.end).lastIndexOf(token);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + token.length };
}
