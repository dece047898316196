import type { AuditRecord, Channel, Fingerprinter, Layer, VaultEntry } from './model';

/** A value that came back to some place, or was to: into an answer, a tool call, a file. */
export interface Restore {
  readonly entry: VaultEntry;
  readonly channel: Channel;
  readonly destination: AuditRecord['destination'];
  /** `allow`: it did; `ask`: a person is asked by the client, which doesn't tell; `block`: the placeholder stays. */
  readonly action: 'allow' | 'ask' | 'block';
  readonly layer: Layer;
  /** A clause without what a model wrote: no path, no command. */
  readonly reason: string;
}

/** What came back in the answer of a model, which its client shows; `name` is `copilot/gpt-5`. */
export function answered(channel: Channel, name: string, entries: Iterable<VaultEntry>): Restore[] {
  const reason = 'an answer gets its values back';
  const destination = { kind: 'answer', name } as const;
  return Array.from(entries, entry => ({ entry, channel, destination, action: 'allow', layer: 'default', reason }));
}

/** One record for all values of a kind that the same was decided about, with how many there are; never one of them itself. */
export function restoreRecords(restores: readonly Restore[], fingerprint: Fingerprinter): AuditRecord[] {
  const records = new Map<string, { record: AuditRecord; values: Set<VaultEntry> }>();
  for (const { entry, ...place } of restores) {
    const { detector, placeholder, value } = entry;
    const { destination, action, layer, reason } = place;
    const key = JSON.stringify([detector, destination.kind, destination.name, action, layer, reason]);
    const known = records.get(key) ?? {
      record: { ...place, restored: true, detector, placeholder, fingerprint: fingerprint(detector, value) },
      values: new Set(),
    };
    records.set(key, known);
    known.values.add(entry);
  }
  return Array.from(records.values(), ({ record, values: { size } }) =>
    size > 1 ? { ...record, count: size } : record,
  );
}
