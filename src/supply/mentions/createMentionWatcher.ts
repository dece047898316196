import type { PackageMention } from './packageMention';
import { createMentionReader } from './textMentions';

/** Reads an answer while it is being written. */
export interface MentionWatcher {
  /** The packages that are named completely by now and were not told before. Spans count from the answer's beginning. */
  push(piece: string): PackageMention[];
  /** What the last line names, when the answer is over. */
  end(): PackageMention[];
}

/** Tells each package once, as soon as its command's line or its closing backtick has come. A line of more than 20,000 units is let go. */
export function createMentionWatcher(): MentionWatcher {
  const reader = createMentionReader();
  const told = new Set<string>();
  let line = '';
  let offset = 0;
  const fresh = (mentions: readonly PackageMention[]) =>
    mentions.filter(({ ecosystem, name }) => {
      const key = `${ecosystem} ${name}`;
      if (told.has(key) || told.size >= mostTold) return false;
      told.add(key);
      return true;
    });
  const endLine = () => {
    const mentions = line.length <= longestLine ? reader.line(line, offset) : [];
    offset += line.length + 1;
    line = '';
    return mentions;
  };
  return {
    push(piece) {
      const mentions: PackageMention[] = [];
      const parts = piece.split('\n');
      for (const [index, part] of parts.entries()) {
        line += part;
        if (index < parts.length - 1) mentions.push(...endLine());
      }
      // A paragraph may be one long line: what stands in backticks needn't wait for its end.
      if (parts.at(-1)!.includes('`') && line.length <= longestLine) mentions.push(...reader.partial(line, offset));
      return fresh(mentions);
    },
    end: () => fresh(endLine()),
  };
}

const longestLine = 20_000;
const mostTold = 1_000;
