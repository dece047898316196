import type { AuditRecord } from '../../core/model';

/** Who writes events: the room of Lockside that stood on the way out. */
export interface Surroundings {
  /** `editor`, `gateway`, `hook`, `mcp`, `cli`. */
  readonly writer: string;
  /** The workspace's folder by its name alone. */
  readonly workspace: string;
  /** The AI client or MCP server, where it is known. */
  readonly client?: string;
}

/** One decision as the trail keeps it: no value, no text. */
export interface AuditEvent extends Omit<AuditRecord, 'destination'>, Surroundings {
  /** ISO 8601 in UTC, milliseconds. */
  readonly time: string;
  /** `kind:name`, as rules write it. */
  readonly destination: string;
}

/** Names what was decided for the trail; `now` is in milliseconds since 1970. */
export function toEvent(record: AuditRecord, surroundings: Surroundings, now: number): AuditEvent {
  const { kind, name } = record.destination;
  return { ...record, ...surroundings, destination: `${kind}:${name}`, time: new Date(now).toISOString() };
}
