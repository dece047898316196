// Drives Copilot Chat as a person does: picks mode and model, types, pastes, attaches, sends, waits for the answer.
import { openFile, palette, paste, until } from './browser.mjs';

const focusKey = 'Control+Alt+F6';
const newChatKey = 'Control+Alt+F7';
const modeKeys = { agent: 'Control+Alt+F8', ask: 'Control+Alt+F9' };

/** The keys that a user's keybindings.json may give to these commands; the helpers below press them. */
export const chatKeybindings = model => [
  { key: 'ctrl+alt+f6', command: 'workbench.action.chat.open' },
  { key: 'ctrl+alt+f7', command: 'workbench.action.chat.newChat' },
  { key: 'ctrl+alt+f8', command: 'workbench.action.chat.open', args: { mode: 'agent', modelSelector: model } },
  { key: 'ctrl+alt+f9', command: 'workbench.action.chat.open', args: { mode: 'ask', modelSelector: model } },
];

/** Settings without which a run would stop to ask. */
export const chatSettings = {
  'chat.tools.global.autoApprove': true,
  'chat.tools.edits.autoApprove': { '**/*': true },
  'chat.agent.maxRequests': 50,
  'chat.tips.enabled': false,
  'terminal.integrated.defaultProfile.linux': 'bash',
};

/** What the editor shows in place of an answer. */
const refusal = /Blocked by [\w ]+ hook|Sorry, your request failed[^.]*/;

const labels = { agent: 'Agent', ask: 'Ask' };

const input = page => page.locator('.interactive-session .chat-editor-container .monaco-editor').last();
const session = page => page.locator('.interactive-session').last();

/** Begins a new conversation in a mode, with the model whose name the picker then shows. */
export async function newChat(page, { mode, modelName }) {
  await showChat(page);
  await leaveConversation(page);
  await clearInput(page);
  const chosen = async () => (await shows(page, modelName)) && (await shows(page, labels[mode]));
  const choose = async () => {
    // The command asks for the model by its id, and fails while the extension that brings it is still starting.
    await page.keyboard.press(modeKeys[mode]);
    return until(chosen, 'both', page, { timeout: 3_000 });
  };
  await until(choose, `the chat to offer ${modelName} in ${mode} mode`, page, { timeout: 60_000 });
}

/** Types a text of any number of lines, key by key. */
export async function typePrompt(page, text) {
  await focusInput(page);
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) await newLine(page);
    // Nobody types the body of a key letter by letter.
    await (/^[\w+/=-]{60,}$/.test(line) ? page.keyboard.insertText(line) : page.keyboard.type(line));
  }
}

/** Pastes from the clipboard into the prompt. */
export async function pastePrompt(page, text) {
  await focusInput(page);
  const before = await promptText(page);
  await paste(page, text);
  await until(async () => (await promptText(page)) !== before, 'the paste to show in the chat input', page);
}

/** Opens a file and attaches it by the command that its menus have. */
export async function attachFile(page, file) {
  await openFile(page, file);
  await palette(page, 'Chat: Add File to Chat');
  const name = file.split('/').at(-1);
  await page.locator('.chat-attached-context-attachment:not(.implicit)', { hasText: name }).first().waitFor();
}

/**
 * Sends the prompt and waits for the answer to end with a text. A question whether a tool may run is answered as a
 * careless person does: Allow. A prompt that Lockside holds back is sent by the button of its notice.
 */
export async function send(page, ending) {
  await focusInput(page);
  await page.keyboard.press('Enter');
  const outcome = await answer(page, ending);
  if (outcome === 'answered') return;
  if (!outcome.startsWith('Blocked')) throw new Error(`The editor says: ${outcome}`);
  await page
    .locator('.notification-toast .monaco-button', { hasText: /^Send / })
    .first()
    .click({ timeout: 15_000 });
  await until(() => hasEnded(page, ending), `the answer to what the notice sends, ${ending}`, page, {
    timeout: 60_000,
  });
}

/** Waits until the answer has ended, or the editor says why there is none. */
async function answer(page, ending) {
  const allow = session(page)
    .locator('.monaco-button:visible', { hasText: /^\s*Allow\s*$/ })
    .first();
  const outcome = async () => {
    if (await allow.count()) await allow.click({ timeout: 2_000 });
    if (await hasEnded(page, ending)) return 'answered';
    return refusal.exec(await conversation(page))?.[0];
  };
  return until(outcome, `the answer to end with ${ending}`, page, { timeout: 60_000 });
}

const hasEnded = async (page, ending) => (await conversation(page)).includes(ending);

/** The conversation's text as the person sees it. */
export const conversation = async page => plain(await session(page).textContent());

/** What stands in the chat input now. */
export const promptText = async page => plain(await input(page).locator('.view-lines').textContent()).trim();

/** Opens the model picker by mouse, as far as it has one, and leaves it open. */
export async function openModelPicker(page, modelName) {
  await session(page)
    .locator('.chat-input-toolbars .action-label, .chat-input-toolbar .action-label', { hasText: modelName })
    .first()
    .click();
  await page.locator('.action-widget').first().waitFor();
}

async function showChat(page) {
  const open = async () => {
    await page.keyboard.press(focusKey);
    return input(page)
      .waitFor({ timeout: 3_000 })
      .then(() => true);
  };
  await until(open, 'the chat to open', page, { timeout: 60_000 });
}

/** The command takes its time, and late it would throw away the next prompt: so it's given once, and its effect awaited. */
async function leaveConversation(page) {
  const requests = session(page).locator('.interactive-request');
  if ((await requests.count()) === 0) return;
  await page.keyboard.press(newChatKey);
  await until(async () => (await requests.count()) === 0, 'the new conversation to begin', page);
}

/** An open list of suggestions would take the key for itself. */
async function newLine(page) {
  const suggestions = page.locator('.suggest-widget.visible');
  for (let i = 0; i < 5 && (await suggestions.count()) > 0; i++) await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Enter');
}

async function clearInput(page) {
  if ((await promptText(page)) === '') return;
  await focusInput(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

/** By key: a click would have to hit text, which may be scrolled away. */
async function focusInput(page) {
  const focused = () => input(page).evaluate(editor => editor.classList.contains('focused'));
  const press = async () => {
    if (await focused()) return true;
    await page.keyboard.press(focusKey);
    return focused();
  };
  await until(press, 'the chat input to have the focus', page);
}

async function shows(page, label) {
  const texts = await session(page).locator('.chat-input-toolbars, .chat-input-toolbar').allTextContents();
  return texts.some(text => plain(text).includes(label));
}

/** Editors draw spaces as no-break spaces. */
const plain = text => text.replace(/\u00a0/g, ' ');
