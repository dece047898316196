import type { Answer } from '../answer';
import { type Json, objectsOf } from '../json';
import { type EventHandler, type Format, nothing } from './format';

/** OpenAI's old `/completions`, which local servers and editors' completions still use. */
export const openaiCompletions: Format = {
  shape: { keys: { model: 'opaque', prompt: 'plain', suffix: 'plain', stop: 'plain' } },
  whole(body, answer) {
    for (const choice of objectsOf(body.choices)) answer.text(choice, 'text');
  },
  events,
  model: body => body.model,
};

/** What is put into vectors: it has an answer of numbers alone. */
export const openaiEmbeddings: Format = { shape: { keys: { model: 'opaque', input: 'plain' } } };

function events(answer: Answer): EventHandler {
  const open = new Map<number, Json>();
  const close = (index: number): readonly Json[] => {
    const envelope = open.get(index);
    open.delete(index);
    const text = answer.rest(String(index));
    return text === '' ? nothing : [{ ...envelope, choices: [{ index, text, finish_reason: null }] }];
  };
  return {
    event(event) {
      const { usage: _usage, ...envelope } = event;
      return objectsOf(event.choices).flatMap(choice => {
        const index = Number(choice.index ?? 0);
        open.set(index, envelope);
        answer.piece(choice, 'text', String(index));
        // The last event may itself bring text; what is held back comes behind that.
        if (typeof choice.finish_reason !== 'string') return nothing;
        open.delete(index);
        answer.append(choice, 'text', answer.rest(String(index)));
        return nothing;
      });
    },
    end: async () => [...open.keys()].flatMap(close),
  };
}
