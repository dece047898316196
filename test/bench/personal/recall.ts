import { printTable } from '../table';
import type { Figure } from './figures';
import { kindOf } from './kindOf';
import { makeRecallCases, type RecallCase, type TypedKind, typedKinds } from './recallCases';
import { lookAll, type Tool } from './tool';

/** What a tool found of each kind, and what it found where nothing of the kind is. */
export async function recall(
  tools: readonly Tool[],
  seed: number,
  rounds: number,
  tellMisses: number,
): Promise<Figure[]> {
  const cases = makeRecallCases(seed, rounds);
  const count = (role: Role) => cases.filter(it => it.role === role).length;
  console.log(
    `\n# Typed recall / false alarms, %: ${count('real')} values; ${count('broken')} that only look like them; ${count('elsewhere')} numbers of the same shape, named as orders and parts`,
  );
  const rows: Record<string, string>[] = [];
  const figures: Figure[] = [];
  const outcomes = await lookAll(tools, tool => tool.look(cases));
  for (const [place, tool] of tools.entries()) {
    const outcome = outcomes[place];
    if (!outcome) continue;
    const { found, seconds } = outcome;
    const judged = cases.map((one, at) => ({
      ...one,
      found: found[at]!.some(it => fits(one, it)),
      types: found[at]!.filter(it => it.start < one.end && it.end > one.start).map(it => it.type),
    }));
    rows.push({ ...rowOf(tool.name, judged), 's CPU': seconds.toFixed(1) });
    for (const kind of typedKinds) {
      figures.push({ tool: tool.name, what: kind, value: rate(judged, kind, 'real') });
      figures.push({ tool: tool.name, what: `${kind}, false`, value: rate(judged, kind, 'broken') });
    }
    if (tool.name !== 'lockside') continue;
    rows.push(
      rowOf(
        '  in files held back',
        judged.filter(it => it.heldBack),
      ),
    );
    if (tellMisses > 0) tellContexts(judged);
    if (tellMisses > 0)
      tell(
        judged.filter(it => !it.heldBack),
        tellMisses,
      );
  }
  printTable(rows);
  return figures;
}

function rowOf(tool: string, judged: readonly Judged[]): Record<string, string> {
  return {
    tool,
    ...Object.fromEntries(
      typedKinds.map(kind => [kind, `${told(judged, kind, 'real')} / ${told(judged, kind, 'broken')}`]),
    ),
    'id elsewhere': told(judged, 'national id', 'elsewhere'),
    'passport elsewhere': told(judged, 'passport', 'elsewhere'),
  };
}

type Role = RecallCase['role'];

interface Judged extends RecallCase {
  readonly found: boolean;
  /** All that lies over it, of whatever kind. */
  readonly types: readonly string[];
}

/** Of the same kind, and over the whole value but for a sign at an end. */
function fits(one: RecallCase, sighting: { type: string; start: number; end: number }): boolean {
  const overlap = Math.min(one.end, sighting.end) - Math.max(one.start, sighting.start);
  if (kindOf(sighting.type) !== one.kind) return false;
  return one.role === 'real'
    ? overlap >= 0.8 * (one.end - one.start) && sighting.end - sighting.start <= 2 * (one.end - one.start)
    : overlap > 0;
}

/** In percent. */
function rate(judged: readonly Judged[], kind: TypedKind, role: Role): number {
  const all = judged.filter(it => it.kind === kind && it.role === role);
  return (100 * all.filter(it => it.found).length) / all.length;
}

function told(judged: readonly Judged[], kind: TypedKind, role: Role): string {
  return rate(judged, kind, role).toFixed(1);
}

/** Recall and false alarms by the kind of file. */
function tellContexts(judged: readonly Judged[]): void {
  const contexts = [...new Set(judged.map(it => it.context))];
  printTable(
    contexts.map(context =>
      rowOf(
        context,
        judged.filter(it => it.context === context),
      ),
    ),
  );
}

/** What was missed, and what was found wrongly, by locale or id, and by context; never the value. */
function tell(judged: readonly Judged[], most: number): void {
  for (const [what, wrong] of [
    ['missed', (it: Judged) => it.role === 'real' && !it.found],
    ['found wrongly', (it: Judged) => it.role !== 'real' && it.found],
  ] as const) {
    const sums = new Map<
      string,
      { all: number; wrong: number; contexts: Map<string, number>; shapes: Set<string>; types: Set<string> }
    >();
    for (const one of judged) {
      if ((one.role === 'real') !== (what === 'missed')) continue;
      const name = `${one.kind} ${one.group}${one.role === 'elsewhere' ? ', elsewhere' : ''}`;
      const sum = sums.get(name) ?? { all: 0, wrong: 0, contexts: new Map(), shapes: new Set(), types: new Set() };
      sums.set(name, sum);
      sum.all++;
      if (!wrong(one)) continue;
      sum.wrong++;
      sum.contexts.set(one.context, (sum.contexts.get(one.context) ?? 0) + 1);
      for (const type of one.types) sum.types.add(type);
      sum.shapes.add(shapeOf(one.text.slice(one.start, one.end)));
    }
    const worst = [...sums].filter(([, sum]) => sum.wrong > 0).sort(([, a], [, b]) => b.wrong - a.wrong);
    console.log(`\n${what} by lockside, of all of the kind:`);
    for (const [name, sum] of worst.slice(0, most)) {
      const where = [...sum.contexts].map(([context, times]) => `${context} ${times}`).join(', ');
      console.log(
        `  ${name.padEnd(32)} ${String(sum.wrong).padStart(3)} of ${sum.all}: ${where}; like ${[...sum.shapes].slice(0, 3).join('  ')}${sum.types.size ? `; found as ${[...sum.types].join(', ')}` : ''}`,
      );
    }
    if (worst.length > most) console.log(`  and ${worst.length - most} more`);
  }
}

/** Digits as 9, letters as a and A. */
function shapeOf(value: string): string {
  return value
    .replace(/\d/g, '9')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a');
}
