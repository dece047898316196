import type { Action } from '../../core/model';
import { type Policy, stricter } from '../../core/policy';
import { printable } from '../../core/printable';
import { commandMentions } from '../mentions/commandMentions';
import { judgeMentions, type MentionFacts } from './judgeMentions';

export interface InstallVerdict {
  readonly action: Action;
  /** What is wrong with which package, in words for the model and the person. */
  readonly reason: string;
}

/** What the policy says of a command that would fetch packages; undefined where it fetches none, or nothing is said of them. */
export async function guardInstall(
  command: string,
  facts: MentionFacts & { policy(): Policy },
): Promise<InstallVerdict | undefined> {
  const findings = await judgeMentions(commandMentions(command), facts);
  const policy = facts.policy();
  let verdict: InstallVerdict | undefined;
  for (const finding of findings) {
    const { action } = policy.decide(finding, {}, { kind: 'command', name: `install ${finding.entry.ecosystem}` });
    const reason = printable(`${finding.entry.name} (${finding.entry.ecosystem}): ${finding.reason}`);
    if (!verdict || stricter(action, verdict.action)) verdict = { action, reason };
  }
  return verdict;
}
