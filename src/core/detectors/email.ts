import type { Detector, Match, Verdict } from './detector';

/** Addresses of people. */
export const email: readonly Detector[] = [
  {
    id: 'pii/email',
    title: 'email address',
    severity: 'information',
    tier: 'likely',
    keywords: ['@'],
    boundary: 'none',
    pattern: /@(?<domain>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24})(?![\w@-])/i,
    accept: judgeEmail,
    hits: [
      'author: ‹{lower:6}.{lower:7}@{lower:8}.com›',
      '"email": "‹{lower:5}+{lower:3}@{lower:6}.co.uk›"',
      'mailto:‹{lower:6}_{digit:2}@{lower:8}.de›',
      'From: <‹{lower:8}@mail.{lower:8}.org›>',
    ],
    misses: [
      'git@github.com:a/b.git',
      'jane@example.com',
      'noreply@{lower:8}.com',
      'icon@2x.png',
      'left-pad@1.3.0',
      '@scope/{lower:6}.js',
      'https://user:{alnum:8}@db.{lower:5}.com/',
      'user@localhost',
    ],
  },
];

function judgeEmail({ text, at, end, groups }: Match): Verdict | undefined {
  const domain = groups.domain ?? '';
  let start = at;
  while (start > 0 && at - start < 64 && /[\w.%+-]/.test(text[start - 1] as string)) start--;
  if (start < at && text[start - 1] === '\\' && /[nrt]/.test(text[start] as string)) start++;
  while (start < at && /[.%+-]/.test(text[start] as string)) start++;
  const local = text.slice(start, at);
  const before = text[start - 1] ?? ' ';
  if (
    local === '' ||
    local.endsWith('.') ||
    roleAccount.test(local) ||
    /noreply|no-reply/i.test(local) ||
    exampleDomain.test(domain) ||
    notDomain.test(domain)
  )
    return undefined;
  if (
    /[@/:]/.test(before) &&
    !/mailto:$/i.test(text.slice(Math.max(0, start - 7), start)) &&
    (/[@/]/.test(before) || inAddress(text, start))
  )
    return undefined;
  if (/^:[\w~/]/.test(text.slice(end, end + 2)) || /^\(/.test(text.slice(end, end + 1))) return undefined;
  return { start, end, reason: 'the format of an email address' };
}

/** `scheme://user:password@host`: what stands before the @ is a credential. */
function inAddress(text: string, start: number): boolean {
  return /:\/\/[^\s"'`<>]{0,100}$/.test(text.slice(Math.max(0, start - 120), start));
}

/** Names that are set aside, or that everybody writes in examples. */
const exampleDomain =
  /(?:^|\.)(?:example|test|invalid|localhost|local|internal|localdomain|lan|home|corp)$|(?:^|\.)(?:example|domain|yourdomain|mydomain|company|yourcompany|email|acme|foo|bar|test|host|server|site|sample|mail)\.(?:com|org|net|io|edu|co|de)$/i;
const notDomain =
  /\.(?:png|jpe?g|gif|svg|webp|ico|[cm]?[jt]sx?|json|css|s[ac]ss|less|html?|md|py|rb|go|rs|java|kt|sh|ya?ml|toml|xml|lock|git|tgz|zip|gz|so|dll|exe|min|map|vue|service|timer|socket|target|mount|plist|cfg|conf|log|txt|sql|patch|diff|txt|type|media|import|param|return|returns|property|override)$/i;
const roleAccount =
  /^(?:git|hg|svn|noreply|no-reply|no_reply|donotreply|do-not-reply|postmaster|mailer-daemon|root|nobody|user(?:name)?\d?|your(?:name|email|\.name|_name)?|you|me|name|email|someone|somebody|foo|bar|test\d?|example|sample|dummy|admin|jane|john|johndoe|janedoe|john\.doe|jane\.doe)$/i;
