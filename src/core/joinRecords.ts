import type { Finding, Tier } from './model';

/** What a text's detectors found and what its records say, as one. */
export interface Joined {
  /** In the order of the text, none overlapping. */
  readonly findings: readonly Finding[];
  /** Of the detectors' findings those that a value of a record stands for or has taken into its field, if any. */
  readonly covered?: readonly Finding[];
}

/**
 * Puts the values of records beside what detectors found; both in the order of the text. Of two with the same span the surer
 * one stays, the detector's where both are as sure: it is then one of the field's values. A value takes in the personal data
 * inside it, and leaves everything else its place; what is left of the value then counts by itself, so that nothing goes out.
 */
export function joinRecords(text: string, found: readonly Finding[], values: readonly Finding[]): Joined {
  if (values.length === 0) return { findings: found };
  const findings: Finding[] = [];
  const covered: Finding[] = [];
  let next = 0;
  let end = 0;
  for (const whole of values) {
    if (whole.end <= end) continue;
    const value = whole.start < end ? { ...whole, start: end } : whole;
    for (; next < found.length && (found[next] as Finding).end <= value.start; next++)
      findings.push(found[next] as Finding);
    const first = next;
    for (; next < found.length && (found[next] as Finding).start < value.end; next++);
    end = value.end;
    if (first === next) findings.push(value);
    else end = Math.max(end, meet(text, value, found.slice(first, next), findings, covered));
  }
  for (; next < found.length; next++) findings.push(found[next] as Finding);
  return covered.length === 0 ? { findings } : { findings, covered };
}

/** What the detectors found in a text that has been joined with its records. */
export function withoutRecords({ findings, covered = none }: Joined): Finding[] {
  const open: Finding[] = [];
  let next = 0;
  for (const one of findings) {
    if (one.field !== undefined) continue;
    for (; next < covered.length && (covered[next] as Finding).start < one.start; next++)
      open.push(covered[next] as Finding);
    open.push(one);
  }
  for (; next < covered.length; next++) open.push(covered[next] as Finding);
  return open;
}

const none: readonly Finding[] = [];

const tiers: readonly Tier[] = ['certain', 'likely', 'possible'];
const rank: Record<Tier, number> = { certain: 0, likely: 1, possible: 2 };

/** Where a value and findings meet; returns how far what stays there reaches. */
function meet(text: string, value: Finding, met: readonly Finding[], findings: Finding[], covered: Finding[]): number {
  const first = met[0] as Finding;
  const same = first.start === value.start && first.end === value.end;
  // What is nobody's is so by its value, whatever a column is called.
  if (same && (first.kind !== 'pii' || first.harmless || rank[first.tier] <= rank[value.tier])) {
    covered.push(first);
    findings.push({ ...first, field: value.field });
    return first.end;
  }
  if (met.every(it => it.kind === 'pii' && it.start >= value.start && it.end <= value.end)) {
    covered.push(...met);
    const surest = Math.min(rank[value.tier], ...met.map(it => rank[it.tier]));
    findings.push(surest === rank[value.tier] ? value : { ...value, tier: tiers[surest] as Tier });
    return value.end;
  }
  let at = value.start;
  for (const one of [...met, { start: value.end, end: value.end }]) {
    if (one.start > at && /[\p{L}\d]/u.test(text.slice(at, one.start)))
      findings.push({ ...value, start: at, end: one.start });
    if ('kind' in one) findings.push(one);
    at = Math.max(at, one.end);
  }
  return at;
}
