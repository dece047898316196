import type { Finding, Span } from '../model';
import type { PersonalColumn } from './judgeTable';
import { nameBehind, namesIn } from './people';
import { namesAuthors } from './prose';
import { isProse } from './sentences';

/**
 * Names of people beside what else of theirs was found on the same line: `Anna Weber, +49 …`, `Anna Weber <a.weber@…>`. Merely
 * possible. An address that its owner published, or that nobody has, tells of nobody.
 */
export function namesBeside(text: string, path: string | undefined, found: readonly Finding[]): PersonalColumn[] {
  if (!isProse(path) || namesAuthors(path) || path?.endsWith('.ipynb')) return [];
  let past = 0;
  return found.flatMap((one, at) => {
    if (!isPersonal(one)) return [];
    const before = nameBefore(text, Math.max(past, found[at - 1]?.end ?? 0), one);
    const name = before ?? nameBehind(text, one.end);
    if (!name) return [];
    past = name.end;
    return [{ ...about, reason: `a ${one.title} of somebody stands beside it`, cells: [name] }];
  });
}

const about: Omit<PersonalColumn, 'reason' | 'cells'> = {
  kind: 'pii/person-name',
  title: "person's name",
  severity: 'information',
  tier: 'possible',
  name: 'sentence',
};

function isPersonal({ kind, detector, harmless, severity }: Finding): boolean {
  if (kind !== 'pii' || harmless || (detector === 'pii/email' && severity === 'information')) return false;
  return !/\/(?:ip|ipv6|mac|crypto|coordinates|bic|salary|vin)/.test(detector);
}

/** The last name before a value, in its line and sentence, not far away. */
function nameBefore(text: string, from: number, one: Finding): Span | undefined {
  const start = Math.max(from, one.start - farthest);
  const line = text.slice(start, one.start);
  const begin =
    start +
    Math.max(line.lastIndexOf('\n'), line.search(/[.!?]\s(?=[^.!?]*$)(?<!\b(?:geb|tel|mob|dr|nr|no|st)\.\s)/i)) +
    1;
  const local = one.detector === 'pii/email' ? text.slice(one.start, text.indexOf('@', one.start)) : undefined;
  return namesIn(text, begin, one.start, local).at(-1);
}

const farthest = 80;
