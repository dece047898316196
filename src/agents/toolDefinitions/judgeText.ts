import { concealedIn } from '../../core/concealed/concealedIn';
import { findHiddenText } from '../../core/hidden/findHiddenText';
import type { HiddenText } from '../../core/hidden/hiddenText';
import { findHiddenMarkup } from '../../core/hidden/markup';
import { createInjectionFinder } from '../../core/injection/injection';
import { judgeConcepts } from './judgeConcepts';
import { whyName } from './nameSigns';
import { readsAsProse } from './readsAsProse';
import { sentences } from './sentences';
import type { ToolSign } from './toolSign';
import { toolSigns } from './toolSigns';
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
  if (own.score > enough) return own;
  // What just suffices by its signs has to be about something that attacks are about.
  if (own.score === enough) return judgeConcepts(sentences(text)).odds > -3 ? own : undefined;
  const injection = injections(text).find(({ score, tier }) => score >= enough && tier !== 'possible');
  if (!injection) return judgeMeaning(text, own.score);
  // What makes a page suspicious stands in honest definitions too: they do speak to a model.
  const { reason } = injection;
  const score = injection.score > enough ? injection.score : own.score + (reason === addressing ? 0 : 2);
  return score >= enough ? { score, reason, shadows: false } : judgeMeaning(text, own.score);
}

/** What no sign names, but what is said together weighs like an attack; with a weak sign a little less is enough. */
function judgeMeaning(text: string, signs: number): TextVerdict | undefined {
  const { odds, about } = judgeConcepts(sentences(text));
  if (odds + signs * 0.3 <= 0) return undefined;
  const named = about.flatMap(it => meanings[it] ?? []).slice(0, 3);
  const reason = named.length > 0 ? `speaks like an order: ${named.join(', ')}` : 'speaks like an order to a model';
  return { score: enough, reason, shadows: about.slice(0, 3).includes('others') };
}

const meanings: Readonly<Record<string, string>> = {
  secret: 'secrets',
  secretFile: 'files of secrets',
  talk: 'what was said in the session',
  silence: 'silence',
  others: 'other tools',
  priority: 'priority over others',
  disparaged: 'what is wrong with others',
  authority: 'an authority',
  consent: 'consent',
  rules: 'the model’s rules',
  lifted: 'rules that are lifted',
  command: 'commands',
  answers: 'every answer',
  deceit: 'a pretence',
  role: 'a role',
  endless: 'calls without end',
  pii: 'personal data',
  transfer: 'passing on',
  local: 'this computer',
  money: 'recipients',
  memory: 'files that agents read',
};

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
    const prose =
      inner === text || !readsAsProse(inner, 0.1)
        ? undefined
        : sentences(inner).find(it => readsAsProse(it) && !text.includes(it));
    if (prose && !sentences(text).some(it => sameWords(it, prose)))
      return { score: 4, reason: `${how}: words that only a machine reads`, shadows: false };
  }
  return undefined;
}

/** What was put otherwise was no prose before. */
function sameWords(before: string, after: string): boolean {
  const words = new Set(before.toLowerCase().match(/[a-z]{3,}/g));
  const now = after.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return now.filter(it => words.has(it)).length > now.length / 2;
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
