import type { Vault } from '../core/model';
import { entriesIn } from '../core/placeholders';

/**
 * Takes the address out of images and links in an answer that would carry data away: whoever shows an answer fetches its images
 * at once, so that an injected instruction needs nobody's click (EchoLeak, CVE-2025-32711). Texts arrive in pieces, split
 * anywhere; an address that is not over yet is held back. `tell` hears the host.
 */
export function createNeutraliser(vault: Vault, tell: (host: string) => void) {
  let held = '';
  let shown = '';
  const show = (text: string): string => {
    shown += text;
    if (shown.length > 10 * context) shown = shown.slice(-context);
    return text;
  };
  const pass = (text: string): string => {
    if (!text.includes('://')) return show(text);
    let from = 0;
    let result = '';
    for (const match of text.matchAll(address)) {
      const before = (shown + result + text.slice(from, match.index)).slice(-context);
      result += text.slice(from, match.index) + (carries(match[0], before, vault, tell) ? instead : match[0]);
      from = match.index + match[0].length;
    }
    return show(result + text.slice(from));
  };
  return {
    push(piece: string): string {
      const text = held + piece;
      const ready = unfinished.exec(text)?.index ?? text.length;
      held = text.length - ready > longest ? '' : text.slice(ready);
      return pass(held === '' ? text : text.slice(0, ready));
    },
    end(): string {
      const rest = held;
      held = '';
      return pass(rest);
    },
  };
}

/** What stands in place of an address: it leads nowhere. */
const instead = '#held-back-by-lockside';

/** So much of what stands before an address tells what it is for. */
const context = 400;

const longest = 8000;
const address = /https?:\/\/[^\s<>()"'`\]]+/gi;
const unfinished = /h(?:t(?:t(?:p(?:s?(?::(?:\/(?:\/[^\s<>()"'`\]]*)?)?)?)?)?)?)?$/i;

const image = /!\[[^\]\n]{0,300}\]\(\s*<?$|<img\b[^>]{0,300}\bsrc\s*=\s*["']?$/i;
/** `[name]: address`, which an image may refer to from anywhere. */
const definition = /(?:^|\n)[ \t>]{0,8}\[[^\]\n]{1,200}\]:\s*<?$/;
const link = /\]\(\s*<?$|\bhref\s*=\s*["']?$/i;

function carries(url: string, before: string, vault: Vault, tell: (host: string) => void): boolean {
  const isFetched = image.test(before) || definition.test(before);
  if (!isFetched && !link.test(before)) return false;
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  const host = parsed.hostname;
  const foreign = entriesIn(url, vault).some(({ origins }) => !origins.has(`host:${host}`));
  if (!foreign && !(isFetched && !harmless.test(host) && holdsData(parsed))) return false;
  tell(host);
  return true;
}

/** Their own operators alone see what is asked of them: badges and code hosts. */
const harmless =
  /^(?:img\.shields\.io|badgen\.net|badge\.fury\.io|codecov\.io|(?:www\.)?github\.com|[\w-]+\.githubusercontent\.com|gitlab\.com|localhost|127\.[\d.]+)$/;

/** Sizes, names and versions are short; what is longer, has words or looks encoded may be anything. */
function holdsData({ searchParams, hash, pathname, username }: URL): boolean {
  const values = [...Array.from(searchParams, ([name, value]) => `${value || name}`), hash.slice(1), username];
  return (
    values.some(value => value.length > 16 || /\s/.test(value.trim())) ||
    values.join('').length > 48 ||
    pathname.split('/').some(looksEncoded)
  );
}

/** Long, and of digits, small and capital letters alike: base64. A hash of a commit has small letters only. */
function looksEncoded(part: string): boolean {
  return part.length >= 40 && /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part) && /^[\w=+%.-]+$/.test(part);
}
