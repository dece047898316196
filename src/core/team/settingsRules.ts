import { sample } from '../detectors/sample';
import type { Clock, Fault, Severity, Tier } from '../model';
import type { AllowFacts } from './allowList';
import { compileRule, type RuleFacts } from './compileRule';
import { type Compiler, createCompiler } from './compiler';
import { createTeamEngine } from './sweepTeam';
import type { TeamRule } from './teamRule';

/** One entry of `lockside.detectors`, as package.json's schema has let it through. */
export interface DetectorEntry {
  readonly id: `secret/team-${string}` | `pii/team-${string}`;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly pattern: string;
  readonly secretGroup?: number;
  readonly entropy?: number;
  readonly allow?: Pick<AllowFacts, 'patterns' | 'paths' | 'stopWords'>;
  readonly severity?: Severity;
  readonly tier?: Tier;
  readonly hits: readonly Hit[];
  readonly misses?: readonly string[];
}

/** Text that must be found: a template such as `key=‹acme_{alnum:32}›` with the secret marked, or plain text and its secret. */
type Hit = string | { readonly text: string; readonly secret: string };

/**
 * Makes the rules of `lockside.detectors` ready. Each is tried on its own examples first: one that misses a hit, or finds a
 * miss, is not applied, and neither is a second one of the same id.
 */
export function readSettingsRules(
  entries: readonly DetectorEntry[],
  now?: Clock,
): { rules: TeamRule[]; faults: Fault[] } {
  const compiler = createCompiler(now);
  const rules = new Map<string, TeamRule>();
  const faults: Fault[] = [];
  for (const [index, entry] of entries.entries()) {
    const rule = rules.has(entry.id) ? { problem: `there is another rule ${entry.id}` } : readEntry(entry, compiler);
    if ('problem' in rule)
      faults.push({
        code: 'settings',
        where: `lockside.detectors[${index}]`,
        message: `${entry.id}: ${rule.problem}; this rule is not applied`,
      });
    else rules.set(entry.id, rule);
  }
  return { rules: [...rules.values()], faults };
}

function readEntry(entry: DetectorEntry, compiler: Compiler): TeamRule | { readonly problem: string } {
  if (longTemplate.test(JSON.stringify([entry.hits, entry.misses])))
    return { problem: 'a template in its examples makes more than 999 characters' };
  const { severity = 'error', tier = 'certain' } = entry;
  const { patterns, paths, stopWords } = entry.allow ?? {};
  const facts: RuleFacts = {
    ...entry,
    severity,
    tier,
    group: entry.secretGroup,
    // Each kind of condition is enough by itself.
    allow: entry.allow ? [{ patterns, paths, stopWords }] : [],
    reason: 'a rule of the team in lockside.detectors',
  };
  const hits = entry.hits.map(readHit);
  const rule = compileRule(facts, compiler);
  if ('problem' in rule) return rule;
  const problem = problemWith(rule, hits, entry.misses ?? [], compiler);
  return problem ? { problem } : withoutExamples(rule, new Set(hits.flatMap(hit => hit.secrets)));
}

/** The values of a rule's own examples are no secrets, so that settings in which they stand are not reported. */
function withoutExamples(rule: TeamRule, examples: ReadonlySet<string>): TeamRule {
  return {
    ...rule,
    accepts: (text, match, source) =>
      !examples.has(text.slice(match.secret.start, match.secret.end)) && rule.accepts(text, match, source),
  };
}

const longTemplate = /\{\w{1,20}:\d{4,}\}/;

interface ReadHit {
  readonly text: string;
  readonly secrets: readonly string[];
}

function readHit(hit: Hit, index: number): ReadHit {
  if (typeof hit !== 'string') return { text: hit.text, secrets: [hit.secret] };
  const parts = sample(hit, index).split(/[‹›]/);
  return { text: parts.join(''), secrets: parts.filter((_, at) => at % 2 === 1) };
}

/** Without the examples' own words, which may be secrets of somebody who didn't know better. */
function problemWith(
  rule: TeamRule,
  hits: readonly ReadHit[],
  misses: readonly string[],
  compiler: Compiler,
): string | undefined {
  for (const [index, { text, secrets }] of hits.entries()) {
    const { found, fault } = tryOn(rule, text, compiler);
    if (fault) return `hits[${index}]: ${fault}`;
    if (secrets.length === 0) return `hits[${index}] marks no secret: write ‹ before it and › behind it`;
    if (secrets.some(secret => secret === '' || !text.includes(secret)))
      return `hits[${index}]: its secret doesn't stand in its text`;
    const missed = secrets.findIndex(secret => !found.includes(secret));
    if (missed >= 0)
      return `hits[${index}] is not found${found.length > 0 ? ' as it is marked' : ''}${hintFor(rule, text)}`;
  }
  const wrong = misses.findIndex((miss, index) => tryOn(rule, sample(miss, index), compiler).found.length > 0);
  return wrong < 0 ? undefined : `misses[${wrong}] is found, but shall not be`;
}

function tryOn(rule: TeamRule, text: string, { isLate }: Compiler): { found: readonly string[]; fault?: string } {
  const { found, faults } = createTeamEngine([rule]).sweep(text, 0, text.length, undefined, undefined, isLate);
  return { found: found.map(({ start, end }) => text.slice(start, end)), fault: faults[0]?.message };
}

function hintFor(rule: TeamRule, text: string): string {
  const folded = text.toLowerCase();
  return rule.keywords.some(word => folded.includes(word)) ? '' : ': none of its keywords stands in it';
}
