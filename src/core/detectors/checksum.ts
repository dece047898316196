/** CRC-32 (IEEE 802.3) of ASCII text, unsigned. */
export function crc32(text: string): number {
  let crc = ~0;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** CRC-16 (XMODEM: polynomial 0x1021, beginning with 0) of bytes. */
export function crc16(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

/** A number in base 62, digits before upper before lower case, padded with zeros: how GitHub and npm write checksums. */
export function base62(number: number, width: number): string {
  let rest = number;
  let out = '';
  while (rest > 0) {
    out = (base62Digits[rest % 62] as string) + out;
    rest = Math.floor(rest / 62);
  }
  return out.padStart(width, '0');
}

const base62Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 36, padded with zeros: how GitLab writes checksums and lengths. */
export function base36(number: number, width: number): string {
  return number.toString(36).padStart(width, '0');
}

/** A checksum as eight hexadecimal digits, its lowest byte first: how Grafana writes it. */
export function hexLittleEndian(number: number): string {
  return [0, 8, 16, 24].map(shift => ((number >>> shift) & 0xff).toString(16).padStart(2, '0')).join('');
}

/** True when digits (read right to left, every second doubled) sum to a multiple of ten. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
