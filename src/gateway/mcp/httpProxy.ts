import type { IncomingMessage, ServerResponse } from 'node:http';
import { admit, type GatewayClient } from '../access';
import { outgoingHeaders } from '../gateway';
import { parsed } from '../json';
import { createLoopback, type Gateway } from '../loopback';
import { answerHeaders, decoded, withoutLength, write } from '../passAnswer';
import { readBody } from '../readBody';
import { createUpstream } from '../upstream';
import { utf8 } from '../utf8';
import { bounded, isEvents, ownPath, tooLong } from './answers';
import { rewriteEvent, textsOfEvents } from './events';
import { fail, refuse } from './httpRefusal';
import { idAtEnds } from './lines';
import { errorText, type Id, messageOf } from './message';
import type { McpParts, Wire } from './parts';
import { createReply, type Reply } from './reply';
import { createSession, type Session } from './session';
import { defaultMost } from './stdioProxy';

export interface McpHttpParts extends McpParts {
  /** Where the server is; nothing else is reached. */
  readonly target: URL;
  /** Empty for everybody on this machine. */
  readonly clients: readonly GatewayClient[];
  readonly mostBytes?: number;
}

/**
 * Stands before a server that is reached by HTTP: streamable HTTP with its sessions, and the older transport of a stream of events and
 * an address that its first event names. It listens on this machine's own address alone.
 */
export function createMcpHttpProxy(parts: McpHttpParts): Gateway {
  const upstream = createUpstream();
  return createLoopback(createHandler(parts, upstream.send), upstream.close);
}

type Send = ReturnType<typeof createUpstream>['send'];

/** A stream of the older transport, by the path that messages for it are sent to. */
interface OldStream {
  readonly session: Session;
  readonly wire: Wire;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: URL;
  /** What stands before a path of the server at this proxy. */
  readonly prefix: string;
  readonly signal: AbortSignal;
}

