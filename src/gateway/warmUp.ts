import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { createGuard, type Guard } from '../core/guard';
import { loadScanning } from '../core/loadScanning';
import { createVault } from '../core/placeholders';
import type { SampleTexts } from '../core/sampleTexts';
import { anthropicMessages } from './formats/anthropicMessages';
import { createRedactor } from './redactJson';

/**
 * Looks at made-up requests, so that the engine has compiled what looks at real ones before the first comes: cold, a first turn of
 * 129 KB takes more than half a second. Slice by slice while the gateway is idle, so that a request that comes meanwhile hardly
 * waits. Nothing of it is recorded or kept, and what fails here will fail, and be told, where it matters.
 */
export async function warmUp(guard: Guard, stop: AbortSignal, isIdle: () => boolean): Promise<void> {
  await lookAtSamples(guard, stop, isIdle).catch(() => undefined);
}

async function lookAtSamples({ scanner, policy }: Guard, stop: AbortSignal, isIdle: () => boolean): Promise<void> {
  const guard = createGuard({ scanner, policy, vault: createVault(), audit: () => undefined });
  const giveWay = async () => {
    await turn();
    while (!isIdle() && !stop.aborted) await pause(200, undefined, { signal: stop, ref: false });
  };
  const redact = createRedactor({ guard, giveWay, exclusively: async work => work() });
  const destination = { kind: 'model', name: 'anthropic/none' } as const;
  const source = { path: 'src/app.ts' };
  for (const texts of loadScanning().sampleTexts(rounds)) {
    await giveWay();
    if (stop.aborted) return;
    const value = requestOf(texts);
    const json = JSON.stringify(value);
    await redact({ json, value, shape: anthropicMessages.shape, destination, sourceOf: () => source });
  }
}

/** So few slices reach every word; each takes some ten milliseconds while all is cold. */
const rounds = 40;

function requestOf({ prose, code, settings }: SampleTexts): object {
  const path = { type: 'string', description: prose.slice(0, 200) };
  return {
    model: 'none',
    system: prose,
    tools: [{ name: 'read', description: prose, input_schema: { type: 'object', properties: { path } } }],
    messages: [
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'Read', input: { file_path: 'src/app.ts' } }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: code }] },
      { role: 'user', content: settings },
    ],
  };
}
