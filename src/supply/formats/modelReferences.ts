import type { Span } from '../../core/model';
import type { PackageFormat } from '../../core/packages';
import { type Draft, packageFile } from './packageFile';
import { withoutComments } from './textLines';

/**
 * Models and datasets of Hugging Face that code and YAML name: `from_pretrained("org/name", revision="…")`, `hf_hub_download(…)`,
 * `load_dataset(…)`, `--model org/name` of vLLM and TGI. Names without an organisation and those that look like folders are left:
 * nobody can tell them from paths.
 */
export const modelReferences: PackageFormat = {
  id: 'models',
  kind: 'reference',
  matches: path => /\.(?:py|ya?ml)$/.test(path),
  parse: (text, path) =>
    packageFile(modelReferences, text, draft => addModels(draft, path.endsWith('.py') ? 'python' : 'yaml')),
};

/** Adds the models that a text names; quick where it names none. */
export function addModels(draft: Draft, language: 'python' | 'yaml'): void {
  if (language === 'python') addFromPython(draft);
  else addFromYaml(draft);
}

const calls =
  /\b(?:from_pretrained|hf_hub_download|snapshot_download|hf_hub_url|cached_download|load_dataset|load_dataset_builder|SentenceTransformer|CrossEncoder|HuggingFaceEmbeddings?|HuggingFacePipeline\.from_model_id|from_single_file|pipeline|LLM|AsyncEngineArgs|EngineArgs|InferenceClient|PeftModel|get_peft_model_state|mlx_lm\.load|TextEmbedding|FlagModel|BGEM3FlagModel)\s*\(/g;
const hints =
  /transformers|huggingface|sentence_transformers|diffusers|datasets|vllm|peft|mlx_lm|fastembed|FlagEmbedding|tokenizers|timm/;
const id = String.raw`[A-Za-z\d][\w.-]{0,95}\/[A-Za-z\d][\w.-]{0,95}`;

function addFromPython(draft: Draft): void {
  if (!hints.test(draft.text)) return;
  const code = withoutComments(draft.text, 'script');
  const constants = constantsOf(code);
  for (const { 0: call, index } of code.matchAll(calls)) {
    const start = index + call.length;
    const args = argumentsFrom(code, start);
    const found = namedIn(args) ?? constantIn(constants, args);
    if (!found) continue;
    const at = found.constant ?? start + found.index;
    const revision = /\b(?:revision|code_revision)\s*=\s*["']([^"'\n]{1,100})["']/d.exec(args);
    const [from = 0, to = 0] = revision?.indices?.[1] ?? [];
    const span = revision ? { start: start + from, end: start + to } : { start: at, end: at + found.name.length };
    add(draft, found.name, revision?.[1], span);
  }
}

/** The text between a call's parentheses, as long as calls are. */
function argumentsFrom(code: string, start: number): string {
  let depth = 1;
  let quote = '';
  const end = Math.min(code.length, start + 1500);
  for (let at = start; at < end; at++) {
    const unit = code[at]!;
    if (quote) quote = unit === quote || unit === '\n' ? '' : quote;
    else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === '(') depth++;
    else if (unit === ')' && --depth === 0) return code.slice(start, at);
  }
  return code.slice(start, end);
}

interface Named {
  readonly name: string;
  readonly index: number;
  readonly constant?: number;
}

const keyword = String.raw`(?:repo_id|model_name_or_path|pretrained_model_name_or_path|model_name|model_id|model|path)\s*=\s*`;
const literal = new RegExp(`(?:^\\s*|[,(]\\s*${keyword}|^\\s*${keyword})["'](${id})["']`, 'd');
const variable = new RegExp(`^\\s*(?:${keyword})?([A-Za-z_]\\w{0,80})\\s*(?:[,)]|$)`);

function namedIn(args: string): Named | undefined {
  const found = literal.exec(args);
  return found ? { name: found[1]!, index: found.indices![1]![0] } : undefined;
}

