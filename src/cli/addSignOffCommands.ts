import type { Command } from 'commander';

const signingOff = () => import('./signOffCommand');

/** `lockside sign-off …`: people release commits, and nobody releases their own. */
export function addSignOffCommands(program: Command): void {
  const group = program
    .command('sign-off')
    .description('approve a commit as a person, with your own SSH key, as in-toto statement in DSSE');
  group
    .command('add')
    .description('sign off a commit; asks at the terminal, and refuses AI agents')
    .option('--commit <name>', 'which commit', 'HEAD')
    .requiredOption('--role <role>', 'what you answer for, one of the roles that "lockside.approvers" gives you')
    .requiredOption('--reason <text>', 'what you have looked at')
    .option('--reject', 'reject it instead')
    .requiredOption('--key <file>', 'your private key, or the public one where an SSH agent holds it')
    .action(async options => {
      process.exitCode = await (await signingOff()).signOffCommand(options);
    });
  group
    .command('status')
    .description('whether a commit may be released by what "lockside.signOff" wants; exits with 1 where it may not')
    .option('--commit <name>', 'which commit; those on top that only add sign-offs are passed over', 'HEAD')
    .option('--base <name>', "whoever made a commit since then can't approve (default: only that commit counts)")
    .action(async options => {
      process.exitCode = await (await signingOff()).signOffStatusCommand(options);
    });
}
