import type { Detector, Match, Verdict } from './detector';

/** Addresses of people. */
export const email: readonly Detector[] = [
  {
    id: 'pii/email',
    title: 'email address',
    severity: 'warning',
    tier: 'likely',
    keywords: ['@', '%40'],
    boundary: 'none',
    pattern:
      /(?:@|%40)(?<domain>(?:[a-z0-9\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f-]{0,61}[a-z0-9\u00c0-\u024f])?\.){1,6}(?:xn--[a-z0-9-]{2,20}|[a-z]{2,24}))(?![\w@-])/i,
    accept: judgeEmail,
    hits: [
      'author: ‹{lower:6}.{lower:7}@{lower:8}.com›',
      '"email": "‹{lower:5}+{lower:3}@{lower:6}.co.uk›"',
      'mailto:‹{lower:6}_{digit:2}@{lower:8}.de›',
      'From: <‹{lower:8}@mail.{lower:8}.org›>',
      '‹{lower:8}@{lower:8}.com›:{alnum:10}',
      '?to=‹{lower:6}.{lower:7}%40{lower:8}.com›&a=1',
      'see ‹jane@example.com› in documents',
      'from ‹noreply@{lower:8}.com›',
    ],
    misses: [
      'git@github.com:a/b.git',
      'icon@2x.png',
      'left-pad@1.3.0',
      '@scope/{lower:6}.js',
      'https://user:{alnum:8}@db.{lower:5}.com/',
      'user@localhost',
      'cache@{lower:8}.get(1)',
      'this@MainView.context',
    ],
  },
];

function judgeEmail({ text, at, end, groups, source }: Match): Verdict | undefined {
  const domain = groups.domain ?? '';
  const start = localFrom(text, at);
  const local = text.slice(start, at);
  if (
    local === '' ||
    local.endsWith('.') ||
    notDomain.test(domain) ||
    isMember(domain) ||
    (/^(?:this|super|return|break|continue)$/.test(local) && /^[A-Z]/.test(domain)) ||
    isPart(text, start, local, end)
  )
    return undefined;
  const span = { start, end };
  if (exampleDomain.test(domain)) return { ...span, harmless: true, reason: 'an email address of an example domain' };
  if (nobody.test(local)) return { ...span, harmless: true, reason: 'an email address that nobody reads or has' };
  const before = text.slice(Math.max(0, start - 300), start);
  const quiet =
    roleAccount.test(local) || /\.gserviceaccount\.com$/i.test(domain)
      ? 'an email address of a role or a program, not of a person'
      : isAuthors(before, text.slice(end, end + 40), at, source?.path)
        ? 'an email address that an author published'
        : undefined;
  return quiet === undefined
    ? { ...span, reason: 'the format of an email address' }
    : { ...span, severity: 'information', reason: quiet };
}

/** Where the part before the @ begins: behind escapes of strings and of URLs. */
function localFrom(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 64 && isLocal(text.charCodeAt(start - 1))) start--;
  const coded = text.slice(start, at).lastIndexOf('%');
  if (coded >= 0 && /^%[0-9a-f]{2}/i.test(text.slice(start + coded, start + coded + 3))) start += coded + 3;
  if (start < at && text[start - 1] === '\\' && /[nrt]/.test(text[start] as string)) start++;
  while (start < at && /[.%+-]/.test(text[start] as string)) start++;
  return start;
}

/** Letters of Latin, Greek and Cyrillic, digits, and `.%+-_`. */
function isLocal(code: number): boolean {
  if (code >= 128) return code >= 0xc0 && code < 0x530 && code !== 0xd7 && code !== 0xf7;
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    [46, 37, 43, 45, 95].includes(code)
  );
}

/** `this@Outer.callMethod`: the last part of a domain is of one case. */
function isMember(domain: string): boolean {
  const last = domain.slice(domain.lastIndexOf('.') + 1);
  return last !== last.toLowerCase() && last !== last.toUpperCase() && (last.length > 4 || /[A-Z]/.test(last.slice(1)));
}

