import type { Activity } from '../parts';

/**
 * Ties agent hooks to guarded models. A hook isn't told which model a prompt or a tool call belongs to, but a guarded model
 * sees the prompt a moment later, and a tool call's id is one that it has given out itself.
 */
export interface ChatSessions {
  /** A guarded model has made this tool call. */
  addCall(call: string): void;
  /** Whether a guarded model made this call. Each is taken once: an id that another model uses again later proves nothing. */
  takeCall(call: string): boolean;
  /** A hook let this prompt through. */
  promptPassed(session: string, prompt: string): void;
  /** A guarded model was asked, with these texts. */
  requestSeen(texts: readonly string[]): void;
  /** A hook held a prompt of this conversation back; it stands in the conversation and goes along with the next prompt. */
  heldBack(session: string): void;
  holdsHeldBack(session: string): boolean;
  /** Our own command is about to send this prompt to a guarded model. */
  expect(prompt: string): void;
  /** Whether this prompt goes to a guarded model, as far as anyone can tell before it is sent: expected, or the session's last one did. */
  isGuarded(session: string, prompt: string): boolean;
}

const keptCalls = 5000;
const keptSessions = 500;
/** Within this time a guarded model has seen the prompt that a hook let through, or another model has got it. */
const patience = 10_000;

export function createChatSessions(
  activity: Activity,
  later: (run: () => void, milliseconds: number) => void,
): ChatSessions {
  const calls = new Set<string>();
  const guarded = new Set<string>();
  const expected = new Set<string>();
  const tainted = new Set<string>();
  const pending = new Map<string, string>();
  const show = (state: 'guarded' | 'unguarded') => {
    activity.lastPrompt = state;
    activity.changed();
  };
  const settle = (session: string, state: 'guarded' | 'unguarded') => {
    pending.delete(session);
    if (state === 'guarded') remember(guarded, session, keptSessions);
    else guarded.delete(session);
    show(state);
  };
  return {
    addCall: call => remember(calls, call, keptCalls),
    // VS Code makes ids unique by a suffix: call_1 comes back as call_1__vscode-1795231896687.
    takeCall: call => calls.delete(call) || calls.delete(call.split('__vscode')[0]!),
    promptPassed(session, prompt) {
      pending.set(session, prompt);
      later(() => pending.get(session) === prompt && settle(session, 'unguarded'), patience);
    },
    requestSeen(texts) {
      const seen = [...pending].filter(([, prompt]) => texts.some(text => text.includes(prompt.trim())));
      // Two sessions with the same words prove nothing about either.
      if (seen.length === 1) settle(seen[0]![0], 'guarded');
      else if (pending.size === 0) show('guarded');
    },
    heldBack: session => remember(tainted, session, keptSessions),
    holdsHeldBack: session => tainted.has(session),
    expect: prompt => remember(expected, prompt, keptSessions),
    isGuarded: (session, prompt) => expected.delete(prompt) || guarded.has(session),
  };
}

function remember(set: Set<string>, item: string, most: number): void {
  set.delete(item);
  set.add(item);
  if (set.size > most) set.delete(set.values().next().value!);
}
