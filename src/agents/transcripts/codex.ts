import type { TranscriptClient, TranscriptWorld } from '../../core/exposure';
import { fieldsOf, readConfig, textOf } from '../launch/readConfig';
import { createLook } from './shape';

/**
 * Codex, as seen at 0.169: `rollout-*.jsonl` of a session, what was typed in `history.jsonl`, and a database that holds the same
 * again and knows places in the rollouts by their offset.
 */
export const codex: TranscriptClient = {
  name: 'codex',
  title: 'Codex',
  places(world) {
    const folder = folderOf(world);
    return [
      { folder: `${folder}/sessions`, files: /\.jsonl$/, depth: 4, direction: 'out' },
      { folder: `${folder}/archived_sessions`, files: /\.jsonl$/, depth: 4, direction: 'out' },
      { folder, files: /^history\.jsonl$|^thread_history_\d+\.sqlite(?:-wal)?$/, depth: 0, direction: 'out' },
      { folder: `${folder}/log`, files: /./, depth: 1, direction: 'kept' },
      { folder: `${folder}/shell_snapshots`, files: /./, depth: 1, direction: 'kept' },
      { folder, files: /^logs_\d+\.sqlite(?:-wal)?$/, depth: 0, direction: 'kept' },
    ];
  },
  createLook: () =>
    createLook({
      kinds: ['role', 'type', 'item_type'],
      left: /^(?:user|developer|system|userMessage|UserMessage|user_message|commandExecution|CommandExecution|mcpToolCall|McpToolCall|\w+_call_output|exec_command_end|mcp_tool_call_end)$/,
      came: /^(?:assistant|agentMessage|AgentMessage|agent_message|reasoning|function_call|custom_tool_call|local_shell_call|web_search_call)$/,
      cameUnder: /^(?:command|parsed_cmd|arguments)$/,
      times: ['timestamp', 'created_at_ms', 'ts'],
      sessions: ['session_id', 'thread_id'],
      workspaces: ['cwd'],
      providers: ['model_provider', 'model_provider_id'],
      models: ['model'],
    }),
  address(world, { provider = 'openai' }) {
    const file = `${folderOf(world)}/config.toml`;
    const config = readConfig(file, world.read(file));
    const own = textOf(fieldsOf(fieldsOf(config.model_providers)[provider]).base_url);
    if (own !== undefined || provider !== 'openai') return own;
    const given = textOf(config.openai_base_url) ?? textOf(world.env.OPENAI_BASE_URL);
    return given ?? (signedIn(world) ? 'https://chatgpt.com' : 'https://api.openai.com');
  },
};

/** Who signed in with a ChatGPT account has no key, and goes elsewhere. */
function signedIn(world: TranscriptWorld): boolean {
  const auth = readConfig('auth.json', world.read(`${folderOf(world)}/auth.json`));
  return auth.tokens !== undefined && textOf(auth.OPENAI_API_KEY) === undefined;
}

function folderOf({ env, home }: TranscriptWorld): string {
  return env.CODEX_HOME || `${home}/.codex`;
}
