import type { Span } from '../model';
import { bias, step, weights } from './orderWeights';
import { conceptName, featuresOf, foreignConcepts, type Told, toldIn } from './sentenceFeatures';
import { sentencesIn } from './sentenceRuns';

/** A run of one to three sentences, with the log odds that it orders a model about. */
export interface Run extends Span {
  readonly odds: number;
  readonly told: readonly Told[];
}

/** Each run's log odds, and of runs that begin together the likeliest one alone. */
export function judgeRuns(text: string, from = 0, to = text.length, odds = learntOdds): Run[] {
  const sentences = sentencesIn(text, from, to);
  const told = sentences.map(({ start, end }) => toldIn(text.slice(start, end)));
  const alone = told.map(one => odds(featuresOf([one])));
  return sentences.map(({ start, end, paragraph }, at) => {
    let best: Run = { start, end, odds: alone[at] as number, told: told.slice(at, at + 1) };
    for (let many = 2; many <= longestRun; many++) {
      const last = sentences[at + many - 1];
      if (!last || last.paragraph !== paragraph) break;
      if (alone.slice(at, at + many).every(it => it < hopeless)) continue;
      const run = told.slice(at, at + many);
      const own = odds(featuresOf(run));
      if (own > best.odds) best = { start, end: last.end, odds: own, told: run };
    }
    return best;
  });
}

/** Sentences that are less likely than this, each by itself, are no order together. */
const hopeless = -4;

export const longestRun = 3;

/** The odds that weights give to features: the more there are, the less each counts. */
export function oddsOf(features: ArrayLike<number>, weights: ArrayLike<number>, bias: number, step = 1): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += weights[features[at] as number] as number;
  return bias + (sum * step) / Math.sqrt(features.length + 8);
}

/** Whether what a line of another script is about is worth a closer look. */
export function mayOrder(line: string): boolean {
  let kinds = 0;
  for (const pattern of foreignConcepts()) if (pattern.test(line) && ++kinds >= 3) return true;
  return false;
}

/** The runs within a part of a text that are orders above a limit, the likeliest of those that overlap. */
export function ordersIn(text: string, from: number, to: number, limit: number): Run[] {
  const found: Run[] = [];
  for (const run of judgeRuns(text, from, to)) {
    if (run.odds <= limit) continue;
    const last = found.at(-1);
    if (!last || run.start >= last.end) found.push(run);
    else if (run.odds > last.odds) found[found.length - 1] = run;
  }
  return found;
}

/** What a run is about, as a person would say it, what weighs most first. */
export function reasonOf({ told }: Run): string {
  const about = new Set(told.flatMap(one => one.about.map(conceptName)));
  const named = Object.entries(meanings).flatMap(([concept, meaning]) => (about.has(concept) ? [meaning] : []));
  return [...new Set(named)].slice(0, 3).join(', ');
}

/** What tells most of an order comes first. */
const meanings: Readonly<Record<string, string>> = {
  prompted: 'what the model was told',
  unbound: 'a model without limits',
  silence: 'secrecy',
  secretFile: 'files of secrets',
  secret: 'secrets',
  talk: 'the conversation',
  lifted: 'rules that are lifted',
  rules: 'rules',
  harm: 'harm',
  persona: 'a role',
  destroy: 'deleting',
  backdoor: 'a backdoor',
  elevate: 'permissions',
  money: 'money',
  approve: 'approval',
  praise: 'praise',
  persist: 'what is remembered',
  command: 'commands',
  threat: 'a threat',
  authority: 'an authority',
  encoded: 'hidden words',
  transfer: 'passing on',
  reading: 'whoever reads it',
  model: 'the model',
};

function learntOdds(features: readonly number[]): number {
  return oddsOf(features, decoded(), bias, step);
}

let made: Int8Array | undefined;

/** Each weight is a letter. */
function decoded(): Int8Array {
  made ??= Int8Array.from(weights, letter => letter.charCodeAt(0) - 79);
  return made;
}
