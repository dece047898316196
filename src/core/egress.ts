import type { Layer, VaultEntry } from './model';
import type { Policy, Sink } from './policy';

/** One place that a restored value would go to. */
export interface Outlet {
  readonly sink: Sink;
  /** For a person: a path, a command's first words, a tool's name. */
  readonly label: string;
  /** Lower-case hosts that a command or request would reach; empty where it reaches none that can be read off. */
  readonly hosts?: readonly string[];
  /** For a file: its path relative to the workspace, and whether the value stands in it already. */
  readonly path?: string;
  readonly holdsValue?: (value: string) => boolean;
}

export interface Release {
  readonly action: 'allow' | 'ask' | 'block';
  readonly layer: Layer;
  /** For a person: it names the place. */
  readonly reason: string;
  /** The same for the record: it doesn't. */
  readonly rule: string;
}

/**
 * Restoring is itself a way out: an injected instruction can make an agent send a placeholder somewhere and have us fill it in.
 * A value goes back freely to where it came from; to a host it never stood beside, it goes only as the network rule says.
 */
export function decideRelease(entry: VaultEntry, outlet: Outlet, policy: Policy): Release {
  if (outlet.path !== undefined && entry.origins.has(`file:${outlet.path}`))
    return returning('the value came from this file');
  if (outlet.holdsValue?.(entry.value)) return returning('the value stands in this file already');
  const foreign = outlet.hosts?.find(host => !entry.origins.has(`host:${host}`));
  const sink = foreign === undefined ? outlet.sink : 'network';
  const { action, layer } = policy.restore(sink);
  const where = foreign === undefined ? outlet.label : `${foreign}, where it didn't come from`;
  return { action, layer, reason: `${layer} policy for ${where}`, rule: `lockside.guard.restore, ${sink}` };
}

function returning(reason: string): Release {
  return { action: 'allow', layer: 'default', reason, rule: reason };
}

const urlHost = /[a-z][a-z0-9+.-]{0,30}:\/\/(?:[^\s/'"]*@)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)/gi;
const bareHost =
  /(?<![\w./@-])(?:[\w.-]+@)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3}|localhost)(?![\w-])/gi;
const socketPath = /\/dev\/(?:tcp|udp)\/([a-z0-9._-]+)/gi;
const networkCommand =
  /(?:^|[\s;&|(`$"'\\/])(?:curl|wget|nc|ncat|netcat|socat|telnet|ssh|scp|sftp|rsync|ftp|http|https|httpie|xh|dig|nslookup|host|ping|sendmail|mail|Invoke-WebRequest|Invoke-RestMethod|iwr|irm|git\s+push|openssl\s+s_client)(?=[\s"'.]|$)/i;

/**
 * The hosts that a command line names. A command that plainly goes to the network without a readable host yields
 * `unknown host`, which no value comes from; so does text that is decoded and run.
 */
export function hostsOf(command: string): string[] {
  const hosts = new Set<string>();
  for (const match of command.matchAll(urlHost)) hosts.add(match[1]!.toLowerCase());
  for (const match of command.matchAll(socketPath)) hosts.add(match[1]!.toLowerCase());
  if (networkCommand.test(command)) {
    for (const match of command.matchAll(bareHost)) hosts.add(match[1]!.toLowerCase());
    if (hosts.size === 0) hosts.add('unknown host');
  }
  return [...hosts].filter(host => !loopback.test(host));
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/;
