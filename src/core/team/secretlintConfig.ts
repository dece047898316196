import ignore from 'ignore';
import { load } from 'js-yaml';
import type { Fault } from '../model';
import { isTable, type Table, tables, textOf, texts } from '../untyped';
import { type AllowList, compileAllowList } from './allowList';
import { compileRule, type RuleFacts } from './compileRule';
import type { Compiler } from './compiler';
import { type Acceptor, type FilePorts, type ForeignPart, foreignFault } from './foreign';
import { relatedDetectors, wordsOf } from './relatedDetectors';
import { slugOf } from './slugOf';
import type { TeamRule } from './teamRule';

/**
 * Reads `.secretlintrc` in JSON or YAML: what its rules allow (`allows`, `allowMessageIds`), those of presets too, and the patterns of
 * `@secretlint/secretlint-rule-pattern` as rules of the team's. A configuration that is a program is never run.
 */
export function readSecretlintConfig(text: string, name: string, { compiler }: FilePorts): ForeignPart {
  const config = parseYaml(text);
  if (!config) return { faults: [foreignFault(name, 'neither JSON nor YAML; nothing in this file is applied')] };
  const faults: Fault[] = [];
  const rules = new Map<string, TeamRule>();
  const acceptors: Acceptor[] = [];
  for (const rule of flattened(config)) {
    const id = textOf(rule.id) ?? '';
    if (rule.disabled === true) continue;
    const tell = (problem: string) => faults.push(foreignFault(name, `${id}: ${problem}`));
    if (id.endsWith('/secretlint-rule-pattern'))
      for (const it of readPatterns(rule, name, compiler, tell)) rules.set(it.detector.id, it);
    else acceptors.push(...readAllows(rule, id, name, compiler, tell));
  }
  return { rules: [...rules.values()], acceptors, faults };
}

/** Reads `.secretlintignore`, which is written like `.gitignore`. */
export function readSecretlintIgnore(text: string, name: string): ForeignPart {
  const rules = ignore().add(text.slice(0, mostIgnored));
  return {
    acceptors: [
      ({ path }) => (path && ignore.isPathValid(path) && rules.ignores(path) ? `ignored in ${name}` : undefined),
    ],
  };
}

const mostIgnored = 100_000;

function parseYaml(text: string): Table | undefined {
  try {
    const value: unknown = load(text);
    return isTable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The rules of presets stand within them. */
function flattened(config: Table): Table[] {
  return tables(config.rules).flatMap(rule => [rule, ...tables(rule.rules)]);
}

function readPatterns(rule: Table, name: string, compiler: Compiler, tell: (problem: string) => void): TeamRule[] {
  const options = isTable(rule.options) ? rule.options : {};
  const allow = [{ patterns: texts(options.allows).map(toPattern) }];
  return tables(options.patterns).flatMap(it => {
    const title = textOf(it.name) ?? 'pattern';
    return [it.pattern, ...texts(it.patterns)]
      .filter(source => typeof source === 'string')
      .flatMap((source, index) => {
        const facts: RuleFacts = {
          id: `secret/team-${slugOf(title) || 'pattern'}${index === 0 ? '' : `-${index + 1}`}`,
          title: title.slice(0, 60),
          severity: 'warning',
          tier: 'likely',
          keywords: [],
          pattern: toPattern(source),
          group: 'first',
          allow,
          reason: `the pattern ${title.slice(0, 60)} in ${name}`,
        };
        const made = compileRule(facts, compiler);
        if ('problem' in made) tell(`${title.slice(0, 60)}: ${made.problem}; this pattern is not applied`);
        return 'problem' in made ? [] : [made];
      });
  });
}

/** `/…/flags` is a pattern of JavaScript's, whose flags `i`, `m` and `s` mean the same here. */
function toPattern(source: string): string {
  const [, body, flags = ''] = /^\/([\s\S]*)\/([dgimsuvy]*)$/.exec(source) ?? [];
  if (body === undefined) return source;
  const kept = [...flags].filter(flag => 'ims'.includes(flag)).join('');
  return kept ? `(?${kept})${body}` : body;
}

function readAllows(
  rule: Table,
  id: string,
  name: string,
  compiler: Compiler,
  tell: (problem: string) => void,
): Acceptor[] {
  const options = isTable(rule.options) ? rule.options : {};
  const messages = texts(rule.allowMessageIds);
  const patterns = texts(options.allows).map(allowed);
  const acceptors: Acceptor[] = [];
  if (patterns.length > 0) {
    const allows: AllowList = compileAllowList({ patterns }, compiler, problem =>
      tell(`allows: ${problem}; this pattern lets nothing go`),
    );
    const related = relatedDetectors(id);
    acceptors.push(found => (related(found.detector) && allows(found) ? `allowed in ${name}, ${id}` : undefined));
  }
  if (messages.length > 0) {
    const known = messages.map(message => new Set([...wordsOf(id), ...wordsOf(message)]));
    const means = (detector: string) => known.some(words => wordsOf(detector.slice(7)).every(word => words.has(word)));
    acceptors.push(({ detector }) => (means(detector) ? `allowed in ${name}, ${id}` : undefined));
  }
  return acceptors;
}

/** Here, what is not written as a pattern is a part of the value. */
function allowed(source: string): string {
  return /^\/[\s\S]*\/[dgimsuvy]*$/.test(source) ? toPattern(source) : source.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
