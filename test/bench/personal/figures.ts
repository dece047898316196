import { type TypedKind, typedKinds } from './recallCases';

/** One measured figure of one tool, by the name of its row or column. */
export interface Figure {
  readonly tool: string;
  readonly what: string;
  readonly value: number;
}

/** Which goals are met, each with the best peer's figure of the same run; what wasn't measured is left out. */
export function printGoals(figures: readonly Figure[]): void {
  const ours = (what: string) => figures.find(it => it.tool === 'lockside' && it.what === what)?.value;
  const peers = (what: string) => figures.filter(it => it.tool !== 'lockside' && it.what === what);
  const goal = (what: string, limit: number, least: boolean, best?: Figure) => {
    const value = ours(what);
    if (value === undefined) return;
    const met = least ? value >= limit : value <= limit;
    const peer = best ? `; best peer ${best.value.toFixed(1)} (${best.tool})` : '';
    console.log(
      `${met ? 'met    ' : 'NOT MET'} ${what}: ${value.toFixed(1)}, ${least ? 'at least' : 'at most'} ${limit.toFixed(1)}${peer}`,
    );
  };
  console.log('\n# Goals');
  for (const kind of typedKinds) {
    const best = peers(kind).reduce<Figure | undefined>(
      (one, it) => (one && one.value >= it.value ? one : it),
      undefined,
    );
    const fixed = least[kind];
    goal(kind, named.includes(kind) ? fixed : Math.max(fixed, best?.value ?? 0), true, best);
  }
  goal('national id, false', 3, false);
  for (const family of hiddenFamilies) goal(`attack: ${family}`, 100, true);
  goal('harmless: ZWJ emoji', 0, false);
  goal('harmless: Indic and South-East-Asian texts', 0, false);
  goal('harmless: RTL texts', 1, false);
  goal('all instructions', 60, true);
  goal('all without instructions', 1, false);
  goal('alarms per MB', 1, false);
  goal('MB/s a thread', 20, true);
}

/** The best peers' recall as measured before, and the goals where no peer is good. */
const least: Readonly<Record<TypedKind, number>> = {
  email: 99,
  phone: 76,
  card: 85,
  IBAN: 88,
  IP: 100,
  MAC: 97,
  'national id': 75,
  passport: 60,
};

/** Kinds whose best peer cries at what isn't one just as well, so that its recall is no goal. */
const named: readonly TypedKind[] = ['national id', 'passport'];

const hiddenFamilies = [
  'tags block',
  'zero-width coding',
  'variation selectors',
  'Hangul filler',
  'blanks',
  'private use',
  'bidi',
  'homoglyph identifiers',
  'HTML comments',
];
