import { type Automaton, createAutomaton } from '../automaton';
import type { Span } from '../model';
import { readAligned } from './aligned';
import { cardWords, findCards } from './cards';
import { columnWords } from './columns';
import { readDelimited } from './delimited';
import { createFieldReader, nameEnd } from './fields';
import { readHtml } from './html';
import { judgeTable, type PersonalColumn } from './judgeTable';
import { findLetters } from './letters';
import { loneColumns } from './lone';
import { type CellText, isNotebook, readCells } from './notebook';
import { namesAuthors, proseWords, readProse } from './prose';
import { isProse } from './sentences';
import { createSqlReader, sqlWords } from './sql';
import type { Read, Table } from './table';

/**
 * Finds personal data by column: in tables with a header, dumps of databases, and fields that are named again and again or that
 * name a person together. Linear in the text. Spans are of the values alone, in UTF-16 units; a text that holds no such
 * names costs one pass.
 */
export function findRecords(text: string, path?: string, met?: readonly number[]): PersonalColumn[] {
  if (isLockFile(path)) return [];
  return isNotebook(text, path) ? readCells(text).flatMap(findInCell) : findInText(text, path, met ?? wordsIn(text));
}

/** The names and words by which records are told; where a pass over the text has met them (`met`: place here and end, in turn), it needs no other. */
export function recordWords(): readonly string[] {
  words ??= [...sqlWords, '<th', ...proseWords, ...columnWords(), ...cardWords];
  return words;
}

let words: readonly string[] | undefined;

/** What stands in a cell of a notebook, at its places in the notebook. */
function findInCell({ text, place }: CellText): PersonalColumn[] {
  return findInText(text, undefined, wordsIn(text)).flatMap(({ header, ...column }) => {
    const cells = column.cells.flatMap(it => place(it) ?? []);
    const named = header && place(header);
    return cells.length === 0 ? [] : [{ ...column, cells, ...(named ? { header: named } : {}) }];
  });
}

function findInText(text: string, path: string | undefined, met: readonly number[]): PersonalColumn[] {
  const words = recordWords();
  const found: PersonalColumn[] = [];
  const sentences: PersonalColumn[] = [];
  const lone: PersonalColumn[] = [];
  const fields = createFieldReader(text, path);
  const sql = createSqlReader(text);
  const prose = isProse(path) && !namesAuthors(path);
  /** What sentences say is known up to here. */
  let told = 0;
  /** All before it has been read. */
  let past = 0;
  /** The word that is looked at ends here. */
  let at = 0;
  /** The line up to here has been tried as a header. */
  let rejected = -1;
  /** Names up to here are known. */
  let known = 0;

  let hasCards = false;

  const skipTo = (end: number) => {
    past = Math.max(past, end);
  };
  const take = (read: Read | undefined, whole: boolean) => {
    const columns = read?.table ? judgeTable(text, read.table) : [];
    found.push(...columns);
    if (read?.table) lone.push(...aloneIn(text, read.table, columns));
    // What only looked like rows may hold fields; much of it is passed over all the same, so that no text is read often.
    if (read && (whole || columns.length > 0 || read.end - at > maxReread)) skipTo(read.end);
  };

  for (let i = 0; i < met.length; i += 2) {
    const id = met[i] as number;
    const end = met[i + 1] as number;
    const start = end - (words[id] as string).length;
    if (id >= words.length - cardWords.length) {
      hasCards = true;
      continue;
    }
    if (start < past) continue;
    if (id > sqlWords.length && id <= sqlWords.length + proseWords.length) {
      if (!prose || start < told) continue;
      const said = readProse(text, start, end, words[id] as string);
      for (const one of said) told = Math.max(told, one.cells.at(-1)?.end ?? 0);
      sentences.push(...said);
      continue;
    }
    // The longest of those that end here counts.
    if (end === at) continue;
    at = end;
    if (id < sqlWords.length) skipTo(sql.read(start) ?? 0);
    else if (id === sqlWords.length) take(readHtml(text, start), true);
    else if (end > known && !(end - start < 4 && isInWord(text, start, end))) {
      const place = placeOf(text, end);
      if (place === 'field') known = Math.max(end, fields.read(start, end));
      else if (place === 'header') {
        if (start < rejected) continue;
        const line = text.indexOf('\n', start);
        rejected = line < 0 ? text.length : line;
        take(readDelimited(text, start, path) ?? readAligned(text, start), false);
      }
    }
  }
  for (const table of [...sql.tables(), ...fields.tables()]) {
    const columns = judgeTable(text, table);
    found.push(...columns);
    lone.push(...aloneIn(text, table, columns));
  }
  found.push(...findLetters(text, path), ...(hasCards ? findCards(text) : []));
  if (sentences.length > 0) found.push(...beside(sentences, found));
  return lone.length === 0 ? found : [...found, ...beside(lone, found)];
}

