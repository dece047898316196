// The ways on which a client goes to the model: alone, through the gateway, started by `lockside run`, or with hooks alone.
import path from 'node:path';
import { cli, startGateway } from '../../rig/gateway.mjs';
import { startProgram } from '../../rig/startProgram.mjs';

/** Each opens to `{url, command, before?, close}`: what the client is pointed at, and what starts it. */
export const routes = {
  none: {
    takes: () => true,
    open: async ({ endpoint, bin }) => ({ url: endpoint.url, command: bin, close: async () => undefined }),
  },
  gateway: {
    takes: () => true,
    async open({ endpoint, home, work, bin }) {
      const { url, close } = await startGateway({ endpoint, home, workspace: work });
      return { url, command: bin, close };
    },
  },
  hooks: {
    takes: client => client.hooks === true,
    // The very files that `lockside setup` writes, beside what the client has there already.
    open: async ({ client, endpoint, home, work, bin }) => ({
      url: endpoint.url,
      command: bin,
      async afterPreparing() {
        const env = { PATH: `${path.dirname(bin)}:${process.env.PATH}`, HOME: home, XDG_STATE_HOME: `${home}/.state` };
        const args = [cli, 'setup', client.name];
        const { code, output } = await startProgram(process.execPath, args, { cwd: work, env, patience: 60_000 }).done;
        if (code !== 0) throw new Error(`setup: ${output}`);
      },
      close: async () => undefined,
    }),
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
