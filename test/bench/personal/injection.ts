import { makeInjectionCases } from './injectionCases';
import { percent, printTable } from './table';
import type { Tool } from './tool';

/** The share of texts with instructions to a model that each tool cries at, and of texts that speak to people. */
export async function injection(
  tools: readonly Tool[],
  seed: number,
  rounds: number,
  tellMisses: number,
): Promise<void> {
  const cases = makeInjectionCases(seed, rounds);
  const attacks = cases.filter(it => it.attack).length;
  console.log(
    `\n# Instructions to the model: share of texts flagged, %; ${attacks} attacks, ${cases.length - attacks} harmless`,
  );
  const families = [...new Set(cases.map(it => it.family))];
  const rows: Record<string, string>[] = families.map(family => {
    const mine = cases.filter(it => it.family === family);
    return { family: `${mine[0]!.attack ? 'attack' : 'harmless'}: ${family} (${mine.length})` };
  });
  const held = cases.filter(it => it.attack && it.heldBack).length;
  rows.push({ family: `attack: all (${attacks})` }, { family: `  of these in wordings held back (${held})` });
  rows.push({ family: `harmless: all (${cases.length - attacks})` });
  for (const tool of tools) {
    const { found } = await tool.look(cases);
    const flagged = found.map(sightings => sightings.some(it => !it.quiet && it.type.startsWith('injection')));
    const share = (of: (one: (typeof cases)[number]) => boolean) => {
      const mine = cases.flatMap((one, place) => (of(one) ? [flagged[place]!] : []));
      return percent(mine.filter(Boolean).length, mine.length);
    };
    families.forEach((family, place) => {
      rows[place]![tool.name] = share(it => it.family === family);
    });
    rows.at(-3)![tool.name] = share(it => it.attack);
    rows.at(-2)![tool.name] = share(it => it.attack && it.heldBack);
    rows.at(-1)![tool.name] = share(it => !it.attack);
    if (tool.name !== 'lockside') continue;
    const wrong = cases.filter((one, place) => flagged[place] !== one.attack);
    for (const family of families)
      for (const one of wrong.filter(it => it.family === family && !it.heldBack).slice(0, tellMisses))
        console.log(
          `  ${one.attack ? 'missed' : 'wrong'} ${family}: ${one.path} ${JSON.stringify(one.text).slice(0, 260)}`,
        );
  }
  printTable(rows);
}
