import type { AuditSink } from '../../core/model';
import type { Trail, TrailOptions } from './openTrail';
import { sealFolder } from './trailFolder';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './openTrail'): typeof import('./openTrail');

/** What of the settings says how the trail is kept; asked at each record. */
export interface TrailPolicy {
  readonly kept: boolean;
  /** What can't be recorded may not go. */
  readonly required: boolean;
  /** Who may read it, `age1…`; empty for everybody who may read the files. */
  readonly recipients?: readonly string[];
}

/** A trail that is opened at the first decision, and what becomes of a text whose decisions can't be recorded. */
export function createLateTrail(
  options: TrailOptions,
  policy: () => TrailPolicy,
): Pick<Trail, 'state' | 'close'> & { readonly record: AuditSink } {
  let made: Trail | undefined;
  let readersOfMade = '';
  return {
    record(records) {
      const { kept, required, recipients = [] } = policy();
      if (!kept && !required) return undefined;
      const readers = recipients.join();
      // Whoever may read it has changed: what comes now begins a segment of its own.
      if (made && readers !== readersOfMade) made.close();
      readersOfMade = readers;
      made ??= open(options, policy);
      made.record(records);
      const state = made.state();
      if (!required || !state) return undefined;
      return { code: 'audit', message: `the audit trail can't be written: ${state.error}`, where: options.folder };
    },
    state: () => made?.state(),
    close: () => made?.close(),
  };
}

function open(options: TrailOptions, policy: () => TrailPolicy): Trail {
  const trail = require('./openTrail');
  const folder = sealFolder(options.folder);
  return trail.openTrail({
    ...options,
    key(now) {
      const { recipients = [] } = policy();
      return recipients.length > 0 ? trail.sealKeyOf({ folder, recipients }, now) : undefined;
    },
  });
}
