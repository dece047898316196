import type { Provider } from './route';

/** Why the gateway itself says no; each provider's clients read it as an error of that provider. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** The body of an error as a provider writes it; all of them are JSON. */
export function refusalBody(provider: Provider, { status, message }: Refusal): string {
  switch (provider) {
    case 'anthropic':
      return JSON.stringify({ type: 'error', error: { type: anthropicTypes[status] ?? 'api_error', message } });
    case 'gemini':
      return JSON.stringify({ error: { code: status, message, status: geminiStatuses[status] ?? 'INTERNAL' } });
    case 'ollama':
      return JSON.stringify({ error: message });
    default:
      return JSON.stringify({ error: { message, type: openaiTypes[status] ?? 'server_error', param: null, code } });
  }
}

const code = 'lockside';

const anthropicTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
};

const geminiStatuses: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  413: 'INVALID_ARGUMENT',
  502: 'UNAVAILABLE',
};

const openaiTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'invalid_request_error',
  413: 'invalid_request_error',
};
