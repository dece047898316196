import { isWhole } from '../core/classify/decideClass';
import { mayInstall } from '../core/mayInstall';
import type { Action } from '../core/model';
import { holdsBack } from '../core/policy';
import { fieldsOf } from '../core/untyped';
import { anyModel, type HookEvent, type HookPorts, pass, type Verdict } from './hookPorts';
import { type CallOutcome, type RestoreParts, restoresOf, restoreToolInput, staysHere } from './restoreTool';
import { toolKind } from './tools';

type ToolCall = HookEvent & { event: 'toolCall' };

/** A tool may read what is safe to read, gets back the values that may go where it writes, and installs only what is known to exist. */
export async function answerToolCall(call: ToolCall, ports: HookPorts): Promise<Verdict> {
  const guarded = ports.isGuardedCall(call.call);
  const acted = await answerAction(call, guarded, ports);
  if (acted?.kind === 'deny') return acted;
  const install = await answerInstall(call, ports);
  if (install?.kind === 'deny') return install;
  const asked = acted ?? install;
  const verdict = await answerTool(call, guarded, ports);
  if (!asked || verdict.kind === 'deny' || verdict.kind === 'ask') return verdict;
  // A changed input goes along with the question.
  return verdict.kind === 'rewriteInput' ? { ...asked, input: verdict.input } : asked;
}

type Held = Extract<Verdict, { kind: 'deny' | 'ask' }>;

/** What it would destroy, grant, sign, or do to files that agents are kept from; and secrets that stand in a command. */
async function answerAction(call: ToolCall, guarded: boolean, ports: HookPorts): Promise<Held | undefined> {
  if (!ports.judgeAction) return undefined;
  const { tool, input, cwd } = call;
  const command = toolKind(tool) === 'command' ? commandLines(input) : '';
  const redactsReads = guarded || ports.rewritesResults || ports.safePath !== undefined;
  const judged = await ports.judgeAction({
    ...{ tool, input, command, cwd, redactsReads },
    readsByCommands: ports.readsByCommands ?? false,
  });
  return held(judged, ports) ?? (guarded ? undefined : answerSecrets(command, ports));
}

/** A secret on a command line stands in histories, logs and lists of processes. One that has a placeholder was decided on when it was restored. */
function answerSecrets(command: string, { guard }: HookPorts): Held | undefined {
  if (!mayHoldSecret.test(command)) return undefined;
  const name = command.trim().split(/\s/, 1)[0] ?? '';
  const { decisions } = guard.inspect(command, { channel: 'hook', destination: { kind: 'command', name } });
  const known = new Set(Array.from(guard.vault.entries(), ({ value }) => value));
  const found = decisions.find(
    ({ action, finding: { kind, start, end } }) =>
      kind === 'secret' && holdsBack(action) && !known.has(command.slice(start, end)),
  );
  return found && { kind: 'deny', reason: `Lockside: this command holds ${found.finding.title}. ${useVariable}` };
}

const useVariable =
  'Put it into a file that git ignores or an environment variable, and name that, or use its placeholder.';
