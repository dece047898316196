import { isCounted } from '../judge/judge';
import { isDummy } from '../judge/judgeDummy';
import { judgeTold } from '../judge/judgeTold';
import type { Detector, Match, Verdict } from './detector';
import { backOverKey, isKeyUnit, overKey } from './keyUnits';
import { type Entry, readContainer } from './readContainer';

/** Secrets in a list, a mapping or a section that is called so: `secrets:`, `TOKENS = {…}`, `[credentials]`, a Secret of Kubernetes. */
export const containers: readonly Detector[] = [
  {
    ...holding('listed-password', 'password of a list', passwords),
    keywords: [
      'passwords',
      'passwd',
      'pwds',
      'credentials',
      'creds',
      'logins',
      'users',
      'accounts',
      'secrets',
      'auth:',
      'auth =',
      'auth=',
      'auth"',
      "auth'",
      'auth\\"',
      'auth]',
    ],
    hits: [
      'passwords:\n  root: ‹{alnum:9}7a›\n  note: the other one\n',
      'USERS = {"bob": "‹{alnum:9}7a›", "role": "admin"}',
      "const creds = ['bob', '‹{alnum:9}7a›'];",
      '[credentials]\nbob = "‹{alnum:9}7a›"\n',
      'var creds = map[string]string{"bob": "‹{alnum:9}7a›"}',
      'secrets:\n  db: "‹{alnum:9}7a›"\n',
    ],
    misses: [
      'taskCredentials: Optional[TaskCredentials]\n    error: Optional[SensitiveError2]\n',
      'test_users = [f(\n  name=f"user-{i}",\n  password=f"password-{i}")]',
      'users:\n  - name: bob\n    id: {alnum:9}7a\n',
      'users:\n  - id: 17\n    passport: {alnum:9}7a\n',
      '"users": [{"id": 17, "passport": "{alnum:9}7a"}]',
      'USERS = {"bob": {"id": "{alnum:9}7a", "email": "bob@{lower:6}.com"}}',
      'secrets:\n  db_password:\n    file: ./{lower:9}7.txt\n',
      'credentials: { stripe: process.env.STRIPE, db: "${DB_PASSWORD}" }',
      'accounts = ["checking", "savings"]',
      'protected = self.test_users[0]',
      'self.derived_secrets["key"] = bk',
      'auth_users:\n  example: "bob:admin7,peter:viewer"\n',
    ],
  },
  {
    ...holding('listed-token', 'token of a list', tokens),
    keywords: ['tokens', 'secrets', 'apikeys', 'api_keys', 'api-keys', 'api keys', 'bearer', 'credentials'],
    hits: [
      'tokens:\n  - ‹{alnum:30}7a›\n',
      "const secrets = { stripe: '‹{alnum:30}7a›' };",
      '"apiKeys": ["‹{alnum:30}7a›"]',
      'secrets = {\n  stripe = "‹{alnum:30}7a›"\n}',
      '{"bearer": {"repo.{lower:6}.com": "‹{alnum:30}7a›"}}',
    ],
    misses: [
      "const tokens = ['identifier', 'punctuation', 'templateLiteralHead2'];",
      'secrets:\n  sha256: {hex:64}\n',
      'tokens = { "commit": "{hex:40}" }',
      '"DkimTokens": ["{lowernum:42}"]',
      '"apiKeys": ["{{key}}", "YOUR_API_KEY_GOES_HERE_1"]',
    ],
  },
  {
    ...holding('kubernetes-secret', 'secret of Kubernetes', stated),
    keywords: ['stringdata'],
    hits: [
      'kind: Secret\nstringData:\n  db: ‹{alnum:9}7a›\n',
      'stringData:\n  any: "‹{lower:12}›"\ntype: Opaque\n',
      '{"kind": "Secret", "stringData": {"x": "‹{alnum:9}7a›"}}',
    ],
    misses: ['stringData:\n  db: ${DB_PASSWORD}\n', 'stringData: {}\n', 'the stringData: of it\n'],
  },
  {
    ...holding('kubernetes-data', 'secret of Kubernetes', encoded),
    keywords: ['data:', 'data":', 'data\\":'],
    glance: isOfSecret,
    hits: [
      'kind: Secret\ndata:\n  any: ‹{base64:22}==›\n',
      'apiVersion: v1\ndata:\n  any: ‹{base64:22}==›\nkind: Secret\n',
      '{"kind": "Secret", "data": {"x": "‹{base64:22}==›"}}',
    ],
    misses: [
      'kind: ConfigMap\ndata:\n  any: {base64:22}==\n',
      'kind: Secret\ndata:\n  any: {{ value }}\n',
      'kind: SealedSecret\ndata:\n  any: {base64:22}==\n',
    ],
  },
];

function holding(name: string, title: string, isOne: (entry: Entry, value: string) => boolean) {
  return {
    id: `secret/${name}` as const,
    title,
    severity: 'error' as const,
    tier: 'likely' as const,
    boundary: 'none' as const,
    judged: true,
    glance: opens,
    // The rest is read by hand, because it is of any length.
    pattern: /\w/,
    accept: (match: Match) => judgeEntries(match, isOne),
  };
}

