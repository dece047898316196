#!/usr/bin/env node
import { Command, Option } from 'commander';
import { version } from '../package.json';
import { jsonlReport } from './audit/jsonlReport';
import { jsonReport } from './audit/jsonReport';
import { sarifReport } from './audit/sarifReport';
import { textReport } from './audit/textReport';
import { addAuditCommands } from './cli/addAuditCommands';
import { addPolicyCommands } from './cli/addPolicyCommands';
import { addSbomCommands } from './cli/addSbomCommands';
import { addSignOffCommands } from './cli/addSignOffCommands';
import { addWaiverCommands } from './cli/addWaiverCommands';
import { countOption } from './cli/countOption';
import { addPackagesCommand } from './cli/packagesOptions';
import { scanHelp } from './cli/scanHelp';
import { sizeOption } from './cli/sizeOption';
import { dataClasses } from './core/model';

// What a command needs is loaded when it runs: `--version`, `--help` and hooks start quickly.
const agents = () => import('./cli/agentsCommand');
const agentTools = () => import('./cli/agentToolsCommand');
const locking = () => import('./cli/lockCommand');
const gateway = () => import('./cli/gatewayCommand');
const proxying = () => import('./cli/mcpCommand');
const proxySettingUp = () => import('./cli/mcpSetupCommand');
const advising = () => import('./cli/advisoriesCommand');
const hooking = () => import('./cli/hookCommand');
const baseline = () => import('./cli/baselineCommand');
const classifying = () => import('./cli/classifyCommand');
const examining = () => import('./cli/doctorCommand');
const fingerprinting = () => import('./cli/fingerprintCommand');
const redaction = () => import('./cli/redactCommand');
const running = () => import('./cli/runCommand');
const scanning = () => import('./cli/scanCommand');
const settingUp = () => import('./cli/setupCommand');
const synthesizing = () => import('./cli/synthesizeCommand');
const transcripts = () => import('./cli/transcriptsCommand');
const verifying = () => import('./cli/verifyCommand');

const reporters = {
  text: () => textReport(process.stdout.isTTY === true && !process.env.NO_COLOR),
  json: jsonReport,
  jsonl: jsonlReport,
  sarif: () => sarifReport(version),
};

const program = new Command('lockside')
  .description(
    'Holds secrets and personal data back from AI assistants: finds them, replaces them by placeholders, puts them back.',
  )
  .version(version)
  .enablePositionalOptions()
  .showHelpAfterError('(lockside --help tells more)')
  .exitOverride(error => process.exit(error.exitCode === 0 ? 0 : 2))
  .addHelpText(
    'after',
    '\nThe policy is read from .vscode/settings.json ("lockside.*"), the same that the editor uses.',
  );

program
  .command('scan')
  .description('find secrets and personal data in files')
  .argument('[paths...]', 'files and folders (default: this folder)')
  .addOption(new Option('--format <format>', 'how to report').choices(Object.keys(reporters)).default('text'))
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
  .addOption(
    new Option('--fail-on <severity>', 'the least severity that exits with 1')
      .choices(['error', 'warning', 'information'])
      .default('warning'),
  )
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

addPackagesCommand(program, version);

const advisories = program.command('advisories').description("OSV's advisories on this machine");

advisories
  .command('update')
  .description("fetch OSV's databases, where they are newer, and compact them here")
  .option('--ecosystem <name...>', 'only these, such as npm, PyPI or crates.io')
  .option('--from <file>', 'import an all.zip that was brought here, of the one --ecosystem')
  .action(async options => {
    process.exitCode = await (await advising()).updateAdvisories(options);
  });

advisories
  .command('status')
  .description('say how old they are, and how many')
  .action(async () => {
    process.exitCode = await (await advising()).tellAdvisories();
  });

const agentsParent = program
  .command('agents')
  .description(
    'list AI clients with their servers, hooks, rules and keys, and tell what is wrong with them; nothing is started',
  )
  .argument('[paths...]', 'files and folders (default: this folder, and your home)')
  .option('--home <dir>', 'look into this home, at the places that clients are known for')
  .addOption(
    new Option('--format <format>', 'how to report').choices(['text', 'json', 'jsonl', 'sarif']).default('text'),
  )
  .addOption(
    new Option('--fail-on <severity>', 'the least severity that exits with 1')
      .choices(['error', 'warning', 'information'])
      .default('warning'),
  )
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
  .addOption(new Option('--format <format>', 'how to report').choices(['jsonl', 'text']).default('jsonl'))
  .addOption(
    new Option('--fail-on <severity>', 'the least severity that exits with 1')
      .choices(['error', 'warning', 'information'])
      .default('warning'),
  )
  .action(async (files, options) => {
    process.exitCode = await (await agentTools()).agentToolsCommand(files, options);
  });

