import { bias, weights } from './judgeWeights';

/** How probable the weighed features make a secret, between 0 and 1. */
export function probabilityOf(features: readonly string[]): number {
  let sum = bias;
  for (const feature of features) sum += known.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-sum / 100));
}

const known = new Map(Object.entries(weights));
