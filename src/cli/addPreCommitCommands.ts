import type { Command } from 'commander';
import { failOnOption } from './reportOptions';

const hooks = () => import('./preCommitCommand');

/** `lockside pre-commit …`: git's own hook, put in and taken out. */
export function addPreCommitCommands(program: Command): void {
  const group = program
    .command('pre-commit')
    .description('keep keys, and files that steer AI assistants wrongly, out of commits');
  group
    .command('install')
    .description('have git ask before each commit; a hook that is there is kept and runs first')
    .action(async () => {
      process.exitCode = await (await hooks()).preCommitInstallCommand();
    });
  group
    .command('uninstall')
    .description('take the hook away, and put back the one from before')
    .action(async () => {
      process.exitCode = await (await hooks()).preCommitUninstallCommand();
    });
  group
    .command('run')
    .description('what the hook runs: check what is staged, the lock, waivers and sign-offs')
    .addOption(failOnOption('blocks'))
    .action(async options => {
      process.exitCode = await (await hooks()).preCommitRunCommand(options);
    });
}
