import type { Answer } from '../answer';
import { type Json, objectOf, objectsOf, textOf } from '../json';
import type { ObjectShape, Shape } from '../walkJson';
import { type EventHandler, type Format, nothing, type ToolCall } from './format';

/** Gemini's `models/…:generateContent` and `:streamGenerateContent`, and what counts tokens and embeds. Both spellings of keys. */
export const geminiGenerate: Format = {
  ...{ shape: requestShape(), calls, whole, events },
  model: body => body.modelVersion,
};

function requestShape(): ObjectShape {
  const media: Shape = { keys: { mimeType: 'opaque', mime_type: 'opaque', data: 'media', displayName: 'plain' } };
  const file: Shape = { keys: { mimeType: 'opaque', mime_type: 'opaque', fileUri: 'plain', file_uri: 'plain' } };
  const call: Shape = { call: 'id', keys: { id: 'opaque', name: 'plain' } };
  const part: ObjectShape = {
    string: 'prose',
    keys: {
      ...{
        text: 'prose',
        thoughtSignature: 'opaque',
        thought_signature: 'opaque',
        inlineData: media,
        inline_data: media,
      },
      ...{ fileData: file, file_data: file, functionCall: call, function_call: call },
      ...{ functionResponse: call, function_response: call },
    },
  };
  const content: ObjectShape = { string: 'prose', keys: { role: 'opaque', parts: part } };
  const keys: Record<string, Shape> = {
    ...{ model: 'opaque', contents: content, content, systemInstruction: content, system_instruction: content },
    ...{ cachedContent: 'opaque', cached_content: 'opaque' },
  };
  keys.generateContentRequest = { keys };
  keys.requests = { keys };
  return { keys };
}

function calls(body: Json): ToolCall[] {
  return objectsOf(body.contents).flatMap(content =>
    objectsOf(content.parts).flatMap(part => {
      const { id, name, args } = objectOf(part.functionCall);
      return typeof id === 'string' && typeof name === 'string' ? [{ id, tool: name, input: args }] : [];
    }),
  );
}

async function whole(body: Json, answer: Answer): Promise<void> {
  for (const candidate of objectsOf(body.candidates)) {
    for (const part of objectsOf(objectOf(candidate.content).parts)) {
      answer.text(part, 'text');
      await restoreCall(part, answer);
    }
  }
}

async function restoreCall(part: Json, answer: Answer): Promise<void> {
  const call = objectOf(part.functionCall);
  if (call.args) await answer.input(call, 'args', textOf(call.name) ?? '');
}

/** Each event is an answer with further parts; calls come whole. */
function events(answer: Answer): EventHandler {
  const open = new Set<string>();
  let last: Json = {};
  /** What is still held back of a candidate, as parts of their own: thoughts before what is said. */
  const rest = (index: number): Json[] =>
    ['thought', 'text'].flatMap(kind => {
      const slot = `${index}/${kind}`;
      const text = open.delete(slot) ? answer.rest(slot) : '';
      return text === '' ? [] : [kind === 'thought' ? { text, thought: true } : { text }];
    });
  const restorePart = async (part: Json, index: number): Promise<Json[]> => {
    const kind = part.thought === true ? 'thought' : 'text';
    if (typeof part.text !== 'string' || part.functionCall) {
      const before = rest(index);
      await restoreCall(part, answer);
      return [...before, part];
    }
    const other = kind === 'text' && open.has(`${index}/thought`) ? rest(index) : [];
    open.add(`${index}/${kind}`);
    answer.piece(part, 'text', `${index}/${kind}`);
    return [...other, part];
  };
  return {
    async event(event) {
      last = event;
      for (const candidate of objectsOf(event.candidates)) {
        const index = Number(candidate.index ?? 0);
        const content = objectOf(candidate.content);
        const parts: Json[] = [];
        for (const part of objectsOf(content.parts)) parts.push(...(await restorePart(part, index)));
        if (candidate.finishReason) parts.push(...rest(index));
        if (parts.length !== objectsOf(content.parts).length)
          answer.put(candidate, 'content', { role: 'model', ...content, parts });
      }
      return nothing;
    },
    async end() {
      const indices = [...new Set(Array.from(open, slot => Number(slot.split('/')[0])))];
      const { usageMetadata: _usage, ...envelope } = last;
      const candidates = indices.flatMap(index => {
        const parts = rest(index);
        return parts.length === 0 ? [] : [{ index, content: { role: 'model', parts } }];
      });
      return candidates.length === 0 ? nothing : [{ ...envelope, candidates }];
    },
  };
}
