import { judgeTold } from './judge/judgeTold';
import type { Span } from './model';

/**
 * The lines of a file that is called after what it holds, and holds nothing else: `secrets/db_password`, `.vault_pass`, `master.key`, a
 * few lines of it at most. Without the file's name nothing tells them.
 */
export function secretLines(text: string, path: string | undefined): Span[] {
  if (path === undefined || text.length > longest || !named.test(path)) return [];
  const lines = [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => line.trim() !== '');
  if (lines.length > most) return [];
  return lines.flatMap(({ 0: line, index }) => {
    // A user may stand before it.
    const [, user = '', value = ''] = /^\s*([\w.@+-]{1,60}:)?([^\s:{}<>[\]]{6,400})\s*$/.exec(line) ?? [];
    const start = index + line.indexOf(user + value) + user.length;
    return judgeTold(value) === undefined ? [] : [{ start, end: start + value.length }];
  });
}

const longest = 6000;
const most = 40;

const named =
  /(?:^|\/)(?:[\w.-]{0,40}(?:passwords?|(?<!ht)passwds?|passphrase|secrets?|tokens?|credentials?|api[-_]?keys?|vault[-_]?pass|master\.key|erlang\.cookie|logins?)(?:[-_][\w-]{1,20})?(?:\.(?:txt|key|secret|pass|token|list))?|(?:run\/)?\.?secrets?\/[\w-]{1,60}(?:\.txt)?|auth(?:-user-pass)?\.txt|[\w-]{1,40}\.(?:secret|token|passwd|pass|apikey))$/i;
