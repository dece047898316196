import type { Access, ValueVerdict } from '../../core/toolPermissions';
import type { Json } from '../json';
import { type CallFacts, callFacts } from './callFacts';
import { shownFlow } from './flow';
import type { McpParts } from './parts';
import { type ToolMeaning, toolMeaning } from './toolMeaning';

/** A call on its way to a server. */
export interface Call {
  readonly tool: string;
  readonly input: unknown;
  readonly meaning: ToolMeaning;
  readonly facts: CallFacts;
}

/** Something that a person is to be asked about; who has answered for the session isn't asked again about the same key. */
export interface Question {
  readonly key: string;
  /** A clause. */
  readonly why: string;
}

export interface CallVerdict {
  /** Why it may not go at all. */
  readonly refused?: string;
  readonly questions: readonly Question[];
  /** What rules say of placeholders in the arguments. */
  readonly values: ValueVerdict | undefined;
}

/** What is asked of the server by these methods counts as a call; undefined for every other. */
export function callOf(
  method: string,
  params: Json,
  annotationsOf: (tool: string) => Json | undefined,
): Call | undefined {
  const [tool, input] =
    method === 'tools/call'
      ? [String(params.name), params.arguments]
      : method === 'resources/read' || method === 'resources/subscribe'
        ? [method, { uri: params.uri }]
        : method === 'prompts/get'
          ? [method, params.arguments]
          : [];
  if (tool === undefined) return undefined;
  const meaning = method === 'tools/call' ? toolMeaning(tool, annotationsOf(tool)) : looks;
  return { tool, input, meaning, facts: callFacts(input) };
}

const looks: ToolMeaning = { access: 'read', legs: new Set() };

/** What the rules say of a call, and what it would do in the session that it is part of. */
export function judgeCall({ tool, meaning, facts }: Call, parts: McpParts): CallVerdict {
  const { server, permissions, flow, pathOf } = parts;
  const access: Access = facts.destroys === undefined ? meaning.access : 'delete';
  const paths = facts.paths.map(pathOf);
  const hosts = [...facts.hosts, ...facts.recipients];
  const { action, reason, layer, values } = permissions.decide({ server, tool, access, paths, hosts });
  if (action === 'block') return { refused: `${reason} (${layer} policy)`, questions: [], values };
  const questions: Question[] = [];
  const about = facts.destroys === undefined ? '' : `: ${facts.destroys}`;
  if (action === 'ask')
    questions.push({ key: `rule ${tool} ${access}${about}`, why: `${reason}${about} (${layer} policy)` });
  questions.push(...hostQuestions(facts, meaning, parts));
  const isWayOut = meaning.legs.has('out') || facts.recipients.length > 0 || (facts.hosts.length > 0 && facts.carries);
  const shown = isWayOut ? shownFlow(flow.steps(), server, tool) : undefined;
  if (shown !== undefined) questions.push({ key: `flow ${tool} ${hosts.join(' ')}`, why: shown });
  return { questions, values };
}

/** Hosts that no list names are asked about where there is a list; whom something is sent to, wherever no list names them. */
function hostQuestions(facts: CallFacts, { legs, access }: ToolMeaning, { permissions }: McpParts): Question[] {
  const foreign = facts.hosts.filter(host => permissions.isAllowedHost(host) === false);
  const sends = legs.has('out') || access === 'share';
  const unexpected = facts.recipients.filter(
    one => permissions.isAllowedHost(one) !== true && (sends || permissions.isAllowedHost(one) === false),
  );
  return [
    ...foreign.map(host => ({
      key: `host ${host}`,
      why: `it would reach ${host}, which lockside.mcp.allowedHosts doesn't name`,
    })),
    ...unexpected.map(one => ({
      key: `recipient ${one}`,
      why: `it would send to ${one}, whom nothing here names as a recipient`,
    })),
  ];
}
