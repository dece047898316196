import type { AgentItem } from '../../core/agents';
import { addressVariable, headerOfVariable } from '../../core/mcpRemote';
import type { Span } from '../../core/model';
import { isOurs, programOf } from './commands';
import type { ConfigField, ConfigNode } from './configNode';
import { field, fieldOf, textIn, textNodes } from './configTree';

/** A server of the Model Context Protocol, whatever its client calls the parts. */
export interface Server {
  readonly name: string;
  /** Where its name stands. */
  readonly at: Span;
  readonly node: ConfigNode;
  readonly command?: ConfigNode;
  /** Behind the command, in order; where the client has one list of both, without its first. */
  readonly args: readonly ConfigNode[];
  /** The command and its arguments as plain texts. */
  readonly words: readonly string[];
  readonly url?: ConfigNode;
  readonly env: readonly ConfigField[];
  readonly headers: readonly ConfigField[];
  readonly disabled: boolean;
}

/** Reads a server by the names that any client has for its parts: they don't contradict each other. */
function readServer(name: string, at: Span, node: ConfigNode): Server | undefined {
  if (node.kind !== 'table') return undefined;
  // Zed has had the command as a table of its own, VS Code's discovery and Continue a `transport`.
  const inner = [field(node, 'command'), field(node, 'transport'), field(node, 'config')].find(
    it => it?.kind === 'table',
  );
  const pick = (...names: readonly string[]) => fieldOf(node, ...names) ?? fieldOf(inner, ...names);
  const started = inner && field(node, 'command') === inner ? field(inner, 'path') : pick('command', 'cmd');
  const listed = started?.kind === 'list' ? textNodes(started) : [];
  const command = started?.kind === 'text' ? started : listed[0];
  const args = [...listed.slice(1), ...textNodes(pick('args', 'arguments'))];
  const url = pick('url', 'serverUrl', 'httpUrl', 'uri', 'endpoint', 'server_url');
  const words = [...(command ? splitCommand(textIn(command) ?? '') : []), ...args.map(it => textIn(it) ?? '')];
  const enabled = pick('enabled');
  const disabled = field(node, 'disabled')?.value === true || enabled?.value === false;
  const env = fieldsAt(pick('env', 'environment', 'envs'));
  const reached =
    isOurs(words[0]) && words[1] === 'mcp' && words.includes('--stdio') ? reachedBy(env, args) : undefined;
  if (reached) return { name, at, node, args: [], words: [], disabled, ...reached };
  return {
    ...{ name, at, node, args, words },
    ...(command ? { command } : {}),
    ...(url?.kind === 'text' ? { url } : {}),
    env,
    headers: [
      ...fieldsAt(pick('headers', 'http_headers', 'httpHeaders')),
      ...fieldsAt(fieldOf(pick('requestOptions', 'requestInit'), 'headers')),
    ],
    disabled,
  };
}

/** What `lockside mcp --stdio` reaches: its address and its headers are variables. */
function reachedBy(
  env: readonly ConfigField[],
  args: readonly ConfigNode[],
): Pick<Server, 'url' | 'env' | 'headers'> | undefined {
  const given = args[args.findIndex(it => textIn(it) === '--http') + 1];
  const url = env.find(({ name }) => name === addressVariable)?.node ?? (given === args[0] ? undefined : given);
  if (url?.kind !== 'text') return undefined;
  const headers = env.flatMap(one => {
    const name = headerOfVariable(one.name);
    return name === undefined ? [] : [{ ...one, name }];
  });
  const own = env.filter(({ name }) => name !== addressVariable && headerOfVariable(name) === undefined);
  return { url, headers, env: own };
}

/** The servers of a table by name, or of a list whose members have one. */
export function readServers(node: ConfigNode | undefined): Server[] {
  const named = node?.fields.flatMap(({ name, key, node: one }) => readServer(name, key, one) ?? []) ?? [];
  const listed = (node?.items ?? []).flatMap((one, at) => {
    const name = field(one, 'name');
    return readServer(textIn(name) ?? String(at + 1), name?.span ?? one.span, one) ?? [];
  });
  return [...named, ...listed];
}

/** What a server is started as or reached by, without arguments that may hold a value. */
export function originOf({ command, words, url }: Server): AgentItem['origin'] {
  if (url) return { kind: 'url', name: bareUrl(textIn(url) ?? '') };
  if (!command) return undefined;
  const { package: spec, image, program } = programOf(words);
  if (spec !== undefined)
    return { kind: 'package', name: spec.name, ...(spec.version === undefined ? {} : { version: spec.version }) };
  return image === undefined ? { kind: 'command', name: program } : { kind: 'container', name: image.name };
}

/** Words of a command line in one text share its node. */
export function nodeOfWord(
  { command, args, words }: Pick<Server, 'command' | 'args' | 'words'>,
  word: number,
): ConfigNode | undefined {
  const ofCommand = words.length - args.length;
  return word < ofCommand ? command : args[word - ofCommand];
}

/** An address without what may be secret in it: user, password, query. */
function bareUrl(url: string): string {
  const [, scheme = '', host = '', path = ''] =
    /^([a-z][\w+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  return `${scheme}${host}${path
    .split('/')
    .map(part => (/^[\w.-]{1,24}$/.test(part) ? part : part && '…'))
    .join('/')}`;
}

function fieldsAt(node: ConfigNode | undefined): readonly ConfigField[] {
  return node?.fields ?? [];
}

/** Some clients have the whole command line in one text. */
function splitCommand(text: string): string[] {
  return /^\S+\s+-{0,2}\S/.test(text) && !/^[A-Za-z]:\\|^\/.* /.test(text) ? text.trim().split(/\s+/) : [text];
}
