import { createLineIndex } from '../lineIndex';
import type { DataClass, Span } from '../model';
import type { ClassReason } from './dataClass';
import { banners, endsBanner, fieldNames, fieldValues, labelStems, statements } from './labelWords';

/**
 * The class that a text gives itself: in its front matter, in a line of its header that is a label and nothing else, in a header's
 * sentence about the file, in a notebook's or a document's metadata. Prose about confidentiality is none.
 */
export function labelsIn(text: string, path = ''): ClassReason[] {
  if (isExempt.test(path)) return [];
  const labels = path.endsWith('.ipynb') ? notebookLabels(text) : [...headerLabels(text, path), ...officeLabels(text)];
  return labels.length > 0 && explainsClasses(text) ? [] : labels;
}

/** Licences speak of confidential information, change logs and lock files of anything, and tables hold data. */
const isExempt =
  /(?:^|\/)(?:licen[cs]es?|copying|notice|eula|changelog|changes|history|third.?party[^/]*|legal|terms[^/]*)(?:[.\-_][^/]*)?$|\.(?:csv|tsv|lock|map|svg|po|pot|json|jsonl|ndjson|log|snap|min\.\w+)$/i;
const documents =
  /^$|\.(?:md|mdx|markdown|txt|text|rst|adoc|asciidoc|org|tex|html?|eml|ya?ml|toml|docx?|pptx?|xlsx?|xml)$|(?:^|\/)[^./]+$/i;

/** A list or table of the classes there are names them one after the other, and gives none to itself. */
function explainsClasses(text: string): boolean {
  const named = text
    .slice(0, headerLength)
    .matchAll(
      /^[^\w\n]*(public|unclassified|internal|confidential|restricted|(?:top )?secret|TLP:\s?\w+)\b[^\w\n]*(?:$|[|:–—-])/gim,
    );
  return new Set(Array.from(named, ([, name]) => name!.toLowerCase())).size > 2;
}

const headerLines = 40;
const headerLength = 6000;
const longestLine = 400;

/** One line of a header: what is left of it without comment signs and ornaments. */
interface HeaderLine {
  readonly said: string;
  readonly start: number;
  readonly isComment: boolean;
  readonly isBare: boolean;
}

function headerLabels(text: string, path: string): ClassReason[] {
  // Most texts have no such word, and then their lines need not be looked at.
  if (!labelStems.test(text.slice(0, headerLength + longestLine))) return [];
  const isDocument = documents.test(path);
  const front = frontMatterEnd(text);
  return headerOf(text).flatMap(line => {
    const isField = line.start < front || line.isComment || (isDocument && line.isBare);
    const found =
      (isField ? fieldIn(line.said) : undefined) ??
      (line.isComment || (isDocument && line.isBare) ? (bannerIn(line.said) ?? statementIn(line.said)) : undefined);
    return found ? [toReason(text, found, line)] : [];
  });
}

interface Label {
  readonly class: DataClass;
  /** In our own words, since what stands there is the file's. */
  readonly words: string;
}

function toReason(text: string, { class: dataClass, words }: Label, { start, said }: HeaderLine): ClassReason {
  const span: Span = { start, end: start + said.length };
  return {
    class: dataClass,
    by: 'label',
    why: `it is labelled "${words}" in line ${createLineIndex(text)(start).line}`,
    span,
  };
}

