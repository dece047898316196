import assert from 'node:assert/strict';

/** A wire format as a test needs it: how a text goes out in it, and how an answer comes back. */
export interface Wire {
  readonly name: string;
  /** The path of a request, by whether its answer is to stream. */
  path(stream: boolean): string;
  /** A request that holds a text in many of the places that the format has for one. */
  request(text: string, stream: boolean): object;
  /** The text that stands first in a request. */
  firstText(request: unknown): string;
  /** The whole answer with a text, and a call of the tool `Write` where there is an input. */
  whole(text: string, input?: object): object;
  /** The same as the events of a stream. */
  stream(pieces: readonly string[], input?: readonly string[]): readonly string[];
  /** What a client reads out of either. */
  readWhole(body: unknown): Read;
  readStream(body: string): Read;
  readonly type?: string;
}

/** The text of an answer, and its tool call's input as JSON. */
export interface Read {
  readonly text: string;
  readonly input: string;
}

/** What stands at a path in something parsed; an empty text where nothing does. */
function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = path.reduce((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
  return found === undefined || found === null ? '' : typeof found === 'string' ? found : JSON.stringify(found);
}

const sse = (event: object, name?: string) => `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(event)}\n\n`;

function eventsOf(body: string): unknown[] {
  // Not by a pattern over lines: these also end at separators that JSON leaves as they are.
  const lines = body.split('\n').filter(line => line.startsWith('data: {'));
  return lines.map(line => JSON.parse(line.slice(6)) as unknown);
}

const chunk = (delta: object, finish: string | null = null) =>
  sse({
    id: 'a',
    object: 'chat.completion.chunk',
    model: 'm-1',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });

const chat: Wire = {
  name: 'openai chat completions',
  path: () => '/openai/v1/chat/completions',
  request: (text, stream) => ({
    model: 'm-1',
    stream,
    messages: [
      { role: 'system', content: text },
      { role: 'user', content: [{ type: 'text', text }] },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'call_1', type: 'function', function: { name: 'Read', arguments: JSON.stringify({ text }) } },
        ],
      },
      { role: 'tool', tool_call_id: 'call_1', content: text },
    ],
    tools: [{ type: 'function', function: { name: 'Write', description: text, parameters: { type: 'object' } } }],
    metadata: { about: text },
  }),
  firstText: request => textAt(request, 'messages', 0, 'content'),
  whole: (content, input) => ({
    model: 'm-1',
    choices: [
      {
        index: 0,
        message: {
          ...{ role: 'assistant', content },
          ...(input && {
            tool_calls: [{ id: 'c', type: 'function', function: { name: 'Write', arguments: JSON.stringify(input) } }],
          }),
        },
        finish_reason: 'stop',
      },
    ],
  }),
  stream: (pieces, input) => [
    chunk({ role: 'assistant', content: '' }),
    ...pieces.map(content => chunk({ content })),
    ...(input
      ? [
          chunk({ tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: 'Write', arguments: '' } }] }),
          ...input.map(part => chunk({ tool_calls: [{ index: 0, function: { arguments: part } }] })),
        ]
      : []),
    chunk({}, 'stop'),
    'data: [DONE]\n\n',
  ],
  readWhole: body => ({
    text: textAt(body, 'choices', 0, 'message', 'content'),
    input: textAt(body, 'choices', 0, 'message', 'tool_calls', 0, 'function', 'arguments'),
  }),
  readStream: body => ({
    text: joined(eventsOf(body), 'choices', 0, 'delta', 'content'),
    input: joined(eventsOf(body), 'choices', 0, 'delta', 'tool_calls', 0, 'function', 'arguments'),
  }),
};

/** What stands at one path in all events, one after the other. */
function joined(events: readonly unknown[], ...path: readonly (string | number)[]): string {
  return events.map(event => textAt(event, ...path)).join('');
}

const named = (event: { type: string } & Record<string, unknown>) => sse(event, event.type);

