import { writeFileSync } from 'node:fs';
import { createAutomaton } from '../../src/core/automaton';
import { judgeRuns, longestRun, oddsOf } from '../../src/core/injection/orderModel';
import { hintWords, orderRegions } from '../../src/core/injection/orderRegions';
import { buckets, featuresOf, toldIn } from '../../src/core/injection/sentenceFeatures';
import { sentencesIn } from '../../src/core/injection/sentenceRuns';
import type { Span } from '../../src/core/model';
import { families } from '../core/injection/families';
import { type Family, textsOf } from '../core/injection/family';
import { freshAttacks } from '../core/injection/fresh';
import { freshHarmless } from '../core/injection/freshHarmless';
import { laterAttacks, laterHarmless } from '../core/injection/later';
import { ordinary } from '../core/injection/ordinary';
import { attackWordings } from './injection/attackGrammar';
import { type BenignText, readBenign } from './injection/benignTexts';
import { harmlessWordings } from './injection/harmlessGrammar';
import { writeHints } from './injection/learnHints';
import { measured } from './injection/measured';
import { createRandom, shuffled } from './random';
import { trainingPayloads } from './tools/poison';

/**
 * Learns what orders to a model look like, sentence by sentence: logistic regression over hashed concepts, what stands beside what, and
 * words. Attacks are made by a grammar or were written for earlier tests; benign texts are those of packages on this machine, in the
 * folders that are named. Prints what is found of wordings that nothing is learnt from, at a limit that lets so many benign texts alarm,
 * each half judged by what the other teaches; `--apart` also leaves out each intent and each style, `--write` writes weights, and then
 * `--hints` the words by which passages are chosen that are judged at all.
 */
interface Row {
  readonly features: Int32Array;
  readonly label: 0 | 1;
  readonly weight: number;
  readonly of: string;
}

