import { createAutomaton } from '../automaton';
import { lineEnd, lineStart } from '../lineAround';
import type { Span, Tier } from '../model';
import { foreignSigns, type Sign, signs } from './signs';

/** A passage that speaks to the model as its master would, instead of telling it something. */
export interface Injection extends Span {
  readonly tier: Tier;
  /** The signs found, strongest first. */
  readonly reason: string;
  readonly score: number;
}

/**
 * Makes what finds instructions to a model in texts that should be data. Signs that stand near each other are added up, each kind
 * once; the span is the strongest one's line. Linear in the text.
 */
export function createInjectionFinder(): (text: string) => Injection[] {
  const machine = makeMachine();
  return text => passages(hitsIn(machine, text)).flatMap(hits => judge(text, hits));
}

function judge(text: string, hits: readonly Hit[]): Injection[] {
  const { score, kinds } = weigh(hits);
  const tier = tierOf(score, kinds);
  if (!tier) return [];
  const strongest = hits.reduce((best, hit) => (hit.sign.weight > best.sign.weight ? hit : best));
  const says = kinds.slice(0, 4).map(kind => kind.says);
  return [{ ...lineOf(text, strongest), tier, reason: says.join('; '), score }];
}

interface Hit extends Span {
  readonly sign: Pick<Sign, 'says' | 'weight'>;
}

/** From so much on nothing harmless was seen. */
const sure = 4;

function tierOf(score: number, kinds: readonly unknown[]): Tier | undefined {
  if (score >= 2 * sure && kinds.length > 1) return 'certain';
  if (score >= sure) return 'likely';
  return score >= sure - 1 ? 'possible' : undefined;
}

/** Each kind counts once, and a word that begins two signs gives the heavier one only. */
function weigh(hits: readonly Hit[]): { score: number; kinds: Hit['sign'][] } {
  const counted = new Map<Hit['sign'], Hit>();
  for (const hit of [...hits].sort((a, b) => b.sign.weight - a.sign.weight)) {
    const begun = [...counted.values()].some(({ start }) => start === hit.start);
    if (!begun && !counted.has(hit.sign)) counted.set(hit.sign, hit);
  }
  const kinds = [...counted.keys()];
  return { score: kinds.reduce((sum, { weight }) => sum + weight, 0), kinds };
}

/** Hits with at most so many units between them belong together. */
const nearness = 600;
/** A passage ends here, so that a long text of harmless signs is not added up without end. */
const longestPassage = 6_000;

function passages(hits: readonly Hit[]): Hit[][] {
  const all: Hit[][] = [];
  for (const hit of hits) {
    const last = all.at(-1);
    const near =
      last && hit.start - (last.at(-1) as Hit).end <= nearness && hit.start - (last[0] as Hit).start <= longestPassage;
    if (near) last.push(hit);
    else all.push([hit]);
  }
  return all;
}

function hitsIn(machine: Machine, text: string): Hit[] {
  const hits = [...bySign(machine, text), ...(/[^\0-\u024f]/.test(text) ? inOtherScripts(text) : [])];
  return hits.sort((a, b) => a.start - b.start);
}

function bySign({ automaton, words, signsOf }: Machine, text: string): Hit[] {
  const hits: Hit[] = [];
  const cursor = { at: 0, state: 0 };
  for (let ids = automaton.next(cursor, text, text.length); ids; ids = automaton.next(cursor, text, text.length)) {
    for (const id of ids) {
      const at = cursor.at - (words[id] as string).length;
      for (const sign of signsOf[id] as readonly Sign[]) {
        const hit = trySign(sign, text, at);
        if (hit) hits.push(hit);
      }
    }
  }
  return hits;
}

function trySign(sign: Sign, text: string, at: number): Hit | undefined {
  sign.pattern.lastIndex = at;
  const match = sign.pattern.exec(text);
  return match ? { sign, start: at, end: at + match[0].length } : undefined;
}

function inOtherScripts(text: string): Hit[] {
  return foreignSigns.flatMap(sign =>
    Array.from(text.matchAll(sign.pattern), match => ({
      sign,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

interface Machine {
  readonly automaton: ReturnType<typeof createAutomaton>;
  readonly words: readonly string[];
  readonly signsOf: readonly (readonly Sign[])[];
}

function makeMachine(): Machine {
  const byWord = new Map<string, Sign[]>();
  for (const sign of signs) for (const word of sign.words) byWord.set(word, [...(byWord.get(word) ?? []), sign]);
  const words = [...byWord.keys()];
  return { automaton: createAutomaton(words), words, signsOf: [...byWord.values()] };
}

/** The line around a hit, within bounds. */
function lineOf(text: string, { start, end }: Span): Span {
  return { start: lineStart(text, start, farthest), end: lineEnd(text, end, farthest) };
}

const farthest = 300;
