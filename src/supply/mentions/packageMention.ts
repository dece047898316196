import type { Span } from '../../core/model';
import type { Ecosystem } from '../../core/packages';

/** A package that a text names: in a command that would fetch it, or in an import. */
export interface PackageMention {
  readonly ecosystem: Ecosystem;
  /** In the ecosystem's canonical form, as in `PackageEntry`. Of Go it's the import path, whose module may be shorter. */
  readonly name: string;
  /** The one version that is asked for. */
  readonly version?: string;
  /** A range or tag as it is written: `^1.2.0`, `latest`. */
  readonly requirement?: string;
  /** Where its name and version stand. */
  readonly span: Span;
  /** `run` fetches it and runs it at once, as npx does. */
  readonly how: 'install' | 'run' | 'import';
  /** The registry that the command itself names: another one is not asked about it. `conda` for conda's channels. */
  readonly registry?: string;
}
