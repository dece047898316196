// The dashboard and the data-flow map as a person opens them; see windowSteps.mjs for what a step is.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { palette, until } from '../../rig/browser.mjs';
import { root } from '../../rig/places.mjs';

const frame = page => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const heading = (page, text) => frame(page).getByRole('heading', { level: 1, name: text });

export const reportSteps = [
  {
    name: 'reports: dashboard',
    pictures: true,
    run: async context => {
      const { page, values, workspace } = context;
      addServers(workspace);
      askHook(context);
      await palette(page, 'View: Close All Editors');
      await palette(page, 'Lockside: Show Dashboard');
      await heading(page, /What Lockside held back/).waitFor({ timeout: 90_000 });
      const text = await frame(page).locator('main').textContent();
      for (const [kind, value] of Object.entries(values))
        assert.ok(!text.includes(value), `no ${kind} stands in the dashboard`);
      assert.match(text, /secret\//);
      assert.ok((await heldBack(page)) > 0, 'what the hook held back is told');
    },
  },
  {
    name: 'reports: dashboard follows what another process decides',
    run: async context => {
      const { page } = context;
      const before = await heldBack(page);
      askHook(context);
      await until(async () => (await heldBack(page)) > before, 'the count to grow', page);
    },
  },
  {
    name: 'reports: dashboard on what came back',
    pictures: true,
    run: async context => {
      const { page, values } = context;
      restoreOnCommandLine(context);
      const section = () =>
        frame(page)
          .locator('#restored')
          .textContent({ timeout: 1000 })
          .catch(() => '');
      // The page is drawn anew with each event, and is empty for a moment.
      let text = '';
      const isTold = async () => {
        text = await section();
        return /secret\//.test(text);
      };
      await until(isTold, 'the table of what came back', page);
      assert.ok(!text.includes(values['github-token']));
      await frame(page).locator('nav a[href="#restored"]').press('Enter');
    },
  },
  {
    name: 'reports: dashboard on compliance',
    pictures: 'dark',
    run: async ({ page }) => {
      await frame(page).locator('nav a[href="#compliance"]').press('Enter');
      const focused = () => frame(page).locator('#compliance:focus').count();
      await until(focused, 'the section to have the focus', page);
    },
  },
  {
    name: 'reports: dashboard opens a finding by the keyboard',
    run: async ({ page }) => {
      const link = frame(page).locator('#findings a[data-open^="finding:"]').first();
      const [file] = (await link.textContent()).split(':');
      await link.press('Enter');
      const tab = page.locator('.tab.active', { hasText: file.split('/').pop() });
      await tab.waitFor();
    },
    after: ({ page }) => palette(page, 'View: Close All Editors'),
  },
  {
    name: 'reports: data-flow map',
    pictures: true,
    run: async ({ page, workspace }) => {
      addServers(workspace);
      await palette(page, 'Lockside: Show Data Flow');
      await heading(page, 'Where data flows').waitFor({ timeout: 90_000 });
      const nodes = frame(page).locator('svg [role="link"]');
      assert.ok((await nodes.count()) > 0, 'nodes can be reached');
      await nodes.first().focus();
      assert.equal(await frame(page).locator('#nodes tbody tr').count(), await nodes.count());
    },
  },
  {
    name: 'reports: data-flow map leads on',
    run: async ({ page }) => {
      await frame(page)
        .locator('svg [data-open^="command:coverage"], svg [data-open^="finding:"], svg [data-open^="settings:"]')
        .first()
        .press('Enter');
      const left = async () => (await page.locator('.tab').count()) > 1;
      await until(left, 'another editor to open', page);
    },
    after: async ({ page, workspace }) => {
      fs.rmSync(path.join(workspace, '.mcp.json'));
      await palette(page, 'View: Close All Editors');
    },
  },
  {
    name: 'reports: all gates on a page',
    pictures: 'light',
    run: async ({ page, workspace }) => {
      execFileSync('git', ['init', '--quiet', workspace]);
      await palette(page, 'Lockside: Check All Gates');
      const input = page.locator('.quick-input-widget input[type=text]').first();
      await page.locator('.quick-input-widget', { hasText: 'Since which branch' }).waitFor();
      await input.fill('');
      await page.keyboard.press('Enter');
      await frame(page).getByRole('heading', { name: 'Keys and passwords' }).waitFor({ timeout: 60_000 });
    },
    after: async ({ page }) => {
      await palette(page, 'Terminal: Kill All Terminals');
      await palette(page, 'View: Close All Editors');
    },
  },
];

const servers = {
  mcpServers: {
    files: { command: 'npx', args: ['-y', 'files-server@1.0.0'] },
    notes: { url: 'https://mcp.notes.example/sse' },
  },
};

function addServers(workspace) {
  fs.writeFileSync(path.join(workspace, '.mcp.json'), JSON.stringify(servers));
}

/** Sends a prompt with a secret to Claude Code's hook, as a client beside the window does. */
function askHook(context) {
  const message = {
    ...{ hook_event_name: 'UserPromptSubmit', session_id: 'a', cwd: context.workspace },
    prompt: `Use ${context.values['github-token']} for me`,
  };
  runBeside(context, ['hook', 'claude-code'], JSON.stringify(message));
}

function restoreOnCommandLine(context) {
  const safe = runBeside(context, ['redact'], `KEY=${context.values['github-token']}\n`);
  runBeside(context, ['restore'], safe);
}

/** The command line, as this user has it beside the window. */
function runBeside({ server, workspace }, args, input) {
  const env = {
    ...{ ...process.env, HOME: path.join(server.data, '..', 'home') },
    LOCKSIDE_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const cli = path.join(root, 'dist', 'cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: workspace, env, input });
  assert.equal(status, 0, String(stderr));
  return String(stdout);
}

async function heldBack(page) {
  return Number(await frame(page).locator('.tiles strong').first().textContent());
}
