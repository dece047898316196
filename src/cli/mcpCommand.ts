import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { basename } from 'node:path';
import spawn from 'cross-spawn';
import { printable } from '../core/printable';
import { isLoopback } from '../gateway/mcp/hostOf';
import { createMcpHttpProxy } from '../gateway/mcp/httpProxy';
import { redactLog } from '../gateway/mcp/redactLog';
import { proxyStdio } from '../gateway/mcp/stdioProxy';
import { causeOf } from '../io/causeOf';
import { write } from '../io/output';
import { clientsOf, portOf } from './gatewayCommand';
import type { McpOptions } from './mcpOptions';
import { targetOf } from './mcpTarget';
import { openMcp } from './openMcp';
import { reachMcpServer } from './reachMcpServer';

/**
 * Stands before an MCP server: one that it starts, or one that is reached by HTTP, whose clients come by HTTP as well or by stdio. Ends as
 * the server ends, with its exit code.
 */
export async function mcpCommand(command: readonly string[], options: McpOptions): Promise<number> {
  if (options.http !== undefined && command.length > 0) throw new Error('give either a command or --http, not both');
  if (options.stdio && command.length > 0) throw new Error('give either a command or --stdio, not both');
  if (options.stdio) return reachMcpServer(options);
  if (options.http !== undefined) return standBefore(targetOf(options.http), options);
  const [program, ...args] = command;
  if (program === undefined) throw new Error('say what starts the server: lockside mcp -- npx some-server');
  return start(program, args, options);
}

async function start(program: string, args: readonly string[], { name, workspace }: McpOptions): Promise<number> {
  const server = name ?? nameOf(program, args);
  // Whoever started us as a Node in an editor's program doesn't mean the server.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
  const child = spawn(program, [...args], { stdio: 'pipe', env, windowsHide: true });
  const ended = endOf(child);
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) return failed(program, await ended);
  const opened = await openMcp({ cwd: workspace ?? process.cwd(), server, local: true }).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  const log = redactLog(opened.parts, stderr, text => write(process.stderr, text));
  const ends = { input: process.stdin, output: process.stdout, server: { stdin, stdout } };
  const proxy = proxyStdio(opened.parts, ends);
  void proxy.clientGone.then(() => stopLater(child));
  const end = await ended;
  const unanswered = await proxy.serverGone;
  await log;
  if ('error' in end) return failed(program, end);
  if (unanswered > 0)
    complain(
      `${server} ended (${wordsOf(end)}) and left ${unanswered} ${unanswered === 1 ? 'request' : 'requests'} unanswered`,
    );
  await opened.close();
  process.stdin.destroy();
  for (const signal of signals) process.off(signal, pass);
  return end.code ?? 128 + (end.signal === null ? 1 : constants.signals[end.signal]);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type End = { readonly code: number | null; readonly signal: NodeJS.Signals | null } | { readonly error: Error };

function endOf(child: ChildProcess): Promise<End> {
  return new Promise(resolve => {
    child.once('error', error => resolve({ error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

function failed(program: string, end: End): number {
  process.stdin.destroy();
  complain(`${program} could not be started: ${'error' in end ? causeOf(end.error) : 'it ended'}`);
  return 127;
}

function wordsOf({ code, signal }: Exclude<End, { error: Error }>): string {
  return signal ?? `exit code ${code}`;
}

/** A client that is gone can't end its server: after the time that the protocol advises, this does. */
function stopLater(child: ChildProcess): void {
  const stop = (signal: NodeJS.Signals) => child.exitCode === null && child.kill(signal);
  setTimeout(() => stop('SIGTERM'), patience).unref();
  setTimeout(() => stop('SIGKILL'), 2 * patience).unref();
}

const patience = 5000;

/** `npx -y @scope/server-files@1.2` is `server-files`. */
function nameOf(program: string, args: readonly string[]): string {
  const launcher = /^(?:npx|uvx|bunx|pnpx|node|python3?|uv|docker|deno|bun|pipx|dotnet|java)(?:\.exe|\.cmd)?$/i;
  const word = launcher.test(basename(program))
    ? (args.find(arg => !/^-/.test(arg) && !/^(?:run|exec|tool|dlx)$/.test(arg)) ?? program)
    : program;
  return basename(word.replace(/(?<=.)@[^/]*$/, '')).replace(/\.(?:[cm]?js|ts|py|exe|cmd)$/, '') || 'server';
}

async function standBefore(target: URL, options: McpOptions): Promise<number> {
  const server = options.name ?? target.hostname;
  const opened = await openMcp({ cwd: options.workspace ?? process.cwd(), server, local: isLoopback(target.hostname) });
  const clients = options.open ? [] : clientsOf(['default']);
  const proxy = createMcpHttpProxy({ ...opened.parts, target, clients });
  const { url } = await proxy.listen(portOf(options.listen ?? '127.0.0.1:0'));
  const token = clients[0] ? `/lockside-${clients[0].token}` : '';
  await write(process.stdout, `${url}${token}${target.pathname}${target.search}\n`);
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
  await proxy.close();
  await opened.close();
  if (process.connected) process.disconnect();
  return 0;
}

function complain(message: string): void {
  process.stderr.write(`lockside: ${printable(message)}\n`);
}
