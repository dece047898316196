import { createAutomaton, marks } from '../automaton';
import { decoded } from '../concealed/encoded';
import { isInRun } from '../concealed/tokenUnits';
import { lineEnd, lineStart } from '../lineAround';
import type { Span, Tier } from '../model';
import { loadOrderModel } from './loadOrderModel';
import { hintWords, orderRegions } from './orderRegions';
import { isSmall, isWrap } from './sentenceRuns';
import type { Sign } from './sign';
import { foreignSigns, signs } from './signs';

/** A passage that speaks to the model as its master would, instead of telling it something. */
export interface Injection extends Span {
  readonly tier: Tier;
  /** The signs found, strongest first. */
  readonly reason: string;
  readonly score: number;
}

/** What a pass over a text has seen of it. */
export interface SeenWords {
  /** The words of `wordsOfSigns` in the order in which they end: each one's place in the list, and its end. */
  readonly met: readonly number[];
  /** Where runs of base64's letters begin that are long enough to matter. */
  readonly runs: readonly number[];
  readonly ascii: boolean;
}

export interface Telling {
  /** Set where a pass over the text has met the words already. */
  readonly seen?: SeenWords;
  /** Set for what is said to a model as it stands, a prompt: what belongs to it may stand farther apart, and nothing in it is a mere quotation. */
  readonly prompt?: boolean;
}

/**
 * Makes what finds instructions to a model in texts that should be data. Signs that stand near each other are added up, each kind
 * once; the span is the strongest one's line. Wrapped lines and runs of base64 are looked into. Linear in the text.
 */
export function createInjectionFinder(): (text: string, telling?: Telling) => Injection[] {
  const machine = makeMachine();
  return (text, { prompt = false, seen = machine.read(text) } = {}) => {
    const { runs } = seen;
    const hits = hitsIn(text, seen);
    const whole = prompt && text.length <= longestPassage;
    const signed = passages(hits, whole ? longestPassage : nearness).flatMap(one => judge(text, one, prompt));
    const open = withOrders(signed, ordersIn(text, seen, prompt));
    return runs.length === 0 ? open : [...open, ...inRuns(machine, text, runs)].sort((a, b) => a.start - b.start);
  };
}

/** What no sign names, but what is said in one to three sentences weighs like an order to a model. */
function ordersIn(text: string, { met, ascii }: SeenWords, prompt: boolean): Injection[] {
  const regions = orderRegions(text, hintsOf(met));
  const foreign = ascii || !anyLetter.test(text) ? [] : foreignLines(text);
  let left = mostJudged;
  return [...regions, ...foreign].flatMap(({ start, end }) => {
    if (left <= 0) return [];
    left -= end - start;
    const { ordersIn, reasonOf } = loadOrderModel();
    return ordersIn(text, start, end, prompt ? surer : 0).map(run => {
      const about = reasonOf(run);
      const reason = about ? `speaks like an order to a model: ${about}` : 'speaks like an order to a model';
      return { start: run.start, end: run.end, tier: 'likely' as const, reason, score: sure };
    });
  });
}

/** People order models about in prompts: there it takes more. */
const surer = 1;

/** So many units of one text are judged by what they say. */
const mostJudged = 1_000_000;

/** Passages that signs tell of, and orders beside them; of what is merely possible the order takes the place. */
function withOrders(signed: readonly Injection[], orders: readonly Injection[]): Injection[] {
  if (orders.length === 0) return [...signed];
  const isIn = (one: Span, others: readonly Span[]) => others.some(it => it.start < one.end && one.start < it.end);
  const told = signed.filter(({ tier }) => tier !== 'possible');
  const added: Injection[] = [];
  for (const one of orders) if (!isIn(one, told) && !isIn(one, added)) added.push(one);
  const kept = signed.filter(one => one.tier !== 'possible' || !isIn(one, added));
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

/** Line ends within a sentence as blanks, so that words on both sides stand together; each unit stays in its place. */
function unwrapped(text: string): string {
  let made = '';
  let past = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (!isWrap(text, at)) continue;
    made += `${text.slice(past, at)} `;
    past = at + 1;
  }
  return past === 0 ? text : made + text.slice(past);
}

function judge(text: string, hits: readonly Hit[], prompt: boolean): Injection[] {
  const { score, kinds } = weigh(hits);
  const strongest = hits.reduce((best, hit) => (hit.sign.weight > best.sign.weight ? hit : best));
  const quoted = !prompt && kinds.length === 1 && isQuoted(text, strongest);
  const told = score - (quoted ? 1 : 0) - (isAbout(text, strongest) ? 2 : 0);
  const tier = tierOf(told, kinds);
  if (!tier) return [];
  const says = kinds.slice(0, 4).map(kind => kind.says);
  return [{ ...lineOf(text, strongest), tier, reason: says.join('; '), score }];
}

