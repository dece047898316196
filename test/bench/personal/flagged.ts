import { percent, printTable } from '../table';
import type { Figure } from './figures';
import { lookAll, type Sample, type Sighting, type Tool } from './tool';

/** A text that a tool should cry at as a whole, or should leave alone. */
export interface FlagCase extends Sample {
  readonly family: string;
  readonly attack: boolean;
  /** Never listed among what was missed, so that a rule which learned the others by heart shows. */
  readonly heldBack?: boolean;
}

/** The share of each family's texts that each tool cries at, whatever it calls it, as `hidden/…` or `injection/…`. */
export async function flagged(
  title: string,
  tools: readonly Tool[],
  cases: readonly FlagCase[],
  tellMisses: number,
): Promise<Figure[]> {
  const attacks = cases.filter(it => it.attack).length;
  console.log(`\n# ${title}: share of texts flagged, %; ${attacks} attacks, ${cases.length - attacks} harmless`);
  const groups = groupsOf(cases);
  const figures: Figure[] = [];
  const rows: Record<string, string>[] = groups.map(({ name, mine }) => ({ texts: `${name} (${mine.length})` }));
  const outcomes = await lookAll(tools, tool => tool.look(cases));
  for (const [place, tool] of tools.entries()) {
    const outcome = outcomes[place];
    if (!outcome) continue;
    const flags = new Map(cases.map((one, at) => [one, flagOf(outcome.found[at]!)]));
    groups.forEach(({ name, mine }, at) => {
      const share = mine.filter(it => flags.get(it)).length;
      rows[at]![tool.name] = percent(share, mine.length);
      figures.push({ tool: tool.name, what: name, value: (100 * share) / mine.length });
    });
    if (tool.name === 'lockside') tell(cases, flags, tellMisses);
  }
  printTable(rows);
  return figures;
}

interface Group {
  readonly name: string;
  readonly mine: readonly FlagCase[];
}

function groupsOf(cases: readonly FlagCase[]): Group[] {
  const nameOf = ({ attack, family }: FlagCase) => `${attack ? 'attack' : 'harmless'}: ${family}`;
  const families = [...new Set(cases.map(nameOf))].map(name => ({
    name,
    mine: cases.filter(it => nameOf(it) === name),
  }));
  return [
    ...families,
    { name: 'all attacks', mine: cases.filter(it => it.attack) },
    { name: 'of these, wordings held back', mine: cases.filter(it => it.attack && it.heldBack) },
    { name: 'all harmless', mine: cases.filter(it => !it.attack) },
  ].filter(({ mine }) => mine.length > 0);
}

/** These texts hold nothing else; what is only for information isn't shown to anybody. */
function flagOf(sightings: readonly Sighting[]): Sighting | undefined {
  return sightings.find(it => !it.quiet && /^(?:hidden|injection)\b/.test(it.type));
}

/** Some of what was judged wrongly of each family, each way of it once. */
function tell(cases: readonly FlagCase[], flags: ReadonlyMap<FlagCase, Sighting | undefined>, most: number): void {
  const told = new Map<string, number>();
  const seen = new Set<string>();
  for (const one of cases) {
    const flag = flags.get(one);
    if (one.heldBack || (flag !== undefined) === one.attack) continue;
    const text = flag ? `${flag.type} ${visible(around(one.text, flag))}` : visible(one.text);
    const times = told.get(one.family) ?? 0;
    if (times >= most || seen.has(text)) continue;
    seen.add(text);
    told.set(one.family, times + 1);
    console.log(`  ${one.attack ? 'missed' : 'wrong'} ${one.family}: ${one.path} ${text}`);
  }
}

function around(text: string, { start, end }: Sighting): string {
  return text.slice(Math.max(0, start - 80), Math.min(end, start + 200) + 40);
}

/** The text with what can't be seen spelled out, runs of it shortened. */
function visible(text: string): string {
  const spelled = text.replace(/([^\n\x20-\x7e])\1*/gu, (run, unit: string) =>
    /[\p{Cf}\p{Co}\p{Mn}\p{Zs}\p{Cc}\u3164\uffa0\u115f\u1160\u2800]/u.test(unit)
      ? `{${unit.codePointAt(0)!.toString(16)}${[...run].length > 1 ? ` ×${[...run].length}` : ''}}`
      : run,
  );
  const short = spelled.replace(/ {9,}|\n{9,}/g, run => `{${JSON.stringify(run[0])} ×${run.length}}`);
  return JSON.stringify(short).slice(0, 260);
}
