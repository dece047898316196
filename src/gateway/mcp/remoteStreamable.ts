import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { decoded } from '../passAnswer';
import { bounded, isEvents } from './answers';
import { textsOfEvents } from './events';
import type { Id } from './message';
import { RemoteFault, refusalOf } from './remoteHttp';
import { Refused, type RemoteTransport, SessionGone, type TransportParts } from './remoteTransport';

/**
 * Streamable HTTP: each message is a POST whose answer is JSON or a stream of events; a stream that breaks off is taken up again where
 * its events have ids; what the server says unasked comes by a GET.
 */
export function createStreamable({ http, target, most, hear, isOpen }: TransportParts): RemoteTransport {
  let session: string | undefined;
  let spoken: string | undefined;
  const headers = (accept: string, last?: string) => ({
    accept,
    ...(session === undefined ? {} : { 'mcp-session-id': session }),
    ...(spoken === undefined ? {} : { 'mcp-protocol-version': spoken }),
    ...(last === undefined ? {} : { 'last-event-id': last }),
  });
  const get = (signal: AbortSignal, last?: string) =>
    http.call({ method: 'GET', target, headers: headers('text/event-stream', last), signal });

  /** Reads a stream to its end, and says where it could be taken up. */
  const readEvents = async (from: IncomingMessage, place: Place): Promise<void> => {
    for await (const { raw, data } of textsOfEvents(decoded(from), most)) {
      place.last = fieldOf(raw, 'id') ?? place.last;
      const wait = fieldOf(raw, 'retry');
      if (wait !== undefined && /^\d{1,6}$/.test(wait)) place.wait = Number(wait);
      if (data !== undefined) await hear(data);
    }
  };

  const readAnswers = async (first: IncomingMessage, asked: readonly Id[], signal: AbortSignal): Promise<void> => {
    const place: Place = { last: undefined, wait: firstWait };
    let from: IncomingMessage | undefined = first;
    for (let tries = 0; ; tries++) {
      try {
        from ??= await get(signal, place.last);
        if (!isEvents(from)) throw new Refused(from.statusCode ?? 0, await refusalOf(from));
        await readEvents(from, place);
      } catch (error) {
        if (signal.aborted || error instanceof RangeError || error instanceof Refused) throw error;
      }
      if (!asked.some(isOpen)) return;
      if (place.last === undefined || tries === mostTries)
        throw new RemoteFault(
          'the connection broke off before the answer came; whether it did what was asked is not known',
        );
      from = undefined;
      await sleep(place.wait, undefined, { signal });
    }
  };

  const listen = async (signal: AbortSignal): Promise<void> => {
    const place: Place = { last: undefined, wait: firstWait };
    for (;;) {
      try {
        const from = await get(signal, place.last);
        if (!isEvents(from) && (from.statusCode ?? 0) < 500) return void from.resume();
        if (isEvents(from)) {
          place.wait = firstWait;
          await readEvents(from, place);
        } else from.resume();
      } catch (error) {
        if (signal.aborted) return;
        // It would be as long the next time.
        if (error instanceof RangeError) place.last = undefined;
      }
      await sleep(place.wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      place.wait = Math.min(Math.max(place.wait, 100) * 2, longestWait);
    }
  };

  return {
    open: async () => undefined,
    async send(text, asked, signal) {
      const within = session;
      const answer = await http.call({ method: 'POST', target, headers: headers(both), body: text, signal });
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 299) {
        const words = await refusalOf(answer);
        // Some servers call a session that they don't know a bad request.
        if (within !== undefined && (status === 404 || (status === 400 && /session/i.test(words))))
          throw new SessionGone(words);
        throw new Refused(status, words);
      }
      const begun = answer.headers['mcp-session-id'];
      if (typeof begun === 'string') session = begun;
      if (isEvents(answer)) return readAnswers(answer, asked, signal);
      const said = await bounded(decoded(answer), most);
      if (said === undefined) throw new RangeError();
      if (said.trim() !== '') await hear(said);
      if (asked.some(isOpen)) throw new RemoteFault('it took this and answered nothing that is a message');
    },
    speaks(version) {
      spoken = version;
    },
    listen: signal => void listen(signal),
    forget() {
      session = undefined;
      spoken = undefined;
    },
    async end(signal) {
      if (session === undefined) return;
      const answer = await http.call({ method: 'DELETE', target, headers: headers(both), signal });
      answer.resume();
    },
  };
}

/** Where a stream could be taken up again, and after how many milliseconds. */
interface Place {
  last: string | undefined;
  wait: number;
}

const both = 'application/json, text/event-stream';
const firstWait = 1000;
const longestWait = 30_000;
const mostTries = 5;

function fieldOf(raw: string, name: 'id' | 'retry'): string | undefined {
  return new RegExp(`(?:^|[\\r\\n])${name}: ?([^\\r\\n]*)`).exec(raw)?.[1];
}
