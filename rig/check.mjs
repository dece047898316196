// Proves the main job: the real VS Code, the real Copilot Chat, a recording model, and secrets on every way to it.
import fs from 'node:fs';
import path from 'node:path';
import { searchBodies } from './arrivals.mjs';
import { openBrowser, openFile, openWorkbench, screenshot, twice, until } from './browser.mjs';
import { makeCanaries } from './canaries.mjs';
import {
  attachFile,
  chatKeybindings,
  chatSettings,
  conversation,
  newChat,
  pastePrompt,
  send,
  typePrompt,
} from './chat.mjs';
import { modelsFile, startEndpoint } from './endpoint.mjs';
import { startGateway } from './gateway.mjs';
import { discard, scratch, screenshots, vsix } from './places.mjs';
import { formats, plantings } from './plant.mjs';
import { createRandom } from './random.mjs';
import { startServer } from './server.mjs';
import { makeWorkspace } from './workspace.mjs';

/** The model behind the guard, and the guarded one, as the picker has them. */
const plainModel = { selector: { vendor: 'customendpoint', id: 'recorder-1' }, name: 'Recorder' };
const guardedModel = { selector: { vendor: 'lockside', id: 'customendpoint/recorder-1' }, name: 'Lockside: Recorder' };

/**
 * What the proof can be run with: a guarded model; a plain one, which only the chat input and the agent hooks stand before;
 * and nothing at all, so that the proof is seen to fail.
 */
const modes = {
  guarded: { title: 'guarded', model: guardedModel, installed: true, takes: () => true },
  hooks: {
    title: 'with a model that is not guarded, by chat input and hooks alone',
    model: plainModel,
    installed: true,
    takes: route => route.hooks,
  },
  gateway: {
    title: 'with a model that goes through the gateway, without the extension',
    model: plainModel,
    installed: false,
    gateway: true,
    takes: () => true,
  },
  unguarded: { title: 'with the guard off', model: plainModel, installed: false, takes: () => true },
};

/** The ways to the model. `write` is the form of what is planted; `go` takes the prompt there. */
const routes = [
  {
    name: 'typed prompt',
    lookalikes: 15, // Each key is pressed, which takes its time.
    write: formats.env,
    // Lockside holds it back and offers to send it with placeholders.
    hooks: 'redact',
    go: async (page, { text, done }) => {
      await newChat(page, { mode: 'agent', modelName: page.model });
      await typePrompt(page, `Please help with these settings:\n${text}\n${done}`);
    },
  },
  {
    name: 'pasted prompt',
    hooks: 'redact',
    write: formats.notes,
    go: async (page, { text, done }) => {
      await newChat(page, { mode: 'agent', modelName: page.model });
      await pastePrompt(page, `Please help with these settings:\n${text}\n${done}`);
    },
  },
  {
    name: 'attached file',
    file: 'deploy/staging.env',
    write: formats.env,
    go: async (page, { file, done }) => {
      await newChat(page, { mode: 'agent', modelName: page.model });
      await attachFile(page, file);
      await typePrompt(page, `What is in the attached file?\n${done}`);
    },
  },
  {
    name: 'agent read_file',
    file: 'deploy/values.yaml',
    hooks: 'redact',
    write: formats.yaml,
    go: async (page, { absolute, done }) => {
      await newChat(page, { mode: 'agent', modelName: page.model });
      await typePrompt(page, `Read the values.\nrig:read ${absolute}\n${done}`);
    },
  },
  {
    name: 'Ask mode, active file',
    file: 'src/settings.ts',
    write: formats.code,
    go: async (page, { file, done }) => {
      await openFile(page, file);
      await newChat(page, { mode: 'ask', modelName: page.model });
      await typePrompt(page, `What does this file do?\n${done}`);
    },
  },
  {
    name: 'terminal tool, cat',
    file: 'notes.txt',
    hooks: 'stop',
    write: formats.notes,
    go: async (page, { file, done }) => {
      await newChat(page, { mode: 'agent', modelName: page.model });
      await typePrompt(page, `Show me the notes.\nrig:run cat ${file}\n${done}`);
    },
  },
];

