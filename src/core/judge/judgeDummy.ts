import { looksRandom } from '../detectors/looksRandom';
import { oddness } from './judgeLetters';

/**
 * True for a token that stands for none: a documented example, a filler, a sequence, one letter over and over. Made for
 * values of a known format, where chance does not produce these.
 */
export function isDummy(value: string): boolean {
  return (
    filler.test(value) ||
    isFilled(value, shortFiller) ||
    repeated.test(value) ||
    documented.test(value) ||
    isSequence(value) ||
    isMonotonous(value)
  );
}

const filler =
  /example|placeholder|changeme|change[-_]me|redacted|replace[-_ ]?(?:me|with|this)|insert[-_ ]|my[-_](?:key|token|secret|api)|\.\.\.|…|\*{3}|<[a-z][^<>]{0,60}>|<(?:your|my|the|insert|api|key|token|secret|pass)|\$\{|\{\{/i;

/** What chance makes, too: once in some thousand tokens. */
const shortFiller = /x{4}|your[-_ ]?|dummy|[-_](?:goes[-_])?here\b|(.)\1{6}/i;

/** True where a short filler stands in a value, and what stands around it was not drawn. */
export function isFilled(value: string, short: RegExp): boolean {
  if (!short.test(value)) return false;
  const rest = value.replace(short, '');
  return rest.length < 12 || !looksRandom(rest) || oddness(rest) < 2.5;
}

const repeated = /(..)\1{4}|(.{3,6})\2{3}/;

/** Keys that vendors print in their own documentation, by a part that no other key has. */
const documented =
  /wJalrXUtnFEMI|bPxRfiCYEXAMPLE|4eC39HqLyjW|TYooMQauvdEDq|SflKxwRJSMeKKF2QT4|2YotnFZFEjr|tGzv3JOkF0X|SplxlOBeZQQ|czZCaGRSa3F0|mF_9\.B5f|h480djs93hd8|QTKknzFg2J4ygwa|SlAV32hkKG|AC0{6}|1234567890abcdef1234567890abcdef/;

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '0123456789abcdef0123456789abcdef',
  'zyxwvutsrqponmlkjihgfedcba',
  '9876543210',
];

/** Eight or more units in the order of the alphabet or of the digits. */
function isSequence(value: string): boolean {
  const folded = value.toLowerCase();
  for (let i = 0; i + 8 <= folded.length; i += 4) {
    const part = folded.slice(i, i + 8);
    if (part.charCodeAt(1) - part.charCodeAt(0) !== 1 && part.charCodeAt(0) - part.charCodeAt(1) !== 1) continue;
    if (runs.some(run => run.includes(part))) return true;
  }
  return false;
}

/** A long value made of very few different units. */
function isMonotonous(value: string): boolean {
  if (value.length < 16) return false;
  const seen = new Set<number>();
  for (let i = 0; i < value.length && seen.size < 6; i++) seen.add(value.charCodeAt(i));
  return seen.size < 6;
}
