import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFlow } from '../../src/gateway/mcp/flow';
import { openFlowFile } from '../../src/io/flowFile';

describe('what the servers of a client share', () => {
  const state = mkdtempSync(join(tmpdir(), 'lockside-flow-'));
  after(() => rmSync(state, { recursive: true }));
  const step = { leg: 'private', server: 'files', tool: 'read_file', why: 'which reads private data' } as const;
  const flowOf = (session: string) => {
    const file = openFlowFile(state, session);
    return createFlow(
      () => file.steps(),
      one => file.add(one),
    );
  };

  it('is seen by those of one session alone, at once', () => {
    const [one, same, other] = [flowOf('7'), flowOf('7'), flowOf('8')];
    assert.deepEqual(same.steps(), []);
    one.add(step);
    one.add(step);
    assert.deepEqual(same.steps(), [step]);
    assert.deepEqual(other.steps(), []);
  });

  it('is read as far as it is whole, and dropped when it is old', () => {
    const name = readdirSync(join(state, 'mcp'))[0]!;
    const file = join(state, 'mcp', name);
    appendFileSync(file, '{"leg":"untru');
    assert.deepEqual(flowOf('7').steps(), [step]);
    utimesSync(file, 0, 0);
    flowOf('9');
    assert.ok(!existsSync(file));
  });
});
