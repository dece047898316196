import { readsAsProse } from './readsAsProse';

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
  { how: 'turned by 13 letters', turn: text => substitute(text, alphabets[12] as string) },
  { how: 'in letters put for others', turn: shifted },
  {
    how: 'in signs put for others',
    turn: text => text.replace(/[!-~]/g, it => String.fromCharCode(((it.charCodeAt(0) - 33 + 47) % 94) + 33)),
  },
  { how: 'in Morse signs', turn: text => (/(?:[.-]{1,5}[ /|]{1,3}){12}/.test(text) ? unmorsed(text) : undefined) },
  {
    how: 'in pig Latin',
    turn: text => (/(?:\b[a-z]{1,30}ay\b[^a-z]{1,9}){2}/i.test(text) ? unlatined(text) : undefined),
  },
  {
    how: 'in letters with signs between',
    turn: text =>
      /(?:\p{L}[-._*|·~+]){3}\p{L}/u.test(text)
        ? text.replace(/(?<=(?<!\p{L})\p{L})[-._*|·~+](?=\p{L}(?!\p{L}))/gu, '')
        : undefined,
  },
  {
    how: 'in small capitals',
    turn: text =>
      /[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡ]{3}/u.test(text)
        ? text.replace(/[ᴀ-ᴢꜰꜱǫɢʜɪʟɴʀʏʙ]/gu, it => abc[capitals.indexOf(it)] ?? it)
        : undefined,
  },
  {
    how: 'in letters with marks on them',
    turn: text => (/(?:[a-z]\p{M}){3}/iu.test(text) ? text.replace(/\p{M}/gu, '') : undefined),
  },
  {
    how: 'in base 32',
    turn: text => (/[A-Z2-7]{32}/.test(text) ? text.replace(/\b[A-Z2-7]{32,}={0,6}/g, fromFives) : undefined),
  },
  {
    how: 'in base 58',
    turn: text =>
      /[1-9A-HJ-NP-Za-km-z]{32}/.test(text)
        ? (text.match(/\b[1-9A-HJ-NP-Za-km-z]{32,400}\b/g) ?? []).slice(0, 5).map(fromFiftyEight).join(' ')
        : undefined,
  },
  {
    how: 'in hexadecimal digits',
    turn: text =>
      /(?:[=: ]?[\da-f]{2}){24}/i.test(text)
        ? text.replace(/(?:[=: ]?[\da-f]{2}){12,}/gi, it => fromHex(it.replace(/[=: ]/g, '')))
        : undefined,
  },
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

/** Letters put for letters: the shift, or the order turned round, in which a sentence reads as English. */
function shifted(text: string): string | undefined {
  const strange = text
    .split(/(?<=[.!?;]) |\n/)
    .map(it => it.slice(0, 400))
    .filter(it => it.length > 30 && !plain.test(it) && letters(it) > it.length / 2)
    .slice(0, 20);
  const found = strange.flatMap(it =>
    alphabets.map(alphabet => substitute(it, alphabet)).filter(it => readsAsProse(it)),
  );
  return found.length > 0 ? found.join('\n') : undefined;
}

/** Shared by nearly all sentences of every kind. */
const plain =
  /\b(?:the|for|and|this|with|from|not|use|name|list|get|user|optional|max|number|your|are|when|true|false)\b/i;

function letters(text: string): number {
  return text.match(/[a-z]/gi)?.length ?? 0;
}

const abc = 'abcdefghijklmnopqrstuvwxyz';
const alphabets = [
  ...Array.from({ length: 25 }, (_, at) => abc.slice(at + 1) + abc.slice(0, at + 1)),
  [...abc].reverse().join(''),
];

function substitute(text: string, alphabet: string): string {
  return text.toLowerCase().replace(/[a-z]/g, it => alphabet[it.charCodeAt(0) - 97] as string);
}

function unmorsed(text: string): string {
  return text.replace(/[.-]{1,5}(?=[ /|\n]|$)[ ]?|[/|] ?/g, it => morse.get(it.trim()) ?? ' ');
}

const morse = new Map(
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..'
    .split(' ')
    .map((it, at) => [it, abc[at] as string] as const),
);

function unlatined(text: string): string {
  return text.replace(/\b([a-z]{1,30})([a-z])ay\b/gi, '$2$1');
}

const capitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ';

const fives = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromFives(token: string): string {
  let bits = 0;
  let held = 0;
  let out = '';
  for (const unit of token) {
    bits = ((bits << 5) | fives.indexOf(unit)) & 0xffff;
    held += 5;
    if (held >= 8) {
      held -= 8;
      out += character((bits >> held) & 255);
    }
  }
  return out;
}

const bitcoin = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function fromFiftyEight(token: string): string {
  let value = 0n;
  for (const unit of token.slice(0, 400)) value = value * 58n + BigInt(bitcoin.indexOf(unit));
  const digits = value.toString(16);
  return fromHex(digits.length % 2 ? `0${digits}` : digits);
}

function fromHex(digits: string): string {
  return digits.replace(/[\da-f]{2}/gi, pair => character(Number.parseInt(pair, 16)));
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
