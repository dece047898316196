import type { Finding, ScanResult, Span } from './model';
import { overlapsAny } from './overlaps';

/**
 * A terminal's output comes with line ends where its width was reached, in the middle of whatever stood there. The offsets
 * of these line ends: after each line that is exactly as long as the longest one, if another line follows at once.
 */
export function cutsIn(text: string): number[] {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(line => line.length));
  if (width < narrowest || width > widest) return [];
  const cuts: number[] = [];
  let end = -1;
  for (const [i, line] of lines.entries()) {
    end += line.length + 1;
    if (line.length === width && lines[i + 1]) cuts.push(end);
  }
  return cuts;
}

/** Narrower than any terminal, a text is a list of short lines; wider, it wasn't wrapped. */
const narrowest = 40;
const widest = 500;

/** Part of a text without the line ends that a terminal put in. */
export function joined(text: string, { start, end }: Span, cuts: readonly number[]): string {
  let result = '';
  let from = start;
  for (const cut of cuts) {
    if (cut < start || cut >= end) continue;
    result += text.slice(from, cut);
    from = cut + 1;
  }
  return result + text.slice(from, end);
}

/** Looks at a terminal's output as it is and with its cut lines joined, and tells both in offsets of the text as it is. */
export function lookAcrossCuts(text: string, look: (text: string) => ScanResult): ScanResult {
  const plain = look(text);
  const cuts = cutsIn(text);
  if (cuts.length === 0) return plain;
  const whole = look(joined(text, { start: 0, end: text.length }, cuts));
  const across = whole.findings.map(finding => stretched(finding, cuts)).filter(({ wrapped }) => wrapped);
  const apart = plain.findings.filter(one => !overlapsAny(one, across));
  return { findings: [...apart, ...across].sort((a, b) => a.start - b.start), faults: plain.faults };
}

/** A finding of the joined text in offsets of the cut one; `wrapped` where it goes over a cut. */
function stretched(finding: Finding, cuts: readonly number[]): Finding {
  let { start, end } = finding;
  let wrapped = false;
  for (const cut of cuts) {
    if (cut <= start) start++;
    else if (cut < end) wrapped = true;
    if (cut < end) end++;
  }
  return { ...finding, start, end, ...(wrapped ? { wrapped } : {}) };
}
