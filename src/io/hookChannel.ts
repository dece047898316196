import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable that tells a hook process where the editor listens; a child of the extension host inherits it. */
export const addressVariable = 'LOCKSIDE_HOOKS';

const maximumMessage = 64 * 1024 * 1024;

export interface HookServer {
  /** A socket in a folder that only this user can enter, or a named pipe with an unguessable name on Windows. */
  readonly address: string;
  close(): Promise<void>;
}

/** Answers hook processes over a local socket: one message in, one message out, each ended by closing its side. */
export async function serveHooks(answer: (message: string) => Promise<string>): Promise<HookServer> {
  const folder = process.platform === 'win32' ? undefined : await mkdtemp(join(tmpdir(), 'lockside-'));
  const address = folder ? join(folder, 'hooks') : `\\\\.\\pipe\\lockside-${randomBytes(16).toString('hex')}`;
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, socket => {
    open.add(socket.on('close', () => open.delete(socket)));
    // A hook that went away gets no answer; it has failed closed on its side.
    socket.on('error', () => socket.destroy());
    readAll(socket)
      .then(answer)
      .then(
        text => socket.end(text),
        () => socket.destroy(),
      );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve));
  return {
    address,
    async close() {
      const closed = new Promise(resolve => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Passes a hook's message on to the editor and returns its answer. Rejects on any fault, and when `milliseconds` are over. */
export async function relayHook(address: string, message: string, milliseconds: number): Promise<string> {
  const socket = connect({ path: address, allowHalfOpen: true });
  socket.setTimeout(milliseconds, () =>
    socket.destroy(new Error(`the editor did not answer within ${milliseconds / 1000} s`)),
  );
  socket.end(message);
  const answer = await readAll(socket);
  if (answer === '') throw new Error('the editor gave no answer');
  return answer;
}

async function readAll(socket: Socket): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  // Left to itself, reading to the end would close the socket before the answer is written.
  for await (const piece of socket.iterator({ destroyOnReturn: false })) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size > maximumMessage) throw new Error('the message is too large');
  }
  return Buffer.concat(pieces).toString('utf8');
}
