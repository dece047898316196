import type { Finding } from '../model';
import { lawsOf } from '../records/laws';
import type { ClassReason } from './dataClass';

/**
 * The class that follows from what a text holds: secrets and the data of several people make it confidential; special
 * categories (GDPR articles 9 and 10) of several people, a private key, or a whole list of secrets make it restricted.
 */
export function contentReasons(findings: readonly Finding[]): ClassReason[] {
  const sure = findings.filter(({ tier, harmless }) => tier !== 'possible' && !harmless);
  const counted = (what: (finding: Finding) => boolean) => {
    const found = sure.filter(what);
    return { count: new Set(found.map(({ fingerprint }) => fingerprint)).size, first: found[0] };
  };
  return rules.flatMap(({ least, matches, ...rule }) => {
    const { count, first } = counted(matches);
    if (!first || count < least) return [];
    const why = `it holds ${count === 1 ? first.title : `${count} ${rule.what}`}`;
    return [{ class: rule.class, by: 'content' as const, why, span: { start: first.start, end: first.end } }];
  });
}

interface ContentRule {
  readonly class: 'confidential' | 'restricted';
  readonly what: string;
  /** So many different values. */
  readonly least: number;
  matches(finding: Finding): boolean;
}

const rules: readonly ContentRule[] = [
  {
    class: 'restricted',
    what: 'values of special categories of personal data',
    least: 5,
    matches: ({ detector }) => lawsOf(detector).some(law => /^GDPR art\. (?:9|10)\b/.test(law)),
  },
  {
    class: 'restricted',
    what: 'private keys',
    least: 1,
    matches: ({ detector }) => /^secret\/.*private-key/.test(detector),
  },
  { class: 'restricted', what: 'secrets', least: 10, matches: ({ kind }) => kind === 'secret' },
  { class: 'confidential', what: 'secrets', least: 1, matches: ({ kind }) => kind === 'secret' },
  { class: 'confidential', what: 'personal values', least: 10, matches: ({ kind }) => kind === 'pii' },
];
