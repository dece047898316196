// What a person does with Lockside's own views, and sees; see windowSteps.mjs for what a step is.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { palette, until } from '../../rig/browser.mjs';

const status = page => page.locator('.statusbar-item[id^="lockside.lockside"]').first();
const toast = (page, text) => page.locator('.notification-toast', { hasText: text }).first();
const launcher = page => page.locator('.activitybar .action-item', { has: page.locator('a[aria-label*="Lockside"]') });
const tree = page => page.locator('.pane-body .monaco-list-row');
const coverage = page => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const menu = page => page.locator('.quick-input-widget');

export const viewSteps = [
  {
    name: 'findings view before an audit',
    pictures: true,
    run: async ({ page }) => {
      // Without a finding there is nothing to clear, and the palette offers to ask the chat instead.
      await launcher(page).locator('.badge-content').waitFor();
      await palette(page, 'Lockside: Clear Findings');
      await launcher(page).click();
      await page.locator('.welcome-view-content', { hasText: 'Audit Workspace' }).first().waitFor();
    },
  },
  {
    name: 'audit tells its counts',
    pictures: true,
    run: async ({ page }) => {
      await palette(page, 'Lockside: Audit Workspace');
      const told = toast(page, /\d+ findings in \d+ files/);
      await told.waitFor({ timeout: 60_000 });
      const [, findings] = /(\d+) findings/.exec(await told.textContent());
      const shown = async () => (await launcher(page).locator('.badge-content').textContent()) === findings;
      await until(shown, `the badge to say ${findings}`, page);
    },
    after: async ({ page }) => {
      await toast(page, 'findings in').getByRole('button', { name: 'Show Findings' }).click();
      await tree(page).first().waitFor();
    },
  },
  {
    name: 'findings by file',
    pictures: true,
    run: async ({ page }) => {
      const rows = await tree(page).allTextContents();
      assert.ok(
        rows.some(row => row.includes('.env')),
        'the .env stands in the view',
      );
      assert.ok(
        rows.some(row => /line \d+ · \S/.test(row)),
        'findings say where they are and why',
      );
    },
  },
  {
    name: 'status says what is open',
    pictures: true,
    run: context => hoverStatus(context),
    show: context => hoverStatus(context),
    after: ({ page }) => page.mouse.move(600, 300),
  },
  {
    name: 'menu behind the status',
    pictures: true,
    run: context => openMenu(context),
    show: context => openMenu(context),
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'coverage page',
    pictures: true,
    run: async ({ page }) => {
      await palette(page, 'Lockside: Show Coverage');
      // The AI clients of whoever runs this have rows of their own.
      const rows = coverage(page).locator('tbody tr:not([data-row^="client:"])');
      await rows.first().waitFor();
      assert.equal(await rows.count(), 9);
      for (const why of await coverage(page).locator('td.why').allTextContents()) assert.match(why, /\.$/);
    },
  },
  {
    name: 'coverage page closes a gap on consent',
    run: async context => {
      const { page, workspace } = context;
      const row = coverage(page).locator('tr[data-row="ghostText"]');
      const file = path.join(workspace, '.vscode', 'settings.json');
      assert.equal(await row.getAttribute('data-state'), 'open');
      await row.getByRole('button').press('Enter');
      await menu(page).getByText('For this workspace').waitFor();
      assert.ok(!settingsIn(file).includes('github.copilot.enable'), 'nothing is written before the answer');
      await menu(page).getByText('For this workspace').click();
      await coverage(page).locator('tr[data-row="ghostText"][data-state="partly"]').waitFor();
      assert.match(settingsIn(file), /"dotenv": false/);
    },
  },
  {
    name: 'coverage page starts a gateway that ends when told to',
    run: async ({ page }) => {
      await coverage(page).locator('tr[data-row="others"]').getByRole('button').press('Enter');
      const toast = page.locator('.notification-toast', { hasText: 'The gateway runs until' });
      await toast.waitFor();
      await toast.getByRole('button', { name: 'Stop' }).click();
      await toast.waitFor({ state: 'detached' });
    },
  },
  {
    name: 'coverage page sets up a client on consent, proves it, and takes it back',
    run: async ({ page, server }) => {
      const row = state => coverage(page).locator(`tr[data-row="client:claude-code"]${state}`);
      const file = path.join(server.data, '..', 'home', '.claude', 'settings.json');
      const answer = label => page.locator('.monaco-dialog-box').getByRole('button', { name: label }).click();
      await row('[data-state="open"]').getByRole('button').press('Enter');
      await page.locator('.monaco-dialog-box').waitFor();
      assert.ok(!fs.existsSync(file), 'nothing is written before the answer');
      await answer('Set Up');
      await row('[data-state="guarded"]').waitFor({ timeout: 90_000 });
      assert.match(fs.readFileSync(file, 'utf8'), /hook claude-code/);
      await row('').getByRole('button').press('Enter');
      await answer('Undo');
      await row('[data-state="open"]').waitFor();
      assert.ok(!fs.existsSync(file));
    },
    after: ({ page }) => closeEditors(page),
  },
  {
    name: 'walkthrough',
    pictures: true,
    run: async ({ page }) => {
      await hideSides(page);
      await palette(page, 'Welcome: Open Walkthrough');
      await menu(page).locator('input[type=text]').first().fill('Keep secrets out');
      await menu(page).locator('.monaco-list-row', { hasText: 'Keep secrets out' }).first().click();
      await openCategory(page);
    },
  },
  {
    name: 'walkthrough opens a sample',
    pictures: true,
    run: async ({ page }) => {
      await page.getByRole('button', { name: 'Open Sample' }).click();
      await page
        .locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-error')
        .first()
        .waitFor({ state: 'attached' });
      assert.match(await editorText(page), /ACCESS_TOKEN=ghp_\w{36}/);
    },
  },
  {
    name: 'walkthrough notices the redaction',
    pictures: true,
    run: async ({ page }) => {
      await palette(page, 'Lockside: Redact File');
      await until(async () => /ACCESS_TOKEN=SECRET_\w+_\d+/.test(await editorText(page)), 'the placeholder', page);
      await page.locator('.tabs-container .tab', { hasText: 'Welcome' }).first().click();
      await openCategory(page);
      await page.locator('.getting-started-step .codicon-getting-started-step-checked').nth(1).waitFor();
    },
    after: ({ page }) => closeEditors(page),
  },
  {
    name: 'team policy is shown first',
    pictures: true,
    run: async ({ page, workspace }) => {
      const file = path.join(workspace, '.vscode', 'settings.json');
      const before = settingsIn(file);
      await palette(page, 'Lockside: Set Up Team Policy');
      await toast(page, 'Add this policy').waitFor();
      await page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
      assert.equal(settingsIn(file), before, 'nothing is written before the answer');
    },
  },
  {
    name: 'team policy is written on consent',
    run: async ({ page, workspace }) => {
      await toast(page, 'Add this policy').getByRole('button', { name: 'Write It' }).click();
      const file = path.join(workspace, '.vscode', 'settings.json');
      await until(() => settingsIn(file).includes('lockside.fingerprintSalt'), 'the policy on disk', page);
      assert.match(settingsIn(file), /"lockside\.rules"/);
    },
    after: ({ page }) => closeEditors(page),
  },
];

