import { mapTexts } from '../core/mapTexts';
import { anyModel, type HookEvent, type HookPorts, pass, type Verdict } from './hookPorts';

/** What a tool returned is redacted, where the client lets us. */
export async function answerToolResult(
  result: HookEvent & { event: 'toolResult' },
  ports: HookPorts,
): Promise<Verdict> {
  if (!ports.rewritesResults) return pass;
  let changed = false;
  const redactText = (text: string) => {
    const { text: safe, action, faults } = ports.guard.pass(text, { channel: 'hook', destination: anyModel });
    const held = action === 'block' && faults.length > 0 ? `[Lockside held this back: ${faults[0]!.message}]` : safe;
    changed ||= held !== text;
    return held;
  };
  const safe = mapTexts(result.result, redactText);
  return changed ? { kind: 'rewriteResult', result: safe } : pass;
}
