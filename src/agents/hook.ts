import type { Guard } from '../core/guard';
import type { Destination, Fault } from '../core/model';
import { type RestoreParts, restoreToolInput } from './restoreTool';
import { type FilePlaces, toolKind } from './tools';

/** What happened at a client, in no client's own words. */
export type HookEvent =
  | { readonly event: 'prompt'; readonly prompt: string; readonly session: string }
  | {
      readonly event: 'toolCall';
      readonly tool: string;
      readonly input: unknown;
      readonly call: string;
      readonly session: string;
      readonly cwd: string;
    }
  | {
      readonly event: 'toolResult';
      readonly tool: string;
      readonly input: unknown;
      readonly result: unknown;
      readonly session: string;
    }
  | { readonly event: 'other' };

/** What the client is to do; an adapter writes it in the client's words. */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'block'; readonly reason: string }
  | { readonly kind: 'deny'; readonly reason: string }
  | { readonly kind: 'ask'; readonly reason: string; readonly input?: unknown }
  /** `approved`: the person need not be asked about it, because it reads what is safe. */
  | { readonly kind: 'rewriteInput'; readonly input: unknown; readonly approved?: boolean }
  | { readonly kind: 'rewriteResult'; readonly result: unknown };

/** A file as an agent would read it. */
export type FileText = { readonly text: string; readonly path: string } | { readonly fault: Fault };

/** What can be sent instead of a prompt that was blocked. */
export interface Offer {
  readonly safe: string;
  readonly session: string;
  /** It holds something itself; its conversation does; or its model is not one that the policy lets it go to. */
  readonly why: 'holds' | 'tainted' | 'unguarded';
  /** The titles of what it holds. */
  readonly what: readonly string[];
}

/** What a hook needs of the outside. */
export interface HookPorts {
  readonly guard: Guard;
  readonly files: FilePlaces;
  /** The text behind a path as the tool names it, relative to `cwd`; undefined where there is no such file. */
  readText(path: string, cwd: string): Promise<FileText | undefined>;
  /** Whether this tool call was made by a model that Lockside wraps: its result will be redacted there. */
  isGuardedCall(call: string): boolean;
  /** Whether the prompt goes to a model that Lockside wraps, as far as can be told; asked only where the policy demands one. */
  isGuardedPrompt(session: string, prompt: string): Promise<boolean>;
  /** Which conversations hold a prompt that was held back: clients send it along with the next one. */
  readonly conversations?: { heldBack(session: string): void; holdsHeldBack(session: string): boolean };
  /** Called after a prompt was blocked, with what can be sent instead. */
  offer?(offer: Offer): void;
  /** Where the client can read a redacted copy of a file; undefined where it has no such place. */
  safePath?(path: string, cwd: string): string;
  /** Files known to hold findings, as absolute paths, for tools that read many files at once. */
  filesWithFindings(): Iterable<string>;
  /** Whether the client lets a hook replace a tool's result. */
  readonly rewritesResults: boolean;
}

/** Where a prompt or result goes when the client doesn't tell which model it is for. */
export const anyModel: Destination = { kind: 'model', name: 'unknown' };

const pass: Verdict = { kind: 'pass' };

/** The one answer to every hook. */
export async function answerHook(event: HookEvent, ports: HookPorts): Promise<Verdict> {
  if (event.event === 'prompt') return answerPrompt(event, ports);
  if (event.event === 'toolCall') return answerToolCall(event, ports);
  if (event.event === 'toolResult') return answerToolResult(event, ports);
  return pass;
}

async function answerPrompt({ prompt, session }: HookEvent & { event: 'prompt' }, ports: HookPorts): Promise<Verdict> {
  const { action, text, edits, faults } = ports.guard.pass(prompt, { channel: 'hook', destination: anyModel });
  if (action === 'redact' || action === 'ask' || action === 'block') {
    const what = [...new Set(edits.map(({ finding }) => finding.title)), ...faults.map(({ message }) => message)];
    ports.conversations?.heldBack(session);
    if (faults.length === 0) ports.offer?.({ safe: text, session, why: 'holds', what });
    return {
      kind: 'block',
      reason: `Lockside held this prompt back: it holds ${what.join(', ')}. Send it with placeholders instead.`,
    };
  }
  const why = await whyNotHere(session, prompt, ports);
  if (!why) return pass;
  ports.offer?.({ safe: text, session, why, what: [] });
  return { kind: 'block', reason: reasons[why] };
}

