import assert from 'node:assert/strict';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { sample } from '../../../src/core/detectors/sample';
import { createGuard } from '../../../src/core/guard';
import { createVault, restore } from '../../../src/core/placeholders';
import { createPolicy } from '../../../src/core/policy';
import { createScanner } from '../../../src/core/scan';

const fingerprint = (detector: string, value: string) => `${detector}=${value}`;
const scanner = createScanner({ fingerprint });

const secrets = [
  'ghp_{alnum:30}{crc62:6}',
  'AKIA{base32:16}',
  'glpat-{alnum:20}',
  'xoxb-{digit:12}-{digit:12}-{alnum:24}',
  'sk-ant-api03-{alnum:93}AA',
  'npm_{alnum:30}{crc62:6}',
];

/** Ways to hide a secret; where it is not all of the text, ‹…› marks what must be replaced. */
type Hide = (secret: string, random: (below: number) => number) => string;

const bytes = (secret: string) => Buffer.from(secret);
const each = (secret: string, write: (code: number) => string) =>
  Array.from(secret, letter => write(letter.charCodeAt(0))).join('');
const hexOf = (code: number, digits = 2) => code.toString(16).padStart(digits, '0');
const config = (secret: string) => `# settings\nNAME=shop\nGITHUB_TOKEN=${secret}\nPORT=3000\n`;

/** The secret in pieces at random places, so many as given. */
function cut(secret: string, count: number, random: (below: number) => number): string[] {
  const places = Array.from({ length: count - 1 }, () => 1 + random(secret.length - 1)).sort((a, b) => a - b);
  return [0, ...places].map((from, i) => secret.slice(from, places[i])).filter(it => it !== '');
}

const joinedBy =
  (between: string, count = 2): Hide =>
  (secret, random) =>
    `"‹${cut(secret, count, random).join(between)}›"`;

const encodings: Readonly<Record<string, Hide>> = {
  'in base64': it => bytes(it).toString('base64'),
  'in base64 for URLs': it => bytes(`${it}??>>`).toString('base64url'),
  'in base64 of base64': it => bytes(bytes(it).toString('base64')).toString('base64'),
  'in base64 of a file': it => bytes(config(it)).toString('base64'),
  'in base64 of JSON': it => bytes(JSON.stringify({ auth: { token: it } })).toString('base64'),
  'in base64 of a file with letters beyond ASCII': it => bytes(`{"naïve café": "${it}"}`).toString('base64'),
  'in base64 with a byte-order mark': it => bytes(`\ufeff${config(it)}`).toString('base64'),
  'in base64 of UTF-16': it => Buffer.from(`$env:TOKEN='${it}'`, 'utf16le').toString('base64'),
  'in base64 of gzip': it => gzipSync(config(it)).toString('base64'),
  'in base64 of zlib': it => deflateSync(config(it)).toString('base64'),
  'in base64 of base64 of gzip': it => bytes(gzipSync(config(it)).toString('base64')).toString('base64'),
  'in hexadecimal': it => bytes(it).toString('hex'),
  'in hexadecimal, in capitals': it => bytes(config(it)).toString('hex').toUpperCase(),
  'in hexadecimal after 0x': it => `0x‹${bytes(it).toString('hex')}›`,
  'in base64 after an escaped line end': it => `\\n‹${bytes(config(it)).toString('base64')}›`,
  'percent-encoded': it => each(it, code => `%${hexOf(code)}`),
  'percent-encoded here and there': it =>
    it.replace(/[_-]/g, sign => `%${hexOf(sign.charCodeAt(0))}`).replace(/[A4a]/, x => `%${hexOf(x.charCodeAt(0))}`),
  'percent-encoded twice': it => each(it, code => `%25${hexOf(code)}`),
  'in \\x escapes': it => each(it, code => `\\x${hexOf(code)}`),
  'in \\u escapes': it => each(it, code => `\\u${hexOf(code, 4)}`),
  'in \\u{} escapes': it => each(it, code => `\\u{${hexOf(code)}}`),
  'in octal escapes': it => each(it, code => `\\${code.toString(8).padStart(3, '0')}`),
  'in escapes of escapes': it => each(it, code => `\\\\u${hexOf(code, 4)}`),
  'in character references': it => each(it, code => `&#${code};`),
  'in hexadecimal character references': it => each(it, code => `&#x${hexOf(code)};`),
  'escaped here and there': it => it.replace(/[_A4a-]/g, letter => `\\u${hexOf(letter.charCodeAt(0), 4)}`),
  'added up': joinedBy('" + "'),
  'added up over lines': joinedBy('" +\n    "', 3),
  'joined by a point': joinedBy('" . "'),
  'joined by Lua': joinedBy('" .. "'),
  'joined by Visual Basic': joinedBy('" & _\r\n    "'),
  'joined by SQL': joinedBy('" || "'),
  'in literals side by side': joinedBy('" "', 3),
  'in literals below each other': joinedBy('"\n    "', 3),
  'in literals that touch': joinedBy('""'),
  'in literals of macros': joinedBy('" \\\n    "'),
  'over a continued line': joinedBy('\\\n'),
  'in template pieces': joinedBy('"}${"'),
  'in a template': it => `\`‹${it.slice(0, 5)}\${'${it.slice(5, 12)}'}${it.slice(12)}›\``,
  'in literals of the shell': it => `'‹${it.slice(0, 5)}''${it.slice(5, 9)}'"${it.slice(9)}›"`,
  'joined from a list': (it, random) => `["‹${cut(it, 3, random).join('", "')}›"].join("")`,
  'joined from a list in Python': (it, random) => `''.join(['‹${cut(it, 4, random).join("', '")}›'])`,
  'with zero-width spaces': (it, random) => cut(it, 4, random).join('\u200b'),
  'with a soft hyphen': (it, random) => cut(it, 2, random).join('\u00ad'),
  'with a terminal’s colours': (it, random) => cut(it, 2, random).join('\x1b[01;31m\x1b[K'),
  'in UTF-16 read as bytes': it => `${[...it].join('\0')}`,
  'in full-width letters': it =>
    each(it, code =>
      /[A-Za-z0-9_-]/.test(String.fromCharCode(code)) ? String.fromCharCode(code + 0xfee0) : String.fromCharCode(code),
    ),
};