/** Runs the proof and prints its table; resolves to `{passed, failed}`. */
export async function check(places, { mode = 'guarded', seed = Date.now() % 1e9 } = {}) {
  const { title, model, installed, takes, gateway: before } = modes[mode];
  console.log(`The main job, ${title} (seed ${seed})`);
  const work = scratch('check');
  const random = createRandom(seed);
  const workspace = path.join(work, 'shop');
  const sample = makeWorkspace(workspace, random);
  const plants = plant(workspace, random).filter(({ route }) => takes(route));
  const endpoint = await startEndpoint({ seed });
  const gateway = before && (await startGateway({ endpoint, home: work, workspace }));
  let server;
  let browser;
  try {
    server = await startServer(places, {
      work,
      workspace,
      settings: chatSettings,
      keybindings: chatKeybindings(model.selector),
      models: modelsFile(gateway?.url ?? endpoint.url),
      vsix: installed ? vsix : undefined,
    });
    browser = await openBrowser(places, work);
    const page = Object.assign(await openWorkbench(browser, server, { copilot: true }), { mode, model: model.name });
    await preflight(page);
    const faults = await goAllRoutes(page, plants);
    const edit = await proveEdit(page, workspace, sample);
    return report(plants, faults, edit, endpoint.bodies, mode);
  } finally {
    await browser?.close().catch(error => console.error(error.message));
    await server?.stop();
    await gateway?.close();
    await endpoint.stop();
    discard(work);
  }
}

/** Without its model in the picker no route can be gone, so that is told once. */
async function preflight(page) {
  try {
    await newChat(page, { mode: 'agent', modelName: page.model });
  } catch (error) {
    throw new Error(`${error.message} See ${await picture(page, 'model')}.`);
  }
}

/** Gives each route what is planted on it, in a file if the route has one. */
function plant(workspace, random) {
  return plantings(random, routes).map((planting, i) => {
    const route = routes[i];
    const absolute = route.file && path.join(workspace, route.file);
    if (absolute) write(absolute, planting.text);
    return {
      ...planting,
      route,
      file: route.file,
      absolute,
      done: `rig:done ${i + 1}`,
      ending: `DONE-${i + 1}`,
    };
  });
}

async function goAllRoutes(page, plants) {
  const faults = new Map();
  for (const each of plants) {
    const started = Date.now();
    try {
      // What arrived at the first try counts all the same.
      await twice(page, each.route.name, async () => {
        await each.route.go(page, each);
        await send(page, each.ending);
      });
      console.log(`  ${each.route.name} (${seconds(started)})`);
    } catch (error) {
      const seen = await picture(page, each.route.name.replace(/\W+/g, '-'));
      faults.set(each.route, `${error.message.split('\n')[0]} (${seen})`);
      console.log(`  ${each.route.name}: ${faults.get(each.route)}`);
    }
  }
  return faults;
}

/** Several runs may go side by side. */
async function picture(page, name) {
  const file = `check-${page.mode}-${name}`;
  await screenshot(page, screenshots, file);
  return `out/screenshots/${file}.png`;
}

/** The agent reads a password, writes what it saw into a new file, and tells it: both have to hold the real one. */
async function proveEdit(page, workspace, sample) {
  const from = path.join(workspace, '.env');
  const to = path.join(workspace, 'src', 'moved.ts');
  try {
    await newChat(page, { mode: 'agent', modelName: page.model });
    await typePrompt(
      page,
      `Move the password.\nrig:move DB_PASSWORD ${from} ${to}\nrig:quote DB_PASSWORD\nrig:done 99`,
    );
    await send(page, 'DONE-99');
    const onDisk = () => fs.existsSync(to) && fs.readFileSync(to, 'utf8').includes(`'${sample.password}'`);
    const landed = await until(onDisk, 'the edit to land on disk with the real value', page, { timeout: 10_000 }).catch(
      () => false,
    );
    const told = (await conversation(page)).includes(sample.password);
    if (!landed || !told) await picture(page, 'edit');
    return { landed, told, value: sample.password };
  } catch (error) {
    await picture(page, 'edit');
    return { landed: false, told: false, value: sample.password, fault: error.message.split('\n')[0] };
  }
}

