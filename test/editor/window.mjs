// The driven window: opens the packed extension in the real VS Code, and goes through the steps as a person would.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser, openWorkbench, screenshot, setTheme, themes, twice } from '../../rig/browser.mjs';
import { chatKeybindings, chatSettings } from '../../rig/chat.mjs';
import { modelsFile, startEndpoint } from '../../rig/endpoint.mjs';
import { discard, scratch, screenshots, vsix } from '../../rig/places.mjs';
import { createRandom } from '../../rig/random.mjs';
import { startServer } from '../../rig/server.mjs';
import { makeWorkspace } from '../../rig/workspace.mjs';
import { steps } from './windowSteps.mjs';

const stepLimit = 150_000;

/**
 * Runs the steps in order; resolves to `{passed, failed}`. A step that fails leaves a picture, and the next one runs.
 * With `pictures`, each view is pictured in its themes: they lie in out/screenshots, named after step and theme.
 */
export async function drive(places, { only = '', pictures = false } = {}) {
  const work = scratch('window');
  const workspace = path.join(work, 'shop');
  const values = makeWorkspace(workspace, createRandom(Date.now() % 1e9));
  // Claude Code as a set-up sees it: not on the PATH of this window, but with its folder at home.
  fs.mkdirSync(path.join(work, 'home', '.claude'), { recursive: true });
  const endpoint = await startEndpoint();
  let server;
  let browser;
  try {
    server = await startServer(places, {
      work,
      workspace,
      vsix,
      settings: { ...chatSettings, 'workbench.colorTheme': themes.light, 'lockside.packages.askRegistries': 'never' },
      keybindings: chatKeybindings({ vendor: 'lockside', id: 'customendpoint/recorder-1' }),
      models: modelsFile(endpoint.url),
    });
    browser = await openBrowser(places, work);
    const opened = Date.now();
    const page = await openWorkbench(browser, server, { copilot: true });
    const chosen = steps
      .filter(({ name }) => name.includes(only))
      .map(step => (pictures ? step : { ...step, pictures: false }));
    return await runSteps(chosen, { page, server, workspace, values, endpoint, opened });
  } finally {
    await browser?.close().catch(error => console.error(error.message));
    await server?.stop();
    await endpoint.stop();
    discard(work);
  }
}

async function runSteps(chosen, context) {
  const counts = { passed: 0, failed: 0 };
  for (const step of chosen) {
    const begin = Date.now();
    try {
      await twice(context.page, step.name, () => within(stepLimit, step, takeStep(step, context)));
      counts.passed++;
      console.log(`  ok   ${step.name} (${Date.now() - begin} ms)`);
    } catch (error) {
      counts.failed++;
      const picture = `failed-${fileName(step)}`;
      await screenshot(context.page, screenshots, picture).catch(() => undefined);
      await setTheme(context.page, 'light').catch(() => undefined);
      console.log(`  FAIL ${step.name}: ${String(error.message).split('\n')[0]} (out/screenshots/${picture}.png)`);
    }
  }
  return counts;
}

/** The step in the light theme, and if it's to be pictured in all of them the same state again in the other ones. */
async function takeStep(step, context) {
  await step.run(context);
  if (step.pictures) {
    for (const theme of step.pictures === true ? Object.keys(themes) : [step.pictures]) {
      await setTheme(context.page, theme);
      await step.show?.(context);
      await context.page.waitForTimeout(300); // Colours fade in.
      await screenshot(context.page, screenshots, `${fileName(step)}-${theme}`);
    }
    await setTheme(context.page, 'light');
  }
  await step.after?.(context);
}

function within(limit, step, running) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${step.name} did not end within ${limit / 1000} s.`)), limit);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

const fileName = step => step.name.replace(/\W+/g, '-').toLowerCase();

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { install } = await import('../../rig/install.mjs');
  const { build, pack } = await import('../../rig/build.mjs');
  const at = process.argv.indexOf('--only');
  if (!process.argv.includes('--as-packed') || !fs.existsSync(vsix)) {
    await build();
    await pack();
  }
  const counts = await drive(await install(), { only: at > 0 ? process.argv[at + 1] : '', pictures: true });
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed > 0 ? 1 : 0);
}
