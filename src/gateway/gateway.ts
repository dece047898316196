import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { GatewayObservation } from '../core/gatewayObservation';
import type { Guard } from '../core/guard';
import type { Destination, Source, VaultEntry } from '../core/model';
import { answered } from '../core/restores';
import { admit, type GatewayClient, tokenHeader } from './access';
import { createAnswer, type Listener } from './answer';
import { connectionHeaders } from './connectionHeaders';
import { destinationOf } from './destination';
import type { ToolCall } from './formats/format';
import { objectOf, parsed, textOf } from './json';
import { createLoopback, type Gateway } from './loopback';
import { type Notice, noticesOf } from './notices';
import { passAnswer } from './passAnswer';
import { readBody } from './readBody';
import { createRedactor, type Redacted } from './redactJson';
import { type Refusal, refusalBody } from './refusal';
import { type Provider, type Route, routeOf, type Upstreams } from './route';
import { sendRefusal } from './sendRefusal';
import { createUpstream, type Opened } from './upstream';
import { utf8 } from './utf8';
import { DuplicateKey } from './walkJson';

/** What the gateway needs of the outside. */
export interface GatewayParts {
  readonly guard: Guard;
  readonly upstreams: Upstreams;
  /** Who may use it; empty for everybody on this machine. */
  readonly clients: readonly GatewayClient[];
  /** Does work that gives out placeholders, while nobody else who has the same map does. */
  exclusively<T>(work: () => T): Promise<T>;
  /** Puts values into a tool's input as far as the policy lets them go there. */
  restoreTool(tool: string, input: unknown): Promise<unknown>;
  /** What is known of where a tool's result comes from. */
  originOf(call: ToolCall): Source;
  /** Hears a text of an answer of a model while it comes; see `answer.ts`. */
  listen?(model: string): Listener;
  /** Hears what a person should know; holds no value. Must not throw. */
  tell(notice: Notice): void;
  /** Hears of each request when its answer has ended. Must not throw. */
  measure?(measured: GatewayObservation): void;
  /** Bytes that a request's body may have, unpacked. */
  readonly mostBytes?: number;
}

/**
 * The proxy between AI clients and their providers: what goes out is redacted, what comes back is restored. Whatever goes wrong
 * on the way out is an error for the client, in its provider's own words.
 */
export function createGateway(parts: GatewayParts): Gateway {
  const upstream = createUpstream();
  const exchange = createExchange(parts, createRedactor({ ...parts, giveWay: () => turn() }), upstream.open);
  const gateway = createLoopback(exchange, upstream.close);
  // Codex tries a websocket first, and goes on without one when it hears this.
  gateway.server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return gateway;
}

/** The providers' own limits lie below: 32 MB at Anthropic, 50 MB at OpenAI, 20 MB at Gemini. */
const defaultMost = 64 * 1024 * 1024;

type Redact = ReturnType<typeof createRedactor>;
type Open = ReturnType<typeof createUpstream>['open'];

/** One request and its answer; never rejects. */
function createExchange(parts: GatewayParts, redact: Redact, open: Open) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    response.on('close', () => response.writableFinished || gone.abort());
    response.on('error', () => gone.abort());
    let provider: Provider = 'openai';
    let opened: Opened | undefined;
    const measured = measureExchange(parts, response);
    try {
      const admission = admit(request.url ?? '/', request.headers, parts.clients);
      if ('client' in admission) measured.client = admission.client;
      if ('status' in admission)
        return refuse(request, response, provider, { status: admission.status, message: admission.why });
      // Claude Code looks whether there is somebody.
      if (admission.path === '/') return void response.writeHead(200).end();
      const route = routeOf(admission.path, request.headers, parts.upstreams);
      if (typeof route === 'string') return refuse(request, response, route, noUpstream(route));
      provider = route.provider;
      measured.provider = provider;
      // While the request is looked at, hands are shaken with the provider.
      opened = open({ method: request.method ?? 'GET', target: route.target, signal: gone.signal });
      const body = await readBody(request, parts.mostBytes ?? defaultMost);
      if ('status' in body) return refuse(request, response, provider, body);
      measured.requestBytes = body.bytes.length;
      const began = performance.now();
      const outgoing = await redactBody(parts, redact, route, body.bytes);
      measured.overhead = (performance.now() - began) / 1000;
      if ('status' in outgoing) return refuse(request, response, provider, outgoing);
      await forward(parts, opened, { request, response, route, outgoing });
    } catch (error) {
      if (gone.signal.aborted) return;
      refuse(request, response, provider, failure(error));
    } finally {
      opened?.drop();
    }
  };
}

/** What is known of a request is written into it as it goes on. */
function measureExchange({ measure }: GatewayParts, response: ServerResponse) {
  const known = { client: '', provider: '', requestBytes: 0, overhead: 0 };
  const began = performance.now();
  const { socket } = response;
  const written = socket?.bytesWritten ?? 0;
  response.once('close', () =>
    measure?.({
      ...known,
      answerBytes: (socket?.bytesWritten ?? written) - written,
      seconds: (performance.now() - began) / 1000,
      // A client that goes away early gets no status at all: nginx's 499.
      status: response.writableFinished ? response.statusCode : 499,
      refused: response.getHeader('x-lockside') === 'refused',
    }),
  );
  return known;
}

