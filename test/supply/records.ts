import type { Table } from '../../src/core/untyped';

export interface MadeUp {
  readonly id: string;
  readonly name: string;
  readonly ecosystem?: string;
  readonly events?: readonly Readonly<Record<string, string | undefined>>[];
  readonly [more: string]: unknown;
}

/** A record of OSV's schema about one package. */
export function osvRecord({ id, name, ecosystem = 'npm', events = [{ introduced: '0' }], ...more }: MadeUp): Table {
  const { versions, ...rest } = more;
  const affected = {
    package: { name, ecosystem },
    ranges: [{ type: 'SEMVER', events }],
    ...(versions ? { versions } : {}),
  };
  const base = { schema_version: '1.7.0', modified: '2026-11-01T00:00:00Z', aliases: [], summary: `${id} of ${name}` };
  return { id, ...base, affected: [affected], ...rest };
}
