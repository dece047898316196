// `npm run test:fleet`: builds the collector and both stores of integrations/fleet from the Go registry, starts them with the
// configuration that stands there, sends what two machines would, and asks every panel's question of the stores. Skipped aloud
// where Go is missing or the registry hasn't them. Grafana, which only draws the answers, is not among them.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { openOtlp } from '../../../src/audit/otlp/openOtlp';
import type { AuditEvent } from '../../../src/audit/trail/auditEvent';
import { check, sumUp } from '../../checks';
import { freePort, listening, until } from '../../loopback';
import { buildCollector, buildModule } from './goPrograms';

const fleet = resolve(__dirname, '../../../integrations/fleet');

/** What a panel's question brings, by its title: `[labels, value]` of series, or lines of a log. */
interface Answer {
  readonly series: readonly { readonly labels: Readonly<Record<string, string>>; readonly values: readonly number[] }[];
  readonly lines: readonly string[];
}

/** What was sent, as each panel has to tell it. */
const expected: Readonly<Record<string, (answer: Answer) => boolean>> = {
  'Held back': ({ series }) => only(series) === 7,
  Blocked: ({ series }) => only(series) === 2,
  'Machines heard of': ({ series }) => only(series) === 2,
  'Events missing in trails': ({ series }) => only(series) === 3,
  'Held back by channel': ({ series }) => mostBy(series, 'lockside_channel', 'model') === 7,
  'Held back by client': ({ series }) => mostBy(series, 'lockside_client', 'codex') === 7,
  'Held back by kind': ({ series }) => mostBy(series, 'lockside_kind', 'pii') === 5,
  'Values that came back': ({ series }) =>
    mostBy(series, 'lockside_vendor', 'copilot') === 2 && mostBy(series, 'lockside_vendor', 'tool') === 0,
  'Values that did not come back by themselves': ({ series }) =>
    mostBy(series, 'lockside_vendor', 'tool') === 1 && mostBy(series, 'lockside_action', 'ask') === 1,
  'Vendors that something was blocked for': ({ series }) => mostBy(series, 'lockside_vendor', 'copilot') === 2,
  'Gaps in trails': ({ lines }) => lines.length === 1,
  'Trails that were changed': ({ lines }) => lines.length === 1,
  'Machines whose trail was not verified for seven days': ({ series }) =>
    series.length === 1 && series[0]?.labels.host_id === 'machine-b',
  'Checkpoints kept here': ({ lines }) => lines.length === 1,
  'Gateway: requests by size': ({ series }) => most(series) > 1000,
  'Gateway: time': ({ series }) => most(series) > 0,
  'Gateway: refused or failed': ({ series }) => mostBy(series, 'http_response_status_code', '502') === 1,
};

