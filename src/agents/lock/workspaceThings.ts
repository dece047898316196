import type { AgentFile, AgentItem } from '../../core/agents';
import { type Thing, textThing, thingOf } from './lock';

/**
 * What of one file is locked: each thing that it defines, and the file itself where it is there for agents alone. Other files hold much
 * else that may change. `keep` says whether the text may be kept beside the lock.
 */
export function fileThings({ path, text }: AgentFile, items: readonly AgentItem[], keep: boolean): Thing[] {
  // A clone's own settings are nobody else's.
  if (path.startsWith('.git/')) return [];
  const own = items.filter(({ type }) => lockedTypes.has(type)).map(itemThing);
  if (mixed.test(path)) return own;
  const whole = textThing('file', path, text);
  return [keep ? whole : { kind: whole.kind, id: whole.id, hash: whole.hash }, ...own];
}

/** By what it is started as, what it may do and the names of what it gets; no value is in it. */
function itemThing({ id, origin, scopes, disabled }: AgentItem): Thing {
  const says = origin && [origin.name, origin.version].filter(it => it !== undefined).join('@');
  return thingOf('item', id, { origin, scopes, disabled: disabled === true }, says?.slice(0, 2000) || undefined);
}

/** All files of a skill's folder as one thing: their paths and hashes. */
export function skillThing(path: string, files: readonly { readonly path: string; readonly hash: string }[]): Thing {
  const lines = files.map(({ path, hash }) => `${hash}  ${path}\n`).sort();
  return textThing('skill', path, lines.join(''), `${files.length} files`);
}

/** An extension by its version and the other extensions that it brings: what an update brings is for a person to look at. */
export function extensionThing(id: string, version: string, brings: readonly string[] = []): Thing {
  const others = [...brings].sort().map(other => `brings ${other}\n`);
  return textThing('extension', id.toLowerCase(), `${version}\n${others.join('')}`, version);
}

/** What acts, or says what may be done. A client that is merely there and a key are told elsewhere. */
const lockedTypes: ReadonlySet<AgentItem['type']> = new Set([
  'server',
  'hook',
  'task',
  'permissions',
  'model',
  'extension',
  'agent',
  'workflow',
]);

/** Files that people edit for other reasons. */
const mixed =
  /(?:^|\/)(?:\.vscode\/settings\.json|package\.json|pyproject\.toml|[^/]+\.code-workspace|devcontainer\.json|\.devcontainer\.json|\.github\/workflows\/[^/]+|\.env[^/]*|\.envrc|\.gitignore)$/;
