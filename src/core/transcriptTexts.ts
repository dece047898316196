import type { Said, TranscriptLook } from './exposure';

/** Texts of one kind in a row, joined so that a value stands beside its name. */
export interface TranscriptText {
  readonly text: string;
  readonly said: Said;
  /** Where each of them begins in the joined text, its name before it not counted, and where it ends. */
  readonly leaves: readonly (readonly [start: number, end: number])[];
}

/**
 * The texts of a record, each with what the record says about it. JSON that stands in a text is read as well. What says what is
 * looked at from the outside to the inside; `said` is what holds before. What is nested very deeply is told as JSON; throws where it
 * is deeper than a stack.
 */
export function transcriptTexts(record: unknown, look: TranscriptLook, said: Said): TranscriptText[] {
  const texts: TranscriptText[] = [];
  let open: { text: string; said: Said; leaves: [number, number][] } | undefined;
  const add = (leaf: string, name: string, of: Said) => {
    if (leaf.length < shortest) return;
    if (!open || !isSame(open.said, of) || open.text.length > joined) {
      open = { text: '', said: of, leaves: [] };
      texts.push(open);
    }
    // A text of several lines has its own names; of a short one the property's name says what it is.
    const head = name !== '' && leaf.length < 400 && !leaf.includes('\n') ? `${name}: ` : '';
    const start = open.text.length + head.length;
    open.text += `${head}${leaf}\n`;
    open.leaves.push([start, start + leaf.length]);
  };
  const visit = (value: unknown, name: string, of: Said, depth: number): void => {
    if (typeof value === 'string') {
      const inner = depth < deepest ? jsonIn(value) : undefined;
      if (inner === undefined) for (const part of partsOf(value)) add(part, name, of);
      else visit(inner, name, of, depth + 1);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (depth >= deepest) {
      for (const part of partsOf(JSON.stringify(value))) add(part, name, of);
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) visit(item, name, of, depth + 1);
      return;
    }
    const fields = value as Readonly<Record<string, unknown>>;
    const here = look(fields, name, of);
    for (const [key, item] of Object.entries(fields)) visit(item, key, underOf(look, key, item, here), depth + 1);
  };
  visit(record, '', said, 0);
  return texts;
}

/** What a property's name alone says of a text, of which no object around it could. */
function underOf(look: TranscriptLook, key: string, item: unknown, said: Said): Said {
  return typeof item === 'string' || Array.isArray(item) ? look({}, key, said) : said;
}

/** What is shorter is no secret that anybody could know for one. */
const shortest = 4;
/** So long a joined text gets before the next begins, in UTF-16 units. */
const joined = 64 * 1024;
const deepest = 64;

/** What is longer than a scan takes, in parts that have their ends in common, so that no value is cut in all of them. */
function partsOf(text: string): string[] {
  if (text.length <= longest) return [text];
  const count = Math.ceil(text.length / longest);
  return Array.from({ length: count }, (_, at) => text.slice(at * longest, (at + 1) * longest + common));
}

/** In UTF-16 units. */
const longest = 1024 * 1024;
const common = 16 * 1024;

function isSame(one: Said, other: Said): boolean {
  return (
    one.direction === other.direction &&
    one.time === other.time &&
    one.session === other.session &&
    one.workspace === other.workspace &&
    one.provider === other.provider &&
    one.model === other.model
  );
}

/** The arguments and results of tools are often JSON in a text. */
function jsonIn(text: string): unknown {
  if (!/^\s{0,8}[{[]/.test(text) || !/[}\]]\s{0,8}$/.test(text.slice(-9))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
