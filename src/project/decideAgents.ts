import type { AgentFinding } from '../core/agents';
import type { Decision, Destination } from '../core/model';
import { createPolicy, type Policy } from '../core/policy';

/** What is decided about the findings of one file. */
export interface AgentDecisions {
  /** Trust that a repository grants itself: nothing that stands in the repository can let it go. */
  readonly grants: readonly Decision[];
  /** All others, by the policy; comments beside them may still let them go. */
  readonly others: readonly Decision[];
}

/** Decides by the same policy as everything else, but for what a repository grants itself. `path` is relative to the file's place. */
export function decideAgents(
  findings: readonly AgentFinding[],
  { path, policy, today, destination }: { path: string; policy: Policy; today: string; destination: Destination },
): AgentDecisions {
  const own = createPolicy([], today);
  const decide = (by: Policy, grants: boolean) =>
    findings
      .filter(({ detector }) => (detector === 'agent/self-trust') === grants)
      .map(finding => by.decide(finding, { path }, destination));
  return { grants: decide(own, true), others: decide(policy, false) };
}
