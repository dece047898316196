// Runs the real AI clients unguarded on planted values, scrubs what they have written down, and lets them go on from there.
//
//     npm run test:transcripts -- [--client a,b] [--seed N]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEndpoint } from '../../rig/endpoint.mjs';
import { cli } from '../../rig/gateway.mjs';
import { discard, scratch } from '../../rig/places.mjs';
import { createRandom } from '../../rig/random.mjs';
import { startProgram } from '../../rig/startProgram.mjs';
import { clients } from './clients.mjs';
import { installClients } from './install.mjs';
import { scenarios } from './scenarios.mjs';

const patience = 120_000;
const { values: options } = parseArgs({
  options: { client: { type: 'string', default: '' }, seed: { type: 'string', default: String(Date.now() % 1e9) } },
});
const names = options.client.split(',').filter(Boolean);
// aider writes no attached file down, so nothing of this scenario stands in its history.
const chosen = clients.filter(({ name }) => (names.length === 0 ? name !== 'aider' : names.includes(name)));
const scenario = scenarios.find(({ name }) => name === 'B files');

console.log(`Transcripts of real clients, scrubbed (seed ${options.seed})`);
const bins = await installClients(chosen);
let failed = 0;
for (const client of chosen.filter(({ name }) => bins[name])) {
  const row = await play(client);
  const works = row.worked && row.stands === 0 && row.again === 0 && row.told > 0 && row.resumes !== false;
  if (!works) failed++;
  const kept = row.databases > 0 ? `, ${row.databases} database told and left` : '';
  const resumed = row.resumes === undefined ? 'not resumed' : row.resumes ? 'resumes' : 'DOES NOT RESUME';
  console.log(
    `${client.name.padEnd(12)} planted ${row.planted}, told ${row.told}, stand afterwards ${row.stands}${kept}, ${resumed}, sent again ${row.again}${works ? '' : '  FAILS'}`,
  );
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function play(client) {
  const place = scratch('transcripts');
  const [home, work] = ['home', 'shop'].map(name => `${place}/${name}`);
  for (const folder of [home, work]) fs.mkdirSync(folder);
  const random = createRandom(Number(options.seed));
  const planted = scenario.plant({ random, work, client });
  const needles = planted.planted.flatMap(it => it.needles).flatMap(it => [it, JSON.stringify(it).slice(1, -1)]);
  const has = text => needles.filter(needle => text.includes(needle)).length;
  const first = await startEndpoint({ seed: Number(options.seed) });
  try {
    const ran = await prompt(client, first, { home, work, files: planted.files }, client.args, planted.prompts[0]);
    const report = await lockside(home, work, ['--format', 'json']);
    const scrubbed = await lockside(home, work, ['--scrub', '--personal', '--yes', '--even-in-use']);
    const files = filesIn(home).map(file => [file, has(fs.readFileSync(file, 'latin1'))]);
    const isDatabase = file => /\.(?:db|sqlite)(?:-wal)?$/.test(file);
    const databases = files.filter(([file, count]) => isDatabase(file) && count > 0).map(([file]) => file);
    const untold = databases.filter(file => !scrubbed.output.includes(path.basename(file)));
    const stands = files.filter(([file]) => !isDatabase(file)).reduce((sum, [, count]) => sum + count, 0);
    const resumed = databases.length === 0 || client.name === 'codex' ? await resume(client, { home, work }, has) : {};
    return {
      planted: planted.planted.length,
      told: JSON.parse(report.output.slice(report.output.indexOf('{'))).exposed.length,
      stands: stands + untold.length,
      databases: databases.length,
      worked: ran.code === 0,
      resumes: resumed.resumes,
      again: resumed.again ?? 0,
    };
  } finally {
    await first.stop();
    discard(place);
  }
}

/** Lets a client go on with its last session; what it sends then must be the masks. */
async function resume(client, at, has) {
  if (!client.again) return {};
  const endpoint = await startEndpoint({ seed: Number(options.seed) });
  const ran = await prompt(client, endpoint, { ...at, files: [] }, client.again, '');
  await endpoint.stop();
  const sent = endpoint.bodies.join('\n');
  return { resumes: ran.code === 0 && ran.output.includes('DONE-7') && sent.includes('[scrubbed]'), again: has(sent) };
}

async function prompt(client, { url }, { home, work, files }, args, text) {
  const at = { url, home, work, files };
  client.prepare(at);
  const env = { ...environment(home), ...client.env(at) };
  for (const set of client.setUp?.(at) ?? [])
    await startProgram(bins[client.name], set, { cwd: work, env, patience }).done;
  return startProgram(bins[client.name], args(`${text}\nrig:done 7`, at), { cwd: work, env, patience }).done;
}

function lockside(home, work, args) {
  const env = { ...environment(home), LOCKSIDE_USER_SETTINGS: '' };
  return startProgram(process.execPath, [cli, 'transcripts', ...args], { cwd: work, env, patience }).done;
}

function environment(home) {
  return {
    ...{ PATH: process.env.PATH, HOME: home, TERM: 'dumb', LANG: 'C.UTF-8', CI: '1' },
    ...{ XDG_CONFIG_HOME: `${home}/.config`, XDG_STATE_HOME: `${home}/.state` },
  };
}

function filesIn(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name));
}
