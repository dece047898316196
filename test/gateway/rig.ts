import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { restoresOf, restoreToolInput } from '../../src/agents/restoreTool';
import type { FilePlaces } from '../../src/agents/tools';
import { createGuard, type Guard } from '../../src/core/guard';
import type { AuditRecord } from '../../src/core/model';
import { createVault } from '../../src/core/placeholders';
import { createPolicy, type PolicyLayer } from '../../src/core/policy';
import { createScanner, type Scanner } from '../../src/core/scan';
import { createGateway, type GatewayParts } from '../../src/gateway/gateway';
import type { Notice } from '../../src/gateway/notices';

/** A request as the provider got it. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the scripted provider answers: a body, or the pieces of a stream. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  readonly pieces?: Iterable<string | Buffer>;
  /** Breaks the connection off after the pieces. */
  readonly breaks?: boolean;
  /** Never ends. */
  readonly hangs?: boolean;
}

export interface Provider {
  readonly url: string;
  readonly requests: Recorded[];
  reply: (request: Recorded) => Reply;
  /** How many answers were given up by the other side. */
  readonly abandoned: () => number;
  stop(): Promise<void>;
}

/** A provider that records what it gets and answers as it is told. */
export async function startProvider(reply: (request: Recorded) => Reply = () => ({ body: '{}' })): Promise<Provider> {
  const requests: Recorded[] = [];
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const recorded = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
    requests.push(recorded);
    response.on('close', () => {
      if (!response.writableEnded) abandoned++;
    });
    await answer(response, provider.reply(recorded));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const provider: Provider = {
    ...{ url: `http://127.0.0.1:${port}`, requests, reply, abandoned: () => abandoned },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}

async function answer(response: ServerResponse, { status = 200, headers, body, pieces, breaks, hangs }: Reply) {
  const type = pieces ? 'text/event-stream' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  for (const piece of pieces ?? []) {
    response.write(piece);
    // Each piece is to arrive by itself.
    await turn();
  }
  if (breaks) response.destroy();
  else if (!hangs) response.end(body);
}

/** One scanner serves all tests: making it is what takes the time. */
export const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });

export interface TestGateway {
  readonly url: string;
  readonly guard: Guard;
  readonly provider: Provider;
  readonly notices: Notice[];
  /** What was recorded. */
  readonly records: AuditRecord[];
  stop(): Promise<void>;
}

export interface TestOptions extends Partial<Pick<GatewayParts, 'clients' | 'mostBytes' | 'exclusively'>> {
  readonly layers?: readonly PolicyLayer[];
  readonly scanner?: Scanner;
  readonly reply?: (request: Recorded) => Reply;
  readonly files?: FilePlaces;
}

/** A gateway in this process before a scripted provider, with one map and the house's policy. */
export async function startGateway(options: TestOptions = {}): Promise<TestGateway> {
  const { layers = [], clients = [], reply, files = workspaceFiles, ...rest } = options;
  const provider = await startProvider(reply);
  const policy = createPolicy(layers, '2026-01-01');
  const vault = createVault();
  const records: AuditRecord[] = [];
  const guard = createGuard({
    scanner,
    ...rest,
    vault,
    policy: () => policy,
    audit: more => void records.push(...more),
  });
  const notices: Notice[] = [];
  const { url } = provider;
  const gateway = createGateway({
    ...{ guard, clients, exclusively: async work => work(), ...rest },
    upstreams: { openai: `${url}/v1`, anthropic: url, gemini: url, ollama: url },
    originOf: () => ({}),
    async restoreTool(tool, input) {
      const restored = await restoreToolInput(tool, input, { vault, policy, files, ask: async () => false });
      guard.recordRestore(restoresOf('gateway', tool, restored));
      return restored.input;
    },
    tell: notice => notices.push(notice),
  });
  const listening = await gateway.listen(0);
  return {
    ...{ url: listening.url, guard, provider, notices, records },
    stop: async () => {
      await gateway.close();
      await provider.stop();
    },
  };
}

/** Every path lies in the workspace and is published by nobody. */
const workspaceFiles: FilePlaces = {
  describe: async path => ({ relative: path, published: false, holdsValue: () => false }),
};
