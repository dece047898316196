import type { Random } from '../random';

export type Slots = Readonly<Record<string, readonly string[]>>;

/** A bar parts alternatives; one within an alternative is written broken. */
export const list = (text: string) =>
  text
    .split('|')
    .map(it => it.trim().replaceAll('¦', '|'))
    .filter(it => it !== '');

/** Makes what puts one of its alternatives for each `{slot}` of a text, and for those that stand in these. */
export function createFill(slots: Slots, pick: Random['pick']): (text: string) => string {
  const fill = (text: string, depth = 0): string =>
    depth > 5 ? text : text.replace(/\{(\w+)\}/g, (_, slot: string) => fill(pick(slots[slot] ?? [slot]), depth + 1));
  return text => fill(text);
}
