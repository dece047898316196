import type { AgentItem } from '../../core/agents';
import type { ConfigNode } from './configNode';
import { fieldOf, textIn } from './configTree';
import { dangerIn, skipsPermission } from './dangers';
import { advice, type Look } from './look';

/** When something of a repository runs: as soon as it is opened, or later, at an occasion of the client's. */
export interface Occasion {
  readonly event: string;
  readonly opening: boolean;
}

/** Lists a command that runs by itself, and tells why that is bad where a repository brings it, or where it is dangerous anyway. */
export function judgeHook(
  look: Look,
  node: ConfigNode,
  { event, opening }: Occasion,
  type: 'hook' | 'task' = 'hook',
): void {
  const command = textIn(node) ?? '';
  if (command.trim() === '') return;
  const item = look.item(type, `${event}: ${programName(command)}`, node.span, {
    origin: { kind: 'command', name: programName(command) },
  });
  judgeCommand(look, node, command, item);
  if (!look.foreign || isOwn(command)) return;
  const fix = advice('Read what it runs; take it out, or move it into your own settings if you want it');
  if (opening)
    look.finding(
      'agent/repository-hook',
      node.span,
      `${event} runs ${programName(command)} as soon as the folder is opened or a session begins`,
      { item, fix },
    );
  else if (!isHarmless(command))
    look.finding(
      'agent/repository-hook',
      node.span,
      `${event} runs ${programName(command)}, which whoever writes to the repository can change`,
      { item, fix },
    );
}

/** What is bad about a command wherever it stands. */
function judgeCommand(look: Look, node: Pick<ConfigNode, 'span'>, command: string, item?: AgentItem): void {
  const danger = dangerIn(command);
  if (danger) look.finding('agent/shell-command', node.span, danger, { item });
  const flag = skipsPermission(command);
  if (flag)
    look.finding('agent/auto-approve', node.span, `${flag} lets an AI agent act without being asked`, {
      item,
      fix: advice(`Take ${flag} out`),
    });
}

/** Hooks of the form that Claude Code began and others took over: by event, with or without matchers. */
export function judgeHookTable(look: Look, hooks: ConfigNode | undefined): void {
  for (const { name, node } of hooks?.fields ?? []) {
    for (const command of commandsIn(node)) judgeHook(look, command, { event: name, opening: opens(name) });
  }
}

/** Events that come before a person has done anything, in the spellings of all clients. */
function opens(event: string): boolean {
  return /^(?:session_?start|setup|init|startup|on_?open|folder_?open|agent_?spawn|workspace_?(?:open|trust)|instructions_?loaded|config_?change)$/i.test(
    event.replaceAll('-', '_'),
  );
}

function* commandsIn(node: ConfigNode, depth = 0): Generator<ConfigNode> {
  if (depth > 5) return;
  for (const one of node.items) yield* commandsIn(one, depth + 1);
  if (node.kind !== 'table') return;
  const command = fieldOf(node, 'command', 'bash', 'powershell', 'windows', 'linux', 'osx');
  if (command?.kind === 'text') yield command;
  if (command?.kind === 'list' && command.items[0]) yield command.items[0];
  for (const { name, node: inner } of node.fields) if (name === 'hooks') yield* commandsIn(inner, depth + 1);
}

/** A command's first words, without arguments that may hold a value. */
export function programName(command: string): string {
  const words = command
    .trim()
    .split(/\s+/)
    .filter(it => !/^\w+=/.test(it))
    .slice(0, 2);
  const [program = '', script = ''] = words.map(it => it.replace(/^["'`]|["'`;]+$/g, ''));
  return (
    /^[\w./@$:{}\\~-]{1,80}\.(?:[cm]?[jt]s|sh|bash|zsh|fish|py|rb|pl|php|ps1|bat|cmd|exe)$/.test(script) ||
    /^(?:run|exec|install|ci)$/.test(script)
      ? `${program} ${script}`
      : program
  ).slice(0, 80);
}

/** Lockside's own. */
function isOwn(command: string): boolean {
  return /(?:^|[\s/\\"'])lockside(?:\.cmd|\.js)?["']?\s+(?:hook|mcp|scan|agents)\b/.test(command);
}

/** What formats, checks and notifies with well-known programs, without a script of the repository's and without the network. */
function isHarmless(command: string): boolean {
  return command.split(/&&|\|\||[;|\n]/).every(part => harmless.test(part.trim())) && !/[`$]\(|https?:/.test(command);
}

const harmless =
  /^(?:(?:npx|pnpm(?: exec)?|yarn|bunx|uv run|uvx|poetry run|python3? -m)\s+(?:--no-install\s+|--no\s+)?)?(?:prettier|eslint|biome|tsc|ruff|black|isort|mypy|pyright|gofmt|goimports|golangci-lint|rustfmt|cargo (?:fmt|check|clippy|test)|go (?:fmt|vet|test|build)|shfmt|shellcheck|stylelint|markdownlint|pytest|jest|vitest|dotnet (?:format|build|test)|mvn (?:test|verify)|echo|printf|true|exit|jq|grep|cat|date|git (?:status|diff|log|branch|add)|notify-send|afplay|osascript -e|say|terminal-notifier|(?:npm|pnpm|yarn|bun)(?: run)? (?:lint|format|fmt|test|check|typecheck|build)(?::[\w-]+)?)(?:\s|$)/;
