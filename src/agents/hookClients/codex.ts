import { preToolUse, readClaudeStyle } from './claudeStyle';
import { asText, type HookClient } from './hookClient';

/** Codex, as seen at 0.169: the reason of a blocked result stands in for it, and nobody can be asked. */
export const codex: HookClient = {
  rewritesResults: true,
  readsByCommands: true,
  rewritesPrompts: false,
  asks: false,
  read: readClaudeStyle,
  write(verdict, event) {
    if (verdict.kind === 'block') return { decision: 'block', reason: verdict.reason };
    if (verdict.kind === 'rewriteResult') return { decision: 'block', reason: asText(verdict.result) };
    if (event.event !== 'toolCall') return {};
    return preToolUse(verdict, 'allow');
  },
};
