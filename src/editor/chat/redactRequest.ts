import * as vscode from 'vscode';
import { pathOfRead, showsTerminal } from '../../agents/tools';
import { commands } from '../../contributes';
import type { Crossing } from '../../core/crossing';
import type { Inspection } from '../../core/guard';
import { mapTexts } from '../../core/mapTexts';
import type { Action, Destination, Source } from '../../core/model';
import { namesIn } from '../../core/placeholders';
import { strictestOf } from '../../core/policy';
import type { Parts } from '../parts';

export interface RedactedRequest {
  /** Every text as it was before, for whoever must recognise the prompt; never to be kept. */
  readonly texts: readonly string[];
  readonly messages: vscode.LanguageModelChatMessage[];
  readonly tools: vscode.LanguageModelChatTool[];
}

/** What the model is told, once, in the first message that holds a placeholder: the request stays the same from turn to turn. */
const note =
  'Note from Lockside: names like SECRET_…_1 or PII_…_1 in this conversation are placeholders for real values that stay on the ' +
  "user's machine. Use them letter for letter wherever the value belongs, in code, files and commands alike; the real values are put back there. " +
  "Don't ask for the values.";

/**
 * Redacts every text of a request: system, messages, attachments, tool calls and results, tool definitions. Throws
 * `LanguageModelError.Blocked` where the policy blocks or the person declines.
 */
export async function redactRequest(
  parts: Parts,
  destination: Destination,
  messages: readonly vscode.LanguageModelChatRequestMessage[],
  tools: readonly vscode.LanguageModelChatTool[],
): Promise<RedactedRequest> {
  const { guard } = parts;
  const texts: { text: string; source: Source }[] = [];
  walk(messages, tools, (text, source) => {
    texts.push({ text, source });
    return text;
  });
  const plain = texts.map(({ text }) => text);
  const crossing: Crossing = { channel: 'model', destination, taken: namesIn(plain) };
  const inspections = texts.map(({ text, source }) => guard.inspect(text, { ...crossing, source }));
  const released = await settle(crossing, inspections);
  // Given out before anything is replaced, so that a value which only one message gives away is replaced in all of them.
  for (const [i, { text, source }] of texts.entries())
    guard.reserve(text, { ...crossing, source, released }, inspections[i]!);
  const redacted = walk(messages, tools, (text, source) => guard.pass(text, { ...crossing, source, released }).text);
  return { texts: plain, ...redacted };
}

/** Blocks, or asks once for the whole request; returns the fingerprints that the person lets go. */
async function settle(crossing: Crossing, inspections: readonly Inspection[]): Promise<ReadonlySet<string>> {
  const action: Action = strictestOf(inspections.map(inspection => inspection.action));
  if (action === 'block') {
    const why = whyBlocked(inspections);
    if (byVendor(inspections)) void tellVendor(why);
    throw vscode.LanguageModelError.Blocked(why);
  }
  const asked = inspections.flatMap(({ decisions }) => decisions).filter(decision => decision.action === 'ask');
  if (asked.length === 0) return new Set();
  const send = vscode.l10n.t('Send the Real Values');
  const redact = vscode.l10n.t('Send Placeholders');
  const titles = [...new Set(asked.map(({ finding }) => finding.title))];
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('This request holds {0}.', titles.join(', ')),
    { modal: true, detail: vscode.l10n.t('The policy asks before it goes to {0}.', crossing.destination.name) },
    redact,
    send,
  );
  if (answer === undefined) throw vscode.LanguageModelError.Blocked(vscode.l10n.t('Not sent.'));
  return new Set(answer === send ? asked.map(({ finding }) => finding.fingerprint) : []);
}

/** What is on record about a vendor is no matter of this prompt: whoever is stopped by it learns where it stands. */
function byVendor(inspections: readonly Inspection[]): boolean {
  return inspections.some(({ decisions }) => decisions.some(({ action, vendor }) => action === 'block' && vendor));
}

async function tellVendor(why: string): Promise<void> {
  const show = vscode.l10n.t('Show Policy');
  if ((await vscode.window.showWarningMessage(why, show)) === show)
    await vscode.commands.executeCommand(commands.showPolicy);
}

