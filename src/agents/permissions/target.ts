import type { AgentPermissions, FileAccess, FileRule } from '../../core/agentPermissions';
import { braces } from '../../core/shell/shellWord';
import type { ToolAction } from '../../core/toolPermissions';

/** One glob of the matrix with what it says of one access, in the order in which the last that matches counts. */
export interface Entry {
  readonly glob: string;
  readonly action: ToolAction;
}

/** What a client's own file should hold. */
export interface Wanted {
  /** Lines of an ignore file, elements of a list, or fields of an object; see the target. */
  readonly entries: readonly WantedEntry[];
  /** What the client's format can't say, in words: where it is stricter than the matrix, and where only the hooks hold it. */
  readonly notes: readonly string[];
}

export interface WantedEntry {
  /** The keys that lead to it; empty in an ignore file. */
  readonly path: readonly string[];
  readonly text: string;
  /** Set where it is a field of an object. */
  readonly value?: unknown;
}

/** One file in which a client is told what it may do. */
export interface PermissionTarget {
  /** The client's name, as `lockside hook` and rules know it. */
  readonly client: string;
  /** Relative to the workspace. */
  readonly file: string;
  readonly kind: 'ignore' | 'json';
  /** Files and folders of the workspace that say that the client is used here. */
  readonly signs: readonly string[];
  wanted(matrix: AgentPermissions): Wanted;
}

/**
 * The globs of all layers in one order: the defaults, then the one layer that may loosen them, with its exceptions; of all other layers
 * only what they hold back. So whatever any layer holds back is held back; an exception that was left out is told.
 */
export function entriesFor(
  { layers }: AgentPermissions,
  client: string,
  access: FileAccess,
): { readonly entries: readonly Entry[]; readonly left: readonly string[] } {
  const entries: Entry[] = [];
  const left: string[] = [];
  const loosening = layers.find(({ layer, tightenOnly }) => layer !== 'default' && !tightenOnly);
  const first = layers.filter(one => one.layer === 'default' || one === loosening);
  for (const one of [...first, ...layers.filter(it => !first.includes(it))])
    for (const rule of one.rules ?? []) {
      const action = rule[access];
      if (action === undefined || !concerns(rule, client)) continue;
      for (const glob of rule.paths.flatMap(it => braces(it)))
        if (action !== 'allow' || first.includes(one)) entries.push({ glob: glob.replace(/^\.\//, ''), action });
        else left.push(glob);
    }
  return { entries, left };
}

function concerns({ clients, read, edit, write }: FileRule, client: string): boolean {
  if (!clients) return true;
  if (clients.includes(client) || clients.includes('*')) return true;
  // A glob that may mean this client counts where it holds back.
  return [read, edit, write].some(action => action === 'block') && clients.some(glob => /[*?[{]/.test(glob));
}

/** Whether a glob is about files outside the workspace. */
export function isOutside(glob: string): boolean {
  return /^(?:\/|~|[A-Za-z]:)/.test(glob);
}

export function stricterThan(left: readonly string[]): readonly string[] {
  return left.length === 0 ? [] : [`stricter than the matrix: it can't except ${left.join(', ')}`];
}
