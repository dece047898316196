import assert from 'node:assert/strict';
import { applyForeignComments } from '../../src/core/foreignComments';
import type { Decision } from '../../src/core/model';
import { leastCpuTime } from '../cpuTime';
import { madeDecision } from './madeFinding';

describe("other scanners' comments", () => {
  it('let go the secret on their line, or where they say', () => {
    const texts: [text: string, lets: boolean][] = [
      ['key=V // gitleaks:allow', true],
      ['key=V # betterleaks:allow', true],
      ['key=V # trufflehog:ignore', true],
      ['key=V # kingfisher:ignore', true],
      ['key=V # pragma: allowlist secret', true],
      ['key=V // pragma: whitelist secret', true],
      ['# pragma: allowlist nextline secret\nkey=V', true],
      ['key=V # ggignore', true],
      ['key=V # nosec B105', true],
      ['key=V # nosec: B101, B106', true],
      ['key=V # noqa: S105', true],
      ['key=V # noqa: E501,S106', true],
      ['key=V // secretlint-disable-line', true],
      ['// secretlint-disable-next-line\r\nkey=V', true],
      ['// secretlint-disable-next-line @secretlint/secretlint-rule-github -- why\nkey=V', true],
      ['/* secretlint-disable */\na\nkey=V\n/* secretlint-enable */', true],
      ['/* secretlint-disable */\na\nkey=V', true],
      ['// secretlint-disable-next-line @secretlint/secretlint-rule-slack\nkey=V', false],
      ['/* secretlint-disable */\na\n/* secretlint-enable */\nkey=V', false],
      ['key=V\n/* secretlint-disable */', false],
      ['# gitleaks:allow\nkey=V', false],
      ['key=V\n# gitleaks:allow', false],
      ['# pragma: allowlist nextline secret\n\nkey=V', false],
      ['key=V # nosec', false],
      ['key=V # nosec B101', false],
      ['key=V # noqa: E501', false],
      ['key=V # noqa', false],
      ['key=V # biggignored', false],
      ['key=V # gitleaks:allowed', true],
    ];
    for (const [text, lets] of texts) {
      const start = text.indexOf('=V') + 1;
      const [decision] = applyForeignComments(text, [madeDecision(start, start + 1)]);
      assert.equal(decision?.action, lets ? 'allow' : 'warn', text);
      if (lets) assert.match(decision?.suppressed ?? '', /^a comment accepts it: \S/);
    }
  });

  it('let go neither personal data nor the value that they stand in', () => {
    const text = 'key="gitleaks:allow"';
    assert.equal(applyForeignComments(text, [madeDecision(5, 19)])[0]?.action, 'warn');
    const pii = madeDecision(0, 3);
    const personal = { ...pii, finding: { ...pii.finding, kind: 'pii' } } as Decision;
    assert.equal(applyForeignComments('abc gitleaks:allow', [personal])[0]?.action, 'warn');
  });

  it('take time in proportion to the text', () => {
    for (const part of ['gitleaks:allow ', 'secretlint-disable ', 'nosec ', 'noqa: ', '@secretlint/secretlint-rule-']) {
      const text = `secretlint-disable${part.repeat(200_000)}`;
      assert.ok(leastCpuTime(1500, () => applyForeignComments(text, [madeDecision(0, 1)])) < 1500, part);
    }
  }).timeout(60_000);
});
