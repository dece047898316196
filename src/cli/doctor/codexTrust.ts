import { isHookLine } from '../../agents/setup/commandLine';
import { runProgram } from './runProgram';

/**
 * Why Codex itself says that it wouldn't run our hooks; undefined where it would. It is asked by `hooks/list` of its app server, as
 * seen at 0.169, because what it trusts is a hash that is Codex's own affair.
 */
export async function codexTrust(program: string, cwd: string): Promise<string | undefined> {
  const ask = [
    { id: 1, method: 'initialize', params: { clientInfo: { name: 'lockside', title: 'Lockside', version: '0' } } },
    { method: 'initialized' },
    { id: 2, method: 'hooks/list', params: { cwds: [cwd] } },
  ];
  const input = ask.map(message => `${JSON.stringify(message)}\n`).join('');
  const { out } = await runProgram(program, ['app-server'], {
    ...{ cwd, input, patience: 15_000, until: text => hooksIn(text) !== undefined },
  });
  const hooks = hooksIn(out);
  if (!hooks) return 'Codex did not say whether it trusts the hooks; look at /hooks in codex';
  const ours = hooks.filter(({ command }) => isHookLine(command, 'codex'));
  if (ours.length === 0) return 'Codex does not know of the hooks';
  if (ours.some(({ trustStatus, isManaged }) => trustStatus !== 'trusted' && isManaged !== true))
    return 'Codex skips the hooks, because you have not trusted them yet: start codex, type /hooks and trust them';
  return ours.some(({ enabled }) => enabled === false) ? 'a hook is disabled in Codex (/hooks)' : undefined;
}

interface Listed {
  readonly command?: unknown;
  readonly enabled?: unknown;
  readonly trustStatus?: unknown;
  readonly isManaged?: unknown;
}

function hooksIn(out: string): Listed[] | undefined {
  for (const line of out.split('\n').slice(0, -1)) {
    try {
      const { id, result } = JSON.parse(line) as { id?: unknown; result?: { data?: { hooks?: Listed[] }[] } };
      if (id === 2) return result?.data?.flatMap(({ hooks = [] }) => hooks) ?? [];
    } catch {
      // Not a message.
    }
  }
  return undefined;
}
