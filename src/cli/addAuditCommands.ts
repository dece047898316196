import type { Command } from 'commander';
import { countOption } from './countOption';

const audit = () => import('./auditCommand');

/** `lockside audit …`: what was decided on every way out, and the proof that nobody has changed the record of it. */
export function addAuditCommands(program: Command): void {
  const group = program
    .command('audit')
    .description('what was decided on every way out of this machine, and proof that the record of it was not changed');
  group
    .command('verify')
    .description('follow the chains of the trail; exits with 1 where it was edited, cut or rewritten')
    .option('--anchor <file...>', 'checkpoints that were kept elsewhere; without one, a whole rewrite is not seen')
    .option('--trail <folder>', "another machine's trail (default: this user's)")
    .action(async options => {
      process.exitCode = await (await audit()).auditVerifyCommand(options);
    });
  group
    .command('checkpoint')
    .description('sign what the trail is now')
    .option('--out <file>', 'write it there, to be kept elsewhere and given to --anchor later')
    .option('--trailer', 'print it as a git trailer, for a commit message')
    .action(async options => {
      process.exitCode = await (await audit()).auditCheckpointCommand(options);
    });
  group
    .command('show')
    .description('the last decisions, without a value')
    .addOption(countOption('--last <n>', 'how many').default(50))
    .option('--json', 'one JSON object a line')
    .action(async options => {
      process.exitCode = await (await audit()).auditShowCommand(options);
    });
}
