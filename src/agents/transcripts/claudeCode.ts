import type { TranscriptClient, TranscriptWorld } from '../../core/exposure';
import { fieldsOf, readConfig, textOf } from '../launch/readConfig';
import { createLook, roles } from './shape';

/**
 * Claude Code, as seen at 2.1: a line for each message in `projects/*.jsonl`, what was typed in `history.jsonl`, and beside them
 * copies of files, lists and shells that didn't leave.
 */
export const claudeCode: TranscriptClient = {
  name: 'claude-code',
  title: 'Claude Code',
  places(world) {
    const folder = folderOf(world);
    return [
      { folder: `${folder}/projects`, files: /\.(?:jsonl|json|txt|md)$/, depth: 6, direction: 'out' },
      { folder, files: /^history\.jsonl$/, depth: 0, direction: 'out' },
      ...['todos', 'tasks', 'plans', 'shell-snapshots', 'file-history', 'paste-cache', 'debug', 'backups'].map(
        name => ({
          folder: `${folder}/${name}`,
          files: /./,
          depth: 4,
          direction: 'kept' as const,
        }),
      ),
    ];
  },
  createLook: () =>
    createLook({
      ...roles,
      kinds: ['role', 'type', 'operation'],
      left: /^(?:user|tool_result|attachment|system|enqueue|human)$/,
      kept: /^(?:file-history-snapshot)$/,
      times: ['timestamp'],
      sessions: ['sessionId'],
      workspaces: ['cwd', 'project'],
      models: ['model'],
    }),
  address(world) {
    const file = `${folderOf(world)}/settings.json`;
    const env = fieldsOf(readConfig(file, world.read(file)).env);
    return textOf(env.ANTHROPIC_BASE_URL) ?? textOf(world.env.ANTHROPIC_BASE_URL) ?? 'https://api.anthropic.com';
  },
};

function folderOf({ env, home }: TranscriptWorld): string {
  return env.CLAUDE_CONFIG_DIR || `${home}/.claude`;
}
