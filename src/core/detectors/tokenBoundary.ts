/** True where a token can begin: nothing stuck to its left but an escape such as `\n`, `%3D` or `\u0022`. */
export function opensToken(text: string, at: number): boolean {
  if (at === 0 || !isWord(text.charCodeAt(at - 1))) return true;
  return endsEscape(text, at);
}

/** True where a token can end: no word character follows. */
export function closesToken(text: string, at: number): boolean {
  return at >= text.length || !isWord(text.charCodeAt(at));
}

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

function endsEscape(text: string, at: number): boolean {
  return escapes.some(
    ({ length, first, shape }) => text.charCodeAt(at - length) === first && shape.test(text.slice(at - length, at)),
  );
}

/** Escapes by length and first unit, which nearly always tells. */
const escapes = [
  { length: 2, shape: /^\\[nrtbfv0]$/ },
  { length: 3, shape: /^%[0-9a-f]{2}$/i },
  { length: 4, shape: /^\\x[0-9a-f]{2}$/i },
  { length: 6, shape: /^\\u[0-9a-f]{4}$/i },
  { length: 3, shape: /^\[[0-9]m$/ },
  { length: 4, shape: /^\[[0-9]{2}m$/ },
].map(it => ({ ...it, first: it.shape.source.charCodeAt(it.shape.source.startsWith('^\\') ? 2 : 1) }));
