import assert from 'node:assert/strict';
import { sample } from '../../../src/core/detectors/sample';
import { isDummy } from '../../../src/core/judge/judgeDummy';
import { judgeValue } from '../../../src/core/judge/judgeValue';

/** Words that a filler has and chance makes, once in some thousand tokens. */
const byChance = ['your', 'YoUr', 'xxXx', 'XXXX', 'Xxxx', 'dUMMY', '2222222'];

describe('a filler', () => {
  for (const word of byChance)
    it(`is not seen in what was drawn and has "${word}" by chance`, () => {
      for (let i = 0; i < 20; i++) {
        const token = sample(`npm_{alnum:16}${word}{alnum:16}`, i);
        assert.equal(isDummy(token), false, `${word} at try ${i}`);
      }
    });

  it('is not seen in a password with three crosses by chance', () => {
    assert.notEqual(judgeValue(sample('Gf62*{alnum:6}7QXXX{alnum:6}', 1)).shape, 'no');
  });

  for (const value of [
    `npm_${'x'.repeat(36)}`,
    'npm_yourTokenGoesHere',
    'npm_YOUR_TOKEN',
    'pypi-YourTokenFromPyPI2024',
    'npm_paste-your-token-here',
    'sk-xxxx-abcdefgh-xxxx',
    'npm_dummyTokenForTests2024',
    `npm_${'A1'.repeat(18)}`,
    `npm_Ab3d${'x'.repeat(28)}9kQz`,
    `xoxb-${'1'.repeat(12)}-${'2'.repeat(12)}-${'a'.repeat(24)}`,
  ])
    it(`is seen in ${value}`, () => assert.equal(isDummy(value), true));
});
