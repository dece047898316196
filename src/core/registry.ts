import type { Ecosystem } from './packages';

const npmDomain = 'npmjs.org';
/** Where npm's packages come from when nothing is configured. */
export const npmHost = `registry.${npmDomain}`;

/** What a registry says of one version of a package. */
export interface VersionFacts {
  readonly version: string;
  /** ISO 8601. */
  readonly published?: string;
  /** The registry's own words, bounded; `yanked` where it was taken back without any. */
  readonly deprecated?: string;
  /** Installing it runs a script of its own. */
  readonly installScript?: boolean;
  /** The commands of these scripts, bounded. */
  readonly scripts?: readonly string[];
  /** Whether it says from which source and build it comes, in a way that can be checked. */
  readonly provenance?: boolean;
  /** The accounts that may publish, where the registry says so of each version. */
  readonly maintainers?: readonly string[];
}

/** What a registry says of a package. */
export interface RegistryFacts {
  /** The host that was asked. */
  readonly registry: string;
  /** When its first version was published; ISO 8601. */
  readonly created?: string;
  readonly latest?: string;
  readonly versions?: number;
  /** The version that was asked about, the newest one where none was; undefined where there is no such version. */
  readonly version?: VersionFacts;
  /** The one published before it. */
  readonly previous?: VersionFacts;
}

export interface RegistryQuestion {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version?: string;
}

/** `absent` is the registry's own word. `unasked` is none: nobody knows then, and `why` says what stood in the way. */
export type RegistryAnswer =
  | { readonly kind: 'known'; readonly facts: RegistryFacts }
  | { readonly kind: 'absent'; readonly registry: string }
  | { readonly kind: 'unasked'; readonly why: string };

/** Asks the registry that the project is configured for. Never rejects. */
export type AskRegistry = (question: RegistryQuestion) => Promise<RegistryAnswer>;

/** When names may be asked about: as somebody or something installs or names them, also in the background, or never. */
export type AskRegistries = 'always' | 'onDemand' | 'never';
