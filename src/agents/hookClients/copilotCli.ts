import type { HookEvent } from '../hookPorts';
import { asText, fieldsOf, type HookClient, need, textOf } from './hookClient';

/** Copilot CLI, as seen at 1.0. Its messages don't name their event; each has fields of its own. */
export const copilotCli: HookClient = {
  rewritesResults: true,
  rewritesPrompts: true,
  asks: true,
  tellsInputs: true,
  read,
  write(verdict, event) {
    switch (verdict.kind) {
      case 'rewritePrompt':
        return { modifiedPrompt: verdict.prompt };
      case 'block':
        // A prompt can't be stopped; so nothing of it is sent.
        return event.event === 'prompt' ? { modifiedPrompt: `[${verdict.reason}]` } : denied('deny', verdict.reason);
      case 'deny':
        return denied('deny', verdict.reason);
      case 'ask':
        return {
          ...denied('ask', verdict.reason),
          ...(verdict.input === undefined ? {} : { modifiedArgs: verdict.input }),
        };
      case 'rewriteInput':
        return { modifiedArgs: verdict.input };
      case 'rewriteResult':
        return { modifiedResult: { resultType: 'success', textResultForLlm: asText(verdict.result) } };
      default:
        return {};
    }
  },
};

function denied(permissionDecision: 'deny' | 'ask', permissionDecisionReason: string): object {
  return { permissionDecision, permissionDecisionReason };
}

function read(message: unknown): HookEvent {
  const fields = fieldsOf(message);
  const session = textOf(fields.sessionId);
  if ('prompt' in fields) return { event: 'prompt', prompt: need(fields, 'prompt'), session };
  if (!('toolName' in fields)) return { event: 'other' };
  const tool = need(fields, 'toolName');
  const input = typeof fields.toolArgs === 'string' ? (JSON.parse(fields.toolArgs) as unknown) : fields.toolArgs;
  if (!('toolResult' in fields)) return { event: 'toolCall', tool, input, call: '', session, cwd: textOf(fields.cwd) };
  const { textResultForLlm } = (fields.toolResult ?? {}) as { textResultForLlm?: unknown };
  return { event: 'toolResult', tool, input, result: textResultForLlm ?? '', session, cwd: textOf(fields.cwd) };
}
