import assert from 'node:assert/strict';
// @ts-expect-error The rig is plain JavaScript.
import { plantings, formats as rigFormats } from '../../rig/plant.mjs';
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
interface Planting {
  readonly canaries: readonly Entry[];
  readonly benign: readonly Entry[];
  readonly text: string;
}
type Format = (entries: readonly Entry[]) => string;

/** As many ways as the main job has, so that as many lookalikes stand beside each secret. */
const ways = 6;

/** What the main job plants on its ways to the model, without the window: each secret goes, each lookalike stays. */
describe('secrets amid lookalikes, on the way to a model', () => {
  const paths: Readonly<Record<string, string>> = { env: '.env', yaml: 'values.yaml', code: 'src/settings.ts' };
  for (const [name, write] of Object.entries(rigFormats as Readonly<Record<string, Format>>)) {
    const path = paths[name] ?? 'notes.txt';
    const planted = [1, 2].flatMap(seed =>
      (
        plantings(
          createRandom(seed),
          Array.from({ length: ways }, () => ({ write })),
        ) as Planting[]
      ).map((planting, way) => ({ ...planting, which: `seed ${seed}, share ${way + 1}` })),
    );
    for (const { canaries, benign, text, which } of planted)
      it(`are told apart in ${name}, and when it goes through once more (${which})`, () => {
        const passed = pass(text, path);
        const leaked = unlike(canaries, ({ value }) => !passed.includes(value));
        const altered = unlike(benign, ({ value }) => passed.includes(value));
        assert.deepEqual({ leaked, altered }, { leaked: [], altered: [] });
        const again = pass(passed);
        assert.deepEqual(
          unlike(benign, ({ value }) => again.includes(value)),
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
