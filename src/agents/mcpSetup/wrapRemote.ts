import { addressVariable, headerOfVariable, variableOfHeader } from '../../core/mcpRemote';
import type { Span } from '../../core/model';
import { carriesCredential } from '../inventory/addressChecks';
import { readAddress } from '../inventory/addresses';
import { isOurs } from '../inventory/commands';
import type { ConfigField, ConfigNode } from '../inventory/configNode';
import { field, textIn } from '../inventory/configTree';

/** How a client writes a server that is started, in place of one that is reached by an address. */
export interface RemoteForm {
  /** The type of such an entry, where it has one. */
  readonly type: 'stdio' | 'local';
  readonly environment: 'env' | 'environment';
  /** Whether command and arguments are one list. */
  readonly listed: boolean;
  /** The placeholders that the client is known to replace in variables just as in addresses and headers. */
  readonly expands: RegExp;
}

/** A server's entry in the text that it was read from. */
export interface Entry {
  readonly text: string;
  readonly format: 'json' | 'toml';
  readonly name: string;
  readonly node: ConfigNode;
  readonly path: readonly string[];
}

export interface Edit extends Span {
  readonly text: string;
}

/** Why an entry is left as it is: a clause. `login` is set where only a login in the client speaks against it. */
export interface Left {
  readonly why: string;
  readonly login: boolean;
}

/**
 * Has an entry with an address start `program mcp --stdio` instead. The address and the headers become variables, their values letter
 * for letter, because a command line is for everybody to see; what else is to be put back stands in `--was`. `even` changes those as
 * well that a client may have to log in to.
 */
export function wrapRemote(entry: Entry, form: RemoteForm, program: string, even: boolean): readonly Edit[] | Left {
  const { text, format, node } = entry;
  const left = whyLeft(entry, form, even);
  if (left) return left;
  const url = addressOf(node)!;
  const headers = headersOf(node);
  const type = fieldNamed(node, 'type');
  const raw = rawOf(text, url.node);
  const was = `--was=${url.name}${headers ? `,${headers.name}` : ''}${type ? `:${textIn(type.node)}` : ''}`;
  const start = startOf(entry, form, program, was);
  const alone = headers ? '' : `${separator(text, format, url.key)}${variablesOf(format, form, raw)}`;
  return [
    ...(type ? [{ ...type.node.whole, text: JSON.stringify(form.type) }] : []),
    { ...inner(text, format, url.key), text: 'command' },
    { ...url.node.whole, text: start + alone },
    ...(headers ? moveHeaders(entry, headers, form, raw) : []),
  ];
}

/** Puts the entry back as it was; `later` are fields that are to be taken out of what then stands there. Undefined where that can't be told. */
export function unwrapRemote(
  entry: Entry,
  form: RemoteForm,
): { readonly edits: readonly Edit[]; readonly later: readonly (readonly string[])[] } | undefined {
  const { text, format, node, path } = entry;
  const was = wasOf(node);
  const command = fieldNamed(node, 'command');
  const environment = fieldNamed(node, form.environment);
  const address = environment && fieldNamed(environment.node, addressVariable);
  if (!was || !command || !environment || !address) return undefined;
  const raw = rawOf(text, address.node);
  const type = fieldNamed(node, 'type');
  const key = { ...inner(text, format, command.key), text: was.url };
  const types = type && was.type ? [{ ...type.node.whole, text: JSON.stringify(was.type) }] : [];
  const program = textIn(command.node.items[0] ?? command.node) ?? '';
  const start = startOf(entry, form, program, was.text);
  const alone = was.headers ? '' : `${separator(text, format, command.key)}${variablesOf(format, form, raw)}`;
  const from = command.node.kind === 'list' ? listStart(text, command) : command.node.whole.start;
  const headers = was.headers === undefined ? [] : backToHeaders(entry, environment, was.headers);
  const inserted = was.headers === undefined ? undefined : insertedAddress(entry, environment, address, raw);
  const isSame = text.startsWith(start + alone, from) && (was.headers === undefined || inserted !== undefined);
  if (isSame) {
    const value = { start: from, end: from + start.length + alone.length, text: raw };
    return { edits: [...types, key, value, ...headers, ...(inserted ? [inserted] : [])], later: [] };
  }
  if (format === 'toml') return undefined;
  // The client has written the file anew: what came in are fields like any other.
  const added = was.headers ?? (environment.node.fields.length === 1 ? undefined : form.environment);
  const variable = added === undefined ? [...path, form.environment] : [...path, added, addressVariable];
  return {
    edits: [...types, key, { ...command.node.whole, text: raw }, ...headers],
    later: [variable, ...(form.listed ? [] : [[...path, 'args']])],
  };
}

