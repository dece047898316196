import { claudeCode } from './hookClients/claudeCode';
import { codex } from './hookClients/codex';
import { copilotCli } from './hookClients/copilotCli';
import { cursor } from './hookClients/cursor';
import { geminiCli } from './hookClients/geminiCli';
import type { HookClient } from './hookClients/hookClient';
import { opencode } from './hookClients/opencode';
import { vscode } from './hookClients/vscode';

/** The clients that `lockside hook <client>` serves. */
export const hookClients: Readonly<Record<string, HookClient>> = {
  vscode,
  'claude-code': claudeCode,
  codex,
  'gemini-cli': geminiCli,
  'copilot-cli': copilotCli,
  cursor,
  opencode,
};
