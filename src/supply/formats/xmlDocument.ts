import { SaxesParser } from 'saxes';
import type { Span } from '../../core/model';
import { type Draft, FormatFault } from './packageFile';

/** An element of an XML text, named without its namespace's prefix. */
export interface XmlElement {
  readonly name: string;
  /** By their names without prefix; the span is that of the value without its quotes. */
  readonly attributes: ReadonlyMap<string, XmlValue>;
  readonly children: readonly XmlElement[];
  /** All text right in it, trimmed. */
  readonly text: XmlValue;
}

export interface XmlValue {
  readonly value: string;
  readonly span: Span;
}

/**
 * Reads XML into elements. Where it isn't well-formed it says so once, and gives what could be read. Entities that a document declares are
 * never expanded, and nothing is loaded. Depth and number of elements are bounded: a FormatFault ends the reading.
 */
export function readXml({ text, fault }: Pick<Draft, 'text'> & Partial<Pick<Draft, 'fault'>>): XmlElement {
  const parser = new SaxesParser();
  const top = newElement('', 0);
  const open: Growing[] = [top];
  let count = 0;
  let values: [string, XmlValue][] = [];
  let broken: number | undefined;
  let errors = 0;
  const stop = (message: string, code?: 'too-large'): never => {
    throw new FormatFault(message, Math.max(0, parser.position - 1), code);
  };
  // A document may name entities that only its DTD declares, such as &nbsp; in a description.
  parser.on('error', error => {
    if (++errors > mostErrors) stop('is not well-formed XML');
    if (!/undefined entity/.test(error.message)) broken ??= Math.max(0, parser.position - 1);
  });
  parser.on('attribute', ({ name, value }) => {
    const end = parser.position - 1;
    const start = text.lastIndexOf(text.charAt(end), end - 1) + 1;
    values.push([localName(name), { value, span: { start, end } }]);
  });
  parser.on('opentag', ({ name }) => {
    if (++count > mostElements) stop(`has more than ${mostElements} elements`, 'too-large');
    if (open.length > deepest) stop('is nested too deeply');
    const element = newElement(localName(name), parser.position, new Map(values));
    values = [];
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  const take = (piece: string) => {
    const element = open.at(-1)!;
    if (element.pieces.length < mostPieces) element.pieces.push(piece);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    const element = open.pop()!;
    close(element, text, text.lastIndexOf('<', parser.position - 1));
  });
  for (let at = 0; at < text.length; at += chunk) parser.write(text.slice(at, at + chunk));
  parser.close();
  const [root] = top.children;
  if (!root) throw new FormatFault('is not well-formed XML', broken ?? 0);
  if (broken !== undefined) fault?.('is not well-formed XML', broken);
  return root;
}

/** The children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter(child => child.name === name) ?? [];
}

/** What is reached by going down through the first child of each name. */
export function childAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => at?.children.find(child => child.name === name), element);
}

/** What is written in the first child of this name. */
export function textAt(element: XmlElement | undefined, ...names: readonly string[]): XmlValue | undefined {
  const value = childAt(element, ...names)?.text;
  return value?.value ? value : undefined;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  readonly pieces: string[];
  readonly content: number;
  text: XmlValue;
}

const chunk = 1 << 16;
const mostElements = 1_000_000;
const mostPieces = 1000;
const mostErrors = 1000;
const deepest = 128;

function newElement(name: string, content: number, attributes: ReadonlyMap<string, XmlValue> = new Map()): Growing {
  const text = { value: '', span: { start: content, end: content } };
  return { name, attributes, children: [], pieces: [], content, text };
}

/** Only what has no elements within has a text that formats ask for. */
function close(element: Growing, text: string, end: number): void {
  const value = element.children.length > 0 ? '' : element.pieces.join('').trim();
  element.pieces.length = 0;
  if (!value) return;
  const at = text.slice(element.content, end).indexOf(value);
  const start = element.content + Math.max(0, at);
  element.text = { value, span: { start, end: at < 0 ? end : start + value.length } };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
