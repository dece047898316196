import { Environment } from '@marcbachmann/cel-js';
import { createGlob } from './glob';
import type { Destination, Source } from './model';

/** What a rule's condition may ask about. */
export interface Circumstances {
  readonly detector: string;
  readonly source: Source;
  readonly destination: Destination;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Says whether a rule's condition holds; where it can't be told, it does: conditions only make things stricter. */
export type Condition = (circumstances: Circumstances) => boolean;

/** Conditions come from strangers: no loops over more than this, no deep nesting, no long expressions. */
const limits = { maxAstNodes: 200, maxDepth: 24, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 8 };

/**
 * The language of `when` in rules: CEL (Common Expression Language, github.com/google/cel-spec) over `detector`, `kind`, `path`,
 * `class`, `destination.kind`, `destination.name`, `destination.aliases`, `destination.host`, `destination.region`, `destination.vendor` and `today`; what
 * isn't known is an empty text. `path.like("src/**")` is a glob.
 */
const language = new Environment({ limits })
  .registerVariable('detector', 'string')
  .registerVariable('kind', 'string')
  .registerVariable('path', 'string')
  .registerVariable('class', 'string')
  .registerVariable('destination', 'map<string, dyn>')
  .registerVariable('today', 'string')
  // The language's own `matches` is JavaScript's, which a stranger's pattern can stall.
  .registerFunction('string.like(string): bool', (text: string, glob: string) => createGlob(glob, true)(text));

/** In UTF-16 units, as in package.json. */
const maximumLength = 500;

/** Compiles a condition, or says what is wrong with it. */
export function compileCondition(expression: string): { condition: Condition } | { error: string } {
  if (expression.length > maximumLength) return { error: `it is longer than ${maximumLength} characters` };
  if (/\bmatches\b/.test(expression)) return { error: 'there is no "matches" here; use like() with a glob' };
  try {
    const parsed = language.parse(expression);
    const { valid, type, error } = parsed.check();
    if (!valid) return { error: firstLine(error) };
    if (type !== 'bool' && type !== 'dyn') return { error: `says ${type}, and a condition says true or false` };
    return { condition: circumstances => holds(parsed, circumstances) };
  } catch (error) {
    return { error: firstLine(error) };
  }
}

function holds(parsed: (variables: Record<string, unknown>) => unknown, circumstances: Circumstances): boolean {
  try {
    return parsed(variables(circumstances)) !== false;
  } catch {
    return true;
  }
}

function variables({ detector, source, destination, today }: Circumstances): Record<string, unknown> {
  const { kind, name, aliases = [] } = destination;
  const alias = (key: string) => aliases.find(one => one.startsWith(`${key}:`))?.slice(key.length + 1) ?? '';
  return {
    detector,
    kind: detector.slice(0, Math.max(0, detector.indexOf('/'))),
    path: source.path ?? '',
    class: source.class ?? '',
    destination: {
      ...{ kind, name, aliases: [...aliases] },
      ...{ host: alias('host'), region: alias('region'), vendor: alias('vendor') },
    },
    today,
  };
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.slice(0, 200);
}
