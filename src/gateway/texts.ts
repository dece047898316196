import type { Source, Span } from '../core/model';
import { parsed } from './json';
import { DuplicateKey, type Shape, sourceOffsets, type Token, walkJson } from './walkJson';

/** A replacement. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A text to be looked at, and where it stands. */
export interface PlacedText {
  /** As it stands in its source. */
  readonly raw: string;
  /** Its key where that is looked at with it; of texts with equal names equal ones become equal. */
  readonly name: string;
  readonly source: Source;
  /** Whether a note to the model may be put behind it. */
  readonly prose: boolean;
  readonly token: Token;
  readonly document: Document;
  /** Set for a text file in base64. */
  readonly file: TextFile | undefined;
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
export function textsOf(
  json: string,
  value: unknown,
  shape: Shape,
  sourceOf: (call: string) => Source,
  rootSource: Source = {},
): Texts {
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
      if (token.leaf === 'json' && collectInner(document, token, from)) return;
      const media = mediaIn(token);
      if (!media || media.file) texts.push(placed(document, token, from, media?.file));
      else if (!seenOnly.test(media.type)) opaque.push({ type: media.type, source: from });
    });
  /** The texts of JSON within a string; false where it is none that can be walked, and so a text like any other. */
  const collectInner = (document: Document, token: Token, source: Source): boolean => {
    const inner = String(token.value);
    const root = /^\s*[[{]/.test(inner) ? parsed(inner) : undefined;
    if (!root) return false;
    const before = [texts.length, opaque.length, documents.length] as const;
    const outer = placed(document, token, source);
    const nested = createDocument(inner, outer);
    documents.push(nested);
    try {
      collect(nested, root.value, undefined, source);
      return true;
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      [texts.length, opaque.length, documents.length] = before;
      return false;
    }
  };
  const documents = [createDocument(json)];
  collect(documents[0]!, value, shape, rootSource);
  return {
    texts,
    opaque,
    result() {
      // The innermost first: each hands its edits to the one around it.
      for (const { edits, outer } of [...documents].reverse())
        if (outer && edits.length > 0) applyEdits(outer, sourceEdits(outer, edits));
      return edited(json, documents[0]!.edits);
    },
  };
}

/** A JSON text and what is to be replaced in it; `outer` is the string that it stands in, if it does. */
interface Document {
  readonly json: string;
  readonly edits: TextEdit[];
  readonly outer: PlacedText | undefined;
}

function createDocument(json: string, outer?: PlacedText): Document {
  return { json, outer, edits: [] };
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

function placed(document: Document, token: Token, source: Source, file?: TextFile): PlacedText {
  const { kind, start, end, key, leaf } = token;
  const raw = document.json.slice(start, end);
  const isNamed = kind !== 'key' && leaf === 'field' && key !== '';
  const name = isNamed ? `${kind} ${key}` : file ? 'file' : kind;
  return { raw, name, source, prose: leaf === 'prose', token, document, file };
}

/** A text as it is looked at; made when it is needed, because most were looked at in an earlier turn. */
export function viewOf({ raw, token: { kind, key, value, leaf }, file }: PlacedText): TextView {
  if (file) return plainView(file.text);
  if (kind === 'key') return plainView(key);
  const text = raw.includes('\\') ? String(value) : raw;
  return leaf === 'field' && key !== '' ? fieldView(key, text, kind) : plainView(text);
}

/** Edits of a text as edits of its source, whose place in the document doesn't matter. */
export function sourceEdits({ raw, token: { kind }, file }: PlacedText, edits: readonly TextEdit[]): TextEdit[] {
  const [first] = edits;
  if (!first) return [];
  // A number becomes a string where it is replaced: a placeholder is none. Most come in quotes already.
  if (kind === 'number')
    return [{ start: 0, end: raw.length, text: first.text.startsWith('"') ? first.text : JSON.stringify(first.text) }];
  // Neither base64 nor a data URL has escapes of JSON.
  if (file) return [{ start: file.head, end: raw.length, text: base64(edited(file.text, edits)) }];
  const at = sourceOffsets(raw);
  return edits.map(({ start, end, text }) => ({ start: at(start), end: at(end), text: inString(text) }));
}

/** Takes all the edits of a text, as edits of its source. */
export function applyEdits({ document, token: { start } }: PlacedText, edits: readonly TextEdit[]): void {
  for (const edit of edits) document.edits.push({ start: start + edit.start, end: start + edit.end, text: edit.text });
}

/** Puts a text behind another. */
export function append({ document, token: { end } }: PlacedText, text: string): void {
  document.edits.push({ start: end, end, text: inString(text) });
}

/** Several lines are looked at by themselves: what stands before them says nothing about most. */
function fieldView(key: string, value: string, kind: Token['kind']): TextView {
  if (value.includes('\n')) return plainView(value);
  // One that the value doesn't hold, so that it isn't taken for its end.
  const quote = kind === 'string' ? (['"', "'", '`'].find(it => !value.includes(it)) ?? '') : '';
  return { text: `"${key}": ${quote}${value}${quote}`, before: key.length + 4 + quote.length, behind: quote.length };
}

function plainView(text: string): TextView {
  return { text, before: 0, behind: 0 };
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function inString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What is only seen or heard: pictures, sound, films. */
const seenOnly = /^(?:image|audio|video)\//i;

/** A text file in base64, behind the head of a data URL where it has one. */
interface TextFile {
  readonly text: string;
  readonly head: number;
}

/** What a base64 string is, by its own words or those beside it; with its text where it is one. */
function mediaIn({ leaf, siblings, value }: Token): { readonly type: string; readonly file?: TextFile } | undefined {
  if (leaf !== 'url' && leaf !== 'media') return undefined;
  const url = String(value);
  const head = /^data:([^;,]*)[^,]{0,200};base64,/i.exec(url);
  if (leaf === 'url' && !head) return undefined;
  const named = siblings.media_type ?? siblings.mimeType ?? siblings.mime_type;
  const type = head?.[1] || (typeof named === 'string' ? named : 'unknown');
  if (seenOnly.test(type)) return { type };
  const start = head?.[0].length ?? 0;
  const text = textIn(Buffer.from(url.slice(start), 'base64'));
  return text === undefined ? { type } : { type, file: { text, head: start } };
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
