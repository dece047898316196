import { lineStart } from '../lineAround';
import type { Match, Verdict } from './detector';

/** Reads an IPv4 address around its first dot, unless it is a version, a section or a number of other parts. */
export function judgeIpv4({ text, at, end }: Match): Verdict | undefined {
  let start = at;
  while (at - start < 4 && isDigit(text.charCodeAt(start - 1))) start--;
  const shown = text.slice(start, end);
  const octets = shown.split('.').map(Number);
  if (octets.length !== 4 || octets.some(octet => octet > 255) || /(?:^|\.)(?:0\d|\.|$)/.test(shown)) return undefined;
  const before = text.slice(Math.max(0, start - 40), start);
  const spoken = ipWord.test(before) || (looksCounted(octets) && isBelowName(text, start));
  if (isGlued(before, spoken) || /^-\d(?!\d{0,2}\.\d{1,3}\.\d{1,3}\.\d)/.test(text.slice(end, end + 16)))
    return undefined;
  const why = whyHarmless(octets);
  if (why === undefined && !spoken && looksCounted(octets)) return undefined;
  if (why !== undefined && !spoken && octets.every(octet => octet < 16)) return undefined;
  return {
    ...{ start, end },
    ...(why === undefined
      ? { reason: 'four numbers of an IP address that anybody can reach' }
      : { harmless: true, reason: `an IP address that is ${why}` }),
  };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const ipWord =
  /(?:\bip|_ip|Ip|IP|addr|address|adresse|adres|indirizzo|dirección|endereço|host|client|server|remote|peer|from|gateway|dns|subnet|netmask|proxy|src|dst|source|destination|login|адрес|地址|アドレス|주소)\w{0,12}[^\w\n]{0,6}(?:\w{1,12}[^\w\n]{1,3}){0,2}$/u;

/** In the row below a header with a column for addresses. */
function isBelowName(text: string, start: number): boolean {
  const row = lineStart(text, start, 300);
  return columnName.test(text.slice(lineStart(text, row - 1, 300), row));
}

const columnName = /(?:^|[,;\t|"_ ])(?:ip|ip_?addr\w{0,5}|ipv4|remote_?addr\w{0,5}|host)["']?(?:[,;\t|_]|\s{0,2}$)/i;

/** Part of a longer number, a path or a product's version: `v1.2.3.4`, `nginx/1.2.3.4`, `==1.2.3.4`, `Section 4.2.1.10`. */
function isGlued(before: string, spoken: boolean): boolean {
  if (/(?:[.]|\d,|[\w+#~^@§])$/.test(before) && !/(?:\\[nrt]|[^\w@]@|\w@)$/.test(before)) return true;
  if (/\d-$/.test(before) && !/\d\.\d{1,3}-$/.test(before)) return true;
  if (/@$/.test(before) && !/[/:][^\s/@]{0,40}@$/.test(before)) return true;
  if (/[^/\s:]\/$/.test(before) || /[=<>!~]=\s{0,2}$/.test(before)) return true;
  if (
    /(?:\bv(?:er|ersion\w{0,3})?|version\w{0,8}|release|rev|revision|build|oid|firmware|section|sec|chapter|clause|§|rfc ?\d{0,5},?|appendix|figure|table|step|schema|sdk|tls|upgrade\w{0,3}|since|requires?)[^a-z0-9,;|\t]{0,6}$/i.test(
      before,
    )
  )
    return !/\bip\b/i.test(before);
  // An option of a program without a word for addresses: `--with=1.2.3.4`.
  return /\w=$/.test(before) && !spoken && /(?:ver|v|num|no|release|build)=$/i.test(before);
}

/** Small numbers throughout are a version as often as an address, and object identifiers begin with 1 or 2. */
function looksCounted(octets: readonly number[]): boolean {
  const large = octets.filter(octet => octet >= 32).length;
  const [first = 0, second = 0] = octets;
  return large === 0 || (first <= 2 && large < 2) || (first > 0 && first <= 2 && second <= 3);
}

/** Nobody's: RFC 1122, 1918, 2544, 3927, 5737, 5771, 6598, and what everybody writes. */
function whyHarmless(octets: readonly number[]): string | undefined {
  const [first = 0, second = 0, third = 0] = octets;
  const net = `${first}.${second}.${third}`;
  if (first === 127) return 'this machine itself';
  if (first === 10 || net.startsWith('192.168.') || (first === 172 && second >= 16 && second <= 31)) return 'private';
  if (first === 169 && second === 254) return 'link-local';
  if (first === 100 && second >= 64 && second <= 127) return 'of a carrier’s inner net';
  if (['192.0.2', '198.51.100', '203.0.113', '192.0.0', '1.2.3', '4.3.2'].includes(net)) return 'for documentation';
  if (first === 198 && (second === 18 || second === 19)) return 'for tests';
  if (['8.8.8', '8.8.4', '1.1.1', '1.0.0', '9.9.9', '4.4.4'].includes(net)) return 'a public resolver';
  if (first === 0 || first >= 240 || octets.every(octet => octet === first)) return 'reserved';
  return first >= 224 ? 'multicast' : undefined;
}

/** Whether the letters and signs around a colon can be an IPv6 address; two colons in a row, or seven, in a row of hexadecimal digits. */
export function mayBeIpv6(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  const doubled = next === 58;
  // What is written `a:1` or `std::name` is told here.
  if (!doubled && !isHex(text.charCodeAt(at - 1))) return false;
  let colons = 0;
  let end = at;
  for (; end - at < longest && isUnit(text.charCodeAt(end)); end++) if (text.charCodeAt(end) === 58) colons++;
  if (isWordUnit(text.charCodeAt(end))) return false;
  let start = at;
  for (; at - start < longest && isUnit(text.charCodeAt(start - 1)); start--)
    if (text.charCodeAt(start - 1) === 58) colons++;
  return colons >= 2 && colons <= 8 && end - start >= 3 && (colons >= 6 || text.slice(start, end).includes('::'));
}

/** The longest IPv6 address, with an IPv4 address in its end. */
const longest = 46;

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

function isUnit(code: number): boolean {
  return isHex(code) || code === 58 || code === 46;
}

function isWordUnit(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

/** RFC 4291 in all its spellings, and RFC 4007's zone. */
export function judgeIpv6({ text, at }: Match): Verdict | undefined {
  let start = at;
  while (at - start < longest && isUnit(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end - at < longest && isUnit(text.charCodeAt(end))) end++;
  // A full stop or a colon behind it is the sentence's, and so is one before it: `ip:2a01::1`.
  while (end > start && /[.:]/.test(text[end - 1] as string) && !text.slice(start, end).endsWith('::')) end--;
  while (start < end && /[.:]/.test(text[start] as string) && !text.startsWith('::', start)) start++;
  const opens = text[start - 1] ?? ' ';
  if (
    (/[\w:.$@#]/.test(opens) || text.slice(start - 2, start) === '(?') &&
    !/\\[nrt]$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return undefined;
  const shown = text.slice(start, end);
  const groups = groupsOf(shown);
  if (!groups) return undefined;
  const why = whyHarmless6(shown.toLowerCase(), groups);
  const before = text.slice(Math.max(0, start - 40), start);
  // What stands in brackets behind a name is a slice of a list.
  const spoken = /(?:^|[^\w)\]])\[$/.test(before) || ipWord.test(before) || /ipv?6/i.test(before);
  if (!isCredible(shown, groups, spoken, why !== undefined)) return undefined;
  const zone = /^%[a-z][\w.-]{0,15}/i.exec(text.slice(end, end + 18))?.[0].length ?? 0;
  if (zone === 0 && /^(?:[\w%]|::)/.test(text.slice(end, end + 2))) return undefined;
  return why === undefined
    ? { start, end: end + zone, reason: 'the groups of an IPv6 address' }
    : { start, end: end + zone, harmless: true, reason: `an IPv6 address that is ${why}` };
}

/** The groups that are written out, an IPv4 address at the end counting as two; undefined where it is no address. */
function groupsOf(shown: string): string[] | undefined {
  const halves = shown.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  if (last.includes('.')) {
    if (!/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(last)) return undefined;
    groups.splice(-1, 1, 'v4', 'v4');
  }
  if (groups.some(group => !/^[0-9a-f]{1,4}$|^v4$/i.test(group))) return undefined;
  return halves.length === 2 ? (groups.length <= 7 ? groups : undefined) : groups.length === 8 ? groups : undefined;
}

/** Not a scope such as `add::face`, a fingerprint in pairs or a list of times. */
function isCredible(shown: string, groups: readonly string[], spoken: boolean, known: boolean): boolean {
  if (groups.includes('v4')) return groups.length > 2 || spoken;
  if (!shown.includes('::')) {
    const long = groups.filter(group => group.length > 2 && !/^0{2}/.test(group)).length;
    return long >= 4 || (spoken && long > 0);
  }
  if (shown === '::' || shown === '::1') return spoken;
  if (known || spoken)
    return groups.length > 1 && groups.some(group => group.length > 2) && !/^:|:$/.test(shown.replace(/::$/, ''));
  if (/^(?:2[0-9a-f]{3}|3[0-9a-f]{3}):/i.test(shown)) return groups.length > 1 && /\d/.test(shown);
  return groups.length >= 4 && groups.filter(group => group.length >= 3).length >= 2 && /\d/.test(shown);
}

/** RFC 4291, 4193, 3849, 9637, 6666, and the resolvers that everybody writes. */
function whyHarmless6(shown: string, groups: readonly string[]): string | undefined {
  if (groups.length === 0) return 'no address yet';
  if (/^(?:::1|(?:0{1,4}:){7}0{0,3}1)$/.test(shown)) return 'this machine itself';
  const embedded = /(?:\d{1,3}\.){3}\d{1,3}$/.exec(shown)?.[0];
  const why = embedded && whyHarmless(embedded.split('.').map(Number));
  if (why) return why;
  if (/^2001:0?db8:|^3fff:/.test(shown)) return 'for documentation';
  if (/^fe[89ab][0-9a-f]:/.test(shown)) return 'link-local';
  if (/^f[cd][0-9a-f]{2}:/.test(shown) && shown.includes('::')) return 'private';
  if (/^ff0[0-9a-f]:/.test(shown)) return 'multicast';
  if (/^(?:2001:4860:4860:|2606:4700:4700:|2620:fe:|2606:2800:220:1:)/.test(shown)) return 'a public resolver';
  return /^(?:0{1,4}:){7}0{1,4}$|^(?:ffff:){7}ffff$/.test(shown) ? 'reserved' : undefined;
}
