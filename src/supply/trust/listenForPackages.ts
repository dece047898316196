import type { Policy } from '../../core/policy';
import { printable } from '../../core/printable';
import { createMentionWatcher } from '../mentions/createMentionWatcher';
import type { PackageMention } from '../mentions/packageMention';
import { judgeMentions, type MentionFacts } from './judgeMentions';

/** Hears an answer while it is written. */
export interface AnswerListener {
  push(piece: string): void;
  /** When it is over; settles when everything that it names was judged. */
  end(): Promise<void>;
}

/** Tells, as soon as its registry has answered, what is wrong with a package that an answer names. Never rejects, and delays nothing. */
export function listenForPackages(
  facts: MentionFacts & { policy(): Policy },
  tell: (message: string) => void,
): AnswerListener {
  const watcher = createMentionWatcher();
  const running: Promise<void>[] = [];
  const judge = async (mentions: readonly PackageMention[]) => {
    for (const finding of await judgeMentions(mentions, facts)) {
      // That nobody could be asked is no news about an answer.
      if (finding.severity === 'information') continue;
      const { action } = facts.policy().decide(finding, {}, answer);
      if (action !== 'allow' && action !== 'log')
        tell(printable(`${finding.entry.name} (${finding.entry.ecosystem}): ${finding.reason}`));
    }
  };
  const hear = (mentions: readonly PackageMention[]) => {
    if (mentions.length > 0) running.push(judge(mentions).catch(() => undefined));
  };
  return {
    push: piece => hear(watcher.push(piece)),
    async end() {
      hear(watcher.end());
      await Promise.all(running);
    },
  };
}

/** What is written on the screen goes nowhere yet. */
const answer = { kind: 'editor', name: 'answer' } as const;