/** The first lines, and where in them the words begin. */
function headerOf(text: string): HeaderLine[] {
  const lines: HeaderLine[] = [];
  let [at, isBlock] = [text.charCodeAt(0) === 0xfeff ? 1 : 0, false];
  for (let count = 0; count < headerLines && at < text.length && at < headerLength; count++) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, Math.min(end, at + longestLine));
    const [ornament = ''] =
      /^(?:\s|\/\*+|\*+\/?|\/\/+|#+(?!\w)|--+|%+|;+|<!--|"""|'''|=+|\.\.|~+|>|REM\b|@rem\b|dnl\b|\||_+)*/i.exec(line) ??
      [];
    const opens = /\/\*|<!--|^\s*(?:"""|''')/.test(line);
    const isComment =
      isBlock || opens || /^\s*(?:\/\/|#(?!#*\s.*#$)|--\s|%|;|\*|REM\b|@rem\b|dnl\b|\.\.\s)/i.test(ornament || line);
    const said = withoutTail(line.slice(ornament.length));
    const isBullet = /^\s*(?:[-*+]|\d+[.)])\s/.test(line) && !isComment;
    lines.push({ said: said.replace(/^[*_]{1,2}/, ''), start: at + ornament.length, isComment, isBare: !isBullet });
    if (opens) isBlock = true;
    if (isBlock && /\*\/|-->|(?:"""|''')\s*$/.test(opens ? line.replace(/^\s*(?:\/\*+|<!--|"""|''')/, '') : line))
      isBlock = false;
    at = end + 1;
  }
  return lines;
}

/** A line without the ornaments and the ends of comments behind it; from its end, because most lines have none. */
function withoutTail(line: string): string {
  let end = line.length;
  while (end > 0 && tail.test(line[end - 1] as string)) end--;
  return line.slice(0, end);
}

const tail = /[\s*/#=\-_~|>%;"'`]/;

/** Where the front matter ends, 0 where there is none. */
function frontMatterEnd(text: string): number {
  const [matter = ''] =
    /^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n[\s\S]{0,6000}?\n(?:---|\+\+\+)[ \t]*\r?(?:\n|$)/.exec(text.slice(0, 6100)) ?? [];
  return matter.length;
}

/** `classification: confidential`, with nothing behind it. */
function fieldIn(said: string): Label | undefined {
  const [, name = '', value = ''] =
    /^@?([A-Za-z][\w .-]{1,40}?)["']?\s*[:=]\s*["']?([A-Za-z][A-Za-z :+-]{2,40}?)["']?\s*[,.]?$/.exec(said) ?? [];
  if (!fieldNames.test(name.trim())) return undefined;
  return labelOf(fieldValues, value.trim());
}

function bannerIn(said: string): Label | undefined {
  if (said.length > 120) return undefined;
  return banners.find(({ pattern, ordered = false }) => {
    const [found] = pattern.exec(said) ?? [];
    return found !== undefined && endsBanner(said.slice(found.length), ordered);
  });
}

function statementIn(said: string): Label | undefined {
  return labelOf(statements, said);
}

function labelOf(table: readonly (readonly [DataClass, string, RegExp])[], said: string): Label | undefined {
  const [found] = table.flatMap(([dataClass, words, pattern]) =>
    pattern.test(said) ? [{ class: dataClass, words }] : [],
  );
  return found;
}

/** What Microsoft's sensitivity labels leave in a document's custom properties, or in an e-mail's headers. */
function officeLabels(text: string): ClassReason[] {
  if (!text.includes('MSIP_Label_')) return [];
  const name = /MSIP_Label_[0-9a-f-]{36}_Name\b(?:"[^>]{0,200}>\s*<vt:lpwstr>|\s*[=:]\s*"?)([\w &()/-]{3,60})/.exec(
    text,
  );
  const label = name && labelOf(fieldValues, name[1]!.trim());
  if (!label) return [];
  const span = { start: name.index, end: name.index + name[0].length };
  return [{ class: label.class, by: 'label', why: `its sensitivity label says "${label.words}"`, span }];
}

function notebookLabels(text: string): ClassReason[] {
  const at = text.lastIndexOf('"classification"');
  if (at < 0) return [];
  try {
    const { metadata } = JSON.parse(text) as { metadata?: { classification?: unknown } };
    const said = metadata?.classification;
    const label = typeof said === 'string' ? labelOf(fieldValues, said.trim()) : undefined;
    return label
      ? [
          {
            class: label.class,
            by: 'label',
            why: `its metadata say "${label.words}"`,
            span: { start: at, end: at + 16 },
          },
        ]
      : [];
  } catch {
    return []; // Not a notebook, whatever it is called.
  }
}
