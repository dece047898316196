import { parse, TomlError } from 'smol-toml';
import type { Fault } from '../model';
import { type AllowFacts, type AllowList, compileAllowList } from './allowList';
import { compileRule, type RuleFacts } from './compileRule';
import type { Compiler } from './compiler';
import { type Acceptor, type FilePorts, type ForeignPart, foreignFault } from './foreign';
import { relatedDetectors } from './relatedDetectors';
import { slugOf } from './slugOf';
import type { TeamRule } from './teamRule';
import { isTable, type Table, tables, textOf, texts } from './untyped';

/**
 * Reads `.gitleaks.toml` as gitleaks 8 describes it (betterleaks' has the same shape). `[[rules]]` with a pattern become rules of the
 * team's, their own allow-lists with them. What changes a built-in rule of gitleaks' (an allow-list without a pattern, a
 * global one) lets go what our related detectors find; `useDefault` and `disabledRules` need nothing, for its rules are not ours.
 */
export function readGitleaksConfig(text: string, name: string, ports: FilePorts): ForeignPart {
  const faults: Fault[] = [];
  const { compiler } = ports;
  const config = readConfig(text, name, ports, faults, 0);
  const globals = config.allow.map(list => ({ list, facts: factsOf(list), targets: texts(list.targetRules) }));
  const rules = new Map<string, TeamRule>();
  const acceptors: Acceptor[] = [];
  for (const [id, raw] of config.rules) {
    const own = allowListsOf(raw);
    const shared = globals.filter(({ targets }) => targets.includes(id)).map(({ facts }) => facts);
    const tell = (problem: string) => faults.push(foreignFault(whereIs(text, name, id), `rule ${id}: ${problem}`));
    if (textOf(raw.regex) === undefined && textOf(raw.path) === undefined)
      acceptors.push(...own.map(list => acceptor(list, name, compiler, tell, relatedDetectors(id))));
    else {
      const rule = readRule(id, raw, [...own.map(factsOf), ...shared], name, compiler);
      const twin = rules.get('problem' in rule ? '' : rule.detector.id);
      if ('problem' in rule) tell(`${rule.problem}; this rule is not applied`);
      else if (twin) tell('another rule has the same name; this one is not applied');
      else if (!raw.skipReport) rules.set(rule.detector.id, rule);
    }
  }
  for (const { list, targets } of globals) {
    const tell = (problem: string) =>
      faults.push(foreignFault(name, `allow-list: ${problem}; this pattern lets nothing go`));
    const builtIn = targets.filter(id => !config.rules.has(id)).map(relatedDetectors);
    if (targets.length === 0) acceptors.push(acceptor(list, name, compiler, tell, () => true));
    else if (builtIn.length > 0)
      acceptors.push(acceptor(list, name, compiler, tell, id => builtIn.some(related => related(id))));
  }
  return { rules: [...rules.values()], acceptors, faults };
}

interface Config {
  readonly rules: ReadonlyMap<string, Table>;
  readonly allow: readonly Table[];
}

/** gitleaks itself follows no more than two. */
const deepest = 2;
const mostRules = 1000;

function readConfig(text: string, name: string, ports: FilePorts, faults: Fault[], depth: number): Config {
  const table = parseToml(text, name, faults);
  const base = extended(table.extend, name, ports, faults, depth);
  const rules = new Map(base.rules);
  const seen = new Set<string>();
  for (const raw of tables(table.rules).slice(0, mostRules)) {
    const id = textOf(raw.id);
    if (!id) faults.push(foreignFault(name, 'a rule has no id; it is not applied'));
    else if (seen.has(id))
      faults.push(foreignFault(whereIs(text, name, id), `there are two rules ${id}; the first one holds`));
    else rules.set(id, merged(rules.get(id), raw));
    if (id) seen.add(id);
  }
  if (tables(table.rules).length > mostRules)
    faults.push(foreignFault(name, `more than ${mostRules} rules; the rest is not applied`));
  return { rules, allow: [...base.allow, ...listed(table.allowlist), ...tables(table.allowlists)] };
}

/** Only the first line of what the parser says: the next ones show the file. */
function parseToml(text: string, name: string, faults: Fault[]): Table {
  try {
    return parse(text, { maxDepth: 20 });
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('\n') : [];
    const where = error instanceof TomlError ? `${name}:${error.line}:${error.column}` : name;
    faults.push(
      foreignFault(
        where,
        `${message.replace(/^Invalid TOML document: /, '').slice(0, 200)}; nothing in this file is applied`,
      ),
    );
    return {};
  }
}

