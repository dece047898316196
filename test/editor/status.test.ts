import assert from 'node:assert/strict';
import { type StatusFacts, statusOf } from '../../src/editor/coverage/status';

const quiet: StatusFacts = {
  ready: true,
  trusted: true,
  paused: false,
  settingsFaults: 0,
  unguarded: false,
  open: 0,
  unproven: false,
  findings: 0,
};

const say = (message: string, ...values: unknown[]) =>
  message.replace(/\{(\d)\}/g, (_, index) => String(values[index]));

const cases: [Partial<StatusFacts>, string][] = [
  [{ ready: false }, 'Lockside'],
  [{}, 'Guarded'],
  [{ findings: 7 }, 'Guarded 7'],
  [{ open: 3 }, '3 open'],
  [{ open: 3, findings: 12_345 }, '3 open 99+'],
  [{ unproven: true }, 'Ready'],
  [{ paused: true, open: 3 }, 'Paused'],
  [{ trusted: false, paused: true }, 'Limited'],
  [{ settingsFaults: 1, trusted: false }, 'Settings'],
  [{ unguarded: true, settingsFaults: 1, paused: true }, 'Unguarded'],
];

describe('status', () => {
  for (const [facts, expected] of cases) {
    it(expected, () => {
      const { text, says, alarm } = statusOf({ ...quiet, ...facts }, say);
      const letters = text.replace(/\$\([^)]+\) ?/g, '').trim();
      assert.equal(letters, expected);
      assert.ok(letters.length <= 12, `${letters.length} letters`);
      assert.match(says, /\.$/);
      assert.equal(alarm, facts.unguarded ?? false);
    });
  }
});
