// Opens the workbench in a headless browser, and drives it by keys and mouse.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with its own profile under `work`; resolves to its context. */
export function openBrowser(places, work) {
  return chromium.launchPersistentContext(path.join(work, 'browser'), {
    executablePath: places.chromium,
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    args: switches,
  });
}

/**
 * Opens the workbench on a workspace. `dev` is the folder of an extension to load from source, `tests` a suite to run
 * in the extension host, `copilot` whether Copilot Chat is on.
 */
export async function openWorkbench(browser, server, { dev, tests, copilot = false } = {}) {
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(30_000);
  // Every page load checks the server anew, so the first, which makes the storage, is short.
  if (copilot) {
    await page.goto(urlOf(server));
    await ready(page);
    await until(() => enableCopilot(page), 'the profile storage to be there', page);
    await page.goto('about:blank');
  }
  if (dev || tests) await develop(page, server, { dev, tests });
  await page.goto(urlOf(server));
  if (!tests) await ready(page);
  return page;
}

/** Waits until the workbench shows itself. */
export const ready = page =>
  page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor({ timeout: 90_000 });

/** Waits for a condition; a time-out says what was waited for. `check` may be async and may throw. */
export async function until(check, what, page, { timeout = 30_000, every = 200 } = {}) {
  const end = Date.now() + timeout;
  let last;
  while (Date.now() < end) {
    try {
      const value = await check();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await page.waitForTimeout(every);
  }
  throw new Error(`Waited ${timeout / 1000} s in vain for ${what}${last ? ` (${firstLine(last)})` : ''}.`);
}

/** Does something that may fail because the window was slow, and once more if it did; it says so. */
export async function twice(page, what, work) {
  try {
    return await work();
  } catch (error) {
    console.log(`  ${what}: ${firstLine(error)} Once more.`);
    await page.keyboard.press('Escape');
    return work();
  }
}

/** Runs a command by its title in the command palette. */
export const palette = (page, title) => quickPick(page, 'F1', `>${title}`, title);

/** Opens a file of the workspace by its relative path. */
export async function openFile(page, file) {
  await openTab(page, file);
  await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
}

/** Opens a notebook or whatever else has an editor of its own. */
export async function openTab(page, file) {
  const name = path.basename(file);
  await quickPick(page, 'Control+P', file, name);
  await page.locator('.tabs-container .tab.active', { hasText: name }).first().waitFor();
}

/** Puts text on the clipboard and pastes it where the focus is. */
export async function paste(page, text) {
  await page.evaluate(value => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('Control+V');
}

/** A picture of the whole window, in a folder that is made if it's missing. */
export async function screenshot(page, folder, name) {
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** By the names that the theme picker shows. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Dark High Contrast',
};

const themeClasses = { light: 'vs', dark: 'vs-dark', 'high-contrast': 'hc-black' };

/**
 * Changes the colour theme as a person would, and waits until the window shows it: the editor doesn't notice each time
 * that its settings file was written.
 */
export async function setTheme(page, theme) {
  const shown = page.locator(`.monaco-workbench.${themeClasses[theme]}`);
  if (await shown.isVisible()) return;
  const change = async () => {
    await palette(page, 'Preferences: Color Theme');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: themes[theme] }).first();
    await page.locator('.quick-input-widget input[type=text]').first().fill(themes[theme]);
    await row.click({ timeout: 5_000 });
    await shown.waitFor({ timeout: 5_000 });
    return true;
  };
  await until(change, `the theme ${themes[theme]}`, page);
}

function urlOf(server) {
  const url = new URL(`http://${server.address}/`);
  url.searchParams.set('folder', server.workspace);
  return url.toString();
}

/**
 * VS Code 1.139 ignores `?payload=[["extensionDevelopmentPath",…]]` in a built product, so the development options are
 * put into the workbench's configuration as the page reads it. Rewriting the page itself breaks its web socket.
 */
async function develop(page, server, { dev, tests }) {
  const remote = file => ({ $mid: 1, scheme: 'vscode-remote', authority: server.address, path: path.resolve(file) });
  const options = {
    ...(dev ? { extensions: [dev].flat().map(remote) } : {}),
    ...(tests ? { extensionTestsPath: remote(tests) } : {}),
  };
  await page.addInitScript(developmentOptions => {
    const original = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function getAttribute(name) {
      const value = original.call(this, name);
      if (!value || name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
      const settings = JSON.parse(value);
      return JSON.stringify({
        ...settings,
        developmentOptions: { ...settings.developmentOptions, ...developmentOptions },
      });
    };
  }, options);
}

/**
 * Copilot Chat is off in a new profile. The first two keys are what its set-up writes, the third is the answer to the
 * warning about tools that run without asking.
 */
function enableCopilot(page) {
  return page.evaluate(async () => {
    const info = (await indexedDB.databases()).find(each => /vscode-web-state-db-global/.test(each.name));
    if (!info) return false;
    const opened = indexedDB.open(info.name);
    const database = await new Promise((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
    });
    const transaction = database.transaction('ItemTable', 'readwrite');
    const items = transaction.objectStore('ItemTable');
    items.put('[]', 'extensionsIdentifiers/disabled');
    items.put('true', 'builtinChatExtensionEnablementMigration');
    items.put('true', 'chat.tools.global.autoApprove.optIn');
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
    return true;
  });
}

/** The workbench answers keys before its parts are ready, so the key is pressed again until its effect shows. */
async function quickPick(page, key, text, row) {
  const box = page.locator('.quick-input-widget input[type=text]').first();
  const item = page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first();
  for (let attempt = 1; ; attempt++) {
    try {
      await page.keyboard.press(key);
      await box.waitFor({ state: 'visible', timeout: 8_000 });
      await box.fill(text);
      await item.waitFor({ timeout: 5_000 });
      await item.click({ timeout: 5_000 });
      return;
    } catch (error) {
      await page.keyboard.press('Escape');
      if (attempt === 8) throw new Error(`"${text}" was not offered after ${key}: ${firstLine(error)}`);
    }
  }
}

export const firstLine = error => String(error.message ?? error).split('\n')[0];
