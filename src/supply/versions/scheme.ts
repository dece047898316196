/**
 * The rules of one ecosystem; nothing throws. Comparing takes time linear in the texts, whatever they hold; requirements come
 * bounded in length.
 */
export interface VersionScheme {
  /** Below zero where the first is older, above where it is newer; undefined where the rules know no order of the two. */
  compare(one: string, other: string): number | undefined;
  isPrerelease(version: string): boolean;
  /** Whether a version is one of those that a manifest asks for; undefined where what it asks for can't be told by versions. */
  satisfies(requirement: string, version: string): boolean | undefined;
}

/** The order of two numbers of any length, written in digits; nothing counts as 0. */
export function compareDigits(one: string, other: string): number {
  if (one.length < 16 && other.length < 16) return Number(one) - Number(other);
  const [a, b] = [withoutZeros(one), withoutZeros(other)];
  return a.length - b.length || compareTexts(a, b);
}

function withoutZeros(digits: string): string {
  let start = 0;
  while (start < digits.length - 1 && digits[start] === '0') start++;
  return digits.slice(start);
}

/** The parts without the zeros at their end, but `least` of them at least: `1.0` and `1` are one version. */
export function withoutEndZeros(parts: readonly string[], least: 0 | 1): string[] {
  let end = parts.length;
  while (end > least && /^0+$/.test(parts[end - 1]!)) end--;
  return parts.slice(0, end);
}

/** The order by code units. */
export function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The order of two lists of numbers in digits, where what is missing counts as 0. */
export function compareNumbers(one: readonly string[], other: readonly string[]): number {
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const order = compareDigits(one[i] ?? '', other[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

export function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

/** The number one above, in digits of any length. */
export function increment(digits: string): string {
  return digits.length < 16 ? String(Number(digits) + 1) : String(BigInt(digits) + 1n);
}

/** One condition of a requirement; without an operator `op` is empty. */
export interface Comparator {
  readonly op: string;
  readonly version: string;
}

/** The conditions in a text, with commas, spaces or a word that joins them between; undefined where it is anything else. */
export function parseComparators(text: string, operators: readonly string[]): Comparator[] | undefined {
  const result: Comparator[] = [];
  let op = '';
  for (const token of text.split(/([\s,]+|[<>=~^!]+)/)) {
    if (token === '' || /^[\s,]/.test(token)) continue;
    if (/^[<>=~^!]/.test(token)) {
      if (op !== '' || !operators.includes(token)) return undefined;
      op = token;
    } else {
      result.push({ op, version: token });
      op = '';
    }
  }
  return op === '' ? result : undefined;
}

/** Whether an operator's condition holds, given the order of the version and of the one that stands after the operator. */
export function holds(op: string, order: number | undefined): boolean | undefined {
  if (order === undefined) return undefined;
  switch (op) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '!=':
      return order !== 0;
    case '':
    case '=':
    case '==':
      return order === 0;
    default:
      return undefined;
  }
}

/** True where all are, undefined where one is not known and none is false. */
export function every(answers: Iterable<boolean | undefined>): boolean | undefined {
  let result: boolean | undefined = true;
  for (const answer of answers) {
    if (answer === false) return false;
    if (answer === undefined) result = undefined;
  }
  return result;
}

/** True where one is, undefined where one is not known and none is true. */
export function some(answers: Iterable<boolean | undefined>): boolean | undefined {
  let result: boolean | undefined = false;
  for (const answer of answers) {
    if (answer === true) return true;
    if (answer === undefined) result = undefined;
  }
  return result;
}
