import { createScanner } from '../../../src/core/scan';
import { threadSeconds } from './threadSeconds.mjs';
import type { Outcome, Sample, Sighting, Tool } from './tool';

/** The scanner as every channel uses it, in this process on one thread; what is merely possible isn't shown, so it isn't counted. */
export function lockside(): Tool {
  const scanner = createScanner({ fingerprint: () => '0'.repeat(16), now: () => performance.now() });
  const look = (samples: readonly Sample[]): Outcome => {
    scanner.scan('warm');
    const began = threadSeconds();
    const found = samples.map(({ path, text }) => sightings(scanner.scan(text, { path })));
    return { found, seconds: threadSeconds() - began };
  };
  return {
    name: 'lockside',
    sections: ['recall', 'alarms', 'hidden', 'injection'],
    appetite: Number.POSITIVE_INFINITY,
    look: samples => Promise.resolve(look(samples)),
  };
}

function sightings({ findings, faults }: ReturnType<ReturnType<typeof createScanner>['scan']>): Sighting[] {
  if (faults.length > 0) throw new Error(`not scanned: ${faults.map(it => it.message).join('; ')}`);
  return findings
    .filter(it => it.kind !== 'secret' && it.kind !== 'class' && it.tier !== 'possible')
    .map(({ detector, start, end, severity }) => ({
      ...{ type: detector, start, end },
      ...(severity === 'information' ? { quiet: true } : {}),
    }));
}