/** A text over lines as mail programs, `base64` and people break it; each line but the first begins with `lead`. */
const inLines = (text: string, width: number, lead = '', end = '\n') =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(end + lead);

const blob = (secret: string) => bytes(config(secret).repeat(3)).toString('base64');

/** These need a long text: of two short lines nobody can say whether they belong together. */
const lineWays: Readonly<Record<string, Hide>> = {
  'over a soft line break': it => `‹${inLines(it, 24, '', '=\r\n')}›`,
  'over a hard wrap': it => `Your token is ‹${inLines(it, 24)}›`,
  'over a quoted wrap': it => `> Your token is\n> ‹${inLines(it, 30, '> ')}›\n> the end`,
  'over a wrapped comment': it => `  // the token is\n  // ‹${inLines(it, 24, '  // ')}›\n`,
  'over the lines of a diff': it => `+TOKEN=‹${inLines(it, 24, '+')}›\n+\n`,
  'over numbered lines': it => `  9  \n 10  ‹${inLines(it, 24, ' 11  ')}›\n`,
  'in lines of base64': it => `‹${inLines(blob(it), 76)}›\n`,
  'in lines of base64, CRLF': it => `‹${inLines(blob(it), 64, '', '\r\n')}›`,
  'in indented lines of base64': it => `data:\n  file: |\n    ‹${inLines(blob(it), 64, '    ')}›\nnext: 1\n`,
  'in commented lines of base64': it => ` * ‹${inLines(blob(it), 60, ' * ')}›\n */`,
  'in quoted lines of base64': it => `> ‹${inLines(blob(it), 60, '> ')}›\n`,
  'in a diff of base64': it => `+‹${inLines(blob(it), 60, '+')}›\n`,
  'in base64 with escaped line ends': it => `"‹${inLines(blob(it), 60, '', '\\n')}›"`,
  'in base64 of added literals': it => `"‹${inLines(blob(it), 60, '    "', '" +\n')}›"`,
  'in base64 of gzip in lines': it => `‹${inLines(gzipSync(config(it)).toString('base64'), 64)}›\n`,
};

