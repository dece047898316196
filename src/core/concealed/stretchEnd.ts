import { unitAt } from './unitAt';
/** Where the signs of ASCII without a blank end that go on at `at`, no farther than `most` units. */
export function stretchEnd(text: string, at: number, most: number): number {
  let end = at;
  while (end - at < most && isGraphic(unitAt(text, end))) end++;
  return end;
}

function isGraphic(code: number): boolean {
  return code > 32 && code < 127;
}
