import { fieldsOf, tables, textOf } from '../../core/untyped';
import { hostOf, knownBy, objectIn, type Protocol, refusal, unreadable } from './protocol';

/** Hex's API: `GET /packages/name`, with what was retired and why. Source: hexpm's API blueprint. */
export const askHex: Protocol = async ({ name, version: asked }, registry, get) => {
  const got = await get(registry, `packages/${encodeURIComponent(name)}`);
  if (got.status !== 200) return refusal(registry, got);
  if (got.large) return { kind: 'known', facts: { registry: hostOf(registry) } };
  const document = objectIn(got.body);
  if (!document || !Array.isArray(document.releases)) return unreadable(registry);
  const retirements = fieldsOf(document.retirements);
  const versions = tables(document.releases).map(it => {
    const version = textOf(it.version) ?? '';
    const { reason, message } = fieldsOf(retirements[version]);
    const why = [textOf(reason), textOf(message)].filter(Boolean).join(': ').slice(0, 300);
    const deprecated = version in retirements ? { deprecated: why || 'retired' } : {};
    return { version, published: textOf(it.inserted_at), ...deprecated };
  });
  return knownBy(registry, versions, { asked, latest: textOf(document.latest_stable_version) });
};
