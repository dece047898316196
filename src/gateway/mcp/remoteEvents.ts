import { decoded } from '../passAnswer';
import { isEvents, ownPath } from './answers';
import { type ServerEvent, textsOfEvents } from './events';
import { RemoteFault, refusalOf } from './remoteHttp';
import { Refused, type RemoteTransport, SessionGone, type TransportParts } from './remoteTransport';

/** The older transport: one stream of events, whose first names the address that messages are sent to; all answers come by it. */
export function createEventStream({ http, target, most, hear, gone }: TransportParts): RemoteTransport {
  let address: URL | undefined;
  let stream = new AbortController();
  const pump = async (events: AsyncGenerator<ServerEvent>, own: URL) => {
    try {
      for await (const { data } of events) if (data !== undefined) await hear(data);
    } catch {
      // It broke off: as good as its end.
    }
    // Another stream may have begun since.
    if (address !== own) return;
    address = undefined;
    gone();
  };
  return {
    async open(signal) {
      if (address) return;
      const stop = new AbortController();
      stream = stop;
      const late = setTimeout(() => stop.abort(), patience);
      const both = AbortSignal.any([signal, stop.signal]);
      try {
        const from = await http.call({ method: 'GET', target, headers: { accept: 'text/event-stream' }, signal: both });
        if (!isEvents(from)) throw new Refused(from.statusCode ?? 0, await refusalOf(from));
        const events = textsOfEvents(decoded(from), most);
        address = await endpointOf(events, target);
        void pump(events, address);
      } catch (error) {
        stop.abort();
        throw error;
      } finally {
        clearTimeout(late);
      }
    },
    async send(text, _asked, signal) {
      const within = address;
      if (!within) throw new SessionGone();
      const answer = await http.call({ method: 'POST', target: within, headers: {}, body: text, signal });
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 299) {
        const words = await refusalOf(answer);
        if (status !== 404) throw new Refused(status, words);
        if (address === within) this.forget();
        throw new SessionGone(words);
      }
      answer.resume();
    },
    speaks: () => undefined,
    listen: () => undefined,
    forget() {
      address = undefined;
      stream.abort();
    },
    end: async () => undefined,
  };
}

/** Milliseconds until the first event has to be there. */
const patience = 10_000;

async function endpointOf(events: AsyncGenerator<ServerEvent>, target: URL): Promise<URL> {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new RemoteFault('its stream ended before it named an address for messages');
    if (value.name !== 'endpoint') continue;
    const path = ownPath(value.data ?? '', target);
    if (path === undefined) throw new RemoteFault('it names an address for messages that is elsewhere');
    return new URL(target.origin + path);
  }
}