/** Of the columns that a table's other columns don't speak for, those that speak for themselves. */
function aloneIn(text: string, { columns }: Table, judged: readonly PersonalColumn[]): PersonalColumn[] {
  const told = new Set(judged.map(({ name, kind }) => `${kind} ${name}`));
  return loneColumns(
    text,
    columns.filter(({ name, kind }) => !told.has(`${kind.kind.id} ${name}`)),
  );
}

/** What a table or a form has said already, a sentence says no other way, nor does a field that stands alone. */
function beside(sentences: readonly PersonalColumn[], found: readonly PersonalColumn[]): PersonalColumn[] {
  const taken = found.flatMap(it => it.cells).sort((a, b) => a.start - b.start);
  const inOrder = sentences.toSorted((a, b) => startOf(a) - startOf(b));
  let next = 0;
  return inOrder.filter(({ cells: [cell] }) => {
    if (!cell) return false;
    while (next < taken.length && (taken[next] as Span).end <= cell.start) next++;
    return !((taken[next]?.start ?? Number.POSITIVE_INFINITY) < cell.end);
  });
}

function startOf({ cells }: PersonalColumn): number {
  return cells[0]?.start ?? 0;
}

const maxReread = 2000;

let automaton: Automaton | undefined;

function wordsIn(text: string): number[] {
  automaton ??= createAutomaton(recordWords());
  const met: number[] = [];
  const cursor = { at: 0, state: 0 };
  for (let ids = automaton.next(cursor, text, text.length); ids; ids = automaton.next(cursor, text, text.length))
    for (const id of ids) met.push(id, cursor.at);
  return met;
}

/** A short name stands inside many words: `age` in `message`; in camel case it begins with a capital. */
function isInWord(text: string, start: number, end: number): boolean {
  return isSmall(text.charCodeAt(end)) || (isSmall(text.charCodeAt(start - 1)) && isSmall(text.charCodeAt(start)));
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** What a known word is part of, by what follows the name that it stands in. */
function placeOf(text: string, end: number): 'field' | 'header' | undefined {
  let at = nameEnd(text, end);
  let code = text.charCodeAt(at);
  if (code === 92) code = text.charCodeAt(++at);
  const quoted = code === 34 || code === 39 || code === 96;
  if (quoted) code = text.charCodeAt(++at);
  const after = at;
  while (code === 32 || code === 42 || code === 93 || code === 13) code = text.charCodeAt(++at);
  if (code === 58 || code === 61 || code === 62 || code === 0xff1a) return 'field';
  // Blanks apart, as in a table that is told by them.
  if (at - after > 1 && code > 64) return 'header';
  // Further words of the name.
  if (at - after === 1)
    for (const limit = at + 20; at < limit && ((code > 64 && code < 123) || code === 32); )
      code = text.charCodeAt(++at);
  return code === 44 || code === 9 || code === 59 || code === 124 || code === 10 || at >= text.length
    ? 'header'
    : undefined;
}

/** Files that list packages and their authors. */
function isLockFile(path: string | undefined): boolean {
  return (
    path !== undefined &&
    /(?:^|\/)(?:package(?:-lock)?|composer|bower|\.all-contributorsrc|npm-shrinkwrap)(?:\.json|\.lock)?$|(?:^|\/)(?:authors|contributors|maintainers|codeowners|credits|thanks)(?:\.\w+)?$|\.lock$/i.test(
      path,
    )
  );
}
