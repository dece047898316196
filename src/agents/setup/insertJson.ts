import { findNodeAtLocation, type Node, type ParseError, parseTree, visit } from 'jsonc-parser';

/** A piece that was put into a text; taking pieces out in reverse order gives the old text back, to the byte. */
export interface Piece {
  readonly at: number;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** What shall stand in a file: an element of the list at `path`, or a field that is only added where there is none. */
export interface Wanted {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly inList: boolean;
}

export type Inserted =
  | { readonly text: string; readonly pieces: readonly Piece[]; readonly made: readonly Path[] }
  | { readonly error: string };

/** Puts values into JSON with comments, behind what stands there; nothing else is touched. `made` are the places that are new. */
export function insertJson(text: string, wanted: readonly Wanted[]): Inserted {
  const done = { text, pieces: [] as Piece[], made: [] as Path[] };
  for (const one of wanted) {
    const step = insertOne(done.text, one);
    if ('error' in step) return step;
    done.text = step.text;
    done.pieces.push(...step.pieces);
    done.made.push(...step.made);
  }
  return done;
}

/** The text without the pieces; undefined where one of them isn't at its place any more. */
export function takeOut(text: string, pieces: readonly Piece[]): string | undefined {
  let left = text;
  for (const piece of pieces.toReversed()) {
    if (!left.startsWith(piece.text, piece.at)) return undefined;
    left = left.slice(0, piece.at) + left.slice(piece.at + piece.text.length);
  }
  return left;
}

/** Removes what stands at a path, with one comma and the white space before it; comments stay. */
export function removeAt(text: string, path: Path): string {
  const root = treeOf(text);
  const value = root && findNodeAtLocation(root, [...path]);
  const node = value?.parent?.type === 'property' ? value.parent : value;
  const around = node?.parent;
  if (!node || !around) return text;
  const [open, close] = [around.offset + 1, around.offset + around.length - 1];
  const end = node.offset + node.length;
  const start = open + text.slice(open, node.offset).trimEnd().length;
  const siblings = around.children ?? [];
  const [before, after] = [siblings[siblings.indexOf(node) - 1], siblings[siblings.indexOf(node) + 1]];
  const comma =
    commaIn(text, end, after?.offset ?? close) ?? (before && commaIn(text, before.offset + before.length, node.offset));
  const without = comma === undefined || (comma >= start && comma < end) ? [] : [comma];
  const kept = cut(text, [[start, end], ...without.map(at => [at, at + 1] as const)]);
  const rest = kept.slice(open, close - (text.length - kept.length));
  return rest.trim() === '' ? kept.slice(0, open) + kept.slice(open + rest.length) : kept;
}

function cut(text: string, ranges: readonly (readonly [number, number])[]): string {
  const backwards = ranges.toSorted(([a], [b]) => b - a);
  return backwards.reduce((left, [from, to]) => left.slice(0, from) + left.slice(to), text);
}

/** The tree of a file that holds one object; undefined where it isn't valid. */
function treeOf(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  return errors.length === 0 && tree?.type === 'object' ? tree : undefined;
}

function insertOne(text: string, { path, value, inList }: Wanted): Inserted {
  const root = treeOf(text);
  if (!root) return { error: 'it is not valid JSON with comments' };
  let node = root;
  for (const [i, name] of path.entries()) {
    if (node.type !== 'object') return { error: `"${path.slice(0, i).join('.')}" is not an object` };
    const next = findNodeAtLocation(node, [name]);
    if (!next) {
      const inner = path.slice(i + 1).reduceRight<unknown>((all, key) => ({ [key]: all }), inList ? [value] : value);
      return { ...insertInto(text, node, { [name]: inner }), made: [path.slice(0, i + 1)] };
    }
    node = next;
  }
  if (!inList) return { text, pieces: [], made: [] };
  if (node.type !== 'array') return { error: `"${path.join('.')}" is not a list` };
  return { ...insertInto(text, node, [value]), made: [] };
}

/** Adds the members of an object or list behind the last one and its comment; the parser's own edit would part the two. */
function insertInto(text: string, { offset, length, children = [] }: Node, members: object) {
  const { eol, unit } = styleOf(text);
  const close = offset + length - 1;
  const last = children.at(-1);
  const end = last ? last.offset + last.length : offset + 1;
  const base = indentAt(text, close);
  const lines = JSON.stringify(members, null, unit).split('\n').slice(1, -1);
  const pieces: Piece[] = [];
  if (last && commaIn(text, end, close) === undefined) pieces.push({ at: end, text: ',' });
  const tail = end + text.slice(end, close).trimEnd().length;
  const closing = text.slice(tail, close).includes('\n') ? '' : eol + base;
  pieces.push({ at: tail + pieces.length, text: lines.map(line => eol + base + line).join('') + closing });
  const after = pieces.reduce((all, piece) => all.slice(0, piece.at) + piece.text + all.slice(piece.at), text);
  return { text: after, pieces };
}

/** The white space before the line that a place is in. */
function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';
}

/** Where the comma between two places is; one in a comment is none. */
function commaIn(text: string, from: number, to: number): number | undefined {
  let found: number | undefined;
  const onSeparator = (character: string, at: number) => {
    if (character === ',' && at >= from && at < to) found = at;
  };
  visit(text, { onSeparator }, { allowTrailingComma: true });
  return found;
}

function styleOf(text: string): { eol: string; unit: string } {
  return { eol: text.includes('\r\n') ? '\r\n' : '\n', unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ' };
}
