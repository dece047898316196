import { type Command, Option } from 'commander';
import { actions } from '../core/model';

const waiver = () => import('./waiverCommand');

/** `lockside waiver …`: what people let go for a while, with their own signature. */
export function addWaiverCommands(program: Command): void {
  const group = program
    .command('waiver')
    .description('let go for a while what the policy forbids, with a reason, an end and the signature of an approver');
  group
    .command('add')
    .description('write one down; it changes nothing until an approver signs it')
    .requiredOption('--detector <glob...>', 'which findings, such as secret/jwt')
    .option('--path <glob...>', 'in which files')
    .option('--to <destination...>', 'on the way where, KIND:NAME as rules write it')
    .addOption(new Option('--action <action>', 'what holds instead').choices(actions).default('allow'))
    .requiredOption('--reason <text>', 'why; everybody who has the repository can read it')
    .requiredOption('--owner <name>', 'who answers for it')
    .option('--expires <when>', 'a day, an instant in UTC, or a number of days', '30')
    .action(async options => {
      process.exitCode = await (await waiver()).waiverAddCommand(options);
    });
  group
    .command('sign')
    .description('sign one with your own SSH key; asks at the terminal, and refuses AI agents')
    .argument('<id>', 'as "waiver list" tells it')
    .requiredOption('--key <file>', 'your private key, or the public one where an SSH agent holds it')
    .action(async (id, options) => {
      process.exitCode = await (await waiver()).waiverSignCommand(id, options);
    });
  group
    .command('list')
    .description('those that hold, and why the others do not')
    .action(async () => {
      process.exitCode = await (await waiver()).waiverListCommand();
    });
}
