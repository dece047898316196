import type { Said, TranscriptClient, TranscriptLook, TranscriptWorld } from '../../core/exposure';
import { fieldsOf, readConfig, textOf } from '../launch/readConfig';
import { createLook } from './shape';

/** opencode, as seen at 1.18: a database; earlier versions keep a file for each message and each of its parts in `storage`. */
export const opencode: TranscriptClient = {
  name: 'opencode',
  title: 'opencode',
  places(world) {
    const folder = `${world.env.XDG_DATA_HOME || `${world.home}/.local/share`}/opencode`;
    return [
      { folder, files: /^opencode[\w-]*\.db(?:-wal)?$/, depth: 0, direction: 'out' },
      { folder: `${folder}/storage`, files: /\.json$/, depth: 4, direction: 'out' },
      { folder: `${folder}/tool-output`, files: /./, depth: 2, direction: 'out' },
      { folder: `${folder}/log`, files: /./, depth: 1, direction: 'kept' },
    ];
  },
  createLook() {
    const look = createLook({
      kinds: ['role', 'type'],
      left: /^(?:user|tool|file|system)$/,
      came: /^(?:assistant|reasoning)$/,
      cameUnder: /^input$/,
      times: ['time.created', 'time.start', 'time_created'],
      sessions: ['sessionID', 'session_id'],
      workspaces: ['directory', 'path.cwd'],
      providers: ['providerID', 'model.providerID'],
      models: ['modelID', 'model.modelID'],
    });
    return withMessages(look);
  },
  address(world, { provider = '' }) {
    const own = configsOf(world).map(config => fieldsOf(fieldsOf(fieldsOf(config.provider)[provider]).options).baseURL);
    return own.map(textOf).find(url => url !== undefined) ?? usual[provider];
  },
};

/** A text's part names its message, and only the message says who speaks. */
function withMessages(look: TranscriptLook): TranscriptLook {
  const messages = new Map<string, Said>();
  return (fields, name, said) => {
    const of = messages.get(textOf(fields.message_id) ?? textOf(fields.messageID) ?? '');
    const found = look(fields, name, of ? { ...said, ...of } : said);
    const data = fieldsOf(fields.data);
    const role = textOf(fields.role) ?? textOf(data.role);
    const id = textOf(fields.id);
    if (role !== undefined && id !== undefined && messages.size < mostMessages)
      messages.set(id, look({ ...data, role }, name, found));
    return found;
  };
}

const mostMessages = 200_000;

function configsOf(world: TranscriptWorld) {
  const folder = `${world.env.XDG_CONFIG_HOME || `${world.home}/.config`}/opencode`;
  return ['opencode.json', 'opencode.jsonc', 'config.json'].map(name =>
    readConfig(name, world.read(`${folder}/${name}`)),
  );
}

const usual: Readonly<Record<string, string>> = {
  anthropic: 'https://api.anthropic.com',
  openai: 'https://api.openai.com',
  google: 'https://generativelanguage.googleapis.com',
  opencode: 'https://opencode.ai',
};
