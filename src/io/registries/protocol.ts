import type { RegistryAnswer, RegistryQuestion, VersionFacts } from '../../core/registry';

/** A registry as the configuration names it. */
export interface Registry {
  /** With a slash at its end, without credentials. */
  readonly url: string;
  /** The value of an `authorization` header, from the person's own configuration alone. */
  readonly authorization?: string;
}

/** Where a package is looked up: in any of these, and nowhere else. */
export type Lookup = { readonly registries: readonly Registry[] } | { readonly why: string };

/** What came back for an address below a registry. `large` stands for a body over the bound. */
export interface Got {
  readonly status: number;
  readonly body: string;
  readonly large: boolean;
}

/** Gets an address below a registry, with its credentials. Rejects where no answer comes. */
export type Get = (registry: Registry, path: string, accept?: string) => Promise<Got>;

/** One registry's way to be asked. Rejects where no answer comes. */
export type Protocol = (question: RegistryQuestion, registry: Registry, get: Get) => Promise<RegistryAnswer>;

export function hostOf({ url }: Registry): string {
  return new URL(url).host;
}

/** Says what a status other than 200 means. */
export function refusal(registry: Registry, { status }: Got): RegistryAnswer {
  const host = hostOf(registry);
  if (status === 404 || status === 410) return { kind: 'absent', registry: host };
  if (status === 401 || status === 403) return { kind: 'unasked', why: `${host} wants a login` };
  if (status >= 300 && status < 400)
    return { kind: 'unasked', why: `${host} answers from elsewhere, which is not followed` };
  return { kind: 'unasked', why: `${host} answered with status ${status}` };
}

/** The object that a body is; undefined where it is none. */
export function objectIn(body: string): Readonly<Record<string, unknown>> | undefined {
  const value = jsonIn(body);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Whatever JSON a body is; undefined where it is none. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What a list of versions says of a package, in any order; `absent` where they were all taken away. */
export function knownBy(
  registry: Registry,
  versions: readonly VersionFacts[],
  { asked, latest }: { readonly asked?: string | undefined; readonly latest?: string | undefined },
): RegistryAnswer {
  const host = hostOf(registry);
  if (versions.length === 0) return { kind: 'absent', registry: host };
  const dated = versions.toSorted((one, other) => ((one.published ?? '') < (other.published ?? '') ? -1 : 1));
  const newest = latest ?? dated.at(-1)!.version;
  const at = dated.findIndex(({ version }) => version === (asked ?? newest));
  return {
    kind: 'known',
    facts: {
      ...{ registry: host, latest: newest, versions: versions.length },
      ...{ created: dated.flatMap(({ published }) => published ?? [])[0] },
      ...{ version: dated[at], previous: dated[at]?.published === undefined ? undefined : dated[at - 1] },
    },
  };
}

/** What a registry answered is not what its protocol says. */
export function unreadable(registry: Registry): RegistryAnswer {
  return { kind: 'unasked', why: `${hostOf(registry)} answered with something else than a package` };
}