interface Model {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** So many alarms a megabyte of benign text may raise beside those of the signs. */
const allowed = 0.3;
const usual = ['node_modules', 'out/peers/corpus', 'out/clients', '.vscode-test/code-server'];
const flat = (lists: Readonly<Record<string, readonly string[]>>) => Object.values(lists).flat();
const made = (list: readonly Family[]) => list.flatMap(family => textsOf(family, 40));

void Promise.resolve().then(main);

function main(): void {
  const folders = process.argv.slice(2).filter(it => !it.startsWith('--'));
  const benign = readBenign(folders.length > 0 ? folders : usual);
  const megabytes = benign.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  const attacks = learntAttacks();
  const written = writtenHarmless();
  console.log(`${megabytes.toFixed(0)} MB of benign texts, ${attacks.length} attacks`);
  if (process.argv.includes('--hints')) {
    writeHints(
      attacks.map(({ text }) => text),
      benign,
    );
    return;
  }
  const halves = [0, 1].map(half => benign.filter(({ group }) => halfOf(group) === half));
  const models = halves.map(half => train(attacks, [...written, ...rowsOf(half)], half).model);
  const scores = halves.flatMap((half, at) => alarmsOf(half, models[1 - at] as Model));
  scores.sort((a, b) => b.odds - a.odds);
  const limit = scores[Math.floor(allowed * megabytes)]?.odds ?? 0;
  if (process.argv.includes('--show'))
    for (const { odds, path, said } of scores.slice(0, 3 * allowed * megabytes))
      console.log(`${odds.toFixed(2)} ${path.slice(-60)} | ${said.slice(0, 200).replaceAll('\n', ' ')}`);
  console.log(`limit ${limit.toFixed(2)}: ${allowed} alarms a megabyte in texts that the other half taught nothing of`);
  for (const [name, texts] of Object.entries(measured)) {
    const found = models.map(model => texts.filter(text => highest(text, model) > limit).length);
    console.log(
      `${name}: ${found.map(it => `${((100 * it) / texts.length).toFixed(1)} %`).join(' and ')} of ${texts.length}`,
    );
  }
  const all = train(attacks, [...written, ...rowsOf(benign)], benign);
  if (process.argv.includes('--apart')) leaveOut(attacks, all.negatives, limit);
  if (process.argv.includes('--write')) write(all.model, limit);
}

interface Attack {
  readonly text: string;
  readonly of: string;
  readonly row: Row;
}

/** What may be learnt from; a text counts by its longest run. */
function learntAttacks(): Attack[] {
  const texts = [
    ...attackWordings(16_000).map(({ text, intent, style }) => ({ text, of: `${intent} ${style}`, weight: 1 })),
    ...made(families).map(text => ({ text, of: 'families', weight: 1 })),
    ...[...flat(freshAttacks), ...flat(laterAttacks)].map(text => ({ text, of: 'written', weight: 3 })),
    ...flat(trainingPayloads()).map(text => ({ text, of: 'tools', weight: 2 })),
  ];
  return texts.flatMap(({ text, of, weight }) => {
    const longest = runsOf(text).sort((a, b) => b.length - a.length)[0];
    return longest ? [{ text, of, row: { features: longest, label: 1 as const, weight, of } }] : [];
  });
}

function writtenHarmless(): Row[] {
  const rows = (texts: readonly string[], weight: number) =>
    texts.flatMap(text => runsOf(text).map(features => ({ features, label: 0 as const, weight, of: 'written' })));
  return [
    ...rows(harmlessWordings(24_000), 1.5),
    ...rows(made(ordinary), 4),
    ...rows([...flat(freshHarmless), ...flat(laterHarmless)], 4),
  ];
}

/** Of most texts that guide agents, and of one in sixteen of the others. */
function rowsOf(texts: readonly BenignText[]): Row[] {
  const { chance } = createRandom(7);
  return texts.flatMap(({ text, guides, group }) =>
    chance(guides ? 0.8 : 0.06)
      ? runsOf(text).map(features => ({ features, label: 0 as const, weight: 1, of: group }))
      : [],
  );
}

function runsOf(text: string): Int32Array[] {
  const sentences = sentencesIn(text);
  const told = sentences.map(({ start, end }) => toldIn(text.slice(start, end)));
  return sentences.flatMap(({ paragraph }, at) => {
    const runs: Int32Array[] = [];
    for (let many = 1; many <= longestRun && sentences[at + many - 1]?.paragraph === paragraph; many++) {
      const run = told.slice(at, at + many);
      if (run.some(({ about }) => about.length > 0)) runs.push(Int32Array.from(featuresOf(run)));
    }
    return runs;
  });
}

function halfOf(group: string): number {
  let hash = 0;
  for (const unit of group) hash = (Math.imul(hash, 31) + unit.charCodeAt(0)) >>> 0;
  return Math.floor(hash / 16) % 2;
}

/** What sounds most like an attack among the passages of benign texts that would be judged is learnt as well, twice over. */
function train(attacks: readonly Attack[], benign: readonly Row[], texts: readonly BenignText[]) {
  const rows = attacks.map(({ row }) => row);
  const first = learn(rows, benign, 4);
  const hard = texts.flatMap(({ text, group }) =>
    regionsOf(text).flatMap(({ start, end }) =>
      runsOf(text.slice(start, end))
        .filter(features => oddsIn(features, first) > -4)
        .map(features => ({ features, label: 0 as const, weight: 2, of: group })),
    ),
  );
  const negatives = [...benign, ...hard];
  return { model: learn(rows, negatives), negatives };
}

let automaton: ReturnType<typeof createAutomaton> | undefined;

/** The passages that would be judged, by the hints that are written. */
function regionsOf(text: string): Span[] {
  automaton ??= createAutomaton(hintWords());
  const met: number[] = [];
  const cursor = { at: 0, state: 0 };
  for (let ids = automaton.next(cursor, text, text.length); ids; ids = automaton.next(cursor, text, text.length))
    for (const id of ids) met.push(id, cursor.at);
  return orderRegions(text, met);
}

function learn(attacks: readonly Row[], benign: readonly Row[], rounds = 6): Model {
  const sum = (rows: readonly Row[]) => rows.reduce((all, { weight }) => all + weight, 0);
  const even = Math.max(0.5, sum(benign) / sum(attacks) / 6);
  const rows = shuffled([...attacks.map(it => ({ ...it, weight: it.weight * even })), ...benign], 11);
  const weights = new Float64Array(buckets);
  const squares = new Float64Array(buckets).fill(1e-4);
  let bias = 0;
  let biasSquare = 1e-4;
  for (let round = 0; round < rounds; round++)
    for (const { features, label, weight } of rows) {
      const odds = oddsOf(features, weights, bias);
      const error = (1 / (1 + Math.exp(-odds)) - label) * weight;
      if (Math.abs(error) < 1e-4) continue;
      biasSquare += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquare);
      const part = error / Math.sqrt(features.length + 8);
      for (let at = 0; at < features.length; at++) {
        const id = features[at] as number;
        const slope = part + decay * (weights[id] as number);
        squares[id] = (squares[id] as number) + slope * slope;
        weights[id] = (weights[id] as number) - (rate * slope) / Math.sqrt(squares[id] as number);
      }
    }
  return { weights, bias };
}

