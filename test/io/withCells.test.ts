import assert from 'node:assert/strict';
import type { Decision } from '../../src/core/model';
import { isNotebook, withCells } from '../../src/io/withCells';

const notebook = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', source: ['first'] },
      { cell_type: 'code', source: ['second'], outputs: [{ text: ['third'] }] },
    ],
    metadata: { kernelspec: { name: 'fourth' } },
  },
  undefined,
  1,
);

/** What is said of a finding at a word. */
const cases: [string, string, string, string][] = [
  ['a cell', notebook, 'first', 'why; cell 1'],
  ['another cell', notebook, 'second', 'why; cell 2'],
  ['an output', notebook, 'third', 'why; cell 2, output'],
  ['what is in no cell', notebook, 'fourth', 'why'],
  ['text that is no JSON', 'first', 'first', 'why'],
  ['a notebook that is cut off', notebook.slice(0, notebook.indexOf('third') + 8), 'third', 'why; cell 2, output'],
  ['one that is nested without end', `${'{"cells":['.repeat(100_000)}"first"`, 'first', 'why'],
];

describe('notebooks', () => {
  for (const [name, text, word, reason] of cases) {
    it(`say where ${name} stands`, () => {
      const decision = { finding: { start: text.indexOf(word), reason: 'why' } } as Decision;
      assert.deepEqual(
        withCells(text, [decision]).map(({ finding }) => finding.reason),
        [reason],
      );
    });
  }

  it('are known by their name', () => {
    assert.deepEqual(['a.ipynb', 'b/c.ipynb', 'ipynb', 'a.ipynb.txt'].map(isNotebook), [true, true, false, false]);
  });
});
