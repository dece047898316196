import type { ReportInputs, ReportRow } from '../../src/audit/htmlReport/reportInputs';
import type { AuditEvent } from '../../src/audit/trail/auditEvent';

/** An event of the gateway that held a secret back, with some fields as a case wants them. */
export function event(fields: Partial<AuditEvent> = {}): AuditEvent {
  return {
    time: '2026-11-20T10:00:00.000Z',
    writer: 'gateway',
    client: 'codex',
    workspace: 'shop',
    channel: 'gateway',
    destination: 'network:api.vendor.example',
    action: 'redact',
    layer: 'default',
    reason: 'built in',
    detector: 'secret/github-token',
    fingerprint: '0123456789abcdef',
    ...fields,
  };
}

/** A finding in a file. */
export function row(fields: Partial<ReportRow> = {}): ReportRow {
  return {
    detector: 'secret/github-token',
    title: 'GitHub token',
    severity: 'error',
    reason: 'the prefix',
    file: 'src/a.ts',
    line: 3,
    column: 7,
    fingerprint: 'fedcba9876543210',
    ...fields,
  };
}

/** What was gathered of a project in which nothing is. */
export function inputs(fields: Partial<ReportInputs> = {}): ReportInputs {
  const none = { files: 0, findings: [], faults: 0 };
  return {
    time: '2026-11-21T12:00:00.000Z',
    version: '1.2.3',
    workspace: 'shop',
    scan: none,
    packages: { ...none, listed: 0, ecosystems: {} },
    agents: { ...none, items: [] },
    ...{ vendors: [], waivers: [], stores: [], titles: { codex: 'Codex' }, faults: [] },
    trail: { segments: 1, events: 2, checkpoints: 0, defects: [], notes: [] },
    ...fields,
  };
}
