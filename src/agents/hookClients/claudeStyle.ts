import type { HookEvent, Verdict } from '../hookPorts';
import { fieldsOf, need, textOf } from './hookClient';

/** Messages in snake_case with `hook_event_name`, as VS Code 1.139, Claude Code 2.1 and Codex 0.169 write them. */
export function readClaudeStyle(message: unknown): HookEvent {
  const fields = fieldsOf(message);
  const text = (name: string) => textOf(fields[name]);
  const session = text('session_id');
  switch (fields.hook_event_name) {
    case 'UserPromptSubmit':
      return { event: 'prompt', prompt: need(fields, 'prompt'), session };
    case 'PreToolUse':
      return {
        event: 'toolCall',
        tool: need(fields, 'tool_name'),
        input: fields.tool_input,
        call: text('tool_use_id'),
        session,
        cwd: text('cwd'),
      };
    case 'PostToolUse':
      return {
        event: 'toolResult',
        tool: need(fields, 'tool_name'),
        input: fields.tool_input,
        result: fields.tool_response,
        session,
        cwd: text('cwd'),
      };
    default:
      if (typeof fields.hook_event_name !== 'string') throw new Error('the hook message names no event');
      return { event: 'other' };
  }
}

/**
 * `rewriting` is the decision that goes with a changed input: Claude Code needs `allow`; VS Code applies the change without
 * one, so that the person is still asked what they would have been asked anyway.
 */
export function preToolUse(verdict: Verdict, rewriting: 'allow' | undefined): object {
  const hookEventName = 'PreToolUse';
  switch (verdict.kind) {
    case 'deny':
      return {
        hookSpecificOutput: { hookEventName, permissionDecision: 'deny', permissionDecisionReason: verdict.reason },
      };
    case 'ask':
      return {
        hookSpecificOutput: {
          hookEventName,
          permissionDecision: 'ask',
          permissionDecisionReason: verdict.reason,
          ...(verdict.input === undefined ? {} : { updatedInput: verdict.input }),
        },
      };
    case 'rewriteInput':
      return {
        hookSpecificOutput: {
          hookEventName,
          ...(rewriting || verdict.approved ? { permissionDecision: 'allow' } : {}),
          updatedInput: verdict.input,
        },
      };
    default:
      return {};
  }
}
