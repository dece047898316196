// Installs the clients from their registries into out/clients, each once.
import fs from 'node:fs';
import path from 'node:path';
import { root, run } from '../../rig/places.mjs';

const folder = path.join(root, 'out', 'clients');

/** Resolves to each client's program by its name; one that can't be had is told and left out. */
export async function installClients(clients) {
  fs.mkdirSync(folder, { recursive: true });
  const bins = {};
  for (const client of clients) {
    const bin = client.npm
      ? path.join(folder, 'node_modules', '.bin', client.bin)
      : path.join(folder, client.bin, 'bin', client.bin);
    if (!fs.existsSync(bin)) await (client.npm ? byNpm(client.npm) : byPip(client.pip, path.join(folder, client.bin)));
    if (fs.existsSync(bin)) bins[client.name] = bin;
    else console.log(`  ${client.name} could not be installed and is left out`);
  }
  return bins;
}

async function byNpm(name) {
  if (!fs.existsSync(path.join(folder, 'package.json')))
    fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  await quietly('npm', ['install', '--no-audit', '--no-fund', name]);
}

async function byPip(name, place) {
  await quietly('python3', ['-m', 'venv', place]);
  await quietly(path.join(place, 'bin', 'pip'), ['install', '--quiet', name]);
}

const quietly = (command, args) => run(command, args, { cwd: folder, onLine: () => undefined });
