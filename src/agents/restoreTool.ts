import { type Release as Decided, decideRelease, type Outlet } from '../core/egress';
import type { Channel, Destination, Vault, VaultEntry } from '../core/model';
import { entriesIn, restore } from '../core/placeholders';
import type { Policy } from '../core/policy';
import type { Restore } from '../core/restores';
import { type FilePlaces, mapToolInput, type ToolText, toolKind } from './tools';

/** A value that would go somewhere by a tool, and what the policy says of it. */
export interface Release extends Decided {
  readonly entry: VaultEntry;
  readonly outlet: Outlet;
}

export interface RestoredInput<T> {
  /** The input with the released values; whatever isn't released keeps its placeholder. */
  readonly input: T;
  readonly changed: boolean;
  /** What the policy asks about, whether or not it was granted. */
  readonly asked: readonly Release[];
  readonly refused: readonly Release[];
  /** All of them, each value once for each place. */
  readonly releases: readonly Release[];
  /** Whether what the policy asks about may go. */
  readonly granted: boolean;
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
  return { input: restored, changed, asked, refused, releases, granted };
}

/** What becomes of a whole call: it goes on, its client asks about it, or it is refused. */
export type CallOutcome = 'goes' | 'asks' | 'refused';

/** What the record gets of a tool's input: the values that came back into it, by place and by what was decided. */
export function restoresOf(
  channel: Channel,
  tool: string,
  { releases, granted }: Pick<RestoredInput<unknown>, 'releases' | 'granted'>,
  outcome: CallOutcome = 'goes',
): Restore[] {
  return releases.map(release => {
    const { entry, layer, rule: reason, outlet } = release;
    const action = actionOf(release, granted, outcome);
    return { entry, channel, destination: placeOf(tool, outlet), action, layer, reason };
  });
}

function actionOf({ action }: Release, granted: boolean, outcome: CallOutcome): Restore['action'] {
  if (outcome === 'refused' || action === 'block' || (action === 'ask' && !granted)) return 'block';
  return outcome === 'asks' ? 'ask' : 'allow';
}

/** Of a command only what it runs is told, of a file elsewhere not even its name: they hold what a model wrote, or a person's. */
function placeOf(tool: string, { sink, label, hosts = [], path }: Outlet): Destination {
  if (hosts.length > 0) return { kind: 'network', name: hosts.join(', ') };
  if (path !== undefined) return { kind: 'file', name: path };
  if (sink === 'command') return { kind: 'command', name: label.trim().split(/\s/, 1)[0] ?? '' };
  return toolKind(tool) === 'edit' ? { kind: 'file', name: 'outside the workspace' } : { kind: 'tool', name: label };
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
