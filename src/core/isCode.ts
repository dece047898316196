/** True for the text of a program, where a bare word is a name and a literal has quotes. */
export function isCode(path: string | undefined): boolean {
  if (path === undefined) return false;
  const dot = path.lastIndexOf('.');
  return dot >= 0 && endings.has(path.slice(dot + 1).toLowerCase());
}

const endings = new Set(
  (
    'js mjs cjs jsx ts mts cts tsx py pyi go java kt kts scala groovy cs vb rb php rs swift c cc cpp h hpp m mm vue svelte ' +
    'dart lua pl pm ex exs clj hs r ipynb gradle map sol ps1 psm1 flow css scss less'
  ).split(' '),
);
