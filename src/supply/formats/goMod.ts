import type { Span } from '../../core/model';
import type { PackageEntry, PackageFormat } from '../../core/packages';
import { type Draft, FormatFault, named, packageFile } from './packageFile';
import { textLines } from './textLines';

/**
 * go.mod and go.work. A module that is replaced is what replaces it; one that is replaced by a folder has no version. Go's own
 * library is the package `stdlib`, in the version that the file asks for. Before Go 1.17 what is needed indirectly stands in
 * go.sum alone, which is read beside it.
 */
export const goMod: PackageFormat = {
  id: 'go.mod',
  kind: 'manifest',
  matches: named('go.mod', 'go.work'),
  parse: (text, _path, beside) => packageFile(goMod, text, draft => read(draft, beside)),
};

type Beside = Parameters<PackageFormat['parse']>[2];

function read(draft: Draft, beside: Beside): void {
  const directives = directivesOf(draft);
  const modules = requiredModules(directives);
  replaceAll(modules, directives);
  const add = addOnce(draft);
  for (const { name, version, direct, source, token } of modules)
    add({ ecosystem: 'Go', name, version, direct, ...(source ? { source } : {}) }, token);
  addLibrary(add, directives);
  const go = goOf(directives);
  if (go && Number(/^1\.(\d+)/.exec(go.text)?.[1]) < 17) addSums(add, beside?.('go.sum'), go);
}

type Add = (entry: PackageEntry, token: Token) => void;

/** Though people write a go.mod, each of its versions is exact: what stands there twice is one. */
function addOnce(draft: Draft): Add {
  const seen = new Set<string>();
  return (entry, token) => {
    const key = `${entry.name}@${entry.version}`;
    if (!seen.has(key)) draft.add(entry, spanOf(token));
    seen.add(key);
  };
}

interface Module {
  name: string;
  version?: string;
  direct: boolean;
  source?: PackageEntry['source'];
  /** Where the version stands; the name where there is none. */
  token: Token;
}

function requiredModules(directives: readonly Directive[]): Module[] {
  const modules: Module[] = [];
  for (const { verb, tokens, comment } of directives) {
    const [name, version] = tokens;
    if (verb !== 'require' || !name || !version) continue;
    const token = { ...version, start: version.text.startsWith('v') ? version.start + 1 : version.start };
    token.text = plain(version.text);
    const direct = !/^\/\/\s*indirect\b/.test(comment);
    modules.push({ name: name.text, version: token.text, direct, token });
  }
  return modules;
}

/** What replaces every version gives way to what replaces the one that is required; the last that is said counts. */
function replaceAll(modules: readonly Module[], directives: readonly Directive[]): void {
  const replacements = new Map<string, Directive>();
  for (const directive of directives) {
    const [old, version] = directive.tokens;
    if (directive.verb !== 'replace' || !old || !version) continue;
    replacements.set(version.text === '=>' ? old.text : `${old.text}@${plain(version.text)}`, directive);
  }
  for (const module of modules) {
    const found = replacements.get(`${module.name}@${module.version}`) ?? replacements.get(module.name);
    if (found) replace(module, found);
  }
}

/** `replace old [version] => new [version]`. */
function replace(module: Module, { tokens }: Directive): void {
  const [name, version] = tokens.slice(tokens.findIndex(({ text }) => text === '=>') + 1);
  if (!name) return;
  if (!version) {
    module.version = undefined;
    module.source = { kind: 'path', url: name.text };
    module.token = name;
    return;
  }
  module.name = name.text;
  module.version = plain(version.text);
  module.token = { text: module.version, start: version.start + version.text.length - module.version.length };
}

function plain(version: string): string {
  return version.replace(/^v/, '');
}

/** The toolchain's version where one is named, the one of the language otherwise. */
function addLibrary(add: Add, directives: readonly Directive[]): void {
  const toolchain = directives.findLast(it => it.verb === 'toolchain')?.tokens[0];
  const named = toolchain && /^go(\d[^-]*)/.exec(toolchain.text)?.[1];
  const token = toolchain && named ? { text: named, start: toolchain.start + 2 } : goOf(directives);
  if (token && /^\d/.test(token.text))
    add({ ecosystem: 'Go', name: 'stdlib', version: token.text, direct: true }, token);
}

function goOf(directives: readonly Directive[]): Token | undefined {
  return directives.findLast(it => it.verb === 'go')?.tokens[0];
}

function spanOf({ text, start }: Token): Span {
  return { start, end: start + text.length };
}

/** Lines of go.sum are `module version hash`; those whose version ends in `/go.mod` are only about that file. They stand where the file says which Go it is for. */
function addSums(add: Add, sums: string | undefined, go: Token): void {
  for (const { text } of textLines(sums ?? '')) {
    const [name, version, integrity] = text.trim().split(/\s+/);
    if (!name || !version || !integrity || version.endsWith('/go.mod')) continue;
    add({ ecosystem: 'Go', name, version: plain(version), direct: false, integrity }, go);
  }
}

interface Token {
  text: string;
  readonly start: number;
}

interface Directive {
  readonly verb: string;
  readonly tokens: readonly Token[];
  /** What stands behind it, with its slashes. */
  readonly comment: string;
}

/** The directives with those in blocks told apart: `require ( … )`. */
function directivesOf(draft: Draft): Directive[] {
  const directives: Directive[] = [];
  let block: string | undefined;
  let known = 0;
  const strange: number[] = [];
  for (const { text, start } of textLines(draft.text)) {
    const { tokens, comment } = tokensOf(text, start);
    const [first, second] = tokens;
    if (!first) continue;
    if (directives.length > mostLines) throw new FormatFault(`has more than ${mostLines} lines`, start, 'too-large');
    if (block !== undefined) {
      if (first.text === ')') block = undefined;
      else directives.push({ verb: block, tokens, comment });
      continue;
    }
    if (verbs.has(first.text)) known++;
    else strange.push(first.start);
    if (second?.text === '(') block = tokens[2]?.text === ')' ? undefined : first.text;
    else directives.push({ verb: first.text, tokens: tokens.slice(1), comment });
  }
  if (known === 0 && draft.text.trim() !== '') throw new FormatFault('is not a go.mod file', 0);
  for (const start of strange.slice(0, 20)) draft.fault('has a line that go.mod files do not have', start);
  return directives;
}

const mostLines = 100_000;
const verbs = new Set('module go toolchain godebug require replace exclude retract tool use ignore'.split(' '));

function tokensOf(line: string, start: number): { tokens: Token[]; comment: string } {
  const tokens: Token[] = [];
  for (const { 0: found, 1: inside, 2: raw, index } of line.matchAll(
    /"([^"]*)"|`([^`]*)`|\/\/.*|[()]|(?:(?!\/\/)[^\s()"`])+/g,
  )) {
    if (found.startsWith('//')) return { tokens, comment: found };
    const quoted = inside ?? raw;
    tokens.push({ text: quoted ?? found, start: start + index + (quoted === undefined ? 0 : 1) });
  }
  return { tokens, comment: '' };
}
