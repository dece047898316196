import type { ConfigLook } from '../configFile';
import { field, fieldOf, textIn } from '../configTree';
import { skipsPermission } from '../dangers';
import { judgeHook } from '../hookChecks';

/** Lists tasks, and tells those that run as soon as the folder is opened. */
export function readTasks(config: ConfigLook): void {
  for (const task of field(config.root, 'tasks')?.items ?? []) {
    const command =
      fieldOf(task, 'command', 'script') ?? field(task, 'windows', 'command') ?? field(task, 'linux', 'command');
    if (command?.kind !== 'text') continue;
    const args = (field(task, 'args')?.items ?? []).map(it => textIn(it) ?? textIn(field(it, 'value')) ?? '').join(' ');
    const whole = { ...command, value: `${command.value} ${args}`.trim() };
    const opening = textIn(field(task, 'runOptions', 'runOn')) === 'folderOpen';
    if (opening) judgeHook(config, whole, { event: 'folderOpen', opening }, 'task');
    else if (skipsPermission(String(whole.value)))
      judgeHook(
        { ...config, foreign: false },
        whole,
        { event: textIn(field(task, 'label')) ?? 'task', opening },
        'task',
      );
    else config.item('task', textIn(field(task, 'label')) ?? 'task', command.span);
  }
}
