import type { AgentItem } from '../../core/agents';
import type { Span } from '../../core/model';
import { checkAddress, checkBinding } from './addressChecks';
import { readAddress } from './addresses';
import { baseName, programOf } from './commands';
import type { ConfigNode } from './configNode';
import { field, fieldOf, textIn, textNodes } from './configTree';
import { checkContainer } from './containerChecks';
import { dangerIn } from './dangers';
import { checkFolders } from './folderChecks';
import type { Holder } from './holder';
import { advice, fixOf, type Look } from './look';
import { checkPackage } from './packageChecks';
import { nodeOfWord, originOf, type Server } from './server';
import { checkTls } from './tlsChecks';
import { checkTokenAge } from './tokenAge';

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