/** A line about such attacks that speaks to nobody tells of them; it would need more to be one. */
function isAbout(text: string, hit: Span): boolean {
  const { start, end } = lineOf(text, hit);
  const line = text.slice(start, end);
  return attacks.test(line) && !/\b(?:you|your|me|my)\b/i.test(line);
}

const attacks =
  /\b(?:prompt[- ]injections?|injection attacks?|jailbreaks?|jailbreaking|attackers?|attacks|(?:classic|typical|famous|an) (?:example|attack)|payloads?|in the (?:demo|paper|study))\b/i;

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
    if (!isInRun(text.charCodeAt(start + shortestOrder - 1))) return [];
    let end = start;
    while (end - start < left && isInRun(text.charCodeAt(end))) end++;
    left -= end - start;
    const inner = decoded(text, start, end);
    const hits = inner ? hitsIn(inner.text, machine.read(inner.text)) : [];
    const { score, kinds } = weigh(hits);
    if (!inner || score < sure) return [];
    const reason = `${inner.how}: ${kinds
      .map(kind => kind.says)
      .slice(0, 3)
      .join('; ')}`;
    return [{ start: inner.start, end: inner.end, tier: 'likely' as const, score, reason }];
  });
}

/** No order is told in fewer letters of base64. */
const shortestOrder = 26;

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

function hitsIn(text: string, { met, ascii }: SeenWords): Hit[] {
  if (met.length === 0 && ascii) return [];
  const flat = unwrapped(text);
  const hits = [...bySign(flat, met), ...(!ascii && anyLetter.test(flat) ? inOtherScripts(flat) : [])];
  return hits.sort((a, b) => a.start - b.start);
}

function bySign(text: string, met: readonly number[]): Hit[] {
  const { words, signsOf } = vocabulary();
  const hits: Hit[] = [];
  for (let i = 0; i < met.length; i += 2) {
    const id = met[i] as number;
    if (!signsOf[id]) continue;
    const word = words[id] as string;
    const at = (met[i + 1] as number) - word.length;
    // A line end that ends a sentence is still there.
    if (word.includes('\n') && text.slice(at, at + word.length).includes('\n')) continue;
    if (isInName(text, at, at + word.length)) continue;
    for (const sign of signsOf[id]) {
      const hit = trySign(sign, text, at);
      if (hit) hits.push(hit);
    }
  }
  return hits;
}

/** `isSuspended`, `suspendedLanes`: a part of a name in camel case, which is no word of a sentence. */
function isInName(text: string, at: number, end: number): boolean {
  if (!isSmall(text.charCodeAt(end - 1)) || !isSmall(text.charCodeAt(at + 1))) return false;
  if (!isSmall(text.charCodeAt(at)) && isSmall(text.charCodeAt(at - 1))) return text.charCodeAt(at - 2) !== 92;
  let next = end;
  while (next - end < 12 && isSmall(text.charCodeAt(next))) next++;
  const code = text.charCodeAt(next);
  return (code >= 65 && code <= 90) || code === 95;
}

function trySign(sign: Sign, text: string, at: number): Hit | undefined {
  sign.pattern.lastIndex = at;
  const match = sign.pattern.exec(text);
  if (!match) return undefined;
  const hit = { sign, start: at, end: at + match[0].length };
  return sign.beside && !standsBeside(sign.beside, text, hit) ? undefined : hit;
}

/** Whether each of these stands in the sentence of a hit, or, where there are several, on its line. */
function standsBeside(beside: readonly RegExp[], text: string, { start, end }: Span): boolean {
  const reach = beside.length > 1 ? 140 : 90;
  const before = text.slice(Math.max(0, start - reach), start);
  const behind = text.slice(end, end + reach);
  const stop = beside.length > 1 ? /[^\n]*$/ : /[^.!?\n]*$/;
  const from = start - (stop.exec(before)?.[0].length ?? 0);
  const cut = behind.search(beside.length > 1 ? /\n/ : /[.!?\n]/);
  const part = text.slice(from, cut < 0 ? end + reach : end + cut);
  return beside.every(one => one.test(part));
}

/** Looks at the lines with some letters of other scripts; a name or two in them say nothing. */
function inOtherScripts(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const line of linesOfOtherScripts(text)) {
    const part = text.slice(line.start, line.end);
    const written = scripts.filter(it => it.test(part));
    for (const { sign, scripts: own } of signsByScript()) {
      if (own.length > 0 && !own.some(it => written.includes(it))) continue;
      for (const match of part.matchAll(sign.pattern)) {
        const start = line.start + match.index;
        hits.push({ sign, start, end: start + match[0].length });
      }
    }
  }
  return hits;
}

