import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import { createScanner } from '../../src/core/scan';

/**
 * Secrets in the structures that programs and people give them, as the programs document their files: in each text what is
 * marked ‹…› must be found, with exact spans, and nothing else. Assignments are told by their keys and tested elsewhere.
 */
const folder = new URL('structures/', import.meta.url);
const { scan } = createScanner({
  fingerprint: () => '0'.repeat(16),
  detectors: detectors.filter(it => it.id.startsWith('secret/') && it.id !== 'secret/generic'),
});

describe('structures', () => {
  for (const file of readdirSync(folder)) {
    it(`are found in ${file.replace('.txt', '')}, and lookalikes left alone`, () => {
      const cases = readFileSync(new URL(file, folder), 'utf8').split(/^=== /m).slice(1);
      assert.ok(cases.length >= 20);
      for (const each of cases) check(each);
    });
  }
});

/** A case is a line with a path and a template of `sample()`. */
function check(each: string): void {
  const [path = '', ...lines] = each.split('\n');
  const template = lines.join('\n');
  const spans: [number, number][] = [];
  let text = '';
  sample(template, 1)
    .split(/[‹›]/)
    .forEach((part, index) => {
      if (index % 2 === 1) spans.push([text.length, text.length + part.length]);
      text += part;
    });
  const found = scan(text, { path }).findings.filter(it => it.tier !== 'possible');
  assert.deepEqual(
    found.map(it => [it.start, it.end]),
    spans,
    `${path}: ${template.trim().slice(0, 80)}`,
  );
}
