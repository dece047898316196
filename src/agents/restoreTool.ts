import { decideRelease, type Outlet } from '../core/egress';
import type { Vault, VaultEntry } from '../core/model';
import { entriesIn, restore } from '../core/placeholders';
import type { Policy } from '../core/policy';
import { type FilePlaces, mapToolInput, type ToolText } from './tools';

/** A value that would go somewhere by a tool, and what the policy says of it. */
export interface Release {
  readonly entry: VaultEntry;
  readonly outlet: Outlet;
  readonly action: 'allow' | 'ask' | 'block';
  readonly reason: string;
}

export interface RestoredInput<T> {
  /** The input with the released values; whatever isn't released keeps its placeholder. */
  readonly input: T;
  readonly changed: boolean;
  /** What the policy asks about, whether or not it was granted. */
  readonly asked: readonly Release[];
  readonly refused: readonly Release[];
}

export interface RestoreParts {
  readonly vault: Vault;
  readonly policy: Policy;
  readonly files: FilePlaces;
  /** Whether the person lets these values go; asked once for a whole tool call. */
  ask(releases: readonly Release[], tool: string): Promise<boolean>;
}

/** Puts values back into a tool's input, each only where the policy lets it go. */
export async function restoreToolInput<T>(tool: string, input: T, parts: RestoreParts): Promise<RestoredInput<T>> {
  const releases: Release[] = [];
  await mapToolInput(tool, input, parts.files, async text => {
    releases.push(...releasesOf(text, parts));
    return text.text;
  });
  const asked = releases.filter(({ action }) => action === 'ask');
  const refused = releases.filter(({ action }) => action === 'block');
  const granted = asked.length === 0 || (await parts.ask(asked, tool));
  let changed = false;
  const restored = await mapToolInput(tool, input, parts.files, async text => {
    const withheld = new Set(
      releasesOf(text, parts)
        .filter(({ action }) => action === 'block' || (action === 'ask' && !granted))
        .map(({ entry }) => entry),
    );
    const result = restore(text.text, parts.vault, 'text', entry => (withheld.has(entry) ? undefined : entry.value));
    changed ||= result !== text.text;
    return result;
  });
  return { input: restored, changed, asked, refused };
}

/**
 * For where nobody can be asked: what a value does in a file or in a command on this machine, the client asks about by its own rules;
 * a tool may carry it anywhere.
 */
export function staysHere(releases: readonly Release[]): boolean {
  return releases.every(
    ({ outlet: { sink, hosts = [] } }) => sink !== 'tool' && sink !== 'network' && hosts.length === 0,
  );
}

function releasesOf({ text, outlets }: ToolText, { vault, policy }: RestoreParts): Release[] {
  return entriesIn(text, vault).flatMap(entry =>
    outlets.map(outlet => ({ entry, outlet, ...decideRelease(entry, outlet, policy) })),
  );
}
