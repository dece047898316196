import { hash } from 'node:crypto';

/**
 * Remembers something about texts without keeping them: by their SHA-256, the short ones by themselves. Of more than `most`
 * the one goes that was not asked for longest.
 */
export function createMemo<T>(most: number) {
  const kept = new Map<string, T>();
  return {
    get(key: string): T | undefined {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
      }
      return found;
    },
    set(key: string, value: T): void {
      kept.set(key, value);
      if (kept.size > most) kept.delete(kept.keys().next().value as string);
    },
    clear: () => kept.clear(),
  };
}

/** The key of a text under a name that tells apart where it stands. */
export function memoKey(name: string, text: string): string {
  return `${name}\0${text.length}\0${text.length < 64 ? text : hash('sha256', text, 'base64')}`;
}
