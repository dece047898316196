import type { AuditSink } from '../../core/model';
import type { Trail, TrailOptions } from './openTrail';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './openTrail'): typeof import('./openTrail');

/** What of the settings says how the trail is kept; asked at each record. */
export interface TrailPolicy {
  readonly kept: boolean;
  /** What can't be recorded may not go. */
  readonly required: boolean;
}

/** A trail that is opened at the first decision, and what becomes of a text whose decisions can't be recorded. */
export function createLateTrail(
  options: TrailOptions,
  policy: () => TrailPolicy,
): Pick<Trail, 'state' | 'close'> & { readonly record: AuditSink } {
  let made: Trail | undefined;
  return {
    record(records) {
      const { kept, required } = policy();
      if (!kept && !required) return undefined;
      made ??= require('./openTrail').openTrail(options);
      made.record(records);
      const state = made.state();
      if (!required || !state) return undefined;
      return { code: 'audit', message: `the audit trail can't be written: ${state.error}`, where: options.folder };
    },
    state: () => made?.state(),
    close: () => made?.close(),
  };
}
