import type { TranscriptClient } from '../../core/exposure';
import { fieldsOf, readConfig, textOf } from '../launch/readConfig';
import { createLook, roles } from './shape';

/** Continue, as seen at 1.5: a file for each session, of the command line and of the extension alike; no times in them. */
export const continueCli: TranscriptClient = {
  name: 'continue',
  title: 'Continue',
  places({ env, home }) {
    const folder = env.CONTINUE_GLOBAL_DIR || `${home}/.continue`;
    return [
      { folder: `${folder}/sessions`, files: /\.json$/, depth: 0, direction: 'out' },
      { folder: `${folder}/dev_data`, files: /\.jsonl$/, depth: 2, direction: 'out' },
      { folder: `${folder}/logs`, files: /./, depth: 1, direction: 'kept' },
    ];
  },
  createLook: () =>
    createLook({
      kinds: ['role'],
      ...roles,
      leftUnder: /^(?:contextItems|output)$/,
      cameUnder: /^(?:toolCalls|toolCall|parsedArgs)$/,
      times: ['timestamp', 'dateCreated'],
      sessions: ['sessionId'],
      workspaces: ['workspaceDirectory'],
      providers: ['modelProvider'],
      models: ['usage.model', 'chatModelTitle', 'modelTitle'],
    }),
  address({ env, home, read }, { model }) {
    const file = `${env.CONTINUE_GLOBAL_DIR || `${home}/.continue`}/config.yaml`;
    const { models } = readConfig(file, read(file));
    const all = Array.isArray(models) ? models.map(fieldsOf) : [];
    const one = all.find(it => model !== undefined && (it.model === model || it.name === model)) ?? all[0];
    return textOf(one?.apiBase) ?? usual[textOf(one?.provider) ?? ''];
  },
};

const usual: Readonly<Record<string, string>> = {
  openai: 'https://api.openai.com',
  anthropic: 'https://api.anthropic.com',
  gemini: 'https://generativelanguage.googleapis.com',
  ollama: 'http://127.0.0.1:11434',
};
