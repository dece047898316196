import { matchesName } from './matchNames';
import type { Action, Finding, Severity } from './model';

/** What one layer's `lockside.detection.severity` says: severities by globs over detectors, of which the last that matches counts. */
export interface SeverityLayer {
  readonly tightenOnly: boolean;
  readonly severities?: Readonly<Record<string, Severity | 'hint'>>;
}

const order = ['hint', 'information', 'warning', 'error'] as const;

/**
 * How loudly a finding is told: as a setting says, else quietly where the policy only logs it or it is merely possible, else as its detector says.
 * The user's own settings and an untrusted workspace's can raise a severity, not lower it.
 */
export function createSeverities(
  layers: readonly SeverityLayer[],
): (finding: Finding, action: Action) => Severity | 'hint' {
  const compiled = layers.map(({ tightenOnly, severities = {} }) => ({
    tightenOnly,
    entries: Object.entries(severities).map(([glob, severity]) => ({ matches: matchesName(glob), severity })),
  }));
  return (finding, action) => {
    const quiet = action === 'log' || finding.tier === 'possible';
    let told: Severity | 'hint' = quiet ? 'information' : finding.severity;
    for (const { tightenOnly, entries } of compiled) {
      const severity = entries.findLast(entry => entry.matches(finding.detector))?.severity;
      if (severity && (!tightenOnly || order.indexOf(severity) > order.indexOf(told))) told = severity;
    }
    return told;
  };
}
