import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { write } from '../passAnswer';

/** The answer to one POST: one JSON text, or a stream of events as soon as there is more to say than that. */
export interface Reply {
  /** What the server answered, for when all is said. */
  head(status: number, headers: OutgoingHttpHeaders): void;
  /** Begins a stream, with the server's own headers. */
  events(status: number, headers: OutgoingHttpHeaders): Promise<void>;
  /** A message to the client. */
  put(text: string): Promise<void>;
  /** A question to the client, which can't wait. */
  ask(text: string): Promise<void>;
  /** A piece of a stream, as it is. */
  raw(piece: string): Promise<void>;
  end(): Promise<void>;
}

export function createReply(response: ServerResponse): Reply {
  const texts: string[] = [];
  let status = 200;
  let headers: OutgoingHttpHeaders = {};
  const begin = async (code: number, own: OutgoingHttpHeaders) => {
    if (response.headersSent) return;
    response.writeHead(code, own).flushHeaders();
    for (const text of texts.splice(0)) await write(response, event(text));
  };
  const stream = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' };
  const reply: Reply = {
    head(code, own) {
      status = code;
      headers = own;
    },
    events: begin,
    async put(text) {
      if (response.headersSent) await write(response, event(text));
      else texts.push(text);
    },
    async ask(text) {
      await begin(200, stream);
      await write(response, event(text));
    },
    raw: async piece => write(response, piece),
    async end() {
      if (texts.length > 1) await begin(200, { ...headers, ...stream });
      if (response.headersSent) return void response.end();
      const [text] = texts;
      if (text === undefined)
        return void response.writeHead(status === 200 && !headers['content-type'] ? 202 : status, headers).end();
      const own = { 'content-type': 'application/json', ...headers, 'content-length': Buffer.byteLength(text) };
      response.writeHead(status, own).end(text);
    },
  };
  return reply;
}

function event(text: string): string {
  return `event: message\n${dataLines(text)}\n\n`;
}

/** Each line of a text is a line of data. */
export function dataLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(line => `data: ${line}`)
    .join('\n');
}
