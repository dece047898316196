import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { parsed } from '../json';
import { createLines, hasMethod, idAtEnds, type Line } from './lines';
import { errorText } from './message';
import type { McpParts, Wire } from './parts';
import { createSession } from './session';

/** The streams of a client and of the server that it believes to talk with. */
export interface StdioEnds {
  /** What the client writes, and what it reads. */
  readonly input: Readable;
  readonly output: Writable;
  readonly server: { readonly stdin: Writable; readonly stdout: Readable };
}

export interface StdioProxy {
  /** Settles when the client has said its last. */
  readonly clientGone: Promise<void>;
  /** Settles when all that the server said has been handed on; with the number of requests that it left unanswered. */
  readonly serverGone: Promise<number>;
}

/** Bytes that a message may have, as at the gateway. */
export const defaultMost = 64 * 1024 * 1024;

/** Stands between a client and a server that talk in lines. Each way waits where the other side doesn't read. */
export function proxyStdio(parts: McpParts, { input, output, server }: StdioEnds, most = defaultMost): StdioProxy {
  const session = createSession(parts);
  const toServer = createWriter(server.stdin);
  const toClient = createWriter(output);
  const wireWith = (end: string): Wire => ({
    toServer: text => toServer(text + end),
    toClient: text => toClient(text + end),
    ask: text => toClient(text + end),
  });
  const wires: Readonly<Record<string, Wire>> = { '\n': wireWith('\n'), '\r\n': wireWith('\r\n') };
  const wireOf = (end: string) => wires[end] ?? (wires['\n'] as Wire);

  const waiting = new Set<Promise<void>>();
  const fromClient = async (line: Line) => {
    if ('text' in line) {
      const { later } = await session.fromClient(line.text, wireOf(line.end));
      // It waits for a person or for the server; what comes behind it doesn't.
      if (later) waiting.add(later);
      later?.catch(() => undefined).finally(() => waiting.delete(later));
      return;
    }
    const id = idAtEnds(line.head, line.tail);
    if (id === undefined) parts.tell(`a message to ${parts.server} has ${tooLong(line.bytes, most)}: it was dropped`);
    else await toClient(`${errorText(id, `Lockside refused this message: it has ${tooLong(line.bytes, most)}.`)}\n`);
  };

  const fromServer = async (line: Line) => {
    if ('text' in line) return session.fromServer(line.text, wireOf(line.end));
    const why = `Lockside held this message of ${parts.server} back: it has ${tooLong(line.bytes, most)}.`;
    parts.tell(why);
    if (hasMethod(line.head)) return;
    const id = idAtEnds(line.head, line.tail);
    // Whose it is can't be told: nobody is to wait for it.
    for (const one of id === undefined ? session.open() : [id]) {
      session.settle(one);
      await toClient(`${errorText(one, why)}\n`);
    }
  };

  const clientGone = pump(input, most, fromClient).then(() => {
    session.clientGone();
    void Promise.allSettled(waiting).then(() => server.stdin.end());
  });
  const serverGone = pump(server.stdout, most, fromServer).then(() => {
    session.serverGone();
    return session.open().length;
  });
  return { clientGone, serverGone };
}

function tooLong(bytes: number, most: number): string {
  return `${Math.round(bytes / 1048576)} MB, more than ${Math.round(most / 1048576)} MB`;
}

/** Hands on each line when the one before it is dealt with. A half line at the end is no message. */
async function pump(source: Readable, most: number, handle: (line: Line) => Promise<void>): Promise<void> {
  const lines = createLines(most);
  let last: Promise<void> = Promise.resolve();
  let open = 0;
  // An iterator over the stream would take longer for a small message than the message itself does.
  source.on('data', (chunk: Buffer) => {
    const ready = lines.push(chunk);
    if (ready.length === 0) return;
    if (++open === mostWaiting) source.pause();
    last = last.then(async () => {
      for (const line of ready) await handle(line);
      if (--open === 0 && source.isPaused()) source.resume();
    });
  });
  // A stream that breaks off is as good as its end.
  await finished(source, { writable: false }).catch(() => undefined);
  await last;
  const rest = lines.rest();
  if (rest && 'text' in rest && parsed(rest.text)) await handle(rest);
}

/** Chunks of a stream that may wait to be dealt with; they have at most 64 KB each. */
const mostWaiting = 16;

/** Writes one after the other; settles when there is room for more, or nobody is there to read any longer. */
export function createWriter(stream: Writable): (text: string) => Promise<void> {
  const waiting = new Set<() => void>();
  const go = () => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  stream.on('error', go).on('drain', go).on('close', go);
  return async text => {
    if (stream.destroyed || stream.writableEnded || stream.write(text)) return;
    await new Promise<void>(resolve => waiting.add(resolve));
  };
}
