/**
 * Does some work on many files, several at a time, and yields the results in the order of the files. `ahead` bounds how many
 * are in memory at once. The work gets plain data and gives plain data back, so that it can move to another thread.
 */
export async function* scanFiles<F, R>(
  files: AsyncIterable<F>,
  work: (file: F) => Promise<R>,
  ahead = 8,
): AsyncGenerator<{ file: F; result: R }> {
  const pending: Promise<{ file: F; result: R }>[] = [];
  try {
    for await (const file of files) {
      const promise = work(file).then(result => ({ file, result }));
      // A failure is met where its turn comes; until then it must not end the process.
      promise.catch(() => undefined);
      pending.push(promise);
      if (pending.length >= ahead) yield await pending.shift()!;
    }
    while (pending.length > 0) yield await pending.shift()!;
  } finally {
    // Whoever stops early leaves work behind; its failures are nobody's any more.
    await Promise.allSettled(pending);
  }
}
