import * as vscode from 'vscode';
import { hookClients } from '../../agents/clients';
import { answerHook } from '../../agents/hook';
import type { HookEvent, HookPorts, Offer } from '../../agents/hookPorts';
import { modelVendor } from '../../contributes';
import { addressVariable, serveHooks } from '../../io/hookChannel';
import { createFilePlaces, uriOf } from '../filePlaces';
import type { Parts } from '../parts';
import type { ChatSessions } from './chatSessions';
import { judgeAgentAction } from './judgeAgentAction';
import { judgeInstall } from './packageTrust';
import { safeUri } from './safeFiles';
import { selectedModel } from './selectedModel';

const client = hookClients.vscode!;

/**
 * Answers the agent hooks that the extension contributes (`plugin/`). VS Code runs them as children of the extension host, so
 * they find us, and a Node to run on, by their environment.
 */
export function registerHooks(parts: Parts, sessions: ChatSessions): vscode.Disposable {
  process.env.LOCKSIDE_NODE = process.execPath;
  const ports = createPorts(parts, sessions);
  const server = serveHooks(async message => {
    try {
      return await answer(message, parts, sessions, ports);
    } catch (error) {
      parts.log.error(`An agent hook failed and blocked: ${error instanceof Error ? error.stack : 'unknown fault'}`);
      throw error;
    }
  });
  server.then(
    ({ address }) => {
      process.env[addressVariable] = address;
    },
    error => parts.log.error(`Agent hooks will block every prompt: their channel could not be opened (${error}).`),
  );
  return new vscode.Disposable(() => {
    delete process.env[addressVariable];
    server.then(
      ({ close }) => close(),
      () => undefined,
    );
  });
}

async function answer(message: string, parts: Parts, sessions: ChatSessions, ports: HookPorts): Promise<string> {
  await parts.ready;
  parts.activity.hookCalls++;
  parts.activity.changed();
  const event = client.read(JSON.parse(message));
  const verdict = await answerHook(event, ports);
  if (event.event === 'prompt' && verdict.kind === 'pass') sessions.promptPassed(event.session, event.prompt);
  parts.log.debug(`hook ${describe(event)}: ${verdict.kind}`);
  return JSON.stringify(client.write(verdict, event));
}

function createPorts(parts: Parts, sessions: ChatSessions): HookPorts {
  return {
    guard: parts.guard,
    files: createFilePlaces(),
    readText: (path, cwd) => readText(parts, uriOf(path, cwd)),
    isGuardedCall: call => sessions.takeCall(call),
    isGuardedPrompt: async (session, prompt) => {
      const model = await selectedModel(parts.context, session);
      return sessions.isGuarded(session, prompt) && (model?.startsWith(`${modelVendor}/`) ?? true);
    },
    conversations: sessions,
    offer: made => void offer(parts, sessions, made),
    safePath: (path, cwd) => safeUri(uriOf(path, cwd)),
    filesWithFindings: () => Array.from(parts.findings.all('text'), ({ uri }) => uri.fsPath),
    judgeInstall: (command, cwd) => judgeInstall(parts, command, cwd),
    judgeAction: async action => judgeAgentAction(parts, action),
    rewritesResults: client.rewritesResults,
  };
}

async function readText(parts: Parts, uri: vscode.Uri) {
  const path = vscode.workspace.asRelativePath(uri, false);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return undefined;
    if (!(type & vscode.FileType.File))
      return { fault: { code: 'unreadable' as const, message: 'no regular file', where: path } };
    const most = parts.settings.value<number>('detection.maximumFileSize') * 1024 * 1024;
    if (size > most)
      return {
        fault: {
          code: 'too-large' as const,
          message: `${Math.ceil(size / 1024 / 1024)} MB is over the limit`,
          where: path,
        },
      };
    return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), path };
  } catch {
    return undefined; // The tool itself will say that there is no such file.
  }
}

/** The client shows only that a hook blocked the prompt, so we say why, and what can be sent instead. */
async function offer(parts: Parts, sessions: ChatSessions, { safe, session, why, what }: Offer): Promise<void> {
  const guardedOnly = parts.guard.policy().unguardedModels === 'block';
  const model = await selectedModel(parts.context, session);
  // A guarded model gets the held-back prompt redacted like all the rest, so its conversation can go on.
  const here = (model?.startsWith(`${modelVendor}/`) ?? false) && sessions.isGuarded(session, safe);
  const send = here ? vscode.l10n.t('Send with Placeholders') : vscode.l10n.t('Send in a New Chat');
  const edit = vscode.l10n.t('Put into the Input');
  const answer = await vscode.window.showWarningMessage(offerText(why, what), send, edit);
  if (answer === undefined) return;
  if (!here) await vscode.commands.executeCommand('workbench.action.chat.newChat');
  if (guardedOnly) sessions.expect(safe);
  await vscode.commands.executeCommand('workbench.action.chat.open', {
    query: safe,
    isPartialQuery: answer === edit,
    ...(guardedOnly ? { modelSelector: { vendor: modelVendor } } : {}),
  });
}

function offerText(why: Offer['why'], what: readonly string[]): string {
  if (why === 'tainted')
    return vscode.l10n.t(
      'Lockside held your prompt back: one that it held back before stands in this chat and would be sent along.',
    );
  if (why === 'unguarded')
    return vscode.l10n.t('Lockside held your prompt back: the team policy asks for a guarded model.');
  return vscode.l10n.t('Lockside held your prompt back: it holds {0}. Attachments must be added again.', listed(what));
}

/** The first few, so that a notice stays one. */
function listed(what: readonly string[]): string {
  const first = what.slice(0, 3).join(', ');
  return what.length > 3 ? vscode.l10n.t('{0} and {1} more', first, what.length - 3) : first;
}

function describe(event: HookEvent): string {
  return event.event === 'toolCall' || event.event === 'toolResult' ? `${event.event} ${event.tool}` : event.event;
}