/** A credential in a URL, a path, a copy over ssh, a call. */
function isPart(text: string, start: number, local: string, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  if (
    /[@/:]/.test(before) &&
    !/mailto:$/i.test(text.slice(Math.max(0, start - 7), start)) &&
    (/[@/]/.test(before) || inAddress(text, start))
  )
    return true;
  const after = text.slice(end, end + 40);
  return (
    /^\(/.test(after) ||
    /^:(?:[~/]|\d{2,5}\b|[\w.-]{1,38}\/)/.test(after) ||
    /^(?:git|hg|svn|oauth2|x-oauth-basic|x-access-token|x-token-auth)$/i.test(local)
  );
}

/** `scheme://user:password@host`: what stands before the @ is a credential. */
function inAddress(text: string, start: number): boolean {
  return /:\/\/[^\s"'`<>]{0,100}$/.test(text.slice(Math.max(0, start - 120), start));
}

/** Files and lines in which people say that they made something, so that all can read it. */
function isAuthors(before: string, after: string, at: number, path: string | undefined): boolean {
  if (path !== undefined && authorsFile.test(path)) return true;
  if (authorHint.test(before.toLowerCase()) && authorWord.test(before)) return true;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  // The comment at a file's head: `# Jane Roe <…>`.
  return (
    at < 1000 &&
    /^\s{0,8}(?:\/\/|\/?\*|#|;|--|%|"""|'|<!--|\.\\")/.test(line) &&
    /[<(]$/.test(line) &&
    /^[>)]/.test(after)
  );
}

const authorsFile =
  /(?:^|\/)(?:package(?:-lock)?\.json|composer\.(?:json|lock)|bower\.json|pyproject\.toml|setup\.(?:py|cfg)|Cargo\.toml|pom\.xml|PKG-INFO|METADATA|\.mailmap|\.zenodo\.json|codemeta\.json|[^/]{1,60}\.(?:gemspec|podspec|nuspec|cabal|opam|pot?|spec|1|3|5|7|8)|(?:authors|contributors|maintainers|codeowners|owners|credits|thanks|(?:un)?licen[cs]e|copying|copyright|notice|third.?party[\w.-]{0,30}|changelog|changes|history|news|security|code_of_conduct|contributing|readme)(?:[.-](?:md|markdown|txt|rst|adoc|html?|mit|apache\w{0,4}|bsd\w{0,4}|isc|rtf|old))?)$/i;

/** Where none of these stands, no word of `authorWord` does; asked of small letters, because folding case costs more than all else. */
const authorHint =
  /author|contribut|maintain|copyright|\(c\)|©|by|based on|original|thanks to|credits|translat|language-team|bug|mailing list/;

const authorWord =
  /(?:\bauthors?\b|\bcontributors?\b|\bcontributrors?\b|maintain(?:er|ed)|copyright|\(c\)|©|signed-off-by|-by: |written by|created by|developed by|ported by|based on|original(?:ly)? |thanks to|contributed|\bcredits\b|last-translator|language-team|translators?\b|report bugs|bugs? to|mailing list|@author|\bby [^\n]{1,40}[<(])[^\n]{0,120}(?:\n[^\n]{0,120}){0,3}$/i;

/** Names that are set aside, or that everybody writes in examples. */
const exampleDomain =
  /(?:^|\.)(?:example|test|invalid|localhost|local|internal|localdomain|lan|home|corp)$|(?:^|\.)(?:foo|bar|baz|example)\.\w{2,6}$|^(?:openssh\.com|libssh\.org)$|(?:^|\.)(?:contoso|fabrikam|northwind(?:traders)?|adventure-works|woodgrovebank|litwareinc)\.(?:com|onmicrosoft\.com)$|(?:^|\.)(?:example|domain|yourdomain|mydomain|company|yourcompany|mycompany|email|acme|foo|bar|baz|test|testing|host|server|site|yoursite|mysite|sample|mail|somewhere|nowhere|dummy|a|b|x|y|xxx|abc)\.(?:com|org|net|io|edu|co|de)$/i;
const notDomain =
  /\.(?:png|jpe?g|gif|svg|webp|ico|[cm]?[jt]sx?|json|css|s[ac]ss|less|html?|md|py|rb|go|rs|java|kt|sh|ya?ml|toml|xml|lock|git|tgz|zip|gz|so|dll|exe|min|map|vue|service|timer|socket|target|mount|plist|cfg|conf|log|txt|sql|patch|diff|txt|type|media|import|param|return|returns|property|override)$/i;
const nobody =
  /no-?_?reply|do-?not-?reply|^(?:nobody|mailer-daemon|user(?:name)?\d?|your(?:name|email|\.name|_name)?|you|me|name|email|someone|somebody|foo|bar|baz|test\d?|example|sample|dummy|a|b|x|xxx)$/i;
const roleAccount =
  /^(?:postmaster|root|admin|administrator|webmaster|hostmaster|abuse|security|info|contact|support|help|hello|sales|press|team|office|legal|privacy|billing|conduct|opensource|oss|dev|devel|developers?|bugs?|feedback|marketing|jobs|careers|hr|service|jane|john|johndoe|janedoe|john\.doe|jane\.doe)$|-(?:feedback|support|info|help|security|dev|devel|users?|list|announce|discuss|team|bugs|maintainers|patches)$/i;
