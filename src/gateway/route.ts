import type { IncomingHttpHeaders } from 'node:http';
import { anthropicMessages } from './formats/anthropicMessages';
import type { Format } from './formats/format';
import { geminiGenerate } from './formats/geminiGenerate';
import { ollama } from './formats/ollama';
import { openaiChat } from './formats/openaiChat';
import { openaiCompletions, openaiEmbeddings } from './formats/openaiCompletions';
import { openaiResponses } from './formats/openaiResponses';
import { unknownFormat } from './formats/unknownFormat';

/** The providers whose formats the gateway speaks. */
export const providers = ['openai', 'anthropic', 'gemini', 'ollama'] as const;
export type Provider = (typeof providers)[number];

/** The base that each provider's own SDK takes. */
export type Upstreams = Readonly<Partial<Record<Provider, string>>>;

export interface Route {
  readonly provider: Provider;
  readonly format: Format;
  /** Where the request goes, with its query. */
  readonly target: URL;
  /** The model that the path names, where it does. */
  readonly model: string | undefined;
}

/**
 * Where a request goes: by its provider's name in the path (`/anthropic/v1/messages`), else by the path that only one provider
 * has, else by the header that only one provider's clients send. Undefined where no such upstream is given.
 */
export function routeOf(path: string, headers: IncomingHttpHeaders, upstreams: Upstreams): Route | Provider {
  const [, named, own] = /^\/(openai|anthropic|gemini|ollama)(?=\/|$|\?)(.*)$/s.exec(path) ?? [];
  const rest = named === undefined ? path : own?.startsWith('/') ? own : `/${own ?? ''}`;
  const provider = (named as Provider | undefined) ?? providerOf(rest, headers, upstreams);
  const base = upstreams[provider];
  if (base === undefined) return provider;
  const { pathname } = new URL(rest, 'http://gateway');
  return {
    provider,
    format: formats.find(([ending]) => ending.test(pathname))?.[1] ?? unknownFormat,
    target: new URL(base.replace(/\/+$/, '') + (provider === 'openai' ? rest.replace(/^\/v1(?=\/|$)/, '') : rest)),
    model: /\/models\/([^/:]+):\w+$/.exec(pathname)?.[1],
  };
}

/** By the end of the path, because gateways of other makers put something before it. */
const formats: readonly [RegExp, Format][] = [
  [/\/chat\/completions$/, openaiChat],
  [/\/completions$/, openaiCompletions],
  [/(?<!\/api)\/embeddings$/, openaiEmbeddings],
  [/\/responses(?:\/compact|\/input_tokens)?$/, openaiResponses],
  [/\/messages(?:\/count_tokens)?$/, anthropicMessages],
  [/\/models\/[^/]+:\w+$/, geminiGenerate],
  [/\/api\/(?:chat|generate|embed|embeddings)$/, ollama],
];

function providerOf(path: string, headers: IncomingHttpHeaders, upstreams: Upstreams): Provider {
  const given = providers.filter(name => upstreams[name] !== undefined);
  if (given.length === 1) return given[0] as Provider;
  if (/^\/v1(?:beta|alpha)\d*\//.test(path) || headers['x-goog-api-key'] !== undefined) return 'gemini';
  if (/^\/v1\/(?:messages|complete)\b/.test(path) || headers['anthropic-version'] !== undefined) return 'anthropic';
  return path.startsWith('/api/') ? 'ollama' : 'openai';
}
