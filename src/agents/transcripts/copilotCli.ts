import type { TranscriptClient } from '../../core/exposure';
import { createLook } from './shape';

/** Copilot CLI, as seen at 1.0: `session-state/<session>/events.jsonl`; earlier versions keep `history-session-state/*.json`. */
export const copilotCli: TranscriptClient = {
  name: 'copilot-cli',
  title: 'Copilot CLI',
  places({ env, home }) {
    const folder = env.COPILOT_HOME || `${home}/.copilot`;
    return [
      { folder: `${folder}/session-state`, files: /events\.jsonl$|\.json$/, depth: 1, direction: 'out' },
      { folder: `${folder}/history-session-state`, files: /\.jsonl?$/, depth: 1, direction: 'out' },
      { folder, files: /^command-history-state\.json$|^session-store\.db(?:-wal)?$/, depth: 0, direction: 'out' },
      {
        folder: `${folder}/session-state`,
        files: /\/(?:checkpoints|files|research|rewind-file-snapshots)\//,
        depth: 5,
        direction: 'kept',
      },
      { folder: `${folder}/logs`, files: /./, depth: 1, direction: 'kept' },
    ];
  },
  createLook: () =>
    createLook({
      kinds: ['role', 'type'],
      left: /^(?:user|system|tool|user\.message|system\.message|tool\.execution_complete|hook\.\w+)$/,
      came: /^(?:assistant|assistant\.[\w.]+|tool\.execution_start)$/,
      times: ['timestamp'],
      sessions: ['sessionId', 'session_id'],
      workspaces: ['context.cwd', 'cwd'],
      models: ['model', 'selectedModel'],
    }),
  address: ({ env }) => env.COPILOT_PROVIDER_BASE_URL ?? 'https://api.githubcopilot.com',
};
