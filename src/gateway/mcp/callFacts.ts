import { hostsOf } from '../../core/egress';
import { destroyingCommand, destroyingStatement } from '../../core/shell/destroys';
import { hostOf, isLoopback, namedHost, unknownHost } from './hostOf';

/** What a call's arguments say about where it reaches. */
export interface CallFacts {
  /** As they stand there. */
  readonly paths: readonly string[];
  /** Canonical, this machine left out; `unknown host` for an address that nobody can read. */
  readonly hosts: readonly string[];
  /** Addresses of mail, in small letters, of whoever would get something. */
  readonly recipients: readonly string[];
  /** What a statement or a command in them would do for good: "DROP TABLE". */
  readonly destroys: string | undefined;
  /** Whether an address in them is long or has a query: it may carry data away. */
  readonly carries: boolean;
}

/** Reads the arguments of a call. What is only content, such as a file's new text, names no place. */
export function callFacts(input: unknown): CallFacts {
  const facts = { paths: new Set<string>(), hosts: new Set<string>(), recipients: new Set<string>() };
  let destroys: string | undefined;
  let carries = false;
  visit(input, '', 0, (text, key) => {
    if (contentKey.test(key)) return;
    for (const mail of mailsIn(text, key)) facts.recipients.add(mail);
    for (const host of addressesIn(text, key)) if (!isLoopback(host)) facts.hosts.add(host);
    const path = pathIn(text, key);
    if (path !== undefined) facts.paths.add(path);
    destroys ??= destroyedIn(text.slice(0, longest), commandKey.test(key));
    if (/^(?:http_?)?(?:method|verb)$/i.test(key) && /^delete$/i.test(text)) destroys ??= 'DELETE';
    carries ||= holdsData(text);
  });
  return { ...mapped(facts), destroys, carries };
}

/** What stands there is run by a shell. */
const commandKey = /^(?:cmd|command|commands|command_?line|script|shell)$/i;
const longest = 100_000;
const deepest = 64;

function mapped(facts: { paths: Set<string>; hosts: Set<string>; recipients: Set<string> }) {
  return { paths: [...facts.paths], hosts: [...facts.hosts], recipients: [...facts.recipients] };
}

/** Each text with the nearest key around. What is deeper than anything meant honestly reaches nowhere that can be told. */
function visit(value: unknown, key: string, depth: number, tell: (text: string, key: string) => void): void {
  if (typeof value === 'string') tell(value, key);
  else if (typeof value !== 'object' || value === null) return;
  else if (depth > deepest) tell('https://too-deep.invalid', 'url');
  else if (Array.isArray(value)) for (const item of value) visit(item, key, depth + 1, tell);
  else for (const [name, item] of Object.entries(value)) visit(item, name, depth + 1, tell);
}

/** These are what is written or said, not where to. */
const contentKey =
  /^(?:content|contents|text|body|html|message|messages|description|title|summary|comment|subject|new_?text|old_?text|new_?str(?:ing)?|old_?str(?:ing)?|file_?text|observations?|prompt|thought|note|notes|markdown|patch|diff)$/i;

const hostKey =
  /(?:^|_|[a-z](?=[A-Z]))(?:host|hosts|hostname|domain|domains|server|endpoint|proxy|webhook|origin|remote|address)$/i;
const addressKey = /(?:url|uri|href|link|endpoint|webhook|callback|redirect|site|page)s?$/i;

