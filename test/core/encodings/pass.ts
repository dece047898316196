import { createGuard } from '../../../src/core/guard';
import { createVault, restore } from '../../../src/core/placeholders';
import { createPolicy } from '../../../src/core/policy';
import { createScanner } from '../../../src/core/scan';

const scanner = createScanner({ fingerprint: (detector, value) => `${detector}=${value}` });
const policy = createPolicy([], '2026-01-01');

/** What a model gets of a text, whether it comes back to the byte, and the detectors of what was held back. */
export function pass(text: string, path: string): { safe: string; isWhole: boolean; held: readonly string[] } {
  const vault = createVault();
  const guard = createGuard({ scanner, vault, policy: () => policy, audit: () => undefined });
  const passed = guard.pass(text, {
    channel: 'model',
    destination: { kind: 'model', name: 'any/one' },
    source: { path },
  });
  const held = passed.edits.map(({ finding }) => finding.detector);
  return { safe: passed.text, isWhole: restore(passed.text, vault) === text, held };
}

/** Whether half of what was written in one piece is still there: of less than that nobody reads a value. */
export function isReadable(safe: string, written: string): boolean {
  const length = Math.max(8, Math.ceil(written.length / 2));
  for (let at = 0; at + length <= written.length; at++) if (safe.includes(written.slice(at, at + length))) return true;
  return false;
}
