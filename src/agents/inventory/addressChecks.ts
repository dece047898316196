import type { AgentItem } from '../../core/agents';
import { asksByItself, readAddress } from './addresses';
import { programOf } from './commands';
import type { ConfigNode } from './configNode';
import { field, textIn } from './configTree';
import { advice, fixOf, type Look } from './look';
import type { Server } from './server';

/** Tells addresses that can be read on the way, that stand for every network, or that nobody signs in to. */
export function checkAddress(look: Look, server: Server, item: AgentItem): void {
  for (const { node, bridged } of addressesOf(server)) {
    const address = readAddress(textIn(node) ?? '');
    if (!address) continue;
    const { scheme, host, loopback } = address;
    if (host === '0.0.0.0' || host === '::')
      look.finding(
        'agent/bind-address',
        node.span,
        `${host} stands for every network of this machine; write 127.0.0.1`,
        { item, fix: hostFix(look, node, host) },
      );
    else if ((scheme === 'http' || scheme === 'ws') && !loopback)
      look.finding('agent/plain-http', node.span, `what is said to ${host}, tokens too, can be read on the way`, {
        item,
        fix: schemeFix(look, node),
      });
    if (!loopback && host !== '0.0.0.0' && !bridged && !authenticates(server, address.url) && !asksByItself(host))
      look.finding(
        'agent/no-authentication',
        node.span,
        `nothing says who calls ${host}: no token, no header, no OAuth`,
        {
          item,
          fix: advice(
            'Give it a header with a token from a variable, or set up OAuth; without either, use it for nothing private',
          ),
        },
      );
  }
}

/** The address that a server is reached by: its own, or the one that a bridge (`mcp-remote`) is given. */
function addressesOf({ url, args, words }: Server): { node: ConfigNode; bridged: boolean }[] {
  const bridge = words.some(it =>
    /^(?:@[\w-]+\/)?(?:mcp-remote|mcp-proxy|supergateway|mcp-remote-client)(?:@|$)/.test(it),
  );
  const given = bridge ? args.filter(it => /^(?:https?|wss?):\/\//i.test(textIn(it) ?? '')) : [];
  return [...(url ? [{ node: url, bridged: false }] : []), ...given.map(node => ({ node, bridged: true }))];
}

function schemeFix(look: Look, { span }: ConfigNode) {
  const written = /^(?:http|ws)(?=:)/i.exec(look.file.text.slice(span.start, span.end))?.[0];
  if (!written) return undefined;
  return fixOf(look, `Use ${written}s`, { start: span.start, end: span.start + written.length }, `${written}s`);
}

function hostFix(look: Look, { span }: ConfigNode, host: string) {
  const at = look.file.text.slice(span.start, span.end).indexOf(host);
  if (at < 0) return undefined;
  return fixOf(look, 'Use 127.0.0.1', { start: span.start + at, end: span.start + at + host.length }, '127.0.0.1');
}

const credential = /authorization|api-?key|token|auth|secret|cookie|x-[\w-]*(?:key|pat)/i;

/** Whether a request says who sends it: by one of its headers, given by name, or in its address. */
export function carriesCredential(headers: readonly string[], url: URL): boolean {
  if (headers.some(name => credential.test(name)) || url.username !== '' || url.password !== '') return true;
  return [...url.searchParams.keys()].some(it => /key|token|auth|secret|sig/i.test(it));
}

function authenticates({ node, headers, env }: Server, url: URL): boolean {
  const names = headers.map(({ name }) => name);
  if (carriesCredential(names, url) || env.some(it => credential.test(it.name))) return true;
  const keys = [
    'oauth',
    'auth',
    'authProviderType',
    'headersHelper',
    'bearer_token_env_var',
    'env_http_headers',
    'oauth_resource',
    'scopes',
    'oauthScopes',
    'oauthClientId',
    'authorization_token',
    'requiresOAuth',
    'bearer_token',
    'bearerToken',
    'apiKey',
    'clientId',
    'client_id',
    'env_keys',
  ];
  return keys.some(key => {
    const one = field(node, key);
    return (
      one !== undefined &&
      one.kind !== 'null' &&
      one.value !== false &&
      !(one.kind === 'list' && one.items.length === 0)
    );
  });
}

/** Tells a server that is told to answer in every network of the machine. */
export function checkBinding(look: Look, server: Server, item: AgentItem): void {
  const { args, env } = server;
  const every = /^(?:0\.0\.0\.0|::|\[::\]|\*)(?::\d+)?$/;
  const why = 'the server answers everybody in the network, not this machine alone; bind it to 127.0.0.1';
  const container = programOf(server.words).image;
  for (const [at, one] of args.entries()) {
    const value = textIn(one) ?? '';
    const [, option = '', joined] = /^(--?[\w-]+)(?:=(.*))?$/.exec(value) ?? [];
    const before = textIn(args[at - 1]) ?? '';
    const binds = (name: string) =>
      /^--?(?:[\w-]*host|bind(?:-addr(?:ess)?)?|listen(?:-addr(?:ess)?)?|addr(?:ess)?|ip|interface|http)$/i.test(name);
    const published = container && /^(?:-p|--publish)$/.test(before) && /^(?:0\.0\.0\.0|\[?::\]?):/.test(value);
    if (
      (joined !== undefined && binds(option) && every.test(joined)) ||
      (binds(before) && every.test(value)) ||
      published
    )
      look.finding('agent/bind-address', one.span, why, { item, fix: addressFix(look, one) });
  }
  for (const { name, node } of env)
    if (
      /(?:^|_)(?:HOST|BIND|BIND_ADDRESS|LISTEN|LISTEN_ADDR|ADDRESS)$/i.test(name) &&
      every.test(String(node.value ?? '')) &&
      !container
    )
      look.finding('agent/bind-address', node.span, `${name}: ${why}`, { item, fix: addressFix(look, node) });
}

function addressFix(look: Look, { span }: ConfigNode) {
  const raw = look.file.text.slice(span.start, span.end);
  const found = /0\.0\.0\.0|\[::\]|::|\*/.exec(raw);
  if (!found) return undefined;
  const start = span.start + found.index;
  return fixOf(look, 'Use 127.0.0.1', { start, end: start + found[0].length }, '127.0.0.1');
}
