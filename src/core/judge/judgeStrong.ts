import { looksRandom } from '../detectors/looksRandom';
import type { Assignment } from '../detectors/readAssignment';
import { oddness } from './judgeLetters';
import { isSpelledOut } from './judgeValue';
import type { Weighable } from './weighable';

/** A value that nobody makes up, or that only a password looks like, given to a key that says so: no further weighing. */
export function isStrong(found: Weighable, assignment: Assignment): boolean {
  const { key, value } = found;
  if (key.about || key.flagged || /^[=!]==?$/.test(assignment.operator)) return false;
  if (assignment.operator === ',') return key.grade === 2 && isDrawn(value);
  if (key.grade === 3 && isPassword(found)) return true;
  return (
    found.shape === 'random' &&
    (!uuid.test(value) || givesAccess.test(key.before.at(-1) ?? '')) &&
    (key.grade >= 2 ? isMadeByMachine(value, 14) : isBase64(value))
  );
}

/** A UUID is any id, unless its key says whose access it gives. */
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const givesAccess = /^(?:access|api|auth|authentication|bearer|refresh|secret|private|personal)$/;

/** Letters with digits or signs: what people take for passwords, but for those that only stand for one. */
function isPassword({ value, shape }: Weighable): boolean {
  return (
    (shape === 'mixed' || shape === 'random') &&
    value.length >= 6 &&
    /[a-z]/i.test(value) &&
    /\d/.test(value) &&
    !isSpelledOut(value) &&
    !/pass|test|demo|user|foo|bar/i.test(value)
  );
}

function isMadeByMachine(value: string, length: number): boolean {
  return (
    value.length >= length &&
    /[a-z]/i.test(value) &&
    /^[\w+/=.~-]+$/.test(value) &&
    (/\d.*\d/.test(value) || oddness(value) >= 2)
  );
}

/** Digits, capitals and small letters all through it, as many as only machines put in a row. */
function isDrawn(value: string): boolean {
  return (
    /^\w{24,200}$/.test(value) &&
    isBase64(value) &&
    [/\d.*\d.*\d/, /[a-z].*[a-z].*[a-z]/, /[A-Z].*[A-Z].*[A-Z]/].every(it => it.test(value)) &&
    looksRandom(value)
  );
}

function isBase64(value: string): boolean {
  return isMadeByMachine(value, 24) && /\d.*\d.*\d/.test(value) && !/^[0-9a-f-]+$/i.test(value) && oddness(value) >= 2;
}
