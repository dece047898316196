import { checkEnvironment } from '../baseUrls';
import type { ConfigLook } from '../configFile';
import { field, textIn } from '../configTree';
import { judgeHook } from '../hookChecks';
import { readSettings } from './vscodeSettings';

/** What runs on this machine itself is `initializeCommand` alone; the rest runs in the container, which only matters where it fetches and runs. */
export function readDevcontainer(config: ConfigLook): void {
  const { root } = config;
  config.servers({}, 'customizations', 'vscode', 'mcp', 'servers');
  const settings = field(root, 'customizations', 'vscode', 'settings');
  if (settings) readSettings({ ...config, root: settings });
  for (const event of [
    'initializeCommand',
    'onCreateCommand',
    'updateContentCommand',
    'postCreateCommand',
    'postStartCommand',
    'postAttachCommand',
  ]) {
    const node = field(root, event);
    const commands = node?.kind === 'table' ? node.fields.map(it => it.node) : node ? [node] : [];
    for (const one of commands) {
      const command =
        one.kind === 'list'
          ? { ...one, kind: 'text' as const, value: one.items.map(it => String(it.value ?? '')).join(' ') }
          : one;
      judgeHook({ ...config, foreign: config.foreign && event === 'initializeCommand' }, command, {
        event,
        opening: true,
      });
    }
  }
  for (const node of field(root, 'runArgs')?.items ?? [])
    if (/^--privileged$|docker\.sock/.test(textIn(node) ?? ''))
      config.finding(
        'agent/container',
        node.span,
        `${/sock/.test(textIn(node) ?? '') ? "the runtime's socket" : 'a privileged container'}: it has all rights on this machine`,
        { level: 'critical' },
      );
  for (const node of field(root, 'mounts')?.items ?? [])
    if (/source=(?:\/|\$\{localEnv:HOME\}|\/var\/run\/docker\.sock)(?:,|$)/.test(textIn(node) ?? ''))
      config.finding('agent/container', node.span, 'the whole disk, the home or the socket of the runtime is mounted', {
        level: 'critical',
      });
  checkEnvironment(
    config,
    [...(field(root, 'remoteEnv')?.fields ?? []), ...(field(root, 'containerEnv')?.fields ?? [])],
    'the container',
  );
}
