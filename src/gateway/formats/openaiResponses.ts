import type { Answer } from '../answer';
import { type Json, objectOf, objectsOf, parsed, textOf } from '../json';
import type { ObjectShape, Shape } from '../walkJson';
import { type EventHandler, type Format, nothing, type ToolCall } from './format';

/** OpenAI's `/responses`, which Codex speaks. */
export const openaiResponses: Format = {
  ...{ shape: requestShape(), calls, whole, events },
  model: body => body.model ?? objectOf(body.response).model,
};

function requestShape(): ObjectShape {
  const part: ObjectShape = {
    string: 'prose',
    keys: {
      ...{ type: 'opaque', text: 'prose', refusal: 'plain', image_url: 'url', detail: 'opaque', file_id: 'opaque' },
      ...{ file_data: 'url', input_audio: { keys: { data: 'opaque', format: 'opaque' } } },
    },
  };
  const keys: Record<string, Shape> = {
    ...{ type: 'opaque', id: 'opaque', role: 'opaque', status: 'opaque', call_id: 'opaque', content: part },
    ...{ name: 'plain', arguments: 'json', input: 'plain', output: part, summary: part, encrypted_content: 'opaque' },
    // A picture that the model made or is shown on a screen.
    result: ({ type }: Json) => (type === 'image_generation_call' ? 'opaque' : 'field'),
  };
  const item: ObjectShape = { string: 'prose', call: 'call_id', keys };
  return {
    keys: {
      ...{ model: 'opaque', instructions: 'prose', input: item, previous_response_id: 'opaque', include: 'opaque' },
      ...{ prompt_cache_key: 'opaque', service_tier: 'opaque', reasoning: 'opaque', tool_choice: 'plain' },
    },
  };
}

/** Both kinds of calls: a function's input is JSON, a custom tool's is text. */
function calls(body: Json): ToolCall[] {
  return objectsOf(body.input).flatMap(({ type, call_id: id, name, arguments: json, input, action }) => {
    if (typeof id !== 'string') return [];
    if (type === 'local_shell_call') return [{ id, tool: 'local_shell', input: action }];
    if (typeof name !== 'string') return [];
    return [{ id, tool: name, input: type === 'custom_tool_call' ? input : parsed(String(json))?.value }];
  });
}

async function whole(body: Json, answer: Answer): Promise<void> {
  for (const item of objectsOf(body.output)) await restoreItem(item, answer);
  answer.text(body, 'output_text');
}

async function restoreItem(item: Json, answer: Answer): Promise<void> {
  const tool = textOf(item.name) ?? '';
  if (item.type === 'function_call') await answer.inputText(item, 'arguments', tool);
  if (item.type === 'custom_tool_call') await answer.inputText(item, 'input', tool);
  if (item.type === 'local_shell_call') await answer.input(item, 'action', 'local_shell');
  for (const part of [...objectsOf(item.content), ...objectsOf(item.summary)]) restorePart(part, answer);
}

function restorePart(part: Json, answer: Answer): void {
  answer.text(part, 'text');
  answer.text(part, 'refusal');
}

/** Texts come three times: in pieces, whole at their end, and once more in the whole answer. */
function events(answer: Answer): EventHandler {
  const tools = new Map<string, string>();
  const open = new Map<string, Json>();
  const slotOf = ({ type, output_index, content_index, summary_index }: Json) =>
    [String(type).replace(/\.(?:delta|done)$/, ''), output_index, content_index, summary_index].join('/');
  const rest = async (slot: string): Promise<readonly Json[]> => {
    const last = open.get(slot);
    open.delete(slot);
    if (!last) return nothing;
    const tool = isInput(last) ? tools.get(String(last.output_index)) : undefined;
    const delta = tool === undefined ? answer.rest(slot) : await answer.inputRest(slot, tool);
    return delta === '' ? nothing : [{ ...last, delta }];
  };
  const done = async (event: Json): Promise<readonly Json[]> => {
    const before = await rest(slotOf(event));
    const tool = tools.get(String(event.output_index)) ?? '';
    if (isInput(event)) await answer.inputText(event, 'arguments' in event ? 'arguments' : 'input', tool);
    else restorePart(event, answer);
    return before;
  };
  const restoreWithin = async (event: Json): Promise<readonly Json[]> => {
    if (event.item) await restoreItem(objectOf(event.item), answer);
    if (event.part) restorePart(objectOf(event.part), answer);
    if (event.response) await whole(objectOf(event.response), answer);
    return nothing;
  };
  return {
    event(event) {
      const type = String(event.type);
      if (type === 'response.output_item.added')
        tools.set(String(event.output_index), textOf(objectOf(event.item).name) ?? '');
      if (!restored.test(type)) return event.item || event.part || event.response ? restoreWithin(event) : nothing;
      if (type.endsWith('.done')) return done(event);
      const slot = slotOf(event);
      if (isInput(event)) answer.inputPiece(event, 'delta', slot);
      else answer.piece(event, 'delta', slot);
      open.set(slot, event);
      return nothing;
    },
    async end() {
      const made: Json[] = [];
      for (const slot of [...open.keys()]) made.push(...(await rest(slot)));
      return made;
    },
  };
}

/** What the client shows or runs; what the provider itself runs keeps its placeholders. */
const restored =
  /^response\.(?:output_text|refusal|reasoning_text|reasoning_summary_text|function_call_arguments|custom_tool_call_input)\.(?:delta|done)$/;

function isInput({ type }: Json): boolean {
  return /function_call_arguments|custom_tool_call_input/.test(String(type));
}
