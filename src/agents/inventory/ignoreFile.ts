import type { Look } from './look';

/** Files that keep paths from a client: listed with how many lines they have, as far as they say something. */
export function lookAtIgnore(look: Look): void {
  const { text, path } = look.file;
  const paths = text
    .split(/\r?\n/)
    .map(it => it.trim())
    .filter(it => it !== '' && !it.startsWith('#'));
  look.item('ignore', path, { start: 0, end: 0 }, { scopes: { folders: paths.slice(0, 200) } });
}
