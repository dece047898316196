import { randomBytes } from 'node:crypto';
import { printable } from '../core/printable';
import type { GatewayClient } from '../gateway/access';
import { type Provider, providers, type Upstreams } from '../gateway/route';
import { write } from '../io/output';
import { openGateway } from './openGateway';

export interface GatewayOptions {
  readonly listen: string;
  readonly upstream?: readonly string[];
  readonly workspace?: string;
  readonly client?: readonly string[];
  readonly open?: boolean;
}

/** Runs the gateway until it is told to end. Its addresses go to standard output, what a person should know to standard error. */
export async function gatewayCommand(options: GatewayOptions): Promise<number> {
  const port = portOf(options.listen);
  const upstreams = upstreamsOf(options.upstream ?? []);
  const clients = options.open ? [] : clientsOf(options.client ?? ['default']);
  const complain = (message: string) => void write(process.stderr, `lockside: ${printable(message)}\n`);
  const { gateway, workspace, unkept, warmUp, close } = await openGateway({
    ...{ cwd: options.workspace ?? process.cwd(), upstreams, clients },
    tell: ({ message }) => complain(message),
  });
  for (const fault of workspace.faults) complain(`${fault.where ?? ''}: ${fault.message}`);
  if (unkept !== undefined) complain(`placeholders hold until this gateway ends: ${unkept}`);
  const { url } = await gateway.listen(port);
  const bases = clients.length === 0 ? [['', url]] : clients.map(it => [`${it.name}: `, `${url}/lockside-${it.token}`]);
  await write(process.stdout, bases.map(([name, base]) => `${name}${base}\n`).join(''));
  warmUp();
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    // An editor that started it is gone, whether it said so or not.
    process.once('disconnect', () => resolve());
  });
  await close();
  if (process.connected) process.disconnect();
  return 0;
}

/** What the providers' own SDKs go to where they are told nothing else. */
const usualUpstreams: Upstreams = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  gemini: 'https://generativelanguage.googleapis.com',
  ollama: 'http://127.0.0.1:11434',
};

/** Upstreams come from the command line alone: nothing in a repository can turn them elsewhere. */
function upstreamsOf(given: readonly string[]): Upstreams {
  if (given.length === 0) return usualUpstreams;
  return Object.fromEntries(
    given.map(one => {
      const [, name = '', url = ''] = /^(\w+)=(.+)$/.exec(one) ?? [];
      if (!(providers as readonly string[]).includes(name))
        throw new Error(`--upstream ${one.slice(0, 20)}: write PROVIDER=URL; providers are ${providers.join(', ')}`);
      return [name as Provider, checkedUrl(name, url)];
    }),
  );
}

export function checkedUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`--upstream ${name}: this is no http or https URL`);
  if (url.username || url.search || url.hash)
    throw new Error(`--upstream ${name}: give the base alone, without key, query and fragment`);
  if (url.protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname))
    throw new Error(
      `--upstream ${name}: over http requests could be read on their way; https is needed beyond this machine`,
    );
  return text;
}

/** The port of a `--listen`; throws where it isn't this machine's own address. */
export function portOf(listen: string): number {
  const [, host, port = ''] = /^(?:(.*):)?(\d{1,5})$/.exec(listen) ?? [];
  if (Number(port) > 65535) throw new Error(`--listen ${listen}: ports go up to 65535`);
  if (!port || (host !== undefined && host !== '127.0.0.1' && host !== 'localhost'))
    throw new Error(`--listen ${listen}: the gateway listens on 127.0.0.1 only, as in 127.0.0.1:8787`);
  return Number(port);
}

/** `NAME` gets a new token, `NAME=TOKEN` has one already, such as from an earlier set-up. */
export function clientsOf(names: readonly string[]): GatewayClient[] {
  return names.map(one => {
    const [name = '', token = randomBytes(18).toString('base64url')] = one.split('=', 2);
    if (!/^[\w-]{16,200}$/.test(token))
      throw new Error(`--client ${name}: a token has 16 to 200 letters, digits, - and _`);
    return { name, token };
  });
}
