import { isAbsolute, relative, resolve } from 'node:path';
import { type HookClient, hookClients } from '../agents/clients';
import { answerHook } from '../agents/hook';
import type { FileText, HookEvent, HookPorts } from '../agents/hookPorts';
import type { FilePlaces } from '../agents/tools';
import type { Vault } from '../core/model';
import { createVault } from '../core/placeholders';
import { isPublished } from '../io/git';
import { addressVariable, relayHook } from '../io/hookChannel';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { readStream, write } from '../io/output';
import { readTextFile } from '../io/readTextFile';
import { defaultVaultFile, updateVault } from '../io/vaultFile';
import { readVaultKey } from '../io/vaultKey';

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
    await write(process.stdout, address ? await relayHook(address, text, patience) : await answerAlone(client, text));
    return 0;
  } catch (error) {
    await write(process.stderr, `Lockside blocked this: ${error instanceof Error ? error.message : 'unknown fault'}\n`);
    return 2;
  }
}

async function answerAlone(client: HookClient, message: string): Promise<string> {
  const raw: unknown = JSON.parse(message);
  const event = client.read(raw);
  const workspace = openWorkspace({ cwd: folderOf(raw) });
  return JSON.stringify(
    client.write(
      await withVault(event, workspace, vault => answerHook(event, createPorts(client, workspace, vault))),
      event,
    ),
  );
}

/** A prompt is only judged, so it needs no map that lasts; what tools read and write does. */
async function withVault<T>(event: HookEvent, workspace: Workspace, work: (vault: Vault) => Promise<T>): Promise<T> {
  if (event.event === 'prompt' || event.event === 'other') return work(createVault());
  const key = await readVaultKey(true);
  if ('error' in key) throw new Error(key.error);
  const done = await updateVault(defaultVaultFile(workspace.stateFolder, workspace.root), key.key, work);
  if ('error' in done) throw new Error(done.error);
  return done.value;
}

function createPorts(client: HookClient, workspace: Workspace, vault: Vault): HookPorts {
  const text = (path: string, cwd: string) => readText(workspace, resolve(cwd || workspace.root, path));
  return {
    guard: workspace.guardWith(vault),
    files: createFilePlaces(workspace),
    readText: text,
    isGuardedCall: () => false,
    isGuardedPrompt: async () => false,
    filesWithFindings: () => [],
    rewritesResults: client.rewritesResults,
  };
}

function createFilePlaces(workspace: Workspace): FilePlaces {
  return {
    async describe(path) {
      const file = resolve(workspace.root, path);
      const inside = relative(workspace.root, file);
      if (inside.startsWith('..') || isAbsolute(inside)) return { published: true, holdsValue: () => false };
      const read = await readText(workspace, file);
      return {
        relative: workspace.pathOf(file),
        published: await isPublished(file),
        holdsValue: value => read !== undefined && 'text' in read && read.text.includes(value),
      };
    },
  };
}

async function readText(workspace: Workspace, file: string): Promise<FileText | undefined> {
  const read = readTextFile(file, workspace.maximumFileSize);
  const path = workspace.pathOf(file);
  if ('text' in read) return { text: read.text, path };
  return 'fault' in read && read.fault.code === 'too-large' ? { fault: read.fault } : undefined;
}

function folderOf(message: unknown): string {
  const cwd = (message as { cwd?: unknown } | null)?.cwd;
  return typeof cwd === 'string' && isAbsolute(cwd) ? cwd : process.cwd();
}
