import assert from 'node:assert/strict';
import { createProgress } from '../../src/cli/progress';

describe('progress', () => {
  const run = (isTTY: boolean) => {
    const written: string[] = [];
    const progress = createProgress({ isTTY, columns: 10, write: (text: string) => written.push(text) } as never);
    return { progress, written };
  };

  it('is one line that goes away', () => {
    const { progress, written } = run(true);
    progress.clear();
    progress.tell(() => 'a line that is too long');
    progress.tell(() => 'too soon');
    progress.clear();
    progress.clear();
    assert.deepEqual(written, ['\r\u001b[Ka line th', '\r\u001b[K']);
  });

  it('is silent on anything but a terminal', () => {
    const { progress, written } = run(false);
    progress.tell(() => 'a line');
    progress.clear();
    assert.deepEqual(written, []);
  });
});
