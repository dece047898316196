import { isDummy } from '../judge/judgeDummy';
import { judgeValue } from '../judge/judgeValue';
import type { Span } from '../model';
import { crc16 } from './checksum';
import { type Detector, type Match, peek, type Verdict } from './detector';
import { looksRandom } from './looksRandom';
import { token } from './token';

/** Private keys without the marks of a PEM: of web tokens, networks, wallets, and programs that sign. */
export const keyMaterial: readonly Detector[] = [
  key('putty-key', 'PuTTY private key', {
    keywords: ['private-lines:'],
    pattern:
      /Private-Lines:\s?\d{1,3}(?:\s|\\[nr]){1,4}(?<secret>(?:[A-Za-z0-9+/]{40,64}={0,2}(?:\r?\n|\\n|\\r\\n)\s{0,8}){0,60}[A-Za-z0-9+/]{4,64}={0,2})(?=\s|\\[nr]|$)/i,
    hits: [
      'Private-Lines: 2\n‹{base64:64}\n{base64:40}=›\nPrivate-MAC: {hex:40}',
      'Private-Lines: 1\r\n‹{base64:64}›\r\nPrivate-MAC: {hex:40}',
      'Private-Lines: 3\n‹{base64:64}\n{base64:64}\n{base64:40}›\nPrivate-MAC: {hex:64}',
    ],
    misses: ['Public-Lines: 2\n{base64:64}\n{base64:40}=', 'Private-Lines: 2\n...\n', 'Private-Lines: <n>'],
  }),
  key('jwk-private-key', 'private key of a JSON Web Key', {
    keywords: ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi'].flatMap(it => [`"${it}"`, `"${it}\\"`]),
    pattern: /"(?<member>d[pq]?|k|p|qi?)\\?"\s?:\s?\\?"(?<secret>[\w-]{40,700})\\?"/,
    accept: judgeJwk,
    hits: [
      '{"kty":"EC","crv":"P-256","x":"{base64url:43}","y":"{base64url:43}","d":"‹{base64url:43}›","kid":"1"}',
      '{"d":"‹{base64url:43}›","kty":"OKP","crv":"Ed25519","x":"{base64url:43}"}',
      '{"kty": "RSA", "n": "{base64url:342}", "e": "AQAB", "d": "‹{base64url:342}›"}',
      '{"kty":"oct","k":"‹{base64url:43}›","alg":"HS256"}',
      '{"kty":"RSA","n":"{base64url:342}","e":"AQAB","p":"‹{base64url:171}›","qi":"‹{base64url:171}›"}',
    ],
    misses: [
      '{"kty":"EC","crv":"P-256","x":"{base64url:43}","y":"{base64url:43}"}',
      '{"d":"{base64url:43}","name":"x"}',
      '{"kty":"RSA","k":"{base64url:43}"}',
    ],
  }),
  key('xml-rsa-key', 'private RSA key in XML', {
    keywords: ['<d>'],
    pattern: /<D>\s{0,20}(?<secret>[A-Za-z0-9+/\s]{40,1000}={0,2})\s{0,20}<\/D>/,
    accept: ({ text, at }) =>
      /<(?:RSAKeyValue|Modulus|Exponent|InverseQ|P)>/.test(text.slice(Math.max(0, at - 1000), at))
        ? { reason: 'the private exponent of an RSA key', also: factorsAround(text, at) }
        : undefined,
    hits: [
      '<RSAKeyValue><Modulus>{base64:172}</Modulus><Exponent>AQAB</Exponent><D>‹{base64:171}=›</D></RSAKeyValue>',
      '<InverseQ>‹{base64:86}==›</InverseQ><D>‹{base64:171}=›</D>',
      '<Exponent>AQAB</Exponent><P>‹{base64:86}==›</P><D>‹{base64:342}==›</D>',
    ],
    misses: [
      '<RSAKeyValue><Modulus>{base64:171}=</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>',
      '<D>{base64:60}</D>',
      '<RSAKeyValue><D>...</D>',
    ],
  }),
  key('nkey-seed', 'NATS seed', {
    keywords: ['sua', 'saa', 'soa', 'sna', 'sca', 'sxa'],
    run: 50,
    pattern: /S[UAONCX]A[A-P][A-Z2-7]{54}/,
    accept: ({ value }) => {
      if (!looksRandom(value) || isDummy(value)) return undefined;
      return isSeed(value)
        ? { tier: 'certain', reason: 'the format of a NATS seed, its checksum right' }
        : { reason: 'the format of a NATS seed' };
    },
    hits: [
      '-----BEGIN USER NKEY SEED-----\n‹SUAC{base32:54}›\n------END USER NKEY SEED------',
      'seed := []byte("‹SAAD{base32:54}›")',
      'nkey_seed = ‹SOAB{base32:54}›',
    ],
    misses: ['UAAB{base32:52}', 'SUAC{base32:53}', 'SUAC{alnum:54}', 'XSUAC{base32:54}'],
  }),
  key('nkey-seed-like', 'NATS seed', {
    keywords: ['seed', 'nkey'],
    run: 56,
    pattern: /(?:seed|nkey)[^\n]{0,40}?(?<![A-Za-z0-9_-])(?<secret>[A-Z][A-Z0-9]{57})(?![\w-])/i,
    accept: ({ value }) =>
      /^[A-Z0-9]+$/.test(value) && !/^U[A-Z0-9]/.test(value) && looksRandom(value) && !isDummy(value)
        ? { reason: 'the length and alphabet of a NATS seed, and its name before it' }
        : undefined,
    hits: ['seed := "‹SU{uppernum:56}›"', 'var seed = []byte("‹SV{uppernum:56}›")', 'user_nkey: ‹SA{uppernum:56}›'],
    misses: ['nkey: UA{base32:56}', 'seed: {hex:58}', 'seed = {alnum:58}'],
  }),
  key('wallet-key', 'private key of a wallet', {
    keywords: [
      'wallet(',
      'privatekeytoaccount(',
      'fromprivatekey(',
      'accounts:',
      'private_key_to_account(',
      'importprivkey',
      'privatekeytoaddress(',
      'from_key(',
    ],
    pattern:
      /(?:wallet|toaccount|fromprivatekey|privatekeytoaddress|to_account|from_key)\(\s{0,4}\\?["'`](?<secret>(?:0x)?[0-9a-f]{64})\\?["'`]|accounts:\s?\[\s{0,20}\\?["'`](?<listed>(?:0x)?[0-9a-f]{64})\\?["'`]|importprivkey\s{1,2}["']?(?<bitcoin>[5KL9c][1-9A-HJ-NP-Za-km-z]{50,51})/i,
    accept: judgeWallet,
    hits: [
      'const wallet = new ethers.Wallet("‹{hex:64}›")',
      "accounts: ['‹0x{hex:64}›']",
      'Account.from_key("‹0x{hex:64}›")',
      'bitcoin-cli importprivkey ‹L{base58:51}›',
    ],
    misses: ['new Wallet(process.env.PRIVATE_KEY)', 'accounts: ["0x{hex:40}"]', 'const txHash = "0x{hex:64}"'],
  }),
  token('extended-private-key', 'extended private key of a wallet', '(xprv|yprv|zprv|tprv){base58:107}'),
  key('mnemonic', 'words of a wallet', {
    keywords: [
      'mnemonic',
      'seed phrase',
      'seed_phrase',
      'seedphrase',
      'recovery phrase',
      'recovery_phrase',
      'seed words',
    ],
    pattern:
      /(?:mnemonic|phrase|seed words|seed[ _]?phrase|recovery[ _]phrase)(?:[^\n]{0,60}?[:=("'`>|,«]|(?: [\w-]{1,20}){0,4} (?:is|are|lautet|est)|[\w-]{0,16})(?:\s|\\[nr]){0,6}\\{0,3}["'`>]{0,3}(?<secret>[a-z]{3,8}(?:(?:[ \t][a-z]{3,8}){11,23}|(?:,[ ]?[a-z]{3,8}){11,23})|(?:1[.):]{0,2}[ \t]{0,4})?[a-z]{3,8}(?:(?:\r?\n|\\n|[ \t])[ \t]{0,4}(?:\d{1,2}[.):]{0,2}[ \t]{0,4}|[*-] )?[a-z]{3,8}){11,23})(?![\w-])(?![ \t][a-z])/i,
    accept: judgeMnemonic,
    hits: [
      'MNEMONIC="‹{lower:5} {lower:6} {lower:4} {lower:5} {lower:7} {lower:5} {lower:6} {lower:3} {lower:4} {lower:8} {lower:5} {lower:6}›"',
      'seed phrase: ‹letter advice cage absurd amount doctor acoustic avoid letter advice cage above›',
      'The seed phrase for production is ‹letter advice cage absurd amount doctor acoustic avoid letter advice cage above›.',
      'Recovery phrase:\n\n‹1. letter\n2. advice\n3. cage\n4. you\n5. amount\n6. doctor\n7. acoustic\n8. avoid\n9. letter\n10. advice\n11. cage\n12. above›\n',
      "const mnemonic = '‹{lower:5} {lower:6} {lower:4} {lower:5} {lower:7} {lower:5} {lower:6} {lower:3} {lower:4} {lower:8} {lower:5} {lower:6}›';",
    ],
    misses: [
      'mnemonic: candy maple cake sugar pudding cream honey rich smooth crumble sweet treat',
      'MNEMONIC="test test test test test test test test test test test junk"',
      'mnemonic phrases are used for backing the keys that your wallet has made from them',
      'mnemonic: process.env.MNEMONIC',
    ],
  }),
  key('signing-key', 'secret key of a signing program', {
    keywords: ['encrypted secret key', 'signify secret key', 'minisign secret key'],
    pattern: /(?:encrypted|signify|minisign) secret key(?:\r?\n|\\n|\\r\\n)(?<secret>RW[A-Za-z0-9+/]{100,400}={0,2})/,
    hits: [
      'untrusted comment: minisign encrypted secret key\n‹RWRTY0Iy{base64:203}=›\n',
      'untrusted comment: signify secret key\n‹RWRCSw{base64:134}›\n',
      'untrusted comment: rsign encrypted secret key\r\n‹RWRTY0Iy{base64:204}›\r\n',
    ],
    misses: [
      'untrusted comment: minisign public key\nRWQ{base64:53}',
      'the encrypted secret key\nis there',
      'signify secret key\nRWR{base64:40}',
    ],
  }),
  key('pkcs12', 'PKCS #12 in base64', {
    keywords: ['p12', 'pfx', 'pkcs12'],
    run: 30,
    pattern:
      /(?:p12|pfx|pkcs12)[\w.-]{0,24}\\?["'`]?\]?\s{0,3}(?:=>|[:=,(])\s{0,3}\\?["'`]?(?<secret>MI[IKJ][A-Za-z0-9+/]{200,12000}={0,2})(?![\w+/=])/i,
    hits: ['P12_BASE64=‹MIIK{base64:300}=›', '"pfx": "‹MIIJ{base64:400}›"', 'const pkcs12 = "‹MIIK{base64:240}==›"'],
    misses: ['cert = "MIIK{base64:300}="', 'p12: MIIK{base64:40}', 'pfx: "{base64:300}"'],
  }),
  key('totp-seed', 'seed of one-time passwords', {
    keywords: ['otpauth://', 'otpauth%3a%2f%2f'],
    pattern: /otpauth(?::\/\/|%3a%2f%2f)[th]otp[^\s"'<>]{1,160}?secret(?:=|%3d)(?<secret>[A-Z2-7]{16,128})/i,
    hits: [
      'otpauth://totp/Acme:bob?secret=‹{base32:32}›&issuer=Acme',
      '"otpauth://hotp/x?issuer=y&secret=‹{base32:16}›"',
      'otpauth%3A%2F%2Ftotp%2FAcme%3Abob%3Fsecret%3D‹{base32:32}›%26issuer',
    ],
    misses: [
      'otpauth://totp/Acme?secret=${secret}',
      'otpauth://totp/x?issuer=y',
      'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
    ],
    accept: ({ value }) => (isDummy(value) || value.startsWith('JBSWY3DP') ? undefined : {}),
  }),
];

type Facts = Pick<Detector, 'keywords' | 'pattern' | 'hits' | 'misses' | 'accept' | 'run'>;

function key(name: string, title: string, facts: Facts): Detector {
  return { id: `secret/${name}`, title, severity: 'error', tier: 'likely', judged: true, ...facts };
}

/** The other private parts of a key in XML; each gives the whole key away. */
function factorsAround(text: string, at: number): Span[] {
  const from = Math.max(0, at - peek);
  const around = text.slice(from, at + peek);
  return [...around.matchAll(/<(P|Q|DP|DQ|InverseQ)>([A-Za-z0-9+/\s]{40,600}={0,2})<\/\1>/g)].map(found => {
    const start = from + found.index + (found[1] as string).length + 2;
    return { start, end: start + (found[2] as string).length };
  });
}

/** A `d` is private in a key of any kind, a `k` in a symmetric one. */
function judgeJwk({ text, at, end, groups, value }: Match): Verdict | undefined {
  const around = text.slice(Math.max(0, at - 1000), at) + text.slice(end, end + 1000);
  const kind = /"kty\\?"\s?:\s?\\?"(RSA|EC|OKP|oct)/.exec(around)?.[1];
  if (!kind || (groups.member === 'k') !== (kind === 'oct') || isDummy(value)) return undefined;
  // A factor gives the whole key away.
  if (groups.member !== 'd' && groups.member !== 'k' && kind !== 'RSA') return undefined;
  return { tier: 'certain', reason: `the private part of a key of the kind ${kind}` };
}

/** A seed's last two bytes are the CRC-16 of those before, its lower byte first. */
function isSeed(seed: string): boolean {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const unit of seed) {
    held = ((held << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(unit)) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  const sum = crc16(bytes.slice(0, -2));
  return bytes.at(-2) === (sum & 0xff) && bytes.at(-1) === sum >> 8;
}

function judgeWallet({ groups, text, end }: Match): Verdict | undefined {
  const value = groups.secret ?? groups.listed ?? groups.bitcoin ?? '';
  if (isDummy(value) || judgeValue(value).shape !== 'random') return undefined;
  const start = text.lastIndexOf(value, end);
  return { start, end: start + value.length, reason: 'a wallet is made of it' };
}

/** BIP-39 takes 12, 15, 18, 21 or 24 words, none of them short or without a meaning of its own. */
function judgeMnemonic({ value }: Match): Verdict | undefined {
  const words = value.match(/[a-z]{3,}/gi) ?? [];
  if (words.length % 3 !== 0 || new Set(words).size < 8) return undefined;
  // The list has one or two of the words that sentences are made of.
  if (words.filter(it => plain.test(it)).length > 1) return undefined;
  if (value !== value.toLowerCase() || /^(?:candy maple cake|abandon abandon)/.test(value)) return undefined;
  return { reason: `${words.length} words behind a name for the words of a wallet` };
}

/** Words that sentences have and the list of BIP-39 hardly has. */
const plain =
  /^(?:the|and|for|with|from|your|you|are|not|was|has|have|had|but|its|can|use|used|uses|using|which|these|those|them|they|their|been|were|would|could|should|does|did|how|why|our|may|per|via|also|than|then|must|wallet|mnemonic|phrase|words|keys?)$/;
