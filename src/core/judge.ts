import type { Verdict } from './detectors/detector';
import type { Assignment } from './detectors/readAssignment';
import { isDummy } from './judgeDummy';
import { judgeKey } from './judgeKey';
import { isUnpronounceable } from './judgeLetters';
import { judgeValue } from './judgeValue';
import type { Tier } from './model';

/** Whether a literal given to a key is a secret: by the key's words, the value's make, and the syntax around it. */
export function judge(assignment: Assignment, text: string, path: string | undefined): Verdict | undefined {
  const key = judgeKey(assignment.key);
  if (key.grade === 0) return undefined;
  const value = text.slice(assignment.start, assignment.end);
  if (sameWords(assignment.key, value) || !fitsSyntax(assignment, text, value, path)) return undefined;
  const { shape, says } = judgeValue(value);
  if (shape === 'no' || (key.grade < 3 && isDummy(value))) return undefined;
  const tier = weigh(key.grade, shape, value, assignment);
  return tier && { tier, start: assignment.start, end: assignment.end, reason: `the key says ${key.word}; ${says}` };
}

function weigh(
  grade: 1 | 2 | 3,
  shape: 'word' | 'digits' | 'mixed' | 'random',
  value: string,
  { operator }: Assignment,
): Tier | undefined {
  if (grade === 3) {
    if (shape === 'word' && isUnpronounceable(value)) return 'likely';
    // `token('acme')` and `password("label")` name something; who passes a secret so passes one that looks it.
    if (shape === 'word' && (operator === '(' || operator === ',')) return undefined;
    if (shape === 'word' && (tellsSecret.test(value) || camel.test(value))) return 'possible';
    return 'likely';
  }
  if (grade === 2) {
    if (shape === 'random') return 'likely';
    if (shape === 'mixed' && value.length >= 8)
      return /\d/.test(value) && operator !== ',' && operator !== '(' ? 'likely' : 'possible';
    return shape === 'word' && value.length >= 8 && isUnpronounceable(value) ? 'likely' : undefined;
  }
  return shape === 'random' && value.length >= 20 && !/^[a-f0-9-]+$/i.test(value) ? 'possible' : undefined;
}

const camel = /^[a-z]+(?:[A-Z][a-z]+)+$/;
const tellsSecret = /pass|secret|token|key|pwd|auth|cred|login|user/i;

/** `password: 'Password'`, `TOKEN = "token"`: a name for itself. */
function sameWords(key: string, value: string): boolean {
  const bare = (it: string) => it.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [inKey, inValue] = [bare(key), bare(value)];
  return inValue.length > 8 && (inKey === inValue || inKey.endsWith(inValue));
}

/** True where the syntax around makes the value a literal, not an expression or prose. */
function fitsSyntax(assignment: Assignment, text: string, value: string, path: string | undefined): boolean {
  const { quote, operator, key, keyStart, start, end } = assignment;
  if (operator === 'by' && quote === '`') return false;
  if (/^(?:is|was)/.test(operator) && quote === '' && !/\d|[^\w.,:;-]/.test(value)) return false;
  if (operator === ' ' && !key.startsWith('-') && (quote === '`' || (quote === '' && !/\d/.test(value)))) return false;
  if (quote !== '')
    return !/^\s{0,4}(?:\+|%|\.\s{0,2}format\b|\.\w+\()/.test(text.slice(end + quote.length, end + quote.length + 24));
  const next = text[end] ?? '\n';
  if (operator === '>') return next === '<';
  if (/^[A-Za-z_$][\w$]*$/.test(value) && next === '(') return false;
  if (/[([{]/.test(next) || /^[\w.$:>-]{1,60}[([{]/.test(value)) return false;
  if (isCode(path))
    return (
      operator === '=' &&
      text[start - 1] === '=' &&
      /[\s"'`&\\]/.test(next) &&
      /\d/.test(value) &&
      insideText(text, start)
    );
  if (operator === ':' && next === text[keyStart - 1] && /["'`]/.test(next)) return true;
  if ((operator === '=' && /\s/.test(text[start - 1] ?? '')) || operator === ':') return endsLine(text, end);
  return operator !== '(' && operator !== ',';
}

/** Rest of the line holds nothing more but a comment, a bracket or a comma. */
function endsLine(text: string, end: number): boolean {
  return /^["'`,;)}\].\\]{0,3}(?:\\[nr])?\s{0,36}?(?:[\r\n]|$|#|\/\/|\\)/.test(text.slice(end, end + 40));
}

/** In program text a bare value can only stand within a string or a comment. */
function insideText(text: string, start: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  return /["'`]|\/\/|#|^\s*\*/.test(text.slice(Math.max(from, start - 200), start));
}

function isCode(path: string | undefined): boolean {
  return (
    path !== undefined &&
    /\.(?:[cm]?[jt]sx?|py|pyi|go|java|kts?|scala|groovy|cs|vb|rb|php|rs|swift|c|cc|cpp|h|hpp|m|mm|vue|svelte|dart|lua|pl|ex|exs|clj|hs|ipynb|gradle)$/i.test(
      path,
    )
  );
}