/** A clean prompt goes nowhere if its model may not have it, or if its conversation would take a held-back prompt along. */
async function whyNotHere(
  session: string,
  prompt: string,
  ports: HookPorts,
): Promise<keyof typeof reasons | undefined> {
  const demanded = ports.guard.policy().unguardedModels === 'block';
  const tainted = ports.conversations?.holdsHeldBack(session) ?? false;
  if ((!demanded && !tainted) || (await ports.isGuardedPrompt(session, prompt))) return undefined;
  return demanded ? 'unguarded' : 'tainted';
}

const reasons = {
  unguarded: 'Lockside: the team policy asks for a guarded model ("Lockside: …" in the model picker).',
  tainted:
    'Lockside: an earlier prompt of this conversation was held back and would be sent along. Go on in a new chat.',
};

async function answerToolCall(call: HookEvent & { event: 'toolCall' }, ports: HookPorts): Promise<Verdict> {
  if (ports.isGuardedCall(call.call)) return pass;
  if (ports.guard.policy().unguardedModels === 'block' && !ports.rewritesResults)
    return { kind: 'deny', reason: 'Lockside: the team policy lets only guarded models use tools.' };
  const leak = ports.rewritesResults ? undefined : await answerReading(call, ports);
  if (leak) return leak;
  return restoreCall(call, ports);
}

/** A tool whose result can't be redacted afterwards is redirected to a safe copy, or stopped. */
async function answerReading(call: HookEvent & { event: 'toolCall' }, ports: HookPorts): Promise<Verdict | undefined> {
  const input = (typeof call.input === 'object' && call.input !== null ? call.input : {}) as Record<string, unknown>;
  const kind = toolKind(call.tool);
  if (kind === 'read') return redirectRead(call, input, ports);
  if (kind === 'command') return answerCommand(call, String(input.command ?? ''), ports);
  if (kind === 'search') return answerSearch(input, ports);
  return undefined;
}

async function redirectRead(
  call: HookEvent & { event: 'toolCall' },
  input: Record<string, unknown>,
  ports: HookPorts,
): Promise<Verdict | undefined> {
  const [key, path] =
    Object.entries(input).find(([name, value]) => /^(?:file_?path|path)$/i.test(name) && typeof value === 'string') ??
    [];
  if (key === undefined || typeof path !== 'string') return undefined;
  const held = await heldBack(path, call.cwd, ports);
  if (held === undefined) return undefined;
  if (held.fault || !ports.safePath) return { kind: 'deny', reason: `Lockside: ${path} ${held.why}` };
  // VS Code would ask about the redacted twin as about a file outside the workspace; it is one of the workspace's own.
  return { kind: 'rewriteInput', input: { ...input, [key]: ports.safePath(path, call.cwd) }, approved: held.inside };
}

