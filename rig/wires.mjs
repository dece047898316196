// The four ways in which clients speak to models: what a request says, and how an answer to it is written.
import { pieces } from './random.mjs';

/**
 * Each wire reads a request into `{model, stream, tools, messages}` in the shape of chat completions, which the scripted agent
 * knows, and writes the agent's answer `{text, calls: [{id, name, input}]}`, streamed in small pieces of random size or whole.
 */
export const wires = [
  {
    name: 'openai-chat',
    takes: path => path.endsWith('/chat/completions'),
    read: ({ model, stream, tools = [], messages = [] }) => ({ model, stream, tools, messages }),
    write: writeChat,
  },
  {
    name: 'openai-responses',
    takes: path => path.endsWith('/responses'),
    read: readResponses,
    write: writeResponses,
  },
  {
    name: 'anthropic-messages',
    takes: path => path.endsWith('/messages'),
    read: readAnthropic,
    write: writeAnthropic,
  },
  {
    name: 'gemini',
    takes: path => /:(?:streamG|g)enerateContent$/.test(path),
    read: readGemini,
    write: writeGemini,
  },
];

function writeChat(out, { text, calls }, { stream, model, random }) {
  const envelope = { id: 'chatcmpl-rig', created: 1, model };
  const finish = calls.length > 0 ? 'tool_calls' : 'stop';
  const usage = { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 };
  if (!stream) {
    const tool_calls = calls.map(({ id, name, input }) => ({
      id,
      type: 'function',
      function: { name, arguments: JSON.stringify(input) },
    }));
    const message = { role: 'assistant', content: text, ...(calls.length > 0 ? { tool_calls } : {}) };
    const choices = [{ index: 0, message, finish_reason: finish }];
    return out.json({ ...envelope, object: 'chat.completion', choices, usage });
  }
  const send = (delta, finish_reason = null, more = {}) =>
    out.data({ ...envelope, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }], ...more });
  send({ role: 'assistant', content: '' });
  for (const content of pieces(text, random)) send({ content });
  calls.forEach(({ id, name, input }, index) => {
    send({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] });
    for (const part of pieces(JSON.stringify(input), random))
      send({ tool_calls: [{ index, function: { arguments: part } }] });
  });
  send({}, finish, { usage });
  out.end('data: [DONE]\n\n');
}

function readResponses({ model, stream, tools = [], input, instructions }) {
  const items = typeof input === 'string' ? [{ role: 'user', content: input }] : (input ?? []);
  return {
    model,
    stream,
    tools: tools.flatMap(functionsOf),
    messages: [
      ...(instructions ? [{ role: 'system', content: instructions }] : []),
      ...items.flatMap(item => messageOf(item)),
    ],
  };
}

/** Codex gives the tools of a server as a namespace, which a call has to name. */
const functionsOf = tool =>
  (tool.tools ?? [tool]).map(each => ({ ...toFunction(each), namespace: tool.tools && tool.name }));

const toFunction = ({ type, name, parameters, input_schema }) => ({
  type,
  function: { name: name ?? type, parameters: parameters ?? input_schema },
});

function messageOf({ type, role, content, output }) {
  if (type?.endsWith('_output')) return [{ role: 'tool', content: textOf(output) }];
  if (type?.endsWith('_call')) return [{ role: 'assistant', content: '' }];
  return role ? [{ role: role === 'developer' ? 'system' : role, content: textOf(content) }] : [];
}

const textOf = content => {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map(part => part.text ?? part.output ?? '').join('\n');
  return content === undefined ? '' : JSON.stringify(content);
};

function writeResponses(out, { text, calls }, { stream, model, tools, random }) {
  const toolOf = name => tools.find(tool => tool.function.name === name) ?? {};
  const message = {
    ...{ id: 'msg_rig', type: 'message', role: 'assistant', status: 'completed' },
    content: [{ type: 'output_text', text, annotations: [] }],
  };
  const callItems = calls.map(({ id, name, input }) =>
    toolOf(name).type === 'custom'
      ? { id: `ctc_${id}`, type: 'custom_tool_call', call_id: id, name, input: input.input, status: 'completed' }
      : {
          ...{
            id: `fc_${id}`,
            type: 'function_call',
            call_id: id,
            name,
            namespace: toolOf(name).namespace,
            status: 'completed',
          },
          arguments: JSON.stringify(input),
        },
  );
  const output = [...(text ? [message] : []), ...callItems];
  const usage = {
    ...{ input_tokens: 10, output_tokens: 10, total_tokens: 20 },
    ...{ input_tokens_details: { cached_tokens: 0 }, output_tokens_details: { reasoning_tokens: 0 } },
  };
  const response = { id: 'resp_rig', object: 'response', created_at: 1, model, status: 'completed', output, usage };
  if (!stream) return out.json(response);
  let sequence_number = 0;
  const send = (type, fields) => out.event(type, { type, sequence_number: sequence_number++, ...fields });
  send('response.created', { response: { ...response, status: 'in_progress', output: [] } });
  output.forEach((item, output_index) => {
    const [field, kind] = streamed[item.type];
    const whole = item.type === 'message' ? text : item[field];
    const at = { item_id: item.id, output_index, ...(item.type === 'message' ? { content_index: 0 } : {}) };
    send('response.output_item.added', {
      output_index,
      item: { ...item, status: 'in_progress', [field]: item.type === 'message' ? [] : '' },
    });
    if (item.type === 'message')
      send('response.content_part.added', { ...at, part: { type: 'output_text', text: '', annotations: [] } });
    for (const delta of pieces(whole, random)) send(`response.${kind}.delta`, { ...at, delta });
    send(`response.${kind}.done`, { ...at, [item.type === 'message' ? 'text' : field]: whole });
    if (item.type === 'message') send('response.content_part.done', { ...at, part: item.content[0] });
    send('response.output_item.done', { output_index, item });
  });
  send('response.completed', { response });
  out.end();
}

