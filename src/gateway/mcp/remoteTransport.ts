import type { Id } from './message';
import type { RemoteHttp } from './remoteHttp';

/** What both transports of a remote server are made of. */
export interface TransportParts {
  readonly http: RemoteHttp;
  readonly target: URL;
  /** Bytes that a message may have. */
  readonly most: number;
  /** Takes a message of the server; settles when there is room for more. */
  hear(text: string): Promise<void>;
  /** Whether a request is still to be answered. */
  isOpen(id: Id): boolean;
  /** The stream by which all answers were to come has ended. */
  gone(): void;
}

/** One way to talk with a remote server. Whatever goes wrong is a rejection that `faultWords` can say. */
export interface RemoteTransport {
  /** Sends a message; settles when the server has taken it, at streamable HTTP when `asked` is answered as well. */
  send(text: string, asked: readonly Id[], signal: AbortSignal): Promise<void>;
  /** Begins what has to stand before the first message. */
  open(signal: AbortSignal): Promise<void>;
  /** The session has begun in this version of the protocol. */
  speaks(version: string | undefined): void;
  /** Hears what the server says unasked, until the signal. */
  listen(signal: AbortSignal): void;
  /** Forgets a session that the server has forgotten. */
  forget(): void;
  /** Tells the server that the session is over. */
  end(signal: AbortSignal): Promise<void>;
}

/** The server doesn't know this session any more, and has not looked at the message. */
export class SessionGone extends Error {}

/** The server said no, with a status. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly words: string,
  ) {
    super(words);
  }
}
