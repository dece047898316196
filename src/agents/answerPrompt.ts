import { isWhole } from '../core/classify/decideClass';
import { holdsBack } from '../core/policy';
import { anyModel, type HookEvent, type HookPorts, pass, type Verdict } from './hookPorts';

/** A prompt that holds something is blocked, and offered with placeholders. */
export async function answerPrompt(
  { prompt, session }: HookEvent & { event: 'prompt' },
  ports: HookPorts,
): Promise<Verdict> {
  const { action, text, decisions, faults } = ports.guard.pass(prompt, { channel: 'hook', destination: anyModel });
  if (holdsBack(action)) {
    if (ports.rewritesPrompts && action === 'redact') return { kind: 'rewritePrompt', prompt: text };
    const held = decisions.filter(decision => holdsBack(decision.action));
    const what = [...new Set(held.map(({ finding }) => finding.title)), ...faults.map(({ message }) => message)];
    ports.conversations?.heldBack(session);
    // A text that is confidential as a whole is no less so with placeholders.
    const offered = faults.length === 0 && !held.some(isWhole);
    if (offered) ports.offer?.({ safe: text, session, why: 'holds', what });
    const advice = offered ? 'Send it with placeholders instead.' : 'Send it without that.';
    return { kind: 'block', reason: `Lockside held this prompt back: it holds ${what.join(', ')}. ${advice}` };
  }
  const why = await whyNotHere(session, prompt, ports);
  if (!why) return pass;
  ports.offer?.({ safe: text, session, why, what: [] });
  return { kind: 'block', reason: reasons[why] };
}

/** A clean prompt goes nowhere if its model may not have it, or if its conversation would take a held-back prompt along. */
async function whyNotHere(
  session: string,
  prompt: string,
  ports: HookPorts,
): Promise<keyof typeof reasons | undefined> {
  const demanded = ports.guard.policy().unguardedModels === 'block';
  const tainted = ports.conversations?.holdsHeldBack(session) ?? false;
  if ((!demanded && !tainted) || (await ports.isGuardedPrompt(session, prompt))) return undefined;
  return demanded ? 'unguarded' : 'tainted';
}

const reasons = {
  unguarded: 'Lockside: the team policy asks for a guarded model ("Lockside: …" in the model picker).',
  tainted:
    'Lockside: an earlier prompt of this conversation was held back and would be sent along. Go on in a new chat.',
};