/** A name's end, and behind it what can open a list or a section. */
function opens(text: string, at: number): boolean {
  let i = at;
  while (i - at < 40 && isKeyUnit(text.charCodeAt(i))) i++;
  const code = text.charCodeAt(i);
  return (
    code === 58 ||
    code === 32 ||
    code === 61 ||
    code === 34 ||
    code === 39 ||
    code === 93 ||
    code === 123 ||
    code === 92
  );
}

function judgeEntries({ text, at }: Match, isOne: (entry: Entry, value: string) => boolean): Verdict | undefined {
  const name = text.slice(backOverKey(text, at), overKey(text, at));
  if (!ofSecrets.test(name) || others.test(name)) return undefined;
  if (ofPeople.test(name) && records.test(text.slice(overKey(text, at), overKey(text, at) + 300))) return undefined;
  const found: Entry[] = [];
  for (const entry of readContainer(text, overKey(text, at))) {
    const value = text.slice(entry.start, entry.end);
    if (!aboutIt.test(entry.key) && isOne(entry, value)) found.push(entry);
  }
  const [first, ...also] = found;
  // A list's items may as well be arguments.
  const tier =
    first && ((first.key === '' && first.end - first.start < 16) || isCounted(text.slice(first.start, first.end)))
      ? 'possible'
      : 'likely';
  return first && { start: first.start, end: first.end, also, tier, reason: 'it stands under a name that says so' };
}

/** The last word of the name is one that says so. */
const ofSecrets =
  /(?:(?:^|[^a-z])(?:users|accounts|auth|logins|pwds|bearer)|(?<=[a-z])(?:Users|Accounts|Auth|Logins|Pwds)|secrets|tokens|passwords|passwd|credentials|creds|api[_ -]?keys|stringdata|(?:^|\W)data)$/i;

/** What is known of each of several people has names of its own: a password among it is told by its own. */
const ofPeople = /(?:users|accounts|logins)$/i;
const records =
  /^["'\]]{0,2}\s{0,4}[:=]\s{0,4}(?:\n[ \t]{0,40}-[ \t]{1,4}["']?[\w.-]{1,40}["']?:[^\n]{0,100}\n[ \t]{1,44}["']?\w[\w.-]{0,40}["']?:|\[\s{0,40}\{\s{0,40}["']?\w{1,40}["']?\s?[:=][^{}]{0,160},\s{0,40}["']?\w{1,40}["']?\s?[:=])/;

/** What is called so and holds something else. */
const others =
  /reset|csrf|dkim|design|css|^max|^min|page|next|cursor|continuation|prompt|completion|^total|syntax|public|file|path|name|ref|scope|type|color|theme|hash|lex|pars|expected|reserved/i;

/** Names of what is about somebody or about a secret. */
const aboutIt =
  /(?:^|[_.-])(?:ids?|uuid|guid|name|user|username|login|e?mail|role|group|type|kind|url|uri|host|path|file|version|sha\d*|md5|hash|digest|checksum|fingerprint|licen[cs]e|resolved|integrity|engine|\$ref|commit|revision|image|region|zone|arn|created|updated|date|scope|description|note|comment|avatar|phone|address|public.?key|pubkey|alg|algorithm|salt|iv|nonce|method|example|default|redirect|alias|deprecat\w{2,3}|title|label)s?$/i;

function passwords({ key }: Entry, value: string): boolean {
  const told = unlike.test(value) ? undefined : judgeTold(value);
  return (
    told !== undefined && value.length <= 64 && !isHash(value) && (told === 'strong' || key !== '' || /\d/.test(value))
  );
}

/** A path, an expression, a name, a template, a form of dates. */
const unlike =
  /^[#/.]|[,;({[]$|^(?:self|this)\.|^[A-Za-z_][\w.]*\[\w*\]$|^[a-z]+(?:-[a-z\d]+)+$|\{[^{}]{0,40}\}|%[A-Za-z].*%[A-Za-z]/;

function tokens(_: Entry, value: string): boolean {
  return value.length >= 16 && !/[\s[\]()\\]/.test(value) && judgeTold(value) === 'strong' && !isHash(value, 40);
}

function isHash(value: string, least = 32): boolean {
  return /^[0-9a-f]+$/i.test(value) && (value.length === 40 || value.length === 64) && value.length >= least;
}

/** What Kubernetes is told as it is. */
function stated(_: Entry, value: string): boolean {
  return (
    value.length >= 5 &&
    /\w/.test(value) &&
    !/[{}<>$]|:\/\/[^@]*$|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(value) &&
    !isDummy(value)
  );
}

function encoded(_: Entry, value: string): boolean {
  return value.length >= 8 && value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
}

/** Whether the object that this is a field of is a Secret. */
function isOfSecret(text: string, at: number): boolean {
  if (!/^data\\?"?:\s{0,4}[{\n\r\\]/i.test(text.slice(at, at + 16)) || backOverKey(text, at) !== at) return false;
  const around = text.slice(Math.max(0, at - 600), at + 1000);
  return /(?:\b|\\n)kind\\?"?:\s{0,2}\\?"?Secret\b/.test(around);
}