/** With one or more slashes or backslashes: all of them open the same page. */
const withScheme =
  /(?:[a-z][a-z\d+.-]{1,20}:)[\\/]{1,4}[^\s"'`<>|]{1,2000}|(?<![\w:./\\])(?:\/\/|\\\\)[^\s"'`<>|/\\]{1,2000}/gi;
const scp = /^(?:[\w.-]+@)([\w.-]+\.[a-z]{2,24}):(?!\/\/)/i;
const bare = /^(?:[\w.%+-]+@)?(?:[\p{L}\p{N}_-]+\.)+[\p{L}]{2,24}\.?(?::\d{1,5})?(?:[/?#].*)?$/u;
const fileLike =
  /\.(?:md|ts|js|mjs|cjs|tsx|jsx|py|rs|sh|pl|json|ya?ml|toml|txt|html?|css|csv|png|jpe?g|svg|pdf|sql|go|java|rb|php|c|h|cpp|zip|gz|lock|log|env|db|sqlite)$/i;

function addressesIn(text: string, key: string): string[] {
  const hosts: string[] = [];
  const within = text.slice(0, longest);
  for (const [address] of within.matchAll(withScheme)) {
    if (/^file:/i.test(address)) continue;
    hosts.push(hostOf(address) ?? (/^(?:https?|wss?|ftp):/i.test(address) ? unknownHost : ''));
  }
  const single = within.trim();
  const over = scp.exec(single)?.[1];
  if (over !== undefined) hosts.push(namedHost(over));
  if (/^(?:cmd|command|commands|script|shell|args)$/i.test(key)) hosts.push(...hostsOf(within).map(named));
  const asked = hostKey.test(key) || addressKey.test(key);
  const plain = !/[\s\\]/.test(single) && !single.startsWith('/') && single !== '' && !single.includes('://');
  if (plain && asked && !/^\w+$/.test(single)) hosts.push(hostOf(single) ?? '');
  else if (
    plain &&
    bare.test(single) &&
    !single.includes('@') &&
    !fileLike.test(single) &&
    /^\d|\.(?:com|net|org|io|dev|app|co|ai|xyz|info|me|sh)(?:[:/?#]|$)/i.test(single)
  )
    hosts.push(namedHost(single));
  else if (hostKey.test(key) && /^(?:0x)?[\da-f]{1,12}$/i.test(single)) hosts.push(namedHost(single));
  return hosts.filter(host => host !== '');
}

function named(host: string): string {
  return host === unknownHost ? host : namedHost(host);
}

const recipientKey =
  /^(?:to|cc|bcc|recipients?|attendees?|invitees?|guests?|emails?|e_?mail_?address(?:es)?|send_?to|reply_?to|share_?with|members?|users?|collaborators?)$/i;
const mail = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\p{N}.-]{1,200}\.[\p{L}]{2,24}/gu;

function mailsIn(text: string, key: string): string[] {
  if (!recipientKey.test(key)) return [];
  return Array.from(text.slice(0, longest).matchAll(mail), ([one]) => {
    const at = one.lastIndexOf('@');
    return `${one.slice(0, at)}@${namedHost(one.slice(at + 1))}`.toLowerCase();
  });
}

const pathKey =
  /(?:^|_|[a-z](?=[A-Z]))(?:path|paths|file|files|filename|dir|directory|folder|source|destination|src|dest|target|root|cwd|repo_?path)$|^(?:path|file|dir|directory|folder|source|destination)/i;

function pathIn(text: string, key: string): string | undefined {
  if (text.length > 4096 || /[\n\0]/.test(text) || text === '') return undefined;
  if (/^file:\/\//i.test(text)) return filePath(text);
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(text)) return undefined;
  return pathKey.test(key) || /^(?:[\\/]|\.{1,2}[\\/]|~[\\/]|[a-z]:[\\/])/i.test(text) ? text : undefined;
}

function filePath(text: string): string {
  try {
    return decodeURIComponent(new URL(text).pathname).replace(/^\/([a-z]:)/i, '$1');
  } catch {
    return text;
  }
}

/** Commands that can't be taken back, wherever they stand. */
const destructive =
  /\brm\s+-\w{0,4}[rf]|\bgit\s+push\s[^\n]{0,100}--force\b|\b(?:terraform|pulumi)\s+destroy\b|\bkubectl\s+delete\b/i;

const mutation = /\bmutation\b/i;
const mutator = /\b\w{0,40}?(?:delete|destroy|remove|purge)\w{0,40}\s{0,5}\(/i;

function destroyedIn(text: string, isCommand: boolean): string | undefined {
  const statement = destroyingStatement(text) ?? (isCommand ? destroyingCommand(text) : undefined);
  if (statement !== undefined) return statement;
  const found = destructive.exec(text) ?? (mutation.test(text) ? mutator.exec(text) : null);
  return found?.[0].replace(/\s+/g, ' ').slice(0, 40);
}

/** An address with a query, or with a long step, may say anything to whoever answers it. */
function holdsData(text: string): boolean {
  for (const [address] of text.slice(0, longest).matchAll(withScheme)) {
    if (!URL.canParse(address)) return true;
    const { search, pathname, hash, username, password } = new URL(address);
    if (search.length > 1 || hash.length > 17 || username !== '' || password !== '') return true;
    if (pathname.split('/').some(step => step.length > 40)) return true;
  }
  return false;
}
