/** True for the text of a program, where a bare word is a name and a literal has quotes. */
export function isCode(path: string | undefined): boolean {
  if (path === undefined) return false;
  if (path !== last.path) last = { path, answer: endings.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) };
  return last.answer;
}

/** A file is asked about at each of its keywords. */
let last = { path: '', answer: false };

const endings = new Set(
  (
    'js mjs cjs jsx ts mts cts tsx py pyi go java kt kts scala groovy cs vb rb php rs swift c cc cpp h hpp m mm vue svelte ' +
    'dart lua pl pm ex exs clj hs r ipynb gradle map sol ps1 psm1 flow css scss less'
  ).split(' '),
);
