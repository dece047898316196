import { isDummy } from '../judge/judgeDummy';
import { isEveryday, isMadeOfChance } from '../judge/judgePlaced';
import { judgeValue } from '../judge/judgeValue';
import { lineStart } from '../lineAround';
import type { Detector, Match, Verdict } from './detector';
import { looksRandom } from './looksRandom';
import { decodeBase64, readBasic } from './readBasic';

/** Credentials in HTTP headers, and tokens that carry their own header. */
export const headers: readonly Detector[] = [
  {
    id: 'secret/jwt',
    title: 'JSON Web Token',
    severity: 'error',
    tier: 'certain',
    keywords: ['eyj'],
    // Signed it has three parts, encrypted five, of which the second may be empty (RFC 7516).
    pattern:
      /eyJ[\w-]{10,2000}\.(?:[\w-]{0,1500}\.[\w-]{10,64}\.[\w-]{10,8000}\.[\w-]{16,64}|[\w-]{10,8000}\.[\w-]{10,1500})={0,2}/,
    accept: judgeJwt,
    hits: [
      'eyJ is how it begins: ‹eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI{alnum:24}.{base64url:43}›',
      'Authorization: Bearer ‹eyJhbGciOiJSUzI1NiJ9.eyJ{alnum:40}.{base64url:342}›',
      '"token":"‹eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJ{alnum:60}.{base64url:86}›"',
      '"token":"‹eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..{base64url:16}.{base64url:80}.{base64url:22}›"',
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
    keywords: ['basic ', 'basic"', "basic'", 'basic\\"'],
    pattern: /basic(?:\s{1,3}|\\?["'],\s{0,3}\\?["'])(?<secret>[A-Za-z0-9+/_-]{8,400}={0,2})(?![\w+/=-])/i,
    judged: true,
    accept: judgeBasic,
    hits: [
      'Authorization: Basic ‹dXNlcjpLM{alnum:14}›',
      "headers: { 'Authorization': 'Basic ‹{alnum:13}7bQ=›' }",
      'curl -H "Proxy-Authorization: Basic ‹{alnum:22}8aZ›"',
      'new AuthenticationHeaderValue("Basic", "‹{alnum:18}7bQ=›")',
      'header: "Basic ‹qW{alpha:4}xzQWDkvX›",',
    ],
    misses: [
      'Authorization: Basic ${credentials}',
      'the basic authentication scheme',
      'Basic dXNlcm5hbWU6cGFzc3dvcmQ=',
      '"Basic AuthenticationProvider"',
      '"basic", "AdvancedOptions7"',
    ],
  },
  {
    id: 'secret/bearer-token',
    title: 'bearer token',
    severity: 'error',
    tier: 'likely',
    keywords: ['bearer ', 'bearer"', "bearer'", 'bearer\\"'],
    pattern:
      /(?<![A-Za-z](?<!\\[nrt]))bearer(?:\s{1,3}|\\?["'],\s{0,3}\\?["'])(?<secret>[A-Za-z0-9._~+/-]{6,4000}={0,2})(?![\w+/=-])/i,
    judged: true,
    accept: judgeBearer,
    hits: [
      'Authorization: Bearer ‹{alnum:40}7a›',
      "'Authorization': 'Bearer ‹{hex:40}›',",
      'curl -H "Authorization: bearer ‹{alnum:20}.{alnum:8}-{alnum:10}7a›"',
      'new AuthenticationHeaderValue("Bearer", "‹{alnum:40}7›")',
      'Authorization: Bearer ‹{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}›',
    ],
    misses: [
      'Authorization: Bearer ${env.AUTH_TOKEN}',
      'Bearer process.env.AUTH_TOKEN_VALUE',
      'the bearer authentication-scheme-of-http',
      'Bearer <your-access-token-goes-here>',
      'type: "bearer", "accessToken2"',
      "'Authorization': 'Bearer sometoken'",
      "'Authorization': 'Bearer token-1'",
      'Authorization: Bearer token12345',
    ],
  },
  {
    id: 'secret/token-header',
    title: 'token in a header',
    severity: 'error',
    tier: 'likely',
    keywords: ['authorization'],
    pattern:
      /(?:(?<![a-z])|(?<=\\[nrt]))authorization\\?["'`]?\]?(?:\s{0,3}(?:[:=,(]|=>|<-|->|:\s?\w{1,20}\s?=|\?\?|\|\|)|<\/\w{1,8}>\s{0,20}<\w{1,8}>|\s{1,3}value=|>)\s{0,3}(?:(?:\[\[|%?[qQ]{1,2}[({[]|(?:\\{0,3}["'`]){1,2}))?(?<scheme>(?:token|key|api-?key|ssws|bot|genie\w{0,3}|oauth|jwt|[a-z]{2,12}-token|(?!bearer|basic|digest|aws4)[a-z][\w-]{1,20}(?= \S{20}))[\s=:]{1,2})?(?<secret>[A-Za-z0-9._~+/-]{16,2000}={0,2})(?![\w+/=-])/i,
    judged: true,
    accept: judgeToken,
    hits: [
      'Authorization: token ‹{hex:40}›',
      "'Authorization': 'Token ‹{alnum:32}7a›'",
      'authorization: "Bot ‹{alnum:40}7a›"',
      '"Authorization": "‹{alnum:40}7›"',
      'Authorization: Splunk ‹{hex:32}›',
    ],
    misses: [
      'Authorization: token ${TOKEN}',
      "Authorization: 'Token ' + token_of_the_user",
      'Authorization: token <your-token-value-here>',
      'authorization: AuthorizationHeaderParameter2',
      'authorization = config.getAuthorization2(x)',
    ],
  },
  {
    id: 'secret/request-signature',
    title: 'signature of a request',
    severity: 'warning',
    tier: 'possible',
    keywords: ['aws4-hmac', 'digest username', 'digest realm', 'sharedkey', 'hmac-sha256 ', 'signature keyid'],
    boundary: 'none',
    pattern:
      /(?:aws4-(?:ecdsa-p256-sha256|hmac-sha256)\s[^\n]{20,600}?signature=|digest\s(?:username|realm)=[^\n]{10,800}?\bresponse=\\{0,3}"|(?:sharedkey(?:lite)?\s|hmac-sha256\s)[\w$-]{1,80}:|hmac-sha256\s[^\n]{4,300}?signature=|signature\skeyid=[^\n]{4,600}?\bsignature=\\{0,3}")(?<secret>[\w+/-]{32,700}={0,2})/i,
    accept: ({ value }) => (isDummy(value) ? undefined : { reason: 'with it a request can be sent once more' }),
    hits: [
      'AWS4-HMAC-SHA256 Credential={lower:8}/20250101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=‹{hex:64}›',
      'Authorization: Digest username="bob", realm="a", nonce="{hex:32}", uri="/x", response="‹{hex:32}›", qop=auth',
      'Authorization: SharedKey {lower:8}:‹{base64:43}=›',
    ],
    misses: [
      'Algorithm: AWS4-HMAC-SHA256 with a Signature=of some length',
      'Digest username="bob", realm="a", response="<response>"',
      'SharedKey {lower:8}:short',
    ],
  },
  {
    id: 'secret/session-cookie',
    title: 'session of a cookie',
    severity: 'warning',
    tier: 'likely',
    keywords: [
      'phpsessid=',
      'jsessionid=',
      'connect.sid=',
      'sessionid=',
      'session=',
      'session_id=',
      'sessid=',
      '.aspxauth=',
      'session-token=',
      'session_token=',
      '"phpsessid"',
      '"jsessionid"',
      '"sessionid"',
      '"connect.sid"',
      '"phpsessid\\"',
    ],
    lead: 24,
    boundary: 'none',
    judged: true,
    pattern:
      /(?:(?<![\w.-])|(?<=\\[nrt]))\\?"?[\w.-]{0,16}(?:sess(?:ion)?[_-]?(?:id)?|connect\.sid|aspxauth|session[-_]token)(?:=|\\?",\s{0,20}\\?"value\\?":\s?\\?")(?<secret>(?:s%3A)?[\w%.+/~-]{16,1000}={0,2})/i,
    accept: judgeCookie,
    hits: [
      'Cookie: theme=dark; PHPSESSID=‹{lowernum:26}›; lang=en',
      'Set-Cookie: connect.sid=‹s%3A{base64url:32}.{alnum:43}›; Path=/; HttpOnly',
      "headers: { 'Cookie': 'sessionid=‹{lowernum:32}›' }",
      'Cookie: laravel_session=‹{alnum:80}%3D›',
      '{"name": "PHPSESSID", "value": "‹{lowernum:26}›"}',
    ],
    misses: [
      '{"name": "PHPSESSID", "value": "the-value-of-the-session"}',
      'Cookie: _ga=GA1.2.{digit:9}.{digit:10}; theme=dark',
      'https://x/y;jsessionid={HEX:32}',
      'cookie: `session=${session.identifier.of.it}`',
      'Cookie: session=<your-session-id-goes-here>',
    ],
  },
];

/** A token's header names its algorithm; the sample of jwt.io and its kin are no secrets. */
function judgeJwt({ value }: Match): Verdict | undefined {
  const [header, body] = value.split('.');
  if (!/"(?:alg|enc|typ)"\s{0,2}:/.test(decodeBase64(header ?? ''))) return undefined;
  return /"(?:John Doe|sub":\s{0,2}"1234567890)"/.test(decodeBase64(body ?? ''))
    ? undefined
    : { reason: 'three parts, and a header that names its algorithm' };
}

/** Base64 of a user and a password; values that were made unreadable count as well where a quote or a blank ends them. */
function judgeBasic({ value, text, at, end }: Match): Verdict | undefined {
  if (!/["'`:=\s([{>|]$/.test(text.slice(Math.max(0, at - 1), at) || ' ')) return undefined;
  const pair = readBasic(value);
  if (pair && /^(?:user(?:name)?|login):(?:pass(?:word)?|pwd)$/i.test(`${pair.user}:${pair.password}`))
    return undefined;
  const mixed = /[A-Z]/.test(value) && /[a-z]/.test(value);
  if (isDummy(value)) return undefined;
  if (pair && (isEveryday(pair.password) || pair.user === pair.password.trim() || /^Aladdin:/.test(`${pair.user}:`)))
    return undefined;
  if (pair && (mixed || value.length >= 16)) return { reason: 'it decodes to a user and a password' };
  if (!pair && !/^\s/.test(text.slice(at + 5)) && !/auth/i.test(text.slice(Math.max(0, at - 80), at))) return undefined;
  const looks = /\d/.test(value) || value.endsWith('=') || (/[a-z][A-Z]/.test(value) && isMadeOfChance(value));
  const ended = /^["'`\\\s,)]|^$/.test(text.slice(end, end + 1));
  return mixed && looks && ended && value.length >= 12 && looksRandom(value)
    ? { reason: `the word Basic before it; ${judgeValue(value).says}` }
    : undefined;
}

function judgeBearer({ value, text, at }: Match): Verdict | undefined {
  const { shape, says } = judgeValue(value);
  const isBearer = text.slice(at, at + 6).toLowerCase() === 'bearer';
  const short =
    value.length < 16 &&
    isBearer &&
    afterHeader(text, at) &&
    (shape === 'mixed' ? looksMade(value) : shape === 'word' && isMadeOfChance(value));
  if (!short && (shape !== 'random' || /^[A-Za-z]+(?:[-_.][A-Za-z]+)*\d{0,5}$/.test(value))) return undefined;
  if (isDummy(value)) return undefined;
  return { reason: `the word ${isBearer ? 'Bearer' : 'Authorization'} before it; ${says}` };
}

/** Without a scheme, what follows the header's name must be a literal and plainly random. */
function judgeToken(match: Match): Verdict | undefined {
  const { value, text, start, groups } = match;
  if (groups.scheme === undefined) {
    const quoted = /["'`]$/.test(text.slice(Math.max(0, start - 1), start));
    if (value.length < 20 || !/\d/.test(value) || !looksRandom(value)) return undefined;
    if (!quoted && !/authorization:\s?$/i.test(text.slice(Math.max(0, start - 18), start))) return undefined;
  }
  return judgeBearer(match);
}

/** The header's name stands right before. */
function afterHeader(text: string, at: number): boolean {
  return /authorization\\?["'`]?\]?\s{0,3}[:=,]\s{0,3}\\?["'`]?$/i.test(text.slice(Math.max(0, at - 24), at));
}

/** Digits among the letters, not behind them. */
function looksMade(value: string): boolean {
  return /\d[A-Za-z_-]+\d|[A-Za-z]\d+[A-Za-z]/.test(value) && /[A-Za-z]/.test(value);
}

function judgeCookie({ value, text, start }: Match): Verdict | undefined {
  const line = text.slice(lineStart(text, start, 400), start);
  const listed = /"name\\?":\s?\\?"/.test(line.slice(-80));
  if ((!listed && !/cookie/i.test(line)) || judgeValue(value.replace(/^s%3A/, '')).shape !== 'random') return undefined;
  return { reason: 'whoever has the cookie is taken for its user' };
}
