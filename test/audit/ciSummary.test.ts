import assert from 'node:assert/strict';
import { ciJson } from '../../src/audit/ciJson';
import { ciSummary } from '../../src/audit/ciSummary';
import { type CiRun, type GateResult, gates } from '../../src/core/ciRun';
import type { ReportedFinding } from '../../src/core/report';

const finding: ReportedFinding = {
  ...{ detector: 'secret/github-token', kind: 'secret', title: 'GitHub token', severity: 'error', tier: 'certain' },
  ...{ reason: 'the prefix', fingerprint: 'a', file: 'src/<img src=x>.ts', start: 0, end: 1 },
  ...{ line: 3, column: 1, endLine: 3, endColumn: 2 },
};
const none = (gate: GateResult['gate']): GateResult => ({ gate, reports: [], refusals: [], unable: [], notes: [] });
const run = (more: Partial<GateResult> = {}, whole: Partial<CiRun> = {}): CiRun => ({
  gates: gates.map(gate => (gate === 'secrets' ? { ...none(gate), ...more } : none(gate))),
  ...{ failOn: 'warning', policyChanges: [], approvers: [], ...whole },
});
const found = { reports: [{ file: 'a', path: 'a', findings: [finding], faults: [] }] };

describe('the summary of the gates', () => {
  it('says what blocks, why it matters, what to do and who may decide otherwise', () => {
    const told = ciSummary(run(found, { approvers: ['ada'], base: { name: 'main', commit: '0123456789abcdef' } }));
    for (const part of [
      /❌ This is blocked/,
      /since <code>main<\/code> \(0123456789\)/,
      /Why it matters/,
      /What to do:.*worthless/,
      /ada may waive/,
    ])
      assert.match(told, part);
    assert.match(ciSummary(run()), /✅ This may go ahead/);
    assert.match(ciSummary(run(found)), /Nobody is named who may waive/);
    assert.match(
      ciSummary(run({ unable: [{ code: 'unreadable', message: 'gone', where: 'a.ts' }] })),
      /⛔ This is blocked: not everything could be checked/,
    );
    assert.match(
      ciSummary(run({ skipped: { gate: 'secrets', reason: 'late', owner: 'eve' } })),
      /⚠️ This may go ahead, but 1 check was skipped[\s\S]*eve: late/,
    );
    assert.match(ciSummary(run({}, { policyChanges: ['.vscode/settings.json'] })), /also changes its own rules/);
  });

  it('lets nobody write into it: names of files are no Markdown and no HTML', () => {
    const hostile = 'x | [a](https://evil.example) @team `b` \u001b[31m </code><script>';
    const told = ciSummary(
      run({ ...found, refusals: [hostile], notes: [hostile] }, { policyChanges: [hostile], approvers: [hostile] }),
    );
    assert.doesNotMatch(told, /<img|<script|\]\(|@team/);
    assert.ok(!told.includes('\u001b'));
    assert.match(told, /src\/&#60;img src=x&#62;\.ts:3/);
  });

  it('shortens what is long, and says by how much', () => {
    const findings = Array.from({ length: 1000 }, (_, line) => ({ ...finding, line }));
    const told = ciSummary(run({ reports: [{ file: 'a', path: 'a', findings, faults: [] }] }));
    assert.match(told, /and 975 more/);
    assert.ok(told.length < 20_000);
  });

  it('has everything in JSON, without values', () => {
    const told = JSON.parse(ciJson(run(found)));
    assert.deepEqual([told.exitCode, told.gates.length, told.gates[0].state], [1, gates.length, 'blocked']);
    assert.deepEqual([told.gates[0].findings[0].line, told.gates[0].accepted], [3, 0]);
  });
});
