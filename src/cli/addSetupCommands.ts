import { type Command, Option } from 'commander';
import { countOption } from './countOption';
import { formatOption } from './reportOptions';

const hooking = () => import('./hookCommand');
const examining = () => import('./doctorCommand');
const settingUp = () => import('./setupCommand');
const transcripts = () => import('./transcriptsCommand');

/** The commands about clients that are guarded, and what they have written down: setup, transcripts, doctor, hook. What each needs is loaded when it runs. */
export function addSetupCommands(program: Command): void {
  program
    .command('setup')
    .description(
      'guard an AI client for good: by its hooks, or by a launcher of its name; without a client, tell how each stands',
    )
    .argument('[client]', 'claude-code, codex, gemini-cli, opencode, copilot-cli, cursor, cline, continue or aider')
    .option('--undo', 'take exactly that out again')
    .option('--gateway', 'a launcher also where the client has hooks')
    .option('--all', 'all clients that are installed')
    .option('--dry-run', 'write nothing; tell what would be')
    .action(async (client, options) => {
      process.exitCode = await (await settingUp()).setupCommand(client, options);
    });

  program
    .command('transcripts')
    .description("find secrets and personal data in AI clients' own session files: what left, where to, and when")
    .option('--client <name...>', 'only these clients, such as claude-code (default: all)')
    .option('--since <when>', 'only what was said since a day (YYYY-MM-DD) or for a number of days (30d)')
    .addOption(formatOption(['text', 'json']))
    .option('--scrub', 'replace the secrets in the files by a mask of the same length, after asking')
    .addOption(new Option('--personal', 'with --scrub: personal data as well').implies({ scrub: true }))
    .addOption(
      new Option('--even-in-use', 'with --scrub: also files written in the last ten minutes').implies({ scrub: true }),
    )
    .option('--yes', 'scrub without asking first')
    .addOption(countOption('--threads <n>', 'how many threads scan (default: one per core, 8 at most)'))
    .addHelpText(
      'after',
      "\nExits with 1 where a secret left, with 2 where something could not be looked at. Without --scrub nothing is changed.\nNo value is printed. Addresses are those that the clients are configured with today. Sessions that ran through Lockside's gateway\nhold the values here, though placeholders left: a client writes down what it says before it is redacted.",
    )
    .action(async options => {
      process.exitCode = await (await transcripts()).transcriptsCommand(options);
    });

  program
    .command('doctor')
    .description(
      'say what of each installed AI client is guarded, after sending canaries; exits with 1 where something is not',
    )
    .argument('[clients...]', 'only these (default: all that are installed)')
    .option('--json', 'as one JSON object')
    .action(async (clients, options) => {
      process.exitCode = await (await examining()).doctorCommand(clients, options);
    });

  program
    .command('hook')
    .description("answer an AI client's hook: its message on standard input, the answer on standard output")
    .argument('<client>', 'vscode, claude-code, codex, gemini-cli, copilot-cli, cursor or opencode')
    .action(async client => {
      process.exitCode = await (await hooking()).hookCommand(client);
    });
}
