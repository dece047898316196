/**
 * What a shell would make of a word, as far as its text tells. Letters of the private area stand for what only the shell knows when it
 * runs: any text, and the wildcards that it looks up on the disk.
 */
export const unknownText = '\uE000';
export const anyLetters = '\uE001';
export const oneLetter = '\uE002';

/** Whether some of a word is only known when it runs. */
export function isOpen(word: string): boolean {
  return /[\uE000-\uE002]/.test(word);
}

/** All texts that the parts of a word can make together, 64 at most; each part has several where a brace or a variable does. */
export function joined(parts: readonly (readonly string[])[]): readonly string[] {
  let all: string[] = [''];
  for (const part of parts) {
    all = all.flatMap(one => part.map(more => (one + more).slice(0, longest))).slice(0, most);
  }
  return all;
}

const most = 64;
const longest = 20_000;

/** `a{b,c}d` as `abd`, `acd`; `{1..3}` as its members. What has no comma stays as it is. */
export function braces(word: string, depth = 0): readonly string[] {
  const open = word.indexOf('{');
  if (open < 0 || depth > 6) return [word];
  const close = matching(word, open);
  if (close < 0) return [word];
  const members = membersOf(word.slice(open + 1, close));
  if (!members) return braces(word.slice(close + 1), depth + 1).map(rest => word.slice(0, close + 1) + rest);
  const tails = braces(word.slice(close + 1), depth + 1);
  return members
    .flatMap(member => braces(member, depth + 1))
    .flatMap(member => tails.map(tail => word.slice(0, open) + member + tail))
    .slice(0, most);
}

function matching(word: string, open: number): number {
  let depth = 0;
  for (let at = open; at < word.length; at++) {
    if (word[at] === '{') depth++;
    else if (word[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function membersOf(inside: string): readonly string[] | undefined {
  const [, from = '', to = ''] = /^(\w|-?\d{1,4})\.\.(\w|-?\d{1,4})$/.exec(inside) ?? [];
  if (from !== '') return rangeOf(from, to);
  const members: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= inside.length; at++) {
    if (inside[at] === '{') depth++;
    else if (inside[at] === '}') depth--;
    else if (at === inside.length || (inside[at] === ',' && depth === 0)) {
      members.push(inside.slice(start, at));
      start = at + 1;
    }
  }
  return members.length > 1 ? members : undefined;
}

function rangeOf(from: string, to: string): readonly string[] {
  const letters = !/\d$/.test(from);
  const [a, b] = letters ? [from.charCodeAt(0), to.charCodeAt(0)] : [Number(from), Number(to)];
  const count = Math.min(Math.abs(b - a) + 1, most);
  return Array.from({ length: count }, (_, i) => {
    const one = a + (b < a ? -i : i);
    return letters ? String.fromCharCode(one) : String(one);
  });
}

/** The escapes of `$'…'`, of `echo -e` and `printf`, and of strings in most languages. */
export function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]{1,2})|u\{?([\da-fA-F]{1,6})\}?|U([\da-fA-F]{1,8})|0?([0-7]{1,3})|([\s\S]))/g,
    (_, hex?: string, unicode?: string, long?: string, octal?: string, plain?: string) => {
      const code = hex ?? unicode ?? long;
      if (code !== undefined) return letterOf(Number.parseInt(code, 16));
      if (octal !== undefined) return letterOf(Number.parseInt(octal, 8));
      return named[plain ?? ''] ?? plain ?? '';
    },
  );
}

const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '', b: '', e: '', f: '', v: '' };

function letterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
