import assert from 'node:assert/strict';
import { sample } from '../../src/core/detectors/sample';
import { createGuard } from '../../src/core/guard';
import { createVault } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import type { Scanner } from '../../src/core/scan';
import { openaiChat } from '../../src/gateway/formats/openaiChat';
import { createRedactor } from '../../src/gateway/redactJson';
import { scanner, startGateway } from './rig';

/** Takes so long that others have their turn behind each text. */
const slow: Scanner['scan'] = (...asked) => {
  const until = performance.now() + 10;
  while (performance.now() < until);
  return scanner.scan(...asked);
};

const tokens = Array.from({ length: 12 }, (_, i) => sample('ghp_{alnum:30}{crc62:6}', i));
const messages = tokens.map(token => ({ role: 'user', content: `Ask for it with ${token}, please.` }));
const lenient = createPolicy(
  [{ layer: 'workspace', tightenOnly: false, rules: [{ detectors: ['secret/*'], action: 'allow' }] }],
  '2026-01-01',
);

describe('a long request', () => {
  it('lets others have their turn, and comes out the same', async () => {
    let turns = 0;
    const run = (giveWay?: () => Promise<void>) =>
      redactorWith(() => lenient, giveWay)({ ...bodyOf(messages), destination: { kind: 'model', name: 'm' } });
    const json = await run(async () => void turns++);
    assert.ok(turns >= messages.length - 1);
    assert.deepEqual(withoutDecisions(json), withoutDecisions(await run()));
  });

  it('is looked at again under the rules that hold in the end', async () => {
    const strict = createPolicy([], '2026-01-01');
    let policy = lenient;
    const redact = redactorWith(
      () => policy,
      async () => {
        policy = strict;
      },
    );
    for (let i = 0; i < 2; i++) {
      const redacted = await redact({ ...bodyOf(messages), destination: { kind: 'model', name: 'm' } });
      assert.ok('json' in redacted && redacted.json.includes('SECRET_GITHUB_TOKEN_12'));
      assert.ok(tokens.every(token => !redacted.json.includes(token)));
    }
  });

  it('holds up nobody who is answered sooner', async () => {
    let scanned = 0;
    const scan: Scanner['scan'] = (...asked) => {
      scanned++;
      return slow(...asked);
    };
    const gateway = await startGateway({ scanner: { ...scanner, scan } });
    try {
      const look = async () => {
        await (await fetch(gateway.url)).text();
        return scanned;
      };
      await look();
      const body = JSON.stringify(bodyOf([...messages, ...messages].map((it, i) => ({ ...it, name: `n${i}` }))).value);
      const long = fetch(`${gateway.url}/v1/chat/completions`, { method: 'POST', body });
      while ((await look()) === 0);
      const between = await look();
      await (await long).text();
      assert.ok(between < scanned, `${between} of ${scanned}`);
    } finally {
      await gateway.stop();
    }
  });
});

function redactorWith(policy: () => ReturnType<typeof createPolicy>, giveWay?: () => Promise<void>) {
  const guard = createGuard({
    ...{ scanner: { ...scanner, scan: slow }, vault: createVault(), policy, audit: () => undefined },
  });
  return createRedactor({ guard, exclusively: async work => work(), ...(giveWay ? { giveWay } : {}) });
}

function bodyOf(messages: readonly object[]) {
  const value = { model: 'm', messages };
  return { json: JSON.stringify(value), value, shape: openaiChat.shape, sourceOf: () => ({}) };
}

function withoutDecisions(redacted: object): object {
  return { ...redacted, decisions: undefined };
}
