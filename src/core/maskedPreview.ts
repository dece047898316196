import type { Finding } from './model';

/**
 * What a value may show of itself: how long it is, and of a long token with a format of its own the first four characters,
 * which say what it is and are the same for all of its kind.
 */
export function maskedPreview(value: string, { kind, tier }: Pick<Finding, 'kind' | 'tier'>): string {
  const tellsKind = kind === 'secret' && tier === 'certain' && value.length >= 20 && /^[\w-]{4}/.test(value);
  return `${tellsKind ? value.slice(0, 4) : ''}${'•'.repeat(8)}`;
}
