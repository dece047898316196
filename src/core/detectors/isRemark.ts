import { isCode } from '../judge/isCode';
import { lineStart } from '../lineAround';

/** Whether sentences can stand here: anywhere but in programs, and there in comments and in strings that begin like one. */
export function isRemark(text: string, at: number, path: string | undefined): boolean {
  return !isCode(path) || remark.test(text.slice(lineStart(text, at, 200), at));
}

const remark = /\/\/|#|\/?\*|--|<!--|"""|^\s*(?:"|')?[A-Z][a-z]+ /;
