// The policy as a person meets it in the window, from the walkthrough to the page; see windowSteps.mjs for what a step is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { openFile, palette, until } from '../../rig/browser.mjs';

const frame = page => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const menu = page => page.locator('.quick-input-widget');
const toast = (page, text) => page.locator('.notification-toast', { hasText: text }).first();
const settings = workspace => path.join(workspace, '.vscode', 'settings.json');
const read = workspace => fs.readFileSync(settings(workspace), 'utf8');
const done = page => page.locator('.getting-started-step .codicon-getting-started-step-checked');

export const policySteps = [
  {
    name: 'policy walkthrough begins with nothing',
    pictures: true,
    run: async ({ page, workspace }) => {
      execFileSync('git', ['init', '--quiet', workspace]);
      await palette(page, 'View: Close All Editors');
      await palette(page, 'Notifications: Clear All Notifications').catch(() => undefined);
      await openRollout(page);
    },
  },
  {
    name: 'policy walkthrough chooses a profile',
    run: async ({ page, workspace }) => {
      await button(page, 'Choose what you answer for', 'Choose Profile');
      const row = menu(page).locator('.monaco-list-row', { hasText: 'strict' }).first();
      await row.locator('.monaco-checkbox, input[type=checkbox]').first().click();
      await menu(page).getByRole('button', { name: 'OK' }).click();
      await until(
        () => /"lockside\.profiles": \[\s*"strict"/.test(read(workspace)),
        'the profile in the settings',
        page,
      );
      await until(async () => (await done(page).count()) === 1, 'the step to be done', page);
    },
  },
  {
    name: 'policy walkthrough sets up a client',
    run: async ({ page }) => {
      const dialog = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Set Up' });
      const offered = async () => {
        await button(page, 'Guard your AI clients', 'Set Up an AI Client');
        await menu(page).locator('.monaco-list-row', { hasText: 'Claude Code' }).first().click({ timeout: 3_000 });
        await dialog.waitFor({ timeout: 5_000 });
        return true;
      };
      await until(offered, 'what would be written', page);
      await dialog.click();
      await until(async () => (await done(page).count()) === 2, 'the step to be done', page);
    },
  },
  {
    name: 'policy walkthrough puts a vendor on record',
    run: async ({ page, workspace }) => {
      await button(page, 'Put your first vendor on record', 'Put a Vendor on Record');
      await choose(page, 'OpenAI');
      await answer(page, 'Until when', '2099-12-31');
      await choose(page, 'eu');
      await choose(page, 'It doesn’t');
      await answer(page, 'Who answers', 'Ada');
      await until(() => /"lockside\.vendors"/.test(read(workspace)), 'the vendor in the settings', page);
      await until(async () => (await done(page).count()) === 3, 'the step to be done', page);
    },
  },
  {
    name: 'policy walkthrough shares and proves',
    pictures: true,
    run: async ({ page, workspace }) => {
      await button(page, 'Share the policy', 'Share Policy with Git');
      await toast(page, 'staged').waitFor();
      const staged = execFileSync('git', ['-C', workspace, 'diff', '--cached', '--name-only'], { encoding: 'utf8' });
      assert.match(staged, /\.vscode\/settings\.json/);
      await button(page, 'See the proof', 'Verify Audit Trail');
      await toast(page, 'The audit trail is whole').waitFor({ timeout: 60_000 });
      await until(async () => (await done(page).count()) === 5, 'all steps to be done', page);
    },
    after: async ({ page }) => {
      await palette(page, 'Notifications: Clear All Notifications');
      await palette(page, 'View: Close All Editors');
      await palette(page, 'View: Show Explorer');
    },
  },
  {
    name: 'policy page',
    pictures: true,
    run: async ({ page, workspace }) => {
      writePolicy(workspace);
      await hideSides(page);
      await palette(page, 'Lockside: Show Policy');
      await frame(page).getByRole('heading', { level: 1, name: 'The policy that holds here' }).waitFor();
      const vendors = frame(page).locator('section', { hasText: 'Who gets data' });
      await vendors.locator('tbody tr').nth(1).waitFor();
      assert.match(await vendors.textContent(), /Example AI.*%/);
      assert.match(
        await frame(page).locator('section', { hasText: 'What people let go' }).textContent(),
        /nobody has signed it/,
      );
    },
  },
  {
    name: 'policy page further down',
    pictures: true,
    run: async ({ page }) => {
      await frame(page).getByRole('heading', { name: 'Vendors' }).scrollIntoViewIfNeeded();
      await frame(page).getByRole('heading', { name: 'Approvers' }).scrollIntoViewIfNeeded();
    },
    show: ({ page }) => frame(page).getByRole('heading', { name: 'Approvers' }).scrollIntoViewIfNeeded(),
    after: ({ page }) => palette(page, 'View: Close All Editors'),
  },
  {
    name: 'policy faults stand at their place',
    pictures: true,
    run: async ({ page }) => {
      await openFile(page, '.vscode/settings.json');
      const squiggles = page.locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-error');
      await squiggles.first().waitFor({ state: 'attached' });
      await page.locator('.editor-instance .view-line span', { hasText: 'githb' }).last().click();
      await page.keyboard.press('F8');
      await page.locator('.zone-widget, .marker-widget').first().waitFor();
    },
    after: async ({ page }) => {
      await page.keyboard.press('Escape');
      await palette(page, 'View: Close All Editors');
    },
  },
  {
    name: 'policy explains a finding layer by layer',
    pictures: true,
    run: async ({ page, values }) => {
      const token = page.locator('.editor-instance .view-line span', { hasText: values['github-token'] }).last();
      const atToken = async () => {
        await openFile(page, '.env');
        await token.click({ timeout: 3_000 });
        return true;
      };
      await until(atToken, 'the token to be there', page);
      await palette(page, 'Lockside: Explain Finding');
      await frame(page).getByRole('heading', { level: 1, name: 'What happens to this finding' }).waitFor();
      const text = await frame(page).locator('main').textContent();
      assert.match(text, /Organisation/);
      assert.match(text, /another layer is stricter/);
      for (const value of Object.values(values)) assert.ok(!text.includes(value), 'no value stands on the page');
    },
    after: ({ page }) => palette(page, 'View: Close All Editors'),
  },
  {
    name: 'policy switches a vendor off',
    pictures: true,
    run: async ({ page, workspace }) => {
      await palette(page, 'Lockside: Switch Off Vendor');
      await choose(page, 'Example AI');
      await answer(page, 'Why', 'They have told us of a breach');
      await frame(page).getByRole('heading', { level: 1, name: 'A vendor is switched off' }).waitFor();
      assert.match(read(workspace), /"disabled": "They have told us of a breach"/);
    },
    after: async ({ page, workspace }) => {
      await palette(page, 'View: Close All Editors');
      fs.rmSync(settings(workspace), { force: true });
      fs.rmSync(path.join(workspace, '.lockside'), { recursive: true, force: true });
    },
  },
];

/** A policy of several layers, with something to mend in it. */
function writePolicy(workspace) {
  for (const folder of ['.lockside', '.vscode']) fs.mkdirSync(path.join(workspace, folder), { recursive: true });
  const write = (name, value) =>
    fs.writeFileSync(path.join(workspace, name), `${JSON.stringify(value, undefined, 2)}\n`);
  write('.lockside/organisation.json', {
    'lockside.rules': [
      {
        detectors: ['secret/*'],
        destinations: ['model:*'],
        action: 'block',
        reason: 'no secret of ours goes to a model',
      },
    ],
  });
  write('.lockside/waivers.json', [
    {
      ...{ id: '00112233aabb', detectors: ['secret/github-token'], paths: ['test/**'], action: 'allow' },
      ...{ reason: 'opens nothing', owner: 'Ada', expires: '2099-06-30T00:00:00Z' },
    },
  ]);
  write('.vscode/settings.json', {
    'lockside.extends': [{ from: './.lockside/organisation.json' }],
    'lockside.profiles': ['strict'],
    'lockside.rules': [
      { detectors: ['secret/*'], destinations: ['model:*'], action: 'redact', reason: 'models get placeholders' },
      { detectors: ['secret/githb-token'], action: 'log' },
      { detectors: ['pii/*'], when: 'destination.region !=', action: 'block' },
    ],
    'lockside.vendors': [
      {
        ...{
          name: 'OpenAI',
          hosts: ['api.openai.com'],
          regions: ['eu'],
          dpa: { until: '2099-12-31' },
          training: false,
        },
        ...{ retentionDays: 30, personalData: true, highestClass: 'internal', reviewed: '2026-11-01', owner: 'Ada' },
      },
      {
        name: 'Example AI',
        destinations: ['model:customendpoint/*'],
        dpa: { until: '2026-01-01' },
        reviewed: '2024-01-01',
      },
    ],
    'lockside.approvers': [
      { name: 'ada', key: `ssh-ed25519 ${'A'.repeat(68)} ada`, emails: ['ada@example.com'], roles: ['security'] },
    ],
  });
}

async function openRollout(page) {
  await hideSides(page);
  await palette(page, 'Welcome: Open Walkthrough');
  await menu(page).locator('input[type=text]').first().fill('Roll Lockside out');
  await menu(page).locator('.monaco-list-row', { hasText: 'Roll Lockside out' }).first().click();
  await page.locator('.showDetails .getting-started-step', { hasText: 'Choose what you answer for' }).waitFor();
  await page.waitForTimeout(500); // The sides slide.
}

/** Opens a step of the walkthrough and presses its button. */
async function button(page, step, label) {
  const one = page.locator('.showDetails .getting-started-step', { hasText: step });
  const press = one.getByRole('button', { name: label });
  const open = async () => {
    if (!(await press.isVisible())) await one.locator('h3, .step-title').first().click();
    return press.isVisible();
  };
  await until(open, `the step "${step}" to be open`, page);
  await press.click();
}

async function choose(page, label) {
  const row = menu(page).locator('.monaco-list-row', { hasText: label }).first();
  await row.click();
  await row.waitFor({ state: 'detached', timeout: 5_000 }).catch(() => undefined);
}

async function answer(page, prompt, text) {
  await menu(page).getByText(prompt).first().waitFor();
  await menu(page).locator('input[type=text]').first().fill(text);
  await page.keyboard.press('Enter');
}

/** Pages and walkthroughs show more where there is room. */
async function hideSides(page) {
  for (const [part, name] of [
    ['sidebar', 'Primary'],
    ['auxiliarybar', 'Secondary'],
  ]) {
    if ((await page.locator(`.part.${part}:visible`).count()) > 0)
      await palette(page, `View: Toggle ${name} Side Bar Visibility`);
  }
}
