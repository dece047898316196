import { printable } from '../../core/printable';
import type { BomChange, BomSide } from './diffBoms';

/** What became of packages, a line each, for a person. */
export function describeChanges(changes: readonly BomChange[]): string {
  if (changes.length === 0) return 'no packages differ\n';
  return changes.map(one => `${printable(lineOf(one))}\n`).join('');
}

function lineOf({ change, ecosystem, name, before, after }: BomChange): string {
  const title = `${signs[change]} ${ecosystem ? `${ecosystem} ` : ''}${name}`;
  if (change === 'licence') return `${title} ${after?.version ?? ''}: licence ${before?.licence} -> ${after?.licence}`;
  const way = [before, after].flatMap(side => (side ? [side.version ?? '(any version)'] : [])).join(' -> ');
  const about = aboutOf(after ?? before ?? {});
  return `${title} ${way}${about === '' ? '' : ` (${about})`}`;
}

function aboutOf({ licence, direct, use }: BomSide): string {
  return [direct === false ? 'transitive' : direct ? 'direct' : undefined, use, licence].filter(Boolean).join(', ');
}

const signs: Readonly<Record<BomChange['change'], string>> = {
  added: '+',
  removed: '-',
  upgraded: '↑',
  downgraded: '↓',
  changed: '~',
  licence: '§',
};
