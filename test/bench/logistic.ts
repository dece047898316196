/** What a model is fitted to: the names of what is true of a case, its label, and how much it counts. */
export interface Example {
  readonly features: readonly string[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Fits logistic regression with a ridge, by AdaGrad in a fixed order: the same examples give the same weights. */
export function trainLogistic(examples: readonly Example[], ridge = 5, rounds = 40): Logistic {
  const ids = new Map<string, number>();
  const rows = examples.map(it => Int32Array.from(it.features, name => idOf(ids, name)));
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-6);
  let bias = 0;
  let biasSquare = 1e-6;
  const order = shuffled(examples.length);
  const uses = new Float64Array(ids.size);
  for (const row of rows) for (const id of row) uses[id] = (uses[id] ?? 0) + 1;
  for (let round = 0; round < rounds; round++) {
    for (const at of order) {
      const { label, weight } = examples[at] as Example;
      const row = rows[at] as Int32Array;
      let sum = bias;
      for (const id of row) sum += weights[id] as number;
      const error = (1 / (1 + Math.exp(-sum)) - label) * weight;
      biasSquare += error * error;
      bias -= (0.3 * error) / Math.sqrt(biasSquare);
      for (const id of row) {
        const slope = error + (ridge * (weights[id] as number)) / (uses[id] as number);
        squares[id] = (squares[id] as number) + slope * slope;
        weights[id] = (weights[id] as number) - (0.3 * slope) / Math.sqrt(squares[id] as number);
      }
    }
  }
  return { bias, weights: new Map([...ids].map(([name, id]) => [name, weights[id] as number])) };
}

export function predict({ bias, weights }: Logistic, features: readonly string[]): number {
  let sum = bias;
  for (const name of features) sum += weights.get(name) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

function idOf(ids: Map<string, number>, name: string): number {
  const known = ids.get(name);
  if (known !== undefined) return known;
  ids.set(name, ids.size);
  return ids.size - 1;
}

/** A fixed permutation. */
function shuffled(length: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = 1;
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
