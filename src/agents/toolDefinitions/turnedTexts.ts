/** What a text says when it is read in another way: rotated, backwards, with digits for letters, spaced out, as numbers. */
export function turnedTexts(text: string): { text: string; how: string }[] {
  if (text.length > longest || text.length < 16) return [];
  return ways.flatMap(({ how, turn }) => {
    const turned = turn(text);
    return turned !== undefined && turned !== text ? [{ text: turned, how }] : [];
  });
}

const longest = 20_000;

const ways: readonly { readonly how: string; turn(text: string): string | undefined }[] = [
  { how: 'turned by 13 letters', turn: text => text.replace(/[a-z]/gi, rotated) },
  { how: 'written backwards', turn: text => [...text].reverse().join('') },
  {
    how: 'with digits for letters',
    turn: text => (/[a-z]\d[a-z]/i.test(text) ? text.replace(/[013457@$]/g, letter) : undefined),
  },
  { how: 'in letters that stand apart', turn: text => (/(?:\S ){5}/.test(text) ? together(text) : undefined) },
  {
    how: 'in numbers',
    turn: text => (/(?:\b\d{2,3}[ ,;]+){12}/.test(text) ? text.replace(/\b\d{2,3}\b[ ,;]*/g, fromCode) : undefined),
  },
  {
    how: 'in character references',
    turn: text =>
      text.includes('&#')
        ? text.replace(/&#(x?)([\da-f]{1,6});?/gi, (_, hex: string, code: string) =>
            character(Number.parseInt(code, hex ? 16 : 10)),
          )
        : undefined,
  },
  {
    how: 'in letters that look alike',
    turn: text => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').normalize('NFKC'),
  },
  {
    how: 'in binary digits',
    turn: text =>
      /(?:\b[01]{8} ?){8}/.test(text)
        ? text.replace(/\b[01]{8}\b ?/g, token => character(Number.parseInt(token, 2)))
        : undefined,
  },
  {
    how: 'in octal escapes',
    turn: text =>
      /(?:\\[0-3][0-7]{2}){6}/.test(text)
        ? text.replace(/\\([0-3][0-7]{2})/g, (_, code: string) => character(Number.parseInt(code, 8)))
        : undefined,
  },
  {
    how: 'in escapes',
    turn: text =>
      /(?:\\u\{?[\da-f]{2,6}\}?|\\x[\da-f]{2}|%[\da-f]{2}){6}/i.test(text)
        ? text.replace(
            /\\u(?:\{([\da-f]{1,6})\}|([\da-f]{4}))|\\x([\da-f]{2})|%([\da-f]{2})/gi,
            (_, a?: string, b?: string, c?: string, d?: string) =>
              character(Number.parseInt(a ?? b ?? c ?? d ?? '', 16)),
          )
        : undefined,
  },
];

function rotated(unit: string): string {
  const base = unit < 'a' ? 65 : 97;
  return String.fromCharCode(((unit.charCodeAt(0) - base + 13) % 26) + base);
}

function letter(digit: string): string {
  return { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }[digit] ?? digit;
}

/** Blanks between letters go, wider ones become one. */
function together(text: string): string {
  return text.replace(/(\S) (?=\S(?: |$))/g, '$1').replace(/ {2,}/g, ' ');
}

function fromCode(token: string): string {
  const code = Number.parseInt(token, 10);
  return code >= 32 && code < 127 ? String.fromCharCode(code) : token;
}

function character(code: number): string {
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
}
