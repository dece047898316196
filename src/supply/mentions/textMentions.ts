import { mayInstall } from '../../core/mayInstall';
import type { Span } from '../../core/model';
import { commandMentions } from './commandMentions';
import { createImportReader, type LineReader, languageOf } from './imports';
import type { PackageMention } from './packageMention';

/** A text in which commands stand among words: README, rules files, a model's answer. */
export interface MentionReader {
  /** Reads the next line, without its end; what it continues is read with it. */
  line(text: string, offset: number): PackageMention[];
  /** What stands in closed backticks of a line that isn't over. */
  partial(text: string, offset: number): PackageMention[];
}

/** The packages that commands and imports of a Markdown text or an answer name, each place once. */
export function textMentions(text: string): PackageMention[] {
  const reader = createMentionReader();
  const mentions: PackageMention[] = [];
  for (const { start, end } of lines(text)) mentions.push(...reader.line(text.slice(start, end), start));
  return mentions;
}

/** The packages that the commands of a script name: a shell file, a Dockerfile, a Makefile, a workflow. */
export function scriptMentions(text: string): PackageMention[] {
  if (!mayInstall(text)) return [];
  return joinedLines(text).flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    const lead = scriptLead.exec(line)?.[0].length ?? 0;
    return mayInstall(line) ? commandMentions(line.slice(lead), start + lead) : [];
  });
}

/** What workflows, Makefiles and Dockerfiles put before a command. */
const scriptLead =
  /^\s*(?:-\s+)?(?:(?:run|script|command|before_script|after_script|install):\s*(?:[|>][+-]?\s*)?)?(?:-\s+)?[@!%]?(?:RUN\s+(?:--\S+\s+)*)?["']?/;

export function createMentionReader(): MentionReader {
  let fence: { readonly sign: string; readonly imports: LineReader | undefined } | undefined;
  let before: { readonly text: string; readonly offset: number } | undefined;
  return {
    line(text, offset) {
      const whole =
        before && before.text.length < longest
          ? { text: `${before.text}\n${text}`, offset: before.offset }
          : { text, offset };
      before = undefined;
      const mark = /^\s{0,12}(?:>\s?)*(`{3,}|~{3,})\s*([\w+#.-]*)/.exec(text);
      if (mark) {
        if (!fence) fence = { sign: mark[1]!, imports: importsOf(mark[2]!) };
        else if (mark[1]!.startsWith(fence.sign) && mark[2] === '') fence = undefined;
        return [];
      }
      if (fence && /[\\`^]\s*$/.test(text) && mayInstall(whole.text)) {
        before = whole;
        return [];
      }
      return fence ? fencedMentions(whole.text, whole.offset, fence.imports) : proseMentions(text, offset);
    },
    partial: (text, offset) => (fence ? [] : inlineMentions(text, offset)),
  };
}

const longest = 20_000;

function importsOf(word: string): LineReader | undefined {
  const language = languageOf(word.toLowerCase());
  return language && createImportReader(language);
}

function fencedMentions(line: string, offset: number, imports: LineReader | undefined): PackageMention[] {
  if (imports) return [...imports(line, offset), ...notebookMentions(line, offset)];
  return mayInstall(line) ? unprompted(line, offset) : [];
}

/** `!pip install x` and `%pip install x` in a notebook's cell. */
function notebookMentions(line: string, offset: number): PackageMention[] {
  const lead = /^\s*[!%]/.exec(line)?.[0].length ?? 0;
  return lead > 0 && mayInstall(line) ? commandMentions(line.slice(lead), offset + lead) : [];
}

const prompt =
  /^\s*(?:(?:PS\s[^>]{0,80}|[A-Z]:\\[^>]{0,80}|[\w.-]{0,40}@?[\w.~:/-]{0,60})?[$%>#❯➜]\s+|[!%](?=\w)|(?:[-*+]|\d{1,3}[.)])\s+(?=\$\s))*/;

function unprompted(line: string, offset: number): PackageMention[] {
  const lead = prompt.exec(line)?.[0].length ?? 0;
  return commandMentions(line.slice(lead), offset + lead);
}

function proseMentions(line: string, offset: number): PackageMention[] {
  if (!mayInstall(line)) return [];
  const inline = inlineMentions(line, offset);
  if (inline.length > 0) return inline;
  // Outside of code a line counts that is nothing but a command: a sentence has words that no command has.
  return isSentence(line) ? [] : unprompted(line, offset);
}

function isSentence(line: string): boolean {
  return /[.!?:;,]\s*$|[.,;]\s|(?:^|\s)(?:the|to|and|or|then|with|for|in|on|if|is|are|you|your|this|that|of|from|it|will|can|should|by|as|into|not|using|when|before|after)(?=\s|$)/i.test(
    line.trim(),
  );
}

function inlineMentions(line: string, offset: number): PackageMention[] {
  if (!mayInstall(line)) return [];
  return Array.from(
    line.slice(0, longest).matchAll(/(`{1,2})([^`]{4,2000})\1(?!`)|<(code|pre)>([^<]{4,2000})<\/\3>/g),
  ).flatMap(match => {
    const code = match[2] ?? match[4] ?? '';
    return unprompted(code, offset + match.index + match[0].indexOf(code));
  });
}

/** Lines end with LF; a CR stays with its line, so that joined lines keep their places. */
function* lines(text: string): Generator<Span> {
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\n/g)) {
    yield { start, end: index };
    start = index + end.length;
  }
  yield { start, end: text.length };
}

/** Lines, those that end in a continuation together with the next ones. */
function joinedLines(text: string): Span[] {
  const joined: Span[] = [];
  let open: number | undefined;
  for (const { start, end } of lines(text)) {
    const from = open ?? start;
    open = /[\\`^]\s*$/.test(text.slice(Math.max(start, end - 3), end)) && end - from < longest ? from : undefined;
    if (open === undefined) joined.push({ start: from, end });
  }
  if (open !== undefined) joined.push({ start: open, end: text.length });
  return joined;
}
