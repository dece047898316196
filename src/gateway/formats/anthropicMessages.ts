import type { Answer } from '../answer';
import { type Json, objectOf, objectsOf, textOf } from '../json';
import type { ObjectShape, Shape } from '../walkJson';
import { type EventHandler, type Format, nothing, type ToolCall } from './format';

/** Anthropic's `/v1/messages`, and what counts its tokens. */
export const anthropicMessages: Format = {
  ...{ shape: requestShape(), calls, whole, events },
  model: body => body.model ?? objectOf(body.message).model,
};

function requestShape(): ObjectShape {
  const cache: Shape = 'opaque';
  const keys: Record<string, Shape> = {};
  const block: ObjectShape = { string: 'prose', call: 'tool_use_id', keys };
  const source: ObjectShape = {
    keys: {
      ...{ type: 'opaque', media_type: 'opaque', file_id: 'opaque', url: 'plain', content: block },
      data: ({ type }) => (type === 'base64' ? 'media' : 'plain'),
    },
  };
  Object.assign(keys, {
    ...{ type: 'opaque', id: 'opaque', tool_use_id: 'opaque', cache_control: cache, text: 'prose', title: 'plain' },
    ...{ context: 'plain', content: block, source, name: 'plain', citations: undefined, input: undefined },
    // The signature covers the thinking; it came from the model, which has seen placeholders only.
    thinking: ({ signature }: Json) => (typeof signature === 'string' ? 'opaque' : 'plain'),
    ...{ signature: 'opaque', encrypted_content: 'opaque', encrypted_index: 'opaque' },
    data: ({ type }: Json) => (type === 'redacted_thinking' ? 'opaque' : 'field'),
  } satisfies Record<string, Shape>);
  return {
    keys: {
      ...{ model: 'opaque', system: block, messages: { keys: { role: 'opaque', content: block } } },
      tools: { keys: { type: 'opaque', cache_control: cache, name: 'plain', description: 'plain' } },
      ...{ tool_choice: { keys: { type: 'opaque', name: 'plain' } }, thinking: 'opaque', service_tier: 'opaque' },
    },
  };
}

function calls(body: Json): ToolCall[] {
  return objectsOf(body.messages).flatMap(message =>
    objectsOf(message.content).flatMap(({ type, id, name, input }) =>
      type === 'tool_use' && typeof id === 'string' && typeof name === 'string' ? [{ id, tool: name, input }] : [],
    ),
  );
}

async function whole(body: Json, answer: Answer): Promise<void> {
  for (const block of objectsOf(body.content)) {
    if (block.type === 'text') answer.text(block, 'text');
    if (block.type === 'tool_use') await answer.input(block, 'input', textOf(block.name) ?? '');
  }
}

/** Thinking and signatures pass as they are: the one covers the other, and the client sends both back. */
function events(answer: Answer): EventHandler {
  const tools = new Map<string, string>();
  const texts = new Set<string>();
  const close = async (index: number): Promise<readonly Json[]> => {
    const slot = String(index);
    const tool = tools.get(slot);
    const text = texts.delete(slot) ? answer.rest(slot) : '';
    const json = tool === undefined ? '' : await answer.inputRest(slot, tool);
    tools.delete(slot);
    const delta = (made: Json) => ({ type: 'content_block_delta', index, delta: made });
    return [
      ...(text === '' ? [] : [delta({ type: 'text_delta', text })]),
      ...(json === '' ? [] : [delta({ type: 'input_json_delta', partial_json: json })]),
    ];
  };
  return {
    event(event) {
      const slot = String(event.index);
      if (event.type === 'content_block_start') {
        const block = objectOf(event.content_block);
        if (block.type === 'tool_use') tools.set(slot, textOf(block.name) ?? '');
        if (block.type === 'text') {
          texts.add(slot);
          answer.piece(block, 'text', slot);
        }
      } else if (event.type === 'content_block_delta') {
        const delta = objectOf(event.delta);
        if (delta.type === 'text_delta') {
          texts.add(slot);
          answer.piece(delta, 'text', slot);
        }
        if (delta.type === 'input_json_delta' && tools.has(slot)) answer.inputPiece(delta, 'partial_json', slot);
      } else if (event.type === 'content_block_stop' && (texts.has(slot) || tools.has(slot)))
        return close(event.index as number);
      return nothing;
    },
    async end() {
      const open = [...texts, ...tools.keys()];
      return (await Promise.all(open.map(slot => close(Number(slot))))).flat();
    },
  };
}
