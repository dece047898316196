import { decideRelease, type Release } from '../../core/egress';
import type { VaultEntry } from '../../core/model';
import { entriesIn, restore } from '../../core/placeholders';
import type { Restore } from '../../core/restores';
import type { ValueVerdict } from '../../core/toolPermissions';
import { applyEdits, sourceEdits, textsOf } from '../texts';
import type { ObjectShape } from '../walkJson';
import type { Call } from './judgeCall';
import type { FilePlace, McpParts } from './parts';

/** A value that would go to a server by a call's arguments. */
export interface ValueRelease extends Release {
  readonly entry: VaultEntry;
}

/** What a value from a server has for its origin, so that it may go back there. */
export function originOf(server: string): string {
  return `mcp:${server}`;
}

/**
 * What the policy says of each value whose placeholder stands in a message. A closed server is a process of this machine none of
 * whose tools reaches out: what it gave, or what stands in the file that the call names, tells it nothing new.
 */
export async function releasesOf(
  raw: string,
  { tool, facts }: Call,
  parts: McpParts,
  closed: boolean,
  values: ValueVerdict | undefined,
): Promise<readonly ValueRelease[]> {
  const { guard, server } = parts;
  if (!mayHold.test(raw) && guard.vault.synthetics.size === 0) return [];
  const entries = entriesIn(raw, guard.vault);
  if (entries.length === 0) return [];
  const stays = (closed || tool.startsWith('resources/')) && facts.hosts.length === 0 && facts.recipients.length === 0;
  const place = stays && facts.paths.length === 1 ? await parts.describe(facts.paths[0] as string) : undefined;
  const label = `${tool} of ${server}`;
  return entries.map(entry => {
    const reaches = [...facts.hosts, ...facts.recipients.map(one => one.slice(one.lastIndexOf('@') + 1))];
    const foreign = reaches.find(host => !entry.origins.has(`host:${host}`));
    if (foreign !== undefined)
      return { entry, ...decideRelease(entry, { sink: 'tool', label, hosts: reaches }, guard.policy()) };
    if (values !== undefined)
      return { entry, ...values, reason: `${permissionsRule} for ${label}`, rule: permissionsRule };
    return {
      entry,
      ...decideRelease(entry, stays ? outletOf(place, label, entry, server) : { sink: 'tool', label }, guard.policy()),
    };
  });
}

const permissionsRule = 'lockside.mcp.permissions';

/** What the record gets of a call's values: that they went to its tool, or what became of them. */
export function restoresOf(
  tool: string,
  releases: readonly ValueRelease[],
  outcome: 'goes' | 'refused',
): readonly Restore[] {
  const action = outcome === 'goes' ? 'allow' : 'block';
  const place = { channel: 'gateway', destination: { kind: 'tool', name: tool }, action } as const;
  return releases.map(({ entry, layer, rule: reason }) => ({ ...place, entry, layer, reason }));
}

/** Where no word of these stands, no placeholder does; an escape may stand for any letter. */
const mayHold = /(?:SECRET|PII|HIDDEN|INJECTION)[\\_-]|\\u/i;

function outletOf(place: FilePlace | undefined, label: string, { origins }: VaultEntry, server: string) {
  if (place?.relative !== undefined && !origins.has(`file:${originOf(server)}`)) {
    const { relative: path, published, holdsValue } = place;
    return { sink: published ? 'publishedFile' : 'workspaceFile', label: path, path, holdsValue } as const;
  }
  return { sink: 'tool', label, path: originOf(server) } as const;
}

/** Puts released values into the parameters of a message, within its strings; everything else stays byte for byte. */
export function restoreArguments(
  raw: string,
  value: unknown,
  parts: McpParts,
  released: ReadonlySet<VaultEntry>,
): string {
  const { vault } = parts.guard;
  const { texts, result } = textsOf(raw, value, paramsOnly, () => ({}));
  for (const place of texts) {
    if (place.token.kind !== 'string') continue;
    const text = String(place.token.value);
    const restored = restore(text, vault, 'text', entry => (released.has(entry) ? entry.value : undefined));
    if (restored !== text) applyEdits(place, sourceEdits(place, [{ start: 0, end: text.length, text: restored }]));
  }
  return result();
}

const paramsOnly: ObjectShape = {
  keys: {
    ...{ jsonrpc: 'opaque', id: 'opaque', method: 'opaque' },
    params: { keys: { name: 'opaque', uri: 'plain', arguments: undefined, task: 'opaque', _meta: 'opaque' } },
  },
};
