import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { type EventStore, StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  type JSONRPCMessage,
  ListRootsRequestSchema,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { connectRemote, type RemoteParts } from '../../../src/gateway/mcp/remoteServer';
import { proxyStdio } from '../../../src/gateway/mcp/stdioProxy';
import { type Json, type LinkOptions, partsOf } from './rig';

/** What a tool of the official SDK's server does. */
export type Tools = Readonly<
  Record<
    string,
    (
      input: Json,
      server: Server,
      call: { readonly response: ServerResponse | undefined; tell(data: string): Promise<void> },
    ) => unknown
  >
>;

export interface RealServer {
  readonly url: string;
  /** All requests that came, and the texts of their bodies. */
  readonly requests: { readonly method: string; readonly headers: IncomingMessage['headers']; readonly body: string }[];
  readonly servers: Server[];
  /** The newest session's, for what is said unasked. */
  latest(): Server;
  /** Ends all connections, as a server does that is killed. */
  kill(): void;
  /** Forgets all sessions, as a server does that was started anew. */
  forget(): void;
  /** Set to answer each request with this instead. */
  instead: ((response: ServerResponse, request: IncomingMessage) => boolean) | undefined;
  close(): Promise<void>;
}

/** A server of the official SDK: streamable HTTP with sessions at `/mcp`, or the older transport at `/sse`. */
export async function serve(tools: Tools, { old = false, store }: { old?: boolean; store?: EventStore } = {}) {
  const streamable = new Map<string, StreamableHTTPServerTransport>();
  const events = new Map<string, SSEServerTransport>();
  let response: ServerResponse | undefined;
  const begin = async (transport: Transport) => {
    const server = new Server(
      { name: 'real', version: '1' },
      { capabilities: { tools: { listChanged: true }, logging: {} } },
    );
    server.setRequestHandler(ListToolsRequestSchema, () => ({
      tools: Object.keys(tools).map(name => ({ name, inputSchema: { type: 'object' as const } })),
    }));
    server.setRequestHandler(CallToolRequestSchema, async ({ params }, { sendNotification }) => {
      const tell = (data: string) =>
        sendNotification({ method: 'notifications/message', params: { level: 'info', data } });
      const text = await tools[params.name]!(params.arguments ?? {}, server, { response, tell });
      return { content: [{ type: 'text' as const, text: String(text) }] };
    });
    real.servers.push(server);
    await server.connect(transport);
  };
  const stream = async (request: IncomingMessage, answer: ServerResponse, body: string) => {
    const id = request.headers['mcp-session-id'];
    let transport = typeof id === 'string' ? streamable.get(id) : undefined;
    if (id !== undefined && !transport) return void answer.writeHead(404).end();
    if (!transport) {
      transport = new StreamableHTTPServerTransport({
        sessionIdGenerator: () => randomUUID(),
        onsessioninitialized: one => void streamable.set(one, transport!),
        ...(store ? { eventStore: store, retryInterval: 10 } : {}),
      });
      await begin(transport as Transport);
    }
    await transport.handleRequest(request, answer, body === '' ? undefined : JSON.parse(body));
  };
  const stand = async (request: IncomingMessage, answer: ServerResponse, body: string) => {
    const url = new URL(request.url ?? '', 'http://x');
    if (request.method === 'GET' && url.pathname === '/sse') {
      const transport = new SSEServerTransport('/messages', answer);
      events.set(transport.sessionId, transport);
      return begin(transport);
    }
    const transport = events.get(url.searchParams.get('sessionId') ?? '');
    if (url.pathname !== '/messages' || !transport) return void answer.writeHead(404).end();
    await transport.handlePostMessage(request, answer, JSON.parse(body));
  };
  const http = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    real.requests.push({ method: request.method ?? '', headers: request.headers, body });
    if (real.instead?.(answer, request)) return;
    if (body.includes('"tools/call"')) response = answer;
    await (old ? stand : stream)(request, answer, body);
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  const real: RealServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/${old ? 'sse' : 'mcp'}`,
    requests: [],
    servers: [],
    latest: () => real.servers.at(-1)!,
    kill: () => {
      http.closeAllConnections();
      http.close();
    },
    forget: () => {
      streamable.clear();
      events.clear();
      http.closeAllConnections();
    },
    instead: undefined,
    close: async () => {
      http.closeAllConnections();
      await new Promise<void>(resolve => http.close(() => resolve()));
    },
  };
  return real;
}

export interface Reached {
  readonly client: Client;
  readonly guard: ReturnType<typeof partsOf>['guard'];
  /** All that the client got, and what it was told unasked. */
  readonly raw: string[];
  readonly told: string[];
  readonly logged: string[];
  /** What the client says by stdio comes to an end. */
  leave(): void;
  readonly gone: Promise<number>;
}

/** The official SDK's client before a remote server, with our proxy in between: stdio on its side, HTTP on the other. */
export async function reach(
  url: string,
  { old = false, headers = {}, patience }: Partial<Pick<RemoteParts, 'old' | 'headers' | 'patience'>> = {},
  options: LinkOptions = {},
): Promise<Reached & { connect(): Promise<void> }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const logged: string[] = [];
  const parts = partsOf({ tell: message => void logged.push(message), ...options });
  const target = new URL(url);
  const remote = connectRemote({
    ...{ target, headers, old, server: 'test', tell: parts.tell },
    ...(patience ? { patience } : {}),
  });
  const proxy = proxyStdio(parts, { input, output, server: remote });
  const [raw, told]: [string[], string[]] = [[], []];
  const client = new Client({ name: 'test', version: '1' }, { capabilities: { roots: {} } });
  client.fallbackNotificationHandler = async ({ method }) => void told.push(method);
  client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [{ uri: 'file:///shop', name: 'shop' }] }));
  const transport: Transport = {
    async start() {
      let rest = '';
      output.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop()!;
        for (const line of lines) {
          raw.push(line);
          transport.onmessage?.(JSON.parse(line) as JSONRPCMessage);
        }
      });
    },
    send: async message => void input.write(`${JSON.stringify(message)}\n`),
    close: async () => void input.end(),
  };
  return {
    ...{ client, guard: parts.guard, raw, told, logged, gone: proxy.serverGone },
    connect: () => client.connect(transport),
    leave: () => void input.end(),
  };
}
