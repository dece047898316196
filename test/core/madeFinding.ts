import type { Decision, Finding } from '../../src/core/model';

/** A finding that no scan has made. */
export function madeFinding(start: number, end: number, detector = 'secret/github-token'): Finding {
  const [kind, severity, tier] = ['secret', 'error', 'certain'] as const;
  return { start, end, detector, kind, title: '', severity, tier, reason: '', fingerprint: '' };
}

/** What the editor would say of one. */
export function madeDecision(...finding: Parameters<typeof madeFinding>): Decision {
  return { finding: madeFinding(...finding), action: 'warn', layer: 'default', reason: '' };
}
