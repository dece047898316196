// What a person sees of personal data, hidden text and classes, and does about it; see windowSteps.mjs for what a step is.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openFile, openTab, palette, until } from '../../rig/browser.mjs';
import { newChat, send, typePrompt } from '../../rig/chat.mjs';
import { makePersonalFiles, personalFiles } from '../../rig/personalFiles.mjs';

const model = 'Lockside: Recorder';
const menu = page => page.locator('.quick-input-widget');
const status = page => page.locator('.statusbar-item[id^="lockside.lockside"]').first();

export const personalSteps = [
  {
    name: 'personal data: a prompt takes along more than it needs',
    pictures: 'light',
    run: async context => {
      const { page } = context;
      await prepare(context);
      await openFile(page, personalFiles.leads);
      await newChat(page, { mode: 'ask', modelName: model });
      await typePrompt(page, 'Sum the amount by city\nrig:done 71');
      await send(page, 'DONE-71');
      await showHints(context);
      const row = menu(page).locator('.monaco-list-row', { hasText: 'leads.csv' }).first();
      assert.match(plain(await row.textContent()), /could stay here.*first_name.*names city, amount/);
    },
    show: context => showHints(context),
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'personal data: ten thousand people are a few columns',
    pictures: true,
    run: async context => {
      const { page } = context;
      await prepare(context);
      await openFile(page, personalFiles.table);
      await until(async () => (await squiggles(page).count()) > 0, 'the columns to be underlined', page);
      await filterProblems(page, 'people.csv');
      const told = async () => (await problems(page)).filter(text => /Column \w+ \(.*10,000 values\)/.test(text));
      await until(async () => (await told()).length >= 6, 'a problem for each column', page);
      assert.ok((await problems(page)).length < 20, 'a problem for each column, not for each value');
      await hoverColumn(context);
    },
    show: context => hoverColumn(context),
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'personal data: ten thousand people are redacted by one quick fix',
    run: async context => {
      const { page } = context;
      await fix(context, /Redact all \d+ columns/, () => word(page, 'email').click());
      await until(async () => (await squiggles(page).count()) === 0, 'the table to be clean', page);
      await until(async () => (await editorText(page)).includes('1,PII_PERSON_NAME_'), 'placeholders', page);
    },
  },
  {
    name: 'personal data: a dump of a database is redacted by one quick fix, and comes back',
    pictures: 'light',
    run: async context => {
      const { page, workspace } = context;
      await prepare(context);
      const file = path.join(workspace, personalFiles.dump);
      const before = fs.readFileSync(file, 'utf8');
      await openFile(page, personalFiles.dump);
      await until(async () => (await squiggles(page).count()) > 0, 'the columns to be underlined', page);
      await fix(context, /Redact all \d+ columns/, () => word(page, 'email').click());
      await until(async () => (await squiggles(page).count()) === 0, 'the dump to be clean', page);
      await until(async () => /\(1, 'PII_PERSON_NAME_\d+'/.test(await editorText(page)), 'placeholders', page);
      await palette(page, 'File: Save');
      await until(() => !/mail-post/.test(fs.readFileSync(file, 'utf8')), 'the clean dump on disk', page);
      await palette(page, 'Lockside: Restore Placeholders in File');
      await palette(page, 'File: Save');
      await until(() => fs.readFileSync(file, 'utf8') === before, 'each byte to come back', page);
    },
  },
  {
    name: 'personal data: a notebook tells what its cells and outputs hold',
    pictures: 'light',
    run: async context => {
      const { page } = context;
      await prepare(context);
      await openTab(page, personalFiles.notebook);
      await filterProblems(page, 'churn');
      const told = async () => (await problems(page)).join('\n');
      const both = async () => /Field email/.test(await told()) && /In the output: Column/.test(await told());
      await until(both, 'what the cell and the output hold', page);
    },
    // It would cover the fixes that a cell offers.
    after: ({ page }) => palette(page, 'View: Hide Panel'),
  },
  {
    name: 'personal data: an output is cleared by a quick fix',
    run: async context => {
      const { page, workspace } = context;
      const file = path.join(workspace, personalFiles.notebook);
      const outputs = () => JSON.parse(fs.readFileSync(file, 'utf8')).cells.map(cell => cell.outputs?.length ?? 0);
      assert.equal(outputs().join(), '0,1,1');
      const code = page.locator('.notebookOverlay .view-line span', { hasText: 'frame' }).last();
      await fix(context, 'Clear this output', () => code.click());
      const saved = async () => {
        await palette(page, 'File: Save');
        return outputs().join() === '0,1,0';
      };
      await until(saved, 'the output to be gone from the file', page);
    },
  },
  {
    name: 'personal data: poisoned rules are underlined',
    pictures: 'light',
    run: async context => {
      const { page } = context;
      await prepare(context);
      await openFile(page, personalFiles.rules);
      await until(
        async () => (await squiggles(page).count()) >= 4,
        'what is hidden in the rules to be underlined',
        page,
      );
      await hoverHidden(context);
    },
    show: context => hoverHidden(context),
    after: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'personal data: poisoned rules are cleaned',
    pictures: 'light',
    run: async context => {
      const { page, workspace } = context;
      await fix(context, 'Take out whatever is hidden in this file', () => goToHidden(context));
      await until(async () => (await squiggles(page).count()) === 0, 'the rules to be clean', page);
      await palette(page, 'File: Save');
      const file = path.join(workspace, personalFiles.rules);
      await until(() => clean.test(fs.readFileSync(file, 'utf8')), 'the clean rules on disk', page);
    },
  },
  {
    name: 'personal data: the explorer marks confidential files',
    pictures: true,
    run: async context => {
      const { page } = context;
      await prepare(context);
      await palette(page, 'View: Show Explorer');
      await openFile(page, personalFiles.confidential);
      await openFile(page, personalFiles.restricted);
      for (const [name, mark] of [
        ['roadmap.md', 'C'],
        ['salaries.md', 'R'],
      ])
        await until(async () => (await badge(page, name)).includes(mark), `the mark ${mark} at ${name}`, page);
    },
  },
];

const problems = page =>
  page
    .locator('.markers-panel .monaco-list-row')
    .allTextContents()
    .then(all => all.map(plain));

async function filterProblems(page, text) {
  await palette(page, 'Problems: Focus on Problems View');
  await page.locator('.panel .viewpane-filter input').first().fill(text);
}

async function hoverColumn({ page }) {
  const shown = async () => {
    await page.mouse.move(5, 5);
    await word(page, 'email').hover();
    await hover(page).getByText('Redact all').first().waitFor({ timeout: 5_000 });
    return true;
  };
  await until(shown, 'the hover of a column', page);
}

/** Visible text and plain comments alone. */
const clean = /^[\n\x20-\x7e]+$/;

const squiggles = page => page.locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-error');
const hover = page => page.locator('.monaco-hover:visible', { hasText: 'Lockside' }).first();
const word = (page, text) => page.locator('.editor-instance .view-line span', { hasText: text }).last();
const row = (page, name) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();

/** The letters that the explorer draws behind a file's name. */
const badge = (page, name) =>
  row(page, name)
    .locator('.monaco-icon-label')
    .first()
    .evaluate(label => getComputedStyle(label, '::after').content);

/** What is hidden ends its line, and is hard to point at: so the cursor goes there. */
async function hoverHidden({ page }) {
  const shown = async () => {
    await page.keyboard.press('Escape');
    await goToHidden({ page });
    await palette(page, 'Show or Focus Hover');
    // The problem itself is there before what Lockside says of it, and a hover is drawn anew at any time.
    await hover(page).getByText('It says:').waitFor({ timeout: 5_000 });
    return /It says:\s*Ignore all previous instructions/.test(plain(await hover(page).textContent()));
  };
  await until(shown, 'the hover of what is hidden', page);
}

async function goToHidden({ page }) {
  await word(page, 'TypeScript').click();
  await page.keyboard.press('End');
}

/** Applies a quick fix at a place; the list stays empty until the extension answers, so it's asked for again. */
async function fix({ page }, title, goThere) {
  const item = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  const chosen = async () => {
    await page.keyboard.press('Escape');
    await goThere();
    await page.keyboard.press('Control+.');
    await item.click({ timeout: 5_000 });
    return true;
  };
  await until(chosen, `the quick fix "${title}"`, page);
}

/** The files are made when the first of these steps needs them: the steps before shall not find them. */
async function prepare({ workspace }) {
  if (!fs.existsSync(path.join(workspace, personalFiles.table))) makePersonalFiles(workspace, 5);
}

async function showHints({ page }) {
  await status(page).click();
  await menu(page).locator('.monaco-list-row', { hasText: 'What the Last Prompt' }).click();
  await menu(page).getByText('could stay here').first().waitFor();
}

async function editorText(page) {
  return plain(await page.locator('.editor-instance .view-lines').first().textContent());
}

/** Spaces are drawn as no-break spaces. */
const plain = text => text.replaceAll('\u00a0', ' ');
