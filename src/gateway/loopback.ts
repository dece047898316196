import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine's own address. */
export interface Gateway {
  /** Begins to listen; port 0 takes a free one. */
  listen(port: number): Promise<{ readonly port: number; readonly url: string }>;
  /** Whether nobody waits for an answer, or for the rest of one. */
  isIdle(): boolean;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Serves HTTP on loopback alone. No answer is too late: models think for minutes. `end` is called when it closes. */
export function createLoopback(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  end: () => void,
): Gateway & { readonly server: Server } {
  let open = 0;
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 75_000 }, (request, response) => {
    open++;
    response.once('close', () => open--);
    void handle(request, response);
  });
  return {
    server,
    listen: port =>
      new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, '127.0.0.1', () => {
          const { port: taken } = server.address() as AddressInfo;
          resolve({ port: taken, url: `http://127.0.0.1:${taken}` });
        });
      }),
    isIdle: () => open === 0,
    close: () =>
      new Promise(resolve => {
        end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
