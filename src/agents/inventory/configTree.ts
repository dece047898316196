import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { createLineIndex } from '../../core/lineIndex';
import type { Span } from '../../core/model';
import type { ConfigField, ConfigNode } from './configNode';
import { readToml } from './tomlTree';

/** JSON may have comments and trailing commas. */
export type ConfigFormat = 'json' | 'yaml' | 'toml';

/** What can be read of it, and the first thing that is wrong with it, placed as `line:column`. */
export interface ConfigTree {
  readonly format: ConfigFormat;
  readonly root?: ConfigNode;
  readonly fault?: { readonly message: string; readonly at?: string };
}

/** Reads JSON with comments, YAML or TOML. Never throws; takes a text of at most `longest` units. */
export function readTree(text: string, format: ConfigFormat): ConfigTree {
  if (text.length > longest) return { format, fault: { message: 'too long for a configuration: not read' } };
  try {
    if (format === 'yaml') return { format, root: readYaml(text) };
    return format === 'toml' ? { format, root: readToml(text) } : readJson(text);
  } catch (error) {
    // Parsers say in many words, with the text itself, what is wrong; a place says it without its values.
    const at = (error as { mark?: { line: number; column: number } }).mark;
    const { line, column } = error as { line?: number; column?: number };
    if (at) return { format, fault: { message: 'not valid YAML', at: `${at.line + 1}:${at.column + 1}` } };
    if (line !== undefined) return { format, fault: { message: 'not valid TOML', at: `${line}:${column}` } };
    return { format, fault: { message: `can't be read as ${format.toUpperCase()}` } };
  }
}

/** The format that a file's name says. */
export function formatOf(path: string): ConfigFormat {
  if (path.endsWith('.toml')) return 'toml';
  return /\.ya?ml$/.test(path) ? 'yaml' : 'json';
}

/** The last value of a name, as most clients take it. */
export function field(node: ConfigNode | undefined, ...names: readonly string[]): ConfigNode | undefined {
  let at = node;
  for (const name of names) at = at?.fields.findLast(it => it.name === name)?.node;
  return at;
}

/** The first of several names that has a value. */
export function fieldOf(node: ConfigNode | undefined, ...names: readonly string[]): ConfigNode | undefined {
  for (const name of names) {
    const found = field(node, name);
    if (found) return found;
  }
  return undefined;
}

/** The text of a node that is one. */
export function textIn(node: ConfigNode | undefined): string | undefined {
  return node?.kind === 'text' ? String(node.value) : undefined;
}

/** Itself where it is a text, its texts where it is a list. */
export function textNodes(node: ConfigNode | undefined): readonly ConfigNode[] {
  if (node?.kind === 'text') return [node];
  return node?.items.filter(it => it.kind === 'text') ?? [];
}

/** All values below one, each with the names that lead to it; at most `mostNodes`, because YAML's aliases multiply. */
export function* walk(
  node: ConfigNode,
  path: readonly string[] = [],
): Generator<{ node: ConfigNode; path: readonly string[] }> {
  const left: { node: ConfigNode; path: readonly string[] }[] = [{ node, path }];
  for (let seen = 0; left.length > 0 && seen < mostNodes; seen++) {
    const at = left.pop()!;
    yield at;
    for (const one of [...at.node.fields].reverse()) left.push({ node: one.node, path: [...at.path, one.name] });
    for (const one of [...at.node.items].reverse()) left.push({ node: one, path: at.path });
  }
}

const longest = 2 * 1024 * 1024;
const mostNodes = 20_000;
/** A few lines of aliases to aliases say more than memory holds; nobody writes that many by hand. */
const mostAliases = 50;

function readJson(text: string): ConfigTree {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const root = tree && ofJson(tree);
  const [first] = errors;
  if (!first) return { format: 'json', ...(root ? { root } : {}) };
  const { line, column } = createLineIndex(text)(first.offset);
  const fault = { message: `not valid JSON (${printParseErrorCode(first.error)})`, at: `${line}:${column}` };
  return { format: 'json', fault, ...(root ? { root } : {}) };
}

