import { preToolUse, readClaudeStyle } from './claudeStyle';
import type { HookClient } from './hookClient';

/** VS Code's agent hooks, as seen at 1.139. */
export const vscode: HookClient = {
  rewritesResults: false,
  rewritesPrompts: false,
  asks: true,
  read: readClaudeStyle,
  write(verdict, event) {
    if (verdict.kind === 'block') return { decision: 'block', reason: verdict.reason };
    if (verdict.kind === 'rewriteResult') throw new Error('VS Code lets no hook replace a result');
    return event.event === 'toolCall' ? preToolUse(verdict, undefined) : {};
  },
};
