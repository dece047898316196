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
    named({ type: 'message_start', message: { model: 'm-1', role: 'assistant', content: [] } }),
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
    named({ type: 'message_delta', delta: { stop_reason: 'end_turn' } }),
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

/** All of them: each test of a wire runs on every one. */
export const wires: readonly Wire[] = [chat, anthropic];
