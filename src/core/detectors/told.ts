import { isCode } from '../judge/isCode';
import { judgeKey } from '../judge/judgeKey';
import { judgeTold } from '../judge/judgeTold';
import type { Source } from '../model';
import { type Detector, type Match, nearness, type Verdict } from './detector';
import { hasRun } from './hasRun';
import { isRemark } from './isRemark';
import { backOverKey, isKeyUnit } from './keyUnits';

/** Secrets that people tell each other in sentences, headings, chats and comments, in any language that has a word for it. */
export const told: readonly Detector[] = [
  {
    ...telling(
      'told-password',
      'password in a text',
      true,
      'password|passwd|passphrase|passcode|smtp pass|admin pass|root pass|user pass|db pass|wi-fi key|wifi key|wlan key|psk|pwd|pw |pw?|pw:|passwort|kennwort|mot de passe|contraseña|contrasena|contrasenya|senha|wachtwoord|lösenord|losenord|passord|adgangskode|kodeord|salasana|hasło|haslo|heslo|jelszó|jelszo|parola|parolă|şifre|sifre|lozinka|geslo|slaptažod|parool|mật khẩu|kata sandi|пароль|пароля|лозинка|парола|κωδικός|κωδικο|סיסמה|סיסמא|كلمة المرور|كلمة السر|رمز عبور|पासवर्ड|পাসওয়ার্ড|รหัสผ่าน|密码|密碼|口令|パスワード|비밀번호|암호',
    ),
    hits: [
      'The password for the staging server is ‹{alnum:9}7a›.',
      'the admin password was changed to ‹{alpha:5}7!{alnum:4}› yesterday',
      'new password → ‹{alnum:9}7a›',
      'Password:\n‹{alnum:9}7a›\n',
      '## Password\n\n`‹{alnum:9}7a›`\n',
      "bob: what's the password?\neve: ‹{alnum:9}7a›\n",
      'Das Passwort lautet ‹{alnum:9}7a›',
      'パスワードは ‹{alnum:9}7a› です',
      '密码是‹{alnum:9}7a›',
      'Le mot de passe est ‹{alnum:9}7a›.',
      'Пароль от сервера: ‹{alnum:9}7a›',
      'Use ‹{alnum:9}7a› as admin password until Friday.',
      'The passphrase is ‹harbor-copper-window-lantern{digit:2}›.',
    ],
    misses: [
      'The password must have 8 characters and is hashed with SHA256.',
      'The password is stored in config/secrets.yml',
      'Password: required\n',
      'password is invalid',
      'passwords are hashed with pbkdf2_sha256 in 12 rounds',
      'The password for the user is sent by e-mail.',
      'Das Passwort ist zu kurz.',
      'Password\nConfirmation\n',
      '{lower:4}7pwd{digit:2}{lower:9}\n{alnum:20}7a\n',
      'a{digit:2}psk\n{alnum:20}7a\n',
    ],
  },
  {
    ...telling(
      'told-token',
      'token in a text',
      false,
      'token|secret|api key|api_key|apikey|api-key|access key|master key|encryption key|private key|private_key|signing key|secret key|storage key|license key|admin key|write key|app key|root key|service key|session key|shared key|my key|the key|bearer|credential',
    ),
    hits: [
      'The encryption key for backups: ‹{alnum:30}7a›',
      'Access token:\n\n    ‹{alnum:30}7a›\n',
      'The client secret (‹{alnum:30}7a›) must not leak.',
      'Ann will rotate the key (currently ‹{alnum:30}7a›).',
      '$ echo $ACME_TOKEN\n‹{alnum:30}7a›\n',
      'FIXME: hardcoded token ‹{alnum:30}7a›',
      'Please use ‹{alnum:30}7a› as the staging API key until Friday.',
      'The API key for staging is ‹{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}›, for now.',
    ],
    misses: [
      'the token of commit {hex:40}',
      'The token count {alnum:30}7a was reset.',
      'The secret is kept in the vault under path/to/it',
      'token_url\nhttps://{lower:8}.com/{alnum:20}',
      'GOOGLE_API_KEY: SECRET_GOOGLE_API_KEY_8\nmerge_base: {hex:40}\nOPENAI_KEY: SECRET_OPENAI_KEY_2\n{hex:39}x\n',
      'The API key for the request {hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}',
    ],
  },
];

function telling(name: string, title: string, isPassword: boolean, words: string) {
  return {
    id: `secret/${name}` as const,
    title,
    severity: 'warning' as const,
    tier: 'possible' as const,
    boundary: 'none' as const,
    judged: true,
    keywords: words.split('|'),
    // Words are shorter than what they tell of.
    glance: (text: string, at: number, source: Source | undefined) =>
      mayTell(text, at) && (isPassword || hasRun(text, at, nearness, 12) || mayBeToldBefore(text, at, source)),
    // What follows is read by hand, because the words between may be any.
    pattern: new RegExp(`(?:${words.replaceAll('?', '\\?')})`, 'i'),
    accept: (match: Match) => judgeSentence(match, isPassword),
  };
}

