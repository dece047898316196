// A model on loopback: it records every request and answers as the scripted agent says.
import http from 'node:http';
import { reply } from './agent.mjs';
import { createRandom } from './random.mjs';

/**
 * Starts an OpenAI-compatible endpoint. `bodies` grows with each request, whatever its address. Answers stream in small
 * chunks of random size, so that whoever reads them has to cope with a cut at any place.
 */
export async function startEndpoint({ seed = 1 } = {}) {
  const bodies = [];
  const random = createRandom(seed);
  const server = http.createServer(async (request, response) => {
    const body = await read(request);
    bodies.push(body);
    if (!request.url.includes('/chat/completions')) return response.writeHead(404).end('{}');
    const conversation = JSON.parse(body);
    const answer = reply(conversation, bodies.length);
    if (conversation.stream) stream(response, answer, random);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whole(answer)));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}/v1/chat/completions`,
    bodies,
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
        url,
        toolCalling: true,
        vision: false,
        maxInputTokens: 400_000,
        maxOutputTokens: 8_000,
      },
    ],
  },
];

function stream(response, answer, random) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (delta, finish = null) =>
    response.write(
      `data: ${JSON.stringify({ ...envelope, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
    );
  send({ role: 'assistant', content: '' });
  for (const content of pieces(answer.text ?? '', random)) send({ content });
  if (answer.call) {
    const { name, input, id } = answer.call;
    send({ tool_calls: [{ index: 0, id, type: 'function', function: { name, arguments: '' } }] });
    for (const part of pieces(JSON.stringify(input), random))
      send({ tool_calls: [{ index: 0, function: { arguments: part } }] });
  }
  send({}, answer.call ? 'tool_calls' : 'stop');
  response.end('data: [DONE]\n\n');
}

function whole({ text, call }) {
  const calls = call && [
    { id: call.id, type: 'function', function: { name: call.name, arguments: JSON.stringify(call.input) } },
  ];
  const message = { role: 'assistant', content: text ?? null, ...(calls ? { tool_calls: calls } : {}) };
  return {
    ...envelope,
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: calls ? 'tool_calls' : 'stop' }],
  };
}

const envelope = { id: 'answer', object: 'chat.completion.chunk', created: 1, model: 'recorder-1' };

function pieces(text, random) {
  const parts = [];
  for (let at = 0; at < text.length; ) {
    const length = 1 + random.below(7);
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return parts;
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
