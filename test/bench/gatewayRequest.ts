import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';

/** A request as a coding agent sends it, and the values in it that must not arrive. */
export interface BenchRequest {
  readonly body: Record<string, unknown> & { readonly messages: readonly object[] };
  readonly values: readonly string[];
}

/**
 * A request for `/v1/messages` of 129 KB with 47 values: definitions of tools, a system prompt, files that were read, of which
 * one is a settings file, and notes. No two seeds have a text in common, but each seventh has the same values.
 */
export function makeRequest(seed: number): BenchRequest {
  const prose = createSource(['.md'], seed);
  const code = createSource(['.js', '.mjs', '.cjs', '.ts'], seed);
  const made = templates.map((template, i) => sample(template, (seed % workspaces) * 100 + i));
  const lines = made.map(marked => marked.replaceAll(/[‹›]/g, ''));
  const tools = Array.from({ length: 24 }, (_, i) => ({
    name: `tool_${i}`,
    description: prose(1500),
    input_schema: { type: 'object', properties: { path: { type: 'string', description: prose(160) } } },
  }));
  const messages = [
    { role: 'user', content: prose(600) },
    ...fileRead(1, 'src/app.ts', code(14_000)),
    ...fileRead(2, '.env', lines.slice(0, 30).join('\n')),
    ...fileRead(3, 'src/server.ts', code(16_000)),
    ...fileRead(4, 'notes.md', `${prose(4000)}\n${lines.slice(30).join('\n')}\n${prose(2000)}`),
    ...fileRead(5, 'src/client.ts', code(18_000)),
  ];
  const body = { model: 'bench-1', max_tokens: 1000, stream: true, system: prose(9000), tools, messages };
  const missing = size - JSON.stringify(body).length - 40;
  return {
    body: { ...body, messages: [...messages, { role: 'user', content: code(missing).replace(/[\\"\n]/g, ' ') }] },
    values: made.flatMap(marked => Array.from(marked.matchAll(/‹([^›]*)›/g), match => match[1] as string)),
  };
}

/** What the measured clients send on their first turn. */
const size = 129 * 1024;
const howMany = 47;

/** A workspace has its values, which come again in its conversations. */
const workspaces = 7;

/** One kind of secret each, of those that any text gives away. */
const templates = detectors
  .filter(({ id, tier }) => id.startsWith('secret/') && tier === 'certain')
  .flatMap(({ hits }) => hits.slice(0, 1))
  .filter(hit => hit.split('‹').length === 2 && !/[\n\\"]/.test(hit))
  .slice(0, howMany);

function fileRead(number: number, path: string, content: string): object[] {
  const id = `toolu_${number}`;
  return [
    { role: 'assistant', content: [{ type: 'tool_use', id, name: 'Read', input: { file_path: path } }] },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content }] },
  ];
}

/** Gives stretches of the texts that stand in node_modules, each with a number of its own in it. */
function createSource(endings: readonly string[], seed: number): (length: number) => string {
  const all = corpus(endings);
  let at = (seed * 7919) % all.length;
  let count = 0;
  return length => {
    if (length <= 0) return '';
    if (at + length > all.length) at = 0;
    const text = all.slice(at, at + length);
    at += length;
    return `${seed}.${count++} ${text}`.slice(0, length);
  };
}

const corpora = new Map<string, string>();

function corpus(endings: readonly string[]): string {
  const key = endings.join();
  const known = corpora.get(key);
  if (known !== undefined) return known;
  const root = fileURLToPath(new URL('../../node_modules/', import.meta.url));
  let text = '';
  for (const name of [
    'commander',
    'ignore',
    'mocha',
    'minimatch',
    'jsonc-parser',
    'fast-check',
    'esbuild',
    'tsx',
    'diff',
  ]) {
    for (const file of readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(root, name, file);
      if (!endings.some(ending => file.endsWith(ending)) || file.includes('.min.')) continue;
      const { size: bytes } = statSync(path);
      if (bytes > 200_000) continue;
      text += readFileSync(path, 'utf8');
    }
  }
  corpora.set(key, text);
  return text;
}
