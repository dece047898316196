import type { RegistryAnswer, RegistryFacts } from '../../core/registry';
import { scriptSign } from './scriptSigns';
import type { TrustSign } from './trustFinding';
import type { Typosquat } from './typosquat';

/** Days and the time now, in milliseconds since 1970. */
export interface Age {
  readonly now: number;
  /** What was published within so many days is new. */
  readonly newDays: number;
}

/** What a registry's answer, and a name that looks like another, say of a package. */
export function registrySigns(
  answer: RegistryAnswer | undefined,
  squat: Typosquat | undefined,
  asked: { version?: string },
  age: Age,
): TrustSign[] {
  const like = squat === undefined ? '' : `; did you mean ${squat.of}?`;
  if (answer?.kind === 'absent') {
    const reason = `${answer.registry} has no package of this name${like}`;
    return [{ detector: 'supply/unknown-package', severity: 'error', tier: 'certain', reason }];
  }
  const facts = answer?.kind === 'known' ? answer.facts : undefined;
  return [
    ...squatSigns(squat, facts, age),
    ...(facts ? [...versionSigns(facts, asked.version), ...ageSigns(facts, age)] : []),
  ];
}

function squatSigns(squat: Typosquat | undefined, facts: RegistryFacts | undefined, { now }: Age): TrustSign[] {
  if (!squat) return [];
  // What has stood for years under many versions is likely a package of its own.
  const settled =
    facts?.created !== undefined && now - Date.parse(facts.created) > 3 * 365 * day && (facts.versions ?? 0) >= 10;
  const reason = `it is named almost like ${squat.of}: ${squat.how}`;
  return [
    {
      detector: 'supply/typosquat',
      severity: settled ? 'information' : 'warning',
      tier: settled ? 'possible' : 'likely',
      reason,
    },
  ];
}

function versionSigns({ version, previous, registry }: RegistryFacts, asked: string | undefined): TrustSign[] {
  const signs: TrustSign[] = [];
  if (!version)
    return asked === undefined
      ? []
      : [sign('supply/unknown-package', 'warning', `${registry} has no version ${asked} of it`)];
  if (version.deprecated !== undefined)
    signs.push(
      sign(
        'supply/deprecated-package',
        'warning',
        `${registry} says of ${version.version}: ${oneLine(version.deprecated)}`,
      ),
    );
  const telling = version.scripts?.map(scriptSign).find(it => it !== undefined);
  if (telling) signs.push(telling);
  else if (version.installScript) {
    const added = previous?.installScript === false ? ', which the version before did not' : '';
    signs.push(
      sign(
        'supply/install-script',
        added ? 'warning' : 'information',
        `installing ${version.version} runs a script of its own${added}; npm's --ignore-scripts prevents it`,
      ),
    );
  }
  if (previous?.provenance && version.provenance === false)
    signs.push(
      sign(
        'supply/provenance-lost',
        'warning',
        `${version.version} no longer says which build it comes from; ${previous.version} did`,
      ),
    );
  if (isTakenOver(previous?.maintainers, version.maintainers))
    signs.push(
      sign(
        'supply/maintainer-change',
        'warning',
        `none of those who maintained ${previous?.version} maintains ${version.version}`,
      ),
    );
  return signs;
}

function ageSigns({ created, version }: RegistryFacts, { now, newDays }: Age): TrustSign[] {
  const days = daysSince(created, now);
  if (days !== undefined && days < newDays)
    return [sign('supply/new-package', 'warning', `its first version was published ${ago(days)}`)];
  const own = daysSince(version?.published, now);
  return own !== undefined && own < Math.min(newDays, 3)
    ? [sign('supply/new-package', 'information', `version ${version?.version} was published ${ago(own)}`)]
    : [];
}

function sign(detector: TrustSign['detector'], severity: TrustSign['severity'], reason: string): TrustSign {
  return { detector, severity, tier: 'likely', reason };
}

function isTakenOver(before: readonly string[] | undefined, now: readonly string[] | undefined): boolean {
  return (
    before !== undefined &&
    now !== undefined &&
    before.length > 0 &&
    now.length > 0 &&
    !now.some(it => before.includes(it))
  );
}

const day = 24 * 60 * 60 * 1000;

function daysSince(date: string | undefined, now: number): number | undefined {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.floor((now - at) / day));
}

function ago(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

/** A registry's words are a stranger's: no line ends and no controls, and not too many. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 120);
}
