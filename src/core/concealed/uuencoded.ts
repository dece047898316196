import type { Encoded } from './encoded';

/** What stands between `begin 644 name` and `end`, as uuencode writes it (POSIX): each line tells how many bytes it holds. */
export function uuencodedIn(text: string): Encoded[] {
  const found: Encoded[] = [];
  for (let at = text.indexOf('begin '); at >= 0; at = text.indexOf('begin ', at + 6)) {
    opening.lastIndex = at;
    const opened = opening.exec(text);
    if (!opened) continue;
    const { said, end } = linesFrom(text, at + opened[0].length, opened[1] as string);
    if (said.length >= 8) found.push({ start: at, end, text: said, how: 'uuencoded' });
  }
  return found;
}

const opening = /begin [0-7]{3,4} [^\n\\]{1,200}?(\r?\n|\\n)/y;
const longest = 256 * 1024;

function linesFrom(text: string, from: number, lineEnd: string): { said: string; end: number } {
  let said = '';
  let at = from;
  while (at - from < longest) {
    const count = text.charCodeAt(at) - 32;
    if (!(count > 0 && count <= 45)) break;
    const digits = Math.ceil(count / 3) * 4;
    const bytes = bytesOf(text.slice(at + 1, at + 1 + digits));
    if (!bytes) break;
    said += String.fromCharCode(...bytes.slice(0, count)).replace(/[^\t\n\r -~]/g, '\n');
    at += 1 + digits;
    const next = text.indexOf(lineEnd, at);
    // Some add a letter for a checksum.
    if (next < 0 || next - at > 2) break;
    at = next + lineEnd.length;
  }
  return { said, end: at };
}

function bytesOf(digits: string): number[] | undefined {
  const bytes: number[] = [];
  let held = 0;
  for (let i = 0; i < digits.length; i++) {
    const code = digits.charCodeAt(i);
    if (code < 32 || code > 96) return undefined;
    held = (held << 6) | ((code - 32) & 63);
    if (i % 4 !== 3) continue;
    bytes.push((held >> 16) & 255, (held >> 8) & 255, held & 255);
    held = 0;
  }
  return bytes;
}
