import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTelemetry } from '../../../src/audit/otlp/startTelemetry';
import { openTrail } from '../../../src/audit/trail/openTrail';
import { trailFolder } from '../../../src/audit/trail/trailFolder';
import { withLock, withLockAtOnce } from '../../../src/io/withLock';
import { auditRecord } from '../trail/auditRecord';
import { logsOf, pointsOf, startReceiver } from './receiver';

describe('a trail on its way to a collector', () => {
  let state: string;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let status = 200;
  beforeEach(async () => {
    state = mkdtempSync(join(tmpdir(), 'lockside-otlp-'));
    status = 200;
    receiver = await startReceiver(() => status);
  });
  afterEach(async () => {
    await receiver.close();
    rmSync(state, { recursive: true });
  });

  it('is log records and counters, with the headers of the environment', async () => {
    write(['secret/github-token', 'pii/email'], 'editor');
    write(['fault/trail-gap'], 'hook', true);
    const telemetry = start({ LOCKSIDE_OTLP_HEADERS: 'x-team=red%20one, x-key=abc' });
    assert.deepEqual(await telemetry.flush(), { sent: 3 });
    telemetry.observe({
      ...{ client: 'codex', provider: 'openai', requestBytes: 5000, answerBytes: 70, seconds: 1.5, overhead: 0.01 },
      ...{ status: 502, refused: false },
    });
    await telemetry.close();
    const logs = logsOf(receiver.received);
    assert.deepEqual(logs.map(({ attributes }) => attributes['security_rule.name']).sort(), [
      ...['fault/trail-gap', 'pii/email', 'secret/github-token'],
    ]);
    const { attributes, name, severity } = logs.find(one => one.attributes['security_rule.name'] === 'pii/email')!;
    assert.deepEqual(
      [
        name,
        severity,
        attributes['lockside.action'],
        attributes['gen_ai.provider.name'],
        attributes['gen_ai.request.model'],
      ],
      ['lockside.decision', 15, 'redact', 'copilot', 'gpt-5'],
    );
    assert.ok(receiver.received.every(({ headers }) => headers['x-team'] === 'red one' && headers['x-key'] === 'abc'));
    const decisions = pointsOf(receiver.received, 'lockside.decisions');
    assert.equal(
      decisions.reduce((sum, { value }) => sum + value, 0),
      3,
    );
    assert.equal(
      decisions.find(one => one.attributes['lockside.kind'] === 'pii')?.attributes['lockside.vendor'],
      'copilot',
    );
    assert.deepEqual(pointsOf(receiver.received, 'lockside.restores'), []);
    assert.equal(
      pointsOf(receiver.received, 'lockside.gateway.errors')[0]?.attributes['http.response.status_code'],
      502,
    );
    assert.equal(pointsOf(receiver.received, 'lockside.gateway.request.size')[0]?.value, 1);
  });

  it('tells what came back apart from what was on its way out', async () => {
    const trail = openTrail({
      folder: trailFolder(state),
      surroundings: { writer: 'gateway', workspace: 'shop' },
    });
    const destination = { kind: 'answer', name: 'openai/gpt-5' } as const;
    trail.record([auditRecord('pii/email', { destination, action: 'allow', restored: true, count: 3 })]);
    trail.close();
    const telemetry = start();
    await telemetry.flush();
    await telemetry.close();
    const [log] = logsOf(receiver.received);
    assert.deepEqual(
      [log!.name, log!.severity, log!.attributes['lockside.restored'], log!.attributes['gen_ai.request.model']],
      ['lockside.restore', 9, true, 'gpt-5'],
    );
    const [point] = pointsOf(receiver.received, 'lockside.restores');
    assert.deepEqual([point!.value, point!.attributes['lockside.vendor']], [3, 'openai']);
    assert.deepEqual(pointsOf(receiver.received, 'lockside.decisions'), []);
  });

  it('waits in the trail while there is no collector, and arrives once, whoever goes on', async () => {
    write(['pii/email', 'pii/phone'], 'editor');
    status = 400;
    const first = start();
    assert.ok('error' in (await first.flush()));
    await first.close();
    status = 200;
    write(['secret/jwt'], 'gateway');
    const second = start();
    await second.flush();
    assert.deepEqual(await second.flush(), { sent: 0 });
    write(['pii/iban'], 'gateway');
    await second.flush();
    await second.close();
    const third = start();
    assert.deepEqual(await third.flush(), { sent: 0 });
    await third.close();
    const logs = logsOf(receiver.received);
    const ids = new Set(logs.map(({ attributes }) => attributes['event.id']));
    assert.deepEqual([logs.length, ids.size], [4, 4]);
  });

  it('is sent by one process at a time', async () => {
    write(
      Array.from({ length: 1500 }, () => 'pii/email'),
      'editor',
    );
    const all = [start(), start(), start()];
    await Promise.all(all.map(one => one.flush()));
    await Promise.all(all.map(one => one.close()));
    assert.equal(logsOf(receiver.received).length, 1500);
  });

  it('tells nothing of what the collector answers, and keeps no header', async () => {
    write(['pii/email'], 'editor');
    status = 403;
    const telemetry = start({ LOCKSIDE_OTLP_HEADERS: 'x-key=abcdefgh' });
    assert.deepEqual(await telemetry.flush(), { error: 'the collector answered 403' });
    await telemetry.close();
    assert.match(readFileSync(join(state, 'telemetry', 'machine'), 'utf8'), /^[0-9a-f]{16}$/);
  });

  function start(env: Record<string, string> = {}) {
    return startTelemetry({ stateFolder: state, endpoint: receiver.url, version: '1.0.0', env, exclusively: withLock });
  }

  function write(detectors: readonly string[], writer: string, brief = false): void {
    const exclusively = brief ? withLockAtOnce : undefined;
    const trail = openTrail({ folder: trailFolder(state), surroundings: { writer, workspace: 'shop' }, exclusively });
    for (const detector of detectors) trail.record([auditRecord(detector)]);
    trail.close();
  }
});