function mayBeToldBefore(text: string, at: number, source: Source | undefined): boolean {
  return !isCode(source?.path) && hasRun(text, Math.max(0, at - 300), 300 - 12, 12);
}

/** A blank, a mark or a line's end behind the word: what code has behind a name mostly is none of these. */
function mayTell(text: string, at: number): boolean {
  const end = overWord(text, at);
  if (isWithinId(text, at, end)) return false;
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (code >= 128) return true;
  if (code === 32) return next !== 61 && next !== 124;
  if (code === 58 || code === 63) return next === 32 || next === 10 || next === 13 || next === 42 || next === 92;
  if (code === 34 || code === 39 || code === 96 || code === 42 || code === 95 || code === 93) return next !== 44;
  return code === 10 || code === 13 || code === 9 || code === 92;
}

/** Letters that look like `pwd` amid the letters and digits of an id. */
function isWithinId(text: string, at: number, end: number): boolean {
  const word = text.slice(at, at + 3);
  if (!/^p(?:wd|sk)$/i.test(word)) return false;
  if (!/^(?:p[a-z]+|P[a-z]+|[A-Z]+)$/.test(word)) return true;
  const before = /[A-Za-z\d]*$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  const behind = /^[A-Za-z\d]*/.exec(text.slice(at + 3, end))?.[0] ?? '';
  // `dbpwd`, `dbPwd`, `\nPwd`, `pwds`, `pwd2`
  if (!/^(?:[nrt]?|[a-z]{1,8}|[A-Z]{1,8}|[A-Za-z]{1,20}[a-z])$/.test(before) || !/^s?\d?$/i.test(behind)) return true;
  const around = /[\w-]*$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  const turns = (around + text.slice(at, end)).match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)|[a-z][A-Z]{2}[a-z]/g);
  return (turns?.length ?? 0) >= 3;
}

/** Ideographs run into the words behind them. */
function overWord(text: string, at: number): number {
  let end = at;
  while (end - at < 40 && isKeyUnit(text.charCodeAt(end)) && text.charCodeAt(end) < 0x3040) end++;
  return end;
}

function judgeSentence({ text, at, value: word, source }: Match, isPassword: boolean): Verdict | undefined {
  const end = overWord(text, at + word.replace(/[ ?:]$/, '').length);
  // The border of a key in PEM is no sentence.
  if (placeholder.test(text.slice(at, end)) || border.test(text.slice(Math.max(0, at - 48), at))) return undefined;
  const inText = isRemark(text, at, source?.path);
  // Of programs, what stands behind a name on its line is no sentence.
  if (!inText && text.charCodeAt(end) === 32) return undefined;
  const key = judgeKey(text.slice(backOverKey(text, at), end));
  if (key?.about || key?.flagged) return undefined;
  const rest = text.slice(end, end + 600);
  const found = (inText ? (fitting(tight, rest) ?? fitting(ended, rest)) : undefined) ?? fitting(below, rest);
  const said = found && isTold(found, isPassword, 'mixed') ? found : inText ? firstStrong(rest, isPassword) : undefined;
  if (said) {
    const start = end + said.start;
    return { start, end: start + said.value.length, reason: 'the words before it tell it as a secret' };
  }
  return inText ? toldBefore(text, at, isPassword) : undefined;
}

/** `use … as the password`: what stands before the word, with nothing but words between. */
function toldBefore(text: string, at: number, isPassword: boolean): Verdict | undefined {
  const from = Math.max(0, at - 320);
  // Of most sentences their last words tell, before each of their words is tried.
  if (!linked.test(text.slice(Math.max(0, at - 120), at))) return undefined;
  const found = before.exec(text.slice(from, at));
  const value = found?.groups?.secret;
  if (!found || value === undefined || !isTold({ value, start: 0, gap: '' }, isPassword, 'mixed')) return undefined;
  const start = from + found.index + (found[1] as string).length;
  return { start, end: start + value.length, reason: 'the words behind it tell it as a secret' };
}

const link = ',? (?:is|as|ist|als|est|comme|es|como|è|come|for|für|pour|para|per)(?: [\\p{L}\\d._-]{1,20}){0,5} $';
const linked = new RegExp(link, 'u');
const before = new RegExp(
  `((?:^|\\s)["'\`(“«„]{0,2})(?<secret>[^\\s"'\`*<>|{}\\\\“”«»„]{6,240})["'\`)”»]{0,2}${link}`,
  'u',
);

const border = /---- ?(?:BEGIN|END) [A-Z\d ]{0,30}$/;

/** Its words say what was taken out, and tell nothing of what comes after it. */
const placeholder = /[A-Z]_\d+$/;

interface Said {
  readonly value: string;
  readonly start: number;
  /** What stands between the word and the value. */
  readonly gap: string;
}

