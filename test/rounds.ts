import { parseArgs } from 'node:util';

/** How often a test tries what it draws: as `mocha … --rounds=15000` says, on every system's shell alike, or as usual. */
export function rounds(usual: number): number {
  const { values } = parseArgs({ options: { rounds: { type: 'string' } }, strict: false });
  return typeof values.rounds === 'string' ? Number(values.rounds) : usual;
}
