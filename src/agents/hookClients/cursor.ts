import type { HookEvent, Verdict } from '../hookPorts';
import { fieldsOf, type HookClient, need, textOf } from './hookClient';

/**
 * Cursor, by its documentation of hooks (cursor.com/docs/agent/hooks, 2026-11). Before a command or a tool of MCP it can have the
 * person asked; before a file is read, or a tool edits one, it can only be told no. Nothing that a tool returns can be replaced.
 */
export const cursor: HookClient = {
  rewritesResults: false,
  rewritesPrompts: false,
  asks: true,
  read,
  write(verdict, event) {
    if (event.event === 'prompt')
      return 'reason' in verdict ? { continue: false, user_message: verdict.reason } : { continue: true };
    return event.event === 'toolCall' ? answered(verdict, event.tool) : {};
  },
};

/** Events that are asked about; for the others a question is a refusal. */
const asking = new Set(['Shell', 'Mcp']);

function answered(verdict: Verdict, tool: string): object {
  switch (verdict.kind) {
    case 'ask':
      return told(asking.has(tool) || tool.startsWith('mcp__') ? 'ask' : 'deny', verdict.reason);
    case 'deny':
    case 'block':
      return told('deny', verdict.reason);
    case 'rewriteInput':
      return { permission: 'allow', updated_input: verdict.input };
    default:
      return {};
  }
}

function told(permission: 'ask' | 'deny', reason: string): object {
  return { permission, user_message: reason, agent_message: reason };
}

function read(message: unknown): HookEvent {
  const fields = fieldsOf(message);
  const session = textOf(fields.conversation_id);
  const roots = fields.workspace_roots;
  const cwd = textOf(fields.cwd) || (Array.isArray(roots) ? textOf(roots[0]) : '');
  const call = (tool: string, input: unknown): HookEvent => ({
    ...{ event: 'toolCall', tool, input, call: '', session, cwd },
  });
  switch (need(fields, 'hook_event_name')) {
    case 'beforeSubmitPrompt':
      return { event: 'prompt', prompt: need(fields, 'prompt'), session };
    case 'beforeShellExecution':
      return call('Shell', { command: need(fields, 'command') });
    case 'beforeReadFile':
      return call('Read', { file_path: need(fields, 'file_path') });
    case 'beforeMCPExecution':
      return call(`mcp__${need(fields, 'tool_name')}`, parsed(fields.tool_input));
    case 'preToolUse':
      return call(need(fields, 'tool_name'), parsed(fields.tool_input));
    default:
      return { event: 'other' };
  }
}

/** Some versions write a tool's input as JSON in a text. */
function parsed(input: unknown): unknown {
  return typeof input === 'string' ? (JSON.parse(input) as unknown) : input;
}
