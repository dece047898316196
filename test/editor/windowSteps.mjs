// What a person does in the driven window, and sees.
import assert from 'node:assert/strict';
import { openFile, until } from '../../rig/browser.mjs';
import { agentSteps } from './agentSteps.mjs';
import { chatSteps } from './chatSteps.mjs';
import { packageSteps } from './packageSteps.mjs';
import { personalSteps } from './personalSteps.mjs';
import { policySteps } from './policySteps.mjs';
import { reportSteps } from './reportSteps.mjs';
import { viewSteps } from './viewSteps.mjs';

const squiggles = page => page.locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-error');

/** The text of an editor as it's drawn, where spaces are no-break spaces. */
const word = (page, text) => page.locator('.editor-instance .view-line span', { hasText: text }).last();

/**
 * Steps run in this order in one window, in the light theme:
 *
 *     name      what the person does or sees; also the picture's name
 *     run       does it and asserts it; takes {page, server, workspace, values, endpoint, opened}
 *     pictures  true if the state after it is pictured in the light, dark and high contrast theme, or the name of one of them
 *     show      brings the state back in each theme, where a change of theme takes it away (a hover, a menu)
 *     after     tidies up, so that the next step starts from a plain window
 *
 * `values` has the sample workspace's secrets by kind, `opened` when the window was opened, `endpoint.bodies` what the
 * model received.
 */
export const steps = [
  {
    name: 'first value within a minute',
    pictures: true,
    run: async ({ page, opened }) => {
      await openFile(page, '.env');
      await squiggles(page).first().waitFor({ state: 'attached', timeout: 60_000 });
      const seconds = (Date.now() - opened) / 1000;
      console.log(`  a secret was underlined ${seconds.toFixed(1)} s after the window began to open`);
      assert.ok(seconds < 60, `it took ${seconds} s`);
    },
  },
  {
    name: 'status bar says what is guarded',
    run: async ({ page }) => {
      const entry = page.locator('.statusbar-item[id^="lockside.lockside"]').first();
      await entry.waitFor();
      const label = await until(() => entry.getAttribute('aria-label'), 'the status bar entry to have a label', page);
      assert.match(label, /Lockside/);
    },
  },
  {
    name: 'hover says why',
    pictures: true,
    run: context => hoverToken(context),
    show: context => hoverToken(context),
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'quick fixes are offered',
    pictures: true,
    run: context => offerFixes(context),
    show: context => offerFixes(context),
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  ...chatSteps,
  ...viewSteps,
  ...personalSteps,
  ...policySteps,
  ...packageSteps,
  ...reportSteps,
  ...agentSteps,
];

async function hoverToken({ page, values }) {
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Lockside' }).first();
  const shown = async () => {
    await page.mouse.move(5, 5);
    await word(page, values['github-token']).hover();
    await hover.waitFor({ timeout: 5_000 });
    return true;
  };
  await until(shown, 'the hover of the GitHub token', page);
}

/** The list stays empty until the extension answers, so it's asked for again. */
async function offerFixes({ page, values }) {
  const fixes = page.locator('.action-widget .monaco-list-row', {
    hasText: /Lockside|Redact|environment|placeholder/i,
  });
  const offered = async () => {
    await page.keyboard.press('Escape');
    await word(page, values['github-token']).click();
    await page.keyboard.press('Control+.');
    await fixes.first().waitFor({ timeout: 5_000 });
    return true;
  };
  await until(offered, 'quick fixes for the GitHub token', page);
}