/** Whether an entry reaches a server through us. */
export function isWrappedRemote(node: ConfigNode, { environment }: RemoteForm): boolean {
  return wasOf(node) !== undefined && field(node, environment, addressVariable) !== undefined;
}

/** Why an entry with an address is not changed; undefined where it can be. */
export function whyLeft({ text, format, node }: Entry, form: RemoteForm, even: boolean): Left | undefined {
  const left = (why: string): Left => ({ why, login: false });
  const url = addressOf(node);
  const headers = headersOf(node);
  const type = fieldNamed(node, 'type');
  const unknown = left('it is written in a way that is not known');
  if (url?.node.kind !== 'text' || (headers && headers.node.kind !== 'table')) return unknown;
  const names = node.fields.map(({ name }) => name);
  if (new Set(names).size < names.length) return unknown;
  const other = names.find(name => name !== url.name && name !== headers?.name && !kept.test(name));
  if (other !== undefined) return left(`it has "${other.slice(0, 40)}", which only the client itself can use`);
  if (type && (!remoteTypes.test(textIn(type.node) ?? '') || rawOf(text, type.node) !== `"${textIn(type.node)}"`))
    return unknown;
  const address = readAddress(textIn(url.node) ?? '');
  if (!address) return left('its address is told by a variable');
  if (!/^https?$/.test(address.scheme)) return left(`Lockside does not speak ${address.scheme.slice(0, 20)}`);
  if (address.url.username || address.url.hash) return left('its address has a user or a fragment');
  if (address.scheme === 'http' && (!address.loopback || address.host.endsWith('.internal')))
    return left('over http others can read along; give it an https address');
  const fields = headers?.node.fields ?? [];
  const odd = fields.find(one => one.node.kind !== 'text' || !isPlain(text, format, one));
  if (odd || (format === 'toml' && headers && fields.length === 0)) return unknown;
  if ([url, ...fields].some(one => one.node.whole.end === 0 || one.key.end === 0)) return unknown;
  const values = [url, ...fields].map(one => textIn(one.node) ?? '');
  if (values.some(value => placeholdersIn(value).some(it => !form.expands.test(it))))
    return left('its client is not known to replace placeholders in variables as it does in headers');
  const signed = carriesCredential(
    fields.map(({ name }) => name),
    address.url,
  );
  if (address.loopback || signed || even) return undefined;
  return { why: 'no header signs in to it, and through Lockside nobody can log in by a browser', login: true };
}

/** What an entry may have whether its server is started or reached. */
const kept =
  /^(?:type|disabled|enabled|isActive|timeout|trust|autoApprove|alwaysAllow|tools|includeTools|excludeTools|enabled_tools|disabled_tools|disabledTools|allowedTools|description|name|title|icon|gallery|version|required|startup_timeout_(?:sec|ms)|tool_timeout_sec|default_tools_approval_mode|[_$/].*)$/;

const remoteTypes = /^(?:http|sse|streamable-?http|streamableHttp|remote)$/;

function addressOf(node: ConfigNode): ConfigField | undefined {
  const found = node.fields.filter(({ name }) => /^(?:url|serverUrl|httpUrl)$/.test(name));
  return found.length === 1 ? found[0] : undefined;
}

function headersOf(node: ConfigNode): ConfigField | undefined {
  return fieldNamed(node, 'headers') ?? fieldNamed(node, 'http_headers');
}

function fieldNamed(node: ConfigNode, name: string): ConfigField | undefined {
  return node.fields.findLast(one => one.name === name);
}

function placeholdersIn(value: string): string[] {
  return Array.from(value.matchAll(/\$\{[^}]*\}|\$[A-Za-z_]\w*|\{(?:env|file):[^}]*\}/g), ([found]) => found);
}

