import type { HookEvent, Verdict } from './hookPorts';

/** How one client says what happened and is told what to do. */
export interface HookClient {
  /** Whether its hooks may replace what a tool returned. */
  readonly rewritesResults: boolean;
  /** Reads the client's own message; throws where it isn't one. */
  read(message: unknown): HookEvent;
  /** The JSON that the client expects on standard output. */
  write(verdict: Verdict, event: HookEvent): object;
}

/** The clients that `lockside hook <client>` serves. */
export const hookClients: Readonly<Record<string, HookClient>> = {
  vscode: { rewritesResults: false, read: readClaudeStyle, write: writeVsCode },
  'claude-code': { rewritesResults: true, read: readClaudeStyle, write: writeClaudeCode },
};

/** Both clients write snake_case messages with `hook_event_name`, as seen at VS Code 1.139 and Claude Code 2.1. */
function readClaudeStyle(message: unknown): HookEvent {
  if (typeof message !== 'object' || message === null) throw new Error('the hook message is not a JSON object');
  const fields = message as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const need = (name: string) => {
    const value = fields[name];
    if (typeof value !== 'string') throw new Error(`the hook message has no ${name}`);
    return value;
  };
  const session = text('session_id');
  switch (fields.hook_event_name) {
    case 'UserPromptSubmit':
      return { event: 'prompt', prompt: need('prompt'), session };
    case 'PreToolUse':
      return {
        event: 'toolCall',
        tool: need('tool_name'),
        input: fields.tool_input,
        call: text('tool_use_id'),
        session,
        cwd: text('cwd'),
      };
    case 'PostToolUse':
      return {
        event: 'toolResult',
        tool: need('tool_name'),
        input: fields.tool_input,
        result: fields.tool_response,
        session,
      };
    default:
      if (typeof fields.hook_event_name !== 'string') throw new Error('the hook message names no event');
      return { event: 'other' };
  }
}

function writeVsCode(verdict: Verdict, event: HookEvent): object {
  if (verdict.kind === 'block') return { decision: 'block', reason: verdict.reason };
  if (verdict.kind === 'rewriteResult') throw new Error('VS Code lets no hook replace a result');
  return event.event === 'toolCall' ? preToolUse(verdict, undefined) : {};
}

function writeClaudeCode(verdict: Verdict, event: HookEvent): object {
  if (verdict.kind === 'block') return { decision: 'block', reason: verdict.reason };
  if (verdict.kind === 'rewriteResult')
    return { hookSpecificOutput: { hookEventName: 'PostToolUse', updatedToolOutput: verdict.result } };
  return event.event === 'toolCall' ? preToolUse(verdict, 'allow') : {};
}

/**
 * `rewriting` is the decision that goes with a changed input: Claude Code needs `allow`; VS Code applies the change without
 * one, so that the person is still asked what they would have been asked anyway.
 */
function preToolUse(verdict: Verdict, rewriting: 'allow' | undefined): object {
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
