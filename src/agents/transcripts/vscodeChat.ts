import type { TranscriptClient, TranscriptWorld } from '../../core/exposure';
import { readConfig, textOf } from '../launch/readConfig';
import { createLook, roles } from './shape';

/**
 * Copilot Chat in VS Code, as seen at 1.139: `chatSessions/*.jsonl`, a first record and changes to it, in `workspaceStorage` and
 * `globalStorage`; earlier versions keep one JSON file for each session.
 */
export const vscodeChat: TranscriptClient = {
  name: 'vscode-chat',
  title: 'VS Code Copilot Chat',
  places: world =>
    editorFolders(world).flatMap(folder => [
      { folder: `${folder}/workspaceStorage`, files: /\/chatSessions\/.*\.jsonl?$/, depth: 3, direction: 'out' },
      {
        folder: `${folder}/globalStorage`,
        files: /(?:^|\/)(?:emptyWindowChatSessions|chatSessions)\/.*\.jsonl?$/,
        depth: 2,
        direction: 'out',
      },
      {
        folder: `${folder}/workspaceStorage`,
        files: /\/(?:GitHub\.copilot-chat|github\.copilot-chat)\/(?:chat-session-resources|transcripts|debug-logs)\//,
        depth: 6,
        direction: 'out',
      },
      {
        folder: `${folder}/workspaceStorage`,
        files: /\/chatEditingSessions\/|\/state\.vscdb$/,
        depth: 5,
        direction: 'kept',
      },
    ]),
  workspaceOf(file, { read }) {
    const [, storage] = /^(.*\/workspaceStorage\/[^/]+)\//.exec(file) ?? [];
    const uri = storage && textOf(readConfig('workspace.json', read(`${storage}/workspace.json`)).folder);
    return uri?.startsWith('file://') ? decodeURIComponent(uri.slice('file://'.length)) : undefined;
  },
  createLook() {
    const look = createLook({
      kinds: ['role', 'kind', 'type'],
      left: roles.left,
      came: /^(?:assistant|markdownContent|thinking|progressMessage|textEditGroup)$/,
      leftUnder:
        /^(?:message|variableData|toolCallResults|resultDetails|toolSpecificData|renderedUserMessage|attachments)$/,
      cameUnder: /^(?:response|toolCallRounds|toolCalls|arguments)$/,
      times: ['timestamp', 'creationDate'],
      sessions: ['sessionId'],
      models: ['modelId'],
    });
    // A change names the property that it changes as a way: `["requests", 0, "response"]`.
    return (fields, name, said) => {
      const way = Array.isArray(fields.k) ? fields.k.findLast(step => typeof step === 'string') : undefined;
      if (way === 'inputText') return { ...said, direction: 'kept' };
      const found = look(fields, way ?? name, said);
      // A guarded model is Lockside's own: what it was given left as placeholders.
      return found.direction === 'out' && guarded.test(found.model ?? '') ? { ...found, direction: 'kept' } : found;
    };
  },
  address: (_, { model = '' }) =>
    /^(?:copilot\/|copilot-|$)/.test(model) ? 'https://api.githubcopilot.com' : undefined,
};

const guarded = /^lockside\//;

/** The `User` folders of VS Code, its kin, and code-server. */
export function editorFolders({ env, home, platform, editors = [] }: TranscriptWorld): string[] {
  const base =
    platform === 'win32'
      ? (env.APPDATA || `${home}/AppData/Roaming`).replaceAll('\\', '/')
      : platform === 'darwin'
        ? `${home}/Library/Application Support`
        : env.XDG_CONFIG_HOME || `${home}/.config`;
  const desktop = ['Code', 'Code - Insiders', 'VSCodium'].map(name => `${base}/${name}/User`);
  const data = env.XDG_DATA_HOME || `${home}/.local/share`;
  return [...new Set([...editors, ...desktop, `${data}/code-server/User`, `${home}/.vscode-server/data/User`])];
}
