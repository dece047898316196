import { type Command, Option } from 'commander';
import { version } from '../../package.json';
import { jsonlReport } from '../audit/jsonlReport';
import { jsonReport } from '../audit/jsonReport';
import { sarifReport } from '../audit/sarifReport';
import { textReport } from '../audit/textReport';
import { dataClasses } from '../core/model';
import { countOption } from './countOption';
import { failOnOption, formatOption } from './reportOptions';
import { scanHelp } from './scanHelp';
import { sizeOption } from './sizeOption';

const baseline = () => import('./baselineCommand');
const classifying = () => import('./classifyCommand');
const fingerprinting = () => import('./fingerprintCommand');
const scanning = () => import('./scanCommand');
const verifying = () => import('./verifyCommand');

const reporters = {
  text: () => textReport(process.stdout.isTTY === true && !process.env.NO_COLOR),
  json: jsonReport,
  jsonl: jsonlReport,
  sarif: () => sarifReport(version),
};

/** The commands about what is found in files: scan, baseline, verify, classify, fingerprint. What each needs is loaded when it runs. */
export function addScanCommands(program: Command): void {
  program
    .command('scan')
    .description('find secrets and personal data in files')
    .argument('[paths...]', 'files and folders (default: this folder)')
    .addOption(formatOption(Object.keys(reporters)))
    .addOption(new Option('--staged', 'scan what git would commit next').conflicts('stdin'))
    .addOption(
      new Option('--history', "scan every content that the repository's history has").conflicts(['staged', 'stdin']),
    )
    .addOption(
      new Option('--since <when>', 'with --history: only what came after a commit or a day').implies({ history: true }),
    )
    .addOption(countOption('--max-commits <n>', 'with --history: only the newest commits').implies({ history: true }))
    .option('--archives', 'open zip, tar and gzip files that are met; one that is named is always opened')
    .option('--stdin', 'scan standard input')
    .option('--stdin-path <name>', 'what standard input is called in the report and the policy', '<stdin>')
    .addOption(failOnOption())
    .addOption(sizeOption())
    .addOption(countOption('--threads <n>', 'how many threads scan (default: one per core, 8 at most)'))
    .option('--verbose', 'name what is passed over, and the files of other scanners that count')
    .addHelpText('after', scanHelp)
    .action(async (paths, options) => {
      process.exitCode = await (await scanning()).scanCommand(
        paths,
        options,
        reporters[options.format as keyof typeof reporters](),
      );
    });

  program
    .command('baseline')
    .description(
      'accept the findings that stand now, so that only new ones are told: into .lockside/baseline.json, for review',
    )
    .argument('[paths...]', 'files and folders (default: this folder)')
    .option('--reason <text>', 'why they may stand; everybody who has the repository can read it')
    .option('--owner <name>', "who answers for them (default: git's user.name)")
    .option('--expires <when>', 'the last day they are accepted, YYYY-MM-DD, or a number of days', '90')
    .option('--update', 'drop the entries that are found no longer; with --reason, accept what is new as well')
    .addOption(
      new Option('--check', 'write nothing; exit with 1 where something is new').conflicts(['update', 'reason']),
    )
    .option('--history', "what the repository's history holds, too")
    .addOption(sizeOption())
    .addHelpText(
      'after',
      '\nAn accepted value is left out of reports and of the editor, in its file and until its day. On the way to a model it is held\nback as ever. The first baseline adds "lockside.fingerprintSalt" to .vscode/settings.json: commit both files.',
    )
    .action(async (paths, options) => {
      process.exitCode = await (await baseline()).baselineCommand(paths, options, reporters.text());
    });

  program
    .command('verify')
    .description('ask providers, straight from this machine, whether the keys in files are live')
    .argument('[paths...]', 'files and folders (default: this folder)')
    .requiredOption('--provider <names>', 'the providers that may be asked, such as github,slack', (names: string) =>
      names.split(','),
    )
    .option('--yes', 'send without asking first')
    .action(async (paths, options) => {
      process.exitCode = await (await verifying()).verifyCommand(paths, options);
    });

  program
    .command('classify')
    .description('say how confidential files are (public, internal, confidential, restricted), and why')
    .argument('[paths...]', 'files and folders (default: this folder)')
    .option('--json', 'one JSON object a line')
    .option('--all', 'also the files that nothing is said about')
    .action(async (paths, options) => {
      process.exitCode = await (await classifying()).classifyCommand(paths, options);
    });

  program
    .command('fingerprint')
    .description(
      'make fingerprints of confidential code, by which its pieces are recognised: into .lockside/fingerprints.json',
    )
    .argument('[paths...]', 'files and folders')
    .addOption(
      new Option('--class <class>', "the files' class (default: their own, at least confidential)").choices(
        dataClasses,
      ),
    )
    .option('--update', 'make all of them anew, and drop what is gone')
    .addOption(new Option('--check', 'write nothing; exit with 1 where some are out of date').conflicts('update'))
    .addHelpText(
      'after',
      '\nThey survive renaming, reformatting and moving. They are keyed with "lockside.fingerprintSalt", and no code can be read from them.',
    )
    .action(async (paths, options) => {
      process.exitCode = await (await fingerprinting()).fingerprintCommand(paths, options);
    });
}
