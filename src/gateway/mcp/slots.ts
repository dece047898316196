/** Lets so many in at the same time; the others wait for their turn. */
export interface Slots {
  enter(): Promise<void>;
  leave(): void;
}

export function createSlots(most: number): Slots {
  let free = most;
  const queue: (() => void)[] = [];
  return {
    async enter() {
      if (free > 0) free--;
      else await new Promise<void>(resolve => queue.push(resolve));
    },
    leave() {
      const next = queue.shift();
      if (next) next();
      else free++;
    },
  };
}
