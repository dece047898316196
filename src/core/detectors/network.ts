import type { Detector } from './detector';
import { judgeIpv4, judgeIpv6, mayBeIpv6 } from './judgeIp';
import { judgeMac, mayBeMac } from './judgeMac';

const digits = [...'0123456789'];
const hex = [...digits, ...'abcdef'];

/** Addresses of machines, which courts hold to be personal data. */
export const network: readonly Detector[] = [
  {
    id: 'pii/ip-address',
    title: 'IP address',
    severity: 'warning',
    tier: 'likely',
    keywords: digits.map(digit => `.${digit}`),
    boundary: 'none',
    // From the first dot on; what stands before it is read backwards.
    pattern: /\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w%]|\.\w)/,
    accept: judgeIpv4,
    hits: [
      'client ‹85.214.{digit:2}.{digit:2}› connected',
      '"ip": "‹91.198.174.{digit:2}›"',
      'http://‹185.199.108.{digit:2}›:8080/x',
      '‹81.169.145.{digit:2}› - - [10/Oct/2000:13:55:36] "GET / HTTP/1.0"',
      'ranges ‹85.214.{digit:2}.0›/24',
      'listens on ‹127.0.0.1›:80',
      'gateway ‹192.168.{digit:2}.1›',
    ],
    misses: [
      'version 85.214.{digit:2}.{digit:2}',
      'Chrome/91.0.164.{digit:2} Safari',
      'AssemblyVersion("1.0.0.0")',
      '1.2.3.4.5.6',
      '300.214.{digit:2}.12',
      'v10.20.30.40',
      'see section 4.2.1.40',
      'pip install package==85.214.{digit:2}.{digit:2}',
    ],
  },
  {
    id: 'pii/ipv6-address',
    title: 'IPv6 address',
    severity: 'warning',
    tier: 'likely',
    keywords: ['::', ...hex.map(unit => `:${unit}`)],
    boundary: 'none',
    // From any of its colons on; the whole is read in both directions.
    pattern: /:/,
    glance: mayBeIpv6,
    accept: judgeIpv6,
    hits: [
      'from ‹2a01:4f8:{hex:4}:{hex:4}::2›',
      '"addr": "‹2003:e6:{hex:4}:{hex:4}:{hex:4}:{hex:4}:{hex:4}:{hex:4}›"',
      'http://[‹2606:4700:{hex:4}::1111›]/',
      'peer ‹::ffff:85.214.{digit:2}.{digit:2}›',
      'bound to ‹fe80::{hex:4}:{hex:4}%eth0›',
      'listens on [‹::1›]:80',
      'see ‹2001:db8::{hex:4}› in documents',
    ],
    misses: [
      'at 2001:12',
      'fd: 12:34',
      'a2a01:4f8::2x',
      'abc::def()',
      'face::dead',
      '12:34:56::',
      'SHA256 {hex:2}:1{hex:1}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}',
    ],
  },
  {
    id: 'pii/mac-address',
    title: 'MAC address',
    severity: 'warning',
    tier: 'likely',
    keywords: [
      ...hex.flatMap(unit => [`:${unit}`, `-${unit}`, ...hex.map(next => `.${unit}${next}`)]),
      ...['mac', 'ether', 'hwaddr', 'bssid', 'lladdr', 'physical addr', 'bluetooth', 'wlan', 'hardware addr'],
      ...['device addr', 'device', 'arp'],
    ],
    boundary: 'none',
    // From one of its signs on, or from a word for it.
    pattern:
      /[:-][0-9a-f]{2}(?![0-9a-f])|\.[0-9a-f]{4}(?![0-9a-f])|[^\n]{0,60}?(?<![\w:.-])(?<secret>[0-9a-f]{2}(?<sign>[:-])(?:[0-9a-f]{2}\k<sign>){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}|[0-9a-f]{12})(?![\w:-]|\.\w)/i,
    glance: mayBeMac,
    accept: judgeMac,
    hits: [
      'mac: ‹3c:22:fb:{hex:2}:{hex:2}:{hex:2}›',
      'HWaddr ‹3C-22-FB-{HEX:2}-{HEX:2}-{HEX:2}›',
      '"mac_address": "‹3c22.fb{hex:2}.{hex:4}›"',
      'bssid=‹dc:a6:32:{hex:2}:{hex:2}:{hex:2}›',
      'seen ‹dc:a6:32:{hex:2}:{hex:2}:{hex:2}› on port 3',
      '"mac": "‹3c22fb{hex:6}›"',
      'mac ‹00:00:00:00:00:00›',
      'mac: ‹ff:ff:ff:ff:ff:ff›',
    ],
    misses: [
      'mac {hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}',
      'fingerprint 3c:22:fb:{hex:2}',
      'at 10:11:12:13:14:15',
      'machine 3c22fb{hex:6}',
      '3c22fb-{hex:4}-{hex:4}-{hex:2}',
    ],
  },
];
