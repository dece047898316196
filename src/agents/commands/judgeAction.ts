import type { FileAccess } from '../../core/agentPermissions';
import type { Action, Destination, Finding } from '../../core/model';
import type { Policy } from '../../core/policy';
import { holdsBack, stricter } from '../../core/policy';
import { fieldsOf } from '../../core/untyped';
import { pathsOfTool, toolKind } from '../tools';
import { foreignSettings } from './foreignSettings';
import { type CommandWorld, judgeCommand, protectedFile, type Sign } from './judgeCommand';
import { isPlainLook } from './plainLook';

/** A tool call as a hook tells it. */
export interface AgentAction {
  readonly tool: string;
  readonly input: unknown;
  /** The command that it runs, where it runs one. */
  readonly command: string;
  /** Whether the client or Lockside redacts what a file-reading tool returns. */
  readonly redactsReads: boolean;
  /** Whether the client has no other way to read a file than by commands. */
  readonly readsByCommands?: boolean;
}

export interface ActionVerdict {
  readonly action: Action;
  readonly detector: Sign['detector'];
  /** For the model and the person: what is wrong, and what to do instead. */
  readonly reason: string;
}

/** What the policy and the matrix say of what an agent wants to do; undefined where nothing speaks against it. */
export function judgeAction(action: AgentAction, world: CommandWorld, policy: Policy): ActionVerdict | undefined {
  const kind = toolKind(action.tool);
  const signs = kind === 'command' ? judgeLine(action, world) : judgeFiles(action, world);
  const destination: Destination =
    kind === 'command'
      ? { kind: 'command', name: action.command.trim().split(/\s/, 1)[0] ?? '' }
      : { kind: 'tool', name: action.tool };
  let worst: ActionVerdict | undefined;
  for (const sign of signs) {
    const said = actionOf(sign, policy, destination);
    if (!holdsBack(said) || (worst && !stricter(said, worst.action))) continue;
    worst = { action: said, detector: sign.detector, reason: `${sign.why}.${sign.instead ? ` ${sign.instead}` : ''}` };
  }
  return worst;
}

/** A plain look at a file is what a file-reading tool would do, where there is none: the defaults have it redacted. */
function judgeLine({ command, redactsReads, readsByCommands }: AgentAction, world: CommandWorld): Sign[] {
  const signs = judgeCommand(command, world);
  const looks = redactsReads && readsByCommands === true && signs.some(isProtected) && isPlainLook(command);
  return looks ? signs.filter(sign => !isProtected(sign)) : signs;
}

function isProtected({ detector, verdict }: Sign): boolean {
  return detector === 'agent/protected-read' && verdict?.layer === 'default';
}

/** What a rule of the policy says of a sign; the matrix's own word on a file is loosened by it only where nobody has written one. */
function actionOf(sign: Sign, policy: Policy, destination: Destination): Action {
  if (sign.detector === 'agent/signing') return 'block';
  const decision = policy.decide(findingOf(sign), {}, destination);
  const { verdict } = sign;
  if (!verdict) return decision.action;
  const asked: Action = sign.unsure && verdict.action === 'block' ? 'ask' : verdict.action;
  if (decision.layer === 'default') return asked;
  if (verdict.layer === 'default') return decision.action;
  return stricter(decision.action, asked) ? decision.action : asked;
}

function findingOf({ detector, why }: Sign): Finding {
  return {
    ...{ start: 0, end: 0, detector, kind: 'agent', title: why, severity: 'error', tier: 'certain', reason: why },
    fingerprint: '',
  };
}

/** Tools that read, search or change files by themselves. */
function judgeFiles(action: AgentAction, world: CommandWorld): Sign[] {
  const kind = toolKind(action.tool);
  if (kind !== 'read' && kind !== 'edit' && kind !== 'search') return [];
  const signs: Sign[] = [];
  for (const { path, makes } of pathsOfTool(action.tool, action.input)) {
    const access: FileAccess = kind !== 'edit' ? 'read' : makes && !world.disk.exists(path) ? 'write' : 'edit';
    for (const one of world.pathsOf(path)) {
      const verdict = world.permissions.decide(one, access, world.client);
      // What the defaults protect is read with placeholders, where the client can be given them.
      if (verdict.action === 'allow' || (access === 'read' && verdict.layer === 'default' && action.redactsReads))
        continue;
      signs.push(protectedFile(path, access, verdict));
      break;
    }
    if (kind === 'edit') signs.push(...foreignSettings(path, textsIn(action.input)));
  }
  return signs;
}

/** What an edit would put into a file. */
function textsIn(input: unknown, depth = 0): string {
  if (depth > 8) return '';
  if (Array.isArray(input)) return input.map(item => textsIn(item, depth + 1)).join('\n');
  return Object.entries(fieldsOf(input))
    .map(([key, value]) =>
      typeof value === 'string' ? (/^(?:old|search|path|file)/i.test(key) ? '' : value) : textsIn(value, depth + 1),
    )
    .join('\n');
}
