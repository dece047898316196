import type { TranscriptClient } from '../../core/exposure';
import { aider } from './aider';
import { claudeCode } from './claudeCode';
import { cline } from './cline';
import { codex } from './codex';
import { continueCli } from './continueCli';
import { copilotCli } from './copilotCli';
import { geminiCli } from './geminiCli';
import { opencode } from './opencode';
import { vscodeChat } from './vscodeChat';

/** The clients whose sessions are looked through. aider comes last: it writes into folders that the others tell. */
export const transcriptClients: readonly TranscriptClient[] = [
  claudeCode,
  codex,
  geminiCli,
  opencode,
  copilotCli,
  cline,
  continueCli,
  vscodeChat,
  aider,
];
