import type { Command } from 'commander';
import { countOption } from './countOption';
import { sizeOption } from './sizeOption';

const redaction = () => import('./redactCommand');
const synthesizing = () => import('./synthesizeCommand');

/** The commands about texts that may leave, and files to test with: redact, restore, synthesize. What each needs is loaded when it runs. */
export function addRedactCommands(program: Command): void {
  program
    .command('redact')
    .description('standard input with placeholders in place of secrets and personal data, to standard output')
    .option('--map <file>', 'the encrypted map of placeholders (default: one for this workspace)')
    .option('--path <name>', "the input's path, for the policy")
    .addOption(sizeOption())
    .addHelpText(
      'after',
      '\nWhere anything fails, nothing is written and the exit code is 2. The key of the map is in the keychain, or in LOCKSIDE_KEY.',
    )
    .action(async options => {
      process.exitCode = await (await redaction()).redactCommand(options);
    });

  program
    .command('restore')
    .description('standard input with the values put back, to standard output')
    .option('--map <file>', 'the encrypted map of placeholders (default: the one of this workspace)')
    .action(async options => {
      process.exitCode = await (await redaction()).restoreCommand(options);
    });

  program
    .command('synthesize')
    .description('make test data from a real file: the same format, with made-up people and dummies of secrets')
    .argument('<file>', 'CSV, TSV, JSON, YAML, SQL, a notebook, a log or any other text')
    .option('--out <file>', 'where the copy goes, - for standard output (default: NAME.synthetic.EXT beside the file)')
    .option(
      '--seed <text>',
      'the same seed gives the same copy everywhere; keep it to yourself (default: the key of this workspace)',
    )
    .addOption(countOption('--rows <n>', 'how many rows a table in CSV, TSV or NDJSON shall have'))
    .addOption(sizeOption())
    .addHelpText(
      'after',
      "\nThe same value becomes the same one throughout. Where a value that was found would remain, nothing is written and the exit\ncode is 2. What a scan doesn't find stays as it is: look at the copy before you give it away.",
    )
    .action(async (file, options) => {
      process.exitCode = await (await synthesizing()).synthesizeCommand(file, options);
    });
}
