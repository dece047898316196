import { judgeValue } from '../judgeValue';
import type { Detector, Match, Verdict } from './detector';

/** Credentials in HTTP headers and on command lines, and tokens that carry their own header. */
export const headers: readonly Detector[] = [
  {
    id: 'secret/jwt',
    title: 'JSON Web Token',
    severity: 'error',
    tier: 'certain',
    keywords: ['eyj'],
    pattern: /eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{10,1500}={0,2}/,
    accept: judgeJwt,
    hits: [
      'eyJ is how it begins: ‹eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI{alnum:24}.{base64url:43}›',
      'Authorization: Bearer ‹eyJhbGciOiJSUzI1NiJ9.eyJ{alnum:40}.{base64url:342}›',
      '"token":"‹eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJ{alnum:60}.{base64url:86}›"',
    ],
    misses: [
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ{alnum:40}',
      'eyJ{alnum:30}.{alnum:30}.{alnum:40}',
      'eyJhbGciOiJub25lIn0.eyJ{alnum:20}.',
    ],
  },
  {
    id: 'secret/basic-auth',
    title: 'basic authorization',
    severity: 'error',
    tier: 'likely',
    keywords: ['basic '],
    pattern: /basic\s{1,3}(?<secret>[A-Za-z0-9+/_-]{8,400}={0,2})(?![\w+/=-])/i,
    judged: true,
    accept: ({ value, text, at, end }) => {
      const mixed = /[A-Z]/.test(value) && /[a-z]/.test(value) && (/\d/.test(value) || value.endsWith('='));
      if (!mixed || !/["'`:=\s(]$/.test(text.slice(Math.max(0, at - 1), at) || ' ')) return undefined;
      const plain = decode(value);
      if (/^(?:user(?:name)?|login):(?:pass(?:word)?|pwd)$/i.test(plain)) return undefined;
      if (/^[\x20-\x7e]{1,200}:[\x20-\x7e]{1,200}$/.test(plain))
        return { reason: 'it decodes to a user and a password' };
      return value.length >= 12 && /^["'`\\\s,)]|^$/.test(text.slice(end, end + 1))
        ? { reason: `the word Basic before it; ${judgeValue(value).says}` }
        : undefined;
    },
    hits: [
      'Authorization: Basic ‹dXNlcjpLM{alnum:14}›',
      "headers: { 'Authorization': 'Basic ‹{alnum:13}7bQ=›' }",
      'curl -H "Proxy-Authorization: Basic ‹{alnum:22}8aZ›"',
    ],
    misses: [
      'Authorization: Basic ${credentials}',
      'the basic authentication scheme',
      'Basic dXNlcm5hbWU6cGFzc3dvcmQ=',
    ],
  },
  {
    id: 'secret/bearer-token',
    title: 'bearer token',
    severity: 'error',
    tier: 'likely',
    keywords: ['bearer '],
    pattern: /bearer\s{1,3}(?<secret>[A-Za-z0-9._~+/-]{16,1000}={0,2})(?![\w+/=-])/i,
    judged: true,
    accept: judgeBearer,
    hits: [
      'Authorization: Bearer ‹{alnum:40}7a›',
      "'Authorization': 'Bearer ‹{hex:40}›',",
      'curl -H "Authorization: bearer ‹{alnum:20}.{alnum:8}-{alnum:10}7a›"',
    ],
    misses: [
      'Authorization: Bearer ${env.AUTH_TOKEN}',
      'Bearer process.env.AUTH_TOKEN_VALUE',
      'the bearer authentication-scheme-of-http',
      'Bearer <your-access-token-goes-here>',
    ],
  },
  {
    id: 'secret/token-header',
    title: 'token in a header',
    severity: 'error',
    tier: 'likely',
    keywords: ['authorization'],
    pattern:
      /authorization\\?["'`]?\s{0,3}[:=,]\s{0,3}(?:\\?["'`])?(?:token|key|apikey|ssws|bot|genie\w{0,3})[\s=]{1,2}(?<secret>[A-Za-z0-9._~+/-]{16,400}={0,2})(?![\w+/=-])/i,
    judged: true,
    accept: judgeBearer,
    hits: [
      'Authorization: token ‹{hex:40}›',
      "'Authorization': 'Token ‹{alnum:32}7a›'",
      'authorization: "Bot ‹{alnum:40}7a›"',
    ],
    misses: [
      'Authorization: token ${TOKEN}',
      "Authorization: 'Token ' + token_of_the_user",
      'Authorization: token <your-token-value-here>',
    ],
  },
];

/** A token's header names its algorithm; the sample of jwt.io and its kin are no secrets. */
function judgeJwt({ value }: Match): Verdict | undefined {
  const [header, body] = value.split('.');
  if (!/"(?:alg|enc|typ)"\s{0,2}:/.test(decode(header ?? ''))) return undefined;
  return /"(?:John Doe|sub":\s{0,2}"1234567890)"/.test(decode(body ?? ''))
    ? undefined
    : { reason: 'three parts, and a header that names its algorithm' };
}

function judgeBearer({ value, text, at }: Match): Verdict | undefined {
  const { shape, says } = judgeValue(value);
  if (shape !== 'random' || /^[A-Za-z]+(?:[-_.][A-Za-z]+)+$/.test(value)) return undefined;
  return {
    reason: `the word ${text.slice(at, at + 6).toLowerCase() === 'bearer' ? 'Bearer' : 'Authorization'} before it; ${says}`,
  };
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of base64 or base64url as units; what is neither is left out. */
function decode(text: string): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const unit of text.slice(0, 400)) {
    const digit = base64.indexOf(unit === '-' ? '+' : unit === '_' ? '/' : unit);
    if (digit < 0) continue;
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 0xff);
  }
  return out;
}
