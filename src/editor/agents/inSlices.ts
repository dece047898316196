const sliceMilliseconds = 8;

/** Runs steps to their end without holding up typing, which shares the thread; undefined where `ended` says that nobody waits any more. */
export async function inSlices<Result>(
  steps: Generator<unknown, Result, void>,
  ended: () => boolean,
): Promise<Result | undefined> {
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < sliceMilliseconds) continue;
    await new Promise(resolve => setImmediate(resolve));
    if (ended()) return undefined;
    began = performance.now();
  }
}
