import { makeHiddenCases } from './hiddenCases';
import { percent, printTable } from './table';
import type { Sample, Sighting, Tool } from './tool';

/** The share of texts with something hidden that each tool cries at, and of texts that are just another writing. */
export async function hidden(tools: readonly Tool[], seed: number, rounds: number, tellMisses: number): Promise<void> {
  const cases = makeHiddenCases(seed, rounds);
  const count = (attack: boolean) => cases.filter(it => it.attack === attack).length;
  console.log(`\n# Hidden text: share of texts flagged, %; ${count(true)} attacks, ${count(false)} harmless`);
  const columns = tools.map(it => it.name);
  const rows = new Map<string, Record<string, string>>();
  for (const tool of tools) {
    const { found } = await tool.look(cases);
    for (const family of new Set(cases.map(it => it.family))) {
      const mine = cases.flatMap((one, place) =>
        one.family === family ? [{ one, flagged: isFlagged(found[place]!) }] : [],
      );
      const row = rows.get(family) ?? {
        family: `${mine[0]!.one.attack ? 'attack' : 'harmless'}: ${family} (${mine.length})`,
      };
      row[tool.name] = percent(mine.filter(it => it.flagged).length, mine.length);
      rows.set(family, row);
      const wrong = mine.filter(it => it.flagged !== it.one.attack).map(it => it.one);
      if (tool.name === 'lockside')
        for (const one of distinct(wrong).slice(0, tellMisses))
          console.log(`  ${one.attack ? 'missed' : 'wrong'} ${family}: ${one.path} ${visible(one.text)}`);
    }
  }
  printTable(
    [...rows.values()].map(row => ({
      family: row.family ?? '',
      ...Object.fromEntries(columns.map(name => [name, row[name] ?? ''])),
    })),
  );
}

/** Whatever a tool calls it: these texts hold nothing else. */
function isFlagged(sightings: readonly Sighting[]): boolean {
  return sightings.some(it => !it.quiet && /^(?:hidden|injection)\b/.test(it.type));
}

function distinct<T extends Sample>(cases: readonly T[]): T[] {
  return [...new Map(cases.map(it => [visible(it.text).slice(0, 60), it])).values()];
}

/** The text with what can't be seen spelled out, cut to what matters. */
function visible(text: string): string {
  const spelled = text.replace(/[^\n\x20-\x7e]/gu, unit =>
    /[\p{Cf}\p{Co}\p{Mn}\p{Zs}\p{Cc}\u3164\uffa0\u115f\u1160\u2800]/u.test(unit)
      ? `{${unit.codePointAt(0)!.toString(16)}}`
      : unit,
  );
  return JSON.stringify(spelled.replace(/ {9,}/g, blanks => `{${blanks.length} blanks}`)).slice(0, 160);
}
