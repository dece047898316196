import { compareNumbers, type VersionScheme } from './scheme';
import { comparePre, isSemverPrerelease, parseSemver } from './semver';

/** Tags of actions: `v4` means the newest `v4.…`. Commits have no order. */
export const actionTags: VersionScheme = {
  compare: compareActions,
  isPrerelease: isSemverPrerelease,
  satisfies(requirement, version) {
    const [wanted, given] = [numbersOf(requirement), numbersOf(version)];
    if (!wanted || !given) return requirement === version ? true : undefined;
    return wanted.length <= given.length && compareNumbers(wanted, given.slice(0, wanted.length)) === 0;
  },
};

function compareActions(one: string, other: string): number | undefined {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  if (!a || !b) return one === other ? 0 : undefined;
  return compareNumbers(a, b) || comparePre(parseSemver(one)!.pre, parseSemver(other)!.pre);
}

/** The numbers of a tag; undefined for a commit, a branch or a digest. */
function numbersOf(tag: string): readonly string[] | undefined {
  return /^v?[0-9]{1,9}(?:\.|$|-)/.test(tag) ? parseSemver(tag)?.numbers : undefined;
}

/** Tags of images: `22.1-alpine` and `24-alpine` have an order, `24` and `24-alpine` are different things. */
export const imageTags: VersionScheme = {
  compare(one, other) {
    const [a, b] = [numbersOf(one), numbersOf(other)];
    if (one === other) return 0;
    return a && b && variantOf(one) === variantOf(other) ? compareNumbers(a, b) : undefined;
  },
  isPrerelease: version =>
    /(?:^|[-.])(?:alpha|beta|rc|dev|nightly|edge|canary)[0-9.]*(?:$|-)/i.test(version.slice(0, 200)),
  satisfies: (requirement, version) => requirement === version,
};

function variantOf(tag: string): string {
  return parseSemver(tag)?.pre ?? '';
}

/** What has no versions with an order: revisions of models, commits. */
export const revisions: VersionScheme = {
  compare: (one, other) => (one === other ? 0 : undefined),
  isPrerelease: () => false,
  satisfies: (requirement, version) => requirement === version,
};
