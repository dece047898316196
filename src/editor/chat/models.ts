import * as vscode from 'vscode';
import { type Release, restoresOf, restoreToolInput } from '../../agents/restoreTool';
import { commands, contextKeys, modelVendor } from '../../contributes';
import type { VaultEntry } from '../../core/model';
import { createRestorer } from '../../core/placeholders';
import { answered } from '../../core/restores';
import { createFilePlaces } from '../filePlaces';
import type { Parts } from '../parts';
import type { ChatSessions } from './chatSessions';
import { listenToAnswer } from './packageTrust';
import { type PromptHints, registerPromptHints } from './promptHints';
import { redactRequest } from './redactRequest';

interface GuardedModel extends vscode.LanguageModelChatInformation {
  readonly behind: vscode.LanguageModelChat;
}

/**
 * Offers each model of every vendor once more as "Lockside: <model>". What goes to it is redacted as a whole; values are put
 * back into what streams out of it, and into its tool calls as far as the policy lets them go.
 */
export function registerModels(parts: Parts, sessions: ChatSessions): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const hints = registerPromptHints(parts);
  let offered: GuardedModel[] = [];
  // Asking for all models asks our own provider too, so the list is made outside of it.
  const refresh = async () => {
    const models = (await vscode.lm.selectChatModels({}))
      .filter(({ vendor }) => !notWrapped.has(vendor))
      .map(guardedModel);
    const same = models.map(({ id }) => id).join() === offered.map(({ id }) => id).join();
    offered = models;
    if (same) return;
    parts.activity.guardedModels = models.map(({ name }) => name);
    parts.activity.changed();
    changed.fire();
  };
  const provider: vscode.LanguageModelChatProvider<GuardedModel> = {
    onDidChangeLanguageModelChatInformation: changed.event,
    provideLanguageModelChatInformation: () => offered,
    provideLanguageModelChatResponse: (model, messages, options, progress, token) =>
      respond(parts, sessions, hints, model, messages, options, progress, token),
    provideTokenCount: (model, text, token) =>
      model.behind.countTokens(typeof text === 'string' ? text : asMessage(text), token),
  };
  const registration = vscode.lm.registerLanguageModelChatProvider(modelVendor, provider);
  void refresh();
  return vscode.Disposable.from(changed, hints, registration, vscode.lm.onDidChangeChatModels(refresh));
}

/** Our own, and models that only another kind of session can use: Copilot CLI's are no chat models. */
const notWrapped = new Set<string>([modelVendor, 'copilotcli']);

/** Extension hosts know a model's capabilities and selectability before the stable types name them. */
interface UntypedModel {
  readonly capabilities?: { readonly supportsImageToText?: boolean; readonly supportsToolCalling?: boolean };
}

function guardedModel(behind: vscode.LanguageModelChat): GuardedModel {
  const { capabilities } = behind as UntypedModel;
  const information = {
    id: `${behind.vendor}/${behind.id}`,
    name: `Lockside: ${behind.name}`,
    family: behind.family,
    version: behind.version,
    detail: behind.vendor,
    tooltip: vscode.l10n.t(
      '{0}, with secrets and personal data replaced by placeholders on this machine.',
      behind.name,
    ),
    maxInputTokens: behind.maxInputTokens,
    // The stable API does not tell a model's output limit; the model behind enforces its own.
    maxOutputTokens: Math.min(behind.maxInputTokens, 16_000),
    capabilities: {
      imageInput: capabilities?.supportsImageToText ?? false,
      toolCalling: capabilities?.supportsToolCalling ?? true,
    },
    isUserSelectable: true,
    behind,
  };
  return information;
}

async function respond(
  parts: Parts,
  sessions: ChatSessions,
  hints: PromptHints,
  model: GuardedModel,
  messages: readonly vscode.LanguageModelChatRequestMessage[],
  options: vscode.ProvideLanguageModelChatResponseOptions,
  progress: vscode.Progress<vscode.LanguageModelResponsePart>,
  token: vscode.CancellationToken,
): Promise<void> {
  const { behind } = model;
  await parts.ready;
  const request = await redactRequest(
    parts,
    { kind: 'model', name: `${behind.vendor}/${behind.id}` },
    messages,
    options.tools ?? [],
  );
  sessions.requestSeen(request.texts);
  hints.requestSent(messages);
  const response = await behind.sendRequest(
    request.messages,
    {
      justification: vscode.l10n.t('Lockside passes the redacted request on.'),
      ...(options.modelOptions ? { modelOptions: { ...options.modelOptions } } : {}),
      ...(request.tools.length > 0 ? { tools: request.tools, toolMode: options.toolMode } : {}),
    },
    token,
  );
  await restoreResponse(parts, sessions, response, progress, behind);
  await vscode.commands.executeCommand('setContext', contextKeys.guardedModelUsed, true);
}

