// What a person sees in the chat: the input box marks a secret, a command redacts it, and a prompt that holds one is held back.
import assert from 'node:assert/strict';
import { palette, screenshot, until } from '../../rig/browser.mjs';
import { newChat, promptText, typePrompt } from '../../rig/chat.mjs';
import { screenshots } from '../../rig/places.mjs';

const model = 'Lockside: Recorder';
const inputSquiggle = page =>
  page.locator('.interactive-session .squiggly-error, .interactive-session .squiggly-warning').first();

export const chatSteps = [
  {
    name: 'chat input marks a secret',
    pictures: true,
    run: async ({ page, values }) => {
      await newChat(page, { mode: 'agent', modelName: model });
      await typePrompt(page, `Why is ${values['github-token']} refused`);
      // The box draws what is marked with the next key.
      await page.keyboard.type('?', { delay: 500 });
      await inputSquiggle(page).waitFor({ state: 'attached' });
    },
  },
  {
    name: 'chat input is redacted by a command',
    run: async ({ page, values }) => {
      await palette(page, 'Lockside: Redact Chat Input');
      const redacted = async () => /Why is SECRET_GITHUB_TOKEN_\d+ refused\?/.test(await promptText(page));
      await until(redacted, 'a placeholder to stand in the chat input', page);
      assert.ok(!(await promptText(page)).includes(values['github-token']));
    },
  },
  {
    name: 'chat holds a prompt with a secret back',
    run: async ({ page, values, endpoint }) => {
      const before = endpoint.bodies.length;
      await newChat(page, { mode: 'agent', modelName: model });
      await typePrompt(page, `Why is ${values['stripe-secret-key']} refused?\nrig:done 50`);
      await page.keyboard.press('Enter');
      const notice = page.locator('.notification-toast', { hasText: 'Lockside held your prompt back' }).first();
      await notice.waitFor();
      await screenshot(page, screenshots, 'chat-holds-a-prompt-with-a-secret-back-light');
      assert.equal(endpoint.bodies.length, before, 'the prompt went out');
      await notice
        .locator('.monaco-button', { hasText: /^Send / })
        .first()
        .click();
      await until(() => endpoint.bodies.length > before, 'the redacted prompt to go out', page);
      const sent = endpoint.bodies
        .slice(before)
        .map(body => JSON.stringify(body))
        .join('\n');
      assert.ok(!sent.includes(values['stripe-secret-key']), 'the secret went out');
      assert.match(sent, /SECRET_STRIPE/);
    },
  },
];
