import type { AuditRecord } from '../../../src/core/model';

/** A decision about a value that there is not. */
export function auditRecord(detector: string, more: Partial<AuditRecord> = {}): AuditRecord {
  return {
    channel: 'model',
    destination: { kind: 'model', name: 'copilot/gpt-5' },
    action: 'redact',
    layer: 'default',
    reason: 'rule 1: every detector',
    detector,
    fingerprint: '0123456789abcdef',
    path: 'src/a.ts',
    ...more,
  };
}