/** A word that mixes letters and digits, an address with a password, or a name that says secret: all else is not scanned. */
const mayHoldSecret =
  /(?=[\w+.-]*\d)(?=[\w+.-]*[A-Za-z])[\w+.-]{16,}|:\/\/[^\s/:@]{1,200}:[^\s/@]{3,}@|(?:passw|token|secret|api[_-]?key|credential)[\w-]*["']?\s*[=: ]/i;

function held(judged: { action: Action; reason: string } | undefined, ports: HookPorts): Held | undefined {
  if (!judged || !holdsBack(judged.action)) return undefined;
  const reason = `Lockside: ${judged.reason}`;
  if (judged.action !== 'ask') return { kind: 'deny', reason };
  return ports.asksNobody ? { kind: 'deny', reason: `${reason} Nobody can be asked here.` } : { kind: 'ask', reason };
}

/** A command that would install a package which doesn't exist, or is likely another one than is meant, whichever model wrote it. */
async function answerInstall(call: ToolCall, ports: HookPorts): Promise<Held | undefined> {
  if (!ports.judgeInstall || toolKind(call.tool) !== 'command') return undefined;
  const command = commandLines(call.input);
  if (!mayInstall(command)) return undefined;
  const judged = await ports.judgeInstall(command, call.cwd);
  return held(judged && { ...judged, reason: `${judged.reason}.` }, ports);
}

/** Clients name a command's text differently, and some give its words: of a shell's the script is what counts. */
function commandLines(input: unknown): string {
  const texts = Object.entries(fieldsOf(input)).flatMap(([key, value]) => {
    if (!/^(?:commands?|cmd|script|input|chars)$/.test(key)) return [];
    if (!Array.isArray(value)) return typeof value === 'string' ? [value] : [];
    const shell = value.findIndex(word => /^-\w*c$/i.test(String(word)));
    return key === 'commands' ? value.map(String) : [shell < 0 ? value.join(' ') : String(value[shell + 1] ?? '')];
  });
  return texts.join('\n');
}

async function answerTool(call: ToolCall, guarded: boolean, ports: HookPorts): Promise<Verdict> {
  if (guarded) return pass;
  if (ports.guard.policy().unguardedModels === 'block' && !ports.rewritesResults)
    return { kind: 'deny', reason: 'Lockside: the team policy lets only guarded models use tools.' };
  const leak = ports.rewritesResults ? await answerShowing(call, ports) : await answerReading(call, ports);
  if (leak) return leak;
  // The model would read the values in its own call.
  if (ports.rewriteFile) return pass;
  return restoreCall(call, ports);
}

/** A command's result doesn't say which files it shows: one that names a file which may not leave as a whole is stopped. */
async function answerShowing(call: ToolCall, ports: HookPorts): Promise<Verdict | undefined> {
  if (toolKind(call.tool) !== 'command') return undefined;
  for (const [path] of commandOf(call).matchAll(word)) {
    const file = await ports.readText(path, call.cwd);
    if (!file || 'fault' in file) continue;
    const crossing = { channel: 'hook', destination: anyModel, source: { path: file.path } } as const;
    const whole = ports.guard.inspect(file.text, crossing).decisions.find(it => isWhole(it) && holdsBack(it.action));
    if (whole) return { kind: 'deny', reason: `Lockside: ${path} holds ${whole.finding.title}` };
  }
  return undefined;
}

function commandOf({ input }: ToolCall): string {
  return String((input as { command?: unknown } | null)?.command ?? '');
}

/** A tool whose result can't be redacted afterwards is redirected to a safe copy, or stopped. */
async function answerReading(call: ToolCall, ports: HookPorts): Promise<Verdict | undefined> {
  const input = (typeof call.input === 'object' && call.input !== null ? call.input : {}) as Record<string, unknown>;
  const kind = toolKind(call.tool);
  if (kind === 'read') return redirectRead(call, input, ports);
  if (kind === 'command') return answerCommand(call, String(input.command ?? ''), ports);
  if (kind === 'search') return answerSearch(input, ports);
  return undefined;
}

async function redirectRead(
  call: ToolCall,
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

async function answerCommand(call: ToolCall, command: string, ports: HookPorts): Promise<Verdict | undefined> {
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

interface HeldFile {
  readonly why: string;
  /** Not even a redacted copy may be read. */
  readonly fault: boolean;
  readonly inside: boolean;
}

async function heldBack(path: string, cwd: string, ports: HookPorts): Promise<HeldFile | undefined> {
  const file = await ports.readText(path, cwd);
  if (!file) return undefined;
  if ('fault' in file) return { why: `was not scanned (${file.fault.message})`, fault: true, inside: false };
  const inside = !/^(?:[/\\]|[A-Za-z]:)/.test(file.path);
  const crossing = { channel: 'hook', destination: anyModel, source: { path: file.path } } as const;
  const { action, decisions, faults } = ports.guard.inspect(file.text, crossing);
  if (faults.length > 0 && (action === 'block' || action === 'ask'))
    return { why: `was not scanned (${faults[0]!.message})`, fault: true, inside };
  const held = decisions.filter(({ action }) => holdsBack(action));
  if (held.length === 0) return undefined;
  const what = held.length === 1 ? held[0]!.finding.title : `${held.length} values that must not leave`;
  return { why: `holds ${what}`, fault: held.some(({ action }) => action === 'block'), inside };
}

/** A model that saw placeholders uses them: values go back into what it writes, as far as the policy lets them. */
async function restoreCall(call: ToolCall, ports: HookPorts): Promise<Verdict> {
  const { guard, files } = ports;
  const parts: RestoreParts = { vault: guard.vault, policy: guard.policy(), files, ask: async () => true };
  const restored = await restoreToolInput(call.tool, call.input, parts);
  const verdict = answerRestored(restored, ports);
  const outcome: CallOutcome = verdict.kind === 'deny' ? 'refused' : verdict.kind === 'ask' ? 'asks' : 'goes';
  const unrecorded = guard.recordRestore(restoresOf('hook', call.tool, restored, outcome));
  return unrecorded ? { kind: 'deny', reason: `Lockside: ${unrecorded.message}` } : verdict;
}

function answerRestored(
  { input, changed, asked, refused }: Awaited<ReturnType<typeof restoreToolInput>>,
  { asksNobody }: HookPorts,
): Verdict {
  if (refused.length > 0) {
    return {
      kind: 'deny',
      reason: `Lockside: ${refused[0]!.entry.placeholder} stands for a value that may not go there (${refused[0]!.reason}).`,
    };
  }
  if (asked.length > 0 && asksNobody && !staysHere(asked)) {
    const { entry, outlet } = asked[0]!;
    return {
      kind: 'deny',
      reason: `Lockside: ${entry.placeholder} would go into ${outlet.label}, and nobody can be asked.`,
    };
  }
  if (asked.length > 0 && !asksNobody) {
    const { entry, outlet } = asked[0]!;
    return {
      kind: 'ask',
      reason: `Lockside: this would put the real value of ${entry.placeholder} into ${outlet.label}.`,
      input,
    };
  }
  return changed ? { kind: 'rewriteInput', input } : pass;
}
