import { adviseOn, adviseOnEvery } from '../advisories/adviseOn';
import type { AdvisoryBase } from '../advisories/createAdvisoryBase';
import { packageKey } from '../advisories/ecosystemOf';
import type { PackageMention } from '../mentions/packageMention';

/** Asks advisories whether a package that somebody names is the attack itself; without a version, whether all of it is. */
export function maliciousBy({ rowsOf }: Pick<AdvisoryBase, 'rowsOf'>): (mention: PackageMention) => string | undefined {
  return ({ ecosystem, name, version }) => {
    const rows = rowsOf(ecosystem, packageKey(ecosystem, name));
    const advice = version === undefined ? adviseOnEvery(rows) : adviseOn(rows, ecosystem, version);
    const worst = advice?.advisories.find(it => it.malicious);
    return (
      worst &&
      `${worst.id} says that ${version === undefined ? 'it' : `version ${version}`} is malicious: ${worst.summary}`
    );
  };
}