async function hoverStatus({ page }) {
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Chat model' }).first();
  const shown = async () => {
    await page.mouse.move(600, 300);
    await status(page).hover();
    await hover.waitFor({ timeout: 4_000 });
    return true;
  };
  await until(shown, "the status item's hover", page);
}

async function openMenu({ page }) {
  await status(page).click();
  await menu(page).getByText('Choose Guarded Model').waitFor();
}

/** The walkthrough shows its pictures where there is room for them. */
async function hideSides(page) {
  for (const part of ['sidebar', 'auxiliarybar']) {
    const shown = page.locator(`.part.${part}:visible`);
    const command =
      part === 'sidebar' ? 'View: Toggle Primary Side Bar Visibility' : 'View: Toggle Secondary Side Bar Visibility';
    if ((await shown.count()) > 0) await palette(page, command);
  }
}

/** The page may show all walkthroughs first; the side that doesn't show is there all the same. */
async function openCategory(page) {
  const step = page.locator('.showDetails .getting-started-step', { hasText: 'Share the rules' });
  const category = page.locator('.showCategories .getting-started-category', { hasText: 'Keep secrets out' }).first();
  await step.or(category).first().waitFor();
  if (await category.isVisible()) await category.click();
  await step.waitFor();
  await page.waitForTimeout(500); // The sides slide.
}

/** What isn't saved is thrown away: samples are no one's work. */
async function closeEditors(page) {
  await palette(page, 'View: Revert and Close Editor').catch(() => undefined);
  await palette(page, 'View: Close All Editors');
  const discard = page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
  await discard.click({ timeout: 1_500 }).catch(() => undefined);
}

/** Spaces are drawn as no-break spaces. */
async function editorText(page) {
  const lines = await page.locator('.editor-instance .view-lines').first().textContent();
  return lines.replaceAll('\u00a0', ' ');
}

function settingsIn(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
