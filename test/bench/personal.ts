import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchCorpus } from './corpus';
import { pipIn } from './peers';
import { alarms } from './personal/alarms';
import { hidden } from './personal/hidden';
import { injection } from './personal/injection';
import { lockside } from './personal/lockside';
import { installPersonalPeers } from './personal/peers';
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

const home = fileURLToPath(new URL('../../out/peers', import.meta.url));

void main();

async function main(): Promise<void> {
  const seed = Number(options.seed);
  console.log(`seed ${seed}`);
  const wanted = (options.section?.split(',') ?? [...sections]) as Section[];
  const only = options.only?.split(',');
  const isWanted = (name: string) => !only || only.includes(name);
  const peers = installPersonalPeers(home, isWanted);
  for (const what of peers.missing) console.log(`not installed: ${what}`);
  const tools = [...(isWanted('lockside') ? [lockside()] : []), ...peers.tools];
  const of = (section: Section) => tools.filter(it => it.sections.includes(section));
  if (wanted.includes('recall')) await recall(of('recall'), seed, options.quick ? 1 : 3, Number(options.misses));
  if (wanted.includes('hidden')) await hidden(of('hidden'), seed, options.quick ? 1 : 3, Number(options.misses));
  if (wanted.includes('injection'))
    await injection(of('injection'), seed, options.quick ? 1 : 2, Number(options.misses));
  if (wanted.includes('alarms')) {
    const megabytes = Number(options.megabytes ?? (options.quick ? 10 : 60));
    await alarms(of('alarms'), fetchCorpus(join(home, 'corpus'), pipIn(home)), megabytes, options['list-alarms']);
  }
}
