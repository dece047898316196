import type { Span } from '../../core/model';
import { fieldsOf } from '../../core/untyped';
import type { Holder } from './holder';
import type { Look } from './look';

const longest = 90;
const day = 24 * 60 * 60;

/** Tells tokens that say of themselves how long they hold: without an end, for longer than 90 days, or issued so long ago. */
export function checkTokenAge(look: Look, holders: readonly Holder[]): void {
  for (const { node, name, item } of holders) {
    const value = String(node.value ?? '');
    const token = /\beyJ[\w-]{8,2000}\.(eyJ[\w-]{8,4000})\.[\w-]*/.exec(value);
    const why = token && ageOf(token[1]!, Date.parse(look.today) / 1000);
    if (token && why)
      look.finding('agent/token-age', spanOf(look, node.span, token[0]), `${name}: ${why}`, {
        ...(item ? { item } : {}),
        value: `${name}:${why}`,
      });
  }
}

/** The day on which a token says that it ends, `YYYY-MM-DD`. */
export function expiryOf(value: string): string | undefined {
  const payload = /\beyJ[\w-]{8,2000}\.(eyJ[\w-]{8,4000})\.[\w-]*/.exec(value)?.[1];
  const exp = payload === undefined ? undefined : claimsOf(payload).exp;
  return typeof exp === 'number' && exp > 0 && exp < 1e11 ? new Date(exp * 1000).toISOString().slice(0, 10) : undefined;
}

/** Where the token itself stands; all of the value where the file writes it with escapes. */
function spanOf({ file }: Look, span: Span, token: string): Span {
  const at = file.text.slice(span.start, span.end).indexOf(token);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + token.length };
}

function ageOf(payload: string, now: number): string | undefined {
  const { iat, exp } = claimsOf(payload);
  if (typeof exp !== 'number') return 'the token never ends';
  if (exp < now) return undefined;
  if (typeof iat === 'number' && exp - iat > longest * day)
    return `the token holds for ${Math.round((exp - iat) / day)} days`;
  return typeof iat === 'number' && now - iat > longest * day
    ? `the token is ${Math.round((now - iat) / day)} days old`
    : undefined;
}

function claimsOf(payload: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))));
  } catch {
    return { exp: 0 };
  }
}