program
  .command('lock')
  .description('show what has changed of rules, skills, hooks, servers and tools since it was approved, and approve it')
  .addOption(new Option('--check', 'write nothing; exit with 1 where something differs').conflicts(['yes', 'restore']))
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
  .addOption(new Option('--check', 'write nothing; exit with 1 where something is new').conflicts(['update', 'reason']))
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
    new Option('--class <class>', "the files' class (default: their own, at least confidential)").choices(dataClasses),
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

program
  .command('gateway')
  .description('stand between AI clients and their providers: what leaves is redacted, what comes back is restored')
  .option('--listen <address>', "this machine's own address and a port; 0 takes a free one", '127.0.0.1:8787')
  .option(
    '--upstream <provider=url...>',
    "the base URL of a provider's own SDK: openai=, anthropic=, gemini=, ollama= (default: the providers' own)",
  )
  .option('--workspace <folder>', 'whose policy and map of placeholders hold (default: this folder)')
  .addOption(new Option('--client <name...>', 'who may use it; each gets a base URL with a token').default(['default']))
  .option('--open', 'ask no client for a token')
  .addHelpText(
    'after',
    "\nClients take the printed base URL in place of their provider's, followed by what they expect behind it: /v1 for OpenAI's.\nWhere two providers have the same path, put the provider before it: BASE/anthropic. NAME=TOKEN keeps a token of your own.",
  )
  .action(async options => {
    process.exitCode = await (await gateway()).gatewayCommand(options);
  });

program
  .command('run')
  .description(
    'start an AI client whose requests go through a gateway that lasts as long as it does; nothing of it stays behind',
  )
  .argument('<client>', 'claude-code, codex, gemini-cli, opencode, copilot-cli, cline, continue or aider')
  .argument('[args...]', "the client's own arguments")
  .passThroughOptions()
  .allowUnknownOption()
  .action(async (client, args) => {
    process.exitCode = await (await running()).runCommand(client, args);
  });

const mcp = program
  .command('mcp')
  .description(
    'stand before an MCP server: what it returns is redacted, its tools are held to the policy; everything else passes',
  )
  .argument('[command...]', 'what starts the server, behind --')
  .option('--name <name>', "the server's name, for rules and questions (default: by its command)")
  .option('--http <url>', 'a server that is reached by HTTP: its address here is printed')
  .option('--listen <address>', "with --http: this machine's own address and a port; 0 takes a free one", '127.0.0.1:0')
  .option('--open', 'with --http: ask no client for a token')
  .option('--workspace <folder>', 'whose policy and map of placeholders hold (default: this folder)')
  .passThroughOptions()
  .addHelpText(
    'after',
    '\nRules for its tools are in "lockside.mcp.permissions". What the server writes to its standard error is redacted as well.',
  )
  .action(async (command, options) => {
    process.exitCode = await (await proxying()).mcpCommand(command, options);
  });

mcp
  .command('setup')
  .description('have clients start their MCP servers by lockside mcp')
  .argument('[client]', 'claude-code, vscode, cursor, codex and so on (default: all that have servers)')
  .option('--undo', 'take exactly that out again')
  .option('--project', "the project's own files as well, which others may share")
  .option('--dry-run', 'write nothing; tell what would be')
  .action(async (client, options) => {
    process.exitCode = await (await proxySettingUp()).mcpSetupCommand(client, options);
  });

mcp
  .command('status')
  .description("tell how each client's MCP servers are started")
  .action(async () => {
    process.exitCode = await (await proxySettingUp()).mcpStatusCommand();
  });

program
  .command('setup')
  .description(
    'guard an AI client for good: by its hooks, or by a launcher of its name; without a client, tell how each stands',
  )
  .argument('[client]', 'claude-code, codex, gemini-cli, opencode, copilot-cli, cline, continue or aider')
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
  .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
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
  .argument('<client>', 'vscode, claude-code, codex, gemini-cli or copilot-cli')
  .action(async client => {
    process.exitCode = await (await hooking()).hookCommand(client);
  });

addAuditCommands(program);
addPolicyCommands(program);
addSignOffCommands(program);
addWaiverCommands(program);
addSbomCommands(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`lockside: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