main().catch(error => {
  console.log(String(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const built = [
    buildCollector(),
    buildModule('github.com/prometheus/prometheus', 'v0.304.0', 'prometheus'),
    buildModule('github.com/grafana/loki/v3', 'v3.5.0', 'loki'),
  ];
  const [collector, prometheus, loki] = built.map(it => it.program);
  if (!collector || !prometheus || !loki) {
    for (const { missing } of built) if (missing !== undefined) console.log(`skipped: ${missing}`);
    console.log('0 passed, 0 failed, 1 skipped');
    return;
  }
  const state = mkdtempSync(join(tmpdir(), 'lockside-fleet-'));
  const running: ChildProcess[] = [];
  const start = async (program: string, args: readonly string[], port: number, env: NodeJS.ProcessEnv = {}) => {
    running.push(spawn(program, args, { cwd: state, env: { ...process.env, ...env }, stdio: 'ignore' }));
    await listening(port);
  };
  try {
    const [lokiPort, prometheusPort, port] = [await freePort(), await freePort(), await freePort()];
    await start(loki, await lokiArguments(state, lokiPort), lokiPort);
    await start(prometheus, prometheusArguments(state, prometheusPort), prometheusPort);
    const stores = { loki: `http://127.0.0.1:${lokiPort}`, prometheus: `http://127.0.0.1:${prometheusPort}` };
    await until(async () => (await fetch(`${stores.loki}/ready`)).ok);
    await start(collector, [`--config=${join(fleet, 'collector.yaml')}`], port, {
      LOCKSIDE_LISTEN: `127.0.0.1:${port}`,
      LOKI_ENDPOINT: `${stores.loki}/otlp`,
      PROMETHEUS_ENDPOINT: `${stores.prometheus}/api/v1/otlp`,
    });
    await sendAll(`http://127.0.0.1:${port}`);
    await askAll(stores);
  } finally {
    for (const child of running) child.kill('SIGKILL');
    rmSync(state, { recursive: true, force: true, maxRetries: 5 });
  }
  sumUp();
}

/** Its configuration, at a place and ports of this test. */
async function lokiArguments(state: string, port: number): Promise<string[]> {
  const config = readFileSync(join(fleet, 'loki.yaml'), 'utf8')
    .replace(
      'http_listen_port: 3100',
      `http_listen_port: ${port}\n  http_listen_address: 127.0.0.1\n  grpc_listen_port: ${await freePort()}\n  grpc_listen_address: 127.0.0.1`,
    )
    .replace('  replication_factor: 1', '  replication_factor: 1\n  instance_addr: 127.0.0.1')
    .replaceAll('/loki', join(state, 'loki'));
  mkdirSync(join(state, 'loki'));
  writeFileSync(join(state, 'loki.yaml'), config);
  return [`-config.file=${join(state, 'loki.yaml')}`];
}

/** The arguments that the compose file gives it, at a place and port of this test. */
function prometheusArguments(state: string, port: number): string[] {
  const compose = load(readFileSync(join(fleet, 'compose.yaml'), 'utf8')) as {
    readonly services: { readonly prometheus: { readonly command: readonly string[] } };
  };
  return [
    ...compose.services.prometheus.command.map(it => it.replace('/etc/prometheus', fleet)),
    `--storage.tsdb.path=${join(state, 'prometheus')}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ];
}

/** Machine a: held back, blocked, restored, a gap, a changed trail, a checkpoint, the gateway. Machine b: held back, never verified. */
async function sendAll(endpoint: string): Promise<void> {
  const time = new Date().toISOString();
  let id = 0;
  const event = (detector: string, more: Partial<AuditEvent> = {}) => ({
    ...{ id: `event-${id++}`, segment: 'segment-1' },
    event: {
      ...{ time, channel: 'model', destination: 'model:copilot/gpt-5', action: 'redact', layer: 'default' },
      ...{ reason: 'rule 1: every detector', detector, fingerprint: '', writer: 'gateway', workspace: 'shop' },
      ...{ client: 'codex', ...more },
    } as AuditEvent,
  });
  const came = { restored: true } as const;
  const a = openOtlp({ endpoint, version: '1.0.0', machine: 'machine-a' });
  const b = openOtlp({ endpoint, version: '1.0.0', machine: 'machine-b' });
  const failures = [
    await a.send([
      event('pii/email'),
      event('pii/email'),
      event('pii/phone', { count: 2 }),
      event('secret/jwt', { action: 'block' }),
      event('secret/jwt', { action: 'block' }),
      event('pii/email', { ...came, action: 'allow', destination: 'answer:copilot/gpt-5', count: 2 }),
      event('secret/jwt', { ...came, action: 'block', destination: 'tool:send_mail' }),
      event('secret/jwt', { ...came, action: 'ask', destination: 'command:' }),
      event('fault/trail-gap', { action: 'log', count: 3 }),
      { name: 'lockside.verification', time, attributes: { 'lockside.defects': 2 } },
      { name: 'lockside.checkpoint', time, attributes: { 'lockside.checkpoint.sha256': '0'.repeat(64) } },
    ]),
    await b.send([event('pii/email')]),
  ];
  const request = { client: 'codex', provider: 'openai', answerBytes: 2000, seconds: 1.5, overhead: 0.002 };
  a.observe({ ...request, requestBytes: 40_000, status: 200, refused: false });
  a.observe({ ...request, requestBytes: 50_000, status: 502, refused: true });
  await Promise.all([a.close(), b.close()]);
  check(
    'the collector takes all of it',
    failures.every(it => it === undefined),
    failures.join(', '),
  );
}

interface Panel {
  readonly title: string;
  readonly panels?: readonly Panel[];
  readonly targets?: readonly { readonly expr: string; readonly instant?: boolean }[];
  readonly datasource: { readonly type: 'loki' | 'prometheus' };
}

async function askAll(stores: Readonly<Record<'loki' | 'prometheus', string>>): Promise<void> {
  const board = JSON.parse(readFileSync(join(fleet, 'dashboards', 'lockside.json'), 'utf8')) as Panel;
  const panels = (board.panels ?? []).flatMap(it => [it, ...(it.panels ?? [])]).filter(it => it.targets);
  check(
    'each panel is known here',
    panels.every(({ title }) => title in expected) && panels.length === Object.keys(expected).length,
  );
  for (const { title, targets = [], datasource } of panels) {
    for (const { expr, instant = false } of targets) {
      let said = '';
      let right = false;
      await until(async () => {
        const answer = await ask(stores[datasource.type], datasource.type, expr, instant);
        said = JSON.stringify(answer);
        right = typeof answer !== 'string' && (expected[title]?.(answer) ?? false);
        return right;
      });
      check(title, right, said);
    }
  }
}

/** As Grafana would ask over the last hour; a string tells what the store said against it. */
async function ask(
  url: string,
  store: 'loki' | 'prometheus',
  expr: string,
  instant: boolean,
): Promise<Answer | string> {
  const query = expr.replaceAll('$__range', '1h').replaceAll('$__rate_interval', '4m');
  const now = Math.floor(Date.now() / 1000);
  const base = store === 'loki' ? `${url}/loki/api/v1` : `${url}/api/v1`;
  const parameters = new URLSearchParams(
    instant ? { query, time: String(now) } : { query, start: String(now - 3600), end: String(now + 60), step: '60' },
  );
  const response = await fetch(`${base}/${instant ? 'query' : 'query_range'}?${parameters}`);
  const text = await response.text();
  if (!response.ok) return text;
  const { result, resultType } = (JSON.parse(text) as { data: { result: readonly Result[]; resultType: string } }).data;
  if (resultType === 'streams')
    return { series: [], lines: result.flatMap(it => (it.values ?? []).map(([, line]) => line)) };
  const series = result.map(({ metric = {}, value, values }) => ({
    labels: metric,
    values: (values ?? (value ? [value] : [])).map(([, it]) => Number(it)),
  }));
  return { series, lines: [] };
}

interface Result {
  readonly metric?: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number, string])[];
}

type Series = Answer['series'];

const only = (series: Series) => (series.length === 1 ? series[0]?.values[0] : undefined);
const most = (series: Series) => Math.max(0, ...series.flatMap(it => it.values).filter(it => !Number.isNaN(it)));
const mostBy = (series: Series, label: string, value: string) => most(series.filter(it => it.labels[label] === value));
