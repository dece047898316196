import { dirname, join } from 'node:path';
import { fieldsOf, textOf } from '../../core/untyped';
import { allowed, type ConfigPlaces, readIf } from './configFiles';
import { jsonIn, type Lookup } from './protocol';
import { xmlElements } from './xmlElements';

// These ecosystems have names of private packages stand beside public ones, with nothing that tells them apart. So where a project names
// any place of its own, nobody else is asked about its names.

/** Where Ruby's gems come from: rubygems.org, or Bundler's mirror of it. */
export function rubyLookup({ root, home, env }: ConfigPlaces): () => Lookup {
  const gemfile = ['Gemfile', 'gems.rb'].map(name => readIf(join(root, name))).join('\n');
  const sources = Array.from(
    gemfile.matchAll(/\bsource\s{0,9}(?:\(|:|=>)?\s{0,9}["']([^"'\n]{1,500})["']/g),
    it => it[1]!,
  );
  if (sources.some(url => !/^https:\/\/(?:index\.)?rubygems\.org\/?$/.test(url)))
    return always({ why: 'its Gemfile names a source of its own' });
  const key = /^\s*BUNDLE_MIRROR__(?:ALL|HTTPS:\/\/RUBYGEMS__ORG\/?):\s*["']?([^"'\s]{1,500})/m;
  const inEnv = env['BUNDLE_MIRROR__HTTPS://RUBYGEMS__ORG/'] ?? env.BUNDLE_MIRROR__ALL;
  const own = inEnv ?? key.exec(readIf(join(home, '.bundle', 'config')))?.[1];
  const project = key.exec(readIf(join(root, '.bundle', 'config')))?.[1];
  return place(project ?? own ?? 'https://rubygems.org/', project === undefined);
}

/** Where NuGet's packages come from: the sources of the project's NuGet.Config, of the folders above and of the person. */
export function nugetLookup({ root, home, env }: ConfigPlaces): () => Lookup {
  const personal = [join(home, '.nuget', 'NuGet'), ...(env.APPDATA ? [join(env.APPDATA, 'NuGet')] : [])];
  const sources: { readonly url: string; readonly own: boolean }[] = [];
  for (const [folder, own] of [
    ...above(root).map(it => [it, false] as const),
    ...personal.map(it => [it, true] as const),
  ]) {
    const elements = xmlElements(
      ['nuget.config', 'NuGet.config', 'NuGet.Config'].map(it => readIf(join(folder, it))).find(Boolean) ?? '',
    );
    if (elements.some(({ path }) => path.startsWith('configuration/packageSourceMapping/')))
      return always({ why: 'its NuGet.Config says which source has which package' });
    const named = elements.filter(({ path }) => path === 'configuration/packageSources/add');
    sources.push(...named.map(({ attributes }) => ({ url: attributes.value ?? '', own })));
    if (elements.some(({ path }) => path === 'configuration/packageSources/clear')) break;
  }
  const usual = [{ url: 'https://api.nuget.org/v3/index.json', own: true }];
  const found = (sources.length > 0 ? sources : usual).map(({ url, own }) =>
    /\/index\.json$/.test(url)
      ? allowed(url.replace(/index\.json$/, ''), own)
      : { why: 'one of its sources has no index of NuGet 3' },
  );
  const refused = found.find(it => typeof it !== 'string');
  if (refused && typeof refused !== 'string') return always(refused);
  return always({ registries: found.flatMap(url => (typeof url === 'string' ? [{ url }] : [])) });
}

/** Where PHP's packages come from: Packagist, or what the person has in its place. */
export function packagistLookup({ root, home }: ConfigPlaces): () => Lookup {
  const repositories = (file: string) => {
    const named = fieldsOf(jsonIn(readIf(file) || '{}')).repositories;
    return Object.entries(Array.isArray(named) ? { ...named } : fieldsOf(named));
  };
  if (repositories(join(root, 'composer.json')).length > 0)
    return always({ why: 'its composer.json names repositories of its own' });
  const own = [join(home, '.config', 'composer'), join(home, '.composer')].flatMap(it =>
    repositories(join(it, 'config.json')),
  );
  const mirror = own.find(([name]) => /^packagist(?:\.org)?$/.test(name))?.[1];
  if (own.length > (mirror ? 1 : 0)) return always({ why: 'Composer is configured for repositories of its own' });
  return place(textOf(fieldsOf(mirror).url) ?? 'https://repo.packagist.org/', true);
}

/** Where Maven's artifacts come from: Maven Central, or the person's mirror of it. */
export function mavenLookup({ root, home }: ConfigPlaces): () => Lookup {
  const pom = xmlElements(readIf(join(root, 'pom.xml')));
  const gradle = ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts'].map(it =>
    readIf(join(root, it)),
  );
  if (
    pom.some(({ path }) => /^project\/(?:profiles\/profile\/)?repositories\//.test(path)) ||
    gradle.some(it => /\bmaven\s*[({]/.test(it))
  )
    return always({ why: 'its build names repositories of its own' });
  const settings = xmlElements(readIf(join(home, '.m2', 'settings.xml')));
  const of = (name: string) =>
    settings.filter(({ path }) => path === `settings/mirrors/mirror/${name}`).map(it => it.text);
  const [urls, names] = [of('url'), of('mirrorOf')];
  const at = names.findIndex(it => /(?:^|,)\s*(?:\*|external:\*|central)\s*(?:,|$)/.test(it));
  if (at < 0 && settings.some(({ path }) => path.startsWith('settings/profiles/profile/repositories/')))
    return always({ why: 'Maven is configured for repositories of its own' });
  return place(at < 0 || urls.length !== names.length ? 'https://repo.maven.apache.org/maven2/' : urls[at]!, true);
}

/** Where Hex's packages come from: hex.pm's API. */
export function hexLookup({ root, env }: ConfigPlaces): () => Lookup {
  if (/\b(?:organization|repo):/.test(readIf(join(root, 'mix.exs'))))
    return always({ why: 'its mix.exs names a repository of its own' });
  if (env.HEX_API_URL === undefined && (env.HEX_MIRROR ?? env.HEX_MIRROR_URL) !== undefined)
    return always({ why: 'HEX_MIRROR names a mirror, which has no API' });
  return place(env.HEX_API_URL ?? 'https://hex.pm/api/', true);
}

/** Where Dart's packages come from: pub.dev, or PUB_HOSTED_URL. */
export function pubLookup({ root, env }: ConfigPlaces): () => Lookup {
  if (/^\s+hosted:/m.test(readIf(join(root, 'pubspec.yaml'))))
    return always({ why: 'its pubspec.yaml names a repository of its own' });
  return place(env.PUB_HOSTED_URL ?? 'https://pub.dev/', true);
}

function place(url: string, own: boolean): () => Lookup {
  const found = allowed(url, own);
  return always(typeof found === 'string' ? { registries: [{ url: found }] } : found);
}

function always(lookup: Lookup): () => Lookup {
  return () => lookup;
}

/** A folder and those that it lies in, the nearest first. */
function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}
