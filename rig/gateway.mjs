// Starts the gateway of the built command line before an endpoint.
import path from 'node:path';
import { root } from './places.mjs';
import { startProgram } from './startProgram.mjs';

export const cli = path.join(root, 'dist', 'cli.js');

/** A key for placeholder maps, where no keychain is. */
export const mapKey = Buffer.alloc(32, 7).toString('base64');

/** Resolves to `{url, close}`: a base with the client's token, for every provider. `home` is where it keeps its map. */
export async function startGateway({ endpoint, home, workspace }) {
  const upstreams = [`openai=${endpoint.url}/v1`, `anthropic=${endpoint.url}`, `gemini=${endpoint.url}`];
  const args = ['gateway', '--listen', '127.0.0.1:0', '--workspace', workspace];
  for (const upstream of upstreams) args.push('--upstream', upstream);
  const env = { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: `${home}/.state`, LOCKSIDE_KEY: mapKey };
  const gateway = startProgram(process.execPath, [cli, ...args], { cwd: workspace, env, patience: 600_000 });
  const [url] = await gateway.line(/http:\/\/127\.0\.0\.1:\d+\S*/);
  const close = async () => {
    gateway.stop();
    await gateway.done;
  };
  return { url, close };
}
