import { setImmediate as turn } from 'node:timers/promises';
import { createGuard, type Guard } from '../../../src/core/guard';
import type { AuditSink } from '../../../src/core/model';
import { createVault } from '../../../src/core/placeholders';
import { createPolicy, type PolicyLayer } from '../../../src/core/policy';
import { createToolPermissions, type ToolLayer, type ToolRule } from '../../../src/core/toolPermissions';
import { createFlow } from '../../../src/gateway/mcp/flow';
import type { McpParts, Wire } from '../../../src/gateway/mcp/parts';
import { createSession, type Session } from '../../../src/gateway/mcp/session';
import { scanner } from '../rig';

export type Json = Record<string, unknown>;

export interface LinkOptions extends Partial<McpParts> {
  readonly layers?: readonly PolicyLayer[];
  readonly rules?: readonly ToolRule[];
  readonly toolLayers?: readonly ToolLayer[];
  readonly allowedHosts?: readonly string[];
  /** What the recording server answers to a request; nothing where it gives nothing. */
  readonly serve?: (request: Json) => unknown;
  /** What the person answers to a question; without it, the client can't ask. */
  readonly answer?: 'no' | 'this time' | 'for this session' | 'decline';
}

/** A client and a recording server with the proxy in between, message by message. */
export interface Link {
  readonly guard: Guard;
  readonly session: Session;
  /** All that the server got, and all that the client got, as text. */
  readonly served: string[];
  readonly got: string[];
  /** What the person was asked. */
  readonly asked: string[];
  readonly told: string[];
  /** What was recorded of values that came back: `action place`. */
  readonly restores: string[];
  /** Sends a request and gives its answer. */
  request(method: string, params?: Json): Promise<Json>;
  call(name: string, input?: Json): Promise<Json>;
  fromClient(text: string): Promise<void>;
  fromServer(text: string): Promise<void>;
  /** The requests of a method that the server got. */
  calls(method?: string): Json[];
}

export function partsOf(options: LinkOptions = {}, audit: AuditSink = () => undefined): McpParts {
  const { layers = [], rules, toolLayers, allowedHosts } = options;
  const policy = createPolicy(layers, '2026-01-01');
  const guard = createGuard({ scanner, vault: createVault(), policy: () => policy, audit });
  const own = toolLayers ?? [{ layer: 'workspace', tightenOnly: false, rules, allowedHosts } as ToolLayer];
  return {
    ...{ guard, server: 'test', local: true, exclusively: async work => work(), flow: createFlow() },
    permissions: createToolPermissions(own),
    pathOf: path => path.replace(/^\/shop\//, ''),
    describe: async path => ({ relative: path, published: false, holdsValue: () => false }),
    tell: () => undefined,
    ...options,
  };
}

export async function link(options: LinkOptions = {}): Promise<Link> {
  const told: string[] = [];
  const restores: string[] = [];
  const audit: AuditSink = records => {
    for (const { restored, action, destination } of records)
      if (restored) restores.push(`${action} ${destination.kind}:${destination.name}`);
    return undefined;
  };
  const parts = partsOf({ tell: message => void told.push(message), ...options }, audit);
  const session = createSession(parts);
  const [served, got, asked]: [string[], string[], string[]] = [[], [], []];
  const waiting = new Map<unknown, (answer: Json) => void>();
  const { serve = () => ({}), answer } = options;
  const wire: Wire = {
    async toServer(text) {
      served.push(text);
      for (const message of [JSON.parse(text) as unknown].flat() as Json[]) {
        if (message.method === undefined || message.id === undefined) continue;
        const result = serve(message);
        if (result === undefined) continue;
        const body = typeof result === 'string' ? result : JSON.stringify({ jsonrpc: '2.0', id: message.id, result });
        setImmediate(() => void session.fromServer(body, wire));
      }
    },
    async toClient(text) {
      got.push(text);
      for (const message of [parse(text)].flat() as Json[]) waiting.get(message?.id)?.(message);
    },
    async ask(text) {
      const { id, params } = JSON.parse(text) as { id: string; params: { message: string } };
      asked.push(params.message);
      const result = answer === 'decline' ? { action: 'decline' } : { action: 'accept', content: { allow: answer } };
      setImmediate(() => void session.fromClient(JSON.stringify({ jsonrpc: '2.0', id, result }), wire));
    },
  };
  let last = 0;
  const one: Link = {
    ...{ guard: parts.guard, session, served, got, asked, told, restores },
    request(method, params = {}) {
      const id = ++last;
      const answered = new Promise<Json>(resolve => waiting.set(id, resolve));
      void session.fromClient(JSON.stringify({ jsonrpc: '2.0', id, method, params }), wire);
      return answered;
    },
    call: (name, input = {}) => one.request('tools/call', { name, arguments: input }),
    fromClient: async text => void (await session.fromClient(text, wire)),
    fromServer: text => session.fromServer(text, wire),
    calls: (method = 'tools/call') =>
      served.flatMap(text => [JSON.parse(text) as unknown].flat() as Json[]).filter(it => it.method === method),
  };
  const capabilities = answer === undefined ? {} : { elicitation: {} };
  await one.request('initialize', {
    protocolVersion: '2025-11-25',
    capabilities,
    clientInfo: { name: 't', version: '1' },
  });
  await turn();
  served.length = 0;
  got.length = 0;
  return one;
}

/** A result of a tool that says a text. */
export function says(text: string): Json {
  return { content: [{ type: 'text', text }] };
}

export function errorOf(answer: Json): string {
  return String((answer.error as { message?: unknown } | undefined)?.message ?? '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
