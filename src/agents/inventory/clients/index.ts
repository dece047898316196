import type { InventoryClient } from '../client';
import { unknownClient } from '../generic';
import { aider } from './aider';
import { amazonQ } from './amazonQ';
import { claudeCode } from './claudeCode';
import { claudeDesktop } from './claudeDesktop';
import { cline, roo } from './cline';
import { codex } from './codex';
import { continueCli } from './continueCli';
import { copilotCli } from './copilotCli';
import { cursor } from './cursor';
import { antigravity, geminiCli } from './geminiCli';
import { goose } from './goose';
import { junie } from './junie';
import { kiro } from './kiro';
import { opencode } from './opencode';
import { repository } from './repository';
import { vscode } from './vscode';
import { windsurf } from './windsurf';
import { zed } from './zed';

/** All of them. Of two that know a file of the same way, the first one reads it. */
export const inventoryClients: readonly InventoryClient[] = [
  ...[
    vscode,
    copilotCli,
    claudeCode,
    claudeDesktop,
    cursor,
    windsurf,
    codex,
    geminiCli,
    antigravity,
    opencode,
    kiro,
    amazonQ,
  ],
  ...[cline, roo, continueCli, zed, goose, junie, aider, repository, unknownClient],
];