const rate = 0.15;
const decay = 0.0003;

function oddsIn(features: ArrayLike<number>, { weights, bias }: Model): number {
  return oddsOf(features, weights, bias);
}

function highest(text: string, model: Model): number {
  const runs = judgeRuns(text, 0, text.length, features => oddsIn(features, model));
  return runs.reduce((most, { odds }) => Math.max(most, odds), -99);
}

/** Each place that would be told of, one where several overlap; what stands in several packages counts once. */
function alarmsOf(texts: readonly BenignText[], model: Model): Alarm[] {
  const seen = new Set<string>();
  return texts.flatMap(({ text, path }) => {
    const alarms: Alarm[] = [];
    let past = -1;
    const runs = regionsOf(text).flatMap(it => judgeRuns(text, it.start, it.end, features => oddsIn(features, model)));
    for (const { start, end, odds } of runs) {
      const said = text.slice(start, end);
      if (odds < -2 || seen.has(said)) continue;
      seen.add(said);
      const last = alarms.at(-1);
      const one = { odds, path, said };
      if (!last || start >= past) alarms.push(one);
      else if (odds > last.odds) alarms[alarms.length - 1] = one;
      past = Math.max(past, end);
    }
    return alarms;
  });
}

interface Alarm {
  readonly odds: number;
  readonly path: string;
  readonly said: string;
}

/** Each intent, each style and each earlier author judged by what the others teach. */
function leaveOut(attacks: readonly Attack[], negatives: readonly Row[], limit: number): void {
  const parts = [...new Set(attacks.flatMap(({ of }) => of.split(' ')))];
  const few = negatives.filter((_, at) => at % 3 === 0);
  for (const part of parts) {
    const isOf = ({ of }: Attack) => of.split(' ').includes(part);
    const model = learn(
      attacks.filter(it => !isOf(it)).map(({ row }) => row),
      few,
      4,
    );
    const own = attacks.filter(isOf).filter((_, at) => at % 3 === 0);
    const found = own.filter(({ text }) => highest(text, model) > limit).length;
    console.log(`without ${part}: ${((100 * found) / own.length).toFixed(1)} % of ${own.length}`);
  }
}

function write(model: Model, limit: number): void {
  const most = 46;
  const large = [...model.weights].map(Math.abs).sort((a, b) => b - a)[Math.floor(buckets / 500)] as number;
  const step = large / most;
  const letters = [...model.weights].map(weight => {
    const letter = String.fromCharCode(79 + Math.max(-most, Math.min(most, Math.round(weight / step))));
    // A quote, a backslash and a blank count as the letters beside them.
    return { "'": '(', '\\': ']', '`': 'a' }[letter] ?? letter;
  });
  writeFileSync(
    'src/core/injection/orderWeights.ts',
    `// Generated by \`npm run train:injection\`; do not edit.\n\n/** Log odds before anything is known, and from which on it is an order. */\nexport const bias = ${(model.bias - limit).toFixed(3)};\n\n/** What one step of a letter is worth. */\nexport const step = ${step.toFixed(5)};\n\n/** The weight of each place: O is nought. */\nexport const weights =\n  '${letters.join('')}';\n`,
  );
  console.log('now `--hints`');
}
