import { type Concepts, conceptsIn } from './conceptsIn';
import { conceptWeights } from './conceptWeights';

/** The run of sentences that is most like an attack: above nought it is one. In log odds, with what it is about. */
export function judgeConcepts(sentences: readonly string[]): { odds: number; about: readonly string[] } {
  let worst = { odds: Number.NEGATIVE_INFINITY, about: [] as readonly string[] };
  for (const features of runsOf(sentences)) {
    const odds = oddsOf(features);
    if (odds > worst.odds) worst = { odds, about: features };
  }
  return { odds: worst.odds, about: reasonsOf(worst.about) };
}

/** The features of runs of one and of two sentences: what an order needs is said in that much. */
export function runsOf(sentences: readonly string[]): string[][] {
  const each = sentences.map(conceptsIn);
  return each.flatMap((own, at) => {
    const next = each[at + 1];
    return next && own.about.size > 0 && next.about.size > 0
      ? [featuresOf(own), featuresOf(both(own, next))]
      : [featuresOf(own)];
  });
}

function both(a: Concepts, b: Concepts): Concepts {
  return { about: new Set([...a.about, ...b.about]), beside: new Set([...a.beside, ...b.beside]) };
}

/** Each concept, each two that stand together, what stands beside what, and the words. */
function featuresOf({ about, beside }: Concepts): string[] {
  const names = [...about].sort();
  return [...names.flatMap((name, at) => [name, ...names.slice(at + 1).map(other => `${name}+${other}`)]), ...beside];
}

let weights: ReadonlyMap<string, number> | undefined;

function weightsOf(): ReadonlyMap<string, number> {
  weights ??= new Map(
    conceptWeights
      .slice(1, -1)
      .split('\n')
      .map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' '))) / 10] as const),
  );
  return weights;
}

/** A long run has more of everything: each feature counts for less. */
function oddsOf(features: readonly string[]): number {
  const known = weightsOf();
  const sum = features.reduce((all, it) => all + (known.get(it) ?? 0), 0);
  return (known.get('') ?? 0) + sum / Math.sqrt(features.length + 4);
}

function reasonsOf(features: readonly string[]): string[] {
  const known = weightsOf();
  const heavy = new Map<string, number>();
  for (const feature of features)
    for (const concept of feature.startsWith('=') ? [] : feature.split(/[+>]/))
      heavy.set(concept, (heavy.get(concept) ?? 0) + (known.get(feature) ?? 0));
  return [...heavy].sort((a, b) => b[1] - a[1]).map(([concept]) => concept);
}
