import assert from 'node:assert/strict';
import { type ClientFacts, clientRows } from '../../src/editor/coverage/clientRows';
import {
  type CoverageFacts,
  type CoverageState,
  coverageRows,
  openCount,
  type WayOut,
} from '../../src/editor/coverage/coverage';

/** A window that was just opened: Copilot and a guarded model are there, nothing has been sent. */
const fresh: CoverageFacts = {
  trusted: true,
  onDisk: true,
  guardedModels: ['Lockside: One'],
  lastPrompt: undefined,
  unguardedModels: 'warn',
  hookCalls: 0,
  useHooks: true,
  managedHooksOnly: false,
  chatInputSeen: true,
  copilotInstalled: true,
  inlineSuggest: true,
  copilotEnable: { '*': true, plaintext: false },
  nextEdits: true,
  implicitContext: 'always',
};

const say = (message: string, ...values: unknown[]) =>
  message.replace(/\{(\d)\}/g, (_, index) => String(values[index]));

type Expected = Partial<Record<WayOut, CoverageState>>;

const cases: [string, Partial<CoverageFacts>, Expected][] = [
  ['nothing sent yet', {}, { chatInput: 'partly', model: 'unproven', hooks: 'unproven', fileReads: 'unproven' }],
  ['the chat not opened', { chatInputSeen: false }, { chatInput: 'unproven' }],
  [
    'a guarded prompt',
    { lastPrompt: 'guarded' },
    { chatInput: 'guarded', model: 'guarded', fileReads: 'guarded', terminal: 'guarded', implicitContext: 'guarded' },
  ],
  [
    'an unguarded prompt, with hooks at work',
    { lastPrompt: 'unguarded', hookCalls: 2 },
    {
      chatInput: 'guarded',
      model: 'open',
      hooks: 'guarded',
      fileReads: 'guarded',
      terminal: 'partly',
      implicitContext: 'open',
    },
  ],
  ['an untrusted workspace', { trusted: false, hookCalls: 2 }, { hooks: 'open', fileReads: 'open', terminal: 'open' }],
  ['no disk', { onDisk: false }, { hooks: 'open' }],
  ['hooks turned off', { useHooks: false }, { hooks: 'open', fileReads: 'open', terminal: 'open' }],
  ['only managed hooks', { managedHooksOnly: true }, { hooks: 'open', fileReads: 'open' }],
  ['no chat model', { guardedModels: [] }, { model: 'unproven' }],
  ['ghost text by default', {}, { ghostText: 'open', nextEdits: 'open' }],
  [
    'ghost text off in .env',
    { copilotEnable: { '*': true, dotenv: false, properties: false, ini: false } },
    { ghostText: 'partly' },
  ],
  ['ghost text off everywhere', { copilotEnable: { '*': false } }, { ghostText: 'guarded' }],
  ['off everywhere but in .env', { copilotEnable: { '*': false, dotenv: true } }, { ghostText: 'open' }],
  ['no inline suggestions', { inlineSuggest: false }, { ghostText: 'guarded', nextEdits: 'guarded' }],
  ['no next edits', { nextEdits: false }, { nextEdits: 'guarded' }],
  ['no Copilot', { copilotInstalled: false }, { ghostText: 'unproven', nextEdits: 'guarded' }],
  ['no implicit context', { implicitContext: 'never', lastPrompt: 'unguarded' }, { implicitContext: 'guarded' }],
  ['other assistants', { lastPrompt: 'guarded', hookCalls: 9 }, { others: 'open' }],
];

describe('coverage', () => {
  for (const [name, facts, expected] of cases) {
    it(name, () => {
      const rows = coverageRows({ ...fresh, ...facts }, say);
      for (const [id, state] of Object.entries(expected)) {
        assert.equal(rows.find(row => row.id === id)?.state, state, id);
      }
    });
  }

  it('gives each row one sentence', () => {
    for (const [, facts] of cases) {
      for (const { id, why } of coverageRows({ ...fresh, ...facts }, say)) assert.match(why, /^[A-Z][^{}]*\.$/, id);
    }
  });

  it('counts what can be closed', () => {
    const rows = coverageRows({ ...fresh, lastPrompt: 'unguarded', useHooks: false }, say);
    assert.equal(openCount(rows), rows.filter(({ state }) => state === 'open').length - 1);
    for (const { id, state, outside, remedy } of rows)
      assert.ok(state !== 'open' || outside || remedy, `${id} offers nothing`);
  });

  it('turns completions off in .env files without touching other languages', () => {
    const { remedy } = coverageRows(fresh, say).find(({ id }) => id === 'ghostText')!;
    assert.ok(remedy?.kind === 'setting');
    assert.deepEqual(remedy.value, { '*': true, plaintext: false, dotenv: false, properties: false, ini: false });
  });
});

describe('coverage of other clients', () => {
  const client = { name: 'codex', title: 'Codex', setUp: 'hooks' } as const;
  const remedy = () => ({ kind: 'command' as const, label: 'Undo…', command: 'c', argument: 'codex' });
  const proofs: [string, ClientFacts, CoverageState][] = [
    ['not set up', { ...client, setUp: 'no' }, 'open'],
    ['set up, and no canary back yet', client, 'unproven'],
    ['set up, and it holds', { ...client, proof: { state: 'guarded', why: '' } }, 'guarded'],
    ['set up, and canaries got through', { ...client, proof: { state: 'not', why: 'hooks are not trusted' } }, 'open'],
    [
      'set up, and some got through',
      { ...client, proof: { state: 'partly', why: 'no hook for PreToolUse' } },
      'partly',
    ],
  ];
  for (const [name, facts, state] of proofs)
    it(name, () => {
      const [row] = clientRows([facts], remedy, say);
      assert.deepEqual([row?.id, row?.state, row?.title], ['client:codex', state, 'Codex in a terminal']);
      assert.match(row!.why, /^[A-Z][^{}]*\.$/);
      assert.ok(row!.why.includes(facts.proof?.why ?? ''));
    });
});
