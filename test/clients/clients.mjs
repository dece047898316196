// The AI clients of the terminal: how each is installed, pointed at a model, and given a prompt without a person.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const mcpServer = fileURLToPath(new URL('./mcpServer.mjs', import.meta.url));
/** The tool server that each client is given; see mcpServer.mjs. */
const shop = work => ({ command: process.execPath, args: [mcpServer, `${work}/served.txt`] });

/**
 * Each client: the package it comes in, what it is started with, and what it must find in its home. `url` is the base that its
 * own documentation asks for; `home` a new folder that is all the home it has.
 */
export const clients = [
  {
    name: 'claude-code',
    npm: '@anthropic-ai/claude-code',
    bin: 'claude',
    can: ['reads', 'runs', 'again', 'tools', 'subagent', 'mcp', 'images'],
    wire: 'anthropic',
    subagent: prompt => ({
      tool: 'Agent',
      input: { description: 'Look', subagent_type: 'general-purpose', run_in_background: false, prompt },
    }),
    mcpTool: 'mcp__shop__notes',
    prepare: ({ home, work }) =>
      writeJson(home, '.claude.json', {
        hasCompletedOnboarding: true,
        bypassPermissionsModeAccepted: true,
        mcpServers: { shop: shop(work) },
      }),
    env: ({ url }) => ({
      ANTHROPIC_BASE_URL: url,
      ANTHROPIC_API_KEY: 'rig-key',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      IS_SANDBOX: '1',
      DISABLE_AUTOUPDATER: '1',
    }),
    hooks: true,
    args: prompt => ['-p', prompt, '--dangerously-skip-permissions', '--model', 'claude-sonnet-4-5'],
    again: prompt => ['-c', '-p', prompt, '--dangerously-skip-permissions', '--model', 'claude-sonnet-4-5'],
  },
  {
    name: 'codex',
    npm: '@openai/codex',
    bin: 'codex',
    can: ['reads', 'runs', 'again', 'tools', 'mcp'],
    wire: 'openai',
    mcpTool: 'notes',
    prepare: ({ home, work, url }) =>
      write(
        home,
        '.codex/config.toml',
        `model = "gpt-5"\nmodel_provider = "rig"\n[model_providers.rig]\nname = "rig"\nbase_url = "${url}/v1"\nenv_key = "OPENAI_API_KEY"\nwire_api = "responses"\nsupports_websockets = false\n[mcp_servers.shop]\ncommand = "${shop(work).command}"\nargs = ${JSON.stringify(shop(work).args)}\n`,
      ),
    env: () => ({ OPENAI_API_KEY: 'rig-key' }),
    hooks: true,
    args: prompt => [
      'exec',
      '--dangerously-bypass-hook-trust',
      '--skip-git-repo-check',
      '--dangerously-bypass-approvals-and-sandbox',
      prompt,
    ],
    again: prompt => [
      ...[
        'exec',
        '--dangerously-bypass-hook-trust',
        '--skip-git-repo-check',
        '--dangerously-bypass-approvals-and-sandbox',
        'resume',
        '--last',
      ],
      prompt,
    ],
  },
  {
    name: 'gemini-cli',
    npm: '@google/gemini-cli',
    bin: 'gemini',
    can: ['reads', 'runs', 'again', 'tools', 'mcp'],
    wire: 'gemini',
    mcpTool: 'mcp_shop_notes',
    prepare: ({ home, work }) =>
      writeJson(home, '.gemini/settings.json', {
        mcpServers: { shop: { ...shop(work), trust: true } },
        security: { auth: { selectedType: 'gemini-api-key' }, folderTrust: { enabled: false } },
        general: { disableAutoUpdate: true },
        privacy: { usageStatisticsEnabled: false },
      }),
    env: ({ url }) => ({ GOOGLE_GEMINI_BASE_URL: url, GEMINI_API_KEY: 'rig-key', GEMINI_CLI_TRUST_WORKSPACE: 'true' }),
    hooks: true,
    args: prompt => ['-p', prompt, '--yolo', '-m', 'gemini-2.5-pro'],
    again: prompt => ['--resume', 'latest', '-p', prompt, '--yolo', '-m', 'gemini-2.5-pro'],
  },
  {
    name: 'opencode',
    npm: 'opencode-ai',
    bin: 'opencode',
    can: ['reads', 'runs', 'again', 'tools', 'subagent', 'mcp'],
    wire: 'openai',
    subagent: prompt => ({ tool: 'task', input: { description: 'Look', subagent_type: 'general', prompt } }),
    mcpTool: 'shop_notes',
    prepare: ({ home, work, url }) =>
      writeJson(home, '.config/opencode/opencode.json', {
        mcp: { shop: { type: 'local', command: [shop(work).command, ...shop(work).args] } },
        autoupdate: false,
        share: 'disabled',
        permission: { '*': 'allow', read: { '*': 'allow', '*.env': 'allow' } },
        provider: {
          rig: {
            npm: '@ai-sdk/openai-compatible',
            name: 'rig',
            options: { baseURL: `${url}/v1`, apiKey: 'rig-key' },
            models: { 'recorder-1': { name: 'Recorder' } },
          },
        },
      }),
    env: () => ({ OPENCODE_DISABLE_AUTOUPDATE: '1' }),
    hooks: true,
    args: prompt => ['run', '-m', 'rig/recorder-1', prompt],
    again: prompt => ['run', '-c', '-m', 'rig/recorder-1', prompt],
  },
  {
    name: 'copilot-cli',
    npm: '@github/copilot',
    bin: 'copilot',
    subagent: prompt => ({
      tool: 'task',
      input: { description: 'Look', name: 'look', agent_type: 'general-purpose', mode: 'sync', prompt },
    }),
    mcpTool: 'shop-notes',
    can: ['reads', 'runs', 'again', 'tools', 'subagent', 'mcp', 'images'],
    wire: 'openai',
    prepare: ({ home, work }) =>
      writeJson(home, '.copilot/mcp-config.json', {
        mcpServers: { shop: { type: 'local', ...shop(work), tools: ['*'] } },
      }),
    env: ({ url }) => ({
      COPILOT_PROVIDER_BASE_URL: `${url}/v1`,
      COPILOT_PROVIDER_API_KEY: 'rig-key',
      COPILOT_MODEL: 'recorder-1',
      COPILOT_OFFLINE: 'true',
      COPILOT_AUTO_UPDATE: 'false',
    }),
    hooks: true,
    args: prompt => ['-p', prompt, '--allow-all-tools', '--allow-all-paths'],
    again: prompt => ['--continue', '-p', prompt, '--allow-all-tools', '--allow-all-paths'],
  },
  {
    name: 'cline',
    npm: 'cline',
    bin: 'cline',
    can: ['reads', 'runs'],
    wire: 'openai',
    setUp: ({ url }) => [
      ['auth', '--provider', 'openai', '--apikey', 'rig-key', '--modelid', 'recorder-1', '--baseurl', `${url}/v1`],
    ],
    prepare: () => undefined,
    env: () => ({}),
    args: prompt => ['-P', 'openai', '--yolo', prompt],
  },
  {
    name: 'continue',
    npm: '@continuedev/cli',
    bin: 'cn',
    can: ['reads', 'runs', 'tools', 'mcp'],
    wire: 'openai',
    mcpTool: 'notes',
    prepare: ({ home, work, url }) =>
      write(
        home,
        '.continue/config.yaml',
        `name: rig\nversion: 1.0.0\nschema: v1\nmodels:\n  - name: Recorder\n    provider: openai\n    model: recorder-1\n    apiBase: ${url}/v1\n    apiKey: rig-key\n    roles: [chat]\n    capabilities: [tool_use]\nmcpServers:\n  - name: shop\n    command: ${shop(work).command}\n    args: ${JSON.stringify(shop(work).args)}\n`,
      ),
    env: () => ({ CONTINUE_TELEMETRY_ENABLED: '0' }),
    args: (prompt, { home }) => ['-p', prompt, '--auto', '--config', path.join(home, '.continue/config.yaml')],
    again: (prompt, { home }) => [
      ...['--resume', '-p', prompt, '--auto', '--config'],
      path.join(home, '.continue/config.yaml'),
    ],
  },
  {
    name: 'aider',
    pip: 'aider-chat',
    bin: 'aider',
    can: ['reads'],
    wire: 'openai',
    prepare: () => undefined,
    env: () => ({ AIDER_ANALYTICS: 'false', AIDER_CHECK_UPDATE: 'false' }),
    args: (prompt, { url, files }) => [
      ...files.filter(file => fs.existsSync(file)).flatMap(file => ['--read', file]),
      ...['--model', 'openai/recorder-1', '--openai-api-base', `${url}/v1`, '--openai-api-key', 'rig-key'],
      ...['--yes-always', '--no-git', '--no-show-model-warnings', '--no-stream', '--edit-format', 'whole'],
      ...['--message', prompt],
    ],
  },
];

function writeJson(home, name, value) {
  write(home, name, JSON.stringify(value, undefined, 2));
}

function write(home, name, text) {
  const file = path.join(home, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}
