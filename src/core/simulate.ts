import type { Action, Destination, Finding, Source } from './model';
import type { Policy } from './policy';

/** One decision of the past, as the audit trail or a test of a policy tells it. */
export interface PastDecision {
  readonly detector: string;
  readonly fingerprint: string;
  readonly source: Source;
  readonly destination: Destination;
}

/** What would become of some decisions under another policy. */
export interface Difference {
  readonly detector: string;
  readonly destination: string;
  readonly from: Action;
  readonly to: Action;
  readonly count: number;
}

/** Replays past decisions under two policies and tells where they differ, what is most frequent first. */
export function simulate(past: Iterable<PastDecision>, now: Policy, then: Policy): Difference[] {
  const differences = new Map<string, Difference>();
  for (const { detector, fingerprint, source, destination } of past) {
    const finding = { detector, fingerprint } as Finding;
    const [from, to] = [now, then].map(policy => policy.decide(finding, source, destination).action) as [
      Action,
      Action,
    ];
    if (from === to) continue;
    const name = `${destination.kind}:${destination.name}`;
    const key = [detector, name, from, to].join('\0');
    const count = (differences.get(key)?.count ?? 0) + 1;
    differences.set(key, { detector, destination: name, from, to, count });
  }
  return [...differences.values()].sort((one, other) => other.count - one.count);
}
