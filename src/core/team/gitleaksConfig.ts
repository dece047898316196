import type { Fault } from '../model';
import { type Table, tables, textOf, texts } from '../untyped';
import { type AllowFacts, compileAllowList } from './allowList';
import { compileRule } from './compileRule';
import type { Compiler } from './compiler';
import { type Acceptor, type FilePorts, type ForeignPart, foreignFault } from './foreign';
import { allowListsOf, lineOf, readGitleaksToml } from './gitleaksToml';
import { relatedDetectors } from './relatedDetectors';
import { slugOf } from './slugOf';
import type { TeamRule } from './teamRule';

/**
 * Reads `.gitleaks.toml` as gitleaks 8 describes it (betterleaks 1 has the same shape). `[[rules]]` with a pattern become rules of
 * the team's, with their own allow-lists. What changes a rule that gitleaks brings itself (an allow-list without a pattern)
 * lets go what our related detectors find, and a global list whatever they all find. `useDefault` and `disabledRules` need
 * nothing more, for the rules that they are about are not ours.
 */
export function readGitleaksConfig(text: string, name: string, ports: FilePorts): ForeignPart {
  const faults: Fault[] = [];
  const config = readGitleaksToml(text, name, ports, faults);
  const reading = { name, compiler: ports.compiler };
  const rules = new Map<string, TeamRule>();
  const acceptors: Acceptor[] = [];
  for (const [id, raw] of config.rules) {
    const tell = (problem: string) => faults.push(foreignFault(lineOf(text, name, id), `rule ${id}: ${problem}`));
    if (isBuiltIn(raw)) {
      acceptors.push(...allowListsOf(raw).map(list => acceptor(list, reading, tell, relatedDetectors(id))));
      continue;
    }
    const shared = config.allow.filter(list => texts(list.targetRules).includes(id));
    const rule = readRule(id, raw, [...allowListsOf(raw), ...shared].map(factsOf), reading);
    if ('problem' in rule) tell(`${rule.problem}; this rule is not applied`);
    else if (rules.has(rule.detector.id)) tell('another rule has the same name; this one is not applied');
    else if (!raw.skipReport) rules.set(rule.detector.id, rule);
  }
  for (const list of config.allow) {
    const tell = (problem: string) =>
      faults.push(foreignFault(name, `allow-list: ${problem}; this pattern lets nothing go`));
    const targets = texts(list.targetRules);
    const related = targets.filter(id => !config.rules.has(id)).map(relatedDetectors);
    const concerns = (detector: string) => targets.length === 0 || related.some(is => is(detector));
    if (targets.length === 0 || related.length > 0) acceptors.push(acceptor(list, reading, tell, concerns));
  }
  return { rules: [...rules.values()], acceptors, faults };
}

interface Reading {
  readonly name: string;
  readonly compiler: Compiler;
}

/** A rule that says neither what it looks for nor where is one that gitleaks brings itself. */
function isBuiltIn(raw: Table): boolean {
  return textOf(raw.regex) === undefined && textOf(raw.path) === undefined;
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
  { name, compiler }: Reading,
  tell: (problem: string) => void,
  concerns: (detector: string) => boolean,
): Acceptor {
  const allows = compileAllowList(factsOf(list), compiler, tell);
  const description = textOf(list.description);
  const reason = `accepted in ${name}${description ? `: ${description.slice(0, 200)}` : ', by an allow-list'}`;
  // What gitleaks' rule would have matched isn't known, so that patterns over the match look at the line.
  return found => (concerns(found.detector) && allows({ ...found, match: found.line }) ? reason : undefined);
}

const longestPattern = 5000;
const longestTitle = 60;

function readRule(id: string, raw: Table, allow: readonly AllowFacts[], { name, compiler }: Reading) {
  const pattern = textOf(raw.regex);
  if (pattern === undefined) return { problem: 'it looks at names of files alone' };
  if (pattern.length > longestPattern) return { problem: `its pattern is longer than ${longestPattern} characters` };
  if (tables(raw.required).length > 0) return { problem: 'it needs a match of another rule nearby (required)' };
  const slug = slugOf(id);
  if (!slug) return { problem: 'its id has no letters' };
  const description = textOf(raw.description);
  return compileRule(
    {
      id: `secret/team-${slug}`,
      title: description && description.length <= longestTitle ? description : id.slice(0, longestTitle),
      severity: 'warning',
      tier: 'likely',
      keywords: texts(raw.keywords),
      pattern,
      group: positive(raw.secretGroup) ?? 'first',
      entropy: positive(raw.entropy),
      path: textOf(raw.path),
      allow,
      reason: `the rule ${id.slice(0, longestTitle)} in ${name}`,
    },
    compiler,
  );
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
