import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** An attribute of OTLP's JSON. */
interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What came to a receiver on this machine, as plain values. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Receives OTLP as JSON on loopback; `status` says what it answers. */
export async function startReceiver(status: () => number = () => 200) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const code = status();
      const bytes = Buffer.concat(pieces);
      const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
      const body: unknown = JSON.parse(text.toString('utf8'));
      if (code === 200) received.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(code, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () => new Promise(resolve => server.close(resolve).closeAllConnections()),
  };
}

interface LogRecord {
  readonly name: string;
  readonly severity: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The log records of what was received. */
export function logsOf(received: readonly Received[]): LogRecord[] {
  return received
    .filter(({ path }) => path === '/v1/logs')
    .flatMap(({ body }) => nested(body, ['resourceLogs', 'scopeLogs', 'logRecords']))
    .map(record => ({
      name: String(record.eventName),
      severity: Number(record.severityNumber),
      attributes: plain(record.attributes as Attribute[]),
    }));
}

/** The data points of a metric, with their attributes. */
export function pointsOf(received: readonly Received[], name: string) {
  return received
    .filter(({ path }) => path === '/v1/metrics')
    .flatMap(({ body }) => nested(body, ['resourceMetrics', 'scopeMetrics', 'metrics']))
    .filter(metric => metric.name === name)
    .flatMap(metric => nested(metric.sum ?? metric.histogram, ['dataPoints']))
    .map(point => ({
      value: Number(point.asInt ?? point.asDouble ?? point.count),
      attributes: plain(point.attributes as Attribute[]),
    }));
}

function nested(value: unknown, path: readonly string[]): Record<string, unknown>[] {
  return path.reduce(
    (all, key) => all.flatMap(one => (one[key] ?? []) as Record<string, unknown>[]),
    [value as Record<string, unknown>],
  );
}

function plain(attributes: readonly Attribute[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
