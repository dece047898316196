import type { PackageFinding } from '../../core/packages';
import type { PackageMention } from '../mentions/packageMention';
import { distributionsOf } from '../mentions/pythonModules';
import { normalised } from '../mentions/specs';
import type { TrustFacts } from './judgeTrust';
import { isKnownName } from './nameLists';
import { trustFinding } from './trustFinding';

/** What a project has that its code may import. */
export interface ProjectNames {
  /** Everything that its manifests and lockfiles name, by ecosystem in canonical form. */
  declares(ecosystem: PackageMention['ecosystem'], name: string): boolean;
  /** Its own modules and workspace members, and the names that path aliases begin with. */
  readonly own: ReadonlySet<string>;
  /** False where no manifest of the ecosystem was found: then nothing can be said. */
  hasManifest(ecosystem: PackageMention['ecosystem']): boolean;
}

/** Imports of packages that no manifest declares. Silent where a name may be something else: a module's of one's own, or of an unknown distribution. */
export function judgeImports(
  mentions: readonly PackageMention[],
  project: ProjectNames,
  { fingerprint }: Pick<TrustFacts, 'fingerprint'>,
): PackageFinding[] {
  const told = new Set<string>();
  return mentions.flatMap(({ ecosystem, name, span, how }) => {
    if (how !== 'import' || told.has(name) || !project.hasManifest(ecosystem) || isOwn(name, project)) return [];
    const packages = packagesOf(ecosystem, name);
    if (
      packages.length === 0 ||
      packages.some(it => project.declares(ecosystem, it)) ||
      (ecosystem === 'npm' && project.declares('npm', typesOf(name)))
    )
      return [];
    told.add(name);
    const reason =
      packages[0] === name
        ? 'no manifest here declares it'
        : `no manifest here declares ${packages[0]}, which it belongs to`;
    const sign = { detector: 'supply/undeclared-import', severity: 'warning', tier: 'likely', reason } as const;
    return [trustFinding(sign, { ecosystem, name: packages[0]!, direct: true }, span, [], fingerprint)];
  });
}

function isOwn(name: string, { own }: ProjectNames): boolean {
  return own.has(name) || own.has(name.split('/')[0]!);
}

/** The packages that a module may come from; none where nobody knows. */
function packagesOf(ecosystem: PackageMention['ecosystem'], name: string): readonly string[] {
  if (ecosystem === 'npm') return [name];
  if (ecosystem !== 'PyPI') return [];
  const mapped = distributionsOf(name);
  if (mapped) return mapped;
  const distribution = normalised(name);
  return isKnownName('PyPI', distribution) ? [distribution, `python-${distribution}`, `${distribution}-python`] : [];
}

/** Code may import types alone. */
function typesOf(name: string): string {
  return `@types/${name.replace(/^@([^/]+)\//, '$1__')}`;
}
