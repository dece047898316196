import { validateHeaderName, validateHeaderValue } from 'node:http';
import { addressVariable, headerOfVariable } from '../core/mcpRemote';
import { isLoopback } from '../gateway/mcp/hostOf';
import { connectRemote } from '../gateway/mcp/remoteServer';
import { proxyStdio } from '../gateway/mcp/stdioProxy';
import type { McpOptions } from './mcpOptions';
import { targetOf } from './mcpTarget';
import { openMcp } from './openMcp';

/**
 * Stands before a server behind an address for a client that starts it like one of this machine. The address may come from a variable,
 * and headers do: a command line is for everybody to see.
 */
export async function reachMcpServer({ http, name, was = '', workspace }: McpOptions): Promise<number> {
  const address = http ?? process.env[addressVariable];
  if (!address) throw new Error(`--stdio: say where the server is, by --http URL or by ${addressVariable}`);
  const target = targetOf(address, http === undefined ? addressVariable : '--http');
  const server = name ?? target.hostname;
  const headers = headersOf(process.env);
  const local = isLoopback(target.hostname);
  const opened = await openMcp({ cwd: workspace ?? process.cwd(), server, local });
  const remote = connectRemote({ ...{ target, server, headers }, old: /sse/i.test(was), tell: opened.parts.tell });
  const stop = () => void remote.close();
  for (const signal of signals) process.on(signal, stop);
  const ends = { input: process.stdin, output: process.stdout, server: remote };
  const proxy = proxyStdio(opened.parts, ends);
  const unanswered = await proxy.serverGone;
  for (const signal of signals) process.off(signal, stop);
  if (unanswered > 0) opened.parts.tell(`${server} left ${unanswered} of its requests unanswered`);
  await opened.close();
  process.stdin.destroy();
  return 0;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function headersOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [variable, value] of Object.entries(env)) {
    const name = headerOfVariable(variable);
    if (name === undefined || value === undefined) continue;
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value.trim());
    } catch {
      throw new Error(`${variable}: this can't be sent as a header`);
    }
    headers[name] = value.trim();
  }
  return headers;
}