function report(plants, faults, edit, bodies, mode) {
  const search = searchBodies(bodies);
  const rows = plants.map(({ route, canaries, benign }) => ({
    name: route.name,
    planted: canaries.length,
    arrived: canaries.filter(({ needles }) => needles.some(search.has)).map(({ kind }) => kind),
    places: placesOf(
      canaries.flatMap(({ needles }) => needles.filter(search.has)),
      bodies,
    ),
    benign: benign.length,
    // Where a hook stops the tool, nothing of it arrives at all.
    altered:
      mode === 'hooks' && route.hooks === 'stop' ? [] : benign.filter(({ value }) => !search.hasUnchanged(value)),
    fault: faults.get(route),
  }));
  printTable(rows);
  const results = rows.flatMap(row => [
    [`no secret arrives: ${row.name}`, !row.fault && row.arrived.length === 0],
    [`no lookalike is altered: ${row.name}`, !row.fault && row.altered.length === 0],
  ]);
  results.push(["the agent's edit lands on disk with the real value", edit.landed]);
  // Only a guarded model's answer passes through Lockside.
  if (mode !== 'hooks') results.push(['the answer shows the real value', edit.told]);
  results.push(['the edited value stays out of the model', !edit.fault && !search.has(edit.value)]);
  if (search.has(edit.value))
    console.log(`  the edited value arrived in ${placesOf([edit.value], bodies).join(' and ')}`);
  for (const [name, ok] of results) console.log(`${ok ? '  ok  ' : '  FAIL'} ${name}`);
  if (edit.fault) console.log(`  ${edit.fault}`);
  const passed = results.filter(([, ok]) => ok).length;
  return { passed, failed: results.length - passed };
}

/** Which parts of the conversations held any of these values: to find the hole, without telling the values. */
function placesOf(values, bodies) {
  if (values.length === 0) return [];
  const places = bodies.flatMap(body =>
    (JSON.parse(body).messages ?? [])
      .filter(message => values.some(searchBodies([JSON.stringify(message)]).has))
      .map(({ role, tool_calls: calls }) => (calls ? `a call of ${calls[0].function.name}` : `a ${role} message`)),
  );
  return [...new Set(places)];
}

function printTable(rows) {
  const kinds = new Set(plantedKinds());
  const sum = pick => rows.reduce((total, row) => total + pick(row), 0);
  const line = (...cells) =>
    console.log(cells.map((cell, i) => (i ? String(cell).padStart(9) : String(cell).padEnd(24))).join(''));
  console.log(`\nSecrets of ${kinds.size} kinds, new ones on each route, and lookalikes that aren't secrets`);
  line('route', 'planted', 'arrived', 'benign', 'altered');
  for (const row of rows) {
    line(row.name, row.planted, row.arrived.length, row.benign, row.altered.length);
    const everything = row.arrived.length === row.planted ? ' (every kind)' : `: ${tally(row.arrived)}`;
    if (row.arrived.length) console.log(`    arrived${everything}, in ${row.places.join(' and ')}`);
    if (row.altered.length) console.log(`    altered or missing: ${tally(row.altered.map(({ kind }) => kind))}`);
    for (const { key, value } of row.altered.slice(0, 3)) console.log(`      ${key}: ${value}`);
    if (row.fault) console.log(`    not gone to its end: ${row.fault}`);
  }
  line(
    'all',
    sum(row => row.planted),
    sum(row => row.arrived.length),
    sum(row => row.benign),
    sum(row => row.altered.length),
  );
  console.log('');
}

const plantedKinds = () => makeCanaries(createRandom(0)).map(({ kind }) => kind);

function tally(kinds) {
  const counts = new Map();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => (count > 1 ? `${kind} ×${count}` : kind)).join(', ');
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

const seconds = started => `${((Date.now() - started) / 1000).toFixed(1)} s`;
