// Runs the real AI clients of the terminal against a recording model, with the guard and without, and tells what arrived.
//
//     npm run test:clients -- [--client a,b] [--route none,gateway,run,hooks] [--scenario D] [--seed N]
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { searchBodies } from '../../rig/arrivals.mjs';
import { startEndpoint } from '../../rig/endpoint.mjs';
import { mapKey } from '../../rig/gateway.mjs';
import { discard, scratch } from '../../rig/places.mjs';
import { createRandom } from '../../rig/random.mjs';
import { startProgram } from '../../rig/startProgram.mjs';
import { clients } from './clients.mjs';
import { installClients } from './install.mjs';
import { routes } from './routes.mjs';
import { scenarios } from './scenarios.mjs';

const patience = 120_000;
const ending = 'rig:done 7';

const { values: options } = parseArgs({
  options: {
    client: { type: 'string', default: '' },
    route: { type: 'string', default: 'none,gateway' },
    scenario: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    keep: { type: 'boolean', default: false },
  },
});
const asked = name => options[name].split(',').filter(Boolean);
const chosen = clients.filter(({ name }) => asked('client').length === 0 || asked('client').includes(name));
const played = scenarios.filter(({ name }) => options.scenario === '' || name.startsWith(options.scenario));

console.log(`Real clients against a recording model (seed ${options.seed})`);
const bins = await installClients(chosen);
const rows = [];
for (const client of chosen.filter(({ name }) => bins[name])) {
  for (const scenario of played.filter(({ needs }) => !needs || client.can.includes(needs))) {
    for (const route of asked('route').filter(name => routes[name].takes(client, scenario))) {
      const row = await play(client, scenario, route);
      rows.push(row);
      console.log(tell(row));
    }
  }
}
process.exitCode = summarise(rows) ? 0 : 1;

async function play(client, scenario, route) {
  const place = scratch('client');
  const [home, work] = ['home', 'shop'].map(name => `${place}/${name}`);
  for (const folder of [home, work]) fs.mkdirSync(folder);
  fs.writeFileSync(`${work}/README.md`, '# Shop\n\nA small shop.\n');
  const random = createRandom(Number(options.seed) + scenarios.indexOf(scenario));
  const endpoint = await startEndpoint({ seed: Number(options.seed) });
  const planted = scenario.plant({ random, work, client });
  const started = Date.now();
  let guard;
  try {
    guard = await routes[route].open({ client, endpoint, home, work, bin: bins[client.name] });
    const ran = await goThrough(client, guard, { home, work, planted });
    return {
      client: client.name,
      scenario: scenario.name,
      route,
      took: Date.now() - started,
      ...judge(planted, endpoint, ran, route),
    };
  } finally {
    await guard?.close();
    await endpoint.stop();
    if (options.keep) console.log(`  kept: ${place}`);
    else discard(place);
  }
}

/** Gives the client its prompts, one after the other. */
async function goThrough(
  client,
  { url, command, before = [], path: programs, setUp, afterPreparing },
  { home, work, planted },
) {
  const at = { url, home, work, files: planted.files ?? [] };
  client.prepare(at);
  await afterPreparing?.();
  const env = {
    ...{
      PATH: programs ? `${programs}:${process.env.PATH}` : process.env.PATH,
      HOME: home,
      TERM: 'dumb',
      LANG: 'C.UTF-8',
      CI: '1',
    },
    ...{ XDG_CONFIG_HOME: `${home}/.config`, XDG_STATE_HOME: `${home}/.state`, LOCKSIDE_KEY: mapKey },
    ...planted.environment,
    ...client.env(at),
  };
  const start = args => startProgram(command, [...before, ...args], { cwd: work, env, patience }).done;
  for (const args of client.setUp?.(at) ?? [])
    await startProgram(setUp ?? command, args, { cwd: work, env, patience }).done;
  const outputs = [];
  for (const [i, prompt] of planted.prompts.entries()) {
    const args = (i === 0 ? client.args : client.again)(`${prompt}\n${ending}`, at);
    outputs.push(await start(args));
  }
  return outputs;
}

function judge(planted, endpoint, ran, route) {
  const search = searchBodies([...endpoint.bodies, ...endpoint.heads]);
  const leaked = planted.planted.filter(({ needles }) => needles.some(search.has));
  const altered = planted.benign.filter(({ value }) => !search.hasUnchanged(value));
  // Hooks that can't rewrite a prompt stop it and say why: nothing goes out, what is benign included.
  const blocked = endpoint.conversations.length === 0 && /Lockside|UserPromptSubmit Blocked/.test(ran.at(-1).output);
  const finished = ran.every(({ code }) => code === 0) && endpoint.conversations.length > 0;
  return {
    planted: planted.planted.length,
    leaked: leaked.map(({ kind }) => kind),
    benign: planted.benign.length,
    altered: blocked ? [] : altered.map(({ kind }) => kind),
    blocked,
    worked: finished && (planted.worked?.(route) ?? ran.at(-1).output.includes('DONE-7')),
    output: ran.at(-1).output.slice(-600),
  };
}

function tell({ client, scenario, route, planted, leaked, benign, altered, blocked, worked, took, output }) {
  const list = names => (names.length > 0 ? ` (${[...new Set(names)].slice(0, 4).join(', ')})` : '');
  const line = `${client.padEnd(12)} ${scenario.padEnd(15)} ${route.padEnd(8)} leaked ${leaked.length}/${planted}${list(leaked)}, altered ${altered.length}/${benign}${list(altered)}, ${worked ? 'works' : blocked ? 'blocked' : 'FAILS'}, ${(took / 1000).toFixed(1)} s`;
  return worked || !process.env.RIG_VERBOSE ? line : `${line}\n${output}`;
}

/** A guarded run must leak nothing, alter nothing benign, and work wherever the unguarded one does. */
function summarise(all) {
  const without = new Map(
    all.filter(({ route }) => route === 'none').map(row => [`${row.client} ${row.scenario}`, row]),
  );
  const guarded = all.filter(({ route }) => route !== 'none');
  const faults = guarded.filter(row => {
    const free = without.get(`${row.client} ${row.scenario}`);
    const newlyAltered = row.altered.length > (free?.altered.length ?? 0);
    const stopped = row.blocked && row.route === 'hooks';
    return row.leaked.length > 0 || newlyAltered || (!row.worked && !stopped && (free?.worked ?? true));
  });
  for (const row of without.values())
    if (row.planted > 0 && row.leaked.length === 0)
      console.log(`  note: nothing left ${row.client} in "${row.scenario}" without the guard either`);
  console.log(`\n${guarded.length - faults.length} passed, ${faults.length} failed`);
  return faults.length === 0;
}