const contexts: Readonly<Record<string, (hidden: string) => string>> = {
  alone: it => it,
  'in a line': it => `data: ${it}\nnext line`,
  'in JSON': it => `{"x":"${it.replace(/^"|"$/g, '')}","y":1}`,
  'in code': it => `  const value = ${it.startsWith('"') ? it : `"${it}"`}; // it\n`,
  'in a file': it =>
    `${'let x = compute(1, 2);\n'.repeat(40)}x = "${it.replace(/^"|"$/g, '')}"\n${'// a comment\n'.repeat(9)}`,
};

describe('a hidden secret', () => {
  for (const [way, hide] of Object.entries(encodings)) {
    it(`is found and comes back: ${way}`, function () {
      this.timeout(60_000);
      const cases = fc.record({
        template: fc.constantFrom(...secrets),
        seed: fc.nat(1_000_000),
        context: fc.constantFrom(...Object.keys(contexts)),
        places: fc.infiniteStream(fc.nat(1_000_000)),
      });
      fc.assert(
        fc.property(cases, ({ template, seed, context, places }) => {
          const secret = sample(template, seed);
          // A few samples look like fillers or like words, which are possible at most.
          fc.pre(scanner.scan(secret).findings.some(({ tier }) => tier !== 'possible'));
          const marked = hide(secret, below => (places.next().value as number) % below);
          const whole = marked.includes('‹') ? marked : `‹${marked}›`;
          const text = (contexts[context] as (it: string) => string)(whole);
          isFound(text.indexOf('‹'), text.indexOf('›') - 1, text.replace(/[‹›]/g, ''), secret);
        }),
        { numRuns: 30 },
      );
    });
  }
});

describe('a secret over lines', () => {
  for (const [way, hide] of Object.entries(lineWays)) {
    it(`is found and comes back: ${way}`, () => {
      for (const [seed, template] of secrets.entries()) {
        const secret = sample(template, seed);
        if (secret.length < 40) continue;
        const whole = hide(secret, () => 1);
        isFound(whole.indexOf('‹'), whole.indexOf('›') - 1, whole.replace(/[‹›]/g, ''), secret);
      }
    });
  }
});

function isFound(start: number, end: number, text: string, secret: string): void {
  const { findings, faults } = scanner.scan(text);
  assert.deepEqual(faults, []);
  const found = findings.find(it => it.start <= start && it.end >= end);
  assert.ok(found, `nothing over ${start}-${end}: ${findings.map(it => `${it.detector} ${it.start}-${it.end}`)}`);
  assert.ok(found.fingerprint.endsWith(`=${secret}`), 'another fingerprint than that of the secret itself');
  const vault = createVault();
  const policy = createPolicy([], '2026-01-01');
  const guard = createGuard({ scanner, vault, policy: () => policy, audit: () => undefined });
  const safe = guard.pass(text, { channel: 'model', destination: { kind: 'model', name: 'any/one' } }).text;
  assert.ok(!safe.includes(text.slice(start, end)), 'it went out');
  assert.equal(restore(safe, vault), text);
}

describe('a hidden secret in a long text', () => {
  it('is found once, wherever it stands', () => {
    const hidden = bytes(config(sample('ghp_{alnum:30}{crc62:6}', 2)).repeat(60)).toString('base64');
    for (const before of [2 ** 20 - hidden.length - 1, 2 ** 20 - 4000, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1]) {
      const text = `${'let x = 1;\n'.repeat(before / 11)}${' '.repeat(before % 11)}${hidden}\n${'let y = 2;\n'.repeat(99_999)}`;
      assert.deepEqual(
        scanner.scan(text).findings.map(({ start, end }) => [start, end]),
        [[before, before + hidden.length]],
      );
    }
  });
});

