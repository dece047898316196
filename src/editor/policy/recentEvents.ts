import type { AuditEvent } from '../../audit/trail/auditEvent';
import { eventsOf, readSegment, segmentsIn } from '../../audit/trail/readTrail';
import { trailFolder } from '../../audit/trail/trailFolder';
import type { Destination } from '../../core/model';
import type { PastDecision } from '../../core/simulate';
import { stateFolder } from '../../io/stateFolder';

/** So many are read at most: what is looked at in a window must not hold it up. */
export const mostEvents = 20_000;

/** This user's newest events that aren't sealed, oldest first; `more` where there are older ones. Other work goes on between its segments. */
export async function recentEvents(): Promise<{ events: AuditEvent[]; more: boolean }> {
  const folder = trailFolder(stateFolder());
  const events: AuditEvent[] = [];
  const newest = segmentsIn(folder).toReversed();
  for (const [index, id] of newest.entries()) {
    events.push(...eventsOf(readSegment(folder, id)));
    if (events.length >= mostEvents)
      return { events: sorted(events).slice(-mostEvents), more: index < newest.length - 1 };
    await new Promise(resolve => setImmediate(resolve));
  }
  return { events: sorted(events), more: false };
}

function sorted(events: AuditEvent[]): AuditEvent[] {
  return events.sort((one, other) => (one.time < other.time ? -1 : 1));
}

/** The destination that an event names as `kind:name`. */
export function destinationOf(text: string): Destination {
  const at = text.indexOf(':');
  return { kind: text.slice(0, Math.max(0, at)) as Destination['kind'], name: text.slice(at + 1) };
}

/** Events as decisions that can be made anew; what could not be scanned has no finding, and what came back was decided on by other rules. */
export function pastOf(events: readonly AuditEvent[]): PastDecision[] {
  return events
    .filter(({ restored }) => !restored)
    .map(({ detector, fingerprint, destination, path }) => ({
      ...{ detector, fingerprint, destination: destinationOf(destination) },
      source: path === undefined ? {} : { path },
    }));
}
