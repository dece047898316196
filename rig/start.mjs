// `npm start`: opens Lockside on the sample workspace, or with --check proves the main job without a window.
import path from 'node:path';
import { installModules } from './install.mjs';
import { root, run, scratch, which } from './places.mjs';

const flags = new Set(process.argv.slice(2));

try {
  await installModules();
  const { build, pack } = await import('./build.mjs');
  await build();
  if (flags.has('--check')) await proveMainJob(pack);
  else await open(pack);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function proveMainJob(pack) {
  const mode = ['unguarded', 'hooks', 'gateway'].find(name => flags.has(`--${name}`)) ?? 'guarded';
  if (mode === 'guarded' || mode === 'hooks') await pack();
  const { install } = await import('./install.mjs');
  const { check } = await import('./check.mjs');
  const { passed, failed } = await check(await install(), { mode });
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

async function open(pack) {
  const { makeWorkspace } = await import('./workspace.mjs');
  const { createRandom } = await import('./random.mjs');
  const work = scratch('sample');
  const workspace = path.join(work, 'shop');
  makeWorkspace(workspace, createRandom(Date.now()));
  const code = flags.has('--browser') ? undefined : which('code');
  if (code) return openInCode(code, workspace);
  return serve(work, workspace, pack);
}

async function openInCode(code, workspace) {
  console.log(`Opening ${workspace} in VS Code, with Lockside loaded from this folder …`);
  const result = await run(code, [`--extensionDevelopmentPath=${root}`, '--new-window', workspace]);
  if (result.code !== 0) throw new Error(`${code} ended with ${result.code}. Try npm start -- --browser.`);
}

/** VS Code in a browser, for who has none installed. Stays until Ctrl+C. */
async function serve(work, workspace, pack) {
  const { install } = await import('./install.mjs');
  const { startServer } = await import('./server.mjs');
  const { discard, vsix } = await import('./places.mjs');
  await pack();
  const server = await startServer(await install(), { work, workspace, vsix });
  const address = `http://${server.address}/?folder=${encodeURIComponent(workspace)}`;
  console.log(`\nVS Code with Lockside on the sample workspace: ${address}\nCtrl+C ends it.`);
  showInBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      await server.stop();
      discard(work);
      process.exit(0);
    });
  }
  await new Promise(() => undefined);
}

/** Where no window can be shown, the address printed above has to do. */
function showInBrowser(address) {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const hasWindows = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (hasWindows && which(opener)) run(opener, [address], { onLine: () => undefined });
}
