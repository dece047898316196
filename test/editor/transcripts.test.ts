import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { sample } from '../../src/core/detectors/sample';
import type { Exposure } from '../../src/core/exposure';

describe('Check AI Transcripts', () => {
  const home = mkdtempSync(join(tmpdir(), 'lockside-home-'));
  const names = ['HOME', 'USERPROFILE', 'CODEX_HOME', 'CLAUDE_CONFIG_DIR', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME'] as const;
  const usual = names.map(name => [name, process.env[name]] as const);
  // The person's own sessions are nobody's test data.
  before(() => {
    for (const name of names) process.env[name] = name === 'HOME' || name === 'USERPROFILE' ? home : '';
  });
  after(async () => {
    for (const [name, value] of usual)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    rmSync(home, { recursive: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('shows what left, where to and when, without the value', async () => {
    const token = sample('ghp_{alnum:30}{crc62:6}', 31);
    const file = join(home, '.codex/sessions/2026/11/02/rollout-1.jsonl');
    const payload = { type: 'message', role: 'user', content: [{ type: 'input_text', text: `TOKEN=${token}` }] };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ timestamp: '2026-11-02T10:00:00Z', type: 'response_item', payload })}\n`);
    const exposure = await vscode.commands.executeCommand<Exposure>('lockside.checkTranscripts');
    const one = exposure.exposed.find(({ client }) => client === 'codex');
    assert.equal(one?.direction, 'out');
    assert.equal(one?.first, Date.parse('2026-11-02T10:00:00Z'));
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.scheme, 'lockside-transcripts');
    assert.match(
      document.getText(),
      new RegExp(`### GitHub .*\\(${one!.fingerprint}\\)\\n\\n- Codex: left 1× to https://api\\.openai\\.com`),
    );
    assert.ok(!document.getText().includes(token));
  });
});
