import { parse, TomlDate } from 'smol-toml';
import type { Span } from '../../core/model';
import type { ConfigField, ConfigNode } from './configNode';

type Path = readonly (string | number)[];

/**
 * TOML as a tree. The library tells no places, so they are found when somebody asks and proven by it: what stands at a place
 * is changed, the text is read again, and the place is right where just that value or name has changed.
 */
export function readToml(text: string): ConfigNode {
  const places = createPlaces(text);
  return build(parse(text), [], places);
}

function build(value: unknown, path: Path, places: Places): ConfigNode {
  const own = {
    fields: [],
    items: [],
    get span() {
      return inside(places.text, this.whole);
    },
    get whole() {
      return places.value(path);
    },
  };
  if (typeof value === 'string')
    return Object.defineProperties({ kind: 'text', value }, descriptors(own)) as ConfigNode;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    const kind = typeof value === 'boolean' ? 'boolean' : 'number';
    const read = typeof value === 'bigint' ? Number(value) : value;
    return Object.defineProperties({ kind, value: read }, descriptors(own)) as ConfigNode;
  }
  const made = Object.defineProperties({}, descriptors(own)) as { -readonly [K in keyof ConfigNode]: ConfigNode[K] };
  if (Array.isArray(value))
    return Object.assign(made, { kind: 'list', items: value.map((one, at) => build(one, [...path, at], places)) });
  if (value instanceof TomlDate || typeof value !== 'object' || value === null)
    return Object.assign(made, { kind: 'null' });
  const fields = Object.entries(value).map(([name, one]) => {
    const at = [...path, name];
    const key = {
      name,
      node: build(one, at, places),
      get key() {
        return places.name(at);
      },
    };
    return key satisfies ConfigField;
  });
  return Object.assign(made, { kind: 'table', fields });
}

function descriptors(own: object): PropertyDescriptorMap {
  const all = Object.getOwnPropertyDescriptors(own) as PropertyDescriptorMap;
  for (const one of Object.values(all)) {
    one.enumerable = true;
    one.configurable = true;
    if (!one.get) one.writable = true;
  }
  return all;
}

function inside(text: string, { start, end }: Span): Span {
  const quotes = /^(?:"""|'''|["'])/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + quotes, end: Math.max(start + quotes, end - quotes) };
}

interface Places {
  readonly text: string;
  value(path: Path): Span;
  name(path: Path): Span;
}

/** A token of TOML that can be a value or a part of a key. */
const token =
  /"""(?:[^\\]|\\[\s\S])*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[A-Za-z0-9_+-][A-Za-z0-9_+:-]*(?:\.\d[\w+-]*)?/g;

/** Each token is tried but once or twice for a name; texts beyond this many tokens get no places. */
const mostTokens = 20_000;
const mostTries = 200;
/** So many units are read again at most to find places in one file, which takes half a second. */
const mostWork = 20_000_000;

function createPlaces(text: string): Places {
  let tokens: (Span & { readonly raw: string })[] | undefined;
  const all = () => {
    tokens ??= Array.from(text.matchAll(token), ({ index, 0: raw }) => ({ start: index, end: index + raw.length, raw }))
      .filter(({ raw }) => !raw.startsWith('#'))
      .slice(0, mostTokens);
    return tokens;
  };
  const nowhere = { start: 0, end: 0 };
  const known = new Map<string, Span>();
  const kept = (id: string, find: () => Span | undefined): Span => {
    const span = known.get(id) ?? find() ?? nowhere;
    known.set(id, span);
    return span;
  };
  let work = mostWork;
  const changed = ({ start, end }: Span, by: string) => {
    work -= text.length;
    return work < 0 ? undefined : read(text.slice(0, start) + by + text.slice(end));
  };
  const root = read(text);
  const name = (path: Path): Span =>
    kept(`name ${JSON.stringify(path)}`, () => {
      const own = String(path.at(-1));
      const parent = path.slice(0, -1);
      const candidates = all().filter(({ raw }) => bare(raw) === own);
      // A table's first mention is where it stands; changing it takes its name away, or part of what is in it.
      return candidates.slice(0, mostTries).find(span => {
        const other = changed(span, mark);
        return other !== undefined && at(other, [...parent, mark]) !== undefined;
      });
    });
  const value = (path: Path): Span =>
    kept(`value ${JSON.stringify(path)}`, () => {
      const now = at(root, path);
      if (typeof now === 'object' && now !== null) {
        const last = path.length === 0 ? nowhere : typeof path.at(-1) === 'number' ? nowhere : name(path);
        return last;
      }
      const from = typeof path.at(-1) === 'string' ? name(path).end : listStart(path);
      const candidates = all()
        .filter(it => it.start >= from)
        .slice(0, mostTries);
      return candidates.find(span => {
        const other = changed(span, `"${mark}"`);
        return other !== undefined && at(other, path) === mark;
      });
    });
  const listStart = (path: Path): number => {
    const owner = path.slice(0, path.findLastIndex(it => typeof it === 'string') + 1);
    return owner.length === 0 ? 0 : name(owner).end;
  };
  return { text, value, name };
}

/** Something that no configuration holds. */
const mark = 'lockside-place-7f3a';

function bare(raw: string): string {
  return /^["']/.test(raw) ? raw.slice(1, -1) : raw;
}

function read(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function at(value: unknown, path: Path): unknown {
  let now = value;
  for (const part of path) {
    if (typeof now !== 'object' || now === null) return undefined;
    now = Object.hasOwn(now, part) ? (now as Record<string | number, unknown>)[part] : undefined;
  }
  return now;
}
