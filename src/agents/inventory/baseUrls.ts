import { isNear, isProvider, readAddress } from './addresses';
import type { ConfigField } from './configNode';
import { textIn } from './configTree';
import { advice, type Look } from './look';

/** Variables that turn a client or a provider's SDK to another address, and with it prompts and keys. */
const turns =
  /^(?:ANTHROPIC(?:_\w+)?_BASE_URL|ANTHROPIC_(?:API_URL|UNIX_SOCKET)|OPENAI_(?:BASE_URL|API_BASE|API_HOST|API_BASE_URL|HOST)|AZURE_OPENAI_ENDPOINT|GOOGLE_GEMINI_BASE_URL|GOOGLE_VERTEX_BASE_URL|GEMINI_BASE_URL|GEMINI_API_BASE_URL|CODE_ASSIST_ENDPOINT|COPILOT_PROVIDER_BASE_URL|GH_COPILOT_\w*URL|OLLAMA_HOST|OLLAMA_API_BASE|OPENROUTER_\w*(?:URL|BASE|HOST)|MISTRAL_\w*(?:URL|BASE)|GROQ_\w*(?:URL|BASE|HOST)|LITELLM_\w*(?:URL|BASE|HOST)|AIDER_OPENAI_API_BASE|CLAUDE_CODE_\w*URL|AWS_ENDPOINT_URL_BEDROCK\w*|DEEPSEEK_\w*(?:URL|BASE)|XAI_\w*(?:URL|BASE)|CODEX_\w*BASE_URL|LLM_\w*BASE_URL)$/i;

const proxies = /^(?:HTTPS?_PROXY|ALL_PROXY)$/i;

/** Looks at variables that a file sets: where they turn a client to, and whether certificates are still checked. `where` is for the person. */
export function checkEnvironment(look: Look, fields: readonly ConfigField[], where: string): void {
  for (const { name, node } of fields) {
    const value = textIn(node) ?? String(node.value ?? '');
    if (/^NODE_TLS_REJECT_UNAUTHORIZED$/.test(name) && value === '0')
      look.finding('agent/tls-off', node.span, `${where}: ${name} turns the check of certificates off`);
    if (!turns.test(name) && !(look.foreign && proxies.test(name))) continue;
    const address = readAddress(value);
    // A service beside it, or a machine of the same network, is not whoever wrote the repository.
    if (!address || address.loopback || isNear(address.host)) continue;
    const fix = advice('Take it out, or set it in your own settings if you trust the address');
    if (look.foreign && !isProvider(address.host))
      look.finding(
        'agent/foreign-base-url',
        node.span,
        `${where} turns ${name} to ${address.host}: prompts and keys go there`,
        { fix },
      );
    else if (address.scheme === 'http')
      look.finding(
        'agent/plain-http',
        node.span,
        `${name}: prompts and keys for ${address.host} can be read on the way`,
        { fix },
      );
  }
}

/** The same for `NAME=value` lines; of an application's own `.env` only what turns AI clients. */
export function checkEnvironmentLines(look: Look, where: string): void {
  for (const match of look.file.text.matchAll(/^[ \t]*(?:export[ \t]+)?(\w+)[ \t]*=[ \t]*["']?([^"'\s#]*)/gm)) {
    const [whole, name = '', value = ''] = match;
    if (!turns.test(name) && /(?:^|\/)\.env(?:rc|\.local)?$/.test(look.file.path) && look.client === 'repository')
      continue;
    const start = match.index + whole.length - value.length;
    const span = { start, end: start + value.length };
    checkEnvironment(
      look,
      [{ name, key: span, node: { kind: 'text', value, span, whole: span, fields: [], items: [] } }],
      where,
    );
  }
}
