import { sha256 } from '@noble/hashes/sha2';
import { keccak_256 } from '@noble/hashes/sha3';
import { isBech32 } from './checksum';
import type { Detector, Match, Verdict } from './detector';
import { hasRun } from './hasRun';

/** Addresses of crypto wallets, which lead to all that their holder ever paid. */
export const cryptoAddress: readonly Detector[] = [
  {
    id: 'pii/crypto-address',
    title: 'address of a crypto wallet',
    severity: 'warning',
    tier: 'likely',
    keywords: [
      // What Bitcoin's addresses begin with, in base58.
      ...[...'123456789abcdefghijkmnopqrstuvwxyz'].flatMap(unit => [`1${unit}`, `3${unit}`]),
      ...['bc1', 'tb1', 'ltc1', 'addr1', 'stake1', 'cosmos1', 'osmo1', 'terra1', 'juno1', 'inj1', 'celestia1', '0x'],
      ...[
        'bitcoin',
        'btc',
        'wallet',
        'ethereum',
        'eth_',
        'eth ',
        'eth:',
        'litecoin',
        'ltc',
        'dogecoin',
        'doge',
        'ripple',
      ],
      ...['xrp', 'solana', 'tron', 'trx', 'usdt', 'usdc', 'monero', 'xmr', 'cardano', 'zcash', 'crypto', 'blockchain'],
    ],
    boundary: 'none',
    // The address itself, or a word for one and what follows it.
    pattern:
      /(?:(?:0x[0-9a-f]{40}|[a-z0-9]{26,110})(?!\w)|[^\n]{2,60}?(?<![\w/+-])(?<secret>[a-z0-9]{25,106})(?![\w/+=-]))/i,
    glance: mayBeAddress,
    accept: judgeAddress,
    hits: [
      'donate to ‹1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa›',
      '"btc": "‹bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4›"',
      'wallet: ‹0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed›',
      'eth_address=‹0x{hex:40}›',
      'XRP: ‹rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh›',
    ],
    misses: [
      'donate to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
      'const topic = 0x{hex:40};',
      'id 3{alnum:30}',
      'integrity 1{base64:40}',
    ],
  },
];

/** Told by the first two units where they aren't a word's: an address is long, and of one alphabet. */
function mayBeAddress(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first === 49 || first === 51)
    return (
      isWordUnit(text.charCodeAt(at + 25)) &&
      !isWordUnit(text.charCodeAt(at - 1)) &&
      isAddressLength(wordLength(text, at))
    );
  if (first === 48)
    return isWordUnit(text.charCodeAt(at + 41)) && !isWordUnit(text.charCodeAt(at - 1)) && wordLength(text, at) === 42;
  return hasRun(text, at, farthest, 25);
}

/** Of Bitcoin, and of Solana. */
function isAddressLength(length: number): boolean {
  return (length >= 26 && length <= 35) || length === 43 || length === 44;
}

/** A name, what stands between, and an address's beginning. */
const farthest = 100;

function isWordUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function wordLength(text: string, at: number): number {
  let end = at;
  while (end - at < 50 && isWordUnit(text.charCodeAt(end))) end++;
  return end - at;
}

/** By its own checksum anywhere, by its form beside a word for its coin. */
function judgeAddress({ text, at, start, end, groups }: Match): Verdict | undefined {
  const value = text.slice(start, end);
  const before = text.slice(Math.max(0, at - 40), start);
  if (/[\w+$]$/.test(text.slice(Math.max(0, start - 1), start))) return undefined;
  if (groups.secret !== undefined && !wordOf(text.slice(at, start))) return undefined;
  const spoken = groups.secret !== undefined || wordOf(before);
  const coin = coins.find(it => it.form.test(value) && (it.valid?.(value) ?? spoken));
  if (coin)
    return spoken
      ? { start, end, reason: `the form of an address of ${coin.name}` }
      : { start, end, severity: 'information', reason: `the checksum of an address of ${coin.name}` };
  const formed = spoken && coins.find(it => it.form.test(value) && it.word.test(before));
  return formed ? { start, end, reason: `the form of an address of ${formed.name}, beside its name` } : undefined;
}