function createHandler(parts: McpHttpParts, send: Send) {
  const most = parts.mostBytes ?? defaultMost;
  const sessions = new Map<string, Session>();
  const old = new Map<string, OldStream>();
  /** For servers that have no sessions. */
  const only = createSession(parts);

  const sessionOf = ({ headers }: IncomingMessage): Session => {
    const id = headers['mcp-session-id'];
    if (typeof id !== 'string') return only;
    const known = sessions.get(id) ?? createSession(parts);
    sessions.set(id, known);
    if (sessions.size > mostSessions) sessions.delete(sessions.keys().next().value as string);
    return known;
  };

  const sendOn = (exchange: Exchange, body: Buffer | undefined, method = exchange.request.method ?? 'GET') =>
    send({
      ...{ method, target: exchange.target, body, signal: exchange.signal },
      headers: {
        ...outgoingHeaders(exchange.request, exchange.target, body),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
    });

  /** What the proxy itself says to the server; the answer is of no interest. */
  const sayQuietly = async (exchange: Exchange, text: string) => {
    const answer = await sendOn(exchange, Buffer.from(text), 'POST');
    answer.resume();
  };

  /** Hands each event of a stream on as the session lets it. */
  const passEvents = async (
    from: IncomingMessage,
    session: Session,
    put: (text: string) => Promise<void>,
    wire: Wire,
  ) => {
    for await (const frame of textsOfEvents(decoded(from), most)) {
      if (frame.data === undefined) await put(frame.raw);
      else {
        const toClient = (text: string) => put(text === frame.data ? frame.raw : rewriteEvent(frame.raw, text));
        await session.fromServer(frame.data, { ...wire, toClient });
      }
    }
  };

  const get = async (exchange: Exchange): Promise<void> => {
    const { request, response, prefix } = exchange;
    const from = await sendOn(exchange, undefined);
    const session = sessionOf(request);
    if (!isEvents(from)) return passPlain(from, session, createReply(response), exchange);
    response.writeHead(from.statusCode ?? 200, withoutLength(answerHeaders(from))).flushHeaders();
    const put = async (text: string) => write(response, text);
    const say = (text: string) => put(`event: message\ndata: ${text}\n\n`);
    const wire: Wire = { toServer: text => sayQuietly(exchange, text), toClient: say, ask: say };
    const paths: string[] = [];
    try {
      let own: Session | undefined;
      for await (const frame of textsOfEvents(decoded(from), most)) {
        const named = frame.name === 'endpoint' ? ownPath(frame.data ?? '', exchange.target) : undefined;
        if (named !== undefined) {
          own = createSession(parts);
          // Asks and refusals for what is sent there go this way; to the server they go by the address itself.
          const there = { ...exchange, target: new URL(exchange.target.origin + named), signal: exchange.signal };
          old.set(named, { session: own, wire: { ...wire, toServer: text => sayQuietly(there, text) } });
          paths.push(named);
          await put(rewriteEvent(frame.raw, prefix + named));
        } else if (frame.name === 'endpoint') throw new Error('the server names an address elsewhere');
        else if (frame.data === undefined) await put(frame.raw);
        else {
          const { data, raw } = frame;
          const inner = old.get(paths[0] ?? '')?.wire ?? wire;
          const toClient = (text: string) => put(text === data ? raw : rewriteEvent(raw, text));
          await (own ?? session).fromServer(data, { ...inner, toClient });
        }
      }
      response.end();
    } finally {
      for (const path of paths) {
        old.get(path)?.session.clientGone();
        old.get(path)?.session.serverGone();
        old.delete(path);
      }
    }
  };

  /** An answer that is no stream: JSON, or an error in words. */
  const passPlain = async (
    from: IncomingMessage,
    session: Session,
    reply: Reply,
    exchange: Exchange,
    id?: Id,
  ): Promise<void> => {
    reply.head(from.statusCode ?? 502, movedHeaders(withoutLength(answerHeaders(from)), exchange));
    const text = await bounded(decoded(from), most);
    const wire: Wire = { toServer: said => sayQuietly(exchange, said), toClient: reply.put, ask: reply.ask };
    if (text === undefined) await reply.put(errorText(id ?? null, tooLong(parts.server, most)));
    else if (text !== '') await session.fromServer(text, wire);
  };

  const post = async (exchange: Exchange, text: string): Promise<void> => {
    const { request, response, target } = exchange;
    const stream = old.get(target.pathname + target.search);
    const known = stream?.session ?? (isInitialize(text) ? createSession(parts) : sessionOf(request));
    const reply = createReply(response);
    const id = idOf(text);
    const wire: Wire = {
      async toServer(body, own) {
        const from = await sendOn(exchange, Buffer.from(body), 'POST');
        const begun = from.headers['mcp-session-id'];
        if (!own && typeof begun === 'string' && !sessions.has(begun)) sessions.set(begun, known);
        if (own) return passOwn(from, known, wire);
        if (!isEvents(from)) return passPlain(from, known, reply, exchange, id);
        await reply.events(from.statusCode ?? 200, withoutLength(answerHeaders(from)));
        try {
          await passEvents(from, known, reply.raw, { ...wire, toServer: said => sayQuietly(exchange, said) });
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          await reply.put(errorText(id ?? null, tooLong(parts.server, most)));
        }
      },
      toClient: reply.put,
      ask: reply.ask,
    };
    // Of the older transport everything but the receipt goes by the stream.
    const { later } = await known.fromClient(text, stream ? { ...stream.wire, toServer: wire.toServer } : wire);
    await later;
    await reply.end();
  };

  /** The answer to what the proxy itself has asked is the session's; what else comes with it is the client's. */
  const passOwn = async (from: IncomingMessage, session: Session, wire: Wire): Promise<void> => {
    if (isEvents(from))
      for await (const { data } of textsOfEvents(decoded(from), most))
        data !== undefined && (await session.fromServer(data, wire));
    else await session.fromServer((await bounded(decoded(from), most)) ?? '', wire);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    response.on('close', () => response.writableFinished || gone.abort());
    response.on('error', () => gone.abort());
    let id: Id | undefined;
    try {
      const admission = admit(request.url ?? '/', request.headers, parts.clients);
      if ('status' in admission) return refuse(response, admission.status, admission.why);
      const prefix = (request.url ?? '').slice(0, (request.url ?? '').length - admission.path.length);
      const target = new URL(parts.target.origin + admission.path);
      const exchange: Exchange = { request, response, target, prefix, signal: gone.signal };
      if (request.method === 'GET' || request.method === 'HEAD') return await finish(response, get(exchange));
      const body = await readBody(request, most);
      if ('status' in body) return refuse(response, body.status, body.message);
      const text = utf8(body.bytes);
      if (text === undefined) return refuse(response, 400, 'Lockside refused this message: it is not UTF-8.');
      id = idOf(text);
      if (request.method === 'POST') return await post(exchange, text);
      const reply = createReply(response);
      await passPlain(
        await sendOn(exchange, body.bytes.length > 0 ? body.bytes : undefined),
        sessionOf(request),
        reply,
        exchange,
      );
      if (request.method === 'DELETE') sessions.delete(String(request.headers['mcp-session-id'] ?? ''));
      await reply.end();
    } catch (error) {
      if (gone.signal.aborted) return;
      fail(response, parts.server, error, id);
    }
  };
}

const mostSessions = 10_000;

async function finish(response: ServerResponse, work: Promise<void>): Promise<void> {
  await work;
  if (!response.writableEnded) response.end();
}

/** Where the server has moved to is asked through the proxy as well. */
function movedHeaders(headers: Record<string, string | string[] | undefined>, { target, prefix }: Exchange) {
  const { location, ...rest } = headers;
  if (typeof location !== 'string') return rest;
  const path = ownPath(location, target);
  if (path === undefined) throw new Error('the server sends its clients elsewhere');
  return { ...rest, location: prefix + path };
}

function idOf(text: string): Id | undefined {
  return idAtEnds(text.slice(0, 4096), text.slice(-4096));
}

function isInitialize(text: string): boolean {
  if (!text.includes('initialize')) return false;
  return [parsed(text)?.value].flat().some(value => {
    const message = messageOf(value);
    return message.kind === 'request' && message.method === 'initialize';
  });
}