/** A body as it may go out, and what its answer is compared with. */
interface Outgoing {
  readonly bytes: Buffer | undefined;
  readonly model: string;
  readonly streams: boolean;
}

async function redactBody(
  parts: GatewayParts,
  redact: Redact,
  route: Route,
  bytes: Buffer,
): Promise<Outgoing | Refusal> {
  if (bytes.length === 0) return { bytes: undefined, model: route.model ?? '', streams: false };
  const text = utf8(bytes);
  if (text === undefined) return blocked('its body is neither JSON nor text');
  const json = /^\s*[[{"]/.test(text) ? parsed(text) : undefined;
  if (!json && /^\s*[[{]/.test(text)) return blocked('its body is broken JSON');
  const body = objectOf(json?.value);
  const model = route.model ?? textOf(body.model) ?? '';
  const destination = destinationOf(route.provider, model, route.target.hostname);
  const redacted = json
    ? await redact({
        json: text,
        value: json.value,
        shape: route.format.shape,
        destination,
        sourceOf: sourcesOf(parts, route, body),
      })
    : await redactPlain(redact, text, destination);
  if ('refused' in redacted) return { status: 400, message: redacted.refused };
  return { bytes: Buffer.from(redacted.json, 'utf8'), model, streams: body.stream === true };
}

async function redactPlain(redact: Redact, text: string, destination: Destination): Promise<Redacted> {
  const json = JSON.stringify(text);
  const redacted = await redact({ json, value: text, shape: 'plain', destination, sourceOf: () => ({}) });
  return 'refused' in redacted ? redacted : { json: JSON.parse(redacted.json) as string };
}

function sourcesOf(
  { originOf }: GatewayParts,
  { format }: Route,
  body: Parameters<NonNullable<Route['format']['calls']>>[0],
) {
  let sources: Map<string, Source> | undefined;
  return (call: string): Source => {
    sources ??= new Map((format.calls?.(body) ?? []).map(one => [one.id, originOf(one)]));
    return sources.get(call) ?? {};
  };
}

interface Forwarding {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Route;
  readonly outgoing: Outgoing;
}

async function forward(parts: GatewayParts, opened: Opened, { request, response, route, outgoing }: Forwarding) {
  const { target, format, provider } = route;
  const headers = outgoingHeaders(request, target, outgoing.bytes);
  const from = await opened.send(headers, outgoing.bytes);
  const { guard, restoreTool, tell } = parts;
  const carried = (host: string) =>
    tell({
      kind: 'carried-out',
      message: `an answer of ${outgoing.model} would have carried data to ${host}: it was stopped`,
    });
  const listen = parts.listen && (() => parts.listen!(outgoing.model));
  const restored = new Set<VaultEntry>();
  const answer = createAnswer({
    ...{ vault: guard.vault, restoreTool, carried, restored: entry => restored.add(entry) },
    ...(listen ? { listen } : {}),
  });
  const list = target.pathname.endsWith(':streamGenerateContent');
  const model = destinationOf(provider, outgoing.model, target.hostname).name;
  try {
    const by = await passAnswer(from, response, { format, provider, answer, streams: outgoing.streams, list });
    // The client has its answer: what there is to be said about it may take its time.
    setImmediate(() => tellAll(parts, answer.said(), outgoing.model, by));
  } finally {
    // Whoever breaks an answer off has what came before.
    guard.recordRestore(answered('gateway', model, restored));
  }
}

function tellAll({ guard, tell }: GatewayParts, said: string, asked: string, answered: unknown): void {
  if (said === '' && answered === undefined) return;
  try {
    for (const notice of noticesOf(guard.scanner, said, asked, answered)) tell(notice);
  } catch {
    // The answer is out; what is left is to say that nobody has looked at it.
    tell({ kind: 'literal-secret', message: `the answer of ${asked} could not be looked at` });
  }
}

/** Those of the connection, and those that tell of the body as it was, are not the client's any more. */
const ownHeaders = new Set<string>([
  ...connectionHeaders,
  ...['content-length', 'content-encoding', 'accept-encoding', tokenHeader],
]);

export function outgoingHeaders({ headers }: IncomingMessage, { host }: URL, bytes: Buffer | undefined) {
  const kept = Object.entries(headers).filter(([name]) => !ownHeaders.has(name));
  return {
    ...Object.fromEntries(kept),
    host,
    'accept-encoding': 'identity',
    ...(bytes ? { 'content-length': bytes.length } : {}),
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, provider: Provider, refusal: Refusal): void {
  // What is still on its way is not read: the connection is of no more use.
  sendRefusal(response, refusal.status, refusalBody(provider, refusal), !request.readableEnded);
}

function blocked(why: string): Refusal {
  return { status: 400, message: `Lockside blocked this request: ${why}.` };
}

function noUpstream(provider: Provider): Refusal {
  return {
    status: 404,
    message: `Lockside has no upstream for ${provider}: start it with --upstream ${provider}=URL.`,
  };
}

/** An error's own words could quote what it failed at. */
function failure(error: unknown): Refusal {
  if (error instanceof DuplicateKey) return blocked('its JSON says the same key twice');
  const code = (error as { code?: unknown } | null)?.code;
  const said = typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
  if (said === undefined) return { status: 400, message: 'Lockside blocked this request: it could not be looked at.' };
  return { status: 502, message: `Lockside could not reach the provider (${said}).` };
}
