import type { Span } from '../model';
import { columnsFor, type Read, tableOf, trimmed } from './table';

/** Reads the HTML table whose first heading cell stands at `at`; only its heading where that names nothing personal. */
export function readHtml(text: string, at: number): Read {
  const headers: Span[] = [];
  let end = at + 3;
  tag.lastIndex = at;
  for (let found = tag.exec(text); found && headers.length < 200; found = tag.exec(text)) {
    end = tag.lastIndex;
    const name = (found[1] as string).toLowerCase();
    if (name === 'th') headers.push(contentOf(text, end));
    else if (name !== 'thead') break;
  }
  const columns = headers.length < 2 ? undefined : columnsFor(text, headers);
  if (!columns) return { end };
  tag.lastIndex = end;
  for (let found = tag.exec(text), place = 0; found; found = tag.exec(text)) {
    end = tag.lastIndex;
    const name = (found[1] as string).toLowerCase();
    if (name === '/table') break;
    if (name === 'tr') place = 0;
    // Rows may begin with a heading of their own.
    if (name !== 'td' && name !== 'th') continue;
    const cell = contentOf(text, end);
    if (cell.end > cell.start) columns[place]?.cells.push(cell);
    place++;
  }
  return { table: tableOf(columns), end };
}

const tag = /<(th|td|tr|thead|\/table|\/thead|\/tr)(?![a-z])[^<>]{0,300}>/gi;

/** The text of a cell, behind whatever else opens in it. */
function contentOf(text: string, at: number): Span {
  for (let nested = 0; nested < 4; nested++) {
    inner.lastIndex = at;
    const found = inner.exec(text);
    if (!found) break;
    at = inner.lastIndex;
  }
  const close = text.indexOf('<', at);
  return trimmed(text, at, close < 0 || close - at > 400 ? at : close);
}

const inner = /\s{0,20}<(?:[a-su-z]|t(?![hdr]))[^<>]{0,200}>/iy;
