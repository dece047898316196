import { join } from 'node:path';
import * as yaml from 'js-yaml';
import { npmHost } from '../../core/registry';
import { fieldsOf, textOf } from '../../core/untyped';
import { allowed, type ConfigPlaces, readIf, withSlash } from './configFiles';
import type { Lookup, Registry } from './protocol';

/**
 * Where npm's packages come from: `.npmrc` and `.yarnrc.yml` of the project, over the person's `.npmrc`. A scope with a registry of
 * its own is looked up there alone. Credentials come from the person's own files: a repository's could send a token anywhere.
 */
export function npmLookup({ root, home, env }: ConfigPlaces): (name: string) => Lookup {
  const user = readRc(readIf(env.NPM_CONFIG_USERCONFIG || env.npm_config_userconfig || join(home, '.npmrc')), env);
  const project = { ...readYarn(readIf(join(root, '.yarnrc.yml'))), ...readRc(readIf(join(root, '.npmrc'))) };
  const own = new Set(Object.entries(user).flatMap(([key, value]) => (isRegistryKey(key) ? withSlash(value) : [])));
  return name => {
    const scope = /^(@[^/]+)\//.exec(name)?.[1];
    const key = scope === undefined ? undefined : `${scope}:registry`;
    const fromEnv = env.npm_config_registry || env.NPM_CONFIG_REGISTRY || undefined;
    const url =
      (key && (project[key] ?? user[key])) ?? fromEnv ?? project.registry ?? user.registry ?? `https://${npmHost}/`;
    const place = allowed(url, own.has(withSlash(url)) || url === fromEnv);
    return typeof place === 'string' ? { registries: [withLogin(place, user)] } : place;
  };
}

function isRegistryKey(key: string): boolean {
  return key === 'registry' || key.endsWith(':registry');
}

/** `key = value`, with `${NAME}` of the environment where it is the person's own file. */
function readRc(text: string, env?: ConfigPlaces['env']): Record<string, string> {
  const lines = text.split(/\r?\n/).slice(0, 2_000);
  return Object.fromEntries(
    lines.flatMap(line => {
      const [, key, value] = /^\s*([^;#=\s][^=]*?)\s*=\s*"?([^"]*?)"?\s*$/.exec(line) ?? [];
      if (key === undefined || value === undefined) return [];
      return [[key, env ? value.replace(/\$\{(\w+)\??\}/g, (_, name: string) => env[name] ?? '') : value]];
    }),
  );
}

function readYarn(text: string): Record<string, string> {
  try {
    const settings = fieldsOf(text === '' ? {} : yaml.load(text));
    const scopes = Object.entries(fieldsOf(settings.npmScopes)).flatMap(([scope, it]) => {
      const url = textOf(fieldsOf(it).npmRegistryServer);
      return url === undefined ? [] : [[`@${scope}:registry`, url]];
    });
    const registry = textOf(settings.npmRegistryServer);
    return { ...Object.fromEntries(scopes), ...(registry === undefined ? {} : { registry }) };
  } catch {
    // Yarn itself says what is wrong with it; its registries are then not known.
    return {};
  }
}

/** `//host/path/:_authToken`, for the longest path that the registry lies below. */
function withLogin(url: string, user: Readonly<Record<string, string>>): Registry {
  const path = url.replace(/^https?:/, '');
  for (let at = path.length; at > 2; at = path.lastIndexOf('/', at - 2) + 1) {
    const base = path.slice(0, at);
    const token = user[`${base}:_authToken`];
    const basic = user[`${base}:_auth`];
    if (token) return { url, authorization: `Bearer ${token}` };
    if (basic) return { url, authorization: `Basic ${basic}` };
  }
  return { url };
}
