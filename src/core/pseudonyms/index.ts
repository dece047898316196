/** What `load.ts` reads late. */

export { createSynthesizer } from './synthetic';
export { syntheticCopy } from './syntheticCopy';
