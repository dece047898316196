import { type Id, idKey, type Message } from './message';

/** What answers a request. */
export type Answer = Message & { readonly kind: 'response' };

/** The requests that are to be answered, by their ids. */
export interface OpenRequests {
  /**
   * Settles with the last of their answers when all are answered, refused or cancelled. `own` are our own requests; `stop` breaks
   * their exchange off.
   */
  add(ids: readonly Id[], own: boolean, stop?: AbortController): Promise<Answer | undefined>;
  /** Who had asked; undefined where nobody waits for it. */
  settle(id: Id, answer: Answer | undefined): 'own' | 'client' | undefined;
  has(id: Id): boolean;
  ids(): Id[];
  /** Nobody waits for it any more. */
  cancel(id: Id): void;
  /** Settles when there are none. */
  empty(): Promise<void>;
}

interface Entry {
  readonly id: Id;
  readonly own: boolean;
  readonly stop: AbortController | undefined;
  done(answer: Answer | undefined): void;
}

export function createOpenRequests(): OpenRequests {
  const entries = new Map<string, Entry>();
  const idle = new Set<() => void>();
  const settle = (id: Id, answer: Answer | undefined): 'own' | 'client' | undefined => {
    const entry = entries.get(idKey(id));
    if (!entry) return undefined;
    entries.delete(idKey(id));
    entry.done(answer);
    if (entries.size === 0) for (const resolve of idle) resolve();
    return entry.own ? 'own' : 'client';
  };
  return {
    add: (ids, own, stop) =>
      new Promise(resolve => {
        let left = ids.length;
        const done = (answer: Answer | undefined) => --left === 0 && resolve(answer);
        for (const id of ids) {
          // A client that uses an id twice hears of it by itself.
          settle(id, undefined);
          entries.set(idKey(id), { id, own, stop, done });
        }
      }),
    settle,
    has: id => entries.has(idKey(id)),
    ids: () => Array.from(entries.values(), ({ id }) => id),
    cancel(id) {
      const entry = entries.get(idKey(id));
      settle(id, undefined);
      if (entry && [...entries.values()].every(({ stop }) => stop !== entry.stop)) entry.stop?.abort();
    },
    empty: () =>
      new Promise(resolve => {
        if (entries.size === 0) resolve();
        else idle.add(resolve);
      }),
  };
}
