import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Detector } from '../../../src/core/detectors/detector';
import { resolve } from '../../../src/core/overlaps';
import type { Candidate } from '../../../src/core/probe';
import { joinTeam } from '../../../src/core/team/joinTeam';
import { isTeamId } from '../../../src/core/team/teamRule';

describe("findings of the team's rules beside the others", () => {
  it('never uncover what the others found, and never overlap', () => {
    fc.assert(
      fc.property(fc.array(candidates, { maxLength: 12 }), found => {
        const joined = joinTeam(found);
        const units = new Set(joined.flatMap(unitsOf));
        assert.equal(units.size, joined.flatMap(unitsOf).length, 'none overlap');
        assert.deepEqual(
          joined,
          [...joined].sort((a, b) => a.start - b.start),
        );
        const house = resolve(found.filter(it => !isTeamId(it.detector.id)));
        for (const unit of house.flatMap(unitsOf)) assert.ok(units.has(unit), `${unit} stays covered`);
      }),
      { numRuns: 2000 },
    );
  });

  it('change nothing where there are none', () => {
    fc.assert(
      fc.property(fc.array(candidates, { maxLength: 12 }), found => {
        const house = found.filter(it => !isTeamId(it.detector.id));
        assert.deepEqual(joinTeam(house), resolve(house));
      }),
    );
  });
});

const candidates = fc
  .record({
    id: fc.constantFrom('secret/team-a', 'secret/team-b', 'secret/github-token', 'secret/generic', 'pii/email'),
    tier: fc.constantFrom('certain', 'likely', 'possible'),
    start: fc.nat(40),
    length: fc.integer({ min: 1, max: 15 }),
  })
  .map(({ id, tier, start, length }) => {
    const detector = { id, title: id, severity: 'error', tier, keywords: [], pattern: /(?!)/, hits: [], misses: [] };
    return { detector: detector as unknown as Detector, start, end: start + length, tier, reason: '' } as Candidate;
  });

function unitsOf({ start, end }: Candidate): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}