/** Lines of other scripts that are about enough of what orders are about. */
function foreignLines(text: string): Span[] {
  return linesOfOtherScripts(text).filter(({ start, end }) => loadOrderModel().mayOrder(text.slice(start, end)));
}

function linesOfOtherScripts(text: string): Span[] {
  const lines: Span[] = [];
  let past = 0;
  for (const { index } of text.matchAll(letters)) {
    if (index < past) continue;
    const start = Math.max(past, lineStart(text, index, farthest));
    past = lineEnd(text, index, 4 * farthest);
    lines.push({ start, end: past });
  }
  return lines;
}

/** A sign is only looked for in a line with letters of a script that it is written in. */
const scripts = [
  ...[/\p{sc=Han}/u, /[\p{sc=Hiragana}\p{sc=Katakana}]/u, /\p{sc=Hangul}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u],
  ...[/\p{sc=Arabic}/u, /\p{sc=Hebrew}/u, /\p{sc=Devanagari}/u, /\p{sc=Thai}/u],
];

let byScript: { readonly sign: (typeof foreignSigns)[number]; readonly scripts: readonly RegExp[] }[] | undefined;

function signsByScript() {
  byScript ??= foreignSigns.map(sign => ({ sign, scripts: scripts.filter(it => it.test(sign.pattern.source)) }));
  return byScript;
}

/** Letters of the scripts of `foreignSigns`. */
const script =
  '[\\u0370-\\u052f\\u0590-\\u06ff\\u0900-\\u0d7f\\u0e00-\\u0e7f\\u1ea0-\\u1eff\\u3040-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7af]';
const anyLetter = new RegExp(script);
const letters = new RegExp(`${script}(?:[^\\n]{0,24}?${script}){3}`, 'g');

interface Machine {
  /** A pass of its own. */
  read(text: string): SeenWords;
}

function makeMachine(): Machine {
  let automaton: ReturnType<typeof createAutomaton> | undefined;
  const read = (text: string) => {
    automaton ??= createAutomaton(wordsOfSigns());
    const met: number[] = [];
    const runs: number[] = [];
    const cursor = { at: 0, state: 0, run: 0, seen: 0, runs };
    for (let ids = automaton.next(cursor, text, text.length); ids; ids = automaton.next(cursor, text, text.length))
      for (const id of ids) met.push(id, cursor.at);
    return { met, runs, ascii: (cursor.seen & marks.foreign) === 0 };
  };
  return { read };
}

/** The words that signs begin with; a pass over a text may meet them for this. */
export function wordsOfSigns(): readonly string[] {
  return vocabulary().words;
}

interface Vocabulary {
  readonly words: readonly string[];
  /** Of hints that begin no sign there is none. */
  readonly signsOf: readonly (readonly Sign[])[];
  /** Each word's place among the hints, below nought where it is none. */
  readonly hintOf: Int16Array;
}

let made: Vocabulary | undefined;

function vocabulary(): Vocabulary {
  if (made) return made;
  const byWord = new Map<string, Sign[]>();
  for (const sign of signs)
    for (const word of sign.words.flatMap(wraps)) byWord.set(word, [...(byWord.get(word) ?? []), sign]);
  const hints = new Map(hintWords().map((word, place) => [word, place]));
  const words = [...byWord.keys(), ...[...hints.keys()].filter(word => !byWord.has(word))];
  made = { words, signsOf: [...byWord.values()], hintOf: Int16Array.from(words, word => hints.get(word) ?? -1) };
  return made;
}

function hintsOf(met: readonly number[]): number[] {
  const { hintOf } = vocabulary();
  const hints: number[] = [];
  for (let i = 0; i < met.length; i += 2) {
    const hint = hintOf[met[i] as number] as number;
    if (hint >= 0) hints.push(hint, met[i + 1] as number);
  }
  return hints;
}

/** A word of several, also with a line end instead of each of its blanks. */
function wraps(word: string): string[] {
  const at = word.search(/(?<=[a-z,]) (?=[a-z]|$)/);
  if (at < 0) return [word];
  return wraps(word.slice(at + 1)).flatMap(rest => [`${word.slice(0, at)} ${rest}`, `${word.slice(0, at)}\n${rest}`]);
}

/** The line around a hit, within bounds. */
function lineOf(text: string, { start, end }: Span): Span {
  return { start: lineStart(text, start, farthest), end: lineEnd(text, end, farthest) };
}

const farthest = 300;
