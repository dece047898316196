import type { AgentItem } from '../../core/agents';
import type { Span } from '../../core/model';
import { asksByItself, readAddress } from './addresses';
import { baseName, dangerIn, programOf } from './commands';
import { type ConfigNode, field, fieldOf, textIn, textNodes } from './configTree';
import { checkContainer } from './containerChecks';
import { advice, fixOf, type Look } from './look';
import { checkPackage } from './packageChecks';
import { isReference } from './references';
import type { Holder } from './secretChecks';
import { nodeOfWord, originOf, type Server } from './server';
import { checkTokenAge } from './tokenAge';
import { isWideFolder } from './wideFolders';

/** How a client names what stands elsewhere, and which of a server's keys lets its tools run unasked. */
export interface ServerHabits {
  readonly reference?: Holder['reference'];
  /** Keys of a server that hold tools to approve, or `true`. */
  readonly approvals?: readonly string[];
}

/** Lists a server and judges it by all that its entry says. Gives the values that may be secrets. */
export function judgeServer(look: Look, server: Server, habits: ServerHabits): Holder[] {
  const item = serverItem(look, server, habits);
  if (server.disabled) return holdersOf(server, item, habits);
  checkAddress(look, server, item);
  checkProgram(look, server, item);
  checkTls(look, server, item);
  checkBinding(look, server, item);
  checkFolders(look, server, item);
  checkApprovals(look, server, item, habits);
  const holders = holdersOf(server, item, habits);
  checkTokenAge(look, holders);
  if (look.allowedServers && !isListed(look, server, item))
    look.finding('agent/unlisted-server', server.at, `${server.name} is not among the servers that the policy lists`, {
      item,
    });
  return holders;
}

function isListed({ allowedServers }: Look, { name }: Server, { origin }: AgentItem): boolean {
  return allowedServers?.(name) === true || (origin !== undefined && allowedServers?.(origin.name) === true);
}

