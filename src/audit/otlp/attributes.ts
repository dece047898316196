import type { GatewayObservation } from '../../core/gatewayObservation';
import { kindOf } from '../export/ocsfEvents';
import type { AuditEvent } from '../trail/auditEvent';

type Attributes = Record<string, string | number | boolean>;

/**
 * A decision's attributes, by the names of OpenTelemetry's conventions for GenAI and security rules where they have one. Those that
 * would hold content stay off.
 */
export function attributesOf(event: AuditEvent): Attributes {
  const { action, detector, channel, layer, reason, fingerprint, placeholder, path, count, workspace, writer } = event;
  return {
    'security_rule.name': detector,
    'security_rule.category': kindOf(detector),
    'security_rule.ruleset.name': layer,
    'security_rule.description': reason,
    ...modelAttributes(event.destination),
    'lockside.action': action,
    'lockside.channel': channel,
    'lockside.destination': event.destination,
    'lockside.workspace': workspace,
    'lockside.writer': writer,
    ...(event.client === undefined ? {} : { 'lockside.client': event.client }),
    ...(fingerprint === '' ? {} : { 'lockside.fingerprint': fingerprint }),
    ...(placeholder === undefined ? {} : { 'lockside.placeholder': placeholder }),
    ...(path === undefined ? {} : { 'file.path': path }),
    ...(count === undefined ? {} : { 'lockside.count': count }),
    ...(event.restored ? { 'lockside.restored': true } : {}),
  };
}

/** What decisions are counted by: few values each, so that no store is flooded. */
export function metricAttributes({ action, channel, detector, client, writer, destination }: AuditEvent): Attributes {
  return {
    'lockside.action': action,
    'lockside.channel': channel,
    'lockside.kind': kindOf(detector),
    'lockside.client': client ?? writer,
    'lockside.vendor': vendorOf(destination),
  };
}

export function gatewayAttributes({ client, provider }: GatewayObservation): Attributes {
  return { 'lockside.client': client, 'gen_ai.provider.name': provider };
}

/** `model:openai/gpt-5` and `network:api.example.com` go to somebody; a clipboard doesn't. */
function vendorOf(destination: string): string {
  const [, kind = '', name = ''] = /^([^:]*):(.*)$/s.exec(destination) ?? [];
  if (kind === 'model' || kind === 'answer') return name.split('/', 1)[0] ?? '';
  return kind === 'network' ? name : kind;
}

function modelAttributes(destination: string): Attributes {
  const [, provider, model] = /^(?:model|answer):([^/]+)\/(.+)$/s.exec(destination) ?? [];
  if (provider !== undefined)
    return { 'gen_ai.provider.name': provider, 'gen_ai.request.model': model ?? '', 'gen_ai.operation.name': 'chat' };
  return destination.startsWith('tool:') ? { 'gen_ai.tool.name': destination.slice('tool:'.length) } : {};
}