const streamed = {
  message: ['content', 'output_text'],
  function_call: ['arguments', 'function_call_arguments'],
  custom_tool_call: ['input', 'custom_tool_call_input'],
};

function readAnthropic({ model, stream, tools = [], messages = [], system }) {
  return {
    model,
    stream,
    tools: tools.map(toFunction),
    messages: [
      ...(system ? [{ role: 'system', content: textOf(system) }] : []),
      ...messages.flatMap(({ role, content }) => {
        const blocks = Array.isArray(content) ? content : [{ type: 'text', text: content }];
        const results = blocks.filter(({ type }) => type === 'tool_result');
        const texts = blocks.filter(({ type }) => type === 'text');
        return [
          ...results.map(({ content: result }) => ({ role: 'tool', content: textOf(result) })),
          ...(texts.length > 0 ? [{ role, content: textOf(texts) }] : []),
        ];
      }),
    ],
  };
}

function writeAnthropic(out, { text, calls }, { stream, model, random }) {
  const blocks = [
    ...(text ? [{ type: 'text', text }] : []),
    ...calls.map(({ id, name, input }) => ({ type: 'tool_use', id, name, input })),
  ];
  const stop_reason = calls.length > 0 ? 'tool_use' : 'end_turn';
  const usage = { input_tokens: 10, output_tokens: 10 };
  const message = { id: 'msg_rig', type: 'message', role: 'assistant', model, content: blocks, stop_reason, usage };
  if (!stream) return out.json({ ...message, stop_sequence: null });
  const send = (type, fields) => out.event(type, { type, ...fields });
  send('message_start', { message: { ...message, content: [], stop_reason: null, stop_sequence: null } });
  blocks.forEach((block, index) => {
    const isText = block.type === 'text';
    send('content_block_start', { index, content_block: { ...block, ...(isText ? { text: '' } : { input: {} }) } });
    for (const part of pieces(isText ? block.text : JSON.stringify(block.input), random)) {
      const delta = isText ? { type: 'text_delta', text: part } : { type: 'input_json_delta', partial_json: part };
      send('content_block_delta', { index, delta });
    }
    send('content_block_stop', { index });
  });
  send('message_delta', { delta: { stop_reason, stop_sequence: null }, usage });
  send('message_stop', {});
  out.end();
}

function readGemini({ contents = [], tools = [], systemInstruction }, path) {
  return {
    model: /models\/([^:]+)/.exec(path)?.[1],
    stream: path.endsWith(':streamGenerateContent'),
    tools: tools
      .flatMap(({ functionDeclarations = [] }) => functionDeclarations)
      .map(({ name, parametersJsonSchema, parameters }) => ({
        function: { name, parameters: parametersJsonSchema ?? parameters },
      })),
    messages: [
      ...(systemInstruction ? [{ role: 'system', content: textOf(systemInstruction.parts) }] : []),
      ...contents.flatMap(({ role, parts = [] }) => {
        const results = parts.filter(part => part.functionResponse);
        const texts = parts.filter(part => part.text !== undefined && !part.thought);
        return [
          ...results.map(part => ({ role: 'tool', content: everyString(part.functionResponse.response).join('\n') })),
          ...(texts.length > 0 ? [{ role: role === 'model' ? 'assistant' : 'user', content: textOf(texts) }] : []),
        ];
      }),
    ],
  };
}

function everyString(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(everyString) : [];
}

function writeGemini(out, { text, calls }, { stream, model, random }) {
  const callParts = calls.map(({ name, input }) => ({ functionCall: { name, args: input } }));
  const usageMetadata = { promptTokenCount: 10, candidatesTokenCount: 10, totalTokenCount: 20 };
  const frame = (parts, finishReason) => ({
    candidates: [{ index: 0, content: { role: 'model', parts }, ...(finishReason ? { finishReason } : {}) }],
    modelVersion: model,
    usageMetadata,
  });
  if (!stream) return out.json(frame([...(text ? [{ text }] : []), ...callParts], 'STOP'));
  for (const part of pieces(text, random)) out.data(frame([{ text: part }]));
  out.data(frame(callParts.length > 0 ? callParts : [{ text: '' }], 'STOP'));
  out.end();
}
