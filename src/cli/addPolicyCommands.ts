import { type Command, Option } from 'commander';
import { dataClasses } from '../core/model';

const policy = () => import('./policyCommand');
const vendors = () => import('./vendorsCommand');

/** `lockside policy …`: what holds, why, and what would. */
export function addPolicyCommands(program: Command): void {
  const group = program
    .command('policy')
    .description('say which policy holds here and why, test it, and try another one on past decisions');
  group
    .command('check')
    .description('the layers that hold, and what is wrong with any of them')
    .action(async () => {
      process.exitCode = await (await policy()).policyCheckCommand();
    });
  group
    .command('explain')
    .description('what becomes of a finding, and what each layer says of it')
    .argument('<detector>', 'such as secret/github-token or pii/email')
    .option('--path <path>', 'the file that it stands in, relative to the workspace')
    .option('--to <destination>', 'KIND:NAME, as rules write it', 'model:copilot/gpt-5')
    .addOption(new Option('--class <class>', 'how confidential the text is').choices(dataClasses))
    .option('--json', 'as one JSON object')
    .action(async (detector, options) => {
      process.exitCode = await (await policy()).policyExplainCommand(detector, options);
    });
  group
    .command('test')
    .description('check the policy by cases: [{"detector": …, "to": "KIND:NAME", "expect": …}]')
    .argument('[file]', 'a JSON file', '.lockside/policy-tests.json')
    .action(async file => {
      process.exitCode = await (await policy()).policyTestCommand(file);
    });
  group
    .command('simulate')
    .description('which past decisions would have been others with one more policy above this one')
    .requiredOption('--with <file>', 'a policy, with the keys of settings.json')
    .requiredOption('--events <file>', 'past decisions, one JSON object a line, as "lockside audit export" writes them')
    .action(async options => {
      process.exitCode = await (await policy()).policySimulateCommand(options);
    });
  group
    .command('update')
    .description('fetch what "lockside.extends" names from elsewhere, and say which hash to pin')
    .action(async () => {
      process.exitCode = await (await policy()).policyUpdateCommand();
    });
  group
    .command('sign')
    .description('sign a policy with your own SSH key, into FILE.sig')
    .argument('<file>', 'the policy')
    .requiredOption('--key <file>', 'your private key, or the public one where an SSH agent holds it')
    .action(async (file, options) => {
      process.exitCode = await (await policy()).policySignCommand(file, options);
    });
  program
    .command('vendors')
    .description('who gets data, what is on record about them, and what is missing; exits with 1 where something is')
    .option('--json', 'as one JSON list')
    .action(async options => {
      process.exitCode = await (await vendors()).vendorsCommand(options);
    });
}
