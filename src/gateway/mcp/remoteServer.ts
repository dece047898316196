import { PassThrough, type Readable, Writable } from 'node:stream';
import { type Json, objectOf, parsed, textOf } from '../json';
import { tooLong } from './answers';
import { errorText, type Id, isId, type Message, messageOf } from './message';
import { type Answer, createOpenRequests } from './openRequests';
import { createEventStream } from './remoteEvents';
import { createRemoteHttp, faultWords } from './remoteHttp';
import { createStreamable } from './remoteStreamable';
import { Refused, type RemoteTransport, SessionGone } from './remoteTransport';
import { createSlots } from './slots';
import { createWriter, defaultMost } from './stdioProxy';

export interface RemoteParts {
  readonly target: URL;
  /** What the person's configuration sends along, such as a token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly server: string;
  /** Set where the server is said to speak the older transport alone. */
  readonly old: boolean;
  /** Hears what a person should know; holds no value. */
  tell(message: string): void;
  readonly mostBytes?: number;
  readonly patience?: Partial<Patience>;
}

/** Milliseconds. */
interface Patience {
  /** For the answer to `initialize`. */
  readonly begin: number;
  /** For the receipt of what has no answer: what is behind it waits. */
  readonly receipt: number;
  /** For answers when the client is gone. */
  readonly last: number;
}

/** A server behind an address, as one that is started: it reads and writes lines. */
export interface RemoteServer {
  /** Each write is one message. Its end ends the session, after answers that are on their way. */
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Ends the session at once; takes a second at most. */
  close(): Promise<void>;
}

/**
 * Reaches a server by streamable HTTP or, where it doesn't speak that, by the older transport. Every request is answered: with what the
 * server says or with what went wrong. A session that the server has forgotten is begun anew; what it was asked in between is not sent twice.
 */