/** The program with its arguments, as they stand in place of the address. */
function startOf({ text, format, name, node }: Entry, form: RemoteForm, program: string, was: string): string {
  const words = ['mcp', `--name=${name}`, '--stdio', was].map(word => JSON.stringify(word)).join(', ');
  if (form.listed) return `[${JSON.stringify(program)}, ${words}]`;
  const key = (fieldNamed(node, 'command') ?? addressOf(node))!.key;
  const args = format === 'json' ? '"args": ' : 'args = ';
  return `${JSON.stringify(program)}${separator(text, format, key)}${args}[${words}]`;
}

/** The variables where there are no headers to make them of. */
function variablesOf(format: Entry['format'], { environment }: RemoteForm, raw: string): string {
  const address = addressField(format, raw);
  return format === 'json' ? `"${environment}": {${address}}` : `${environment} = { ${address} }`;
}

function addressField(format: Entry['format'], raw: string): string {
  return format === 'json' ? `"${addressVariable}": ${raw}` : `${addressVariable} = ${raw}`;
}

/** What parts two fields of the table that a name stands in. */
function separator(text: string, format: Entry['format'], key: Span): string {
  if (format === 'json') return ', ';
  const line = text.slice(text.lastIndexOf('\n', key.start) + 1, key.start);
  return line.includes('{') ? ', ' : '\n';
}

function moveHeaders({ text, format }: Entry, headers: ConfigField, form: RemoteForm, raw: string): Edit[] {
  const [first] = headers.node.fields;
  const at = first ? token(format, first.key).start : headers.node.whole.start + 1;
  const behind = first ? separator(text, format, first.key) : '';
  return [
    { ...inner(text, format, headers.key), text: form.environment },
    { start: at, end: at, text: addressField(format, raw) + behind },
    ...headers.node.fields.map(one => ({ ...inner(text, format, one.key), text: variableOfHeader(one.name)! })),
  ];
}

function backToHeaders({ text, format }: Entry, environment: ConfigField, name: string): Edit[] {
  const back = environment.node.fields.flatMap(one => {
    const header = headerOfVariable(one.name);
    return header === undefined ? [] : [{ ...inner(text, format, one.key), text: header }];
  });
  return [{ ...inner(text, format, environment.key), text: name }, ...back];
}

/** The address among the headers, where it stands as we have written it. */
function insertedAddress(
  { text, format }: Entry,
  environment: ConfigField,
  address: ConfigField,
  raw: string,
): Edit | undefined {
  const [first, next] = environment.node.fields;
  const { start } = token(format, address.key);
  const piece = addressField(format, raw) + (next ? separator(text, format, address.key) : '');
  const end = start + piece.length;
  const isOur = first === address && text.startsWith(piece, start) && (!next || token(format, next.key).start === end);
  return isOur ? { start, end, text: '' } : undefined;
}

interface Was {
  readonly text: string;
  readonly url: string;
  readonly headers: string | undefined;
  readonly type: string | undefined;
}

function wasOf(node: ConfigNode): Was | undefined {
  const command = field(node, 'command');
  const words =
    command?.kind === 'list'
      ? command.items.map(textIn)
      : [textIn(command), ...(field(node, 'args')?.items.map(textIn) ?? [])];
  if (!isOurs(words[0]) || words[1] !== 'mcp' || !words.includes('--stdio')) return undefined;
  for (const word of words) {
    const found = /^--was=(url|serverUrl|httpUrl)(?:,(headers|http_headers))?(?::([\w-]+))?$/.exec(word ?? '');
    if (found) return { text: found[0], url: found[1]!, headers: found[2], type: found[3] };
  }
  return undefined;
}

function rawOf(text: string, { whole }: ConfigNode): string {
  return text.slice(whole.start, whole.end);
}

/** JSON tells a name without its quotes, TOML with them. */
function token(format: Entry['format'], key: Span): Span {
  return format === 'json' ? { start: key.start - 1, end: key.end + 1 } : key;
}

function inner(text: string, format: Entry['format'], key: Span): Span {
  return format === 'toml' && /["']/.test(text[key.start] ?? '') ? { start: key.start + 1, end: key.end - 1 } : key;
}

/** Whether a header's name can become a variable's and come back to the letter. */
function isPlain(text: string, format: Entry['format'], { name, key }: ConfigField): boolean {
  const { start, end } = inner(text, format, key);
  return variableOfHeader(name) !== undefined && text.slice(start, end) === name;
}

function listStart(text: string, { node, key }: ConfigField): number {
  return text[node.whole.start] === '[' ? node.whole.start : text.indexOf('[', key.end);
}
