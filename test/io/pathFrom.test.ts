import assert from 'node:assert/strict';
import { relative, resolve } from 'node:path';
import { pathFrom } from '../../src/io/pathFrom';

describe('the way to a file', () => {
  it('is what Node says, with forward slashes', () => {
    const cases = [
      'a',
      'a/b',
      '',
      '.',
      './a',
      'a/../b',
      '../c',
      'a//b',
      'a/./b',
      'a/..',
      '..a',
      'a../b',
      '...',
      '.env',
    ];
    for (const folder of ['/srv', '/srv/', '/']) {
      for (const way of cases) {
        const file = `${resolve(folder).replace(/\/$/, '')}/${way}`;
        assert.equal(
          pathFrom(resolve(folder), file),
          relative(folder, file).replaceAll('\\', '/'),
          `${folder} ${file}`,
        );
      }
    }
    assert.equal(pathFrom('/srv', '/workshop/a'), '../workshop/a');
  });
});
