import assert from 'node:assert/strict';
import { looksRandom } from '../../../src/core/detectors/looksRandom';
import { sample } from '../../../src/core/detectors/sample';
import { heads, shape } from '../../../src/core/detectors/shape';

/** Facts, and templates of `sample()` that match them whole or not. */
const cases: readonly [facts: string, matching: readonly string[], other: readonly string[]][] = [
  ['{hex:8}', ['{hex:8}'], ['{hex:7}', '{hex:9}', '{hex:7}g']],
  ['pk_{alnum:4-6}', ['pk_{alnum:4}', 'pk_{alnum:6}'], ['pk_{alnum:3}', 'pk_{alnum:7}', 'sk_{alnum:4}']],
  ['(live|test)_{digit:3}', ['live_{digit:3}', 'test_{digit:3}'], ['prod_{digit:3}', '_{digit:3}']],
  ['a.{lower:3} | {upper:3}', ['a.{lower:3}', '{upper:3}'], ['ab{lower:3}', '{lower:3}']],
  ['{base64:6}==', ['{base64:6}=='], ['{base64:6}=', '{base64:6}===']],
  ['{uuid}', ['{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}'], ['{hex:32}', '{HEX:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}X']],
];

describe('shape', () => {
  for (const [facts, matching, other] of cases) {
    it(`reads ${facts}`, () => {
      const whole = new RegExp(`^${shape(facts).source}$`);
      for (const template of matching) assert.match(sample(template, 3), whole);
      for (const template of other) assert.doesNotMatch(sample(template, 3), whole);
    });
  }

  it('gives what values begin with, and the mark inside', () => {
    assert.deepEqual(heads('SK_(live|test)_{hex:4}'), ['sk_live_', 'sk_test_']);
    assert.deepEqual(shape('{alnum:10}msh{alnum:4}').mark, { word: 'msh', lead: 10 });
    assert.equal(shape('{hex:4}').mark, undefined);
  });

  it('refuses an alphabet that does not exist', () => {
    assert.throws(() => shape('{klingon:4}'));
  });
});

describe('looksRandom', () => {
  it('tells chance from words', () => {
    for (let seed = 1; seed < 50; seed++) {
      for (const template of ['{alnum:32}', '{base64url:43}', '{lowernum:40}', '{hex:32}']) {
        assert.ok(looksRandom(sample(template, seed)), template);
      }
    }
    for (const words of ['createAuthTokenHandlers', 'a_long_snake_case_name_2', 'InternationalizationOptions']) {
      assert.ok(!looksRandom(words), words);
    }
  });
});
