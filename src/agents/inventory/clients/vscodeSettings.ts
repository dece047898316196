import { isSchemaAddress, readAddress } from '../addresses';
import { checkEnvironment } from '../baseUrls';
import { type ConfigLook, checkSwitch, modelItem, writes } from '../configFile';
import type { ConfigNode } from '../configNode';
import { field, textIn, walk } from '../configTree';
import { advice, fixOf } from '../look';
import { readTasks } from './vscodeTasks';

/** Judges settings: of a person, of a folder, of a workspace file, of a container. */
export function readSettings(config: ConfigLook): void {
  const { root, foreign } = config;
  // A workspace file has its settings one step further in, and may have tasks of its own.
  const inner = config.file.path.endsWith('.code-workspace') ? field(root, 'settings') : root;
  const settings = { ...config, root: inner ?? root };
  if (inner !== root) readTasks({ ...config, root: field(root, 'tasks') ?? root });
  for (const names of [['mcp', 'servers'], ['mcp.servers'], ['servers']])
    settings.servers({ reference: writes(name => `\${env:${name}}`) }, ...names);
  checkSwitch(settings, ['chat.tools.global.autoApprove'], true, 'every tool runs unasked', 'false');
  checkSwitch(settings, ['chat.tools.autoApprove'], true, 'every tool runs unasked', 'false');
  for (const level of ['autoApprove', 'autopilot'])
    checkSwitch(settings, ['chat.permissions.default'], level, 'sessions begin with everything approved', '"default"');
  checkSwitch(
    settings,
    ['chat.agent.sandbox.allowAutoApprove'],
    true,
    'commands in the sandbox run unasked',
    'false',
    'medium',
  );
  checkSwitch(
    settings,
    ['chat.tools.terminal.ignoreDefaultAutoApproveRules'],
    true,
    "VS Code's own list of dangerous commands is off",
    'false',
    'high',
  );
  for (const key of [
    'chat.tools.terminal.autoApprove',
    'chat.agent.terminal.autoApprove',
    'github.copilot.chat.agent.terminal.allowList',
  ])
    checkTerminalList(settings, key);
  for (const { name, node } of field(settings.root, 'chat.tools.edits.autoApprove')?.fields ?? [])
    if (node.value === true && /^(?:\*\*?(?:\/\*\*?)*|\*\*\/\*\.\*)$/.test(name) && foreign)
      settings.approval(node, `chat.tools.edits.autoApprove: every file is changed unasked, this one too`, {
        fix: 'false',
        level: 'high',
      });
  for (const { name, node } of field(settings.root, 'chat.tools.urls.autoApprove')?.fields ?? [])
    if (node.value === true && /^(?:\*|https?:\/\/\*)/.test(name))
      settings.approval(node, 'chat.tools.urls.autoApprove: every address is fetched unasked', {
        fix: 'false',
        level: 'high',
      });
  for (const [key, bad] of [
    ['roo-cline.allowedCommands', /^\*?$/],
    ['cline.allowedCommands', /^\*?$/],
    ['windsurf.cascadeCommandsAllowList', /^\*?$/],
    ['kiroAgent.trustedCommands', /^\*$/],
  ] as const)
    for (const node of field(settings.root, key)?.items ?? [])
      if (bad.test(textIn(node) ?? 'x')) settings.approval(node, `${key}: every command runs unasked`);
  for (const [key, bad] of [
    ['claudeCode.allowDangerouslySkipPermissions', true],
    ['claudeCode.initialPermissionMode', 'bypassPermissions'],
    ['windsurf.autoExecutionPolicy', 'turbo'],
    ['geminicodeassist.agentYoloMode', true],
    ['cline.yoloModeToggled', true],
    ['amazonQ.trustAllTools', true],
  ] as const)
    checkSwitch(settings, [key], bad, 'the agent acts unasked');
  if (field(settings.root, 'http.proxyStrictSSL')?.value === false) {
    const node = field(settings.root, 'http.proxyStrictSSL')!;
    config.finding(
      'agent/tls-off',
      node.span,
      'http.proxyStrictSSL: certificates are not checked, in any request of VS Code and its extensions',
      { fix: fixOf(config, 'Set it to true', node.whole, 'true') },
    );
  }
  checkTrust(settings);
  if (foreign) checkPrograms(settings);
  checkSchemas(settings);
  checkOverrides(settings);
}

function checkTerminalList(config: ConfigLook, key: string): void {
  for (const { name, node } of field(config.root, key)?.fields ?? []) {
    const approves = node.value === true || field(node, 'approve')?.value === true;
    if (!approves) continue;
    if (/^(?:\*|\/\^?\.?[*+]\$?\/[a-z]*|\/\^?\(?\.\*\)?\$?\/[a-z]*|\/(?:\^|\$)?\/[a-z]*)$/.test(name))
      config.approval(node, `${key}: every command runs unasked`, { fix: 'false' });
    else if (
      config.foreign &&
      /^\/?\^?(?:rm|sudo|curl|wget|bash|sh|zsh|eval|powershell|pwsh|chmod|dd|ssh|scp|nc)\b/.test(name)
    )
      config.approval(node, `${key}: ${name.slice(0, 30)} runs unasked`, { fix: 'false', level: 'high' });
  }
}

