import type { ServerResponse } from 'node:http';

/** Answers with an error in JSON, or breaks the answer off where it has begun; `closes` where the connection is of no more use. */
export function sendRefusal(response: ServerResponse, status: number, body: string, closes: boolean): void {
  if (response.headersSent) return void response.destroy();
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-lockside': 'refused',
  };
  response.writeHead(status, { ...headers, ...(closes ? { connection: 'close' } : {}) }).end(body);
}