export function connectRemote(parts: RemoteParts): RemoteServer {
  const patience: Patience = { begin: 60_000, receipt: 10_000, last: 5000, ...parts.patience };
  const most = parts.mostBytes ?? defaultMost;
  const http = createRemoteHttp(parts.headers);
  const out = new PassThrough();
  const put = createWriter(out);
  const all = new AbortController();
  const open = createOpenRequests();
  const slots = createSlots(mostAtOnce);
  let hello: Json | undefined;
  let listening = new AbortController();
  let renewing: Promise<void> | undefined;
  let renewals = 0;
  /** Set while the server has forgotten the session and no other has begun. */
  let lost = false;

  const say = (text: string) => put(`${text}\n`);
  const fail = async (asked: readonly Id[], error: unknown) => {
    const why =
      error instanceof RangeError
        ? tooLong(parts.server, most)
        : `Lockside got no answer of ${parts.server}: ${wordsOf(error)}.`;
    for (const id of asked) if (open.settle(id, undefined) === 'client') await say(errorText(id, why));
  };
  const hear = async (text: string) => {
    const value = parsed(text)?.value;
    // What is no message would break the client's own reading; whoever waits for it hears of that.
    if (typeof value !== 'object' || value === null) return;
    let own = false;
    for (const message of [value].flat().map(messageOf))
      if (message.kind === 'response' && message.id !== null) own = open.settle(message.id, message) === 'own' || own;
    if (!own) await say(/[\r\n]/.test(text) ? text.replace(/[\r\n]+/g, ' ') : text);
  };
  const shared = {
    http,
    target: parts.target,
    most,
    hear,
    isOpen: open.has,
    gone: () => void fail(open.ids(), brokeOff),
  };
  const [streamable, events] = [createStreamable(shared), createEventStream(shared)];
  let transport: RemoteTransport = parts.old ? events : streamable;

  const begin = async (text: string, asked: readonly Id[], signal: AbortSignal): Promise<void> => {
    try {
      await transport.open(signal);
      await transport.send(text, asked, signal);
    } catch (error) {
      if (!(error instanceof Refused) || !otherTransport.has(error.status)) throw error;
      const other = transport === events ? streamable : events;
      try {
        await other.open(signal);
      } catch {
        throw error;
      }
      transport = other;
      await transport.send(text, asked, signal);
    }
  };

  const speak = ({ result }: Answer) => transport.speaks(textOf(objectOf(result).protocolVersion));
  const listen = () => {
    listening.abort();
    listening = new AbortController();
    transport.listen(AbortSignal.any([all.signal, listening.signal]));
  };

  /** Begins the session anew in the client's own words, whose answer it has heard already. */
  const renew = async (): Promise<void> => {
    lost = true;
    transport.forget();
    const id = `lockside-again-${++renewals}`;
    const signal = AbortSignal.any([all.signal, AbortSignal.timeout(patience.begin)]);
    const answered = open.add([id], true);
    try {
      await transport.open(signal);
      await transport.send(JSON.stringify({ ...hello, id }), [id], signal);
      const answer = await Promise.race([answered, failedBy(signal)]);
      if (!answer || answer.error !== undefined) throw new Refused(0, 'it forgot this session and begins no other');
      speak(answer);
      await transport.send(initialized, [], signal);
      listen();
      lost = false;
    } finally {
      open.settle(id, undefined);
    }
    // It may be another one by now, with other tools: both the lock and the client look again.
    await say(changed);
  };

  const send = async (text: string, asked: readonly Id[], signal: AbortSignal): Promise<void> => {
    await renewing?.catch(() => undefined);
    const before = renewals;
    try {
      if (lost) throw new SessionGone();
      await transport.send(text, asked, signal);
    } catch (error) {
      if (!(error instanceof SessionGone) || hello === undefined) throw error;
      if (before === renewals) renewing = renew().finally(() => (renewing = undefined));
      await renewing;
      if (lost) throw error;
      await transport.send(text, asked, signal);
    }
  };

  const exchange = async (text: string, asked: readonly Id[]): Promise<void> => {
    const stop = new AbortController();
    const answered = open.add(asked, false, stop);
    await slots.enter();
    void answered.then(slots.leave);
    if (!asked.some(open.has)) return;
    const signal = AbortSignal.any([all.signal, stop.signal]);
    await send(text, asked, signal).catch((error: unknown) => fail(asked, error));
  };

  const initialize = async (text: string, message: Message & { kind: 'request' }): Promise<void> => {
    const signal = AbortSignal.any([all.signal, AbortSignal.timeout(patience.begin)]);
    const answered = open.add([message.id], false);
    try {
      transport.forget();
      await begin(text, [message.id], signal);
      const answer = await Promise.race([answered, failedBy(signal)]);
      if (answer?.result === undefined) return;
      hello = objectOf(parsed(text)?.value);
      lost = false;
      speak(answer);
    } catch (error) {
      await fail([message.id], error);
    }
  };

  /** Notifications and the client's own answers keep their order. */
  const pass = async (text: string, messages: readonly Message[]): Promise<void> => {
    const signal = AbortSignal.any([all.signal, AbortSignal.timeout(patience.receipt)]);
    await send(text, [], signal).catch((error: unknown) => {
      if (!all.signal.aborted) parts.tell(`a message for ${parts.server} was not taken: ${wordsOf(error)}`);
    });
    for (const message of messages) {
      if (message.kind !== 'notification') continue;
      if (message.method === 'notifications/initialized') listen();
      const { requestId } = message.params;
      if (message.method === 'notifications/cancelled' && isId(requestId)) open.cancel(requestId);
    }
  };

  const take = async (text: string): Promise<void> => {
    const messages = [parsed(text)?.value].flat().map(messageOf);
    const asked = messages.flatMap(one => (one.kind === 'request' ? [one.id] : []));
    const first = messages[0];
    if (first?.kind === 'request' && first.method === 'initialize') return initialize(text, first);
    if (asked.length > 0) return void exchange(text, asked);
    await pass(text, messages);
  };

  const close = async (): Promise<void> => {
    if (all.signal.aborted) return;
    await transport.end(AbortSignal.timeout(1000)).catch(() => undefined);
    all.abort();
    http.close();
    out.end();
  };

  const stdin = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => void take(String(chunk).trim()).then(() => done(), done),
    final: done => {
      const late = new Promise(resolve => setTimeout(resolve, patience.last).unref());
      void Promise.race([open.empty(), late])
        .then(close)
        .then(() => done(), done);
    },
  });
  return { stdin, stdout: out, close };
}

/** Requests that are on their way at the same time; each has a connection of its own. */
const mostAtOnce = 100;

/** What servers say that don't speak streamable HTTP, or not the older transport. */
const otherTransport: ReadonlySet<number> = new Set([400, 404, 405, 406, 415, 501]);

const brokeOff = { code: 'ECONNRESET' };
const initialized = '{"jsonrpc":"2.0","method":"notifications/initialized"}';
const changed = '{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}';

function wordsOf(error: unknown): string {
  if (error instanceof Refused) return error.words;
  if (error instanceof SessionGone) return 'the session with it is over';
  if ((error as { name?: unknown } | null)?.name === 'TimeoutError') return 'it does not answer';
  // A request that was stopped because of the time says that in its cause.
  const cause = (error as { cause?: { name?: unknown } } | null)?.cause;
  return cause?.name === 'TimeoutError' ? 'it does not answer' : faultWords(error);
}

function failedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
