/** Processor time of this process so far, in milliseconds: what a bound is put on, for other programs may run beside. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
