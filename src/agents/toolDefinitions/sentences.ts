/** A text's sentences and lines; a line that goes on in the next one is one with it. Each is cut after some hundred letters. */
export function sentences(text: string): readonly string[] {
  if (last?.text !== text) last = { text, found: split(text) };
  return last.found;
}

/** One text is asked about several times in a row. */
let last: { readonly text: string; readonly found: readonly string[] } | undefined;

function split(text: string): string[] {
  const flat = text.replace(/(?<=[\p{Ll},])[ \t]*\r?\n[ \t]{0,40}(?=\p{Ll})/gu, ' ').replace(/[ \t\u00a0]+/g, ' ');
  return flat
    .split(/(?<=[.!?;][)"'”’]?) +(?=\S)|(?<=[。！？；।؟])|\s*\n\s*/u)
    .flatMap(one => (one.length > longest ? (one.match(/[\s\S]{1,600}/g) ?? []) : [one]))
    .filter(one => one.length > 3);
}

const longest = 600;
