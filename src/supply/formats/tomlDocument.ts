import { parse, TomlError } from 'smol-toml';
import { type Draft, FormatFault, withoutMark } from './packageFile';
import { childOf, type Document, documentOf, newPlace, type Place } from './places';

/** Reads TOML; throws a FormatFault where it is none. */
export function readToml({ text }: Draft): Document {
  const source = withoutMark(text);
  try {
    return documentOf(parse(source), () => tomlPlaces(source, text.length - source.length));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new FormatFault('is not valid TOML', offsetOf(text, error));
  }
}

function offsetOf(text: string, { line, column }: TomlError): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** Finds the places in a text that is known to be TOML, which the library doesn't tell: so it needs to check nothing. */
function tomlPlaces(source: string, shift: number): Place {
  const root = newPlace();
  const lists = new Set<Place>();
  let at = 0;
  let table = root;

  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    if (pattern.test(source)) at = pattern.lastIndex;
  };
  const span = (start: number, end: number) => ({ start: start + shift, end: end + shift });

  /** A key's parts with their places; `at` ends behind it. */
  const readKey = () => {
    const parts: { name: string; start: number; end: number }[] = [];
    do {
      skip(dotsAndBlanks);
      const start = at;
      skip(keyPart);
      if (at === start) break;
      const raw = source.slice(start, at);
      const quoted = raw[0] === '"' || raw[0] === "'";
      parts.push({ name: quoted ? unquoted(raw) : raw, start: start + Number(quoted), end: at - Number(quoted) });
      skip(blanks);
    } while (source[at] === '.');
    return parts;
  };

  /** The place of a key's part within a table: where that is a list of tables, within its last one. */
  const step = (from: Place, { name, start, end }: { name: string; start: number; end: number }) => {
    const within = lists.has(from) ? from.children.get(`${from.children.size - 1}`)! : from;
    return within.children.get(name) ?? childOf(within, name, span(start, end));
  };

  const readValue = (place: Place): void => {
    const start = at;
    const first = source[at];
    if (first === '"' || first === "'") {
      const long = source.startsWith(first.repeat(3), at) ? 3 : 1;
      skip(long === 3 ? longString : keyPart);
      place.value = span(start + long, Math.max(start + long, at - long));
    } else if (first === '[') {
      at++;
      for (skip(fillers); at < source.length && source[at] !== ']'; skip(fillers))
        readValue(childOf(place, place.children.size));
      place.value = span(start, ++at);
    } else if (first === '{') {
      at++;
      for (skip(fillers); at < source.length && source[at] !== '}'; skip(fillers)) readPair(place);
      place.value = span(start, ++at);
    } else {
      skip(bare);
      // A unit that begins nothing would be met for ever.
      if (at === start) at++;
      place.value = span(start, at);
    }
  };

  const readPair = (within: Place) => {
    const place = readKey().reduce(step, within);
    skip(equals);
    readValue(place);
  };

  for (skip(fillers); at < source.length; skip(fillers)) {
    if (source[at] !== '[') {
      readPair(table);
      continue;
    }
    const isList = source[at + 1] === '[';
    at += isList ? 2 : 1;
    table = readKey().reduce(step, root);
    if (isList) {
      lists.add(table);
      table = childOf(table, table.children.size);
    } else if (lists.has(table)) table = table.children.get(`${table.children.size - 1}`)!;
    skip(headerEnd);
  }
  return root;
}

const blanks = /[ \t]*/y;
const dotsAndBlanks = /[. \t]*/y;
const fillers = /(?:[\s,]|#[^\n]*)*/y;
const equals = /[ \t]*=[ \t]*/y;
const headerEnd = /[ \t]*\]{1,2}/y;
const bare = /[^\s,\]}#]+(?: \d[^\s,\]}#]+)?/y;
const keyPart = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+/y;
const longString = /"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}|'''(?:[^']|'(?!''))*'{3,5}/y;

/** A quoted key as it is meant. JSON's escapes are TOML's but for two, which no package's name has. */
function unquoted(raw: string): string {
  if (raw[0] === "'" || !raw.includes('\\')) return raw.slice(1, -1);
  try {
    return JSON.parse(raw) as string;
  } catch {
    return raw.slice(1, -1);
  }
}
