import type { VersionFacts } from '../../core/registry';
import { type Table, textOf } from '../../core/untyped';
import { hostOf, objectIn, type Protocol, refusal } from './protocol';

/** Cargo's sparse index: one line of JSON for each version, the oldest first. Source: the Cargo book, "Registry Index". */
export const askCrates: Protocol = async ({ name, version }, registry, get) => {
  const got = await get(registry, indexPath(name));
  if (got.status !== 200) return refusal(registry, got);
  const lines = got.body.split('\n').flatMap((line): Table[] => [objectIn(line)].filter(it => it !== undefined));
  if (lines.length === 0)
    return { kind: 'unasked', why: `${hostOf(registry)} answered with something else than a crate` };
  const usable = lines.filter(it => it.yanked !== true);
  const latest = textOf((usable.at(-1) ?? lines.at(-1)!).vers);
  const asked = lines.find(it => textOf(it.vers)?.replace(/\+.*/, '') === (version ?? latest));
  return {
    kind: 'known',
    facts: {
      registry: hostOf(registry),
      created: textOf(lines[0]!.pubtime),
      latest,
      versions: lines.length,
      version: asked && versionFacts(asked),
    },
  };
};

function versionFacts(line: Table): VersionFacts {
  return {
    version: textOf(line.vers) ?? '',
    published: textOf(line.pubtime),
    ...(line.yanked === true ? { deprecated: 'yanked' } : {}),
  };
}

/** `1/a`, `2/ab`, `3/a/abc`, `ab/cd/abcd`. */
function indexPath(name: string): string {
  const lower = name.toLowerCase();
  if (lower.length < 3) return `${lower.length}/${lower}`;
  return lower.length === 3 ? `3/${lower[0]}/${lower}` : `${lower.slice(0, 2)}/${lower.slice(2, 4)}/${lower}`;
}
