import type { Fingerprinter } from '../../core/model';
import type { PackageEntry, PackageFinding } from '../../core/packages';
import type { AskRegistry, RegistryAnswer } from '../../core/registry';
import type { PackageMention } from '../mentions/packageMention';
import { isKnownName, namesIn } from './nameLists';
import { type Age, registrySigns } from './registrySigns';
import { type TrustSign, trustFinding } from './trustFinding';
import { typosquatOf } from './typosquat';

export interface MentionFacts extends Age {
  readonly fingerprint: Fingerprinter;
  /** Given where registries may be asked. */
  readonly ask?: AskRegistry;
  /** Why an advisory calls it malicious, where one does. */
  malicious?(mention: PackageMention): string | undefined;
  /** What the project has already, by its manifest or on disk: nothing is said or asked of it. */
  has?(mention: PackageMention): boolean;
}

/**
 * What can be said of packages that a text names, before anybody installs them. Names that are known to be real are not asked about,
 * unless a version is. Where nobody could be asked, that is said of install commands: silence would look like a yes.
 */
export async function judgeMentions(
  mentions: readonly PackageMention[],
  facts: MentionFacts,
): Promise<PackageFinding[]> {
  const found = await Promise.all(
    mentions.slice(0, mostJudged).map(async mention => {
      const signs = maliciousSigns(mention, facts) ?? (facts.has?.(mention) ? [] : await signsOf(mention, facts));
      const { ecosystem, name, version, requirement, span } = mention;
      const entry: PackageEntry = { ecosystem, name, version, requirement, direct: true };
      return signs.map(sign => trustFinding(sign, entry, span, [], facts.fingerprint));
    }),
  );
  return found.flat();
}

function maliciousSigns(mention: PackageMention, facts: MentionFacts): TrustSign[] | undefined {
  const reason = facts.malicious?.(mention);
  return reason === undefined
    ? undefined
    : [{ detector: 'supply/malicious-package', severity: 'error', tier: 'certain', reason }];
}

const mostJudged = 200;
const askedOf: ReadonlySet<string> = new Set(['npm', 'PyPI', 'crates.io', 'Go']);
/** Registries that a command may name without its packages coming from elsewhere. */
const ownRegistries =
  /^https:\/\/(?:registry\.npmjs\.org|registry\.yarnpkg\.com|pypi\.org|index\.crates\.io|rubygems\.org|api\.nuget\.org|repo\.packagist\.org)(?:\/|$)/;

async function signsOf(mention: PackageMention, facts: MentionFacts): Promise<TrustSign[]> {
  const { ecosystem, name, version, registry, how } = mention;
  const squat = how === 'import' && ecosystem !== 'npm' ? undefined : typosquatOf(ecosystem, name);
  if (registry === 'conda') return registrySigns(undefined, squat, {}, facts);
  if (registry !== undefined && !ownRegistries.test(registry))
    return [...registrySigns(undefined, squat, {}, facts), foreign(registry)];
  const known = isKnownName(ecosystem, name);
  // A module's name isn't always a package's.
  if (!askedOf.has(ecosystem) || (known && version === undefined) || (how === 'import' && ecosystem === 'PyPI'))
    return registrySigns(undefined, squat, {}, facts);
  const answer: RegistryAnswer = facts.ask
    ? await facts.ask({ ecosystem, name, version })
    : { kind: 'unasked', why: 'registries are not asked' };
  const signs = registrySigns(answer, squat, { version }, facts).filter(({ severity }) => severity !== 'information');
  return answer.kind === 'unasked' && !known && signs.length === 0 && how !== 'import'
    ? [unverified(answer.why, ecosystem)]
    : signs;
}

function foreign(registry: string): TrustSign {
  const host = URL.canParse(registry) ? new URL(registry).host : 'another registry';
  return {
    detector: 'supply/foreign-registry',
    severity: 'warning',
    tier: 'likely',
    reason: `the command fetches it from ${host}`,
  };
}

function unverified(why: string, ecosystem: PackageMention['ecosystem']): TrustSign {
  const list = namesIn(ecosystem) ? 'it is none of the popular names that are bundled, and ' : '';
  return {
    detector: 'supply/unverified-package',
    severity: 'information',
    tier: 'possible',
    reason: `${list}nobody could be asked whether it exists (${why})`,
  };
}
