import { aider } from './aider';
import { claudeCode } from './claudeCode';
import { cline } from './cline';
import { codex } from './codex';
import { continueCli } from './continueCli';
import { copilotCli } from './copilotCli';
import { geminiCli } from './geminiCli';
import type { LaunchClient } from './launchClient';
import { opencode } from './opencode';

/** All of them, in the order in which they are told. */
export const launchClients: readonly LaunchClient[] = [
  claudeCode,
  codex,
  geminiCli,
  opencode,
  copilotCli,
  cline,
  continueCli,
  aider,
];
