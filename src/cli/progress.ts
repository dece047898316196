/** One line on a terminal that says how far something is, and that goes away again. */
export interface Progress {
  /** Says it anew, a few times a second at most. */
  tell(line: () => string): void;
  /** Takes the line away, before something else is written. */
  clear(): void;
}

/** On anything but a terminal it says nothing. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  let next = 0;
  let isShown = false;
  return {
    tell(line) {
      if (!stream.isTTY || performance.now() < next) return;
      next = performance.now() + 200;
      isShown = true;
      stream.write(`\r\u001b[K${line().slice(0, (stream.columns || 80) - 1)}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
