import { type Json, objectOf } from '../json';

/** Puts a notice behind what a result holds, in the words of its method; where there is no place for one, the result stays as it is. */
export function withNotice(json: string, method: string | undefined, text: string): string {
  const message = objectOf(JSON.parse(json));
  const result = objectOf(message.result);
  const list = result[places[method ?? ''] ?? 'content'];
  if (!Array.isArray(list)) return json;
  list.push(itemOf(method, text));
  return JSON.stringify(message);
}

const places: Readonly<Record<string, string>> = {
  'prompts/get': 'messages',
  'resources/read': 'contents',
};

function itemOf(method: string | undefined, text: string): Json {
  const content = { type: 'text', text };
  if (method === 'prompts/get') return { role: 'user', content };
  return method === 'resources/read' ? { uri: 'lockside:notice', mimeType: 'text/plain', text } : content;
}
