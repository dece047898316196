import { hostOf, knownBy, type Protocol, refusal } from './protocol';
import { xmlElements } from './xmlElements';

/** `GET /group/as/path/artifact/maven-metadata.xml`: all versions, the oldest first, and no days. Source: "Maven Repository Metadata". */
export const askMaven: Protocol = async ({ name, version: asked }, registry, get) => {
  const [group = '', artifact] = name.split(':');
  if (artifact === undefined) return { kind: 'unasked', why: 'its ecosystem has names that are no packages' };
  const path = [...group.split('.'), artifact].map(encodeURIComponent).join('/');
  const got = await get(registry, `${path}/maven-metadata.xml`, 'application/xml');
  if (got.status !== 200) return refusal(registry, got);
  const elements = xmlElements(got.body);
  const of = (place: string) => elements.filter(it => it.path === `metadata/versioning/${place}`).map(it => it.text);
  const versions = of('versions/version').map(version => ({ version }));
  if (versions.length === 0) return { kind: 'known', facts: { registry: hostOf(registry) } };
  return knownBy(registry, versions, { asked, latest: of('release')[0] ?? versions.at(-1)?.version });
};
