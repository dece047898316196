import type { Action } from '../../core/model';
import type { AuditEvent } from '../trail/auditEvent';
import type { Entry } from '../trail/readEntries';
import type { EventWriter } from './eventWriter';

/** OCSF 1.8.0, Data Security Finding (class 2006) with the profile `security_control`, one JSON object a line. */
export function ocsfEvents(version: string): EventWriter {
  return {
    begin: () => '',
    event: entry => `${JSON.stringify(toOcsf(entry, version))}\n`,
    end: () => '',
  };
}

/** An event as https://schema.ocsf.io/1.8.0/classes/data_security_finding has it. `pattern_match` stays off: it would hold the value. */
export function toOcsf({ id, segment, event }: Entry, version: string) {
  const { action, detector, destination, path, count, layer, reason, restored = false } = event;
  const time = Date.parse(event.time);
  const [severity_id, severity] = severities[action];
  const [action_id, actionName, disposition_id, disposition] = restored ? returns(action) : outcomes[action];
  return {
    ...{ category_uid: 2, category_name: 'Findings', class_uid: 2006, class_name: 'Data Security Finding' },
    ...{ activity_id: 1, activity_name: 'Create', type_uid: 200601, type_name: 'Data Security Finding: Create' },
    ...{ time, severity_id, severity, status_id: 1, status: 'New', is_alert: action === 'block' || action === 'ask' },
    ...{ action_id, action: actionName, disposition_id, disposition },
    message: messageOf(event),
    ...(count === undefined ? {} : { count }),
    metadata: {
      ...{ version: '1.8.0', profiles: ['security_control'], uid: id, log_name: 'lockside-trail' },
      product: { name: 'Lockside', vendor_name: 'Lockside', version },
    },
    finding_info: {
      ...{ uid: id, title: detector, types: [kindOf(detector)], created_time: time },
      analytic: { type_id: 1, type: 'Rule', name: detector, uid: detector },
    },
    data_security: {
      ...categoryOf(detector),
      ...(restored
        ? { data_lifecycle_state_id: 3, data_lifecycle_state: 'Data in-Use' }
        : { data_lifecycle_state_id: 2, data_lifecycle_state: 'Data in-Transit' }),
      ...{ detection_system_id: 11, detection_system: 'Developer Security', detection_pattern: detector },
      policy: { name: layer, desc: reason, is_applied: action !== 'log' },
    },
    actor: { app_name: event.client ?? event.writer },
    dst_endpoint: { svc_name: destination },
    ...(path === undefined ? {} : { file: { name: path.split('/').at(-1)!, path, type_id: 1, type: 'Regular File' } }),
    unmapped: unmapped(event, segment),
  };
}

function unmapped({ channel, writer, workspace, fingerprint, placeholder, restored }: AuditEvent, segment: string) {
  return {
    ...{ channel, writer, workspace, fingerprint, segment },
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(restored ? { restored } : {}),
  };
}

/** What happened, for a person: no value, and where it was to go or came back. */
export function messageOf({ action, detector, destination, restored }: AuditEvent): string {
  if (!restored) return `${action}: ${detector} on its way to ${destination}`;
  const became = { block: 'kept a placeholder', ask: 'to be put back if a person lets it' }[action as string];
  return `${became ?? 'put back'}: ${detector} in ${destination}`;
}

/** The family of what was decided on: `secret`, `pii`, `fault` and so on. */
export function kindOf(detector: string): string {
  return detector.split('/', 1)[0] ?? '';
}

function categoryOf(detector: string) {
  const kind = kindOf(detector);
  if (/payment|iban|bank|card/.test(detector)) return { category_id: 3, category: 'Financial' };
  if (kind === 'pii') return { category_id: 1, category: 'Personal' };
  if (kind === 'secret' || kind === 'injection') return { category_id: 6, category: 'Security' };
  return kind === 'class' ? { category_id: 4, category: 'Business' } : { category_id: 99, category: kind };
}

const severities: Readonly<Record<Action, readonly [number, string]>> = {
  allow: [1, 'Informational'],
  log: [1, 'Informational'],
  warn: [2, 'Low'],
  ask: [3, 'Medium'],
  redact: [3, 'Medium'],
  block: [4, 'High'],
};

const outcomes: Readonly<Record<Action, readonly [number, string, number, string]>> = {
  allow: [1, 'Allowed', 1, 'Allowed'],
  log: [3, 'Observed', 17, 'Logged'],
  warn: [3, 'Observed', 19, 'Alert'],
  ask: [4, 'Modified', 23, 'Challenge'],
  redact: [4, 'Modified', 11, 'Corrected'],
  block: [2, 'Denied', 2, 'Blocked'],
};

/** A value that came back is OCSF's "Restored"; one that had to stay a placeholder is held back as on the way out. */
function returns(action: Action): (typeof outcomes)[Action] {
  return action === 'allow' ? [1, 'Allowed', 9, 'Restored'] : outcomes[action];
}
