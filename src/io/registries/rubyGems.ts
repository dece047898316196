import { tables, textOf } from '../../core/untyped';
import { jsonIn, knownBy, type Protocol, refusal } from './protocol';

/**
 * `GET /api/v1/versions/name.json`, which tells when versions were published; a mirror may only have what Bundler itself asks, the
 * compact index: a line for each version. Source: the RubyGems guides, "RubyGems.org API" and "Compact index".
 */
export const askRubyGems: Protocol = async ({ name, version: asked }, registry, get) => {
  const escaped = encodeURIComponent(name);
  const got = await get(registry, `api/v1/versions/${escaped}.json`);
  if (got.large) return knownBy(registry, [{ version: asked ?? '' }], { asked });
  const list = got.status === 200 ? jsonIn(got.body) : undefined;
  if (Array.isArray(list)) {
    const versions = tables(list).map(it => ({ version: textOf(it.number) ?? '', published: textOf(it.created_at) }));
    return knownBy(registry, versions, { asked });
  }
  const index = await get(registry, `info/${escaped}`, 'text/plain');
  if (index.status !== 200) return refusal(registry, index);
  const lines = index.body.split('\n').filter(line => /^\d/.test(line));
  const versions = lines.map(line => ({ version: line.split(/[ -]/, 1)[0] ?? '' }));
  return knownBy(registry, versions, { asked, latest: versions.at(-1)?.version });
};
