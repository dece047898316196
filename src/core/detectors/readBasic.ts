/** What basic authorization carries: base64 of a user's name, a colon and a password; undefined where it decodes to anything else. */
export function readBasic(value: string): { readonly user: string; readonly password: string } | undefined {
  const plain = decodeBase64(value);
  const colon = plain.indexOf(':');
  if (colon < 0 || colon === plain.length - 1 || !/^[\x20-\x7e]{2,400}$/.test(plain)) return undefined;
  return { user: plain.slice(0, colon), password: plain.slice(colon + 1) };
}

/** The bytes of base64 or base64url as units; what is neither is left out. Reads some hundred units at most. */
export function decodeBase64(text: string): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const unit of text.slice(0, 400)) {
    const digit = alphabet.indexOf(unit === '-' ? '+' : unit === '_' ? '/' : unit);
    if (digit < 0) continue;
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 0xff);
  }
  return out;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
