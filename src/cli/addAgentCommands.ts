import { type Command, Option } from 'commander';
import { version } from '../../package.json';
import { failOnOption, formatOption } from './reportOptions';

const agents = () => import('./agentsCommand');
const agentTools = () => import('./agentToolsCommand');
const locking = () => import('./lockCommand');

/** The commands about AI clients' configurations and tools: agents, lock. What each needs is loaded when it runs. */
export function addAgentCommands(program: Command): void {
  const agentsParent = program
    .command('agents')
    .description(
      'list AI clients with their servers, hooks, rules and keys, and tell what is wrong with them; nothing is started',
    )
    .argument('[paths...]', 'files and folders (default: this folder, and your home)')
    .option('--home <dir>', 'look into this home, at the places that clients are known for')
    .addOption(formatOption())
    .addOption(failOnOption())
    .option('--allow <globs...>', 'names or packages of the servers that may be used; all others are told')
    .option(
      '--packed <file>',
      'only files of this list: what "npm pack --dry-run --json" says, or one path a line; - for standard input',
    )
    .addHelpText(
      'after',
      "\nExit codes: 0 nothing found; 1 findings at or above --fail-on; 2 a path that can't be read, or wrong usage.",
    )
    .action(async (paths, options) => {
      process.exitCode = await (await agents()).agentsCommand(paths, { ...options, version });
    });

  agentsParent
    .command('tools')
    .description(
      "judge saved answers of MCP servers to tools/list: hidden instructions, words about other servers' tools",
    )
    .argument('<files...>', '{"server": …, "tools": […]}, an answer as it came, or a file with several servers')
    .addOption(formatOption(['jsonl', 'text']))
    .addOption(failOnOption())
    .action(async (files, options) => {
      process.exitCode = await (await agentTools()).agentToolsCommand(files, options);
    });

  program
    .command('lock')
    .description(
      'show what has changed of rules, skills, hooks, servers and tools since it was approved, and approve it',
    )
    .addOption(
      new Option('--check', 'write nothing; exit with 1 where something differs').conflicts(['yes', 'restore']),
    )
    .option('--restore [path]', 'put approved files back as they were: all, or one')
    .option('--tools <files...>', 'saved answers to tools/list, beside what the MCP proxy has seen')
    .option('--yes', 'approve without asking')
    .addHelpText(
      'after',
      '\nCommit lockside.lock and .lockside/locked: the texts that hold no secret stand there in clear, so that a review sees them.',
    )
    .action(async options => {
      process.exitCode = await (await locking()).lockCommand(options);
    });
}
