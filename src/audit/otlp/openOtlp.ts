import { randomUUID } from 'node:crypto';
import { type LogAttributes, SeverityNumber } from '@opentelemetry/api-logs';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, type ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { AggregationTemporality, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { GatewayObservation } from '../../core/gatewayObservation';
import type { Action } from '../../core/model';
import { messageOf } from '../export/ocsfEvents';
import type { AuditEvent } from '../trail/auditEvent';
import { attributesOf, gatewayAttributes, metricAttributes } from './attributes';

export interface OtlpOptions {
  /** The base of the collector's OTLP over HTTP: `https://collector.example.com:4318`. */
  readonly endpoint: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly version: string;
  /** What tells this machine from others; no name of a person or host. */
  readonly machine: string;
  /** Milliseconds that a request may take. */
  readonly patience?: number;
}

/** What goes to a collector besides decisions. */
export interface Notice {
  readonly name: 'lockside.checkpoint' | 'lockside.verification' | 'lockside.segment' | 'lockside.sealed';
  /** ISO 8601. */
  readonly time: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

export type Outgoing = { readonly id: string; readonly segment: string; readonly event: AuditEvent } | Notice;

/** A collector, as the official OpenTelemetry packages reach it. */
export interface Otlp {
  /** Resolves when the collector has taken them: to undefined, or to why it has not. Never rejects. */
  send(all: readonly Outgoing[]): Promise<string | undefined>;
  observe(observation: GatewayObservation): void;
  /** Sends what is measured and ends. */
  close(): Promise<void>;
}

/** Opens the way to a collector; nothing is sent before the first `send` or the first minute's metrics. */
export function openOtlp(options: OtlpOptions): Otlp {
  const { endpoint, headers = {}, version, machine, patience = 10_000 } = options;
  const base = endpoint.replace(/\/+$/, '');
  const resource = resourceFromAttributes({
    ...{ 'service.name': 'lockside', 'service.version': version, 'service.instance.id': randomUUID() },
    'host.id': machine,
  });
  const to = (signal: string) => ({ url: `${base}/v1/${signal}`, headers: { ...headers }, timeoutMillis: patience });
  const exporter = new OTLPLogExporter(to('logs'));
  const batch: ReadableLogRecord[] = [];
  const logs = new LoggerProvider({ resource, processors: [collector(batch)] });
  const metrics = new MeterProvider({ resource, readers: [metricReader(to('metrics'))] });
  const logger = logs.getLogger('lockside', version);
  const meters = openMeters(metrics.getMeter('lockside', version));
  return {
    async send(all) {
      for (const one of all) logger.emit('name' in one ? noticeRecord(one) : decisionRecord(one));
      const records = batch.splice(0);
      const failure = await new Promise<string | undefined>(resolve =>
        exporter.export(records, ({ code, error }) => resolve(code === 0 ? undefined : failureOf(error))),
      );
      if (failure === undefined) for (const one of all) if ('event' in one) meters.decided(one.event);
      return failure;
    },
    observe: meters.observe,
    async close() {
      await Promise.allSettled([metrics.shutdown(), logs.shutdown(), exporter.shutdown()]);
    },
  };
}

/** Cumulative, as Prometheus wants them; a minute's figures may be late, so the process doesn't wait for them. */
function metricReader(to: ConstructorParameters<typeof OTLPMetricExporter>[0]) {
  const exporter = new OTLPMetricExporter({ ...to, temporalityPreference: AggregationTemporality.CUMULATIVE });
  return new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000, exportTimeoutMillis: 15_000 });
}

/** Keeps what was emitted until it is sent: whether it has arrived has to be known of each batch. */
function collector(batch: ReadableLogRecord[]) {
  const nothing = () => Promise.resolve();
  return { onEmit: (record: ReadableLogRecord) => void batch.push(record), forceFlush: nothing, shutdown: nothing };
}

/** An answer's body may hold what was sent, so only its status is told. */
function failureOf(error: (Error & { code?: unknown; cause?: unknown }) | undefined): string {
  const { code, cause } = error ?? {};
  const reason = code ?? (cause as { code?: unknown } | undefined)?.code;
  return reason === undefined ? 'the collector did not take it' : `the collector answered ${String(reason)}`;
}

function decisionRecord({ id, segment, event }: Exclude<Outgoing, Notice>) {
  const { action, restored = false } = event;
  return {
    ...{ eventName: restored ? 'lockside.restore' : 'lockside.decision', timestamp: new Date(event.time) },
    ...{ severityText: action, severityNumber: severities[action] },
    body: messageOf(event),
    attributes: { ...attributesOf(event), 'event.id': id, 'lockside.segment': segment } as LogAttributes,
  };
}

function noticeRecord({ name, time, attributes }: Notice) {
  const [severityNumber, severityText] =
    attributes['lockside.defects'] === undefined || attributes['lockside.defects'] === 0
      ? ([SeverityNumber.INFO, 'info'] as const)
      : ([SeverityNumber.ERROR, 'error'] as const);
  return { eventName: name, timestamp: new Date(time), severityNumber, severityText, body: name, attributes };
}

const severities: Readonly<Record<Action, SeverityNumber>> = {
  allow: SeverityNumber.INFO,
  log: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  ask: SeverityNumber.WARN2,
  redact: SeverityNumber.WARN3,
  block: SeverityNumber.ERROR,
};

function openMeters(meter: ReturnType<MeterProvider['getMeter']>) {
  const decisions = meter.createCounter('lockside.decisions', { description: 'Values that were decided on' });
  const restores = meter.createCounter('lockside.restores', {
    description: 'Values that came back for their placeholders, or were to',
  });
  const gaps = meter.createCounter('lockside.trail.lost', { description: 'Events that could not be written' });
  const sizes = meter.createHistogram('lockside.gateway.request.size', {
    ...{ unit: 'By', description: 'Bodies of requests to providers' },
    advice: { explicitBucketBoundaries: [1e3, 4e3, 16e3, 64e3, 256e3, 1e6, 4e6, 16e6] },
  });
  const answers = meter.createHistogram('lockside.gateway.response.size', {
    ...{ unit: 'By', description: 'Bodies of answers' },
    advice: { explicitBucketBoundaries: [1e3, 4e3, 16e3, 64e3, 256e3, 1e6, 4e6, 16e6] },
  });
  const durations = meter.createHistogram('lockside.gateway.duration', {
    ...{ unit: 's', description: 'From a request to the end of its answer' },
    advice: { explicitBucketBoundaries: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300] },
  });
  const held = meter.createHistogram('lockside.gateway.overhead', {
    ...{ unit: 's', description: 'What looking at a request took of it' },
    advice: { explicitBucketBoundaries: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5] },
  });
  const errors = meter.createCounter('lockside.gateway.errors', {
    description: 'Requests that were refused or failed',
  });
  return {
    decided(event: AuditEvent) {
      (event.restored ? restores : decisions).add(event.count ?? 1, metricAttributes(event));
      if (event.detector === 'fault/trail-gap') gaps.add(event.count ?? 1);
    },
    observe(observation: GatewayObservation) {
      const attributes = gatewayAttributes(observation);
      sizes.record(observation.requestBytes, attributes);
      answers.record(observation.answerBytes, attributes);
      durations.record(observation.seconds, attributes);
      held.record(observation.overhead, attributes);
      if (observation.status >= 400)
        errors.add(1, {
          ...attributes,
          'http.response.status_code': observation.status,
          'lockside.refused': observation.refused,
        });
    },
  };
}
