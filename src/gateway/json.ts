export { textOf } from '../core/untyped';

/** A JSON object of unknown fields; an answer's are restored in place. */
export type Json = Record<string, unknown>;

/** The value as an object, or an empty one where it is none. */
export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The objects of an array, or none where it is no array. */
export function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

/** Parses what may not be JSON at all. */
export function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
