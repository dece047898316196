import type { Span } from '../model';
import type { Concealed, Shown } from './concealed';
import { isHead, mayBeginHead } from './heads';
import { unitAt } from './unitAt';

/**
 * Literals that follow each other and may be one token that something else in the program joins: `a = "ghp_"` and, lines below,
 * `b = "…"`. Only where the first one begins as a known format does, and only what is certain then counts; each piece is replaced.
 */
export function piecesIn(text: string): Concealed[] {
  const found: Concealed[] = [];
  for (const quote of ['"', "'", '`']) {
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      if (!mayBeginHead(unitAt(text, at + 1), unitAt(text, at + 2)) || !isHead(text, at + 1)) continue;
      if (!opening.test(text.slice(at + 1, at + 9))) continue;
      const pieces = piecesFrom(text, at);
      if (pieces.slice(1).some(it => looksDrawn(text.slice(it.start, it.end)))) found.push(...joined(text, pieces));
    }
  }
  return found;
}

/** The literals from `at` on, each near the one before it. */
function piecesFrom(text: string, at: number): Span[] {
  const pieces: Span[] = [];
  literal.lastIndex = at;
  for (let end = at; pieces.length < mostPieces; ) {
    const match = literal.exec(text.slice(0, end + near + longestPiece));
    if (!match || match.index > end + near || (pieces.length === 0 && match.index !== at)) break;
    const start = match.index + 1;
    pieces.push({ start, end: start + (match[2] as string).length });
    end = literal.lastIndex;
  }
  return pieces;
}

/** Part of a token has digits and letters of both cases in no order; names have a capital or two. */
function looksDrawn(piece: string): boolean {
  return /^[A-Z\d]{8,}$/.test(piece) || (piece.match(/\d|[a-z][A-Z]/g)?.length ?? 0) >= 2;
}

/** What stands before the first sign of a format is short, and of a format without a sign capitals tell. */
const opening = /^(?:[A-Za-z\d]{1,7}[_.-]|A[A-Za-z]{3}|eyJ|xox|[a-z]{3,6}\\?["'`])/;

const mostPieces = 6;
const near = 200;
const longestPiece = 400;
const literal = /(["'`])([\w.+/=:@!~-]{2,400})\\{0,3}\1/g;

/** The first piece with some behind it as one text, at an offset in the text of all such ways. */
interface Way {
  readonly start: number;
  readonly between: string;
  readonly last: number;
}

/** All the ways in which the first piece and some behind it make one text, once for each piece. */
function joined(text: string, pieces: readonly Span[]): Concealed[] {
  const words = pieces.map(({ start, end }) => text.slice(start, end));
  const [first = ''] = words;
  const ways: Way[] = [];
  let all = `${first}\n`;
  let isWhole = false;
  for (const between of ['', '_', '-']) {
    for (let last = 1; last < words.length; last++) {
      ways.push({ start: all.length, between, last });
      all += `${words.slice(0, last + 1).join(between)}\n`;
    }
  }
  return pieces.map((piece, i) => ({
    text: all,
    depth: 3,
    place(inner: Span): Shown | undefined {
      // What is a token by itself is no piece of one, and is found as it stands.
      isWhole ||= inner.start < first.length;
      if (isWhole) return undefined;
      const way = ways.findLast(({ start }) => start <= inner.start);
      const isPiece =
        way && inner.start < way.start + first.length && i <= way.last && inner.end > startIn(way, words, i);
      return isPiece ? { ...piece, how: 'in pieces', doubt: 'lines' } : undefined;
    },
  }));
}

/** Where a piece begins in a way, and for the first where the second does, for a token in pieces reaches beyond one. */
function startIn({ start, between }: Way, words: readonly string[], piece: number): number {
  return start + words.slice(0, Math.max(1, piece)).join(between).length + between.length;
}
