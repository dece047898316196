import { answerPrompt } from './answerPrompt';
import { answerToolCall } from './answerToolCall';
import { answerToolResult } from './answerToolResult';
import { type HookEvent, type HookPorts, pass, type Verdict } from './hookPorts';

/** The one answer to every hook. */
export async function answerHook(event: HookEvent, ports: HookPorts): Promise<Verdict> {
  if (event.event === 'prompt') return answerPrompt(event, ports);
  if (event.event === 'toolCall') return answerToolCall(event, ports);
  if (event.event === 'toolResult') return answerToolResult(event, ports);
  return pass;
}
