import { findNodeAtLocation, type Node, type ParseError, parseTree, visit } from 'jsonc-parser';

/**
 * Adds the entries that a settings file doesn't have yet, behind those it has; comments and order stay. Undefined where the
 * file isn't valid JSON with comments, or not an object.
 */
export function addSettings(text: string, entries: Readonly<Record<string, unknown>>): string | undefined {
  const source = text.trim() === '' ? '{}\n' : text;
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { allowTrailingComma: true });
  if (errors.length > 0 || tree?.type !== 'object') return undefined;
  const missing = Object.entries(entries).filter(([name]) => !findNodeAtLocation(tree, [name]));
  return missing.length > 0 ? insert(source, tree, missing) : source;
}

/** `modify` of the parser would put an entry between the last one and its comment, so the text is joined here. */
function insert(text: string, { offset, length, children = [] }: Node, entries: readonly [string, unknown][]): string {
  const { eol, indent } = styleOf(text);
  const close = offset + length - 1;
  const last = children.at(-1);
  const end = last ? last.offset + last.length : offset + 1;
  const comma = last && !hasComma(text, end) ? ',' : '';
  const lines = JSON.stringify(Object.fromEntries(entries), null, indent).split('\n').slice(1, -1);
  const before = text.slice(0, end) + comma + text.slice(end, close).trimEnd();
  return [before, ...lines, text.slice(close)].join(eol);
}

/** Whether a comma follows the last entry; one in a comment is none. */
function hasComma(text: string, end: number): boolean {
  let found = false;
  const onSeparator = (character: string, at: number) => {
    if (character === ',' && at >= end) found = true;
  };
  visit(text, { onSeparator }, { allowTrailingComma: true });
  return found;
}

function styleOf(text: string): { eol: string; indent: string } {
  return { eol: text.includes('\r\n') ? '\r\n' : '\n', indent: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ' };
}
