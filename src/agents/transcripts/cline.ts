import type { TranscriptClient, TranscriptWorld } from '../../core/exposure';
import { fieldsOf, readConfig, textOf } from '../launch/readConfig';
import { createLook } from './shape';
import { editorFolders } from './vscodeChat';

/** Cline, as seen at 3.0: `sessions/<id>/<id>.messages.json`, a log of its hooks; as an extension, `tasks` in the editor's storage. */
export const cline: TranscriptClient = {
  name: 'cline',
  title: 'Cline',
  places(world) {
    const data = dataOf(world);
    const stores = editorFolders(world).map(folder => `${folder}/globalStorage/saoudrizwan.claude-dev`);
    return [
      { folder: `${data}/sessions`, files: /\.json$/, depth: 3, direction: 'out' },
      ...[data, ...stores].map(folder => ({
        folder: `${folder}/tasks`,
        files: /\.json$/,
        depth: 2,
        direction: 'out' as const,
      })),
      { folder: `${data}/db`, files: /\.db(?:-wal)?$/, depth: 0, direction: 'out' },
      { folder: `${data}/logs`, files: /^hooks\.jsonl$/, depth: 0, direction: 'out' },
      { folder: `${data}/logs`, files: /\.log$/, depth: 1, direction: 'kept' },
    ];
  },
  createLook: () =>
    createLook({
      kinds: ['role', 'type', 'hookName'],
      left: /^(?:user|tool_result|prompt_submit|system)$/,
      came: /^(?:assistant|tool_use|tool_call)$/,
      leftUnder: /^(?:output|system_prompt)$/,
      cameUnder: /^(?:input|parameters|preToolUse)$/,
      times: ['ts', 'timestamp'],
      sessions: ['sessionId', 'sessionContext.rootSessionId', 'taskId'],
      workspaces: ['workspaceInfo.rootPath', 'cwd', 'cwdOnTaskInitialization'],
      providers: ['modelInfo.provider'],
      models: ['modelInfo.id', 'modelInfo.modelId'],
    }),
  address(world, { provider = '' }) {
    const config = readConfig('providers.json', world.read(`${dataOf(world)}/settings/providers.json`));
    const providers = fieldsOf(config.providers);
    const one = provider in providers ? provider : provider.replace(/-compatible$/, '');
    return textOf(fieldsOf(fieldsOf(providers[one]).settings).baseUrl) ?? usual[one];
  },
};

const usual: Readonly<Record<string, string>> = {
  openai: 'https://api.openai.com',
  'openai-native': 'https://api.openai.com',
  anthropic: 'https://api.anthropic.com',
  gemini: 'https://generativelanguage.googleapis.com',
  cline: 'https://api.cline.bot',
};

function dataOf({ env, home }: TranscriptWorld): string {
  return env.CLINE_DATA_DIR || `${home}/.cline/data`;
}
