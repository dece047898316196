import { type Id, isId } from './message';

/** Requests of our own that wait for their answers. */
export interface Waiting {
  /** What comes back under this id; undefined where nobody is there any more. */
  for(id: string): Promise<unknown>;
  /** Takes an answer; false where nothing waits for it. */
  answer(id: Id, result: unknown): boolean;
  close(): void;
}

export function createWaiting(): Waiting {
  const waiting = new Map<string, (result: unknown) => void>();
  return {
    for: id => new Promise(resolve => waiting.set(id, resolve)),
    answer(id, result) {
      const resolve = isId(id) ? waiting.get(String(id)) : undefined;
      waiting.delete(String(id));
      resolve?.(result);
      return resolve !== undefined;
    },
    close() {
      for (const resolve of waiting.values()) resolve(undefined);
      waiting.clear();
    },
  };
}
