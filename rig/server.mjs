// Starts the real VS Code (code-server) on loopback with a throw-away profile.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './places.mjs';

const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
};

/**
 * Starts the server and waits until it answers. `work` takes the profile and the server's log; `models` is written as
 * chatLanguageModels.json; `vsix` is installed first, as a person would. Call `stop()` in the end.
 */
export async function startServer(
  places,
  { work, workspace, settings = {}, keybindings = [], models, vsix, env = {}, port },
) {
  const profile = writeProfile(work, { settings: { ...quietSettings, ...settings }, keybindings, models });
  const entry = path.join(places.codeServer, 'out', 'node', 'entry.js');
  const environment = { ...outsideNpm(process.env), HOME: profile.home, ...env };
  const folders = ['--user-data-dir', profile.data, '--extensions-dir', profile.extensions];
  if (vsix) await installExtension(places.node, entry, folders, vsix, environment);
  const at = port ?? (await freePort());
  const log = path.join(work, 'server.log');
  const output = fs.openSync(log, 'a');
  const address = ['--auth', 'none', '--bind-addr', `127.0.0.1:${at}`];
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  const child = spawn(places.node, [entry, ...address, ...folders, ...quiet, workspace], {
    stdio: ['ignore', output, output],
    detached: true,
    env: environment,
  });
  fs.closeSync(output);
  const stop = () => stopGroup(child);
  try {
    await waitUntilHealthy(at, child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: at, address: `127.0.0.1:${at}`, workspace, data: profile.data, stop };
}

/** `npm test` tells its children npm's settings; nobody starts an editor that way, and it would ask another registry. */
function outsideNpm(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name)));
}

function writeProfile(work, { settings, keybindings, models }) {
  const data = path.join(work, 'data');
  const extensions = path.join(work, 'extensions');
  const home = path.join(work, 'home');
  const user = path.join(data, 'User');
  for (const folder of [user, extensions, home]) fs.mkdirSync(folder, { recursive: true });
  const write = (name, value) => fs.writeFileSync(path.join(user, name), JSON.stringify(value, null, 2));
  write('settings.json', settings);
  write('keybindings.json', keybindings);
  if (models) write('chatLanguageModels.json', models);
  return { data, extensions, home };
}

async function installExtension(node, entry, folders, vsix, env) {
  const { code, output } = await run(node, [entry, ...folders, '--install-extension', vsix], {
    env,
    onLine: () => undefined,
  });
  if (code !== 0) throw new Error(`VS Code refuses ${path.basename(vsix)}:\n${output}`);
}

async function waitUntilHealthy(port, child, log) {
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) break;
    if ((await statusOf(`http://127.0.0.1:${port}/healthz`)) === 200) return;
    await sleep(100);
  }
  throw new Error(`VS Code's server did not start within 60 s:\n${fs.readFileSync(log, 'utf8').slice(-2000)}`);
}

/** The server has its own children, so the whole group is ended; it's given a moment to write its last files. */
async function stopGroup(child) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      return;
    }
    for (let i = 0; i < 30 && isAlive(child.pid); i++) await sleep(100);
  }
}

function isAlive(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function statusOf(url) {
  return new Promise(resolve => {
    const request = http.get(url, response => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    request.on('error', () => resolve(0));
  });
}
