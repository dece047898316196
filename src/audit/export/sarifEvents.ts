import type { Result } from 'sarif';
import type { Action } from '../../core/model';
import { sarifLog } from '../sarifLog';
import type { Entry } from '../trail/readEntries';
import type { EventWriter } from './eventWriter';
import { messageOf } from './ocsfEvents';

/** SARIF 2.1.0: the newest decisions, each as a result where its text came from; no more of them than code hosts take of a run. */
export function sarifEvents(version: string, most = 25_000): EventWriter {
  const rules = new Map<string, number>();
  let results: Result[] = [];
  let left = 0;
  return {
    begin: () => '',
    event(entry) {
      const { detector } = entry.event;
      if (!rules.has(detector)) rules.set(detector, rules.size);
      results.push(toResult(entry, rules.get(detector)!));
      if (results.length >= 2 * most) trim();
      return '';
    },
    end() {
      trim();
      return toLog(version, [...rules.keys()], results, left, most);
    },
  };

  function trim(): void {
    left += Math.max(0, results.length - most);
    results = results.slice(-most);
  }
}

function toLog(version: string, rules: readonly string[], results: Result[], left: number, most: number): string {
  const text = `${left} older decisions are left out: readers take ${most} results`;
  return sarifLog(
    version,
    rules.map(id => ({ id })),
    {
      automationDetails: { id: 'lockside/audit-trail/' },
      invocations: [
        {
          executionSuccessful: true,
          toolExecutionNotifications: left > 0 ? [{ level: 'note', message: { text } }] : [],
        },
      ],
      results,
    },
  );
}

const levels: Readonly<Record<Action, Result.level>> = {
  ...{ allow: 'none', log: 'note', warn: 'warning', ask: 'warning', redact: 'warning', block: 'error' },
};

function toResult({ id, event }: Entry, ruleIndex: number): Result {
  const { detector, action, destination, reason, path, fingerprint, count, time, channel, layer, client } = event;
  const more = { ...(client === undefined ? {} : { client }), ...(event.restored ? { restored: true } : {}) };
  const uri = path?.split('/').map(encodeURIComponent).join('/');
  return {
    ...{ ruleId: detector, ruleIndex, level: levels[action] },
    ...(action === 'allow' ? { kind: 'informational' as const } : {}),
    message: { text: `${messageOf(event)} (${reason})` },
    ...(uri ? { locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' } } }] } : {}),
    ...(fingerprint ? { partialFingerprints: { 'lockside/v1': fingerprint } } : {}),
    ...(count === undefined ? {} : { occurrenceCount: count }),
    properties: { id, time, channel, destination, layer, action, ...more },
  };
}