describe('what only looks like a hidden secret', () => {
  const token = sample('ghp_{alnum:30}{crc62:6}', 4);
  const key = sample('sk_live_{alnum:24}', 5);
  const harmless: Readonly<Record<string, string>> = {
    'a message in pieces': '"The token is " + name + "; the password: " + "is missing1234"',
    'a list of words': `["${Array.from({ length: 30 }, (_, i) => `word${i}`).join('", "')}"].join(" ")`,
    'paths joined': '["src", "core", "detectors12345", "token"].join("/")',
    'hashes on lines': Array.from({ length: 20 }, (_, i) => sample('{hex:64}', i)).join('\n'),
    'a picture in base64': `data:image/png;base64,iVBORw0KGgo${sample('{base64:400}', 5).repeat(3)}`,
    'a picture over lines': inLines(`R0lGODlh${sample('{base64:400}', 6).repeat(5)}`, 76),
    'a certificate': `-----BEGIN CERTIFICATE-----\n${inLines(`MIID${sample('{base64:800}', 7)}`, 64)}\n-----END CERTIFICATE-----`,
    'a source map': `"mappings":"${'AAAA,SAASA,IAAI,CAACC,GAAG;AACjB,'.repeat(60)}"`,
    'integrity of packages': `"integrity": "sha512-${bytes(sample('{alnum:64}', 1)).toString('base64')}"`,
    'letters in escapes': '"\\u0068\\u0065\\u006c\\u006c\\u006f\\u0020\\u0077\\u006f\\u0072\\u006c\\u0064"',
    'an address, encoded': 'https%3A%2F%2Fexample.com%2Fcallback%3Fcode%3D1234567890%26state%3Dabc',
    'markup in JSON': '"\\u003ca href=\\u0022/login?next=%2Fhome\\u0022\\u003e&nbsp;&amp;\\u003c/a\\u003e"',
    'a config in base64': bytes('NAME=shop\nTOKEN=${TOKEN}\nPASSWORD=\nPORT=3000\n').toString('base64'),
    'gzip of nothing': gzipSync('nothing that matters, '.repeat(40)).toString('base64'),
    'imports below each other': 'import (\n\t"github.com/acme/token123"\n\t"github.com/acme/secret456"\n)',
    'words over lines': 'a list of identifiers: someIdentifierOf1\nanotherIdentifierOf2\nand_yet_another_one_3\n',
  };
  for (const [what, text] of Object.entries(harmless)) {
    it(`is left alone: ${what}`, () => {
      const seen = scanner.scan(text).findings.filter(({ tier }) => tier !== 'possible');
      assert.deepEqual(
        seen.map(({ detector, reason }) => [detector, reason]),
        [],
      );
    });
  }

  it('does not stretch a whole token over the next line', () => {
    for (const [text, end] of [
      [`${key}\nnext_line_goes_on12\n`, key.length],
      [`${key}\n${token}\n`, key.length],
      [`# ${key}\n# ${token}\n`, key.length + 2],
    ] as const)
      assert.equal(scanner.scan(text).findings[0]?.end, end);
  });
});

describe('a scan after an edit', () => {
  it('finds what stands hidden as a full scan does', function () {
    this.timeout(120_000);
    const all = { ...encodings, ...lineWays };
    const hits = Object.values(all).map((hide, seed) =>
      hide(sample(secrets[seed % secrets.length] as string, seed), below => (seed * 7) % below).replace(/[‹›]/g, ''),
    );
    const part = fc.tuple(fc.constantFrom(...hits), fc.nat(60)).map(([hit, by]) => hit.slice(0, hit.length - by));
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...hits) },
      { weight: 2, arbitrary: part },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          '\n',
          ' ',
          '"',
          '" + "',
          '\\n',
          '%41',
          '\\x41',
          '\\',
          '=\n',
          'ab3',
          '&#65;',
          '\0',
          '\u200b',
        ),
      },
      { weight: 1, arbitrary: fc.nat(30_000).map(length => 'let x = 1;\n'.repeat(length / 11)) },
      { weight: 1, arbitrary: fc.nat(20_000).map(length => 'QUJD'.repeat(length / 4)) },
      { weight: 1, arbitrary: fc.nat(20_000).map(length => '\\x41'.repeat(length / 4)) },
    );
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.oneof(fc.nat(3), fc.nat(300)),
      insert: fc.oneof(fc.constant(''), piece),
    });
    const texts = fc.array(piece, { maxLength: 40 }).map(parts => parts.join(''));
    fc.assert(fc.property(texts, fc.array(edit, { minLength: 1, maxLength: 3 }), rescanEqualsScan), { numRuns: 80 });
  });
});

function rescanEqualsScan(text: string, changes: { at: number; remove: number; insert: string }[]): void {
  let before = text;
  let result = scanner.scan(before);
  for (const { at, remove, insert } of changes) {
    const start = Math.floor(at * before.length);
    const oldEnd = Math.min(before.length, start + remove);
    const after = before.slice(0, start) + insert + before.slice(oldEnd);
    result = scanner.rescan(after, result, { start, oldEnd, newEnd: start + insert.length });
    assert.deepEqual(result, scanner.scan(after));
    before = after;
  }
}
