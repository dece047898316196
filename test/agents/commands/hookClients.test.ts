import assert from 'node:assert/strict';
import { hookClients } from '../../../src/agents/clients';
import type { Verdict } from '../../../src/agents/hookPorts';

describe('hooks of Cursor and opencode', () => {
  const cursor = hookClients.cursor!;
  const opencode = hookClients.opencode!;
  const deny: Verdict = { kind: 'deny', reason: 'no' };
  const ask: Verdict = { kind: 'ask', reason: 'sure?' };
  const common = { conversation_id: 'c', workspace_roots: ['/ws'] };

  it('reads what Cursor says of commands, files, tools and prompts', () => {
    const events = [
      { ...common, hook_event_name: 'beforeShellExecution', command: 'ls', cwd: '/ws/a' },
      { ...common, hook_event_name: 'beforeReadFile', file_path: '/ws/.env', content: 'x' },
      { ...common, hook_event_name: 'beforeMCPExecution', tool_name: 'q', tool_input: '{"a":1}' },
      { ...common, hook_event_name: 'preToolUse', tool_name: 'Write', tool_input: { file_path: 'x' } },
      { ...common, hook_event_name: 'beforeSubmitPrompt', prompt: 'hi' },
      { ...common, hook_event_name: 'stop' },
    ].map(message => cursor.read(message));
    assert.deepEqual(
      events.map(event => [event.event, 'tool' in event ? event.tool : '', 'input' in event ? event.input : '']),
      [
        ['toolCall', 'Shell', { command: 'ls' }],
        ['toolCall', 'Read', { file_path: '/ws/.env' }],
        ['toolCall', 'mcp__q', { a: 1 }],
        ['toolCall', 'Write', { file_path: 'x' }],
        ['prompt', '', ''],
        ['other', '', ''],
      ],
    );
    assert.throws(() => cursor.read({}));
  });

  it('answers in its words, and refuses where nobody can be asked', () => {
    const shell = cursor.read({ ...common, hook_event_name: 'beforeShellExecution', command: 'ls' });
    const file = cursor.read({ ...common, hook_event_name: 'beforeReadFile', file_path: 'x' });
    const prompt = cursor.read({ ...common, hook_event_name: 'beforeSubmitPrompt', prompt: 'x' });
    assert.deepEqual(cursor.write({ kind: 'pass' }, shell), {});
    assert.deepEqual(cursor.write(ask, shell), { permission: 'ask', user_message: 'sure?', agent_message: 'sure?' });
    assert.equal((cursor.write(ask, file) as { permission: string }).permission, 'deny');
    assert.deepEqual(cursor.write({ kind: 'block', reason: 'no' }, prompt), { continue: false, user_message: 'no' });
  });

  it("speaks with opencode's plugin", () => {
    const before = opencode.read({ event: 'before', tool: 'bash', args: { command: 'ls' }, cwd: '/ws', session: 's' });
    assert.deepEqual(before, {
      ...{ event: 'toolCall', tool: 'bash', input: { command: 'ls' }, session: 's', cwd: '/ws', call: '' },
    });
    assert.deepEqual(opencode.write(deny, before), { deny: 'no' });
    const after = { event: 'after', tool: 'read', args: { filePath: '.env' }, cwd: '/ws', session: 's' };
    const result = opencode.read({ ...after, text: 'a' });
    assert.deepEqual([result.event, 'result' in result && result.result], ['toolResult', 'a']);
    assert.deepEqual(opencode.write({ kind: 'rewriteResult', result: 'x' }, result), { text: 'x' });
    const prompt = opencode.read({ event: 'prompt', text: 'hello', cwd: '/ws', session: 's' });
    assert.deepEqual(prompt, { event: 'prompt', prompt: 'hello', session: 's' });
    assert.deepEqual(opencode.write({ kind: 'rewritePrompt', prompt: 'y' }, prompt), { text: 'y' });
    assert.throws(() => opencode.read({ event: 'before' }));
  });
});