function whyBlocked(inspections: readonly Inspection[]): string {
  const blocking = inspections.filter(({ action }) => action === 'block');
  const blocked = blocking.flatMap(({ decisions }) => decisions).filter(({ action }) => action === 'block');
  const decision = blocked.find(({ vendor }) => vendor) ?? blocked[0];
  if (decision?.vendor)
    return vscode.l10n.t('Lockside blocked this request. {0} (says the {1} policy)', decision.reason, decision.layer);
  if (decision)
    return vscode.l10n.t(
      'Lockside blocked this request: it holds {0} ({1} policy: {2}).',
      decision.finding.title,
      decision.layer,
      decision.reason,
    );
  const fault = blocking.flatMap(({ faults }) => faults)[0];
  return vscode.l10n.t('Lockside blocked this request: a part of it was not scanned ({0}).', fault?.message ?? '');
}

type Change = (text: string, source: Source) => string;

function walk(
  messages: readonly vscode.LanguageModelChatRequestMessage[],
  tools: readonly vscode.LanguageModelChatTool[],
  change: Change,
): Omit<RedactedRequest, 'texts'> {
  let noted = false;
  const origins = callOrigins(messages);
  const changed = messages.map(message => {
    let edited = false;
    const content = message.content.map(part => {
      return mapPart(part, origins, (text, source) => {
        const result = change(text, source);
        edited ||= result !== text;
        return result;
      });
    });
    if (edited && !noted && message.role !== vscode.LanguageModelChatMessageRole.Assistant) {
      noted = true;
      content.push(new vscode.LanguageModelTextPart(note));
    }
    return new vscode.LanguageModelChatMessage(message.role, content as vscode.LanguageModelInputPart[], message.name);
  });
  const safeTools = tools.map(tool => mapTexts(tool, text => change(text, {})) as vscode.LanguageModelChatTool);
  return { messages: changed, tools: safeTools };
}

/** Where the results of tool calls come from, by the calls' ids: out of a terminal, or out of a file. */
function callOrigins(messages: readonly vscode.LanguageModelChatRequestMessage[]): ReadonlyMap<string, Source> {
  const calls = messages.flatMap(({ content }) =>
    content.filter(part => part instanceof vscode.LanguageModelToolCallPart),
  );
  return new Map(calls.map(({ callId, name, input }) => [callId, originOf(name, input)]));
}

function originOf(tool: string, input: unknown): Source {
  const read = pathOfRead(tool, input);
  const path = read === undefined ? {} : { path: vscode.workspace.asRelativePath(read, false) };
  return { ...path, terminal: showsTerminal(tool) };
}

/** One part with its texts changed; pictures, sound and unchanged parts stay the very same object. */
function mapPart(part: unknown, origins: ReadonlyMap<string, Source>, change: Change, source: Source = {}): unknown {
  const plain = (text: string) => change(text, source);
  if (part instanceof vscode.LanguageModelTextPart) return new vscode.LanguageModelTextPart(plain(part.value));
  if (part instanceof vscode.LanguageModelToolCallPart)
    return new vscode.LanguageModelToolCallPart(part.callId, part.name, mapTexts(part.input, plain) as object);
  if (part instanceof vscode.LanguageModelToolResultPart) {
    const origin = origins.get(part.callId) ?? {};
    return new vscode.LanguageModelToolResultPart(
      part.callId,
      part.content.map(inner => mapPart(inner, origins, change, origin)),
    );
  }
  if (part instanceof vscode.LanguageModelPromptTsxPart)
    return new vscode.LanguageModelPromptTsxPart(
      mapTexts(part.value, (text, name) =>
        change(text, name === 'text' ? source : { terminal: source.terminal ?? false }),
      ),
    );
  if (part instanceof vscode.LanguageModelDataPart) return mapData(part, plain);
  return mapUnknown(part, plain);
}

const opaque = /^(?:image|audio|video)\//;

function mapData(part: vscode.LanguageModelDataPart, change: (text: string) => string): vscode.LanguageModelDataPart {
  if (opaque.test(part.mimeType)) return part;
  const text = new TextDecoder().decode(part.data);
  const changed = change(text);
  return changed === text ? part : new vscode.LanguageModelDataPart(new TextEncoder().encode(changed), part.mimeType);
}

/** A kind of part that these types don't know yet, such as reasoning: its texts are changed and its class is kept. */
function mapUnknown(part: unknown, change: (text: string) => string): unknown {
  if (typeof part !== 'object' || part === null) return typeof part === 'string' ? change(part) : part;
  const before = JSON.stringify(part);
  const copy = mapTexts({ ...part }, change) as object;
  return JSON.stringify(copy) === before ? part : Object.assign(Object.create(Object.getPrototypeOf(part)), copy);
}
