import type { Ecosystem } from '../../core/packages';
import { compareAlpine } from './alpine';
import { cargo } from './cargo';
import { composer } from './composer';
import { conan } from './conan';
import { cran } from './cran';
import { compareDebian } from './debian';
import { go } from './go';
import { hackage } from './hackage';
import { hex } from './hex';
import { maven } from './maven';
import { npm } from './npm';
import { nuget } from './nuget';
import { pep440 } from './pep440';
import { pub } from './pub';
import { compareRedhat } from './redhat';
import { rubygems } from './rubygems';
import { every, holds, parseComparators, type VersionScheme } from './scheme';
import { swift } from './swift';
import { actionTags, imageTags, revisions } from './tags';

/** Whose versions can be compared: the ecosystems, and the distributions that OSV has advisories of. */
export type Versioned = Ecosystem | 'Debian' | 'Alpine' | 'Red Hat';

/**
 * Below zero where the first version is older, above where it is newer, 0 where they are the same; undefined where they can't
 * be compared, such as a commit and a tag.
 */
export function compareVersions(ecosystem: Versioned, one: string, other: string): number | undefined {
  return schemes[ecosystem].compare(one, other);
}

/**
 * Whether a version is one of those that a manifest asks for, by the ecosystem's own rules; undefined where the requirement
 * is no matter of versions (a URL, a path, a tag) or can't be read.
 */
export function satisfies(ecosystem: Versioned, requirement: string, version: string): boolean | undefined {
  if (requirement.length > longest || version.length > longest) return undefined;
  return schemes[ecosystem].satisfies(requirement, version);
}

/** Nobody writes longer ones; the time to read some requirements grows faster than their length. */
const longest = 2000;

/** Whether a version comes before the release that it is named after, by the ecosystem's own rules. */
export function isPrerelease(ecosystem: Versioned, version: string): boolean {
  return schemes[ecosystem].isPrerelease(version);
}

const schemes: Readonly<Record<Versioned, VersionScheme>> = {
  npm,
  JSR: npm,
  VSCode: npm,
  PyPI: pep440,
  'crates.io': cargo,
  Go: go,
  Maven: maven,
  RubyGems: rubygems,
  CocoaPods: rubygems,
  Packagist: composer,
  NuGet: nuget,
  Hex: hex,
  Pub: pub,
  SwiftURL: swift,
  ConanCenter: conan,
  Hackage: hackage,
  CRAN: cran,
  'GitHub Actions': actionTags,
  Docker: imageTags,
  'Hugging Face': revisions,
  Debian: distribution(compareDebian),
  Alpine: distribution(compareAlpine),
  'Red Hat': distribution(compareRedhat),
};

/** A distribution's packages are asked for by plain comparisons. */
function distribution(compare: (one: string, other: string) => number): VersionScheme {
  return {
    compare,
    isPrerelease: version => version.includes('~'),
    satisfies(requirement, version) {
      const all = parseComparators(requirement, ['<', '<=', '>', '>=', '=', '!=']);
      return all && every(all.map(({ op, version: bound }) => holds(op, compare(version, bound))));
    },
  };
}
