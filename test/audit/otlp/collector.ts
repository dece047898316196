// `npm run test:otlp`: builds an OpenTelemetry Collector of its core parts from the Go registry, sends it a trail by the command line
// as a person would, and looks at what it hands on. Skipped aloud where Go is missing or the registry has no such version.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openTrail } from '../../../src/audit/trail/openTrail';
import { trailFolder } from '../../../src/audit/trail/trailFolder';
import { check, sumUp } from '../../checks';
import { freePort, listening, until } from '../../loopback';
import { auditRecord } from '../trail/auditRecord';
import { buildCollector } from './goPrograms';
import { logsOf, pointsOf, startReceiver } from './receiver';

const root = resolve(__dirname, '../../..');
const canary = `canary-${Math.random().toString(36).slice(2)}`;

main().catch(error => {
  console.log(String(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { program, missing } = buildCollector();
  if (program === undefined) {
    console.log(`skipped: ${missing}`);
    console.log('0 passed, 0 failed, 1 skipped');
    return;
  }
  const state = mkdtempSync(join(tmpdir(), 'lockside-collector-'));
  const receiver = await startReceiver();
  const port = await freePort();
  const environment = {
    ...process.env,
    LOCKSIDE_LISTEN: `127.0.0.1:${port}`,
    LOKI_ENDPOINT: receiver.url,
    PROMETHEUS_ENDPOINT: receiver.url,
  };
  const config = asJson(join(root, 'integrations', 'fleet', 'collector.yaml'), state);
  const validated = spawnSync(program, ['validate', '--config', config], { env: environment, encoding: 'utf8' });
  check("the fleet's configuration is one that the collector takes", validated.status === 0, validated.stderr);
  const collector = spawn(program, ['--config', config], { env: environment, stdio: 'ignore' });
  try {
    await listening(port);
    writeTrail(state);
    const cli = (...args: string[]) =>
      spawnCli(args, { LOCKSIDE_STATE: state, LOCKSIDE_OTLP_HEADERS: `x-key=${canary}`, LOCKSIDE_USER_SETTINGS: '' });
    const endpoint = `http://127.0.0.1:${port}`;
    const sent = await cli('audit', 'export', '--format', 'otlp', '--endpoint', endpoint);
    check('the command line sends all events', sent.output.includes('1202 events sent'), sent.output);
    const marked = await cli('audit', 'checkpoint', '--otlp', endpoint);
    const hash = /sha256:([0-9a-f]{64})/.exec(marked.output)?.[1];
    const verified = await cli('audit', 'verify', '--otlp', endpoint, '--anchor', `sha256:${hash}`);
    check('a trail that nobody has changed is verified by the anchor', verified.code === 0, verified.output);
    await until(
      () => logsOf(receiver.received).length >= 1204 && pointsOf(receiver.received, 'lockside.decisions').length > 0,
    );
    const logs = logsOf(receiver.received);
    const decisions = logs.filter(({ name }) => name === 'lockside.decision');
    check(
      'every event arrived, once',
      new Set(decisions.map(one => one.attributes['event.id'])).size === 1202 && decisions.length === 1202,
      String(decisions.length),
    );
    check(
      'an event says what was decided',
      decisions.some(
        one => one.attributes['security_rule.name'] === 'secret/jwt' && one.attributes['lockside.action'] === 'block',
      ),
    );
    check(
      'a gap in the trail arrived',
      decisions.some(one => one.attributes['security_rule.name'] === 'fault/trail-gap'),
    );
    check(
      'the checkpoint arrived as an anchor',
      logs.some(one => one.attributes['lockside.checkpoint.sha256'] === hash),
    );
    check(
      'the verification arrived',
      logs.some(({ name }) => name === 'lockside.verification'),
    );
    const counted = pointsOf(receiver.received, 'lockside.decisions').reduce((sum, { value }) => sum + value, 0);
    check('the counters have every decision', counted >= 1202, String(counted));
    check('no key stands in what arrived', !JSON.stringify(receiver.received.map(({ body }) => body)).includes(canary));
  } finally {
    collector.kill('SIGTERM');
    await receiver.close();
    rmSync(state, { recursive: true });
  }
  sumUp();
}

/** The receiver of this test reads JSON; nothing else of the configuration is changed. */
function asJson(file: string, folder: string): string {
  const text = readFileSync(file, 'utf8').replaceAll(
    /^( {4}endpoint: \$\{env:(?:LOKI|PROMETHEUS).*)$/gm,
    '$1\n    encoding: json',
  );
  const target = join(folder, 'collector.yaml');
  writeFileSync(target, text);
  return target;
}

function writeTrail(state: string): void {
  const trail = openTrail({
    folder: trailFolder(state),
    surroundings: { writer: 'gateway', workspace: 'shop', client: 'codex' },
  });
  for (let n = 0; n < 1200; n++) trail.record([auditRecord('pii/email', { path: `src/${n}.ts` })]);
  trail.record([
    auditRecord('secret/jwt', { action: 'block' }),
    auditRecord('fault/trail-gap', { action: 'log', count: 3 }),
  ]);
  trail.close();
}

function spawnCli(args: readonly string[], env: Record<string, string>): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), ...args], { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', piece => {
      output += piece;
    });
  return new Promise(done => child.on('close', code => done({ code: code ?? -1, output })));
}