function extended(extend: unknown, name: string, ports: FilePorts, faults: Fault[], depth: number): Config {
  const none = { rules: new Map<string, Table>(), allow: [] };
  const path = isTable(extend) ? textOf(extend.path) : undefined;
  if (!isTable(extend) || path === undefined) return none;
  if (depth >= deepest) {
    faults.push(foreignFault(name, `extend.path: more than ${deepest} files deep; not followed`));
    return none;
  }
  const text = ports.read(path.replaceAll('\\', '/'));
  if (typeof text !== 'string') {
    faults.push(foreignFault(name, `extend.path: ${text?.message ?? 'there is no such file'}`));
    return none;
  }
  const base = readConfig(text, path, ports, faults, depth + 1);
  const disabled = texts(extend.disabledRules);
  return { ...base, rules: new Map([...base.rules].filter(([id]) => !disabled.includes(id))) };
}

/** A rule of the same name changes what it says otherwise and adds to the lists. */
function merged(base: Table | undefined, own: Table): Table {
  if (!base) return own;
  return {
    ...base,
    ...own,
    keywords: [...texts(base.keywords), ...texts(own.keywords)],
    allowlist: undefined,
    allowlists: [...allowListsOf(base), ...allowListsOf(own)],
  };
}

function allowListsOf(rule: Table): Table[] {
  return [...listed(rule.allowlist), ...tables(rule.allowlists)];
}

/** `[allowlist]` is one table; somebody may have written a list. */
function listed(value: unknown): Table[] {
  return isTable(value) ? [value] : tables(value);
}

function factsOf(list: Table): AllowFacts {
  const target = textOf(list.regexTarget)?.toLowerCase();
  return {
    patterns: texts(list.regexes),
    target: target === 'match' || target === 'line' ? target : undefined,
    paths: texts(list.paths),
    stopWords: texts(list.stopwords),
    commits: texts(list.commits).length > 0,
    all: /^(?:and|&&)$/i.test(textOf(list.condition) ?? ''),
  };
}

function acceptor(
  list: Table,
  name: string,
  compiler: Compiler,
  tell: (problem: string) => void,
  related: (detector: string) => boolean,
): Acceptor {
  const allows: AllowList = compileAllowList(factsOf(list), compiler, tell);
  const description = textOf(list.description);
  const reason = `accepted in ${name}${description ? `: ${description.slice(0, 200)}` : ', by an allow-list'}`;
  // What the rule would have matched isn't known, so that its patterns over the match look at the line.
  return found => (related(found.detector) && allows({ ...found, match: found.line }) ? reason : undefined);
}

const longestPattern = 5000;

function readRule(id: string, raw: Table, allow: readonly AllowFacts[], name: string, compiler: Compiler) {
  const pattern = textOf(raw.regex);
  if (pattern === undefined) return { problem: 'it looks at names of files alone' };
  if (pattern.length > longestPattern) return { problem: `its pattern is longer than ${longestPattern} characters` };
  if (tables(raw.required).length > 0) return { problem: 'it needs a match of another rule nearby (required)' };
  const slug = slugOf(id);
  if (!slug) return { problem: 'its id has no letters' };
  const description = textOf(raw.description);
  const group = typeof raw.secretGroup === 'number' && raw.secretGroup > 0 ? raw.secretGroup : 'first';
  const facts: RuleFacts = {
    id: `secret/team-${slug}`,
    title: description && description.length <= longestTitle ? description : id.slice(0, longestTitle),
    severity: 'warning',
    tier: 'likely',
    keywords: texts(raw.keywords),
    pattern,
    group,
    entropy: typeof raw.entropy === 'number' && raw.entropy > 0 ? raw.entropy : undefined,
    path: textOf(raw.path),
    allow,
    reason: `the rule ${id.slice(0, longestTitle)} in ${name}`,
  };
  return compileRule(facts, compiler);
}

const longestTitle = 60;

/** TOML's parser keeps no places, so the line where the id stands must do. */
function whereIs(text: string, name: string, id: string): string {
  const line = text.split('\n').findIndex(it => /^\s*["']?id["']?\s*=/.test(it) && it.includes(id));
  return line < 0 ? name : `${name}:${line + 1}`;
}
