import type { RegistryAnswer, RegistryFacts } from '../../core/registry';
import { fieldsOf, type Table, tables, textOf } from '../../core/untyped';
import { type Get, hostOf, objectIn, type Protocol, type Registry, refusal } from './protocol';

/**
 * An index's simple API (PEP 503, PEP 691, PEP 700): `GET /simple/name/`. Where the index has PyPI's JSON API beside it, that one is
 * asked, because it tells when versions were published.
 */
export const askPyPi: Protocol = async (question, registry, get) =>
  (await askJson(question.name, question.version, registry, get)) ??
  askSimple(question.name, question.version, registry, get);

async function askJson(
  name: string,
  version: string | undefined,
  registry: Registry,
  get: Get,
): Promise<RegistryAnswer | undefined> {
  const api = { ...registry, url: registry.url.replace(/\/simple\/$/, '/') };
  if (api.url === registry.url) return undefined;
  const got = await get(api, `pypi/${name}/json`);
  if (got.status !== 200) return undefined;
  const document = got.large ? undefined : objectIn(got.body);
  if (!document?.info) return got.large ? { kind: 'known', facts: { registry: hostOf(registry) } } : undefined;
  return { kind: 'known', facts: readJson(document, version, hostOf(registry)) };
}

function readJson(document: Table, version: string | undefined, registry: string): RegistryFacts {
  const releases = fieldsOf(document.releases);
  const latest = textOf(fieldsOf(document.info).version);
  const dates = Object.entries(releases).map(([number, files]) => ({
    number,
    date: tables(files)
      .flatMap(it => textOf(it.upload_time_iso_8601) ?? [])
      .toSorted()[0],
  }));
  const asked = dates.find(({ number }) => number === (version ?? latest));
  const yanked = asked && tables(releases[asked.number]).find(it => it.yanked === true);
  return {
    registry,
    created: dates.flatMap(({ date }) => date ?? []).toSorted()[0],
    latest,
    versions: dates.length,
    version: asked && {
      version: asked.number,
      published: asked.date,
      ...(yanked ? { deprecated: (textOf(yanked.yanked_reason) ?? 'yanked').slice(0, 300) } : {}),
    },
  };
}

async function askSimple(
  name: string,
  version: string | undefined,
  registry: Registry,
  get: Get,
): Promise<RegistryAnswer> {
  const got = await get(registry, `${name}/`, 'application/vnd.pypi.simple.v1+json, text/html;q=0.1');
  if (got.status !== 200) return refusal(registry, got);
  const facts = { registry: hostOf(registry) };
  const document = got.large ? undefined : objectIn(got.body);
  if (!document) return { kind: 'known', facts };
  const files = tables(document.files);
  // A file's name begins with the package's and the version, then a dash or the ending.
  const own = version === undefined ? files : files.filter(it => textOf(it.filename)?.includes(`-${version}`));
  const created = files.flatMap(it => textOf(it['upload-time']) ?? []).toSorted()[0];
  if (own.length === 0 || version === undefined) return { kind: 'known', facts: { ...facts, created } };
  const yanked = own.find(it => it.yanked !== undefined && it.yanked !== false)?.yanked;
  const provenance = own.some(it => typeof it.provenance === 'string');
  return {
    kind: 'known',
    facts: {
      ...facts,
      created,
      version: {
        version,
        provenance,
        ...(yanked === undefined ? {} : { deprecated: typeof yanked === 'string' ? yanked.slice(0, 300) : 'yanked' }),
      },
    },
  };
}
