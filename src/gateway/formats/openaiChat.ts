import type { Answer } from '../answer';
import { type Json, objectOf, objectsOf, parsed, textOf } from '../json';
import type { ObjectShape } from '../walkJson';
import { type EventHandler, type Format, nothing, type ToolCall } from './format';

/** OpenAI's `/chat/completions`, which most other providers speak as well. */
export const openaiChat: Format = { shape: requestShape(), calls, whole, events, model: body => body.model };

function requestShape(): ObjectShape {
  const part: ObjectShape = {
    string: 'prose',
    keys: {
      ...{ type: 'opaque', text: 'prose', refusal: 'plain' },
      image_url: { string: 'url', keys: { url: 'url', detail: 'opaque' } },
      input_audio: { keys: { data: 'opaque', format: 'opaque' } },
      file: { keys: { file_id: 'opaque', file_data: 'url' } },
    },
  };
  const call: ObjectShape = {
    keys: {
      ...{ id: 'opaque', type: 'opaque' },
      function: { keys: { name: 'plain', arguments: 'json' } },
      custom: { keys: { name: 'plain', input: 'plain' } },
    },
  };
  const message: ObjectShape = {
    call: 'tool_call_id',
    keys: {
      ...{ role: 'opaque', tool_call_id: 'opaque', content: part, tool_calls: call, refusal: 'plain' },
      ...{ reasoning_content: 'plain', reasoning: 'plain', audio: { keys: { id: 'opaque' } } },
      function_call: { keys: { name: 'plain', arguments: 'json' } },
    },
  };
  return { keys: { model: 'opaque', messages: message, service_tier: 'opaque', reasoning_effort: 'opaque' } };
}

function calls(body: Json): ToolCall[] {
  return objectsOf(body.messages).flatMap(message =>
    objectsOf(message.tool_calls).flatMap(call => {
      const { name, arguments: input } = objectOf(call.function);
      const id = textOf(call.id);
      if (id === undefined || typeof name !== 'string') return [];
      return [{ id, tool: name, input: parsed(String(input))?.value }];
    }),
  );
}

/** Texts of a message; what a model thinks aloud counts as one. */
const textKeys = ['content', 'refusal', 'reasoning_content', 'reasoning'];

async function whole(body: Json, answer: Answer): Promise<void> {
  for (const choice of objectsOf(body.choices)) {
    const message = objectOf(choice.message);
    for (const key of textKeys) answer.text(message, key);
    for (const part of objectsOf(message.content)) answer.text(part, 'text');
    for (const call of objectsOf(message.tool_calls)) {
      for (const kind of [call.function, call.custom]) {
        const named = objectOf(kind);
        const key = 'input' in named ? 'input' : 'arguments';
        await answer.inputText(named, key, textOf(named.name) ?? '');
      }
    }
    const named = objectOf(message.function_call);
    await answer.inputText(named, 'arguments', textOf(named.name) ?? '');
  }
}

/** What is open of one choice of a stream. */
interface Choice {
  readonly texts: Set<string>;
  /** The tool of each call, by its index. */
  readonly tools: Map<number, { name: string; kind: 'function' | 'custom' }>;
  /** The old kind of call, of which there is one. */
  old: string | undefined;
}

function events(answer: Answer): EventHandler {
  const choices = new Map<number, Choice>();
  let last: Json = {};
  const close = async (index: number, choice: Choice): Promise<readonly Json[]> => {
    const delta: Json = {};
    for (const key of choice.texts) {
      const rest = answer.rest(`${index}/${key}`);
      if (rest !== '') delta[key] = rest;
    }
    const restored: Json[] = [];
    for (const [at, { name, kind }] of choice.tools) {
      const rest = await answer.inputRest(`${index}/${at}`, name);
      if (rest !== '') restored.push({ index: at, [kind]: { [kind === 'custom' ? 'input' : 'arguments']: rest } });
    }
    if (restored.length > 0) delta.tool_calls = restored;
    if (choice.old !== undefined) {
      const rest = await answer.inputRest(`${index}/old`, choice.old);
      if (rest !== '') delta.function_call = { arguments: rest };
    }
    choices.delete(index);
    if (Object.keys(delta).length === 0) return nothing;
    const { usage: _usage, ...envelope } = last;
    return [{ ...envelope, choices: [{ index, delta, finish_reason: null }] }];
  };
  return {
    event(event) {
      if (!Array.isArray(event.choices)) return nothing;
      last = event;
      const closing: [number, Choice][] = [];
      for (const one of objectsOf(event.choices)) {
        const index = typeof one.index === 'number' ? one.index : 0;
        const choice = choices.get(index) ?? { texts: new Set(), tools: new Map(), old: undefined };
        choices.set(index, choice);
        readDelta(objectOf(one.delta), index, choice, answer);
        if (typeof one.finish_reason === 'string') closing.push([index, choice]);
      }
      return closing.length === 0 ? nothing : inTurn(closing, close);
    },
    end: () => inTurn([...choices], close),
  };
}

function readDelta(delta: Json, index: number, choice: Choice, answer: Answer): void {
  for (const key of textKeys) {
    if (typeof delta[key] !== 'string') continue;
    choice.texts.add(key);
    answer.piece(delta, key, `${index}/${key}`);
  }
  for (const call of objectsOf(delta.tool_calls)) {
    const at = typeof call.index === 'number' ? call.index : 0;
    const kind = call.custom ? 'custom' : 'function';
    const named = objectOf(call[kind]);
    const tool = choice.tools.get(at) ?? { name: '', kind };
    choice.tools.set(at, tool);
    tool.name += textOf(named.name) ?? '';
    answer.inputPiece(named, kind === 'custom' ? 'input' : 'arguments', `${index}/${at}`);
  }
  if (delta.function_call) {
    const named = objectOf(delta.function_call);
    choice.old = (choice.old ?? '') + (textOf(named.name) ?? '');
    answer.inputPiece(named, 'arguments', `${index}/old`);
  }
}

async function inTurn(
  all: readonly [number, Choice][],
  close: (index: number, choice: Choice) => Promise<readonly Json[]>,
): Promise<readonly Json[]> {
  const made: Json[] = [];
  for (const [index, choice] of all) made.push(...(await close(index, choice)));
  return made;
}
