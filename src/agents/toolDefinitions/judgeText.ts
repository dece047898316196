import { concealedIn } from '../../core/concealed/concealedIn';
import { findHiddenText, type HiddenText } from '../../core/hidden/hiddenText';
import { findHiddenMarkup } from '../../core/hidden/markup';
import { createInjectionFinder } from '../../core/injection/injection';
import { whyName } from './nameSigns';
import { sentences } from './sentences';
import { type ToolSign, toolSigns } from './toolSigns';
import type { ToolText } from './toolTexts';
import { turnedTexts } from './turnedTexts';

export interface TextVerdict {
  /** From 3 on; more is surer. */
  readonly score: number;
  readonly reason: string;
  readonly shadows: boolean;
}

/** Judges one text of a definition: what it hides, what it says, and what it says once it is decoded. */
export function judgeText({ text, isName }: ToolText, purpose = ''): TextVerdict | undefined {
  const hidden = hiddenIn(text);
  if (hidden) return hidden;
  if (isName || /^[\w.:-]{1,200}$/.test(text))
    return judgeName(text) ?? (text.length < 40 ? undefined : judgeConcealed(text));
  return judgeWords(text, forSecrets.test(purpose)) ?? judgeConcealed(text);
}

/** A tool that is about secrets by its name speaks of them. */
const forSecrets =
  /env(?:ironment)?[_-]?var|dot_?env|secret|credential|(?:ssh|public|private|api|deploy)[_-]?keys?|kube[_-]?config|vault/i;

/** `content_of_id_rsa`, `readSshKeyAndSend`. */
function judgeName(name: string): TextVerdict | undefined {
  const words = name.replace(/[_\W]+|(?<=[a-z])(?=[A-Z])/g, ' ');
  const reason = whyName(words);
  if (reason) return { score: 4, reason, shadows: false };
  return words.split(' ').length >= 6 ? judgeWords(words) : undefined;
}

/** Every control character but blanks and line ends. */
const steering = /[^\P{Cc}\t\n\r]|\r(?!\n)/u;

function hiddenIn(text: string): TextVerdict | undefined {
  if (steering.test(text))
    return { score: 4, reason: 'control characters, with which a terminal shows something else', shadows: false };
  const found = findHiddenText(text).find(isSure) ?? findHiddenMarkup(text).find(({ tier }) => tier !== 'possible');
  return found && { score: found.tier === 'certain' ? 5 : 4, reason: found.reason, shadows: false };
}

/** A single mark may be left from a copy. */
function isSure({ tier, kind }: HiddenText): boolean {
  return tier !== 'possible' || kind === 'bidi';
}

let injections: ReturnType<typeof createInjectionFinder> | undefined;

function judgeWords(text: string, forSecrets = false): TextVerdict | undefined {
  if (text.length < 12) return undefined;
  injections ??= createInjectionFinder();
  const own = weigh(text, forSecrets);
  if (own.score >= enough) return own;
  const injection = injections(text).find(({ score, tier }) => score >= enough && tier !== 'possible');
  if (!injection) return undefined;
  // What makes a page suspicious stands in honest definitions too: they do speak to a model.
  const { reason } = injection;
  const score = injection.score > enough ? injection.score : own.score + (reason === addressing ? 0 : 2);
  return score >= enough ? { score, reason, shadows: false } : undefined;
}

const enough = 3;
const addressing = 'speaks to the assistant in a text';

/** The heaviest run of three sentences; each sign counts once. */
function weigh(text: string, forSecrets: boolean): TextVerdict {
  const signs = sentences(text).map(sentence => toolSigns.filter(sign => holds(sign, sentence)));
  let best: ToolSign[] = [];
  let most = 0;
  for (let at = 0; at < signs.length; at++) {
    const near = [
      ...new Map(
        signs
          .slice(at, at + 3)
          .flat()
          .map(sign => [sign.says, sign]),
      ).values(),
    ];
    const score = near.reduce((sum, { weight, ofSecrets }) => sum + (ofSecrets && forSecrets ? 1 : weight), 0);
    if (score > most) [best, most] = [near, score];
  }
  const says = best.sort((a, b) => b.weight - a.weight).map(sign => sign.says);
  return { score: most, reason: says.slice(0, 3).join('; '), shadows: best.some(({ shadows }) => shadows) };
}

function holds({ all, unless }: ToolSign, sentence: string): boolean {
  return all.every(pattern => pattern.test(sentence)) && !unless?.test(sentence);
}

function judgeConcealed(text: string): TextVerdict | undefined {
  for (const { text: inner, how } of [...decodedTexts(text, 2), ...turnedTexts(text)]) {
    // Whatever is turned spells something; an order is made of words.
    const verdict = (inner.match(orderWords)?.length ?? 0) < 2 ? undefined : judgeWords(inner);
    if (verdict && !verdict.reason.startsWith(spelled))
      return { ...verdict, score: verdict.score + 1, reason: `${how}: ${verdict.reason}` };
  }
  return undefined;
}

function decodedTexts(text: string, depth: number): { text: string; how: string }[] {
  if (depth === 0 || text.length < 24) return [];
  return concealedIn(text, mostConcealed, true).flatMap(({ text: inner }) => [
    { text: inner, how: 'encoded' },
    ...decodedTexts(inner, depth - 1),
  ]);
}

const mostConcealed = 20_000;
const spelled = 'spells an order in another way';
const orderWords =
  /\b(?:the|you|your|before|this|tool|read|file|user|not|always|must|content|and|pass|send|instructions|previous|include|prompt|ignore|in|of|to|for|its|into|person|has|so|from|it|is|that|with|all|as|what|by)\b/gi;
