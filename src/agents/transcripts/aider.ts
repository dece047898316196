import type { TranscriptClient } from '../../core/exposure';
import { readConfig, readEnvFile, textOf } from '../launch/readConfig';
import { createLook, roles } from './shape';

/** aider, as seen at 0.86: Markdown and plain text in the folder that it was started in. */
export const aider: TranscriptClient = {
  name: 'aider',
  title: 'aider',
  places: ({ home, workspaces }) =>
    [...new Set([home, ...workspaces])].map(folder => ({
      folder,
      files: /^\.aider\.(?:chat\.history\.md|input\.history|llm\.history)$/,
      depth: 0,
      direction: 'out',
    })),
  createLook: () => createLook({ kinds: ['role'], ...roles }),
  address({ env, home, read }) {
    const file = `${home}/.aider.conf.yml`;
    const own = textOf(readConfig(file, read(file))['openai-api-base']);
    return own ?? readEnvFile(read(`${home}/.env`)).OPENAI_API_BASE ?? env.OPENAI_API_BASE;
  },
  note: 'aider writes down what was typed and answered; the files that it attached left as well, and stand in no history unless --llm-history-file is set.',
};
