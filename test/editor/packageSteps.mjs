// What a person sees of packages, and does about them; see windowSteps.mjs for what a step is.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openFile, palette, until } from '../../rig/browser.mjs';

const folder = 'storefront';
const files = {
  'package.json': `${JSON.stringify(
    {
      name: 'storefront',
      version: '1.4.0',
      private: true,
      scripts: { dev: 'vite', build: 'vite build' },
      dependencies: { axios: '^0.21.0', expresss: '^4.18.2', express: '^4.18.2', lodash: '^4.17.11', mkdirp: '^0.5.0' },
    },
    undefined,
    2,
  )}\n`,
  'package-lock.json': `${JSON.stringify(
    {
      name: 'storefront',
      lockfileVersion: 3,
      packages: {
        '': {
          name: 'storefront',
          dependencies: { axios: '^0.21.0', express: '^4.18.2', lodash: '^4.17.11', mkdirp: '^0.5.0' },
        },
        'node_modules/axios': { version: '0.21.0', license: 'MIT', integrity: 'sha512-AA==' },
        'node_modules/express': { version: '4.21.2', license: 'MIT', integrity: 'sha512-AA==' },
        'node_modules/lodash': { version: '4.17.11', license: 'MIT', integrity: 'sha512-AA==' },
        'node_modules/mkdirp': {
          version: '0.5.1',
          license: 'MIT',
          integrity: 'sha512-AA==',
          dependencies: { minimist: '0.0.8' },
        },
        'node_modules/minimist': { version: '0.0.8', license: 'MIT', integrity: 'sha512-AA==' },
      },
    },
    undefined,
    2,
  )}\n`,
  'SETUP.md': '# Set up\n\n```sh\npip install litellm==1.82.8\n```\n',
};

export const packageSteps = [
  {
    name: 'packages: a manifest says which are vulnerable, and why',
    pictures: true,
    run: async context => {
      const { page } = context;
      prepare(context);
      await openFile(page, `${folder}/package.json`);
      await until(async () => (await squiggles(page).count()) >= 4, 'the versions to be underlined', page);
      await lens(page, /3 vulnerable/).waitFor();
      await palette(page, 'Notifications: Clear All Notifications');
      const text = await hoverVersion(context);
      assert.match(text, /lodash/);
      assert.match(text, /CVE-2019-10744.*critical, CVSS 9\.1/);
      assert.match(text, /Fixed in/);
      assert.match(text, /starter set of \d{4}-/);
    },
    show: context => hoverVersion(context),
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'packages: quick fixes raise a version',
    pictures: 'dark',
    run: context => offer(context),
    show: context => offer(context),
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'packages: a fix is applied, and checked again',
    run: async context => {
      const { page } = context;
      await offer(context);
      await fixes(page).filter({ hasText: 'Raise lodash' }).first().click();
      await lens(page, /2 vulnerable/).waitFor();
      const text = async () => plain(await page.locator('.editor-instance .view-lines').first().textContent());
      await until(async () => /"lodash": "\^4\.1[78]\.\d+"/.test(await text()), 'the raised version', page);
    },
  },
  {
    name: 'packages: those to look at are listed',
    pictures: 'light',
    run: async ({ page }) => {
      await palette(page, 'Lockside: List Packages to Look At');
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'through mkdirp' }).first().waitFor();
    },
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'packages: instructions that install a malicious one are underlined',
    pictures: 'light',
    run: async ({ page }) => {
      await openFile(page, `${folder}/SETUP.md`);
      await until(async () => (await squiggles(page).count()) >= 1, 'the malicious package to be underlined', page);
    },
  },
];

/** The files are made when the first of these steps needs them: the steps before shall not find them. */
function prepare({ workspace }) {
  const place = path.join(workspace, folder);
  fs.mkdirSync(place, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(place, name), text);
}

async function hoverVersion({ page }) {
  const shown = async () => {
    await page.mouse.move(5, 5);
    await word(page, '^4.17.11').hover();
    // The problem itself is there before what Lockside says of the package.
    await hover(page).waitFor({ timeout: 5_000 });
    return plain(await hover(page).textContent());
  };
  return until(shown, 'the hover of lodash', page);
}

/** The list stays empty until the extension answers, so it's asked for again. */
async function offer({ page }) {
  const offered = async () => {
    await page.keyboard.press('Escape');
    await goToLodash(page);
    await page.keyboard.press('Control+.');
    await fixes(page).filter({ hasText: 'Raise lodash' }).first().waitFor({ timeout: 5_000 });
    return true;
  };
  await until(offered, 'the quick fixes of lodash', page);
}

/** A click would scroll to what a hover or a notice covers. */
async function goToLodash(page) {
  await page.keyboard.press('Control+G');
  await page.keyboard.type('13:18');
  await page.keyboard.press('Enter');
}

const fixes = page => page.locator('.action-widget .monaco-list-row');
const lens = (page, text) => page.locator('.editor-instance .codelens-decoration a', { hasText: text }).first();
const squiggles = page =>
  page.locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-error, .editor-instance .squiggly-info');
const hover = page => page.locator('.monaco-hover:visible', { hasText: 'Advisories: only the starter set' }).first();
const word = (page, text) => page.locator('.editor-instance .view-line span', { hasText: text }).last();

/** Spaces are drawn as no-break spaces. */
const plain = text => text.replaceAll('\u00a0', ' ');
