import type { VersionFacts } from '../../core/registry';
import { fieldsOf, type Table, tables, textOf } from '../../core/untyped';
import { type Get, hostOf, knownBy, objectIn, type Protocol, type Registry, refusal, unreadable } from './protocol';

/**
 * NuGet's V3 protocol: the service index names the resources, the package content lists all versions, the registrations tell when
 * they were published. Source: Microsoft's "NuGet Server API".
 */
export const askNuGet: Protocol = async ({ name, version: asked }, registry, get) => {
  const index = await get(registry, 'index.json');
  if (index.status !== 200) return refusal(registry, index);
  const content = resourceOf(index.body, 'PackageBaseAddress/3.0.0', registry);
  if (!content) return unreadable(registry);
  const id = encodeURIComponent(name.toLowerCase());
  const listed = await get(content, `${id}/index.json`);
  if (listed.status !== 200) return refusal(registry, listed);
  const numbers = objectIn(listed.body)?.versions;
  if (!Array.isArray(numbers)) return unreadable(registry);
  const told = await published(id, resourceOf(index.body, 'RegistrationsBaseUrl', registry), get);
  const versions = numbers.flatMap(one => textOf(one) ?? []).map(version => told.get(version) ?? { version });
  return knownBy(registry, versions, { asked: asked?.toLowerCase(), latest: versions.at(-1)?.version });
};

/** Only resources of the same host: an index must not send this machine elsewhere. */
function resourceOf(body: string, type: string, registry: Registry): Registry | undefined {
  const url = tables(objectIn(body)?.resources).find(it => it['@type'] === type)?.['@id'];
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { host, protocol } = new URL(url);
  if (host !== hostOf(registry) || protocol !== new URL(registry.url).protocol) return undefined;
  return { ...registry, url: url.endsWith('/') ? url : `${url}/` };
}

/** By version; none where a package has so many that they stand on pages of their own, which is no new one. */
async function published(
  id: string,
  registrations: Registry | undefined,
  get: Get,
): Promise<ReadonlyMap<string, VersionFacts>> {
  const got = registrations && (await get(registrations, `${id}/index.json`));
  const pages = got?.status === 200 ? tables(objectIn(got.body)?.items) : [];
  const entries = pages.flatMap(page => tables(page.items)).map(leaf => fieldsOf(leaf.catalogEntry));
  return new Map(entries.map(entry => [(textOf(entry.version) ?? '').toLowerCase(), factsOf(entry)]));
}

/** What is unlisted has a day long ago instead of its own. */
function factsOf(entry: Table): VersionFacts {
  const { reasons, message } = fieldsOf(entry.deprecation);
  const why =
    textOf(message) ?? (Array.isArray(reasons) ? reasons.filter(it => typeof it === 'string').join(', ') : '');
  const deprecated = entry.listed === false ? 'unlisted' : entry.deprecation ? why.slice(0, 300) || 'deprecated' : '';
  return {
    version: (textOf(entry.version) ?? '').toLowerCase(),
    ...(entry.listed === false ? {} : { published: textOf(entry.published) }),
    ...(deprecated ? { deprecated } : {}),
  };
}
