/** Of what units beyond ASCII a text is made; told of a whole text. */
export interface ForeignUnits {
  readonly ascii: boolean;
  /** False where none of them is one by which text is hidden or disguised: accents, dashes and quotation marks alone. */
  readonly telling: boolean;
}

export function foreignUnitsOf(text: string): ForeignUnits {
  const ascii = !nonAscii.test(text);
  return { ascii, telling: !ascii && telling.test(text) };
}

const nonAscii = /[^\0-\x7f]/;

/** Whatever hidden text may begin with: what isn't seen, blanks of all kinds, private use, alphabets with letters like Latin ones. */
const range =
  '\\u00a0\\u00ad\\u0251\\u0261\\u034f\\u0370-\\u058f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u202a-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ud800-\\udfff\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb';
const telling = new RegExp(`[${range}]`);

/** All such telling units. */
export function tellingUnits(): number[] {
  return [...range.matchAll(/\\u(\w{4})(?:-\\u(\w{4}))?/g)].flatMap(([, first = '', last = first]) => {
    const from = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, i) => from + i);
  });
}
