import { loadDetectors } from '../detectors/load';
import { unitAt } from './unitAt';

/**
 * Whether a token of a format that nothing else has may begin at `at`, read forwards or backwards; four units are looked at, of
 * short ones three.
 */
export function isHead(text: string, at: number, step: 1 | -1 = 1): boolean {
  const { plain } = made ?? make();
  return plain.has(keyOf(text, at, 3, step)) || plain.has(keyOf(text, at, 4, step));
}

/** Whether they may be the beginning of one with its letters shifted by whatever number of places, or with their order turned round. */
export function isShiftedHead(text: string, at: number): boolean {
  const { shifted } = made ?? make();
  return shifted.has(signature(text, at, 4)) || shifted.has(signature(text, at, 3));
}

/** Whether one begins with these two units. */
export function mayBeginHead(first: number, second: number): boolean {
  return (made ?? make()).firsts[((first & 127) << 7) | (second & 127)] === 1;
}

interface Heads {
  readonly firsts: Uint8Array;
  readonly plain: ReadonlySet<number>;
  readonly shifted: ReadonlySet<number>;
}

let made: Heads | undefined;

function make(): Heads {
  const firsts = new Uint8Array(128 * 128);
  const shifted = new Set<number>();
  const heads = headsOfTokens();
  for (const head of heads) {
    for (const one of spellings(head)) firsts[(one.charCodeAt(0) << 7) | one.charCodeAt(1)] = 1;
    // A letter alone shifts to any other.
    if (/[a-z].*[a-z]/.test(head))
      shifted.add(signature(head, 0, head.length)).add(signature(head, 0, head.length, -1));
  }
  made = { firsts, plain: new Set(heads.map(head => keyOf(head, 0, head.length, 1))), shifted };
  return made;
}

/** In all cases: keywords are kept in lower case. */
function spellings(head: string): string[] {
  const [first = '', second = ''] = head;
  return [first, first.toUpperCase()].flatMap(one => [one + second, one + second.toUpperCase()]);
}

function keyOf(text: string, at: number, length: number, step: 1 | -1): number {
  let key = length;
  for (let i = 0; i < length; i++)
    key = (Math.imul(key, 0x9e3779b1) + folded(unitAt(text, at + i * step))) & 0x3fffffff;
  return key;
}

/** The same number for upper and lower case; of other units too, of which only few stand in heads. */
function folded(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code & 127;
}

/** Words that stand for themselves elsewhere are no heads, nor are parts of addresses. */
function headsOfTokens(): string[] {
  return loadDetectors()
    .filter(it => it.tier === 'certain' && !it.lead && !it.run && it.id.startsWith('secret/'))
    .flatMap(it => it.keywords)
    .filter(
      it => it.length > 2 && /^[\w$-]*\w[\w$-]*$/.test(it.slice(0, 4)) && (it === 'eyj' || !/^[a-z]{3}$/.test(it)),
    )
    .filter(
      it =>
        !/^(?:azure|cosmos|con-|test-|token|key_|api|auth|access|secret|private|primary|account|storage|shared|standard)/.test(
          it,
        ),
    )
    .map(it => it.slice(0, 4));
}

/**
 * What stays the same of units when their letters are shifted, whatever their case: the distances of letters from the first one, and
 * all other units. With `-1` that of the letters in an order turned round.
 */
function signature(text: string, at: number, length: number, sense: 1 | -1 = 1): number {
  let first = -1;
  let all = length;
  for (let i = at; i < at + length; i++) {
    const code = unitAt(text, i) & 127;
    const place = code > 64 ? (code | 32) - 97 : -1;
    const isLetter = place >= 0 && place < 26;
    if (isLetter && first < 0) first = place;
    all = (Math.imul(all, 0x9e3779b1) + (isLetter ? 128 + ((sense * (place - first) + 26) % 26) : code)) & 0x3fffffff;
  }
  return all;
}
