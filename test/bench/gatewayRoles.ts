import { createServer, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The other processes of the gateway's bench: `endpoint` is a model that answers at once, `pass URL` a proxy that changes nothing. */
const [, , role, upstream = ''] = process.argv;

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  if (role === 'pass') {
    const { method, headers, url } = request;
    const sent = send(upstream + url, { method, headers });
    sent.on('response', from => {
      response.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(response);
    });
    sent.on('error', () => response.destroy());
    request.pipe(sent);
    return;
  }
  request.resume().on('end', () => void answer(response, Number(request.headers['x-events'] ?? 1)));
});

/** So many events, each written by itself, as a model's server does. */
async function answer(response: ServerResponse, events: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let i = 0; i < events; i++) {
    const text = words[i % words.length] as string;
    const event = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } };
    const piece = `event: content_block_delta\ndata: ${JSON.stringify(event)}\n\n`;
    if (!response.write(piece)) await new Promise<void>(go => response.once('drain', go));
    if (response.destroyed) return;
  }
  response.end('event: message_stop\ndata: {"type":"message_stop"}\n\n');
}

const words = 'The function reads the settings, checks each of them and returns what is wrong with it .'.split(
  /(?<= )/,
);

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