function constantIn(constants: ReadonlyMap<string, Named>, args: string): Named | undefined {
  return constants.get(variable.exec(args)?.[1] ?? '');
}

const assignment = new RegExp(`^[ \\t]*([A-Za-z_]\\w{0,80})\\s*(?::\\s*\\w+\\s*)?=\\s*["'](${id})["']`, 'dgm');

/** `MODEL = "org/name"`, wherever it stands in the file. */
function constantsOf(code: string): ReadonlyMap<string, Named> {
  const constants = new Map<string, Named>();
  for (const found of code.matchAll(assignment)) {
    const [constant] = found.indices![2]!;
    constants.set(found[1]!, { name: found[2]!, index: 0, constant });
  }
  return constants;
}

const servers =
  /vllm|text-generation-inference|text-embeddings-inference|huggingface|sglang|lmdeploy|HF_TOKEN|HF_HOME|mlx|transformers|axolotl|llamafactory|unsloth/i;
/** Keys that are only ever a model of the hub, in a file that speaks of it. */
const keys = new RegExp(
  `^[ \\t]*(?:- )?["']?(?:model|model[_-](?:name|id|path)|base_model|model_name_or_path|pretrained_model_name_or_path|adapter_name_or_path|repo_id|hf_(?:model|repo)(?:_id)?|tokenizer|HF_MODEL_ID|MODEL_ID)["']?\\s*:[ \\t]*["']?(?:hf\\.co\\/|huggingface\\/)?(${id})["']?[ \\t]*(?:#.*)?\\r?$`,
  'dgm',
);
const options = new RegExp(
  `--(?:model|model-id|tokenizer|served-model|speculative-model)[= "',\\n\\r-]{1,12}(${id})(?![\\w/])`,
  'dg',
);

function addFromYaml(draft: Draft): void {
  const { text } = draft;
  if (!servers.test(text)) return;
  for (const pattern of [keys, options])
    for (const found of text.matchAll(pattern)) {
      const [start, end] = found.indices![1]!;
      const near = text.slice(end, end + 200);
      const revision =
        /^[^\n]*\n[ \t]*(?:- )?(?:revision|model_revision)\s*:[ \t]*["']?([\w./-]{1,100})/.exec(near)?.[1] ??
        /^["',\s]*(?:-\s*)?["']?--revision[= "',-]{1,6}([\w./-]{1,100})/.exec(near)?.[1];
      const at = revision ? text.indexOf(revision, end) : start;
      add(draft, found[1]!, revision, { start: at, end: revision ? at + revision.length : end });
    }
}

/** A commit or a tag of numbers is one version; a branch moves. */
function add(draft: Draft, name: string, revision: string | undefined, span: Span): void {
  if (folders.test(name) || /\.(?:py|json|ya?ml|txt|csv|safetensors|bin|pt|pth|gguf|onnx|md|sh)$/i.test(name)) return;
  const exact = revision && /^(?:[\da-f]{7,40}|v?\d+(?:\.\d+)+)$/.test(revision);
  draft.add(
    {
      ecosystem: 'Hugging Face',
      name,
      direct: true,
      ...(exact ? { version: revision } : {}),
      ...(revision ? { requirement: revision } : {}),
    },
    span,
  );
}

/** What people call the folders that they keep models in, and the providers that other tools write before a model's name. */
const folders =
  /^(?:models?|outputs?|out|results?|checkpoints?|ckpts?|data|datasets?|saved(?:_models?)?|tmp|temp|weights?|artifacts?|src|paths?|runs?|logs?|experiments?|local|cache|assets|resources|tests?|examples?|path|your[_-]\w+|my[_-]\w+|org|username|openai|anthropic|azure|bedrock|vertex_ai|gemini|ollama|groq|openrouter|litellm|cohere|replicate|together_ai|fireworks_ai|mnt|home|opt|workspace|app)\//i;