/** What a repository must not say of itself; in the person's own settings the same is the person's. */
function checkTrust(config: ConfigLook): void {
  const trust: readonly (readonly [string, unknown, string])[] = [
    ['security.workspace.trust.enabled', false, 'no folder is asked about any more'],
    ['security.workspace.trust.untrustedFiles', 'open', 'files of strangers open as trusted ones'],
    ['task.allowAutomaticTasks', 'on', 'its tasks run as soon as it is opened'],
  ];
  for (const [key, bad, why] of trust) {
    const node = field(config.root, key);
    if (node?.value !== bad) continue;
    if (config.foreign)
      config.finding('agent/self-trust', node!.span, `${key}: ${why}`, { fix: advice('Take it out') });
    else
      config.finding('agent/auto-approve', node!.span, `${key}: ${why}`, {
        level: 'medium',
        fix: advice('Take it out'),
      });
  }
}

const programs =
  /^(?:php\.(?:validate\.)?executablePath|phpunit\.(?:php|phpunit)|git\.path|terminal\.integrated\.(?:automationProfile|profiles|shell|automationShell)\.\w+|eslint\.(?:runtime|nodePath)|npm\.packageManager|python\.(?:pythonPath|condaPath|poetryPath|pipenvPath)|go\.(?:alternateTools|goroot|toolsGopath)|rust-analyzer\.(?:server\.path|cargo\.buildScripts\.overrideCommand|check\.overrideCommand|rustfmt\.overrideCommand)|clangd\.path|C_Cpp\.(?:clang_format_path|clang_tidy_path)|cmake\.cmakePath|deno\.path|dart\.(?:sdkPath|flutterSdkPath)|ruby\.\w*Path|lua\.\w*path|Lua\.(?:runtime|misc)\.\w*(?:path|executable)\w*|[\w.-]+\.(?:executable(?:Path)?|serverPath|server\.path|binaryPath|interpreterPath|commandPath|linterPath))$/i;

/** A setting that names a program which an extension starts; the project's own tools are no matter. */
function checkPrograms(config: ConfigLook): void {
  for (const { name, node } of config.root.fields) {
    if (!programs.test(name)) continue;
    for (const { node: one } of walk(node)) {
      const path = textIn(one) ?? '';
      if (
        !/[\\/]/.test(path) ||
        /(?:^|[\\/])(?:node_modules|\.?venv|\.virtualenv|env|vendor\/bin)[\\/]|^\/(?:usr|bin|opt)\//.test(path)
      )
        continue;
      config.finding('agent/remote-schema', one.span, `${name} names a program that is started when a file is opened`, {
        fix: advice('Take it out, or check the program'),
      });
    }
  }
}

/** Schemas that are fetched from where a stranger may read what is asked for. */
function checkSchemas(config: ConfigLook): void {
  if (!config.foreign) return;
  const lists = [
    field(config.root, 'json.schemas')?.items.map(it => field(it, 'url')) ?? [],
    field(config.root, 'yaml.schemas')?.fields.map(it => ({
      ...it.node,
      kind: 'text' as const,
      value: it.name,
      span: it.key,
    })) ?? [],
  ].flat();
  for (const node of lists) {
    const address = readAddress(textIn(node) ?? '');
    if (node && address && !isSchemaAddress(address))
      config.finding('agent/remote-schema', node.span, `a schema of ${address.host} is fetched when a file is opened`, {
        fix: advice('Keep the schema in the repository'),
      });
  }
}

/** Copilot's own test switches, and variables of every terminal. */
function checkOverrides(config: ConfigLook): void {
  const { root } = config;
  const advanced = field(root, 'github.copilot.advanced');
  for (const key of ['debug.overrideProxyUrl', 'debug.overrideCapiUrl', 'debug.overrideEngine']) {
    const node = field(advanced, key) ?? field(root, `github.copilot.advanced.${key}`);
    if (node)
      checkEnvironment(config, [{ name: 'OPENAI_BASE_URL', node, key: node.span }], `github.copilot.advanced ${key}`);
  }
  for (const { name, node } of root.fields) {
    if (/^terminal\.integrated\.env\.\w+$/.test(name)) checkEnvironment(config, node.fields, name);
    if (name === 'claudeCode.environmentVariables')
      checkEnvironment(
        config,
        node.items.flatMap(it => pair(it)),
        name,
      );
    if (
      /^[\w.-]+\.(?:baseUrl|apiBase|endpoint|customEndpoint|ollamaBaseUrl|openAiBaseUrl)$/i.test(name) &&
      /copilot|claude|openai|anthropic|gemini|cline|roo|continue|codex|cody|llm|chat/i.test(name)
    )
      checkEnvironment(config, [{ name: 'OPENAI_BASE_URL', node, key: node.span }], name);
  }
  modelItem(config, field(root, 'github.copilot.chat.defaultModel'));
}

function pair(node: ConfigNode) {
  const value = field(node, 'value');
  return value ? [{ name: textIn(field(node, 'name')) ?? '', node: value, key: value.span }] : [];
}
