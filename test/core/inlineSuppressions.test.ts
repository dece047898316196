import assert from 'node:assert/strict';
import { applyInline } from '../../src/core/inlineSuppressions';
import type { Decision } from '../../src/core/model';
import { madeDecision } from './madeFinding';

const today = '2026-06-15';

describe('inline suppressions', () => {
  it('let go what they name, with a reason, for as long as they hold', () => {
    const texts: [string, boolean, RegExp?][] = [
      ['key=V // lockside:ignore secret/x used in a test only', true],
      ['key=V # lockside:ignore secret/* fine until 2026-06-15', true],
      ['key=V <!-- lockside:ignore * fine here -->', true],
      ['/* lockside:ignore-next-line secret/x fine here */\nkey=V', true],
      ['/* lockside:ignore-next-line secret/x fine here */\r\nkey=V', true],
      ['/* lockside:ignore-next-line secret/x fine here */\rkey=V', true],
      ['# lockside:ignore secret/x fine here\nkey=V', false],
      ['# lockside:ignore-next-line secret/x fine here\n\nkey=V', false],
      ['key=V # lockside:ignore-next-line secret/x fine here', false],
      ['key=V # lockside:ignore secret/other fine here', false],
      ['key=V # lockside:ignore pii/* fine here', false],
      ['key=V # lockside:ignored secret/x fine here', false],
      ['key=V # lockside:ignore', false, /^1:9 .*needs a detector first/],
      ['key=V # lockside:ignore because I say so', false, /needs a detector first/],
      ['key=V # lockside:ignore secret/x', false, /gives no reason/],
      ['key=V <!-- lockside:ignore secret/x -->', false, /gives no reason/],
      ['key=V # lockside:ignore secret/x ok', false, /gives no reason/],
      ['key=V # lockside:ignore secret/x until 2027-01-01', false, /gives no reason/],
      ['key=V # lockside:ignore secret/x fine until 2026-06-14', false, /expired on 2026-06-14/],
      ['key=V /* lockside:ignore secret/x fine until 2026-06-14 */', false, /expired on 2026-06-14/],
      ['key=V # lockside:ignore secret/x fine until tomorrow', false, /YYYY-MM-DD/],
      ['key=V # lockside:ignore secret/x fine until 2026-13-01', false, /YYYY-MM-DD/],
    ];
    for (const [text, lets, fault] of texts) {
      const { decisions, faults } = applyInline(text, [decisionAt(text.indexOf('=V') + 1)], today);
      assert.deepEqual(
        decisions.map(({ action, suppressed }) => [action, suppressed !== undefined]),
        [[lets ? 'allow' : 'warn', lets]],
        text,
      );
      assert.deepEqual(
        faults.map(({ code }) => code),
        fault ? ['suppression'] : [],
        text,
      );
      if (fault) assert.match(`${faults[0]!.where} ${faults[0]!.message}`, fault);
    }
  });

  it('never print what a report leaves out', () => {
    const text = 'key=1 # lockside:ignore secret/x it is V';
    const { decisions, faults } = applyInline(text, [decisionAt(text.indexOf('V'))], today);
    assert.equal(decisions[0]!.action, 'warn');
    assert.match(faults[0]!.message, /itself holds a finding/);
  });

  it('leave other texts as they are', () => {
    const decisions = [decisionAt(0)];
    assert.equal(applyInline('V', decisions, today).decisions, decisions);
  });
});

function decisionAt(start: number): Decision {
  return madeDecision(start, start + 1, 'secret/x');
}
