import { judge } from '../judge/judge';
import { judgePlaced } from '../judge/judgePlaced';
import type { Detector, Match, Verdict } from './detector';
import { placed } from './placed';
import { readArguments } from './readArguments';

/** Secrets whose key stands apart from them in data: a column, a line above, the user's name before a colon. */
export const dataLiterals: readonly Detector[] = [
  {
    ...placed('paired-password', 'user and password in one literal', {
      at: [
        'b64encode(',
        'btoa(',
        'buffer.from(',
        'base64_encode(',
        'encodetostring(',
        'tobase64string(',
        'userpwd',
        "auth: '",
        'auth: "',
        'auth: \\"',
        'echo -n ',
      ],
      pattern:
        /(?:(?:b64encode|btoa|buffer\.from|base64_encode|encodetostring|tobase64string)\(\s?(?:\[\]byte\()?[bu]?\\?["'`]|userpwd\s?[,=]>?\s?\\?["'`]|auth: \\?["']|echo -n \\?["']?(?=[^\n|]{3,100}\|\s?(?:openssl )?(?:enc -)?base64))(?<user>[\w.@+-]{1,60}):(?<secret>[^\s"'`:/|\\$][^\s"'`:|\\]{2,80})(?=\\?["'`]|\s?\|)/i,
      says: "it follows a user's name and a colon",
      words: 'possible',
      hits: [
        "auth_ = base64.b64encode(b'‹cqzjgf:pyepzt›').decode('ascii')",
        "'Basic ' + btoa('‹bob:{alnum:9}7a›')",
        'curl -H "Authorization: Basic $(echo -n ‹bob:{alnum:9}7a› | base64)"',
        'curl_easy_setopt(curl, CURLOPT_USERPWD, "bob:‹{alnum:9}7a›");',
      ],
      misses: [
        "btoa('user:password')",
        "btoa(user + ':' + pass)",
        "Buffer.from('data:image/png;base64')",
        "auth: 'session:required'",
        "btoa('a:b')",
        'echo -n bob:{alnum:9} | tee x',
      ],
    }),
    accept: judgePair,
  },
  {
    ...placed('inserted-password', 'password of a row', {
      at: ['insert into', 'replace into'],
      pattern:
        /(?:insert|replace) into\s{1,4}[\w.`"[\]]{1,80}\s{0,4}\((?<columns>[\w\s,.`"[\]\\]{3,400})\)(?:\s|\\[nrt]){0,8}values(?:\s|\\[nrt]){0,8}\(/i,
      says: '',
      hits: [
        "INSERT INTO users (name, email, password) VALUES ('bob', 'b@{lower:5}.io', '‹{alnum:9}7a›');",
        "insert into `users` (`id`, `login`, `pass`) values (1, 'bob', '‹{alnum:9}7a›');",
        "INSERT INTO u(password,name)\nVALUES\n('‹{alnum:9}7a!›','x')",
      ],
      misses: [
        'INSERT INTO users (name, password) VALUES (?, ?);',
        "INSERT INTO users (name, city) VALUES ('bob', '{alnum:9}7a');",
        "INSERT INTO users (password) VALUES (MD5('{alnum:9}'))",
      ],
    }),
    accept: judgeRow,
  },
  {
    ...placed('exported-password', 'password of an export', {
      at: ['://'],
      pattern:
        /:\/\/[^\s,;"<>]{2,300}?\\?"?[,;\t]\\?"?(?<user>[\w.@+-]{1,80})\\?"?[,;\t]\\?"?(?<secret>[^\s",;\t\\<>{}]{4,100})(?=["',;\t\r\n\\]|$)/,
      says: '',
      hits: [
        'name,url,username,password\nacme,https://{lower:5}.io/,bob,‹{alnum:9}7a›\n',
        '"url","username","password","httpRealm"\n"https://{lower:5}.io","bob","‹{alnum:9}!7a›",""\n',
        'url,username,password,totp\nhttps://{lower:5}.io/login,bob@{lower:5}.io,‹{alnum:9}7a›,\n',
      ],
      misses: [
        'name,url,city,code\nacme,https://{lower:5}.io/,bob,{alnum:9}7a\n',
        'password, https://{lower:5}.io, a, b',
        'username,password\nhttps://{lower:5}.io/,id,name\n',
      ],
    }),
    accept: judgeExport,
  },
  placed('sql-login', 'password in a statement', {
    at: ['sp_addlogin', 'md5(', 'sha1(', 'sha2(', 'sha256('],
    pattern:
      /(?:sp_addlogin\s(?:@\w{1,20}\s?=\s?)?N?'[^'\n]{1,60}',\s{0,4}(?:@\w{1,20}\s?=\s?)?N?|(?<=pass(?:word|wd)?[`"]?\s?=\s?)(?:md5|sha1|sha2|sha256)\(\s?)'(?<secret>[^'\s\\]{3,80})'/i,
    says: 'a statement takes its password there',
    words: 'possible',
    hits: [
      "EXEC sp_addlogin 'bob', '‹{alnum:9}7a›';",
      "UPDATE users SET password = MD5('‹{alnum:9}7a›') WHERE id = 1;",
      "SET passwd=SHA1('‹{alnum:9}7a›')",
    ],
    misses: ["SELECT md5('{alnum:9}7a')", 'SET password = MD5(?)', "sp_addlogin 'bob', @password"],
  }),
  {
    ...placed('block-value', 'secret on a line of its own', {
      at: [': |', ': >', ': &', 'password:', 'password": {', 'password\\": {', '<key>'],
      pattern:
        /(?:(?<=(?<block>[\w.-]{3,60})): [|>][+-]?\d?[ \t]{0,4}(?:\r?\n|\\n|\\r\\n)[ \t]{1,40}|(?<=(?<anchor>[\w.-]{3,60})): &[\w-]{1,40}[ \t]{1,4}["']?|(?<=(?:^|\n|\\n)[ \t]{1,12}(?<parameter>\w{0,40}))password:[ \t]{0,4}(?:\r?\n|\\n|\\r\\n)(?:[ \t]{1,20}\w{3,30}:[^\n]{1,120}?(?:\n|\\n)){0,6}?[ \t]{1,20}default:[ \t]{1,4}["']?|password\\?": \{[^{}]{0,200}?"default\\?": \\?"|<key>(?<plist>[\w .-]{3,60})<\/key>(?:\s|\\[nrt]){0,20}<string>)(?<secret>[^\s"'<>\\]{4,200})(?=["'<\s\\]|$)/i,
      says: '',
      hits: [
        'password: |\n  ‹{alnum:9}7a›\nuser: x',
        'db_password: &pw ‹{alnum:9}7a›\n',
        'Parameters:\n  DBPassword:\n    Type: String\n    Default: ‹{alnum:9}7a›\n',
        '<key>APIToken</key>\n<string>‹{hex:32}›</string>',
        '"DBPassword": {"Type": "String", "Default": "‹{alnum:9}7a›"}',
      ],
      misses: [
        'script: |\n  {alnum:9}7a\n',
        'password: |\n  {alnum:9}7a\n  and another line\n',
        '<key>CFBundleIdentifier</key>\n<string>{alnum:9}</string>',
        'passwordFile: &pw {alnum:9}',
        'password:\n  min: 8\n',
      ],
    }),
    accept: judgeBlock,
  },
];

/** What is encoded for a header is a credential as a whole, user and all. */
function judgePair({ text, at, start, end, value, groups }: Match): Verdict | undefined {
  const verdict = judgePlaced(value, "it follows a user's name and a colon", 'possible');
  const whole = /^(?:userpwd|auth)/i.test(text.slice(at, at + 8)) ? start : start - 1 - (groups.user ?? '').length;
  return verdict && { ...verdict, start: whole, end };
}

/** The value that stands in the column of a password, in the first row. */
function judgeRow({ text, at, end, groups }: Match): Verdict | undefined {
  const columns = (groups.columns ?? '').split(',');
  const index = columns.findIndex(it =>
    /^[\s`"[\]\\]*(?:\w{0,20}_)?(?:password|passwd|pass|pwd|user_pass|secret|api_?key|token)[\s`"[\]\\]*$/i.test(it),
  );
  if (index < 0 || index > 7) return undefined;
  const literal = readArguments(text, end)[index]?.literal;
  const value = literal && text.slice(literal.start, literal.end);
  if (!literal || !value || /^[?:@%]|\s/.test(value) || literal.start - at > 1200) return undefined;
  const verdict = judgePlaced(value, 'its column is one of passwords', 'possible');
  return verdict && { ...verdict, start: literal.start, end: literal.end };
}

/** Browsers and managers of passwords export rows with an address, a user and a password; a line above or the file's name says so. */
function judgeExport({ text, at, value, source }: Match): Verdict | undefined {
  const above = text.slice(Math.max(0, at - 1000), at);
  const isExport = /(?:url|uri)\\?"?[,;\t]\\?"?(?:login_)?username\\?"?[,;\t]\\?"?(?:login_)?password/i.test(above);
  if (!isExport && !/(?:passw|login|lastpass|bitwarden|credential)[^/]{0,60}\.csv$/i.test(source?.path ?? ''))
    return undefined;
  return /[\d!#$%&*?@^]/.test(value) ? judgePlaced(value, 'an export has its passwords there') : undefined;
}

/** A block of one line only: text of several lines is a script or a note. */
function judgeBlock({ text, start, end, groups, source }: Match): Verdict | undefined {
  const key =
    groups.block ?? groups.anchor ?? groups.plist?.replaceAll(' ', '_') ?? `${groups.parameter ?? ''}password`;
  if (groups.block !== undefined) {
    const indent = /[ \t]*$/.exec(text.slice(Math.max(0, start - 48), start))?.[0].length ?? 0;
    const next = /^[^\S\n]*(?:\r?\n|\\n|\\r\\n)([ \t]*)(\S?)/.exec(text.slice(end, end + 80));
    if (
      !next ? end < text.length && !/^["']/.test(text.slice(end)) : (next[1] ?? '').length >= indent && next[2] !== ''
    )
      return undefined;
  }
  return judge({ key, keyStart: start, operator: '=', quote: '"', start, end, fallback: false }, text, source?.path);
}
