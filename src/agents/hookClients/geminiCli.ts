import type { HookEvent } from '../hookPorts';
import { asText, fieldsOf, type HookClient, need, textOf } from './hookClient';

/** Gemini CLI, as seen at 0.61: the reason of a denied result stands in for it, and nobody can be asked. */
export const geminiCli: HookClient = {
  rewritesResults: true,
  rewritesPrompts: false,
  asks: false,
  read,
  write(verdict) {
    switch (verdict.kind) {
      case 'block':
      case 'deny':
      case 'ask':
        return { decision: 'deny', reason: verdict.reason };
      case 'rewriteInput':
        return { hookSpecificOutput: { tool_input: verdict.input } };
      case 'rewriteResult':
        return { decision: 'deny', reason: asText(verdict.result) };
      default:
        return {};
    }
  },
};

function read(message: unknown): HookEvent {
  const fields = fieldsOf(message);
  const session = textOf(fields.session_id);
  switch (need(fields, 'hook_event_name')) {
    case 'BeforeAgent':
      return { event: 'prompt', prompt: need(fields, 'prompt'), session };
    case 'BeforeTool':
      return {
        ...{ event: 'toolCall', tool: need(fields, 'tool_name'), input: fields.tool_input, call: '' },
        ...{ session, cwd: textOf(fields.cwd) },
      };
    case 'AfterTool':
      return {
        ...{ event: 'toolResult', tool: need(fields, 'tool_name'), input: fields.tool_input },
        ...{ result: shownToModel(fields.tool_response), session, cwd: textOf(fields.cwd) },
      };
    default:
      return { event: 'other' };
  }
}

/** Of a result the model gets one part, the person another. */
function shownToModel(response: unknown): unknown {
  const { llmContent } = (response ?? {}) as { llmContent?: unknown };
  return llmContent === undefined ? response : llmContent;
}
