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
  // What is looked at stands by itself: to cut it off the end of a long text would copy that text at each piece.
  let tail = '';
  let fresh = 0;
  return {
    push(piece) {
      if (!listener && before.length < longestUnread) {
        before += piece;
        tail += piece;
        fresh += piece.length;
        if (fresh < enough) return;
        fresh = 0;
        const named = mayName(tail);
        tail = tail.slice(-longestName);
        if (!named) return;
      }
      listener ??= loadTrust().listenForPackages(facts(), tell);
      // What came before may have opened the code that a command stands in.
      listener.push(before === '' ? piece : before);
      before = '';
    },
    async end() {
      if (!listener && fresh > 0 && mayName(tail)) {
        listener = loadTrust().listenForPackages(facts(), tell);
        listener.push(before);
      }
      return listener?.end();
    },
  };
}

const longestUnread = 100_000;
/** So many units come together before they are looked at. */
const enough = 64;
const longestName = 300;
const mayName = (text: string) => mayInstall(text) || /```\s*(?:[jt]sx?|java|type|py|vue|svelte|go)/i.test(text);
