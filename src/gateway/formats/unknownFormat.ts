import type { Format } from './format';

/** A shape that nobody here knows: every string of it is looked at, and its answer keeps the placeholders. */
export const unknownFormat: Format = { shape: { keys: { model: 'opaque' } } };
