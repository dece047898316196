import { type ConfigLook, lookAtConfig } from './configFile';
import type { ConfigField, ConfigNode } from './configNode';
import { field, textIn, textNodes, walk } from './configTree';
import { skipsPermission, startsAgent } from './dangers';
import { advice, type Look } from './look';

/** A workflow of GitHub Actions: whether text of strangers reaches an AI agent that has rights or secrets. */
export function lookAtWorkflow(look: Look): void {
  lookAtConfig(look, readWorkflow, { secretsWithin: () => [] });
}

const strangersEvents = new Set([
  'issues',
  'issue_comment',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
  'discussion',
  'discussion_comment',
  'workflow_run',
  'fork',
  'watch',
]);

function readWorkflow(config: ConfigLook): void {
  const { root } = config;
  // YAML 1.1 takes a bare `on` for true; the library does not.
  const on = field(root, 'on') ?? field(root, 'true');
  const events = on?.kind === 'table' ? on.fields.map(it => it.name) : textNodes(on).map(it => textIn(it) ?? '');
  const open = events.filter(it => strangersEvents.has(it));
  const all = field(root, 'permissions');
  if (textIn(all) === 'write-all') tellWriteAll(config, all!);
  for (const { name, node: job } of field(root, 'jobs')?.fields ?? []) {
    const own = field(job, 'permissions');
    if (textIn(own) === 'write-all') tellWriteAll(config, own!);
    readJob(config, { name, job, open, permissions: own ?? all });
  }
}

function tellWriteAll(config: ConfigLook, { span }: ConfigNode): void {
  config.finding('agent/wide-permissions', span, 'write-all gives every step all rights to the repository', {
    fix: advice('Name the rights that it needs, such as contents: read'),
  });
}

interface Job {
  readonly name: string;
  readonly job: ConfigNode;
  readonly open: readonly string[];
  readonly permissions: ConfigNode | undefined;
}

function readJob(config: ConfigLook, { name, job, open, permissions }: Job): void {
  const steps = field(job, 'steps')?.items ?? [];
  const agents = steps.filter(isAgentStep);
  for (const step of steps) {
    const run = field(step, 'run');
    const flag = run && skipsPermission(textIn(run) ?? '');
    if (flag && agents.length > 0 && open.length === 0)
      config.finding('agent/auto-approve', run.span, `${flag} lets an AI agent act without being asked`, {
        level: 'medium',
      });
  }
  if (agents.length === 0) return;
  const item = config.item('workflow', name, (field(job, 'name') ?? job).span, {
    scopes: { permissions: rightsOf(permissions) },
  });
  if (open.length === 0 || isGuarded(job, agents)) return;
  for (const step of agents) {
    const untrusted = untrustedIn(step, job);
    if (!untrusted) continue;
    const rights = [...writesOf(permissions), ...secretsOf(step, job)];
    const free = actsFreely(step);
    if (rights.length === 0 && !free) continue;
    const what = rights.length > 0 ? `has ${rights.slice(0, 4).join(', ')}` : 'may run commands unasked';
    config.finding(
      'agent/untrusted-workflow',
      untrusted.span,
      `on ${open.slice(0, 3).join(', ')} anybody's text ${untrusted.how} an agent that ${what}`,
      {
        item,
        fix: advice(
          'Give that job contents: read and no secrets but the model’s key, or let it run only for people with write access',
        ),
      },
    );
  }
}

const agentActions =
  /^(?:anthropics\/claude-code(?:-base)?-action|google-github-actions\/run-gemini-cli|google-gemini\/gemini-cli-action|openai\/codex-action|actions\/ai-inference|cline\/[\w-]+|sst\/opencode(?:\/github)?|anomalyco\/opencode(?:\/github)?|cursor\/[\w-]+|qodo-ai\/pr-agent|coderabbitai\/[\w-]+|aws-actions\/[\w-]*q[\w-]*|github\/copilot[\w-]*|block\/goose[\w-]*|aaif-goose\/[\w-]+|continuedev\/[\w-]+|augmentcode\/[\w-]+|factory-ai\/[\w-]+|warpdotdev\/[\w-]+)(?:@|\/|$)/i;

function isAgentStep(step: ConfigNode): boolean {
  return (
    agentActions.test(textIn(field(step, 'uses')) ?? '') ||
    startsAgent(textIn(field(step, 'run')) ?? '') ||
    skipsPermission(textIn(field(step, 'run')) ?? '') !== undefined
  );
}

