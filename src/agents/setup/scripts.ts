import { quoted } from '../../core/shell/quoted';
import type { HookSetup, SetupWorld } from './hookSetup';

/** What every program of ours says about itself, by which it is known as ours. */
export const mark = 'Made by `lockside setup`';

export function isOurScript(text: string | undefined): boolean {
  return text?.slice(0, 400).includes(mark) ?? false;
}

/** The program that hooks and launchers start: one place that knows where Lockside is, so that an update changes it alone. */
export function ownProgram(world: Pick<SetupWorld, 'bin' | 'windows'>): string {
  return world.windows ? `${world.bin}\\lockside.cmd` : `${world.bin}/lockside`;
}

/** Its text. A Node that is gone is looked for on the PATH; where there is none, hooks block. */
export function ownProgramText({ start: { node, cli, electron }, windows }: SetupWorld): string {
  if (windows)
    return [
      '@echo off',
      `rem ${mark}: starts Lockside for hooks and launchers.`,
      ...(electron ? ['set ELECTRON_RUN_AS_NODE=1'] : []),
      `"${node}" "${cli}" %*`,
      '',
    ].join('\r\n');
  return [
    '#!/bin/sh',
    `# ${mark}: starts Lockside for hooks and launchers.`,
    `node=${quoted(node)}`,
    '[ -x "$node" ] || node=$(command -v node) || { echo "Lockside finds no Node to run on" >&2; exit 2; }',
    `${electron ? 'ELECTRON_RUN_AS_NODE=1 ' : ''}exec "$node" ${quoted(cli)} "$@"`,
    '',
  ].join('\n');
}

/** The command line that our program starts, read from its text. */
export function startedBy(text: string): string | undefined {
  const inSh = /exec "\$node" '(.*)' "\$@"/.exec(text)?.[1]?.replaceAll("'\\''", "'");
  return inSh ?? /^"[^"]*" "([^"]*)" %\*/m.exec(text)?.[1];
}

/** A client's name in our folder, which starts the client guarded. */
export function launcher(world: SetupWorld, program: string, client: string): { file: string; text: string } {
  const own = ownProgram(world);
  if (world.windows)
    return {
      file: `${world.bin}\\${program}.cmd`,
      text: `@echo off\r\nrem ${mark} ${client}.\r\n"${own}" run ${client} %*\r\n`,
    };
  return {
    file: `${world.bin}/${program}`,
    text: `#!/bin/sh\n# ${mark} ${client}.\nexec ${quoted(own)} run ${client} "$@"\n`,
  };
}

/** The file of a client that hooks are put into. */
export function hookFile(setup: HookSetup, world: SetupWorld): string {
  return `${setup.folder(world)}/${setup.file}`;
}