async function restoreResponse(
  parts: Parts,
  sessions: ChatSessions,
  response: vscode.LanguageModelChatResponse,
  progress: vscode.Progress<vscode.LanguageModelResponsePart>,
  { name, vendor, id }: vscode.LanguageModelChat,
): Promise<void> {
  const restored = new Set<VaultEntry>();
  try {
    await passResponse(parts, sessions, response, progress, { name, restored });
  } finally {
    // Whoever stops an answer has what came before. It is back with whom it came from, so that it stays where it can't be recorded.
    parts.guard.recordRestore(answered('model', `${vendor}/${id}`, restored));
  }
}

async function passResponse(
  parts: Parts,
  sessions: ChatSessions,
  response: vscode.LanguageModelChatResponse,
  progress: vscode.Progress<vscode.LanguageModelResponsePart>,
  { name, restored }: { readonly name: string; readonly restored: Set<VaultEntry> },
): Promise<void> {
  const restorer = createRestorer(parts.guard.vault, 'text', entry => {
    restored.add(entry);
    return entry.value;
  });
  const listener = listenToAnswer(parts, name);
  let calls = false;
  const say = (text: string) => text !== '' && progress.report(new vscode.LanguageModelTextPart(text));
  for await (const part of response.stream) {
    if (part instanceof vscode.LanguageModelTextPart) {
      say(restorer.push(part.value));
      listener.push(part.value);
    } else if (part instanceof vscode.LanguageModelToolCallPart) {
      say(restorer.end());
      sessions.addCall(part.callId);
      calls = true;
      progress.report(new vscode.LanguageModelToolCallPart(part.callId, part.name, await restoreInput(parts, part)));
    } else progress.report(part as vscode.LanguageModelResponsePart); // Data and reasoning pass as they are: their signatures cover them.
  }
  say(restorer.end());
  const told = await listener.end();
  // Behind tool calls the answer isn't over, and nothing may stand.
  if (!calls) for (const message of told) say(`\n\n> ${vscode.l10n.t('Lockside: the answer names {0}.', message)}`);
}

async function restoreInput(parts: Parts, call: vscode.LanguageModelToolCallPart): Promise<object> {
  const { guard } = parts;
  const restored = await restoreToolInput(call.name, call.input, {
    vault: guard.vault,
    policy: guard.policy(),
    files: createFilePlaces(),
    ask: askRelease,
  });
  const unrecorded = guard.recordRestore(restoresOf('model', call.name, restored));
  if (unrecorded) parts.log.error(unrecorded.message);
  const { refused } = restored;
  for (const { entry, outlet, reason } of refused) {
    parts.log.warn(`${entry.placeholder} stays a placeholder in ${call.name} (${outlet.label}): ${reason}`);
  }
  if (refused.length > 0) void tellRefused(refused[0]!);
  return unrecorded ? call.input : restored.input;
}

async function askRelease(releases: readonly Release[], tool: string): Promise<boolean> {
  const yes = vscode.l10n.t('Use the Real Value');
  const lines = [
    ...new Set(releases.map(({ entry, outlet, reason }) => `${entry.placeholder} → ${outlet.label} (${reason})`)),
  ];
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('The agent wants to use a held-back value with {0}.', tool),
    { modal: true, detail: lines.join('\n') },
    yes,
    vscode.l10n.t('Keep the Placeholder'),
  );
  return answer === yes;
}

async function tellRefused({ entry, outlet }: Release): Promise<void> {
  const log = vscode.l10n.t('Show Log');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Lockside kept {0} a placeholder: its value would have gone to {1}.',
      entry.placeholder,
      outlet.hosts?.join(', ') || outlet.label,
    ),
    log,
  );
  if (answer === log) await vscode.commands.executeCommand(commands.showLog);
}

/** A request message as the consuming side of the API takes it; both sides know the same parts. */
function asMessage({ role, content, name }: vscode.LanguageModelChatRequestMessage): vscode.LanguageModelChatMessage {
  return new vscode.LanguageModelChatMessage(role, [...content] as vscode.LanguageModelInputPart[], name);
}