const open = '["\'`*_(“«「„]{0,3}';
const close = '["\'`*_)\\]”»」]{0,4}';
const value = '(?<secret>[^\\s"\'`<>|{}\\\\“”«»「」、。，（）]{6,400})';
/** As it is, or in a string. */
const newline = '(?:\\r?\\n|(?:\\\\{1,2}r)?\\\\{1,2}n)';
const words = "(?:[ ][\\p{L}\\d.'’/@-]{1,24})";

/** What stands between a name and its value in sentences: a sign, or a word for "is" or "to". */
const signs =
  '(?:\\s?(?:：|:(?!\\d\\d)|\\|(?= )|\\?\\sA(?:nswer)?:|[-=]>|→|—|–|-(?= ))|\\s(?:is|was|are|ist|war|lautet|est|es|é|è|jest|to|er|är|on|это|=)(?: (?:now|set to|currently|still|changed to|reset to))?:?(?=[ ])|\\s?[はが是为為는은이])';

const tight = new RegExp(`^${close}${words}{0,6}?${signs}[ ]{0,3}${open}${value}`, 'u');
/** Straight behind it, at the end of the sentence. */
const ended = new RegExp(`^${close}[ \\t]{1,40}${open}${value}(?=[\\s"'\`*).,;]|$)`, 'u');
const breaks = `[ \\t#=-]{0,4}(?:${newline}[ \\t>-]{0,12}){1,3}`;
/** Alone on its line, below a heading, a label or a command; below a question behind the name of who answers. */
const below = new RegExp(
  `^(?:(?:${close}[:?]?|${words}{1,8}${close}[:?])${breaks}|${words}{0,8}${close}\\?${breaks}(?:\\[[\\d:. ]{4,20}\\][ ])?(?:[^\\n:]{1,30}:[ ]|<[\\w .-]{1,30}>[ ]))(?:it'?s |is )?${open}${value}["'\`*)]{0,3}[ \\t]{0,20}(?=${newline}|$|")`,
  'u',
);

function fitting(pattern: RegExp, rest: string): Said | undefined {
  const found = pattern.exec(rest);
  const whole = found?.groups?.secret;
  if (!found || whole === undefined) return undefined;
  const start = found[0].lastIndexOf(whole);
  return { value: withoutStops(whole), start, gap: found[0].slice(0, start) };
}

/** A full stop or a bracket behind a value is the sentence's. */
function withoutStops(value: string): string {
  const bare = value.replace(/[.,;:*_]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? withoutStops(bare.slice(0, -1)) : bare;
}

/** Any words may stand before what no word is, up to the sentence's end. */
function firstStrong(rest: string, isPassword: boolean): Said | undefined {
  const sentence = /^[^\n\\={}<>|;]{0,400}/.exec(rest)?.[0] ?? '';
  let count = 0;
  for (const { 0: word, index } of sentence.matchAll(/\S+/g)) {
    if (count++ > 8) return undefined;
    const found = opened.exec(word);
    if (found) {
      const start = index + found[0].length - (found[1] as string).length;
      const said = { value: withoutStops(found[1] as string), start, gap: rest.slice(0, start) };
      if (/[^\p{L}]/u.test(said.value) && isTold(said, isPassword, 'strong')) return said;
    }
    // A sentence ends, or a field.
    if (/[.!?]$|["'][,:]/.test(word)) return undefined;
  }
  return undefined;
}

const opened = new RegExp(`^${open}${value.replace('?<secret>', '')}`, 'u');

/** Tokens are made by machines: long, and not of the forms that ids and hashes have. */
function isTold({ value, gap }: Said, isPassword: boolean, least: 'mixed' | 'strong'): boolean {
  if (isPassword && least === 'mixed' && phrase.test(value)) return true;
  const judged = /^sha\d{1,3}[-:]/i.test(value) ? undefined : judgeTold(value);
  if (judged === undefined || (least === 'strong' && judged === 'mixed')) return false;
  if (isPassword) return least === 'mixed' || !(hashed.test(value) || about.test(gap));
  if (least === 'strong' && hashed.test(value) && value.length !== 32) return false;
  if (value.length < 16 || judged !== 'strong' || about.test(gap)) return false;
  return !uuid.test(value) || says.test(gap);
}

/** A UUID is any id, unless the sentence says that it is the key. */
const says = /^[^.\n]{0,40}(?:\b(?:is|ist|lautet|est|es)|:|=)\s?["'`“«*]{0,3}\s?$/i;
/** Four words and more, with a number: what people are told to make up. */
const phrase = /^[a-z]{3,14}(?:-[a-z]{3,14}){3,9}-?\d{1,6}$/i;
const hashed = /^[0-9a-f]{32,}$/i;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const about =
  /\bcounts?\b|\blimit\b|\busage\b|commit|hash|digest|checksum|\bids?\b|uuid|sha\d|md5|version|file|path|url|fingerprint|public|revision/i;
