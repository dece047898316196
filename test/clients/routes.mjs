// The ways on which a client goes to the model: alone, through the gateway, started by `lockside run`, or with hooks alone.
import path from 'node:path';
import { root } from '../../rig/places.mjs';
import { startProgram } from './startProgram.mjs';

const cli = path.join(root, 'dist', 'cli.js');

/** Each opens to `{url, command, before?, close}`: what the client is pointed at, and what starts it. */
export const routes = {
  none: {
    takes: () => true,
    open: async ({ endpoint, bin }) => ({ url: endpoint.url, command: bin, close: async () => undefined }),
  },
  gateway: {
    takes: () => true,
    async open({ endpoint, home, work, bin }) {
      const upstreams = [`openai=${endpoint.url}/v1`, `anthropic=${endpoint.url}`, `gemini=${endpoint.url}`];
      const args = ['gateway', '--listen', '127.0.0.1:0', '--workspace', work].concat(
        upstreams.flatMap(it => ['--upstream', it]),
      );
      const env = {
        PATH: process.env.PATH,
        HOME: home,
        XDG_STATE_HOME: `${home}/.state`,
        LOCKSIDE_KEY: Buffer.alloc(32, 7).toString('base64'),
      };
      const gateway = startProgram(process.execPath, [cli, ...args], { cwd: work, env, patience: 600_000 });
      const [url] = await gateway.line(/http:\/\/127\.0\.0\.1:\d+\S*/);
      const close = async () => {
        gateway.stop();
        await gateway.done;
      };
      return { url, command: bin, close };
    },
  },
  hooks: {
    takes: client => client.hook !== undefined,
    async open({ client, endpoint, home, bin }) {
      const hook = { command: `${process.execPath} ${cli} hook ${client.name}` };
      return {
        url: endpoint.url,
        command: bin,
        afterPreparing: () => client.hook({ home, hook }),
        close: async () => undefined,
      };
    },
  },
  run: {
    takes: () => true,
    // The client is set up for the endpoint as without a guard; whatever turns it elsewhere is `lockside run`.
    open: async ({ client, endpoint, bin }) => ({
      url: endpoint.url,
      command: process.execPath,
      before: [cli, 'run', client.name],
      path: path.dirname(bin),
      setUp: bin,
      close: async () => undefined,
    }),
  },
};
