import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** Writes a value in another form; `expression` where it is code or digits that stand without quotes. */
export interface Way {
  readonly how: string;
  readonly write: (value: string) => string;
  readonly form: 'text' | 'expression' | 'block';
}

const bytes = (value: string) => Buffer.from(value);
const codes = (value: string) => [...bytes(value)];
const hex = (code: number) => code.toString(16).padStart(2, '0');
const each = (value: string, write: (code: number) => string, between = '') => codes(value).map(write).join(between);
const groups = (text: string, size: number, between: string) =>
  (text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).join(between);
const cut = (value: string, count: number) => {
  const size = Math.ceil(value.length / count);
  return Array.from({ length: count }, (_, i) => value.slice(i * size, (i + 1) * size));
};
const quote = (it: string) => JSON.stringify(it);

/** The digits of bytes in groups of bits, the last one filled up with zeros. */
function inBits(value: string, width: number, alphabet: string, pad = 0): string {
  const bits = each(value, code => code.toString(2).padStart(8, '0'));
  const digits = (bits.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map(
    it => alphabet[Number.parseInt(it.padEnd(width, '0'), 2)],
  );
  return digits.join('') + (pad ? '='.repeat((pad - (digits.length % pad)) % pad) : '');
}

/** The digits of bytes read as one large number. */
function asNumber(value: string, alphabet: string): string {
  let rest = BigInt(`0x${bytes(value).toString('hex')}`);
  let digits = '';
  for (const radix = BigInt(alphabet.length); rest > 0n; rest /= radix)
    digits = alphabet[Number(rest % radix)] + digits;
  return digits;
}

/** Four bytes as five digits. */
function inFives(value: string, digit: (value: number) => string): string {
  const all = bytes(value);
  const missing = (4 - (all.length % 4)) % 4;
  const full = Buffer.concat([all, Buffer.alloc(missing)]);
  let text = '';
  for (let at = 0; at < full.length; at += 4) {
    const word = full.readUInt32BE(at);
    text += [4, 3, 2, 1, 0].map(power => digit(Math.floor(word / 85 ** power) % 85)).join('');
  }
  return text.slice(0, text.length - missing);
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const rotate = (value: string, by: number) =>
  value.replace(/[a-z]/gi, it => {
    const alphabet = it < 'a' ? upper : lower;
    return alphabet[(alphabet.indexOf(it) + by) % 26] as string;
  });
const mirror = (value: string) =>
  value.replace(/[a-z]/gi, it => {
    const alphabet = it < 'a' ? upper : lower;
    return alphabet[25 - alphabet.indexOf(it)] as string;
  });
const backwards = (value: string) => [...value].reverse().join('');

function uuencoded(value: string): string {
  const all = bytes(value);
  const lines: string[] = [];
  for (let at = 0; at < all.length; at += 45) {
    const line = all.subarray(at, at + 45);
    const signs = inBits(
      line.toString('latin1'),
      6,
      `\`${Array.from({ length: 63 }, (_, i) => String.fromCharCode(33 + i)).join('')}`,
    );
    lines.push(String.fromCharCode(32 + line.length) + signs.padEnd(Math.ceil(line.length / 3) * 4, '`'));
  }
  return `begin 644 data.txt\n${lines.join('\n')}\n\`\nend`;
}

const ascii = (part: Buffer) => part.toString('latin1').replace(/[^ -~]/g, '.');

function dumped(value: string, line: (part: Buffer, at: number) => string): string {
  const all = bytes(`${value}\n`);
  return Array.from({ length: Math.ceil(all.length / 16) }, (_, i) =>
    line(all.subarray(i * 16, i * 16 + 16), i * 16),
  ).join('\n');
}

const address = (at: number, width = 8) => at.toString(16).padStart(width, '0');
const words = (part: Buffer, radix: number, width: number) =>
  Array.from({ length: Math.ceil(part.length / 2) }, (_, i) =>
    ((part[2 * i] ?? 0) | ((part[2 * i + 1] ?? 0) << 8)).toString(radix).padStart(width, '0'),
  ).join(' ');
const zeroWidth = ['\u200b', '\u200c', '\u200d', '\u2060'];
const lookalikes: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', A: 'А', K: 'К', M: 'М' };
const text: Readonly<Record<string, (value: string) => string>> = {
  base64: it => bytes(it).toString('base64'),
  base64url: it => bytes(it).toString('base64url'),
  'base64 of base64': it => bytes(bytes(it).toString('base64')).toString('base64'),
  'base64 three times': it => bytes(bytes(bytes(it).toString('base64')).toString('base64')).toString('base64'),
  'base64 of hex': it => bytes(bytes(it).toString('hex')).toString('base64'),
  'hex of base64': it => bytes(bytes(it).toString('base64')).toString('hex'),
  'base64 of JSON': it => bytes(JSON.stringify({ data: { value: it } })).toString('base64'),
  'base64 of percent': it => bytes(each(it, code => `%${hex(code)}`)).toString('base64'),
  'percent of base64': it => encodeURIComponent(bytes(`${it}??`).toString('base64')),
  'base64 backwards': it => backwards(bytes(it).toString('base64')),
  'base64 of backwards': it => bytes(backwards(it)).toString('base64'),
  'base64 of rot13': it => bytes(rotate(it, 13)).toString('base64'),
  'base64 in groups of 4': it => groups(bytes(it).toString('base64'), 4, ' '),
  'base64 in groups of 8 with dashes': it => groups(bytes(it).toString('base64'), 8, '-'),
  'base64 with . and _': it =>
    bytes(it).toString('base64').replaceAll('+', '.').replaceAll('/', '_').replaceAll('=', '-'),
  'gzip in base64': it => gzipSync(it).toString('base64'),
  'zlib in base64': it => deflateSync(it).toString('base64'),
  'deflate in base64': it => deflateRawSync(it).toString('base64'),
  'brotli in base64': it => brotliCompressSync(it).toString('base64'),
  'gzip in hex': it => gzipSync(it).toString('hex'),
  hex: it => bytes(it).toString('hex'),
  HEX: it => bytes(it).toString('hex').toUpperCase(),
  '0xhex': it => `0x${bytes(it).toString('hex')}`,
  'hex of UTF-16': it => Buffer.from(it, 'utf16le').toString('hex'),
  'hex with colons': it => each(it, hex, ':'),
  'hex with blanks': it => each(it, hex, ' '),
  'hex with dashes': it => each(it, hex, '-').toUpperCase(),
  'hex with 0x': it => each(it, code => `0x${hex(code)}`, ' '),
  'hex in words': it => groups(bytes(it).toString('hex'), 4, ' '),
  'hex in words of 8': it => groups(bytes(it).toString('hex'), 8, ' '),
  'hex backwards': it => backwards(bytes(it).toString('hex')),
  '\\x': it => each(it, code => `\\x${hex(code)}`),
  '\\u': it => each(it, code => `\\u00${hex(code)}`),
  '\\u{}': it => each(it, code => `\\u{${hex(code)}}`),
  '\\U': it => each(it, code => `\\U000000${hex(code)}`),
  'U+': it => each(it, code => `U+00${hex(code).toUpperCase()}`, ' '),
  '%u': it => each(it, code => `%u00${hex(code)}`),
  'octal escapes': it => each(it, code => `\\${code.toString(8).padStart(3, '0')}`),
  'mixed escapes': it =>
    codes(it)
      .map(
        (code, i) =>
          [
            `\\x${hex(code)}`,
            `\\u00${hex(code)}`,
            `\\u{${hex(code)}}`,
            String.fromCharCode(code),
            `\\${code.toString(8).padStart(3, '0')}`,
          ][i % 5],
      )
      .join(''),
  'CSS escapes': it => each(it, code => `\\${hex(code)} `),
  percent: it => each(it, code => `%${hex(code)}`),
  'percent twice': it => each(it, code => `%25${hex(code)}`),
  'decimal entities': it => each(it, code => `&#${code};`),
  'hex entities': it => each(it, code => `&#x${hex(code)};`),
  'padded entities': it => each(it, code => `&#${String(code).padStart(7, '0')};`),
  'open entities': it => each(it, code => `&#${code}`),
  'quoted-printable': it => each(it, code => `=${hex(code).toUpperCase()}`),
  'numbers with blanks': it => each(it, String, ' '),
  'numbers with commas': it => each(it, String, ','),
  'numbers with dashes': it => each(it, String, '-'),
  binary: it => each(it, code => code.toString(2).padStart(8, '0'), ' '),
  'binary together': it => each(it, code => code.toString(2).padStart(8, '0')),
  octal: it => each(it, code => code.toString(8).padStart(3, '0'), ' '),
  base32: it => inBits(it, 5, `${upper}234567`, 8),
  'base32 lower': it => inBits(it, 5, `${lower}234567`),
  base32hex: it => inBits(it, 5, `0123456789${upper}`.slice(0, 32), 8),
  Crockford: it => inBits(it, 5, '0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
  base58: it => asNumber(it, '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'),
  base62: it => asNumber(it, `0123456789${upper}${lower}`),
  'base62, lower first': it => asNumber(it, `0123456789${lower}${upper}`),
  base36: it => asNumber(it, `0123456789${lower}`),
  'one number': it => asNumber(it, '0123456789'),
  base85: it => inFives(it, at => `0123456789${upper}${lower}!#$%&()*+-;<=>?@^_\`{|}~`[at] as string),
  Ascii85: it => `<~${inFives(it, at => String.fromCharCode(33 + at))}~>`,
  'Ascii85, bare': it => inFives(it, at => String.fromCharCode(33 + at)),
  Z85: it => inFives(it, at => `0123456789${lower}${upper}.-:+=^!/*?&<>()[]{}@%$#`[at] as string),
  backwards: backwards,
  rot13: it => rotate(it, 13),
  'caesar 3': it => rotate(it, 3),
  atbash: mirror,
  rot47: it => it.replace(/[!-~]/g, sign => String.fromCharCode(((sign.charCodeAt(0) - 33 + 47) % 94) + 33)),
  'letters apart': it => [...it].join(' '),
  'letters with dashes': it => [...it].join('-'),
  'letters with dots': it => [...it].join('.'),
  'letters with |': it => [...it].join('|'),
  'in groups of 4': it => groups(it, 4, ' '),
  'in groups of 4 with dashes': it => groups(it, 4, '-'),
  'full width': it => it.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'zero-width': it => [...it].map((unit, i) => unit + zeroWidth[i % 4]).join(''),
  'zero-width bits': it =>
    each(it, code => code.toString(2).padStart(8, '0').replaceAll('0', '\u200b').replaceAll('1', '\u200c')),
  'tag letters': it => [...it].map(unit => String.fromCodePoint(0xe0000 + unit.charCodeAt(0))).join(''),
  'mathematical letters': it =>
    [...it]
      .map(unit =>
        /[a-z]/.test(unit)
          ? String.fromCodePoint(0x1d41a + unit.charCodeAt(0) - 97)
          : /[A-Z]/.test(unit)
            ? String.fromCodePoint(0x1d400 + unit.charCodeAt(0) - 65)
            : /\d/.test(unit)
              ? String.fromCodePoint(0x1d7ce + Number(unit))
              : unit,
      )
      .join(''),
  'circled letters': it =>
    [...it]
      .map(unit =>
        /[a-z]/.test(unit)
          ? String.fromCodePoint(0x24d0 + unit.charCodeAt(0) - 97)
          : /[A-Z]/.test(unit)
            ? String.fromCodePoint(0x24b6 + unit.charCodeAt(0) - 65)
            : unit,
      )
      .join(''),
  'letters that look Latin': it => [...it].map((unit, i) => (i % 3 === 0 ? (lookalikes[unit] ?? unit) : unit)).join(''),
  'amid colours': it => `${it.slice(0, 8)}\u001b[0m\u001b[31m${it.slice(8)}`,
  'with a joiner below': it => [...it].join('\u0332'),
  'JSON in JSON in JSON': it =>
    JSON.stringify(JSON.stringify(JSON.stringify({ a: it }).slice(1, -1)).slice(1, -1)).slice(1, -1),
  'MIME word': it => `=?UTF-8?B?${bytes(it).toString('base64')}?=`,
  'data URL': it => `data:text/plain;base64,${bytes(it).toString('base64')}`,
};

const expression: Readonly<Record<string, (value: string) => string>> = {
  '[decimal]': it => `[${each(it, String, ', ')}]`,
  '[decimal] tight': it => `[${each(it, String, ',')}]`,
  '[hex]': it => `[${each(it, code => `0x${hex(code)}`, ', ')}]`,
  '{hex} over lines': it =>
    `{\n${groups(
      each(it, code => `0x${hex(code)},`, ' '),
      60,
      '\n  ',
    )}\n}`,
  '{octal}': it => `{${each(it, code => `0${code.toString(8)}`, ', ')}}`,
  '[binary]': it => `[${each(it, code => `0b${code.toString(2)}`, ', ')}]`,
  '[u8]': it => `[${each(it, code => `${code}u8`, ', ')}]`,
  '["s", "k"]': it => `[${[...it].map(quote).join(', ')}]`,
  "{'s','k'}": it => `{${[...it].map(unit => `'${unit === '\n' ? '\\n' : unit}'`).join(',')}}`,
  fromCharCode: it => `String.fromCharCode(${each(it, String, ', ')})`,
  'fromCharCode, hex': it => `String.fromCharCode(${each(it, code => `0x${hex(code)}`, ',')})`,
  'fromCharCode added': it => each(it, code => `String.fromCharCode(${code})`, ' + '),
  'chr added': it => each(it, code => `chr(${code})`, ' + '),
  'chr joined': it => each(it, code => `chr(${code})`, '.'),
  'Chr &': it => each(it, code => `Chr(${code})`, ' & '),
  'CHAR ||': it => each(it, code => `CHAR(${code})`, ' || '),
  '[char]': it => each(it, code => `[char]${code}`, '+'),
  'bytes([])': it => `bytes([${each(it, String, ', ')}]).decode()`,
  pack: it => `pack("C*", ${each(it, String, ', ')})`,
  'list of hex strings': it => `[${each(it, code => quote(hex(code)), ', ')}]`,
  'list of number strings': it => `[${each(it, code => quote(String(code)), ', ')}]`,
  'added up': it => cut(it, 3).map(quote).join(' + '),
  'list joined': it => `[${cut(it, 4).map(quote).join(', ')}].join("")`,
  'list joined with _': it => `[${it.split('_').map(quote).join(', ')}].join("_")`,
  'list, not joined': it => `[${cut(it, 4).map(quote).join(', ')}]`,
  'concat()': it => `"".concat(${cut(it, 3).map(quote).join(', ')})`,
  'strings.Join': it => `strings.Join([]string{${cut(it, 3).map(quote).join(', ')}}, "")`,
  'reversed literal': it => `reverse(${quote(backwards(it))})`,
  '[::-1]': it => `${quote(backwards(it))}[::-1]`,
  'codecs rot13': it => `codecs.decode(${quote(rotate(it, 13))}, "rot13")`,
  'atob of added': it => `atob(${cut(bytes(it).toString('base64'), 3).map(quote).join(' + ')})`,
  'replace of a filler': it => `${quote(it.replace(/(.{4})/g, '$1@@'))}.replaceAll("@@", "")`,
};

const block: Readonly<Record<string, (value: string) => string>> = {
  xxd: it =>
    dumped(it, (part, at) => `${address(at)}: ${groups(part.toString('hex'), 4, ' ').padEnd(39)}  ${ascii(part)}`),
  'hexdump -C': it =>
    dumped(
      it,
      (part, at) =>
        `${address(at)}  ${groups(part.subarray(0, 8).toString('hex'), 2, ' ')}  ${groups(part.subarray(8).toString('hex'), 2, ' ')}  |${ascii(part)}|`,
    ),
  hexdump: it => dumped(it, (part, at) => `${address(at, 7)} ${words(part, 16, 4)}`),
  od: it => dumped(it, (part, at) => `${at.toString(8).padStart(7, '0')} ${words(part, 8, 6)}`),
  'od -c': it =>
    dumped(
      it,
      (part, at) =>
        `${at.toString(8).padStart(7, '0')}${[...part].map(code => (code === 10 ? '  \\n' : `   ${String.fromCharCode(code)}`)).join('')}`,
    ),
  'od -tx1': it => dumped(it, (part, at) => `${at.toString(8).padStart(7, '0')} ${[...part].map(hex).join(' ')}`),
  'xxd -i': it =>
    `unsigned char data[] = {\n  ${groups(
      each(it, code => `0x${hex(code)}, `),
      72,
      '\n  ',
    )}\n};`,
  'a letter a line': it => [...it].join('\n'),
  'a number a line': it => each(it, String, '\n'),
  uuencode: uuencoded,
  'base64 over lines': it => groups(bytes(it).toString('base64'), 20, '\n'),
  'hex over lines': it => groups(bytes(it).toString('hex'), 32, '\n'),
  'shell continuation': it => cut(it, 3).join('\\\n'),
  'YAML folded': it => `value: >-\n  ${cut(it, 3).join('\n  ')}`,
  'YAML literal': it => `value: |\n    ${cut(it, 2).join('\n    ')}`,
  'YAML quoted, broken': it => `value: "${cut(it, 3).join('\\\n    ')}"`,
  'variables added': it =>
    `${cut(it, 2)
      .map((part, i) => `const part${i} = ${quote(part)};`)
      .join('\n')}\nconst all = part0 + part1;`,
  'variables in a template': it =>
    `${cut(it, 2)
      .map((part, i) => `const part${i} = ${quote(part)};`)
      .join('\n')}\nconst all = \`\${part0}\${part1}\`;`,
  'variables formatted': it =>
    `${cut(it, 2)
      .map((part, i) => `part${i} = ${quote(part)}`)
      .join('\n')}\nall = "{}{}".format(part0, part1)`,
  'prefix apart': it => `prefix = '${it.slice(0, 4)}'\nrest = '${it.slice(4)}'\nvalue = f"{prefix}{rest}"`,
  'shell variables': it =>
    `${cut(it, 3)
      .map((part, i) => `P${i}='${part}'`)
      .join('\n')}\nexport ALL="$P0$P1$P2"`,
  appended: it =>
    `s = ""\n${cut(it, 3)
      .map(part => `s += ${quote(part)}`)
      .join('\n')}`,
  'echo -e': it => `echo -e "${each(it, code => `\\x${hex(code)}`)}"`,
  'printf octal': it => `printf '${each(it, code => `\\${code.toString(8)}`)}'`,
  'echo | base64 -d': it => `echo ${bytes(it).toString('base64')} | base64 -d`,
  'echo | rev': it => `echo '${backwards(it)}' | rev`,
  "tr 'A-Za-z' 'N-ZA-Mn-za-m'": it => `echo '${rotate(it, 13)}' | tr 'A-Za-z' 'N-ZA-Mn-za-m'`,
  'as a column': it => [...it].map((unit, i) => `${i},${unit}`).join('\n'),
  'as indexed letters': it => [...it].map((unit, i) => `k[${i}] = '${unit}';`).join('\n'),
};

const all = (ways: Readonly<Record<string, (value: string) => string>>, form: Way['form']): Way[] =>
  Object.entries(ways).map(([how, write]) => ({ how, write, form }));

/** Every form of a value from which a reader, or a model, can read it back. */
export const ways: readonly Way[] = [...all(text, 'text'), ...all(expression, 'expression'), ...all(block, 'block')];
