import type { Source, Span } from '../core/model';
import { parsed } from './json';
import { DuplicateKey, type Shape, sourceOffsets, type Token, walkJson } from './walkJson';

/** A replacement. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A text to be looked at, and how what it becomes is put back where it stands. */
export interface PlacedText {
  /** As it stands in its source, and its key where that is looked at with it: equal ones become equal. */
  readonly raw: string;
  readonly name: string;
  /** Made when it is needed: most texts were looked at in an earlier turn. */
  view(): TextView;
  readonly source: Source;
  /** Whether a note to the model may be put behind it. */
  readonly prose: boolean;
  /** Edits of the text as edits of its source, whose place in the document doesn't matter. */
  toSource(edits: readonly TextEdit[]): readonly TextEdit[];
  /** Takes all of its edits, as edits of its source. */
  apply(edits: readonly TextEdit[]): void;
  append(text: string): void;
}

/** A text as it is looked at: a field has its key before it, because the key may be what gives a value away. */
export interface TextView {
  readonly text: string;
  /** So many units before and behind the text are no part of it. */
  readonly before: number;
  readonly behind: number;
}

/** The texts of a JSON document, those of JSON inside of its strings, too. */
export interface Texts {
  readonly texts: readonly PlacedText[];
  /** What can't be looked at: files of a kind that holds no text. */
  readonly opaque: readonly { readonly type: string; readonly source: Source }[];
  /** The document with all that was replaced; everything else stays byte for byte. */
  result(): string;
}

/** Finds all texts of a JSON document. `sourceOf` tells where the result of a tool call comes from, by the call's id. */
export function textsOf(json: string, value: unknown, shape: Shape, sourceOf: (call: string) => Source): Texts {
  const texts: PlacedText[] = [];
  const opaque: { type: string; source: Source }[] = [];
  const collect = (document: Document, root: unknown, rootShape: Shape, source: Source): void =>
    walkJson(document.json, root, rootShape, token => {
      if (token.leaf === 'opaque') return;
      const from = token.call === undefined ? source : sourceOf(token.call);
      if (token.kind !== 'string') {
        if (token.end - token.start >= shortest) texts.push(placed(document, token, from));
        return;
      }
      const place = placed(document, token, from);
      if (token.leaf === 'json' && collectInner(place, String(token.value))) return;
      const media = mediaIn(token);
      if (!media) texts.push(place);
      else if ('text' in media) texts.push(mediaText(place, media));
      else if (!seenOnly.test(media.type)) opaque.push({ type: media.type, source: from });
    });
  /** The texts of JSON within a string; false where it is none that can be walked, and so a text like any other. */
  const collectInner = (outer: PlacedText, inner: string): boolean => {
    const root = /^\s*[[{]/.test(inner) ? parsed(inner) : undefined;
    if (!root) return false;
    const before = [texts.length, opaque.length, documents.length] as const;
    const nested = createDocument(inner, edits => outer.apply(outer.toSource(edits)));
    documents.push(nested);
    try {
      collect(nested, root.value, undefined, outer.source);
      return true;
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      [texts.length, opaque.length, documents.length] = before;
      return false;
    }
  };
  const documents = [createDocument(json)];
  collect(documents[0]!, value, shape, {});
  return {
    texts,
    opaque,
    result() {
      // The innermost first: each hands its edits to the one around it.
      for (const document of [...documents].reverse()) document.handOver();
      return documents[0]!.result();
    },
  };
}

interface Document {
  readonly json: string;
  readonly edits: TextEdit[];
  handOver(): void;
  result(): string;
}

function createDocument(json: string, around?: (edits: readonly TextEdit[]) => void): Document {
  const edits: TextEdit[] = [];
  return {
    json,
    edits,
    handOver: () => edits.length > 0 && around?.(edits),
    result: () => edited(json, edits),
  };
}

/** Of several edits at one place the order of their making counts. */
function edited(text: string, edits: readonly TextEdit[]): string {
  let from = 0;
  let result = '';
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** Keys and numbers shorter than this are too little to be looked at. */
const shortest = 6;

function placed({ json, edits }: Document, token: Token, source: Source): PlacedText {
  const { kind, start, end, key, leaf } = token;
  const raw = json.slice(start, end);
  const isNamed = kind !== 'key' && leaf === 'field' && key !== '';
  return {
    ...{ raw, source, name: isNamed ? `${kind} ${key}` : kind, prose: leaf === 'prose' },
    view: () => (isNamed ? fieldView(key, decoded(token, raw), kind) : plainView(decoded(token, raw))),
    // A number becomes a string where it is replaced: a placeholder is none.
    toSource: some =>
      kind === 'number'
        ? some.slice(0, 1).map(({ text }) => ({ start: 0, end: raw.length, text: JSON.stringify(text) }))
        : toSource(some, sourceOffsets(raw)),
    apply: some => edits.push(...some.map(it => ({ start: start + it.start, end: start + it.end, text: it.text }))),
    append: text => edits.push({ start: end, end, text: inString(text) }),
  };
}

function decoded({ kind, value, key }: Token, raw: string): string {
  return kind === 'key' ? key : raw.includes('\\') ? String(value) : raw;
}

/** Several lines are looked at by themselves: what stands before them says nothing about most. */
function fieldView(key: string, value: string, kind: Token['kind']): TextView {
  if (value.includes('\n')) return plainView(value);
  const quote = kind === 'string' ? '"' : '';
  return { text: `"${key}": ${quote}${value}${quote}`, before: key.length + 4 + quote.length, behind: quote.length };
}

function plainView(text: string): TextView {
  return { text, before: 0, behind: 0 };
}

function toSource(edits: readonly TextEdit[], at: (unit: number) => number): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ start: at(start), end: at(end), text: inString(text) }));
}

function inString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What is only seen or heard: pictures, sound, films. */
const seenOnly = /^(?:image|audio|video)\//i;

interface Media {
  readonly type: string;
}

/** What a base64 string is, by its own words or those beside it; with its text where it is one. */
function mediaIn({ leaf, siblings, value }: Token): Media | (Media & { text: string; head: number }) | undefined {
  if (leaf !== 'url' && leaf !== 'media') return undefined;
  const text = String(value);
  const head = /^data:([^;,]*)[^,]{0,200};base64,/i.exec(text);
  if (leaf === 'url' && !head) return undefined;
  const named = siblings.media_type ?? siblings.mimeType ?? siblings.mime_type;
  const type = head?.[1] || (typeof named === 'string' ? named : '');
  if (seenOnly.test(type)) return { type };
  const length = head?.[0].length ?? 0;
  const decoded = textIn(Buffer.from(text.slice(length), 'base64'));
  return decoded === undefined ? { type: type || 'unknown' } : { type, text: decoded, head: length };
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A text file in base64: what is replaced in it is encoded again. */
function mediaText(place: PlacedText, { text, head }: { text: string; head: number }): PlacedText {
  const encode = (edits: readonly TextEdit[]) => Buffer.from(edited(text, edits), 'utf8').toString('base64');
  return {
    ...place,
    ...{ name: 'media', prose: false },
    view: () => plainView(text),
    // Neither base64 nor a data URL has escapes of JSON.
    toSource: edits => (edits.length === 0 ? [] : [{ start: head, end: place.raw.length, text: encode(edits) }]),
    append: () => undefined,
  };
}
