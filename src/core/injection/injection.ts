import { createAutomaton } from '../automaton';
import { decoded } from '../concealed/encoded';
import { isInRun } from '../concealed/tokenUnits';
import { lineEnd, lineStart } from '../lineAround';
import type { Span, Tier } from '../model';
import type { Sign } from './sign';
import { foreignSigns, signs } from './signs';

/** A passage that speaks to the model as its master would, instead of telling it something. */
export interface Injection extends Span {
  readonly tier: Tier;
  /** The signs found, strongest first. */
  readonly reason: string;
  readonly score: number;
}

export interface Telling {
  /** Set for what is said to a model as it stands, a prompt: what belongs to it may stand farther apart, and nothing in it is a mere quotation. */
  readonly prompt?: boolean;
}

/**
 * Makes what finds instructions to a model in texts that should be data. Signs that stand near each other are added up, each kind
 * once; the span is the strongest one's line. Wrapped lines and runs of base64 are looked into. Linear in the text.
 */
export function createInjectionFinder(): (text: string, telling?: Telling) => Injection[] {
  const machine = makeMachine();
  return (text, { prompt = false } = {}) => {
    const runs: number[] = [];
    const hits = hitsIn(machine, unwrapped(text), runs);
    const whole = prompt && text.length <= longestPassage;
    const open = passages(hits, whole ? longestPassage : nearness).flatMap(one => judge(text, one, prompt));
    return runs.length === 0 ? open : [...open, ...inRuns(machine, text, runs)].sort((a, b) => a.start - b.start);
  };
}

/** Line ends within a sentence as blanks, so that words on both sides stand together; each unit stays in its place. */
function unwrapped(text: string): string {
  return text.includes('\n') ? text.replace(wrap, ' ') : text;
}

const wrap = /\n(?<=[a-z,]\r?\n)(?=[ \t]{0,8}[a-z])/g;

function judge(text: string, hits: readonly Hit[], prompt: boolean): Injection[] {
  const { score, kinds } = weigh(hits);
  const strongest = hits.reduce((best, hit) => (hit.sign.weight > best.sign.weight ? hit : best));
  const told = !prompt && kinds.length === 1 && isQuoted(text, strongest) ? score - 1 : score;
  const tier = tierOf(told, kinds);
  if (!tier) return [];
  const says = kinds.slice(0, 4).map(kind => kind.says);
  return [{ ...lineOf(text, strongest), tier, reason: says.join('; '), score }];
}

/** What a page quotes it rather tells about than says. */
function isQuoted(text: string, { start, end }: Span): boolean {
  return (
    /(?:^|[\s(>])["“'`«„*_]{1,3}$/.test(text.slice(Math.max(0, start - 6), start)) &&
    /^[^"“”'`«»\n]{0,80}["”'`»]/.test(text.slice(end, end + 90))
  );
}

/** A run that hides an order says by itself that it is one. */
function inRuns(machine: Machine, text: string, runs: readonly number[]): Injection[] {
  let left = mostDecoded;
  return runs.flatMap(start => {
    let end = start;
    while (end - start < left && isInRun(text.charCodeAt(end))) end++;
    left -= end - start;
    const inner = decoded(text, start, end);
    const hits = inner ? hitsIn(machine, inner.text, []) : [];
    const { score, kinds } = weigh(hits);
    if (!inner || score < sure) return [];
    const reason = `${inner.how}: ${kinds
      .map(kind => kind.says)
      .slice(0, 3)
      .join('; ')}`;
    return [{ start: inner.start, end: inner.end, tier: 'likely' as const, score, reason }];
  });
}

/** So many units of runs are decoded in one text. */
const mostDecoded = 500_000;

interface Hit extends Span {
  readonly sign: Pick<Sign, 'says' | 'weight'>;
}

/** From so much on next to nothing harmless was seen. */
const sure = 3;

function tierOf(score: number, kinds: readonly unknown[]): Tier | undefined {
  if (score >= 8 && kinds.length > 1) return 'certain';
  if (score >= sure) return 'likely';
  return score === sure - 1 ? 'possible' : undefined;
}

/** Each kind counts once, and a word that begins two signs gives the heavier one only. */
function weigh(hits: readonly Hit[]): { score: number; kinds: Hit['sign'][] } {
  const counted = new Map<Hit['sign'], Hit>();
  for (const hit of [...hits].sort((a, b) => b.sign.weight - a.sign.weight)) {
    const begun = [...counted.values()].some(({ start }) => start === hit.start);
    if (!begun && !counted.has(hit.sign)) counted.set(hit.sign, hit);
  }
  const kinds = [...counted.keys()];
  const score = kinds.reduce((sum, { weight }) => sum + weight, 0);
  // What stands in harmless texts too adds to something, and is nothing by itself.
  return { score: kinds[0]?.weight === 1 ? Math.min(score, 2) : score, kinds };
}

/** Hits with at most so many units between them belong together. */
const nearness = 600;
/** A passage ends here, so that a long text of harmless signs is not added up without end. */
const longestPassage = 6_000;

function passages(hits: readonly Hit[], nearness: number): Hit[][] {
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

function hitsIn(machine: Machine, text: string, runs: number[]): Hit[] {
  const hits = [...bySign(machine, text, runs), ...(anyLetter.test(text) ? inOtherScripts(text) : [])];
  return hits.sort((a, b) => a.start - b.start);
}

function bySign({ automaton, words, signsOf }: Machine, text: string, runs: number[]): Hit[] {
  const hits: Hit[] = [];
  const cursor = { at: 0, state: 0, run: 0, seen: 0, runs };
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

/** Looks at the lines with some letters of other scripts; a name or two in them say nothing. */
function inOtherScripts(text: string): Hit[] {
  const hits: Hit[] = [];
  let past = 0;
  for (const { index } of text.matchAll(letters)) {
    if (index < past) continue;
    const from = Math.max(past, lineStart(text, index, farthest));
    past = lineEnd(text, index, 4 * farthest);
    const part = text.slice(from, past);
    for (const sign of foreignSigns) {
      for (const match of part.matchAll(sign.pattern)) {
        const start = from + match.index;
        hits.push({ sign, start, end: start + match[0].length });
      }
    }
  }
  return hits;
}

/** Letters of the scripts of `foreignSigns`. */
const script =
  '[\\u0370-\\u052f\\u0590-\\u06ff\\u0900-\\u0d7f\\u0e00-\\u0e7f\\u1ea0-\\u1eff\\u3040-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7af]';
const anyLetter = new RegExp(script);
const letters = new RegExp(`${script}(?:[^\\n]{0,24}?${script}){3}`, 'g');

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
