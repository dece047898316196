import type { Encoded } from './encoded';
import { reversed, turned, turns } from './shifted';
import { isInToken } from './tokenUnits';

/**
 * What has a form but no head of its own, backwards or in shifted letters: addresses with a password (`//:sergtsop`, `cbfgterf://`) and
 * keys in PEM (`-----YEK ETAVIRP`, `-----ORTVA`). Their marks stay what they are.
 */
export function turnedBlocks(text: string): Encoded[] {
  return [...backwardAddresses(text), ...shiftedAddresses(text), ...keys(text)];
}

function backwardAddresses(text: string): Encoded[] {
  const found: Encoded[] = [];
  for (let at = text.indexOf('//:'); at >= 0; at = text.indexOf('//:', at + 3)) {
    if (!/^[a-z+]{2,14}/.test(text.slice(at + 3, at + 17))) continue;
    const { start, end } = tokenAround(text, at);
    found.push({ start, end, text: reversed(text.slice(start, end)), how: 'backwards', turned: true });
    at = end;
  }
  return found;
}

function shiftedAddresses(text: string): Encoded[] {
  const found: Encoded[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const scheme = /[a-z]{3,12}$/.exec(text.slice(Math.max(0, at - 13), at))?.[0];
    if (scheme === undefined || schemes.has(scheme)) continue;
    const turn = turns.find(it => schemes.has(turned(scheme, it)));
    if (turn === undefined) continue;
    const { end } = tokenAround(text, at);
    const start = at - scheme.length;
    found.push({ start, end, text: turned(text.slice(start, end), turn), how: 'in shifted letters', turned: true });
    at = end;
  }
  return found;
}

const schemes: ReadonlySet<string> = new Set(
  'http https ftp ftps sftp ssh git ws wss file postgres postgresql mysql mariadb mssql sqlserver mongodb redis rediss amqp amqps ldap ldaps smtp smtps imap imaps clickhouse nats kafka mqtt jdbc neo'.split(
    ' ',
  ),
);

const longest = 4096;

function tokenAround(text: string, at: number): { start: number; end: number } {
  let start = at;
  while (start > 0 && at - start < longest && isInToken(text.charCodeAt(start - 1))) start--;
  let end = at + 3;
  while (end < text.length && end - at < longest && isInToken(text.charCodeAt(end))) end++;
  return { start, end };
}

function keys(text: string): Encoded[] {
  const found: Encoded[] = [];
  for (let at = text.indexOf('-----'); at >= 0; at = text.indexOf('-----', at + 5)) {
    const read = keyAt(text, at);
    if (!read) continue;
    found.push(read);
    at = read.end - 5;
  }
  return found;
}

function keyAt(text: string, at: number): Encoded | undefined {
  opened.lastIndex = at;
  const word = opened.exec(text)?.[1];
  if (word === undefined || word === 'BEGIN') return undefined;
  const isBackwards = word.endsWith('YEK');
  const turn = turns.find(it => turned(word, it) === 'BEGIN');
  if (!isBackwards && turn === undefined) return undefined;
  closed.lastIndex = at + 5;
  const rest = closed.exec(text.slice(0, at + longest))?.[0];
  if (rest === undefined) return undefined;
  const end = at + 5 + rest.length;
  const said = text.slice(at, end);
  const how = isBackwards ? 'backwards' : 'in shifted letters';
  return { start: at, end, text: turn === undefined ? reversed(said) : turned(said, turn), how, turned: true };
}

const opened = /-----([A-Z]{3,5})[ -]/y;
/** The rest of the first line, the letters, and the last line. */
const closed = /[A-Z ]{3,40}-----[^-]{20,4000}-----[A-Z ]{8,44}-----/y;
