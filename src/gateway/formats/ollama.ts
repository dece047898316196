import type { Answer } from '../answer';
import { type Json, objectOf, objectsOf, textOf } from '../json';
import type { ObjectShape } from '../walkJson';
import { type EventHandler, type Format, nothing } from './format';

/** Ollama's `/api/chat`, `/api/generate` and what embeds: one object a line, the last one with `done`. */
export const ollama: Format = { shape: requestShape(), whole, events, model: body => body.model };

function requestShape(): ObjectShape {
  const call: ObjectShape = { keys: { id: 'opaque', function: { keys: { name: 'plain' } } } };
  const message: ObjectShape = {
    keys: {
      role: 'opaque',
      content: 'prose',
      images: 'opaque',
      tool_calls: call,
      thinking: 'plain',
      tool_name: 'plain',
    },
  };
  return {
    keys: {
      ...{ model: 'opaque', messages: message, prompt: 'plain', suffix: 'plain', system: 'plain', images: 'opaque' },
      ...{ input: 'plain', keep_alive: 'opaque' },
    },
  };
}

/** Where texts stand in an answer: in itself, or in its message. */
const texts: readonly [inMessage: boolean, key: string][] = [
  [true, 'thinking'],
  [true, 'content'],
  [false, 'thinking'],
  [false, 'response'],
];

async function whole(body: Json, answer: Answer): Promise<void> {
  const message = objectOf(body.message);
  for (const [inMessage, key] of texts) answer.text(inMessage ? message : body, key);
  await restoreCalls(message, answer);
}

async function restoreCalls(message: Json, answer: Answer): Promise<void> {
  for (const call of objectsOf(message.tool_calls)) {
    const named = objectOf(call.function);
    await answer.input(named, 'arguments', textOf(named.name) ?? '');
  }
}

function events(answer: Answer): EventHandler {
  return {
    event(event) {
      const message = objectOf(event.message);
      for (const [inMessage, key] of texts) {
        const holder = inMessage ? message : event;
        const slot = `${inMessage}/${key}`;
        answer.piece(holder, key, slot);
        if (event.done === true && (!inMessage || event.message)) answer.append(holder, key, answer.rest(slot));
      }
      return message.tool_calls ? restoreCalls(message, answer).then(() => nothing) : nothing;
    },
    end: async () => nothing,
  };
}
