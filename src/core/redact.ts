import { lineEnd, lineStart } from './lineAround';
import type { Finding, Span, Vault } from './model';
import { namesIn, written } from './placeholders';
import { cutsIn, joined } from './wrapped';

/** One replacement, in offsets of the original text. */
export interface Edit extends Span {
  readonly placeholder: string;
  /** The placeholder as it is written here. */
  readonly replacement: string;
  readonly finding: Finding;
}

export interface Redaction {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/**
 * Replaces the findings' spans by placeholders. `taken` knows the names that stand in whatever goes out together with the
 * text (the text alone where nothing does): none of them is given to a new value, so that restoring returns each byte.
 */
export function redact(
  text: string,
  findings: readonly Finding[],
  vault: Vault,
  taken = namesIn([text]),
  path?: string,
): Redaction {
  const edits: Edit[] = [];
  const cuts = () => cutsIn(text);
  let from = 0;
  let redacted = '';
  for (const finding of findings) {
    const value = finding.wrapped ? joined(text, finding, cuts()) : text.slice(finding.start, finding.end);
    const placeholder = vault.placeholderFor(finding.detector, value, taken, originsOf(text, finding, path));
    const replacement = written(placeholder, text.slice(finding.end, finding.end + 1));
    redacted += text.slice(from, finding.start) + replacement;
    edits.push({ start: finding.start, end: finding.end, placeholder, replacement, finding });
    from = finding.end;
  }
  return { text: redacted + text.slice(from), edits };
}

const host = /(?:\/\/|@)([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;

/** The hosts that share the value's line, and the file: where the value may go back to. */
function originsOf(text: string, { start, end }: Span, path: string | undefined): string[] {
  const line = text.slice(lineStart(text, start, 500), lineEnd(text, end, 500));
  const hosts = Array.from(line.matchAll(host), match => `host:${match[1]!.toLowerCase()}`);
  return path === undefined ? hosts : [...hosts, `file:${path}`];
}
