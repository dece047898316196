import type { VersionFacts } from '../../core/registry';
import { fieldsOf, type Table, tables, textOf } from '../../core/untyped';
import { hostOf, objectIn, type Protocol, refusal } from './protocol';

/** npm's packument: `GET /name`, scoped as `@scope%2fname`. Source: the registry's public API document. */
export const askNpm: Protocol = async ({ name, version }, registry, get) => {
  const got = await get(registry, name.replace('/', '%2f'));
  if (got.status !== 200) return refusal(registry, got);
  const host = hostOf(registry);
  // What has so many versions is there, and not new.
  if (got.large) return { kind: 'known', facts: { registry: host } };
  const document = objectIn(got.body);
  if (!document) return { kind: 'unasked', why: `${host} answered with something else than a package` };
  const time = fieldsOf(document.time);
  const versions = fieldsOf(document.versions);
  const numbers = Object.keys(versions);
  const published = (it: string) => textOf(time[it]) ?? '';
  // All versions were taken back, as a registry does with what was harmful.
  if (numbers.length === 0) return { kind: 'absent', registry: host };
  const latest = textOf(fieldsOf(document['dist-tags']).latest) ?? numbers.at(-1)!;
  const asked = version ?? latest;
  const order = numbers.toSorted((a, b) => (published(a) < published(b) ? -1 : 1));
  const before = order[order.indexOf(asked) - 1];
  const facts = (it: string | undefined) =>
    it !== undefined && it in versions ? versionFacts(it, fieldsOf(versions[it]), textOf(time[it])) : undefined;
  return {
    kind: 'known',
    facts: {
      registry: host,
      created: textOf(time.created),
      latest,
      versions: numbers.length,
      version: facts(asked),
      previous: facts(before),
    },
  };
};

function versionFacts(version: string, document: Table, published: string | undefined): VersionFacts {
  const scripts = fieldsOf(document.scripts);
  const own = ['preinstall', 'install', 'postinstall'].flatMap(it => textOf(scripts[it])?.slice(0, 500) ?? []);
  const deprecated = document.deprecated;
  return {
    version,
    published,
    ...(typeof deprecated === 'string' && deprecated !== '' ? { deprecated: deprecated.slice(0, 300) } : {}),
    installScript: document.hasInstallScript === true || own.length > 0,
    ...(own.length > 0 ? { scripts: own } : {}),
    provenance: typeof fieldsOf(document.dist).attestations === 'object',
    maintainers: tables(document.maintainers)
      .flatMap(it => textOf(it.name) ?? [])
      .toSorted(),
  };
}