/** Words of a command that may be paths; a guess, but one on the safe side: it only ever stops what names a file that holds something. */
const word = /[^\s'"`;|&<>()$=,]+/g;
const printsEnvironment = /(?:^|[\s;&|(`])(?:printenv|env|export\s+-p|declare\s+-x|set)\s*(?:$|[|;&>)])/m;

async function answerCommand(
  call: HookEvent & { event: 'toolCall' },
  command: string,
  ports: HookPorts,
): Promise<Verdict | undefined> {
  for (const [path] of command.matchAll(word)) {
    const held = await heldBack(path, call.cwd, ports);
    if (held)
      return {
        kind: 'deny',
        reason: `Lockside: ${path} ${held.why}. Read it with the file-reading tool, which gets a copy with placeholders.`,
      };
  }
  if (printsEnvironment.test(command))
    return {
      kind: 'ask',
      reason: 'Lockside: this command prints the environment, which may hold secrets, to a model that is not guarded.',
    };
  const globbed = /[*?[]/.test(command) ? [...ports.filesWithFindings()] : [];
  if (globbed.length > 0)
    return {
      kind: 'ask',
      reason: `Lockside: this command reads files by a pattern, and ${globbed.length} files here hold secrets; its model is not guarded.`,
    };
  return undefined;
}

/** A search shows lines of any file: it is stopped where a line it would show is one that holds something. */
async function answerSearch(input: Record<string, unknown>, ports: HookPorts): Promise<Verdict | undefined> {
  const query = String(input.query ?? input.pattern ?? '').toLowerCase();
  const literal = input.isRegexp !== true && !/[\\^$*+?()[\]{}|]/.test(query);
  for (const path of ports.filesWithFindings()) {
    const file = await ports.readText(path, '');
    if (!file || 'fault' in file) continue;
    if (!literal || file.text.toLowerCase().includes(query)) {
      return {
        kind: 'ask',
        reason: `Lockside: this search may show lines of ${file.path}, which holds secrets, to a model that is not guarded.`,
      };
    }
  }
  return undefined;
}

interface Held {
  readonly why: string;
  /** Not even a redacted copy may be read. */
  readonly fault: boolean;
  readonly inside: boolean;
}

async function heldBack(path: string, cwd: string, ports: HookPorts): Promise<Held | undefined> {
  const file = await ports.readText(path, cwd);
  if (!file) return undefined;
  if ('fault' in file) return { why: `was not scanned (${file.fault.message})`, fault: true, inside: false };
  const inside = !/^(?:[/\\]|[A-Za-z]:)/.test(file.path);
  const crossing = { channel: 'hook', destination: anyModel, source: { path: file.path } } as const;
  const { action, decisions, faults } = ports.guard.inspect(file.text, crossing);
  if (faults.length > 0 && (action === 'block' || action === 'ask'))
    return { why: `was not scanned (${faults[0]!.message})`, fault: true, inside };
  const held = decisions.filter(({ action }) => action === 'redact' || action === 'ask' || action === 'block');
  if (held.length === 0) return undefined;
  const what = held.length === 1 ? held[0]!.finding.title : `${held.length} values that must not leave`;
  return { why: `holds ${what}`, fault: held.some(({ action }) => action === 'block'), inside };
}

/** A model that saw placeholders uses them: values go back into what it writes, as far as the policy lets them. */
async function restoreCall(call: HookEvent & { event: 'toolCall' }, ports: HookPorts): Promise<Verdict> {
  const { guard, files } = ports;
  const parts: RestoreParts = { vault: guard.vault, policy: guard.policy(), files, ask: async () => true };
  const { input, changed, asked, refused } = await restoreToolInput(call.tool, call.input, parts);
  if (refused.length > 0) {
    return {
      kind: 'deny',
      reason: `Lockside: ${refused[0]!.entry.placeholder} stands for a value that may not go there (${refused[0]!.reason}).`,
    };
  }
  if (asked.length > 0) {
    const { entry, outlet } = asked[0]!;
    return {
      kind: 'ask',
      reason: `Lockside: this would put the real value of ${entry.placeholder} into ${outlet.label}.`,
      input,
    };
  }
  return changed ? { kind: 'rewriteInput', input } : pass;
}

async function answerToolResult(result: HookEvent & { event: 'toolResult' }, ports: HookPorts): Promise<Verdict> {
  if (!ports.rewritesResults) return pass;
  let changed = false;
  const redactText = (text: string) => {
    const { text: safe, action, faults } = ports.guard.pass(text, { channel: 'hook', destination: anyModel });
    const held = action === 'block' && faults.length > 0 ? `[Lockside held this back: ${faults[0]!.message}]` : safe;
    changed ||= held !== text;
    return held;
  };
  const safe = mapTexts(result.result, redactText);
  return changed ? { kind: 'rewriteResult', result: safe } : pass;
}

/** The same value with every text changed, keys too. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(item => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapTexts(item, change)]));
}
