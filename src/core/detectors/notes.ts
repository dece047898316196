import { judge } from '../judge/judge';
import { isDummy } from '../judge/judgeDummy';
import { judgePlaced } from '../judge/judgePlaced';
import { judgeValue } from '../judge/judgeValue';
import type { Detector, Match, Verdict } from './detector';
import { looksRandom } from './looksRandom';
import { placed } from './placed';

/** Secrets that people write down for each other, and directives that give one after a blank. */
export const notes: readonly Detector[] = [
  {
    ...placed('stated-password', 'password in a note', {
      at: [
        'user/pass',
        'username/pass',
        'login/pass',
        'user/pw',
        'credentials:',
        'credentials are',
        'login with ',
        'log in with ',
      ],
      pattern:
        /(?:(?:user(?:name)?|login)\/(?:password|passwd|pass|pw)\*{0,2}\s?(?:is|are|=|:|->)\*{0,2}\s{0,3}|credentials(?::| are)\*{0,2}\s{0,3}|log ?in with\s{1,2})["'`*]{0,3}[\w.@+-]{2,60}["'`*]{0,3}\s{0,2}[/:]\s{0,2}["'`*]{0,3}(?<secret>[^\s"'`*<>|{}\\]{4,60})/i,
      says: 'a note gives it as a password',
      words: 'none',
      hits: [
        'user/pass: bob/‹{alnum:9}7a›',
        'Log in with `bob` / `‹{alnum:9}7a›`.',
        'credentials: bob / ‹{alnum:9}7a›',
      ],
      misses: [
        'user/password: admin/password',
        'credentials: user:pass',
        'log in with email/username',
        'log in with GitHub/GitLab accounts',
      ],
    }),
    accept: judgeBeside,
  },
  placed('bold-password', 'password in a note', {
    at: ['password:**', 'password**:', 'password:__', 'password:*'],
    pattern: /password(?::\*{1,2}|\*{1,2}:|:__)\s{0,3}["'`]{0,2}(?<secret>[^\s"'`*<>|{}\\]{4,60})/i,
    says: 'a note gives it as a password',
    words: 'none',
    hits: ['**Password:** `‹{alnum:9}7a›`', '- **Password**: ‹{alnum:9}7a›', '*Admin password:* ‹{alnum:9}7a›'],
    misses: ['**Password:** required', '**Password**: `<your password>`', '**Password:** the password of the user'],
  }),
  {
    ...placed('stated-token', 'token in a note', {
      at: [
        'auth token ',
        'access token ',
        'api token ',
        'bearer token ',
        'api key ',
        'secret key ',
        'access key ',
        'auth key ',
        'token is ',
        'secret is ',
      ],
      pattern:
        /(?:(?:auth|access|api|bearer) token|(?:api|secret|access|auth) key|token|secret)\s(?:is\s|was\s|of\s)?:?\s?["'`]{0,3}(?<secret>[\w+/.=-]{20,200})(?![\w+/=-])/i,
      says: '',
      hits: [
        '// Example: To set auth token ‹{hex:64}›',
        'the API key `‹{alnum:32}›` is',
        'your access token is ‹{alnum:40}›',
      ],
      misses: [
        'the auth token authentication-of-the-user-by-name',
        'api key API_KEY_OF_THE_SERVICE_2024',
        'the access token com.acme.auth.AccessTokenProvider2',
      ],
    }),
    accept: judgeStated,
  },
  {
    ...placed('nested-token', 'token in JSON within a text', {
      at: [
        'token": "{',
        'token":"{',
        'token\\": \\"{',
        'token\\":\\"{',
        'token: {',
        "token': '{",
        "token: '{",
        'token={',
        'auth": "{',
        'credentials": "{',
        'secret": "{',
      ],
      pattern:
        /(?:token|auth|credentials|secret)\\?["']?\s?[:=]\s?\\?["']?(?<secret>\{(?:[^{}\n]{0,200}?[:,]\s?)?\\{0,3}["'](?<inner>[\w+/.=-]{24,200})\\{0,3}["'][^{}\n]{0,200}\})/i,
      says: '',
      hits: [
        '"Apitoken": "‹{\\"name\\": \\"root\\", \\"sig\\": \\"{hex:32}\\"}›",',
        `-H 'Apitoken: ‹{"name":"root","sig":"{hex:32}"}›'`,
        '"X-Auth-Token":"‹{\\"sig\\":\\"{lowernum:32}\\"}›"',
      ],
      misses: [
        '"token": "{\\"name\\": \\"root\\"}"',
        "token: { type: 'string', example: 'a-word-of-some-length-here' }",
        'token: {"$ref": "#/components/schemas/AccessTokenOfUser"}',
      ],
    }),
    accept: judgeStated,
  },
  placed('directive-password', 'password of a directive', {
    at: [
      'storepassword ',
      'keypassword ',
      'insecure-password ',
      'stats auth ',
      'bindpassword ',
      'with pass "',
      ' -password ',
      ' /password:',
      ' /pass:',
      ' /pwd:',
      'x11vnc',
    ],
    pattern:
      /(?:(?:store|key|bind)password\s{1,4}|insecure-password\s{1,2}|stats auth\s{1,2}[\w.-]{1,40}:|with pass\s|\s-password\s{1,2}(?!-)|\s\/(?:password|pass|pwd):|x11vnc\s[^\n|;]{0,60}?-passwd\s)\\?["']?(?=[A-Za-z]{0,40}[^A-Za-z\s"'])(?<secret>[^\s"'`$<>{}()|;\\]{4,80})/i,
    says: 'a directive takes its password there',
    words: 'none',
    hits: [
      'storePassword "‹{alnum:9}7a›"',
      'stats auth admin:‹{alnum:9}7a›',
      'Connect-VIServer -Server x -User bob -Password ‹{alnum:9}7a›',
      'wmic /node:x /user:bob /password:‹{alnum:9}7a›',
      'AuthLDAPBindPassword "‹{alnum:9}7a›"',
    ],
    misses: [
      'storePassword keystoreProperties',
      'cmd -Password $Password',
      'x /password:<password>',
      'stats auth $USER:$PASS',
    ],
  }),
  {
    ...placed('fallback-value', 'secret as a default', {
      at: ['variable "', 'variable \\"', '(setq ', ', <<"', ',<<"', ', <<\\"', 'setenv ', 'fastcgi_param '],
      lead: 70,
      pattern:
        /(?:variable\s\\?"(?<variable>[\w-]{3,60})\\?"\s\{[^{}]{0,300}?default\s{1,10}=\s\\?"|\(setq\s(?<lisp>[\w-]{3,60})\s{1,4}\\?"|\{\s?(?<erlang>\w{3,60}),\s?<<\\?"|(?:setenv|fastcgi_param)\s{1,4}(?<server>\w{3,60})\s{1,4}\\?["']?)(?<secret>[^\s"'`$<>{}\\;]{4,200})/i,
      says: '',
      hits: [
        'variable "db_password" {\n  type    = string\n  default = "‹{alnum:9}7a›"\n}',
        '(setq smtp-password "‹{alnum:9}7a›")',
        '{default_pass, <<"‹{alnum:9}7a›">>}',
        'SetEnv DB_PASSWORD ‹{alnum:9}7a›',
      ],
      misses: [
        'variable "db_password" {\n  default = ""\n}',
        'variable "name" {\n  default = "{alnum:9}7a"\n}',
        '(setq user-mail "{alnum:9}7a")',
        '{default_user, <<"{alnum:9}7a">>}',
      ],
    }),
    accept: judgeFallback,
  },
  placed('filled-password', 'password typed into a form', {
    at: ['fill_in '],
    pattern:
      /fill_in\s\(?["':]?[^\n"',]{0,40}passw[^\n"',]{0,20}["']?,\s{0,2}with:\s{0,2}["'](?<secret>[^"'\n\\]{4,60})["']/i,
    says: 'it is typed into a field for a password',
    words: 'possible',
    hits: [
      "fill_in 'Password', with: '‹{alnum:9}7a›'",
      "fill_in :user_password, with: '‹{alnum:9}7a›'",
      "fill_in 'Password confirmation', with: '‹{alnum:9}7a›'",
    ],
    misses: [
      "fill_in 'Name', with: '{alnum:9}7a'",
      "fill_in 'Password', with: password",
      "fill_in 'Password', with: 'password'",
    ],
  }),
  {
    ...placed('stored-login', 'password that a program has encrypted', {
      at: ['encryptedpassword', '{aqaaab'],
      pattern:
        /(?:encryptedPassword\\?"\s?:\s?\\?"(?<secret>M[DC][A-Za-z0-9+/]{40,300}={0,2})\\?"|(?<jenkins>\{AQAAABAAAA[A-Za-z0-9+/]{20,600}={0,2}\}))/i,
      says: '',
      hits: [
        '"encryptedPassword":"‹MDIEEPgAAAAAAAAAAAAAAAAAAAEwFAYIKoZIhvcNAwcECK{alnum:30}›"',
        '<password>‹{AQAAABAAAAAQ{base64:43}=}›</password>',
        '<secret>‹{AQAAABAAAAAg{base64:63}}›</secret>',
      ],
      misses: ['"encryptedPassword": "{lower:9}"', '{AQAAAB}', '"encryptedPassword": null'],
    }),
    accept: judgeStored,
  },
];

/** Two names with a slash between are two of one kind, such as services to log in with. */
function judgeBeside({ text, at, end, value }: Match): Verdict | undefined {
  if (/^[A-Z][A-Za-z]+\.?$/.test(value) && /[A-Z][A-Za-z]+\/[A-Za-z]+\.?$/.test(text.slice(at, end))) return undefined;
  return judgePlaced(value, 'a note gives it as a password', 'none');
}

/** Letters and digits through each other: what no note says in words. */
function judgeStated({ value: whole, groups }: Match): Verdict | undefined {
  const value = groups.inner ?? whole;
  const { shape, says } = judgeValue(value);
  if (shape !== 'random' || !/\d/.test(value) || isDummy(value) || !looksRandom(value)) return undefined;
  return { reason: `the words before it call it a secret; ${says}` };
}

function judgeFallback({ groups, start, end, text, source }: Match): Verdict | undefined {
  const key = groups.variable ?? groups.lisp ?? groups.erlang ?? groups.server ?? '';
  return judge({ key, keyStart: start, operator: '=', quote: '"', start, end, fallback: false }, text, source?.path);
}

/** The key to it lies in a file beside: who takes one takes both. */
function judgeStored({ groups, text, at }: Match): Verdict | undefined {
  const value = groups.secret ?? groups.jenkins ?? '';
  const start = text.indexOf(value, at);
  return { start, end: start + value.length, reason: 'a program keeps a password in it, and its key in a file beside' };
}
