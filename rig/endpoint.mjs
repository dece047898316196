// A model on loopback: it records every request, on every wire, and answers as the scripted agent says.
import http from 'node:http';
import zlib from 'node:zlib';
import { reply } from './agent.mjs';
import { createRandom } from './random.mjs';
import { wires } from './wires.mjs';

/**
 * Starts the endpoint. `bodies` and `heads` (address and headers) grow with each request, whatever its address;
 * `conversations` with each that is understood. Answers stream in small chunks of random size.
 */
export async function startEndpoint({ seed = 1 } = {}) {
  const bodies = [];
  const heads = [];
  const conversations = [];
  const random = createRandom(seed);
  const server = http.createServer(async (request, response) => {
    const body = await read(request);
    bodies.push(body);
    heads.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    const { pathname } = new URL(request.url, 'http://rig');
    const wire = request.method === 'POST' && wires.find(({ takes }) => takes(pathname));
    if (!wire) return answerBeside(pathname, response);
    const conversation = wire.read(JSON.parse(body), pathname);
    conversations.push({ wire: wire.name, ...conversation });
    const said = reply(conversation, bodies.length);
    wire.write(outlet(response, conversation.stream), said, { ...conversation, random });
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    ...{ bodies, heads, conversations },
    stop: () => new Promise(resolve => server.close(resolve).closeAllConnections()),
  };
}

/** The model as chatLanguageModels.json has it: usable without signing in. */
export const modelsFile = url => [
  {
    vendor: 'customendpoint',
    name: 'Recorder',
    apiKey: 'none',
    apiType: 'chat-completions',
    models: [
      {
        id: 'recorder-1',
        name: 'Recorder',
        url: `${url}/v1/chat/completions`,
        toolCalling: true,
        vision: false,
        maxInputTokens: 400_000,
        maxOutputTokens: 8_000,
      },
    ],
  },
];

/** What clients ask beside: which models there are, how many tokens a text has. */
function answerBeside(path, response) {
  response.writeHead(200, { 'content-type': 'application/json' });
  if (path.endsWith('/count_tokens')) return response.end('{"input_tokens":10}');
  if (path.endsWith(':countTokens')) return response.end('{"totalTokens":10}');
  response.end('{"object":"list","data":[{"id":"recorder-1","object":"model","created":1,"owned_by":"rig"}]}');
}

function outlet(response, stream) {
  response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' });
  return {
    json: value => response.end(JSON.stringify(value)),
    data: value => response.write(`data: ${JSON.stringify(value)}\n\n`),
    event: (name, value) => response.write(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`),
    end: text => response.end(text),
  };
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return (decoders[request.headers['content-encoding']]?.(bytes) ?? bytes).toString('utf8');
}

const decoders = { gzip: zlib.gunzipSync, br: zlib.brotliDecompressSync, deflate: zlib.inflateSync };
