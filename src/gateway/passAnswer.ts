import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import * as zlib from 'node:zlib';
import type { Answer } from './answer';
import type { EventHandler, Format } from './formats/format';
import type { Frame, Framing } from './framing/framing';
import { createJsonList } from './framing/jsonList';
import { createNdjson } from './framing/ndjson';
import { createSse } from './framing/sse';
import { type Json, objectOf, parsed } from './json';
import type { Provider } from './route';

export interface Answering {
  readonly format: Format;
  readonly provider: Provider;
  readonly answer: Answer;
  /** Whether the client asked for a stream. */
  readonly streams: boolean;
  /** Whether a stream is one list of JSON objects. */
  readonly list: boolean;
}

/**
 * Hands an answer on to the client with the values put back, as fast as the client reads. Errors, and whatever holds no text,
 * pass unchanged. Where the provider breaks off, so does this. Returns the model that answered, where it was named.
 */
export async function passAnswer(from: IncomingMessage, to: ServerResponse, answering: Answering): Promise<unknown> {
  const status = from.statusCode ?? 502;
  const headers = answerHeaders(from);
  const framing = status < 300 ? framingOf(from, answering) : undefined;
  const { format } = answering;
  if (framing && format.events) {
    to.writeHead(status, withoutLength(headers)).flushHeaders();
    return passEvents(decoded(from), to, framing, format.events(answering.answer), answering);
  }
  if (status < 300 && format.whole && isJson(from)) {
    const { bytes, model } = await restoreWhole(await allOf(decoded(from)), answering);
    to.writeHead(status, { ...withoutLength(headers), 'content-length': bytes.length }).end(bytes);
    return model;
  }
  const { 'content-encoding': encoding } = from.headers;
  to.writeHead(status, encoding ? { ...headers, 'content-encoding': encoding } : headers).flushHeaders();
  for await (const chunk of from) await write(to, chunk as Buffer);
  to.end();
  return undefined;
}

async function passEvents(
  source: Readable,
  to: ServerResponse,
  framing: Framing,
  handler: EventHandler,
  { answer, format }: Answering,
): Promise<unknown> {
  let model: unknown;
  const decoder = new StringDecoder('utf8');
  const frame = async (one: Frame): Promise<string> => {
    if (one.last) return written(await handler.end(), framing, one) + one.raw;
    const event = one.data === undefined ? undefined : parsed(one.data)?.value;
    if (typeof event !== 'object' || event === null) return one.raw;
    model ??= format.model?.(event as Json);
    const before = handler.event(event as Json);
    const extra = before instanceof Promise ? await before : before;
    const changed = answer.changed();
    if (!changed && extra.length === 0) return one.raw;
    return written(extra, framing, one) + (changed ? framing.write(event, one) : one.raw);
  };
  for await (const chunk of source) {
    let out = '';
    for (const one of framing.push(decoder.write(chunk as Buffer))) out += await frame(one);
    if (framing.rest().length > longestEvent) throw new Error('an event is too long');
    if (out !== '') await write(to, out);
  }
  const like: Frame = { raw: '', data: undefined };
  to.end(written(await handler.end(), framing, like) + framing.rest() + decoder.end());
  return model;
}

const longestEvent = 64 * 1024 * 1024;

function written(events: readonly unknown[], framing: Framing, like: Frame): string {
  return events.map(event => framing.write(event, like)).join('');
}

async function restoreWhole(bytes: Buffer, { format, answer }: Answering): Promise<{ bytes: Buffer; model?: unknown }> {
  const body = parsed(bytes.toString('utf8'))?.value;
  if (typeof body !== 'object' || body === null) return { bytes };
  const model = format.model?.(objectOf(body));
  await format.whole?.(objectOf(body), answer);
  return { bytes: answer.changed() ? Buffer.from(JSON.stringify(body), 'utf8') : bytes, model };
}

/** Waits until the client has room for more; a client that went away has. */
export function write(to: ServerResponse, piece: string | Buffer): Promise<void> | undefined {
  if (to.destroyed) throw new Error('the client went away');
  if (to.write(piece)) return undefined;
  return new Promise(resolve => {
    const done = () => {
      to.off('drain', done).off('close', done);
      resolve();
    };
    to.on('drain', done).on('close', done);
  });
}

const ownHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'trailer', 'upgrade']);

/** An answer's headers but for those of the connection and of its compression. */
export function answerHeaders({ headers }: IncomingMessage) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name)));
}

export function withoutLength({ 'content-length': _length, ...headers }: ReturnType<typeof answerHeaders>) {
  return headers;
}

function isJson({ headers }: IncomingMessage): boolean {
  return /json/i.test(headers['content-type'] ?? '');
}

function framingOf({ headers }: IncomingMessage, { streams, list }: Answering): Framing | undefined {
  const type = headers['content-type'] ?? '';
  if (/^text\/event-stream/i.test(type) || (type === '' && streams)) return createSse();
  if (/ndjson|jsonl/i.test(type)) return createNdjson();
  // Gemini's streams are one list of answers, unless the client asks for events.
  if (list && /json/i.test(type)) return createJsonList();
  return undefined;
}

/** Some providers compress although they were asked not to. */
export function decoded(from: IncomingMessage): Readable {
  const decoder = decoders[String(from.headers['content-encoding'] ?? '').toLowerCase()]?.();
  if (!decoder) return from;
  from.on('error', error => decoder.destroy(error));
  return from.pipe(decoder);
}

const decoders: Readonly<Record<string, (() => zlib.Gunzip | zlib.BrotliDecompress) | undefined>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
};

async function allOf(source: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += (chunk as Buffer).length;
    if (length > longestAnswer) throw new Error('the answer is too long');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

const longestAnswer = 256 * 1024 * 1024;
