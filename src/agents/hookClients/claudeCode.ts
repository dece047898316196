import { preToolUse, readClaudeStyle } from './claudeStyle';
import type { HookClient } from './hookClient';

/** Claude Code, as seen at 2.1. */
export const claudeCode: HookClient = {
  rewritesResults: true,
  rewritesPrompts: false,
  asks: true,
  read: readClaudeStyle,
  write(verdict, event) {
    if (verdict.kind === 'block') return { decision: 'block', reason: verdict.reason };
    if (verdict.kind === 'rewriteResult')
      return { hookSpecificOutput: { hookEventName: 'PostToolUse', updatedToolOutput: verdict.result } };
    return event.event === 'toolCall' ? preToolUse(verdict, 'allow') : {};
  },
};
