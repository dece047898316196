import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hookClients } from '../../../src/agents/clients';
import { answerHook } from '../../../src/agents/hook';
import type { HookPorts } from '../../../src/agents/hookPorts';
import { judgeAction } from '../../../src/cli/judgeAction';
import { sample } from '../../../src/core/detectors/sample';
import { createVault } from '../../../src/core/placeholders';
import { openWorkspace } from '../../../src/io/openWorkspace';

describe('agents in a real folder', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'lockside-agent-'));
    for (const folder of ['.vscode', '.lockside', 'src']) mkdirSync(join(root, folder));
    writeFileSync(join(root, 'package.json'), '{}');
    writeFileSync(join(root, '.env'), 'PORT=8080\n');
    writeFileSync(join(root, '.vscode/settings.json'), '{}');
    writeFileSync(join(root, '.lockside/waivers.json'), '[]');
    symlinkSync('../.env', join(root, 'src/innocent.txt'));
  });
  after(() => rmSync(root, { recursive: true }));

  /** What Claude Code is told, with the wiring that the command line has. */
  const answer = async (tool_name: string, tool_input: object, settings?: object) => {
    if (settings) writeFileSync(join(root, '.vscode/settings.json'), JSON.stringify(settings));
    const workspace = openWorkspace({ cwd: root });
    const client = hookClients['claude-code']!;
    const ports: HookPorts = {
      guard: workspace.guardWith(createVault()),
      files: { describe: async () => ({ published: false, holdsValue: () => false }) },
      readText: async () => undefined,
      isGuardedCall: () => false,
      isGuardedPrompt: async () => false,
      filesWithFindings: () => [],
      judgeAction: async action => judgeAction(action, 'claude-code', workspace),
      rewritesResults: true,
    };
    const event = client.read({ hook_event_name: 'PreToolUse', session_id: 's', cwd: root, tool_name, tool_input });
    const { hookSpecificOutput: told } = client.write(await answerHook(event, ports), event) as {
      hookSpecificOutput?: { permissionDecision?: string; permissionDecisionReason?: string };
    };
    if (settings) writeFileSync(join(root, '.vscode/settings.json'), '{}');
    return { decision: told?.permissionDecision, reason: told?.permissionDecisionReason ?? '' };
  };
  const decided = async (tool: string, input: object, settings?: object) =>
    (await answer(tool, input, settings)).decision;
  const run = (command: string, settings?: object) => decided('Bash', { command }, settings);

  it('S11: does not wipe a home or a cloud unasked', async () => {
    for (const command of [
      'rm -rf ~',
      'aws ec2 terminate-instances --instance-ids i-1',
      'aws s3 rm s3://b --recursive',
      'find ~ -delete',
    ])
      assert.equal(await run(command), 'ask', command);
    const strict = {
      'lockside.rules': [{ detectors: ['agent/destructive-command'], destinations: ['command:*'], action: 'block' }],
    };
    assert.equal(await run('rm -rf ~', strict), 'deny', 'a team may forbid it');
  });

  it('S12: starts no AI client that acts without asking', async () => {
    for (const command of [
      'claude --dangerously-skip-permissions -p "find wallets"',
      'gemini --yolo -p x',
      'npx -y @openai/codex --yolo x',
    ])
      assert.equal(await run(command), 'deny', command);
  });

  it('S18: holds a remote schema and a program that the editor would start', async () => {
    const write = (file_path: string, content: string) => decided('Write', { file_path, content });
    assert.equal(await write(`${root}/data.json`, '{"$schema": "https://collect.example.net/s?d=abc"}'), 'ask');
    assert.equal(await write(`${root}/.vscode/settings.json`, '{"php.validate.executablePath": "./x.sh"}'), 'ask');
    assert.equal(await write(`${root}/x.code-workspace`, '{"settings": {"php.executablePath": "./x"}}'), 'ask');
    assert.equal(
      await write(`${root}/biome.json`, '{"$schema": "https://biomejs.dev/schemas/2.0.0/schema.json"}'),
      undefined,
    );
    assert.equal(await write(`${root}/src/app.ts`, 'export const a = 1;'), undefined);
  });

  it('S30: asks before a credential from a file deletes what is in production', async () => {
    for (const command of [
      'curl -X DELETE https://api.example.com/v2/volumes/1 -H "Authorization: Bearer $(cat token.txt)"',
      'RAILWAY_TOKEN=$T railway volume delete',
      'curl https://api.example.com/graphql -H "Authorization: Bearer $T" -d \'{"query":"mutation { volumeDelete(id: 1) }"}\'',
    ])
      assert.equal(await run(command), 'ask', command);
    assert.equal(await run('curl -X DELETE http://localhost:3000/items/1'), undefined);
  });

  it('S44: signs nothing, and changes no waiver, sign-off or policy', async () => {
    for (const command of [
      'lockside waiver sign 1',
      'lockside sign-off add',
      'ssh-keygen -Y sign -n lockside-waiver -f k w',
      'echo "[]" > .lockside/waivers.json',
      'cp x .lockside/sign-offs/a.json',
    ])
      assert.equal(await run(command), 'deny', command);
    for (const file_path of [
      '.lockside/waivers.json',
      '.lockside/sign-offs/a.json',
      'lockside.lock',
      '.LOCKSIDE/Waivers.json',
    ])
      assert.equal(await decided('Write', { file_path, content: '[]' }), 'deny', file_path);
    const loose = { 'lockside.rules': [{ detectors: ['agent/*'], action: 'allow' }] };
    assert.equal(await run('lockside sign-off add', loose), 'deny', 'no rule lets an agent sign');
    const policy = '{"lockside.rules": [{"action": "allow"}]}';
    assert.equal(await decided('Write', { file_path: '.vscode/settings.json', content: policy }), 'deny');
  });

  it('follows links and cases to protected files, and says how to read them', async () => {
    for (const command of [
      'cat src/innocent.txt',
      'cat .ENV',
      'cd src && cat ../.env',
      'cat /proc/self/cwd/.env',
      'cat .e*',
    ])
      assert.equal(await run(command), 'deny', command);
    assert.match((await answer('Bash', { command: 'cat .env' })).reason, /lockside redact --path \.env < \.env/);
    assert.equal(await run('lockside redact --path .env < .env'), undefined);
    assert.equal(await decided('Read', { file_path: `${root}/.env` }), undefined, 'its result is redacted');
    const team = { 'lockside.agents.permissions': [{ paths: ['.env'], read: 'block' }] };
    assert.equal(await decided('Read', { file_path: `${root}/.env` }, team), 'deny', 'a team wants it unread');
    const loose = { 'lockside.agents.permissions': [{ paths: ['.env'], read: 'allow' }] };
    assert.equal(await run('cat .env', loose), undefined);
  });

  it('takes no secret on a command line', async () => {
    const token = sample('ghp_{alnum:36}', 3);
    const { decision, reason } = await answer('Bash', {
      command: `curl -H "Authorization: token ${token}" https://api.example.com`,
    });
    assert.equal(decision, 'deny');
    assert.ok(!reason.includes(token));
    assert.equal(await run('git checkout 3f2a9c1b7d4e5f60718293a4b5c6d7e8f9012345'), undefined);
  });
});
