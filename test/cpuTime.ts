/** Processor time of this process so far, in milliseconds: what a bound is put on, for other programs may run beside. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of CPU that a task takes, at the least of up to five tries, until one is under the limit: a busy machine slows down some of
 * them, a time that grows with the square of the text all.
 */
export function leastCpuTime(limit: number, task: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && least >= limit; tries++) {
    const began = cpuTime();
    task();
    least = Math.min(least, cpuTime() - began);
  }
  return least;
}
