// Runs mocha inside the real extension host, on a copy of the sample workspace.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { openBrowser, openWorkbench, screenshot } from './browser.mjs';
import { install } from './install.mjs';
import { discard, root, scratch, screenshots } from './places.mjs';
import { createRandom } from './random.mjs';
import { startServer } from './server.mjs';
import { makeWorkspace } from './workspace.mjs';

const limit = 120_000;
const suite = path.join(root, 'out', 'editor');

/** Runs test/editor/*.test.ts on the built extension; resolves to `{passed, failed}`. Without a result it counts as failed. */
export async function hostTests(places, { grep = '' } = {}) {
  await bundle();
  const work = scratch('host');
  const workspace = path.join(work, 'shop');
  makeWorkspace(workspace, createRandom(Date.now() % 1e9));
  let server;
  let browser;
  try {
    server = await startServer(places, { work, workspace, env: { LOCKSIDE_TEST_GREP: grep } });
    browser = await openBrowser(places, work);
    return await runSuite(browser, server);
  } finally {
    await browser?.close().catch(error => console.error(error.message));
    await server?.stop();
    discard(work);
  }
}

/** One file for each test file, so that one that doesn't load fails alone. */
async function bundle() {
  fs.rmSync(suite, { recursive: true, force: true });
  const folder = path.join(root, 'test', 'editor');
  const files = fs.readdirSync(folder).filter(file => file === 'index.ts' || file.endsWith('.test.ts'));
  await build({
    entryPoints: files.map(file => path.join(folder, file)),
    outdir: suite,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function runSuite(browser, server) {
  const page = browser.pages()[0] ?? (await browser.newPage());
  const output = [];
  await page.exposeFunction('codeAutomationLog', (_type, [text, ...rest]) => {
    if (isNoise(String(text))) return;
    output.push(String(text));
    console.log(text, ...rest);
  });
  const exit = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
  const loaded = openWorkbench(browser, server, { dev: extensions(), tests: path.join(suite, 'index.js') });
  const code = await Promise.race([loaded.then(() => exit), sleep(limit, 'late', { ref: false })]);
  if (code === 'late') {
    await screenshot(page, screenshots, 'host-tests-late');
    console.error(
      `The tests in the extension host did not end within ${limit / 1000} s (out/screenshots/host-tests-late.png).`,
    );
  }
  return count(output, code);
}

/** The extension itself, and those that the tests need beside it. */
function extensions() {
  const fixtures = path.join(root, 'test', 'fixtures');
  const isExtension = folder => {
    const file = path.join(folder, 'package.json');
    return fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')).engines?.vscode;
  };
  return [
    root,
    ...fs
      .readdirSync(fixtures)
      .map(name => path.join(fixtures, name))
      .filter(isExtension),
  ];
}

function count(output, code) {
  const found = word => Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output.join('\n'))?.[1] ?? 0);
  const passed = found('passing');
  const failed = found('failing');
  const wentWrong = code !== 0 || passed + failed === 0;
  return { passed, failed: wentWrong ? Math.max(1, failed) : failed };
}

/** The workbench's own messages come the same way. */
const isNoise = text =>
  process.env.RIG_VERBOSE
    ? false
    : /workbench\.js:|^%c|^\[(AgentHost|ChatModelSelection|remote-connection)|^(Creating a socket|Resolv(ing|ed) connection|ENOPRO|getaddrinfo)/.test(
        text,
      );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await import('../esbuild.mjs');
  const at = process.argv.indexOf('--grep');
  const { failed } = await hostTests(await install(), { grep: at > 0 ? process.argv[at + 1] : '' });
  process.exit(failed > 0 ? 1 : 0);
}
