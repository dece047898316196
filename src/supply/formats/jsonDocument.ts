import { type ParseError, parse, visit } from 'jsonc-parser';
import { type Draft, FormatFault, withoutMark } from './packageFile';
import { childOf, type Document, documentOf, newPlace, type Place } from './places';

/** Reads JSON as JavaScript does; throws a FormatFault where it is none. */
export function readJson({ text }: Draft): Document {
  try {
    return documentOf(JSON.parse(withoutMark(text)), () => jsonPlaces(text));
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new FormatFault('is not valid JSON', errorOffset(text, error));
  }
}

/** Reads JSON with comments and trailing commas; throws a FormatFault where it is none. */
export function readJsonc({ text }: Draft): Document {
  const errors: ParseError[] = [];
  const value: unknown = parse(withoutMark(text), errors, { allowTrailingComma: true });
  const error = errors[0];
  if (error) throw new FormatFault('is not valid JSON', error.offset + markLength(text));
  return documentOf(value, () => jsonPlaces(text));
}

function markLength(text: string): number {
  return text.length - withoutMark(text).length;
}

/** V8 says where, in words; of a short text it doesn't. */
function errorOffset(text: string, error: unknown): number {
  const offset = / at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (offset !== undefined) return Number(offset) + markLength(text);
  const errors: ParseError[] = [];
  if (text.length < 10_000) parse(withoutMark(text), errors);
  return errors[0] ? errors[0].offset + markLength(text) : text.length;
}

/** The places of all keys and values. */
function jsonPlaces(text: string): Place {
  const mark = markLength(text);
  const root = newPlace();
  // The last of `open` is the container that is being read; a list's next index stands beside it.
  const open: { readonly place: Place; index: number | undefined }[] = [];
  let here: Place = root;
  const begin = (offset: number, length: number) => {
    const parent = open.at(-1);
    if (parent?.index !== undefined) here = childOf(parent.place, parent.index++);
    here.value = { start: offset + mark, end: offset + length + mark };
  };
  const end = (offset: number, length: number) => {
    const closed = open.pop();
    if (closed) closed.place.value = { start: closed.place.value?.start ?? 0, end: offset + length + mark };
  };
  visit(withoutMark(text), {
    onObjectBegin: (offset, length) => {
      begin(offset, length);
      open.push({ place: here, index: undefined });
    },
    onArrayBegin: (offset, length) => {
      begin(offset, length);
      open.push({ place: here, index: 0 });
    },
    onObjectProperty: (name, offset, length) => {
      here = childOf(open.at(-1)!.place, name, { start: offset + 1 + mark, end: offset + length - 1 + mark });
    },
    onLiteralValue: (value, offset, length) => {
      if (typeof value === 'string') begin(offset + 1, length - 2);
      else begin(offset, length);
    },
    onObjectEnd: end,
    onArrayEnd: end,
  });
  return root;
}
