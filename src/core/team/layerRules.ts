import type { Clock, Fault } from '../model';
import type { SettingsLayer } from '../settings';
import { loadTeam } from './load';
import type { DetectorEntry } from './settingsRules';
import type { TeamRule } from './teamRule';

/**
 * The rules that one layer of settings brings. An untrusted workspace brings none: whoever writes a rule chooses the name under
 * which a value is decided on. The user's own are always welcome, for they only add to what is found.
 */
export function layerRules(
  { policy, values }: SettingsLayer,
  now: Clock,
): {
  rules: readonly TeamRule[];
  faults: readonly Fault[];
} {
  const entries = (values.detectors ?? []) as readonly DetectorEntry[]; // The schema has said so.
  const isBarred = policy.tightenOnly && policy.layer !== 'user';
  return entries.length === 0 || isBarred ? { rules: [], faults: [] } : loadTeam().readSettingsRules(entries, now);
}

/** Of rules with the same name the first one. */
export function uniqueRules(rules: readonly TeamRule[]): readonly TeamRule[] {
  const byId = new Map(rules.map(rule => [rule.detector.id, rule] as const).reverse());
  return rules.filter(rule => byId.get(rule.detector.id) === rule);
}
