import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openGateway } from '../openGateway';
import { makeCanary } from './canaryFolder';

/** How each format carries a text, and how its answer says one. */
const formats: Readonly<
  Record<string, { path: string; ask: (text: string) => object; say: (text: string) => object }>
> = {
  'OpenAI chat': {
    path: 'openai/v1/chat/completions',
    ask: content => ({ model: 'm', messages: [{ role: 'user', content }] }),
    say: content => ({
      model: 'm',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    }),
  },
  'OpenAI responses': {
    path: 'openai/v1/responses',
    ask: input => ({ model: 'm', input }),
    say: text => ({
      ...{ id: 'r', model: 'm', status: 'completed' },
      output: [
        { type: 'message', id: 'm', role: 'assistant', content: [{ type: 'output_text', text, annotations: [] }] },
      ],
    }),
  },
  Anthropic: {
    path: 'anthropic/v1/messages',
    ask: content => ({ model: 'm', max_tokens: 9, messages: [{ role: 'user', content }] }),
    say: text => ({ id: 'm', type: 'message', role: 'assistant', model: 'm', content: [{ type: 'text', text }] }),
  },
  Gemini: {
    path: 'gemini/v1beta/models/m:generateContent',
    ask: text => ({ contents: [{ role: 'user', parts: [{ text }] }] }),
    say: text => ({ candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP' }] }),
  },
  Ollama: {
    path: 'ollama/api/chat',
    ask: content => ({ model: 'm', stream: false, messages: [{ role: 'user', content }] }),
    say: content => ({ model: 'm', done: true, message: { role: 'assistant', content } }),
  },
};

/** Sends a canary through a gateway to an endpoint of our own, once in each format; says what went wrong, nothing where all is well. */
export async function probeGateway(cwd: string): Promise<string[]> {
  const endpoint = await startEndpoint();
  const { gateway, close } = await openGateway({
    cwd,
    upstreams: Object.fromEntries(['openai', 'anthropic', 'gemini', 'ollama'].map(name => [name, endpoint.url])),
    clients: [],
    tell: () => undefined,
  });
  try {
    const { url } = await gateway.listen(0);
    const faults: string[] = [];
    for (const name of Object.keys(formats)) faults.push(...(await probe(name, url, endpoint.bodies)));
    return faults;
  } finally {
    await close();
    endpoint.stop();
  }
}

async function probe(name: string, url: string, bodies: string[]): Promise<string[]> {
  const { path, ask } = formats[name]!;
  const canary = makeCanary();
  bodies.length = 0;
  const response = await fetch(`${url}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ask(`The deploy token is ${canary}.`)),
    signal: AbortSignal.timeout(20_000),
  });
  const answer = await response.text();
  if (bodies.length === 0) return [`${name}: the gateway did not let a request through (${response.status})`];
  if (bodies.some(body => body.includes(canary))) return [`${name}: a canary arrived at the other end`];
  return answer.includes(canary) ? [] : [`${name}: a value did not come back restored`];
}

/** Records what it gets, and answers with the placeholders that stand in it. */
async function startEndpoint() {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    bodies.push(body);
    const format = Object.values(formats).find(({ path }) => request.url?.endsWith(path.split('/').at(-1) ?? ''));
    const text = /\bSECRET_\w+/.exec(body)?.[0] ?? 'nothing';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(format?.say(text) ?? {}));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, bodies, stop };
}
