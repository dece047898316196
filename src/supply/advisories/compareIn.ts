import type { Ecosystem } from '../../core/packages';
import { compareVersions } from '../versions';
import type { Compare } from './intervals';

/** The comparator of an ecosystem. */
export function compareIn(ecosystem: Ecosystem): Compare {
  return (one, other) => compareVersions(ecosystem, one, other);
}
