import type { TranscriptClient } from '../../core/exposure';
import { createLook, roles } from './shape';

/**
 * Gemini CLI, as seen at 0.61: `tmp/<project>/chats`, what was typed in `logs.json`, saved chats in `checkpoint*.json`; earlier
 * versions keep a chat in one JSON file. The project's folder stands in `.project_root`.
 */
export const geminiCli: TranscriptClient = {
  name: 'gemini-cli',
  title: 'Gemini CLI',
  places: ({ home }) => [
    {
      folder: `${home}/.gemini/tmp`,
      files: /\/chats\/.*\.jsonl?$|\/logs\.json$|\/checkpoint[^/]*\.json$/,
      depth: 5,
      direction: 'out',
    },
    {
      folder: `${home}/.gemini/tmp`,
      files: /\/(?:logs|tool-outputs?|checkpoints|shell_history)(?:\/|$)/,
      depth: 5,
      direction: 'kept',
    },
  ],
  createLook: () =>
    createLook({
      kinds: ['role', 'type'],
      left: roles.left,
      came: /^(?:gemini|model|assistant)$/,
      leftUnder: /^(?:functionResponse|result|response)$/,
      cameUnder: /^(?:functionCall|args)$/,
      times: ['timestamp', 'startTime'],
      sessions: ['sessionId'],
      models: ['model'],
    }),
  workspaceOf(file, { home, read }) {
    const base = `${home}/.gemini/tmp/`;
    const [project] = file.startsWith(base) ? file.slice(base.length).split('/') : [];
    return project === undefined ? undefined : read(`${base}${project}/.project_root`)?.trim();
  },
  address: ({ env }) => env.GOOGLE_GEMINI_BASE_URL ?? 'https://generativelanguage.googleapis.com',
};
