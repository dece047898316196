import type { Detector, Match, Verdict } from './detector';
import { keyed } from './keyed';
import { looksRandom } from './looksRandom';
import { prefixed } from './prefixed';
import { token } from './token';

/** Keys of the vendors of language models and their like. */
export const aiVendors: readonly Detector[] = [
  prefixed(
    'openai-project-key',
    'OpenAI project key',
    'sk-proj-',
    String.raw`[\w-]{20,200}`,
    'sk-proj-{base64url:74}T3BlbkFJ{base64url:74}',
    { accept: confirmOpenai },
  ),
  prefixed(
    'openai-service-key',
    'OpenAI service account key',
    'sk-svcacct-',
    String.raw`[\w-]{20,200}`,
    'sk-svcacct-{base64url:74}T3BlbkFJ{base64url:74}',
    { accept: confirmOpenai },
  ),
  prefixed(
    'openai-admin-key',
    'OpenAI admin key',
    'sk-admin-',
    String.raw`[\w-]{20,200}`,
    'sk-admin-{base64url:58}T3BlbkFJ{base64url:58}',
    { accept: confirmOpenai },
  ),
  {
    id: 'secret/openai-key',
    title: 'OpenAI key',
    severity: 'error',
    tier: 'certain',
    keywords: ['sk-'],
    pattern: /sk-(?:[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|[A-Za-z0-9]{48})/,
    hits: [
      'OPENAI_API_KEY=‹sk-{alnum:20}T3BlbkFJ{alnum:20}›',
      '"key": "‹sk-{alnum:48}›"',
      "new OpenAI({ apiKey: '‹sk-{alnum:20}T3BlbkFJ{alnum:20}›' })",
    ],
    misses: ['task-{alnum:48}', 'sk-{lower:8}-{lower:10}', 'sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
  },
  token('ai-key', 'key of an AI service', 'sk-{hex:32}', { tier: 'likely' }),
  prefixed(
    'anthropic-key',
    'Anthropic key',
    'sk-ant-',
    String.raw`(?:(?:api|admin)\d{2}-[\w-]{93}AA|(?:oat|ort|sid)\d{2}-[\w-]{80,120})`,
    'sk-ant-api03-{base64url:93}AA',
  ),
  prefixed('google-api-key', 'Google API key', 'AIza', String.raw`[\w-]{35}`, 'AIza{alnum:35}'),
  prefixed('huggingface-token', 'Hugging Face token', 'hf_', '[A-Za-z0-9]{34}', 'hf_{alpha:34}'),
  prefixed(
    'huggingface-organization-token',
    'Hugging Face organization token',
    'api_org_',
    '[A-Za-z0-9]{34}',
    'api_org_{alpha:34}',
  ),
  prefixed('groq-key', 'Groq key', 'gsk_', '[A-Za-z0-9]{52}', 'gsk_{alnum:52}'),
  prefixed('xai-key', 'xAI key', 'xai-', String.raw`[\w-]{70,120}`, 'xai-{alnum:80}'),
  prefixed('openrouter-key', 'OpenRouter key', 'sk-or-', String.raw`v\d-[a-f0-9]{64}`, 'sk-or-v1-{hex:64}'),
  prefixed('perplexity-key', 'Perplexity key', 'pplx-', '[A-Za-z0-9]{48}(?:[A-Za-z0-9]{8})?', 'pplx-{alnum:48}'),
  prefixed('replicate-token', 'Replicate token', 'r8_', String.raw`[\w-]{37}`, 'r8_{alnum:37}'),
  prefixed('fireworks-key', 'Fireworks key', 'fw_', '[A-Za-z0-9]{22,24}', 'fw_{alnum:24}'),
  prefixed(
    'langsmith-key',
    'LangSmith key',
    'lsv2_',
    '(?:pt|sk)_[A-Fa-f0-9]{32}_[A-Fa-f0-9]{10}',
    'lsv2_pt_{hex:32}_{hex:10}',
  ),
  prefixed(
    'langfuse-key',
    'Langfuse secret key',
    'sk-lf-',
    '[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}',
    'sk-lf-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}',
  ),
  prefixed('nvidia-api-key', 'NVIDIA API key', 'nvapi-', String.raw`[\w-]{60,70}`, 'nvapi-{base64url:64}'),
  prefixed('pinecone-key', 'Pinecone key', 'pcsk_', '[A-Za-z0-9]{4,6}_[A-Za-z0-9]{63}', 'pcsk_{alnum:5}_{alnum:63}'),
  prefixed('elevenlabs-key', 'ElevenLabs key', 'sk_', '[a-f0-9]{48}', 'sk_{hex:48}'),
  prefixed('cerebras-key', 'Cerebras key', 'csk-', '[a-z0-9]{48}', 'csk-{lowernum:48}'),
  keyed('cohere-key', 'Cohere key', ['cohere', 'co_api'], '[A-Za-z0-9]{40}', '{alnum:40}'),
  keyed('mistral-key', 'Mistral key', ['mistral'], '[A-Za-z0-9]{32}', '{alnum:32}'),
  keyed('deepseek-key', 'DeepSeek key', ['deepseek'], 'sk-[a-z0-9]{32}', 'sk-{hex:32}'),
  keyed('together-key', 'Together key', ['together'], '[a-f0-9]{64}', '{hex:64}'),
  keyed('assemblyai-key', 'AssemblyAI key', ['assemblyai', 'assembly_ai'], '[a-z0-9]{32}', '{hex:32}'),
  keyed('deepgram-key', 'Deepgram key', ['deepgram'], '[a-z0-9]{40}', '{hex:40}'),
];

/** All keys of OpenAI hold its name in base64 in their middle. */
function confirmOpenai({ value }: Match): Verdict | undefined {
  if (value.includes('T3BlbkFJ')) return {};
  return value.length >= 48 && looksRandom(value) ? { tier: 'likely' } : undefined;
}
