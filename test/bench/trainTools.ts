import { writeFileSync } from 'node:fs';
import { runsOf } from '../../src/agents/toolDefinitions/judgeConcepts';
import { sentences } from '../../src/agents/toolDefinitions/sentences';
import type { ToolDefinition } from '../../src/agents/toolDefinitions/toolDefinition';
import { toolTexts } from '../../src/agents/toolDefinitions/toolTexts';
import { readListed } from './tools/collectTools';
import { learnAttacks } from './tools/learnAttacks';
import { trainingPayloads } from './tools/poison';

/**
 * Learns what each concept, and each two of them, say of a sentence: logistic regression over what definitions of real servers say and
 * what the tuned authors wrote. Prints what each author's text is worth when it is learnt from the others, and writes the weights.
 */
interface Row {
  readonly features: readonly number[];
  readonly group: string;
}

const ids = new Map<string, number>();
const names: string[] = [];
const idOf = (feature: string) => {
  const known = ids.get(feature);
  if (known !== undefined) return known;
  ids.set(feature, names.length);
  return names.push(feature) - 1;
};
const row = (features: readonly string[], group: string): Row => ({ features: features.map(idOf), group });

void Promise.resolve().then(main);

function main(): void {
  const bad = Object.entries(trainingPayloads()).flatMap(([author, texts]) =>
    texts.map(text => ({ author, rows: runsOf(sentences(text)).map(it => row(it, author)) })),
  );
  const made = learnAttacks(4_000).flatMap(text => longest(runsOf(sentences(text)).map(it => row(it, 'made'))));
  const good = [...readListed('tuned'), ...readListed('fresh')].flatMap(
    ({ server, tools, prompts = [], resources = [] }) =>
      ([...tools, ...prompts, ...resources] as ToolDefinition[]).map(tool => ({
        server,
        rows: toolTexts(tool)
          .texts.filter(({ text, isName }) => !isName && text.length >= 12)
          .flatMap(({ text }) => runsOf(sentences(text)))
          .map(it => row(it, server)),
      })),
  );
  const seen = new Set<string>();
  const negatives = good
    .flatMap(({ rows }) => rows)
    .filter(({ features }) => {
      const key = features.join();
      return features.length > 0 && !seen.has(key) && seen.add(key);
    });
  const odds = (weights: Float64Array, { features }: Row) =>
    features.reduce((sum, it) => sum + (weights[it] as number), 0) * worth(features) + bias(weights);
  const most = (weights: Float64Array, rows: readonly Row[]) => Math.max(-99, ...rows.map(it => odds(weights, it)));
  let limit = 0;
  const support = new Map<number, Set<string>>();
  for (const { rows } of [...good, ...bad])
    for (const { features, group } of rows)
      for (const it of features) support.set(it, (support.get(it) ?? new Set()).add(group));
  const keep = (it: Row): Row => ({ ...it, features: it.features.filter(f => (support.get(f)?.size ?? 0) >= 2) });
  for (const list of [made, negatives])
    list.forEach((it, at) => {
      list[at] = keep(it);
    });
  for (const it of [...good, ...bad]) (it as { rows: Row[] }).rows = it.rows.map(keep);
  const servers = [...new Set(good.map(({ server }) => server))];
  const authors = [...new Set(bad.map(({ author }) => author))];
  const scores: { of: string; bad: boolean; score: number }[] = [];
  for (let fold = 0; fold < authors.length; fold++) {
    const out = (group: string) => servers.indexOf(group) % authors.length === fold || group === authors[fold];
    const weights = learn(
      [...made, ...repeated(bad.filter(({ author }) => !out(author)).flatMap(({ rows }) => longest(rows)))],
      negatives.filter(({ group }) => !out(group)),
    );
    for (const it of good)
      if (out(it.server)) scores.push({ of: it.server, bad: false, score: most(weights, it.rows) });
    for (const it of bad) if (out(it.author)) scores.push({ of: it.author, bad: true, score: most(weights, it.rows) });
  }
  for (const alarms of [0.004, 0.007, 0.01]) {
    limit = limitAt(
      scores.filter(it => !it.bad).map(({ score }) => score),
      alarms,
    );
    const found = authors.map(author => {
      const own = scores.filter(it => it.bad && it.of === author);
      return `${author} ${((100 * own.filter(({ score }) => score > limit).length) / own.length).toFixed(0)}`;
    });
    console.log(`${alarms}: limit ${limit.toFixed(2)}; ${found.join(', ')}`);
  }
  const weights = learn([...made, ...repeated(bad.flatMap(({ rows }) => longest(rows)))], negatives);
  weights[names.length] = bias(weights) - limit;
  const table = names
    .map((name, at) => [name, Math.round(10 * (weights[at] as number))] as const)
    .filter(([, weight]) => Math.abs(weight) >= 3)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const kept = [['', Math.round(10 * bias(weights))] as const, ...table].map(([name, weight]) => `${name} ${weight}`);
  writeFileSync(
    'src/agents/toolDefinitions/conceptWeights.ts',
    `/**\n * What test/bench/trainTools.ts learnt: tenths of log odds by feature, the first without one. A run of sentences whose sum is above\n * nought speaks like an attack.\n */\nexport const conceptWeights = \`\n${kept.join('\n')}\n\`;\n`,
  );
  console.log(`${negatives.length} sentences of definitions, ${bad.length} of attacks, ${table.length} weights`);
}

/** What was written counts for more than what was put together. */
function repeated(rows: readonly Row[]): Row[] {
  return Array.from({ length: 3 }, () => rows).flat();
}

/** An order that takes two sentences is learnt whole. */
function longest(rows: readonly Row[]): Row[] {
  const full = [...rows].sort((a, b) => b.features.length - a.features.length);
  return full.slice(0, 1);
}

/** What one feature counts in a run: less in a long one. */
function worth(features: readonly unknown[]): number {
  return 1 / Math.sqrt(features.length + 4);
}

function bias(weights: Float64Array): number {
  return weights[names.length] as number;
}

function limitAt(scores: readonly number[], share: number): number {
  return [...scores].sort((a, b) => b - a)[Math.floor(share * scores.length)] as number;
}

function learn(positives: readonly Row[], negatives: readonly Row[]): Float64Array {
  const weights = new Float64Array(names.length + 1);
  const squares = new Float64Array(names.length + 1).fill(1e-6);
  const scale = negatives.length / positives.length / 8;
  const every = Math.max(1, Math.floor(negatives.length / positives.length));
  const rows = negatives.flatMap((it, at) => {
    const bad = at % every === 0 ? positives[at / every] : undefined;
    return bad
      ? [
          { ...it, y: 0 },
          { ...bad, y: 1 },
        ]
      : [{ ...it, y: 0 }];
  });
  for (let round = 0; round < 20; round++)
    for (const { features, y } of rows) {
      const part = worth(features);
      let sum = 0;
      for (const it of features) sum += weights[it] as number;
      const error = (1 / (1 + Math.exp(-sum * part - bias(weights))) - y) * (y ? scale : 1);
      for (const it of [...features, names.length]) {
        const step = it === names.length ? error : error * part + decay * (weights[it] as number);
        squares[it] = (squares[it] as number) + step * step;
        const next = (weights[it] as number) - (rate * step) / Math.sqrt(squares[it] as number);
        weights[it] = it < names.length ? Math.max(floor, next) : next;
      }
    }
  return weights;
}

const floor = -1;
const rate = 0.2;
const decay = 0.002;