/** What anybody can write: titles, bodies, names of branches, commit messages. */
const strangersText =
  /\$\{\{[^}]{0,300}\bgithub\.(?:event\.(?:issue|pull_request|comment|review|discussion|head_commit|workflow_run)\.[\w.*]{0,80}(?:title|body|ref|label|message|name|email|head_branch)\b|head_ref\b|event\.comment\b|event\.issue\b\s*\}|event\s*\})/;

function untrustedIn(step: ConfigNode, job: ConfigNode): { span: ConfigNode['span']; how: string } | undefined {
  const named = variablesWithText(field(job, 'env')?.fields ?? []).concat(
    variablesWithText(field(step, 'env')?.fields ?? []),
  );
  for (const { node } of walk(step)) {
    const text = textIn(node) ?? '';
    if (strangersText.test(text)) return { span: node.span, how: 'becomes part of what is said to' };
    if (named.some(it => text.includes(`$${it}`) || text.includes(`\${${it}}`) || text.includes(`env.${it}`)))
      return { span: node.span, how: 'is given to' };
  }
  const users =
    field(step, 'with', 'allowed_non_write_users') ??
    field(step, 'with', 'allow-users') ??
    field(step, 'with', 'allowed_bots');
  if (users && textIn(users) === '*') return { span: users.span, how: 'is read by' };
  const run = field(step, 'run');
  if (run && /\bgh\s+(?:issue|pr)\s+view\b/.test(textIn(run) ?? '')) return { span: run.span, how: 'is fetched for' };
  return undefined;
}

function variablesWithText(fields: readonly ConfigField[]): string[] {
  return fields.filter(it => strangersText.test(textIn(it.node) ?? '')).map(it => it.name);
}

/** Only people who may write anyway: a condition on the association, or on a team. */
function isGuarded(job: ConfigNode, agents: readonly ConfigNode[]): boolean {
  const guarded = (node: ConfigNode) =>
    /author_association|github\.actor\s*==|user\.login\s*==|github\.triggering_actor\s*==|head\.repo\.full_name\s*==\s*github\.repository|head\.repo\.fork\s*==\s*false|!\s*github\.event\.pull_request\.head\.repo\.fork/.test(
      String(field(node, 'if')?.value ?? ''),
    );
  return guarded(job) || agents.every(guarded);
}

function rightsOf(permissions: ConfigNode | undefined): string[] {
  if (!permissions) return [];
  return permissions.kind === 'text'
    ? [String(permissions.value)]
    : permissions.fields.map(it => `${it.name}: ${textIn(it.node) ?? ''}`);
}

/** Rights to change something. Without `permissions` a token has what the repository gives by default, which may be all. */
function writesOf(permissions: ConfigNode | undefined): string[] {
  if (!permissions) return ["the repository's default rights"];
  return rightsOf(permissions).filter(it => it === 'write-all' || (/: write$/.test(it) && !it.startsWith('id-token')));
}

/** Secrets besides the key to the model itself and GitHub's own token, whose rights are judged by themselves. */
function secretsOf(step: ConfigNode, job: ConfigNode): string[] {
  const names = new Set<string>();
  for (const place of [step, field(job, 'env')])
    if (place)
      for (const { node } of walk(place))
        for (const [, name = ''] of (textIn(node) ?? '').matchAll(/\bsecrets\.(\w{1,80})/g)) names.add(name);
  return [...names]
    .filter(
      it =>
        !/^(?:GITHUB_TOKEN|(?:ANTHROPIC|OPENAI|GEMINI|GOOGLE|CLAUDE|CURSOR|OPENROUTER|AZURE_OPENAI|MISTRAL|XAI|GROQ|DEEPSEEK)\w*(?:KEY|TOKEN|CREDENTIALS?))$/i.test(
          it,
        ),
    )
    .map(it => `secret ${it}`);
}

function actsFreely(step: ConfigNode): boolean {
  for (const { node } of walk(step)) {
    const text = textIn(node) ?? '';
    if (
      skipsPermission(text) ||
      /\bBash(?:\(\*?\))?(?=[,"'\s]|$)|"sandbox":\s*"danger-full-access"|^danger-full-access$|bypassPermissions/i.test(
        text,
      )
    )
      return true;
  }
  return false;
}
