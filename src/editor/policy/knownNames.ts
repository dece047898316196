import { loadDetectors } from '../../core/detectors/load';
import { matchesName } from '../../core/matchNames';
import { loadColumnKinds } from '../../core/records/load';
import type { TeamRule } from '../../core/team/teamRule';

/** A name that rules may use, and what it means. */
export interface Named {
  readonly name: string;
  readonly title: string;
}

/** The detectors' ids with their titles, those of the team's own rules among them. */
export function detectorNames(team: readonly TeamRule[]): Named[] {
  const all = [...loadDetectors(), ...loadColumnKinds(), ...team.map(({ detector }) => detector)].map(
    ({ id, title }): [string, string] => [id, title],
  );
  return Array.from(new Map(all), ([name, title]) => ({ name, title }));
}

/** The kinds whose ids aren't all detectors': what is said of packages, agents, classes and faults. */
const otherKinds = ['hidden', 'injection', 'supply', 'agent', 'class', 'fault'] as const;

/** Whether a rule's glob over detectors can match something. */
export function matchesSome(glob: string, names: readonly Named[]): boolean {
  const [kind = ''] = glob.split('/');
  if (/[*?[{]/.test(kind) || otherKinds.some(one => one === kind)) return true;
  const matches = matchesName(glob);
  return names.some(({ name }) => matches(name));
}

/** The id that a person may have meant, undefined where none is close. */
export function nearestName(text: string, names: readonly Named[]): string | undefined {
  const word = text.replaceAll('*', '');
  const [best] = names
    .map(({ name }) => ({ name, distance: distanceOf(word, name) }))
    .sort((one, other) => one.distance - other.distance);
  return best && best.distance <= 3 ? best.name : undefined;
}

/** Levenshtein's; ids are short, and glob texts bounded by the schema. */
function distanceOf(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return 99;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 99;
}
