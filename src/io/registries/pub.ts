import { fieldsOf, tables, textOf } from '../../core/untyped';
import { hostOf, knownBy, objectIn, type Protocol, refusal, unreadable } from './protocol';

/** Dart's hosted repositories: `GET /api/packages/name`. Source: dart-lang/pub, "Hosted Pub Repository Specification Version 2". */
export const askPub: Protocol = async ({ name, version: asked }, registry, get) => {
  const got = await get(registry, `api/packages/${encodeURIComponent(name)}`, 'application/vnd.pub.v2+json');
  if (got.status !== 200) return refusal(registry, got);
  if (got.large) return { kind: 'known', facts: { registry: hostOf(registry) } };
  const document = objectIn(got.body);
  if (!document || !Array.isArray(document.versions)) return unreadable(registry);
  const { isDiscontinued, replacedBy } = document;
  const ended = typeof replacedBy === 'string' ? `discontinued; use ${replacedBy.slice(0, 200)}` : 'discontinued';
  const versions = tables(document.versions).map(it => ({
    version: textOf(it.version) ?? '',
    published: textOf(it.published),
    ...(isDiscontinued === true ? { deprecated: ended } : it.retracted === true ? { deprecated: 'retracted' } : {}),
  }));
  return knownBy(registry, versions, { asked, latest: textOf(fieldsOf(document.latest).version) });
};