function serverItem(look: Look, server: Server, { approvals = [] }: ServerHabits): AgentItem {
  const origin = originOf(server);
  const address = server.url && readAddress(textIn(server.url) ?? '');
  const tools = [...approvals, 'includeTools', 'enabled_tools', 'tools', 'available_tools'].flatMap(key =>
    textNodes(field(server.node, key)).map(it => textIn(it) ?? ''),
  );
  const folders = server.args
    .map(it => textIn(it) ?? '')
    .filter(it => /^(?:[~/.]|[A-Za-z]:\\|\$\{(?:workspaceFolder|userHome|HOME))/.test(it) && !/\s/.test(it));
  return look.item('server', server.name, server.at, {
    ...(origin ? { origin } : {}),
    ...(server.disabled ? { disabled: true } : {}),
    scopes: {
      ...(tools.length > 0 ? { tools } : {}),
      ...(folders.length > 0 ? { folders } : {}),
      ...(address ? { hosts: [address.host] } : {}),
      ...(server.env.length > 0 ? { variables: server.env.map(it => it.name) } : {}),
    },
  });
}

/** Variables, headers, options with a value, and what an address carries. */
function holdersOf({ env, headers, args, url, node }: Server, item: AgentItem, { reference }: ServerHabits): Holder[] {
  const made = (name: string, one: ConfigNode): Holder => ({
    name,
    node: one,
    item,
    ...(reference ? { reference } : {}),
  });
  const optioned = args.flatMap((one, at) => {
    const name = textIn(args[at - 1]) ?? '';
    return /^--?[\w-]+$/.test(name) ? [made(name, one)] : [];
  });
  const keys = ['bearer_token', 'bearerToken', 'apiKey', 'token', 'clientSecret'].flatMap(name => {
    const one =
      fieldOf(node, name) ??
      field(node, 'oauth', name) ??
      field(node, 'auth', name.replace('clientSecret', 'CLIENT_SECRET'));
    return one?.kind === 'text' ? [made(name, one)] : [];
  });
  return [
    ...[...env, ...headers].map(it => made(it.name, it.node)),
    ...optioned,
    ...keys,
    ...(url ? [made('url', url)] : []),
  ];
}

/** The address that a server is reached by: its own, or the one that a bridge (`mcp-remote`) is given. */
function addressesOf({ url, args, words }: Server): { node: ConfigNode; bridged: boolean }[] {
  const bridge = words.some(it =>
    /^(?:@[\w-]+\/)?(?:mcp-remote|mcp-proxy|supergateway|mcp-remote-client)(?:@|$)/.test(it),
  );
  const given = bridge ? args.filter(it => /^(?:https?|wss?):\/\//i.test(textIn(it) ?? '')) : [];
  return [...(url ? [{ node: url, bridged: false }] : []), ...given.map(node => ({ node, bridged: true }))];
}

function checkAddress(look: Look, server: Server, item: AgentItem): void {
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

function authenticates({ node, headers, env }: Server, url: URL): boolean {
  const named = /authorization|api-?key|token|auth|secret|cookie|x-[\w-]*(?:key|pat)/i;
  if (headers.some(it => named.test(it.name)) || url.username !== '' || url.password !== '') return true;
  if ([...url.searchParams.keys()].some(it => /key|token|auth|secret|sig/i.test(it))) return true;
  if (env.some(it => named.test(it.name))) return true;
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

const shells = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh', 'fish', 'powershell', 'pwsh', 'cmd']);

function checkProgram(look: Look, server: Server, item: AgentItem): void {
  const { command, words } = server;
  if (!command) return;
  const { program, word, package: spec, image } = programOf(words);
  const behind = words.slice(word + 1);
  const danger = dangerIn(words.join(' '));
  const at = spanOfWords(server, word);
  if (danger) look.finding('agent/shell-command', at, danger, { item });
  else if (
    shells.has(program) &&
    behind.some(it => /^(?:-[a-z]*c|\/c|-command|-enc|-encodedcommand|-e|-ec)$/i.test(it))
  )
    look.finding(
      'agent/shell-command',
      at,
      `${baseName(program)} runs a line of text, so that whatever gets into it runs too`,
      {
        item,
        fix: advice('Name the program itself as the command, and its arguments one by one'),
      },
    );
  if (spec) checkPackage(look, server, item, spec);
  if (image) checkContainer(look, server, item, image);
}

/** From the word to the last one, as far as the words have nodes. */
function spanOfWords({ command, args, words }: Server, word: number): Span {
  const first = nodeOfWord({ command, args, words } as Server, word) ?? command;
  const last = args.at(-1) ?? first;
  const start = first?.span.start ?? 0;
  return { start, end: Math.max(first?.span.end ?? start, last?.span.end ?? start) };
}

const tlsOff: readonly (readonly [RegExp, RegExp])[] = [
  [/^NODE_TLS_REJECT_UNAUTHORIZED$/, /^0$/],
  [/^PYTHONHTTPSVERIFY$/, /^0$/],
  [
    /^(?:GIT_SSL_NO_VERIFY|CURL_INSECURE|ALLOW_INSECURE(?:_TLS|_SSL)?|INSECURE_SKIP_VERIFY|TLS_INSECURE|SSL_INSECURE|DISABLE_SSL_VERIFICATION)$/i,
    /^(?:1|true|yes|on)$/i,
  ],
  [
    /^(?:\w+_)?(?:(?:SSL|TLS)_VERIFY|VERIFY_(?:SSL|TLS|CERTS?)|(?:SSL|TLS)_VERIFICATION|STRICT_SSL|REJECT_UNAUTHORIZED)$/i,
    /^(?:0|false|no|off)$/i,
  ],
];

function checkTls(look: Look, { env, args, node }: Server, item: AgentItem): void {
  const why = 'whoever stands between can pose as the server';
  for (const { name, node: one } of env)
    if (tlsOff.some(([named, valued]) => named.test(name) && valued.test(String(one.value ?? '').trim())))
      look.finding('agent/tls-off', one.span, `${name} turns the check of certificates off: ${why}`, {
        item,
        fix: tlsFix(name),
      });
  for (const one of args)
    if (
      /^--?(?:insecure(?:-skip-verify)?|no-verify-ssl|no-check-certificate|no-ssl-verify|skip-tls-verify|ssl-no-verify|disable-ssl-verification|no-verify|tls-skip-verify|allow-insecure(?:-tls)?|verify-ssl=false|ssl-verify=false|strict-ssl=false|rejectUnauthorized=false)(?:=true)?$/i.test(
        textIn(one) ?? '',
      )
    )
      look.finding('agent/tls-off', one.span, `${textIn(one)} turns the check of certificates off: ${why}`, {
        item,
        fix: tlsFix(textIn(one) ?? ''),
      });
  for (const parent of [node, field(node, 'requestOptions'), field(node, 'tls'), field(node, 'options')])
    for (const [key, off] of tlsKeys) {
      const one = field(parent, key);
      if (one?.value === off)
        look.finding('agent/tls-off', one.span, `${key} turns the check of certificates off: ${why}`, {
          item,
          fix: fixOf(look, `Set ${key} to ${!off}`, one.whole, String(!off)),
        });
    }
}

const tlsKeys: readonly (readonly [string, boolean])[] = [
  ['verifySsl', false],
  ['verify_ssl', false],
  ['verify', false],
  ['rejectUnauthorized', false],
  ['strictSSL', false],
  ['sslVerify', false],
  ['insecure', true],
  ['insecureSkipVerify', true],
  ['insecure_skip_verify', true],
  ['skipTlsVerify', true],
  ['allowInsecure', true],
];

function tlsFix(name: string) {
  return advice(
    `Remove ${name}; for a company's own certificates name their file in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE`,
  );
}

function checkBinding(look: Look, server: Server, item: AgentItem): void {
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

/** A server of files is given its folders as bare arguments; others name them by an option. */
function checkFolders(look: Look, server: Server, item: AgentItem): void {
  const { args, words } = server;
  const { image } = programOf(words);
  if (image) return; // A path in a container is another one; its mounts are judged with it.
  const ofFiles =
    words.some(it => /filesystem|file-?system|files?-mcp|mcp-files?|desktop-?commander/i.test(it)) ||
    /filesystem|files$/i.test(server.name);
  for (const [at, one] of args.entries()) {
    const value = textIn(one) ?? '';
    const before = textIn(args[at - 1]) ?? '';
    const [, option = before.startsWith('-') ? before : '', joined = value] = /^(--?[\w-]+)=(.*)$/s.exec(value) ?? [];
    const scoped =
      /^--?(?:[\w-]*(?:root|dir(?:ector(?:y|ies))?|folders?|path|paths|workspace|repo(?:sitory)?|allow(?:ed)?[\w-]*|vault|base|scope))$/i.test(
        option,
      );
    const bareOption = option !== '' && !scoped;
    if ((ofFiles && !bareOption) || scoped || joined === '/')
      if (isWideFolder(joined) && !/^[-/][A-Za-z]$/.test(joined))
        look.finding(
          'agent/wide-filesystem',
          one.span,
          `${folderName(joined)}: keys, mail and everything else in it can be read or changed`,
          { item, fix: folderFix(look, one, joined) },
        );
  }
  for (const { name, node } of server.env)
    if (
      /(?:ALLOWED|ROOT|BASE)_?(?:DIR|DIRECTORIES|DIRS|PATHS?|FOLDERS?)?$|_(?:DIRECTORIES|ROOTS?|FOLDERS?)$/i.test(name)
    )
      for (const part of String(node.value ?? '').split(/[,;]|:(?![\\/])/))
        if (isWideFolder(part.trim()))
          look.finding('agent/wide-filesystem', node.span, `${name} has ${folderName(part.trim())}`, { item });
}

function folderName(folder: string): string {
  return /^(?:\/|[A-Za-z]:[\\/]*)$/.test(folder)
    ? 'the whole disk'
    : isReference(folder) || /^~/.test(folder) || /^(?:\/home|\/Users|\/root)/.test(folder)
      ? 'a whole home'
      : 'a folder of the system';
}

function folderFix(look: Look, { span }: ConfigNode, folder: string) {
  const raw = look.file.text.slice(span.start, span.end);
  const at = raw.lastIndexOf(folder);
  const narrow =
    look.client === 'vscode' || look.client === 'cursor' || look.client === 'roo' ? '${workspaceFolder}' : '.';
  if (at < 0 || look.file.place !== 'workspace') return advice('Name the one folder that it needs');
  return fixOf(
    look,
    `Give it ${narrow === '.' ? "the project's folder" : narrow} alone`,
    { start: span.start + at, end: span.end },
    narrow,
  );
}

function checkApprovals(look: Look, { node, name }: Server, item: AgentItem, { approvals = [] }: ServerHabits): void {
  for (const key of approvals) {
    const one = field(node, key);
    if (!one) continue;
    if (one.value === true)
      tellApproval(
        look,
        one,
        `${key} lets every tool of ${name} run unasked`,
        item,
        fixOf(look, `Set ${key} to false`, one.whole, 'false'),
      );
    for (const tool of textNodes(one)) {
      const pattern = textIn(tool) ?? '';
      if (/^(?:\*|all|.*\/\*|@[\w-]+)$/i.test(pattern))
        tellApproval(
          look,
          tool,
          `${key} lets every tool of ${name} run unasked`,
          item,
          fixOf(look, 'Approve no tool ahead', one.whole, '[]'),
        );
      else if (
        /(?:^|[_-])(?:exec(?:ute)?|run|shell|bash|command|terminal|delete|remove|drop|write|push|merge|deploy|send|pay|transfer)(?:$|[_-])/i.test(
          pattern,
        ) &&
        look.foreign
      )
        tellApproval(
          look,
          tool,
          `${key} lets ${pattern} of ${name} run unasked`,
          item,
          advice('Take it out, so that you are asked'),
          'high',
        );
    }
  }
}

function tellApproval(
  look: Look,
  { span }: ConfigNode,
  reason: string,
  item: AgentItem,
  fix: ReturnType<typeof advice>,
  level: 'critical' | 'high' = 'critical',
) {
  look.finding('agent/auto-approve', span, reason, { item, fix, level });
}
