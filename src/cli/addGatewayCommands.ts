import { type Command, Option } from 'commander';
import { addressVariable } from '../core/mcpRemote';

const gateway = () => import('./gatewayCommand');
const proxying = () => import('./mcpCommand');
const proxySettingUp = () => import('./mcpSetupCommand');
const running = () => import('./runCommand');

/** The commands about what stands between clients, providers and servers: gateway, run, mcp. What each needs is loaded when it runs. */
export function addGatewayCommands(program: Command): void {
  program
    .command('gateway')
    .description('stand between AI clients and their providers: what leaves is redacted, what comes back is restored')
    .option('--listen <address>', "this machine's own address and a port; 0 takes a free one", '127.0.0.1:8787')
    .option(
      '--upstream <provider=url...>',
      "the base URL of a provider's own SDK: openai=, anthropic=, gemini=, ollama= (default: the providers' own)",
    )
    .option('--workspace <folder>', 'whose policy and map of placeholders hold (default: this folder)')
    .addOption(
      new Option('--client <name...>', 'who may use it; each gets a base URL with a token').default(['default']),
    )
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
    .option('--stdio', `with --http or ${addressVariable}: talk with the client by stdio; headers are in variables`)
    .addOption(new Option('--was <entry>', 'what mcp setup has replaced').hideHelp())
    .option(
      '--listen <address>',
      "with --http: this machine's own address and a port; 0 takes a free one",
      '127.0.0.1:0',
    )
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
    .option('--remote', 'servers behind an address as well that no header signs in to: nobody can log in to them then')
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
}
