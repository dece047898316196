import { readFileSync } from 'node:fs';

/**
 * CPU seconds of this process's main thread, where Linux tells them; else those of the whole process, whose helpers compile and
 * collect garbage besides.
 */
export function threadSeconds() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[0]) / 1e9;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}
