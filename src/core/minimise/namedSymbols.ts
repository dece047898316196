import type { Span } from '../model';
import { wantsAll, wordsOf } from './words';

/** A function, class or other declaration of a file. */
export interface NamedSymbol extends Span {
  readonly name: string;
}

/**
 * Finds the declarations of a file that a prompt names, with about what belongs to them, told by how lines are indented: good
 * enough to say how long they are. Ordered as the prompt names them.
 */
export function namedSymbols(words: string, text: string): NamedSymbol[] {
  if (wantsAll(new Set(wordsOf(words)))) return [];
  return identifiersIn(words).flatMap(name => declarationOf(name, text) ?? []);
}

/** What looks like a name out of code: `in backticks`, with a call's bracket, camelCase, snake_case, or beside "class" and such. */
function identifiersIn(words: string): string[] {
  const found = Array.from(words.slice(0, maxWords).matchAll(identifier), ([, ...names]) => names.find(Boolean) ?? '');
  return [...new Set(found)].slice(0, maxNames);
}

const maxWords = 8000;
const maxNames = 40;
const identifier =
  /`([A-Za-z_$][\w$]{1,80})(?:\(\))?`|\b([A-Za-z_$][\w$]{1,80})\(|\b([a-z][a-z0-9]{0,40}[A-Z]\w{0,60}|[A-Z][a-z0-9]{1,40}[A-Z]\w{0,60}|[A-Za-z]{1,40}_\w{1,60}|[a-z]{2,40}\d{1,6})\b|\b(?:class|function|method|interface|struct|enum|type|def|Klasse|Funktion|Methode) ([A-Za-z_$][\w$]{1,80})\b|\b([A-Za-z_$][\w$]{1,80})(?= (?:class|function|method)\b)/g;

function declarationOf(name: string, text: string): NamedSymbol | undefined {
  const limit = Math.min(text.length, maxText);
  let at = text.indexOf(name);
  for (let tries = 0; at >= 0 && at < limit && tries < maxPlaces; tries++) {
    const start = text.lastIndexOf('\n', at) + 1;
    if (at - start < maxLine && isDeclared(text, start, at, at + name.length))
      return { name, start, end: endOf(text, start) };
    at = text.indexOf(name, at + name.length);
  }
  return undefined;
}

const maxText = 4_000_000;
const maxPlaces = 500;
const maxLine = 300;

function isDeclared(text: string, lineStart: number, start: number, end: number): boolean {
  if (/[\w$]/.test(text[end] ?? '') || /[\w$.]/.test(text[start - 1] ?? '')) return false;
  const before = text.slice(lineStart, start);
  const after = text.slice(end, Math.min(text.length, end + maxLine)).split('\n', 1)[0] ?? '';
  return keyworded.test(before) || (method.test(before) && /^(?:<[^>]{0,80}>)?\([^;]{0,250}[{,(:]\s*$/.test(after));
}

/** `export async function`, `def`, Go's `func (r *Reader)`. */
const keyworded =
  /^\s*(?:[\w@()]+\s+){0,5}(?:function\*?|class|def|defp|fn|func|fun|interface|type|struct|enum|trait|record|module|sub|const|let|var|val)\s+(?:\([^)\n]{0,80}\)\s*)?$/;
/** Modifiers and a type, as before a method; never a statement. */
const method =
  /^\s*(?!(?:return|await|if|else|while|for|switch|throw|new|yield|case)\b)(?:[\w<>[\],.*&@]+\s+){0,6}[*&]?$/;

/** The next line that stands no deeper and isn't just a closing one. */
function endOf(text: string, start: number): number {
  const indent = indentOf(text, start);
  let end = lineEnd(text, start);
  let at = end;
  while (at < text.length) {
    const next = lineEnd(text, at);
    const line = text.slice(at, Math.min(next, at + maxLine));
    if (line.trim() !== '') {
      const closes = /^\s*(?:[)\]}>]|end\b)/.test(line);
      if (indentOf(text, at) <= indent && !closes) break;
      end = next;
      if (indentOf(text, at) <= indent && !/[{(,:=]\s*$/.test(line)) break;
    }
    at = next;
  }
  return end;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function indentOf(text: string, at: number): number {
  let indent = 0;
  while (text[at + indent] === ' ' || text[at + indent] === '\t') indent++;
  return indent;
}
