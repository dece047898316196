import { writeFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { hookClients } from '../agents/clients';
import { answerHook } from '../agents/hook';
import type { HookClient } from '../agents/hookClients/hookClient';
import type { HookEvent, HookPorts } from '../agents/hookPorts';
import type { AuditSink, Vault } from '../core/model';
import { createVault } from '../core/placeholders';
import { addressVariable, relayHook } from '../io/hookChannel';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { readStream, write } from '../io/output';
import { updateVault } from '../io/vaultFile';
import { findVaultPlace } from '../io/vaultPlace';
import { auditTrail } from './auditTrail';
import { createFilePlaces, readText } from './filePlaces';

const maximumMessage = 64 * 1024 * 1024;
/** Shorter than the time that clients give a hook: one that they end themselves would let the prompt through. */
const patience = 25_000;

/**
 * Answers one hook message on standard input. In VS Code the window answers, whose map it is; elsewhere this process does.
 * Whatever goes wrong ends with code 2, which clients take for "blocked"; every other code would let the prompt through.
 */
export async function hookCommand(name: string): Promise<number> {
  try {
    const client = hookClients[name];
    if (!client) throw new Error(`there is no client "${name}"; there are: ${Object.keys(hookClients).join(', ')}`);
    const message = await readStream(process.stdin, maximumMessage);
    if (!message) throw new Error('the message is too large');
    const address = name === 'vscode' ? process.env[addressVariable] : undefined;
    const text = message.toString('utf8');
    await write(
      process.stdout,
      address ? await relayHook(address, text, patience) : await answerAlone(name, client, text),
    );
    return 0;
  } catch (error) {
    await write(process.stderr, `Lockside blocked this: ${error instanceof Error ? error.message : 'unknown fault'}\n`);
    return 2;
  }
}

async function answerAlone(name: string, client: HookClient, message: string): Promise<string> {
  const raw: unknown = JSON.parse(message);
  const event = client.read(raw);
  const workspace = openWorkspace({ cwd: folderOf(raw) });
  const audit = auditTrail(workspace, 'hook', { client: name, brief: true }).record;
  return JSON.stringify(
    client.write(
      await withVault(client, event, workspace, vault =>
        answerHook(event, createPorts(name, client, workspace, vault, audit)),
      ),
      event,
    ),
  );
}

/** A prompt that is only judged needs no map that lasts; what gets placeholders does. */
async function withVault<T>(
  client: HookClient,
  event: HookEvent,
  workspace: Workspace,
  work: (vault: Vault) => Promise<T>,
): Promise<T> {
  if (event.event === 'other' || (event.event === 'prompt' && !client.rewritesPrompts)) return work(createVault());
  const place = await findVaultPlace(workspace.stateFolder, workspace.root);
  if ('error' in place) throw new Error(place.error);
  const done = await updateVault(place.file, place.key, work);
  if ('error' in done) throw new Error(done.error);
  return done.value;
}

function createPorts(
  name: string,
  client: HookClient,
  workspace: Workspace,
  vault: Vault,
  audit: AuditSink,
): HookPorts {
  const text = (path: string, cwd: string) => readText(workspace, resolve(cwd || workspace.root, path));
  return {
    guard: workspace.guardWith(vault, audit),
    files: createFilePlaces(workspace),
    readText: text,
    isGuardedCall: () => false,
    isGuardedPrompt: async () => false,
    filesWithFindings: () => [],
    judgeInstall: async (command, cwd) =>
      (await import('./judgeInstall')).judgeInstall(command, resolve(cwd || workspace.root), workspace),
    judgeAction: async action => (await import('./judgeAction')).judgeAction(action, name, workspace),
    rewritesResults: client.rewritesResults,
    readsByCommands: client.readsByCommands ?? false,
    rewritesPrompts: client.rewritesPrompts,
    asksNobody: !client.asks,
    ...(client.tellsInputs
      ? { rewriteFile: (path, cwd, text) => writeFile(resolve(cwd || workspace.root, path), text) }
      : {}),
  };
}

function folderOf(message: unknown): string {
  const cwd = (message as { cwd?: unknown } | null)?.cwd;
  return typeof cwd === 'string' && isAbsolute(cwd) ? cwd : process.cwd();
}
