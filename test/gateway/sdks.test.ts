import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { sample } from '../../src/core/detectors/sample';
import { type Reply, startGateway, type TestGateway } from './rig';
import { type Wire, wires } from './wires';

const token = sample('ghp_{alnum:30}{crc62:6}', 11);
const placeholder = 'SECRET_GITHUB_TOKEN_1';
const prompt = `the key is ${token}`;
const pieces = ['It is `SEC', 'RET_GIT', 'HUB_TOKEN_', '1`.'];
const answer = `It is \`${token}\`.`;
const input = { path: 'a.env', content: `KEY=${token}` };
const inputPieces = ['{"path":"a.env","con', `tent":"KEY=${placeholder.slice(0, 9)}`, `${placeholder.slice(9)}"}`];
const told = { path: 'a.env', content: `KEY=${placeholder}` };

describe('the official SDKs, through the gateway', () => {
  let gateway: TestGateway;
  before(async () => {
    gateway = await startGateway();
  });
  beforeEach(() => {
    gateway.provider.requests.length = 0;
  });
  afterEach(() => {
    for (const { body } of gateway.provider.requests) assert.ok(!body.includes(token), 'the provider got the value');
  });
  after(() => gateway.stop());

  const answers = (name: string, stream: boolean): void => {
    const wire = wires.find(it => it.name === name) as Wire;
    gateway.provider.reply = (): Reply =>
      stream
        ? { pieces: wire.stream(pieces, inputPieces) }
        : { body: JSON.stringify(wire.whole(pieces.join(''), told)) };
  };
  const fails = (body: object) => {
    gateway.provider.reply = () => ({ status: 400, body: JSON.stringify(body) });
  };
  const openai = () => new OpenAI({ baseURL: `${gateway.url}/openai/v1`, apiKey: 'key', maxRetries: 0 });
  const anthropic = () => new Anthropic({ baseURL: `${gateway.url}/anthropic`, apiKey: 'key', maxRetries: 0 });
  const gemini = () => new GoogleGenAI({ apiKey: 'key', httpOptions: { baseUrl: `${gateway.url}/gemini` } });

  describe('openai', () => {
    const messages = [{ role: 'user' as const, content: prompt }];
    it('gets whole chat completions with tools', async () => {
      answers('openai chat completions', false);
      const made = await openai().chat.completions.create({ model: 'm-1', messages });
      const { message } = made.choices[0]!;
      assert.equal(message.content, answer);
      const [call] = message.tool_calls ?? [];
      assert.ok(call?.type === 'function');
      assert.deepEqual(JSON.parse(call.function.arguments), input);
    });

    it('streams chat completions with tools, as its own helper puts them together', async () => {
      answers('openai chat completions', true);
      const stream = openai().chat.completions.stream({ model: 'm-1', messages });
      const { message } = (await stream.finalChatCompletion()).choices[0]!;
      assert.equal(message.content, answer);
      const [call] = message.tool_calls ?? [];
      assert.ok(call?.type === 'function');
      assert.deepEqual(JSON.parse(call.function.arguments), input);
    });

    it('gets whole responses', async () => {
      answers('openai responses', false);
      const made = await openai().responses.create({ model: 'm-1', input: prompt });
      assert.equal(made.output_text, answer);
      const call = made.output.find(item => item.type === 'function_call');
      assert.deepEqual(JSON.parse(call!.arguments), input);
    });

    it('streams responses', async () => {
      answers('openai responses', true);
      let text = '';
      let json = '';
      for await (const event of await openai().responses.create({ model: 'm-1', input: prompt, stream: true })) {
        if (event.type === 'response.output_text.delta') text += event.delta;
        if (event.type === 'response.function_call_arguments.delta') json += event.delta;
      }
      assert.equal(text, answer);
      assert.deepEqual(JSON.parse(json), input);
    });

    it('gets vectors, and reads errors', async () => {
      gateway.provider.reply = () => ({
        body: JSON.stringify({ object: 'list', data: [{ object: 'embedding', index: 0, embedding: [0.5, 0.25] }] }),
      });
      const client = openai();
      const vectors = await client.embeddings.create({ model: 'm-1', input: prompt, encoding_format: 'float' });
      assert.deepEqual(vectors.data[0]!.embedding, [0.5, 0.25]);
      fails({ error: { message: 'too long', type: 'invalid_request_error', code: 'context_length_exceeded' } });
      await assert.rejects(client.chat.completions.create({ model: 'm-1', messages }), error => {
        assert.ok(error instanceof OpenAI.BadRequestError);
        assert.equal(error.code, 'context_length_exceeded');
        return true;
      });
    });
  });

  describe('anthropic', () => {
    const body = { model: 'm-1', max_tokens: 100, messages: [{ role: 'user' as const, content: prompt }] };
    it('gets whole messages with tools', async () => {
      answers('anthropic messages', false);
      const { content } = await anthropic().messages.create(body);
      assert.ok(content[0]?.type === 'text' && content[1]?.type === 'tool_use');
      assert.equal(content[0].text, answer);
      assert.deepEqual(content[1].input, input);
    });

    it('streams messages with tools, as its own helper puts them together', async () => {
      answers('anthropic messages', true);
      const { content } = await anthropic().messages.stream(body).finalMessage();
      assert.ok(content[0]?.type === 'text' && content[1]?.type === 'tool_use');
      assert.equal(content[0].text, answer);
      assert.deepEqual(content[1].input, input);
    });

    it('counts tokens, and reads errors', async () => {
      gateway.provider.reply = () => ({ body: '{"input_tokens": 12}' });
      const { max_tokens: _most, ...counted } = body;
      assert.equal((await anthropic().messages.countTokens(counted)).input_tokens, 12);
      fails({ type: 'error', error: { type: 'invalid_request_error', message: 'no such model' } });
      await assert.rejects(anthropic().messages.create(body), error => {
        assert.ok(error instanceof Anthropic.BadRequestError);
        assert.match(error.message, /no such model/);
        return true;
      });
    });
  });

  describe('google', () => {
    it('gets whole answers with calls', async () => {
      answers('gemini', false);
      const made = await gemini().models.generateContent({ model: 'm-1', contents: prompt });
      assert.equal(made.candidates![0]!.content!.parts![0]!.text, answer);
      assert.deepEqual(made.functionCalls![0]!.args, input);
    });

    it('streams answers with calls', async () => {
      answers('gemini', true);
      let text = '';
      const calls: unknown[] = [];
      for await (const chunk of await gemini().models.generateContentStream({ model: 'm-1', contents: prompt })) {
        for (const part of chunk.candidates?.[0]?.content?.parts ?? []) text += part.text ?? '';
        calls.push(...(chunk.functionCalls ?? []).map(({ args }) => args));
      }
      assert.equal(text, answer);
      assert.deepEqual(calls, [input]);
    });

    it('reads errors', async () => {
      fails({ error: { code: 400, message: 'no such model', status: 'INVALID_ARGUMENT' } });
      await assert.rejects(gemini().models.generateContent({ model: 'm-1', contents: prompt }), /no such model/);
    });
  });

  it('tell their callers why the gateway blocked', async () => {
    const layers = [{ layer: 'workspace' as const, tightenOnly: false, rules: [{ action: 'block' as const }] }];
    const strict = await startGateway({ layers });
    try {
      const client = new OpenAI({ baseURL: `${strict.url}/openai/v1`, apiKey: 'key', maxRetries: 0 });
      const asked = client.chat.completions.create({ model: 'm-1', messages: [{ role: 'user', content: prompt }] });
      await assert.rejects(asked, error => {
        assert.ok(error instanceof OpenAI.BadRequestError);
        assert.match(error.message, /Lockside blocked this request: it holds GitHub/);
        assert.ok(!error.message.includes(token));
        return true;
      });
      assert.equal(strict.provider.requests.length, 0);
    } finally {
      await strict.stop();
    }
  });
});
