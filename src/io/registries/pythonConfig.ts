import { join } from 'node:path';
import { fieldsOf, tables, textOf } from '../../core/untyped';
import { allowed, type ConfigPlaces, readIf, readTomlIf } from './configFiles';
import type { Lookup, Registry } from './protocol';

/**
 * Where Python's packages come from: the variables and files of pip and uv, and the indexes of `pyproject.toml` and `uv.toml`. All
 * indexes count: a package is absent only where none has it. Credentials count only from the person's own configuration.
 */
export function pythonLookup(places: ConfigPlaces): () => Lookup {
  const named = [
    ...ownIndexes(places).map(it => ({ ...it, own: true })),
    ...projectIndexes(places.root).map(it => ({ ...it, own: false })),
  ];
  const main = named.some(it => it.main)
    ? named
    : [...named, { url: 'https://pypi.org/simple/', own: true, main: true }];
  const found = main.map(({ url, own }) => ({ place: allowed(url, own), login: own ? loginOf(url) : {} }));
  const refused = found.flatMap(({ place }) => (typeof place === 'string' ? [] : [place]));
  const lookup: Lookup = refused[0] ?? {
    registries: found.flatMap(({ place, login }): Registry[] =>
      typeof place === 'string' ? [{ url: place, ...login }] : [],
    ),
  };
  return () => lookup;
}

interface Index {
  readonly url: string;
  /** Whether it takes the place of PyPI. */
  readonly main: boolean;
}

function ownIndexes({ home, env }: ConfigPlaces): Index[] {
  const file = env.PIP_CONFIG_FILE ?? (env.APPDATA ? join(env.APPDATA, 'pip', 'pip.ini') : '');
  const texts = [
    file,
    join(home, '.config', 'pip', 'pip.conf'),
    join(home, '.pip', 'pip.conf'),
    join(home, 'Library', 'Application Support', 'pip', 'pip.conf'),
  ].map(it => (it ? readIf(it) : ''));
  const inFile = (key: string) =>
    texts.flatMap(text =>
      Array.from(text.matchAll(new RegExp(`^\\s*${key}\\s*[=:]\\s*(\\S+(?:\\s*\\n\\s+\\S+)*)`, 'gm')), it => it[1]!),
    );
  const words = (list: readonly (string | undefined)[], main: boolean) =>
    list
      .flatMap(it => it?.split(/\s+/) ?? [])
      .filter(Boolean)
      .map(url => ({ url, main }));
  const indexes = [env.PIP_INDEX_URL ?? env.UV_DEFAULT_INDEX ?? env.UV_INDEX_URL ?? inFile('index-url')[0]];
  const extras = [env.PIP_EXTRA_INDEX_URL, env.UV_EXTRA_INDEX_URL, env.UV_INDEX, ...inFile('extra-index-url')];
  return [
    ...words(indexes, true),
    ...words(
      extras.map(it => it?.replace(/(^|\s)[\w-]+=(?=https?:)/g, '$1')),
      false,
    ),
  ];
}

function projectIndexes(root: string): Index[] {
  const tool = fieldsOf(readTomlIf(join(root, 'pyproject.toml')).tool);
  const uv = [fieldsOf(tool.uv), readTomlIf(join(root, 'uv.toml'))];
  const poetry = tables(fieldsOf(tool.poetry).source).filter(it => it.priority !== 'explicit');
  return [
    ...uv.flatMap(it =>
      tables(it.index).map(index => ({ url: textOf(index.url) ?? '', main: index.default === true })),
    ),
    ...uv.flatMap(it => (textOf(it['index-url']) ? [{ url: textOf(it['index-url'])!, main: true }] : [])),
    ...poetry.map(it => ({
      url: textOf(it.url) ?? '',
      main: it.priority === 'default' || (it.priority === undefined && it.secondary !== true) || it.default === true,
    })),
    ...tables(fieldsOf(tool.pdm).source).map(it => ({ url: textOf(it.url) ?? '', main: it.name === 'pypi' })),
  ].filter(it => it.url !== '');
}

function loginOf(url: string): Pick<Registry, 'authorization'> {
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
  if (username === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(login).toString('base64')}` };
}
