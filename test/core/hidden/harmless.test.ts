import assert from 'node:assert/strict';
import { allFakers, type Faker } from '@faker-js/faker';
import { findHiddenText } from '../../../src/core/hidden/findHiddenText';

const told = (text: string) => findHiddenText(text).filter(({ tier }) => tier !== 'possible');
const share = (texts: readonly string[]) => texts.filter(text => told(text).length > 0).length / texts.length;

/** All emoji that Unicode recommends, as far as they can be put together from their parts; the engine's own table sorts them out. */
function emojiSequences(): string[] {
  // Made of a text, because the engine knows the flag and the language level that is compiled for doesn't.
  const rgi = new RegExp('^\\p{RGI_Emoji}$', String.fromCharCode(118));
  const all = Array.from({ length: 0x1fb00 }, (_, point) => point)
    .filter(point => point < 0xd800 || point > 0xdfff)
    .map(point => String.fromCodePoint(point));
  const emoji = all.filter(one => /\p{Emoji}/u.test(one));
  const tones = ['', ...all.filter(one => /\p{EMod}/u.test(one))];
  const people = ['👩', '👨', '🧑'];
  const toned = people.flatMap(one => tones.map(tone => one + tone));
  const joined = emoji.flatMap(one =>
    toned.flatMap(person => [`${person}\u200d${one}`, `${person}\u200d${one}\ufe0f`]),
  );
  const bases = emoji.filter(one => /\p{Emoji_Modifier_Base}/u.test(one)).flatMap(one => tones.map(tone => one + tone));
  const gendered = bases.flatMap(one => ['♀', '♂'].map(sign => `${one}\u200d${sign}\ufe0f`));
  const couples = toned.flatMap(one =>
    toned.flatMap(other => [`${one}\u200d❤️\u200d${other}`, `${one}\u200d🤝\u200d${other}`]),
  );
  const kisses = toned.flatMap(one => toned.map(other => `${one}\u200d❤️\u200d💋\u200d${other}`));
  const families = people.flatMap(a =>
    people.flatMap(b =>
      ['👧', '👦', '🧒'].flatMap(c => [
        `${a}\u200d${c}`,
        `${a}\u200d${b}\u200d${c}`,
        ...['👧', '👦', '🧒'].map(d => `${a}\u200d${b}\u200d${c}\u200d${d}`),
      ]),
    ),
  );
  const regions = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(0x1f1e6 + at));
  const flags = regions.flatMap(one => regions.map(other => one + other));
  const lands = ['gbeng', 'gbsct', 'gbwls'].map(
    land => `🏴${[...land].map(unit => String.fromCodePoint(0xe0000 + unit.charCodeAt(0))).join('')}\u{e007f}`,
  );
  const keys = [...'0123456789#*'].map(key => `${key}\ufe0f\u20e3`);
  const others = [
    '🏳️\u200d🌈',
    '🏳️\u200d⚧️',
    '🏴\u200d☠️',
    '👁️\u200d🗨️',
    '🐈\u200d⬛',
    '🐻\u200d❄️',
    '🐦\u200d🔥',
    '🍋\u200d🟩',
    '😮\u200d💨',
    '😵\u200d💫',
    '❤️\u200d🔥',
    '⛓️\u200d💥',
    '🙂\u200d↔️',
  ];
  const signs = emoji.flatMap(one => [`${one}\ufe0f`, `${one}\ufe0e`]);
  const sequences = [...joined, ...bases, ...gendered, ...couples, ...kisses, ...families, ...flags];
  return [...sequences.filter(one => rgi.test(one)), ...lands, ...keys, ...others, ...signs];
}

const marks = ['\u200e', '\u200f'];
const around = (name: string, [open, close]: readonly [string, string]) => `${open}${name}${close}`;
const brackets: readonly [string, string][] = [
  ['\u2066', '\u2069'],
  ['\u2067', '\u2069'],
  ['\u2068', '\u2069'],
  ['\u202a', '\u202c'],
  ['\u202b', '\u202c'],
];

/** Sentences with foreign names, as writers of the languages from right to left mark them. */
function rightToLeft(faker: Faker): string[] {
  faker.seed(7);
  return Array.from({ length: 60 }, (_, at) => {
    const words = () => [faker.person.fullName(), faker.location.city(), faker.person.lastName()].join(' ');
    const name = ['C++', 'README.md', 'user_name', 'v1.2.3', '(A)', 'https://a.example/b'][at % 6] as string;
    const bracket = brackets[at % brackets.length] as [string, string];
    const marked = at % 2 === 0 ? around(name, bracket) : `${marks[at % 2]}${name}${marks[(at >> 1) % 2]}`;
    return `${words()} ${marked} ${words()}${at % 3 === 0 ? '\u200f.' : ''}\n${words()}`;
  });
}

