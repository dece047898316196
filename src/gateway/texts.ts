import type { Source, Span } from '../core/model';
import { parsed } from './json';
import { decodeString, type Shape, sourceOffsets, type Token, walkJson } from './walkJson';

/** A replacement. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A text to be looked at, and how what it becomes is put back where it stands. */
export interface PlacedText {
  /** As it is looked at: a field has its key before it, because the key may be what gives a value away. */
  readonly text: string;
  /** So many units before and behind the text are no part of it. */
  readonly before: number;
  readonly behind: number;
  readonly source: Source;
  /** Whether a note to the model may be put behind it. */
  readonly prose: boolean;
  /** Takes all of its edits, in offsets of the text without what stands before it. */
  apply(edits: readonly TextEdit[]): void;
  append(text: string): void;
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
      const place = placed(document, token, from);
      if (token.kind !== 'string') {
        if (place) texts.push(place);
        return;
      }
      const inner = token.leaf === 'json' ? innerJson(place!.text) : undefined;
      if (inner) {
        const nested = createDocument(place!.text, edits => place!.apply(edits));
        documents.push(nested);
        collect(nested, inner.value, undefined, from);
        return;
      }
      const media = mediaIn(token, place!.text);
      if (!media) texts.push(place!);
      else if ('text' in media) texts.push(mediaText(place!, media));
      else if (!seenOnly.test(media.type)) opaque.push({ type: media.type, source: from });
    });
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

/** A token as a text to be looked at; undefined for what is too little to be looked at. */
function placed(document: Document, token: Token, source: Source): PlacedText | undefined {
  const { json, edits } = document;
  const { kind, start, end, key, leaf } = token;
  const raw = json.slice(start, end);
  if (kind === 'number') return raw.length < 6 ? undefined : numberText(document, token, source);
  if (kind === 'key' && raw.length < 6) return undefined;
  const decoded = decodeString(json, start, end);
  const named = kind === 'string' && leaf === 'field' && key !== '' && !decoded.includes('\n');
  const before = named ? key.length + 5 : 0;
  let offsets: ((unit: number) => number) | undefined;
  const at = (unit: number) => {
    offsets ??= sourceOffsets(raw);
    return start + offsets(unit);
  };
  return {
    text: named ? `"${key}": "${decoded}"` : decoded,
    before,
    behind: named ? 1 : 0,
    source,
    prose: leaf === 'prose',
    apply: some => edits.push(...some.map(it => ({ start: at(it.start), end: at(it.end), text: inString(it.text) }))),
    append: text => edits.push({ start: end, end, text: inString(text) }),
  };
}

/** A number becomes a string where it is replaced: a placeholder is none. */
function numberText({ json, edits }: Document, { start, end, key }: Token, source: Source): PlacedText {
  return {
    text: `"${key}": ${json.slice(start, end)}`,
    before: key.length + 4,
    behind: 0,
    source,
    prose: false,
    apply: ([edit]) => edit && edits.push({ start, end, text: JSON.stringify(edit.text) }),
    append: () => undefined,
  };
}

function inString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function innerJson(text: string): { readonly value: unknown } | undefined {
  return /^\s*[[{]/.test(text) ? parsed(text) : undefined;
}

/** What is only seen or heard: pictures, sound, films. */
const seenOnly = /^(?:image|audio|video)\//i;

interface Media {
  readonly type: string;
}

/** What a base64 string is, by its own words or those beside it; with its text where it is one. */
function mediaIn(
  { leaf, siblings }: Token,
  text: string,
): Media | (Media & { text: string; head: number }) | undefined {
  if (leaf !== 'url' && leaf !== 'media') return undefined;
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
  const encode = (changed: string) => Buffer.from(changed, 'utf8').toString('base64');
  return {
    ...place,
    ...{ text, before: 0, behind: 0, prose: false },
    apply: edits => place.apply([{ start: head, end: place.text.length, text: encode(edited(text, edits)) }]),
    append: () => undefined,
  };
}
