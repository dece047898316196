import type { Verdict } from '../detectors/detector';
import type { Assignment } from '../detectors/readAssignment';
import { isCode } from './isCode';
import { judgeKey } from './judgeKey';

/** A secret or passphrase of several small words, `secret: 'keyboard cat'`: possible, for it may as well be a caption. */
export function judgePhrase(assignment: Assignment, text: string, path: string | undefined): Verdict | undefined {
  const { key, quote, operator, start, end } = assignment;
  if (quote === '' || end - start > longest || !/^(?:=|:|:=|=>)$/.test(operator)) return undefined;
  const value = text.slice(start, end);
  if (!words.test(value) || caption.test(value)) return undefined;
  const verdict = judgeKey(key);
  if (!verdict || verdict.after.length > 0 || verdict.flagged || !takesPhrase.test(verdict.word)) return undefined;
  if (path !== undefined && !isCode(path) && !/\.(?:json|ya?ml|toml|env|ini|conf|properties)$/i.test(path))
    return undefined;
  return { tier: 'possible', start, end, reason: `the key says ${verdict.word}; some words with blanks between` };
}

const longest = 60;
const words = /^[a-z0-9]{2,}(?: [a-z0-9]{2,}){1,7}$/;
const caption =
  /\b(?:pass\w*|secrets?|tokens?|keys?|your|enter|invalid|required|must|forgot|users?|login|name|value|string|the|not|new|type|this)\b/;
const takesPhrase = /^(?:secrets?|passphrase)$/;