describe('hidden text is not seen', () => {
  it('in any emoji, alone, in a row or in a sentence', () => {
    const all = emojiSequences();
    assert.ok(all.length > 3_000, `only ${all.length}`);
    for (const one of all) {
      for (const text of [one, `${one}${one}`, `Nice ${one} work`, `${one}1`, `नम${one}ता`]) {
        assert.deepEqual(told(text), [], [...text].map(unit => unit.codePointAt(0)?.toString(16)).join(' '));
      }
    }
  });

  it('in names and places of the scripts that join and stack', () => {
    for (const language of [
      'ne',
      'bn_BD',
      'ta_IN',
      'th',
      'hi',
      'ml',
      'ka_GE',
      'hy',
      'ko',
      'ja',
      'zh_CN',
      'vi',
    ] as const) {
      const faker = (allFakers as Readonly<Record<string, Faker>>)[language];
      if (!faker) continue;
      faker.seed(3);
      const texts = Array.from({ length: 50 }, () => `${faker.person.fullName()}, ${faker.location.city()}`);
      assert.equal(share(texts), 0, language);
    }
  });

  it('in joiners between letters of every script that has a use for them', () => {
    const scripts: Readonly<Record<string, string>> = {
      Deva: 'कखगनरषतम',
      Beng: 'কখগনরষতম',
      Guru: 'ਕਖਗਨਰਤਮ',
      Gujr: 'કખગનરષતમ',
      Orya: 'କଖଗନରଷତମ',
      Taml: 'கஙசநரஷதம',
      Telu: 'కఖగనరషతమ',
      Knda: 'ಕಖಗನರಷತಮ',
      Mlym: 'കഖഗനരഷതമ',
      Sinh: 'කඛගනරෂතම',
      Khmr: 'កខគនរតម',
      Mymr: 'ကခဂနရတမ',
      Arab: 'بتثنيمسش',
      Syrc: 'ܒܓܕܢܡ',
      Mong: 'ᠪᠭᠳᠨᠮ',
      Tibt: 'ཀཁགནམ',
      Java: 'ꦏꦒꦤꦩ',
      Bali: 'ᬓᬕᬦᬫ',
      Nkoo: 'ߓߕߖߣߡ',
      Adlm: '𞤀𞤁𞤂𞤃',
    };
    const virama: Readonly<Record<string, string>> = {
      Deva: '्',
      Beng: '্',
      Guru: '੍',
      Gujr: '્',
      Orya: '୍',
      Taml: '்',
      Telu: '్',
      Knda: '್',
      Mlym: '്',
      Sinh: '්',
      Khmr: '្',
      Mymr: '္',
      Java: '꧀',
      Bali: '᭄',
    };
    for (const [script, letters] of Object.entries(scripts)) {
      const all = [...letters];
      const texts = all.flatMap(one =>
        all.flatMap(other =>
          ['\u200c', '\u200d'].map(
            joiner =>
              `${one}${other}${virama[script] ?? ''}${joiner}${other}${one} ${one}${virama[script] ?? ''}${joiner}`,
          ),
        ),
      );
      assert.equal(share(texts), 0, script);
      assert.equal(share([texts.join(' ')]), 0, `${script} in one text`);
    }
  });

  it('in texts from right to left', () => {
    for (const language of ['ar', 'fa', 'he', 'ur'] as const) {
      const faker = (allFakers as Readonly<Record<string, Faker>>)[language];
      if (faker) assert.ok(share(rightToLeft(faker)) <= 0.01, language);
    }
  });

  it('in tables of encodings, which have all characters', () => {
    for (const encoding of encodings) {
      const upper = new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128));
      assert.equal(share([`  "chars": "${upper}"`, `${upper}\n`.repeat(9)]), 0, encoding);
    }
  });

  it('but in a table that says something', () => {
    const upper = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128));
    for (const hidden of ['\u{e0069}\u{e0067}', '\u200b'.repeat(20), '\u200b\u200c'.repeat(8), '\u00ad'.repeat(17)])
      assert.equal(share([upper.slice(0, 60) + hidden + upper.slice(60)]), 1);
  });
});

const encodings = [
  ...['windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256'],
  ...['windows-1257', 'windows-1258', 'windows-874', 'iso-8859-2', 'iso-8859-3', 'iso-8859-4', 'iso-8859-5'],
  ...[
    'iso-8859-7',
    'iso-8859-8',
    'iso-8859-10',
    'iso-8859-13',
    'iso-8859-14',
    'iso-8859-15',
    'koi8-r',
    'koi8-u',
    'ibm866',
  ],
  ...['macintosh', 'x-mac-cyrillic'],
];
