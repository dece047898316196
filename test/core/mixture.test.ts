import assert from 'node:assert/strict';
// @ts-expect-error The rig is plain JavaScript.
import { makeCanaries } from '../../rig/canaries.mjs';
// @ts-expect-error The rig is plain JavaScript.
import { makeLookalikes } from '../../rig/lookalikes.mjs';
// @ts-expect-error The rig is plain JavaScript.
import { formats as rigFormats } from '../../rig/plant.mjs';
// @ts-expect-error The rig is plain JavaScript.
import { createRandom } from '../../rig/random.mjs';
import { createGuard } from '../../src/core/guard';
import { createVault } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';

interface Entry {
  readonly kind: string;
  readonly key: string;
  readonly value: string;
}
type Format = (entries: readonly Entry[]) => string;

/** What the main job plants on its ways to the model, without the window: each secret goes, each lookalike stays. */
describe('secrets amid lookalikes, on the way to a model', () => {
  const paths: Readonly<Record<string, string>> = { env: '.env', yaml: 'values.yaml', code: 'src/settings.ts' };
  for (const [name, format] of Object.entries(rigFormats as Readonly<Record<string, Format>>))
    for (const seed of [1, 2]) {
      const random = createRandom(seed);
      const canaries: Entry[] = makeCanaries(random);
      const lookalikes: Entry[] = makeLookalikes(random);
      const text = format(mixed(canaries, lookalikes));
      const path = paths[name] ?? 'notes.txt';

      it(`are told apart in ${name} (seed ${seed})`, () => {
        const passed = pass(text, path);
        assert.deepEqual(
          unlike(lookalikes, ({ value }) => passed.includes(value)),
          [],
        );
        assert.deepEqual(
          unlike(canaries, ({ value }) => !passed.includes(value)),
          [],
        );
      });

      it(`stay told apart when ${name} goes through once more (seed ${seed})`, () => {
        const passed = pass(pass(text, path));
        assert.deepEqual(
          unlike(lookalikes, ({ value }) => passed.includes(value)),
          [],
        );
      });
    }
});

function pass(text: string, path?: string): string {
  const scanner = createScanner({ fingerprint: (detector, value) => `${detector}${value}`.slice(0, 16) });
  const policy = createPolicy([], '2026-06-15');
  const guard = createGuard({ scanner, vault: createVault(), policy: () => policy, audit: () => undefined });
  const source = path === undefined ? {} : { path };
  return guard.pass(text, { channel: 'hook', ...source, destination: { kind: 'model', name: 'any' } }).text;
}

/** By kind and name, for a value must not be shown. */
function unlike(entries: readonly Entry[], isRight: (entry: Entry) => boolean): string[] {
  return entries.filter(entry => !isRight(entry)).map(({ kind, key }) => `${kind} ${key}`);
}

function mixed(first: readonly Entry[], second: readonly Entry[]): Entry[] {
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, i) => [first[i], second[i]])
    .flat()
    .filter(entry => entry !== undefined);
}
