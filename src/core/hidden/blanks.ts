import type { HiddenText } from './hiddenText';

/** Messages in blanks: text pushed out of sight by hundreds of them, and codes of different ones. */
export function findBlanks(text: string): HiddenText[] {
  const mixed = text.includes(' \t ') || text.includes('\t \t');
  return [
    ...pushedAway(text),
    ...(mixed ? codedAtLineEnds(text) : []),
    ...(wide.test(text) ? codedInSpaces(text) : []),
  ];
}

/** Wider than any window: who reads the line sees its beginning only. */
const farAway = 300;

function* pushedAway(text: string): Generator<HiddenText> {
  for (let at = text.indexOf(blanksInRow); at >= 0; at = text.indexOf(blanksInRow, at + 1)) {
    let end = at;
    while (end < text.length && (text[end] === ' ' || text[end] === '\t')) end++;
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const lineEnd = text.indexOf('\n', end);
    const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
    const indented = at === lineStart || text.slice(Math.max(lineStart, at - 1), at).trim() === '';
    if (/\w{3}/.test(rest) && !indented) {
      yield {
        kind: 'blanks',
        start: at,
        end: end + rest.length,
        tier: 'likely',
        reason: `text behind ${end - at} blanks, out of sight`,
        decoded: rest.slice(0, 2_000),
      };
    }
    at = end;
  }
}

const blanksInRow = ' '.repeat(farAway);

/** Blanks and tabs in irregular order at line ends: nobody types them. */
function* codedAtLineEnds(text: string): Generator<HiddenText> {
  const runs = [...text.matchAll(mixedEnds)].filter(([run]) => (run.match(/ \t|\t /g) ?? []).length >= 4);
  if (runs.length < 3) return;
  for (const run of runs) {
    yield {
      kind: 'blanks',
      start: run.index,
      end: run.index + run[0].length,
      tier: 'likely',
      reason: 'blanks and tabs in turns at the end of a line, as codes are written',
    };
  }
}

const mixedEnds = /(?:(?<=\S)|^)[ \t]{5,2000}(?=\r?$)/gm;

/** Several kinds of wide blanks in a row. */
function* codedInSpaces(text: string): Generator<HiddenText> {
  for (const run of text.matchAll(wideBlanks)) {
    const kinds = new Set(run[0].replaceAll(' ', ''));
    if (kinds.size < 2) continue;
    yield {
      kind: 'blanks',
      start: run.index,
      end: run.index + run[0].length,
      tier: 'likely',
      reason: `${run[0].length} blanks of ${kinds.size} unusual kinds in a row`,
    };
  }
}

const wide = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2}/;
const wideBlanks = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{8,}/g;
