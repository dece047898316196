import assert from 'node:assert/strict';
import { judgeTold } from '../../../src/core/judge/judgeTold';
import { leastCpuTime } from '../../cpuTime';

describe('judgeTold', () => {
  for (const value of ['read-only', 'my_long.name4you-and2more', 'x86-64bit', 'AlreadyDone', 'l’homme'])
    it(`takes ${value} for words`, () => assert.equal(judgeTold(value), undefined));

  for (const word of ['abcdefghij-', 'a1bcd.', 'aaaaaaaaaaaaaaaaaaaa_', 'a.b', '1-', 'x/', 'ab(', '\\a', "l'a"])
    it(`judges many ${word} in time that grows with them`, () => {
      const value = `${word.repeat(400).slice(0, 398)}!`;
      assert.ok(leastCpuTime(200, () => judgeTold(value)) < 200);
    });
});