const none: readonly never[] = [];

function ofJson({ type, offset, length, value, children = [] }: JsonNode): ConfigNode {
  const whole = { start: offset, end: offset + length };
  if (type === 'object') {
    const fields = children.flatMap(({ children: [name, node] = [] }) =>
      name && node ? [{ name: String(name.value), key: inner(name), node: ofJson(node) }] : [],
    );
    return { kind: 'table', span: whole, whole, fields, items: none };
  }
  if (type === 'array') return { kind: 'list', span: whole, whole, fields: none, items: children.map(ofJson) };
  if (type === 'string')
    return { kind: 'text', value: String(value), span: inner({ offset, length }), whole, fields: none, items: none };
  const kind = type === 'number' || type === 'boolean' ? type : 'null';
  return { kind, value: value as number, span: whole, whole, fields: none, items: none };
}

function inner({ offset, length }: { offset: number; length: number }): Span {
  return { start: offset + 1, end: Math.max(offset + 1, offset + length - 1) };
}

/** The first document, made of the library's events, which say where everything stands. */
function readYaml(text: string): ConfigNode | undefined {
  const events = parseEvents(text, { maxDepth: 60 });
  if (events.filter(it => it.type === EVENT_ID.ALIAS).length > mostAliases) throw new Error('too many aliases');
  const anchors = new Map<string, ConfigNode>();
  let at = 0;
  const next = (): ConfigNode | undefined => {
    const event = events[at++];
    if (!event || event.type === EVENT_ID.POP) return undefined;
    if (event.type === EVENT_ID.DOCUMENT) return next();
    if (event.type === EVENT_ID.ALIAS) return anchors.get(anchorOf(text, event)) ?? emptyNode;
    const node = event.type === EVENT_ID.SCALAR ? ofScalar(text, event) : collection(event);
    if (event.anchorStart >= 0) anchors.set(anchorOf(text, event), node);
    return node;
  };
  const collection = (event: Extract<Event, { start: number }>): ConfigNode => {
    const isTable = event.type === EVENT_ID.MAPPING;
    const fields: ConfigField[] = [];
    const items: ConfigNode[] = [];
    let end = event.start;
    for (let one = next(); one; one = next()) {
      const node = isTable ? next() : undefined;
      if (node) fields.push({ name: String(one.value ?? ''), key: one.span, node });
      else items.push(one);
      end = Math.max(end, one.whole.end, node?.whole.end ?? 0);
    }
    const span = { start: event.start, end };
    return { kind: isTable ? 'table' : 'list', span, whole: span, fields, items };
  };
  return next();
}

const emptyNode: ConfigNode = {
  ...{ kind: 'null', span: { start: 0, end: 0 }, whole: { start: 0, end: 0 }, fields: none, items: none },
};

function anchorOf(text: string, { anchorStart, anchorEnd }: Pick<AliasEvent, 'anchorStart' | 'anchorEnd'>): string {
  return text.slice(anchorStart, anchorEnd);
}

function ofScalar(text: string, event: ScalarEvent): ConfigNode {
  const { valueStart, valueEnd, style } = event;
  if (valueStart < 0) return emptyNode;
  const span = { start: valueStart, end: valueEnd };
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  const whole = quoted ? { start: valueStart - 1, end: valueEnd + 1 } : span;
  const value = getScalarValue(text, event);
  const made = style === SCALAR_STYLE.PLAIN && event.tagStart < 0 ? plain(value) : { kind: 'text' as const, value };
  return { ...made, span, whole, fields: none, items: none };
}

function plain(value: string): Pick<ConfigNode, 'kind' | 'value'> {
  if (/^(?:true|false)$/i.test(value)) return { kind: 'boolean', value: value.toLowerCase() === 'true' };
  if (/^(?:null|~|)$/i.test(value)) return { kind: 'null' };
  return /^[-+]?\d+(?:\.\d+)?$/.test(value) ? { kind: 'number', value: Number(value) } : { kind: 'text', value };
}