function wordOf(text: string): boolean {
  return /bitcoin|\bbtc|_btc|wallet|ethereum|\beth(?![a-z])|_eth(?![a-z])|litecoin|\bltc|doge|ripple|\bxrp|solana|\btron\b|\btrx|usd[tc]|monero|\bxmr|cardano|zcash|crypto.?(?:addr|currency|wallet|payment|donat)|blockchain.?addr/i.test(
    text,
  );
}

interface Coin {
  readonly name: string;
  readonly form: RegExp;
  readonly word: RegExp;
  /** Its checksum; none where the form has none. */
  readonly valid?: (value: string) => boolean;
}

const coins: readonly Coin[] = [
  coin('Bitcoin', /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/, /bitcoin|btc|wallet|crypto/i, it => isBase58(it, [0, 5])),
  coin('Bitcoin', /^(?:bc|tb)1[02-9ac-hj-np-z]{11,71}$/i, /bitcoin|btc|wallet|crypto/i, isSegwit),
  coin('Litecoin', /^ltc1[02-9ac-hj-np-z]{11,71}$/i, /litecoin|ltc|wallet|crypto/i, isSegwit),
  coin('Litecoin', /^[LM3][1-9A-HJ-NP-Za-km-z]{25,33}$/, /litecoin|ltc/i, it => isBase58(it, [0x30, 0x32])),
  coin('Dogecoin', /^D[1-9A-HJ-NP-Za-km-z]{24,33}$/, /doge/i, it => isBase58(it, [0x1e])),
  coin('Tron', /^T[1-9A-HJ-NP-Za-km-z]{33}$/, /tron|trx|usdt/i, it => isBase58(it, [0x41])),
  coin('Ripple', /^r[1-9A-HJ-NP-Za-km-z]{24,34}$/, /ripple|xrp/i, it => isBase58(it, [0], rippleUnits)),
  coin('Ethereum', /^0x[0-9a-f]{40}$/i, /ethereum|eth|wallet|crypto|usd[tc]/i, isMixedEthereum),
  coin('Cardano', /^(?:addr|stake)1[02-9ac-hj-np-z]{50,103}$/, /cardano|ada|wallet/i, it => isBech32(it)),
  coin('Cosmos', /^(?:cosmos|osmo|terra|juno|inj|celestia)1[02-9ac-hj-np-z]{38,58}$/, /cosmos|wallet/i, it =>
    isBech32(it),
  ),
  coin('Monero', /^[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}$/, /monero|xmr/i),
  coin('Solana', /^[1-9A-HJ-NP-Za-km-z]{43,44}$/, /solana|\bsol\b/i, () => false),
];

function coin(name: string, form: RegExp, word: RegExp, valid?: Coin['valid']): Coin {
  return { name, form, word, ...(valid ? { valid } : {}) };
}

/** BIP 173 and 350: version 0 has the older constant. */
function isSegwit(value: string): boolean {
  const lower = value.toLowerCase();
  if (lower !== value && value.toUpperCase() !== value) return false;
  return isBech32(value, lower.charAt(lower.indexOf('1') + 1) === 'q' ? 1 : 0x2bc830a3);
}

/** EIP-55: a letter is upper case where the digit of the hash at its place is eight or more; one case throughout says nothing. */
function isMixedEthereum(value: string): boolean {
  const digits = value.slice(2);
  if (!/[a-f]/.test(digits) || !/[A-F]/.test(digits)) return false;
  const hash = keccak_256(digits.toLowerCase());
  return [...digits].every((unit, at) => {
    const nibble = at % 2 === 0 ? (hash[at >> 1] as number) >> 4 : (hash[at >> 1] as number) & 15;
    return /\d/.test(unit) || nibble > 7 === /[A-F]/.test(unit);
  });
}

const bitcoinUnits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const rippleUnits = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

/** A version, twenty bytes, and the first four of their twofold SHA-256, in base 58. */
function isBase58(value: string, versions: readonly number[], units = bitcoinUnits): boolean {
  let number = 0n;
  for (const unit of value) number = number * 58n + BigInt(units.indexOf(unit));
  if (number >> 200n !== 0n) return false;
  const bytes = Uint8Array.from({ length: 25 }, (_, at) => Number((number >> BigInt(8 * (24 - at))) & 255n));
  const sum = sha256(sha256(bytes.subarray(0, 21)));
  return versions.includes(bytes[0] as number) && bytes.subarray(21).every((byte, at) => byte === sum[at]);
}
