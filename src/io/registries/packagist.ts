import { fieldsOf, tables, textOf } from '../../core/untyped';
import { hostOf, knownBy, objectIn, type Protocol, refusal, unreadable } from './protocol';

/** Composer's metadata: `GET /p2/vendor/name.json`, the newest version first. Source: "Packagist API", and Composer's "Repositories". */
export const askPackagist: Protocol = async ({ name, version: asked }, registry, get) => {
  const [vendor = '', project] = name.toLowerCase().split('/');
  if (project === undefined) return { kind: 'unasked', why: 'its ecosystem has names that are no packages' };
  const got = await get(registry, `p2/${encodeURIComponent(vendor)}/${encodeURIComponent(project)}.json`);
  if (got.status !== 200) return refusal(registry, got);
  if (got.large) return { kind: 'known', facts: { registry: hostOf(registry) } };
  const packages = objectIn(got.body)?.packages;
  const list = fieldsOf(packages)[name.toLowerCase()];
  if (!Array.isArray(list)) return unreadable(registry);
  // What only has branches has no version here.
  if (list.length === 0) return { kind: 'known', facts: { registry: hostOf(registry) } };
  const abandoned = fieldsOf(list[0]).abandoned;
  const deprecated = typeof abandoned === 'string' ? `abandoned; use ${abandoned.slice(0, 200)}` : 'abandoned';
  const versions = tables(list).map(it => ({
    version: (textOf(it.version) ?? '').replace(/^v/, ''),
    published: textOf(it.time),
    ...(abandoned ? { deprecated } : {}),
  }));
  return knownBy(registry, versions, { asked: asked?.replace(/^v/, ''), latest: versions[0]?.version });
};
