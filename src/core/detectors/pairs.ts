import { judge } from '../judge/judge';
import { judgePlaced } from '../judge/judgePlaced';
import { judgeTold } from '../judge/judgeTold';
import { judgeValue } from '../judge/judgeValue';
import type { Span } from '../model';
import type { Detector, Match, Verdict } from './detector';
import { backOverKey } from './keyUnits';
import { placed } from './placed';

/** What may stand between the name and the value of a pair: further fields that are short. */
const fields = String.raw`(?:(?:\s|\\n){0,40}\\?"\w{1,16}\\?"\s?:\s?(?:\\?"[^"\n]{0,60}\\?"|\w{1,12}),?){0,4}(?:\s|\\n){0,40}\\?`;
const given = String.raw`"value\\?"\s{0,2}:\s{0,2}\\?"[^"\n]{4,2060}"`;
const name = String.raw`\\?"(?:name|key|header|field|variable|id)\\?"\s?:\s?\\?"`;

/** Secrets whose name stands in a field, an attribute or an argument of its own, before the value or behind it. */
export const pairs: readonly Detector[] = [
  {
    ...placed('paired-value', 'secret of a pair', {
      at: ['"value":', '"value" :', '"value\\":', '"value\\" :'],
      pattern: new RegExp(
        String.raw`"value\\?"\s{0,2}:\s{0,2}\\?"(?:[\w-]{1,40}=(?=[^"\n]{16}))?(?<secret>[^"\s\\]{4,2000})\\?"(?:(?<=${name}(?<before>[^"\\\n]{2,80})\\?"\s?,${fields}${given})|(?=\s{0,4},${fields}${name}(?<behind>[^"\\\n]{2,80})\\?")|(?<=\\?"(?<owner>[\w.-]{2,80})\\?"\s?:\s?\{${fields}${given}))`,
        'i',
      ),
      says: '',
      hits: [
        '[{"key": "X-Api-Key", "value": "‹{alnum:30}7a›", "type": "text"}]',
        '{"name":"password","type":"string","value":"‹{alnum:9}7a›"}',
        '{\n  "value": "‹{alnum:30}7a›",\n  "key": "api_token"\n}',
        '{"outputs":{"db_password":{"sensitive":true,"value":"‹{alnum:9}7a›"}}}',
        '{"name":"authorization","value":"‹{alnum:40}7a›"}',
      ],
      misses: [
        '{"key": "Content-Type", "value": "application/{alnum:9}7a"}',
        '{"name":"password","type":"string","value":"{{password}}"}',
        '{"value":"{alnum:30}7a","key":"etag"}',
        '{"name":"password_hint","value":"{alnum:9}7a"}',
      ],
    }),
    accept: judgePair,
  },
  {
    ...placed('element-secret', 'secret of an element', {
      at: ['password', 'passwd', 'passphrase', 'secret', 'token', 'apikey', 'accesskey', '<pwd', ':pwd', '"><value>'],
      pattern:
        /(?:(?:(?<=<(?:[\w.-]{1,30}:)?(?<head>[\w.-]{0,30}))(?<tag>[\w.-]{3,40})(?:\s[^<>]{1,200})?>|(?<=\s(?:name|key|id)=\\?"(?<owner>[\w .-]{2,60})(?:\\?"[^<>]{1,80})?\\?)"><value>)(?:\s|\\[nrt]){0,40}(?:<!\[CDATA\[)?(?:\s|\\[nrt]){0,20})(?<secret>(?:(?!\]\]>)[^<\s\\]){4,400})(?:\s|\\[nrt]){0,20}(?:\]\]>)?(?:\s|\\[nrt]){0,40}<\//i,
      says: '',
      hits: [
        '<password><![CDATA[‹{alnum:9}7a›]]></password>',
        '<Password>\n  ‹{alnum:9}7a›\n</Password>',
        '<wsse:Password Type="http://{lower:6}.org/x#PasswordText">‹{alnum:9}7a›</wsse:Password>',
        '<setting name="ApiSecret" serializeAs="String"><value>‹{alnum:30}7a›</value></setting>',
      ],
      misses: [
        '<password type="string">required</password>',
        '<token kind="identifier">someIdentifier2</token>',
        '<PasswordHint lang="en">{alnum:9}7a</PasswordHint>',
        '<setting name="Title" serializeAs="String"><value>{alnum:9}7a</value></setting>',
      ],
    }),
    glance: endsOpening,
    accept: judgeElement,
  },
  {
    ...placed('field-after', 'secret of a header', {
      at: ['forhttpheaderfield:', 'where name', 'where `name', 'where key', 'where `key', 'where "key', 'where "name'],
      pattern:
        /(?<=(?:set|add)Value[:(]\s{0,2}@?\\?"(?<secret>[^"\n\\]{8,400})\\?",?\s{1,40})forHTTPHeaderField:\s{0,2}@?\\?"(?<key>[\w-]{2,60})\\?"|(?<=set\s{1,4}[`"]?\w{0,12}val(?:ue)?[`"]?\s{0,2}=\s{0,2}'(?<set>[^'\n]{4,400})'\s{1,10})where\s[`"]?(?:name|key)[`"]?\s{0,2}=\s{0,2}'(?<where>[\w.-]{2,60})'/i,
      says: '',
      hits: [
        'request.setValue("‹{alnum:30}7a›", forHTTPHeaderField: "X-Api-Key")',
        '[request setValue:@"‹{alnum:30}7a›" forHTTPHeaderField:@"X-Api-Key"];',
        "UPDATE config SET value = '‹{alnum:9}7a›' WHERE name = 'db_password';",
      ],
      misses: [
        'request.setValue("application/json", forHTTPHeaderField: "Content-Type")',
        'request.setValue(token, forHTTPHeaderField: "X-Api-Key")',
        "UPDATE config SET value = '{alnum:9}7a' WHERE name = 'title';",
      ],
    }),
    accept: judgeField,
  },
  {
    ...placed('cookie-value', 'value of a cookie', {
      at: [
        'cookie:',
        'cookie",',
        "cookie',",
        'cookie":',
        "cookie':",
        'cookie\\":',
        'cookie = ',
        'curl -b ',
        '--cookie ',
        'cookies":',
        'cookie\\"',
      ],
      pattern:
        /(?:(?:set-)?cookies?\\?["']?\s{0,2}[:=,]\s{0,2}|curl -b\s|--cookie\s)(?:\\?["'](?:value\\?["']:\s?\\?["'])?)?(?<secret>[^\n\r"'`\\]{18,4000})/i,
      says: '',
      hits: [
        'Cookie: sid=‹{alnum:30}7a›',
        'Set-Cookie: SID=‹{alnum:30}7a›; HttpOnly; Secure',
        'curl -b "acme_sess=‹{hex:32}›" https://{lower:6}.com',
        '{"name":"Cookie","value":"theme=dark; auth=‹{alnum:30}7a›"}',
      ],
      misses: [
        'Cookie: _ga=GA1.2.{digit:9}.{digit:10}; theme=dark',
        'Set-Cookie: sid=; expires=Thu, 01 Jan 1970 00:00:00 GMT',
        'cookie: consent_accepted_version=necessary-statistics-marketing',
        'Cookie: __utma={digit:9}.{digit:10}.{digit:10}',
      ],
    }),
    accept: judgeCookies,
  },
  {
    ...placed('login-pair', 'user and password', {
      at: [
        'auth:',
        'auth =',
        'auth=',
        'auth"',
        "auth'",
        'auth\\"',
        'credentials',
        'creds',
        'userpwd',
        'userpass',
        'login',
        '"-u", "',
        "'-u', '",
        '"-u\\", ',
        '--auth ',
        '-a ',
      ],
      pattern:
        /(?:(?:auth|credentials?|creds|userpwd|userpass|login)\\?["']?\s{0,3}(?:=>|:=|[:=])\s{0,3}\\?["']|\\?["']-u\\?["'],\s{0,2}\\?["']|--auth[ =]|(?<=\bhttps? )-a )(?<user>[A-Za-z][\w.@+-]{1,60}):(?<secret>[^\s"'`\\<>{}$:/][^\s"'`\\<>{}$]{4,100})(?=\\?["']|\s|$)/i,
      says: '',
      hits: [
        'auth = "bob:‹{alnum:9}7a›"',
        'subprocess.run(["curl", "-u", "bob:‹{alnum:9}7a›", url])',
        'http --auth bob:‹{alnum:9}7a› https://x',
        "credentials: 'bob:‹{alnum:9}7a›',",
      ],
      misses: [
        'auth = "user:password"',
        "auth: 'basic:required'",
        'login: "urn:uuid"',
        'auth = "{scheme}:{alnum:9}7a"',
      ],
    }),
    accept: ({ value }) =>
      judgeTold(value) === undefined ? undefined : judgePlaced(value, "it follows a user's name and a colon", 'none'),
  },
];

function judgePair({ text, start, end, groups, value, source }: Match): Verdict | undefined {
  const key = groups.before ?? groups.behind ?? groups.owner ?? '';
  if (/^cookie$/i.test(key)) return undefined;
  if (isTracking.test(key) || (/^session$/i.test(key) && uuid.test(value))) return undefined;
  if (/^(?:sid|auth|session|jwt|[\w.-]{0,24}(?:sess(?:ion)?|auth|sid))$/i.test(key))
    return value.length >= 16 && judgeValue(value).shape === 'random'
      ? { reason: 'whoever has it is taken for its user' }
      : undefined;
  return judgeFor(key, text, { start, end }, source?.path);
}

/** An element's name has a bracket or a prefix before it. */
function endsOpening(text: string, at: number): boolean {
  const before = text.charCodeAt(backOverKey(text, at) - 1);
  return before === 60 || before === 58 || text.charCodeAt(at) === 34;
}

function judgeElement({ text, start, end, groups, source }: Match): Verdict | undefined {
  const key = groups.owner ?? `${groups.head ?? ''}${groups.tag ?? ''}`;
  return judgeFor(key, text, { start, end }, source?.path);
}

function judgeField({ text, at, groups, source }: Match): Verdict | undefined {
  const value = groups.secret ?? groups.set ?? '';
  const start = text.lastIndexOf(value, at);
  return judgeFor(groups.key ?? groups.where ?? '', text, { start, end: start + value.length }, source?.path);
}

function judgeFor(key: string, text: string, { start, end }: Span, path: string | undefined): Verdict | undefined {
  const assignment = {
    key: key.replaceAll(' ', '_'),
    keyStart: start,
    operator: '=',
    quote: '"',
    start,
    end,
    fallback: false,
  };
  return judge(assignment, text, path);
}

/** Each cookie that nobody made up, but for those that only count visitors. */
function judgeCookies({ value, start }: Match): Verdict | undefined {
  const found: Span[] = [];
  // What comes behind the next header's name is that one's.
  const [own = ''] = value.split(/cookie["'\\]*\s?[:=]/i, 1);
  for (const { 0: pair, 1: name = '', 2: cookie = '', index } of own.matchAll(/([\w.-]{1,60})=([^;,\s]{16,2000})/g)) {
    const bare = decoded(cookie);
    if (isTracking.test(name) || judgeValue(bare).shape !== 'random' || judgeTold(bare) !== 'strong') continue;
    const from = start + index + pair.length - cookie.length;
    found.push({ start: from, end: from + cookie.length });
  }
  const [first, ...also] = found;
  return first && { ...first, also, reason: 'whoever has the cookie is taken for its user' };
}

/** Escapes count as the letters that they stand for. */
function decoded(cookie: string): string {
  return cookie.replace(/^s%3A/i, '').replace(/%[0-9A-F]{2}/gi, '+');
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const isTracking =
  /^(?:_ga|_gid|_gat|_gcl|__utm|_fbp|_fbc|_hj|amplitude|mp_|ajs_|optimizely|optanon|cookie_?consent|consent|theme|lang|locale|etag|if-none-match|x-request-id|x-trace|traceparent|x-amz-cf-id|cf-ray|date|last-modified)/i;
