import type { Detector, Match, Verdict } from './detector';

/** Addresses of machines, which courts hold to be personal data. */
export const network: readonly Detector[] = [
  {
    id: 'pii/ip-address',
    title: 'IP address',
    severity: 'information',
    tier: 'likely',
    keywords: Array.from({ length: 10 }, (_, digit) => `.${digit}`),
    boundary: 'none',
    // From the first dot on; what stands before it is read backwards.
    pattern: /\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w%]|[.-]\d|\.\w)/,
    accept: judgeIpv4,
    hits: [
      'client ‹85.214.{digit:2}.{digit:2}› connected',
      '"ip": "‹91.198.174.{digit:2}›"',
      'http://‹185.199.108.{digit:2}›:8080/x',
      '‹81.169.145.{digit:2}› - - [10/Oct/2000:13:55:36] "GET / HTTP/1.0"',
    ],
    misses: [
      'version 85.214.{digit:2}.{digit:2}',
      'Chrome/91.0.164.{digit:2} Safari',
      'AssemblyVersion("1.0.0.0")',
      '1.2.3.4.5.6',
      '300.214.{digit:2}.12',
      '0.0.0.0',
      'v10.20.30.40',
    ],
  },
  {
    id: 'pii/ipv6-address',
    title: 'IPv6 address',
    severity: 'information',
    tier: 'likely',
    keywords: [
      '2001:',
      '2003:',
      '2400:',
      '2404:',
      '2405:',
      '2409:',
      '2600:',
      '2601:',
      '2602:',
      '2603:',
      '2604:',
      '2605:',
      '2606:',
      '2607:',
      '2620:',
      '2800:',
      '2804:',
      '2806:',
      '2a00:',
      '2a01:',
      '2a02:',
      '2a03:',
      '2a04:',
      '2a05:',
      '2a06:',
      '2a07:',
      '2a09:',
      '2a0a:',
      '2a0b:',
      '2a0c:',
      '2a10:',
      '2c0f:',
      'fe80:',
      'fd',
    ],
    boundary: 'none',
    pattern: /(?<![\w:])[0-9a-f]{4}(?:::?[0-9a-f]{1,4}){1,7}(?:::)?(?![\w:])/i,
    accept: judgeIpv6,
    hits: [
      'from ‹2a01:4f8:{hex:4}:{hex:4}::2›',
      '"addr": "‹2003:e6:{hex:4}:{hex:4}:{hex:4}:{hex:4}:{hex:4}:{hex:4}›"',
      'http://[‹2606:4700:{hex:4}::1111›]/',
    ],
    misses: ['2001:db8::1', '2001:0db8:{hex:4}::7', 'at 2001:12', 'fd: 12:34', 'a2a01:4f8::2x'],
  },
  {
    id: 'pii/mac-address',
    title: 'MAC address',
    severity: 'information',
    tier: 'likely',
    keywords: [
      'mac',
      'ether',
      'hwaddr',
      'bssid',
      'lladdr',
      'physical addr',
      'bluetooth',
      'wlan',
      'hardware addr',
      'device addr',
    ],
    boundary: 'none',
    pattern:
      /[^\n]{0,60}?(?<![\w:.-])(?<secret>[0-9a-f]{2}(?<sign>[:-])(?:[0-9a-f]{2}\k<sign>){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![\w:-]|\.\w)/i,
    accept: judgeMac,
    hits: [
      'mac: ‹3c:22:fb:{hex:2}:{hex:2}:{hex:2}›',
      'HWaddr ‹3C-22-FB-{HEX:2}-{HEX:2}-{HEX:2}›',
      '"mac_address": "‹3c22.fb{hex:2}.{hex:4}›"',
      'bssid=‹dc:a6:32:{hex:2}:{hex:2}:{hex:2}›',
    ],
    misses: [
      'mac 00:00:00:00:00:00',
      'mac: ff:ff:ff:ff:ff:ff',
      'mac {hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}',
      'fingerprint 3c:22:fb:{hex:2}',
    ],
  },
];

function judgeIpv4({ text, at, end }: Match): Verdict | undefined {
  let start = at;
  while (at - start < 4 && isDigit(text, start - 1)) start--;
  const octets = text.slice(start, end).split('.');
  if (octets.length !== 4 || octets.some(octet => octet === '' || Number(octet) > 255 || /^0\d/.test(octet)))
    return undefined;
  const before = text.slice(Math.max(0, start - 24), start);
  if (
    /[\w.+#]$|(?:[a-z)]\/|\bv|version\W{0,4}|ver\W{0,3}|release\W{0,3}|rev\W{0,3}|oid\W{0,3}|=)$/i.test(before) &&
    !/(?:\/\/|ip\w{0,8}\W{0,3}=|(?:host|addr|address|server|client|remote|from|src|dst)=|\\[nrt])$/i.test(before)
  )
    return undefined;
  const [first = 0, second = 0] = octets.map(Number);
  if (first === 0 || first >= 240 || octets.every(octet => octet === octets[0])) return undefined;
  if (isSetAside(first, second, octets)) return undefined;
  // Small numbers throughout are a version as often as an address, and object identifiers begin with 1 or 2.
  if (
    (first <= 2 || octets.every(octet => Number(octet) < 32)) &&
    !/ip|addr|host|client|server|remote|from/i.test(before)
  )
    return undefined;
  return { start, end, reason: 'four numbers of an IP address that anybody can reach' };
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Private, loopback, link-local, documentation, multicast: nobody's (RFC 1918, 3927, 5737, 6598, 2544), and the resolvers everybody writes. */
function isSetAside(first: number, second: number, octets: readonly string[]): boolean {
  const net = octets.slice(0, 3).join('.');
  return (
    first === 10 ||
    first === 127 ||
    (first === 192 && second === 168) ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127) ||
    (first === 198 && (second === 18 || second === 19)) ||
    (first >= 224 && first <= 239) ||
    [
      '192.0.2',
      '198.51.100',
      '203.0.113',
      '192.0.0',
      '8.8.8',
      '8.8.4',
      '1.1.1',
      '1.0.0',
      '9.9.9',
      '1.2.3',
      '4.4.4',
    ].includes(net)
  );
}

/** Documentation, local nets, and the resolvers and examples that everybody writes, are nobody's. */
function judgeIpv6({ value, text, at }: Match): Verdict | undefined {
  const groups = value.split(':');
  const doubled = value.split('::').length - 1;
  if (doubled > 1 || (doubled === 0 && groups.length !== 8) || groups.length > 8) return undefined;
  if (/^(?:2001:0?db8|fe80:|fd|fc|2001:4860:4860:|2606:4700:4700:|2620:fe:|2606:2800:220:1:)/i.test(value))
    return undefined;
  if (/[\w:.]$/.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  return { reason: 'the groups of a global IPv6 address' };
}

function judgeMac({ value }: Match): Verdict | undefined {
  const bare = value.replace(/[^0-9a-f]/gi, '').toLowerCase();
  // Zeros, broadcast, multicast, documentation (RFC 7042), sequences.
  if (/^(.)\1+$|^(?:00005e0053|01005e|3333|001122|aabbcc|123456|deadbe|feedfa|abcdef|010203|112233)/.test(bare))
    return undefined;
  return { reason: 'six pairs of a hardware address, near a word for it' };
}