const anthropic: Wire = {
  name: 'anthropic messages',
  path: () => '/anthropic/v1/messages',
  request: (text, stream) => ({
    model: 'm-1',
    stream,
    max_tokens: 100,
    system: [{ type: 'text', text, cache_control: { type: 'ephemeral' } }],
    messages: [
      { role: 'user', content: text },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'as it was', signature: 'c2lnbmVk' },
          { type: 'tool_use', id: 'toolu_1', name: 'Read', input: { text } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'text', text }] },
          { type: 'document', title: text, source: { type: 'text', media_type: 'text/plain', data: text } },
          {
            type: 'document',
            source: { type: 'base64', media_type: 'text/plain', data: Buffer.from(text).toString('base64') },
          },
        ],
      },
    ],
    tools: [{ name: 'Write', description: text, input_schema: { type: 'object' } }],
    metadata: { user_id: text },
  }),
  firstText: request => textAt(request, 'system', 0, 'text'),
  whole: (text, input) => ({
    ...{ type: 'message', role: 'assistant', model: 'm-1', stop_reason: 'end_turn' },
    content: [{ type: 'text', text }, ...(input ? [{ type: 'tool_use', id: 't', name: 'Write', input }] : [])],
  }),
  stream: (pieces, input) => [
    named({
      type: 'message_start',
      message: { model: 'm-1', role: 'assistant', content: [], usage: { input_tokens: 1, output_tokens: 1 } },
    }),
    named({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    named({ type: 'ping' }),
    ...pieces.map(text => named({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
    named({ type: 'content_block_stop', index: 0 }),
    ...(input
      ? [
          named({
            type: 'content_block_start',
            index: 1,
            content_block: { type: 'tool_use', id: 't', name: 'Write', input: {} },
          }),
          ...input.map(part =>
            named({ type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: part } }),
          ),
          named({ type: 'content_block_stop', index: 1 }),
        ]
      : []),
    named({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 9 } }),
    named({ type: 'message_stop' }),
  ],
  readWhole: body => ({
    text: textAt(body, 'content', 0, 'text'),
    input: textAt(body, 'content', 1, 'input'),
  }),
  readStream: body => ({
    text: joined(eventsOf(body), 'delta', 'text'),
    input: joined(eventsOf(body), 'delta', 'partial_json'),
  }),
};

const completions: Wire = {
  name: 'openai completions',
  path: () => '/openai/v1/completions',
  request: (text, stream) => ({ model: 'm-1', stream, prompt: [text, 'and'], suffix: text }),
  firstText: request => textAt(request, 'prompt', 0),
  whole: text => ({ model: 'm-1', choices: [{ index: 0, text, finish_reason: 'stop' }] }),
  stream: pieces => [
    ...pieces.map(text => sse({ model: 'm-1', choices: [{ index: 0, text, finish_reason: null }] })),
    sse({ model: 'm-1', choices: [{ index: 0, text: '', finish_reason: 'stop' }] }),
    'data: [DONE]\n\n',
  ],
  readWhole: body => ({ text: textAt(body, 'choices', 0, 'text'), input: '' }),
  readStream: body => ({ text: joined(eventsOf(body), 'choices', 0, 'text'), input: '' }),
};

const responses: Wire = {
  name: 'openai responses',
  path: () => '/openai/v1/responses',
  request: (text, stream) => ({
    ...{ model: 'm-1', stream, instructions: text },
    input: [
      { role: 'user', content: text },
      { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
      { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text }], encrypted_content: 'b3BhcXVl' },
      { type: 'function_call', call_id: 'call_1', name: 'Read', arguments: JSON.stringify({ text }) },
      { type: 'function_call_output', call_id: 'call_1', output: text },
      { type: 'custom_tool_call', call_id: 'call_2', name: 'apply_patch', input: text },
      { type: 'custom_tool_call_output', call_id: 'call_2', output: [{ type: 'input_text', text }] },
    ],
    tools: [{ type: 'function', name: 'Write', description: text, parameters: { type: 'object' } }],
    metadata: { about: text },
  }),
  firstText: request => textAt(request, 'instructions'),
  whole: responseWith,
  stream(pieces, input = []) {
    const text = pieces.join('');
    const json = input.join('');
    const item = { type: 'message', id: 'msg_1', role: 'assistant', content: [{ type: 'output_text', text }] };
    const call = { type: 'function_call', id: 'fc_1', call_id: 'c', name: 'Write', arguments: json };
    const at = { output_index: 0, content_index: 0, item_id: 'msg_1' };
    const of = { output_index: 1, item_id: 'fc_1' };
    return [
      named({ type: 'response.created', response: { model: 'm-1', output: [] } }),
      named({ type: 'response.output_item.added', output_index: 0, item: { ...item, content: [] } }),
      ...pieces.map(delta => named({ type: 'response.output_text.delta', ...at, delta })),
      named({ type: 'response.output_text.done', ...at, text }),
      named({ type: 'response.content_part.done', ...at, part: item.content[0] }),
      named({ type: 'response.output_item.done', output_index: 0, item }),
      named({ type: 'response.output_item.added', output_index: 1, item: { ...call, arguments: '' } }),
      ...input.map(delta => named({ type: 'response.function_call_arguments.delta', ...of, delta })),
      named({ type: 'response.function_call_arguments.done', ...of, arguments: json }),
      named({ type: 'response.output_item.done', output_index: 1, item: call }),
      named({
        type: 'response.completed',
        response: responseWith(text, input.length > 0 ? JSON.parse(json) : undefined),
      }),
    ];
  },
  readWhole: body => ({
    text: textAt(body, 'output', 0, 'content', 0, 'text'),
    input: textAt(body, 'output', 1, 'arguments'),
  }),
  readStream(body) {
    const events = eventsOf(body);
    const of = (type: string) => events.filter(event => textAt(event, 'type') === type);
    const text = joined(of('response.output_text.delta'), 'delta');
    const input = joined(of('response.function_call_arguments.delta'), 'delta');
    // All three tellings of a text are to agree.
    const [completed] = of('response.completed');
    const tellings: [string, string, ...(string | number)[]][] = [
      [text, textAt(of('response.output_text.done')[0], 'text')],
      [text, textAt(of('response.output_item.done')[0], 'item', 'content', 0, 'text')],
      [text, textAt(completed, 'response', 'output', 0, 'content', 0, 'text')],
      [input, textAt(of('response.function_call_arguments.done')[0], 'arguments')],
      [input, textAt(of('response.output_item.done')[1], 'item', 'arguments')],
    ];
    for (const [one, other] of tellings) assert.equal(other, one);
    return { text, input };
  },
};

function responseWith(text: string, input?: object): object {
  const call = { type: 'function_call', id: 'fc_1', call_id: 'c', name: 'Write', arguments: JSON.stringify(input) };
  const message = { type: 'message', id: 'msg_1', role: 'assistant', content: [{ type: 'output_text', text }] };
  return { object: 'response', model: 'm-1', output: [message, ...(input ? [call] : [])] };
}

const geminiRequest = (text: string) => ({
  systemInstruction: { parts: [{ text }] },
  contents: [
    {
      role: 'user',
      parts: [{ text }, { inlineData: { mimeType: 'text/plain', data: Buffer.from(text).toString('base64') } }],
    },
    {
      role: 'model',
      parts: [{ functionCall: { id: 'f1', name: 'Read', args: { text } }, thoughtSignature: 'c2lnbmVk' }],
    },
    { role: 'user', parts: [{ functionResponse: { id: 'f1', name: 'Read', response: { output: text } } }] },
  ],
  tools: [{ functionDeclarations: [{ name: 'Write', description: text }] }],
});

const candidateWith = (parts: readonly object[], finishReason?: string) => ({
  candidates: [{ index: 0, content: { role: 'model', parts }, ...(finishReason && { finishReason }) }],
  modelVersion: 'm-1',
});

const geminiEvents = (pieces: readonly string[], input?: readonly string[]) => [
  ...pieces.map(text => candidateWith([{ text }])),
  ...(input ? [candidateWith([{ functionCall: { name: 'Write', args: JSON.parse(input.join('')) } }])] : []),
  { ...candidateWith([], 'STOP'), usageMetadata: {} },
];

/** What a client makes of the parts of all events. */
function readParts(events: readonly unknown[]): Read {
  const parts = events.flatMap(
    event =>
      (event as { candidates: { content: { parts: Record<string, unknown>[] } }[] }).candidates[0]!.content.parts,
  );
  return { text: joined(parts, 'text'), input: joined(parts, 'functionCall', 'args') };
}

const gemini: Wire = {
  name: 'gemini',
  path: stream => `/gemini/v1beta/models/m-1:${stream ? 'streamGenerateContent?alt=sse' : 'generateContent'}`,
  request: geminiRequest,
  firstText: request => textAt(request, 'systemInstruction', 'parts', 0, 'text'),
  whole: (text, args) =>
    candidateWith([{ text }, ...(args ? [{ functionCall: { name: 'Write', args } }] : [])], 'STOP'),
  stream: (pieces, input) => geminiEvents(pieces, input).map(event => sse(event)),
  readWhole: body => readParts([body]),
  readStream: body => readParts(eventsOf(body)),
};

const geminiList: Wire = {
  ...gemini,
  name: 'gemini, as a list',
  path: stream => `/gemini/v1beta/models/m-1:${stream ? 'streamGenerateContent' : 'generateContent'}`,
  type: 'application/json',
  stream: (pieces, input) => [
    '[',
    ...geminiEvents(pieces, input).map((event, i) => `${i === 0 ? '' : ',\r\n'}${JSON.stringify(event)}`),
    '\n]\n',
  ],
  readStream: body => readParts(JSON.parse(body) as unknown[]),
};

const line = (event: object) => `${JSON.stringify({ model: 'm-1', ...event })}\n`;

const ollamaChat: Wire = {
  name: 'ollama chat',
  path: () => '/ollama/api/chat',
  type: 'application/x-ndjson',
  request: (text, stream) => ({
    ...{ model: 'm-1', stream },
    messages: [
      { role: 'system', content: text },
      { role: 'user', content: text, images: ['aW1hZ2U='] },
      { role: 'assistant', content: '', tool_calls: [{ function: { name: 'Read', arguments: { text } } }] },
      { role: 'tool', tool_name: 'Read', content: text },
    ],
    tools: [{ type: 'function', function: { name: 'Write', description: text } }],
  }),
  firstText: request => textAt(request, 'messages', 0, 'content'),
  whole: (content, input) => ({
    model: 'm-1',
    message: {
      ...{ role: 'assistant', content },
      ...(input && { tool_calls: [{ function: { name: 'Write', arguments: input } }] }),
    },
    done: true,
  }),
  stream: (pieces, input) => [
    ...pieces.map(content => line({ message: { role: 'assistant', content }, done: false })),
    ...(input
      ? [
          line({
            message: {
              content: '',
              tool_calls: [{ function: { name: 'Write', arguments: JSON.parse(input.join('')) } }],
            },
            done: false,
          }),
        ]
      : []),
    line({ message: { role: 'assistant', content: '' }, done: true, eval_count: 1 }),
  ],
  readWhole: body => ({
    text: textAt(body, 'message', 'content'),
    input: textAt(body, 'message', 'tool_calls', 0, 'function', 'arguments'),
  }),
  readStream: body => ({
    text: joined(linesOf(body), 'message', 'content'),
    input: joined(linesOf(body), 'message', 'tool_calls', 0, 'function', 'arguments'),
  }),
};

const ollamaGenerate: Wire = {
  name: 'ollama generate',
  path: () => '/ollama/api/generate',
  type: 'application/x-ndjson',
  request: (text, stream) => ({ model: 'm-1', stream, system: text, prompt: text }),
  firstText: request => textAt(request, 'system'),
  whole: response => ({ model: 'm-1', response, done: true }),
  stream: pieces => [...pieces.map(response => line({ response, done: false })), line({ response: '', done: true })],
  readWhole: body => ({ text: textAt(body, 'response'), input: '' }),
  readStream: body => ({ text: joined(linesOf(body), 'response'), input: '' }),
};

function linesOf(body: string): unknown[] {
  return body
    .split('\n')
    .filter(Boolean)
    .map(json => JSON.parse(json) as unknown);
}

/** All of them: each test of a wire runs on every one. */
export const wires: readonly Wire[] = [
  ...[chat, completions, responses, anthropic],
  ...[gemini, geminiList, ollamaChat, ollamaGenerate],
];
