import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchCorpus } from './corpus';
import { pipIn } from './peers';
import { alarms } from './personal/alarms';
import { type Figure, printGoals } from './personal/figures';
import { flagged } from './personal/flagged';
import { makeHiddenCases } from './personal/hiddenCases';
import { makeInjectionCases } from './personal/injectionCases';
import { lockside } from './personal/lockside';
import { installPersonalPeers } from './personal/peers';
import { documentCases, translationCases } from './personal/publicTexts';
import { recall } from './personal/recall';
import { type Section, sections } from './personal/tool';

/**
 * Measures how personal data, hidden text and instructions to models are found, beside other tools, in one run. `--section` and
 * `--only` take some of the sections and tools, `--seed` other data, `--quick` less of it, `--misses` lists what Lockside gets wrong.
 */
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    section: { type: 'string' },
    quick: { type: 'boolean', default: false },
    megabytes: { type: 'string' },
    'list-alarms': { type: 'string' },
    misses: { type: 'string', default: '0' },
  },
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const home = join(root, 'out', 'peers');

void main();

async function main(): Promise<void> {
  const seed = Number(options.seed);
  console.log(`seed ${seed}; ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}`);
  const wanted = (options.section?.split(',') ?? [...sections]) as Section[];
  const only = options.only?.split(',');
  const isWanted = (name: string) => !only || only.includes(name);
  const peers = installPersonalPeers(home, isWanted);
  for (const what of peers.notes) console.log(what);
  for (const what of peers.missing) console.log(`not installed: ${what}`);
  const tools = [...(isWanted('lockside') ? [lockside()] : []), ...peers.tools];
  const of = (section: Section) => tools.filter(it => it.sections.includes(section));
  const corpus = () => fetchCorpus(join(home, 'corpus'), pipIn(home));
  const rounds = options.quick ? 1 : 3;
  const misses = Number(options.misses);
  const measured: Readonly<Record<Section, () => Promise<Figure[]>>> = {
    recall: () => recall(of('recall'), seed, rounds, misses),
    hidden: () => {
      const cases = [...makeHiddenCases(seed, rounds), ...translationCases(corpus().folder, 300 * rounds)];
      return flagged('Hidden text', of('hidden'), cases, misses);
    },
    injection: async () => {
      const made = makeInjectionCases(seed, rounds);
      const cases = [...made, ...documentCases([corpus().folder, join(root, 'node_modules')], 400 * rounds)];
      return renamed(await flagged('Instructions to the model', of('injection'), cases, misses));
    },
    alarms: () => {
      const megabytes = Number(options.megabytes ?? (options.quick ? 10 : 60));
      return alarms(of('alarms'), corpus(), megabytes, options['list-alarms']);
    },
  };
  const figures: Figure[] = [];
  for (const section of sections) if (wanted.includes(section)) figures.push(...(await measured[section]()));
  printGoals(figures);
}

/** The sums of one section, so that they aren't taken for another's. */
function renamed(figures: readonly Figure[]): Figure[] {
  const names: Readonly<Record<string, string>> = {
    'all attacks': 'all instructions',
    'all harmless': 'all without instructions',
  };
  return figures.map(it => ({ ...it, what: names[it.what] ?? it.what }));
}
