import { mayInstall } from '../../core/mayInstall';
import type { Policy } from '../../core/policy';
import type { MentionFacts } from './judgeMentions';
import type { AnswerListener } from './listenForPackages';
import { loadTrust } from './load';

/** `listenForPackages`, read when a piece of the answer may name a package: nearly no answer does. */
export function createLateListener(
  facts: () => MentionFacts & { policy(): Policy },
  tell: (message: string) => void,
): AnswerListener {
  let listener: AnswerListener | undefined;
  let before = '';
  return {
    push(piece) {
      if (!listener && before.length < longestUnread) {
        before += piece;
        // Only what came last is new; a command's name and its package may come in two pieces.
        if (!mayName(before.slice(-piece.length - longestName))) return;
      }
      listener ??= loadTrust().listenForPackages(facts(), tell);
      // What came before may have opened the code that a command stands in.
      listener.push(before === '' ? piece : before);
      before = '';
    },
    end: async () => listener?.end(),
  };
}

const longestUnread = 100_000;
const longestName = 300;
const mayName = (text: string) => mayInstall(text) || /```\s*(?:[jt]sx?|java|type|py|vue|svelte|go)/i.test(text);
