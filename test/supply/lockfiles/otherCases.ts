import type { Case } from './javascriptCases';

/**
 * Lockfiles whose tools can't be had here are written by hand, by their documented formats, with what they write in ways of their own; those
 * of cargo and go are made by them.
 */
export function otherCases(): Case[] {
  return [
    ...Object.entries(projects).map(([name, { files, command, args, written }]) => ({
      ...{ name, files, written, args },
      install: () => ({ command, args: [] }),
    })),
    ...Object.entries(written).map(([name, files]) => ({
      ...{ name, files, written: Object.keys(files), args: [] },
      install: () => ({ command: 'true', args: [] }),
    })),
  ];
}

const cargo = (dependencies: string) => ({
  command: 'cargo',
  args: ['generate-lockfile'],
  written: ['Cargo.lock', 'Cargo.toml'],
  files: {
    'Cargo.toml': `[package]\nname = "probe"\nversion = "0.1.0"\nedition = "2021"\n[workspace]\nmembers = ["inner"]\n[dependencies]\ninner = { path = "inner" }\n${dependencies}`,
    'src/lib.rs': '',
    'inner/Cargo.toml': '[package]\nname = "inner"\nversion = "0.2.0"\nedition = "2021"\n[dependencies]\nitoa = "1"\n',
    'inner/src/lib.rs': '',
  },
});

const go = (version: string, requires: string) => ({
  command: 'go',
  args: ['mod', 'tidy', '-e'],
  written: ['go.mod', 'go.sum'],
  files: {
    'go.mod': `module example.org/probe\n\ngo ${version}\n\n${requires}`,
    'main.go': 'package main\n\nimport (\n\t_ "golang.org/x/mod/semver"\n\t_ "gopkg.in/yaml.v3"\n)\n\nfunc main() {}\n',
  },
});

const projects: Readonly<Record<string, Omit<Case, 'name' | 'install'> & { readonly command: string }>> = {
  'cargo-two-versions': cargo('rand = "0.8"\nold-rand = { package = "rand", version = "0.7" }\n'),
  'cargo-features': cargo(
    'serde = { version = "1", features = ["derive"] }\ntokio = { version = "1", features = ["net"] }\n',
  ),
  'go-1.20': go('1.20', 'require golang.org/x/mod v0.12.0\n'),
  'go-1.16': go('1.16', 'require gopkg.in/yaml.v3 v3.0.1\n'),
  'go-replaced': go(
    '1.21',
    'require (\n\tgolang.org/x/mod v0.12.0 // comment\n\tgopkg.in/yaml.v3 v3.0.0\n)\n\nreplace gopkg.in/yaml.v3 v3.0.0 => gopkg.in/yaml.v3 v3.0.1\n\nexclude golang.org/x/mod v0.11.0\n',
  ),
};

const sum = (letter: string, length = 64) => letter.repeat(length);

const gemfileLock = `GIT
  remote: https://git.example.org/rack/rack.git
  revision: ${sum('a', 40)}
  branch: main
  specs:
    rack (3.1.0)

PATH
  remote: engines/shop
  specs:
    shop (0.1.0)
      rails (~> 7.1)

GEM
  remote: https://gems.example.org/
  specs:
    actioncable (7.1.3)
      actionpack (= 7.1.3)
      nio4r (~> 2.0)
    actionpack (7.1.3)
      nokogiri (>= 1.8.5)
    nio4r (2.7.0)
    nokogiri (1.16.2)
      racc (~> 1.4)
    nokogiri (1.16.2-x86_64-linux)
      racc (~> 1.4)
    nokogiri (1.16.2-java)
      racc (~> 1.4)
    racc (1.7.3)
    rails (7.1.3)
      actioncable (= 7.1.3)
    ruby2_keywords (0.0.5)
    google-protobuf (3.25.3-arm64-darwin)
    rc-gem (1.0.0.rc1)

GEM
  remote: https://private.example.org/
  specs:
    inside (2.0.0)

PLATFORMS
  ruby
  x86_64-linux

DEPENDENCIES
  inside!
  rack!
  rails (~> 7.1)
  shop!

RUBY VERSION
   ruby 3.3.0p0

BUNDLED WITH
   2.5.5
`;

const composer = (name: string, version: string, extra = {}) => ({
  ...{ name, version, source: { type: 'git', url: `https://git.example.org/${name}.git`, reference: sum('b', 40) } },
  dist: { type: 'zip', url: `https://dist.example.org/${name}.zip`, reference: sum('b', 40), shasum: '' },
  ...{ require: { php: '>=8.1', 'psr/log': '^1|^2|^3' }, type: 'library', license: ['MIT'], ...extra },
});

const composerLock = JSON.stringify(
  {
    _readme: ['This file locks the dependencies'],
    'content-hash': sum('c', 32),
    packages: [
      composer('monolog/monolog', '3.5.0'),
      composer('psr/log', '3.0.0'),
      composer('symfony/console', 'v6.4.3'),
      composer('acme/branch', 'dev-main'),
      composer('acme/alias', '1.x-dev', { abandoned: 'acme/other' }),
    ],
    'packages-dev': [
      composer('phpunit/phpunit', '10.5.9'),
      composer('swiftmailer/swiftmailer', 'v6.3.0', { abandoned: true }),
    ],
    aliases: [],
    platform: { php: '>=8.1' },
  },
  null,
  4,
);

const nugetLock = JSON.stringify(
  {
    version: 2,
    dependencies: {
      'net6.0': {
        'Newtonsoft.Json': { type: 'Direct', requested: '[13.0.1, )', resolved: '13.0.1', contentHash: sum('D', 86) },
        'System.Text.Json': { type: 'Transitive', resolved: '6.0.0', contentHash: sum('E', 86) },
        shared: { type: 'Project', dependencies: { 'System.Text.Json': '[6.0.0, )' } },
      },
      'net8.0': {
        'Newtonsoft.Json': { type: 'Direct', requested: '[13.0.1, )', resolved: '13.0.3', contentHash: sum('F', 86) },
        'System.Text.Json': {
          type: 'CentralTransitive',
          requested: '[6.0.0, )',
          resolved: '6.0.0',
          contentHash: sum('E', 86),
        },
      },
      'net8.0/win-x64': {
        'Microsoft.NETCore.App': { type: 'Transitive', resolved: '8.0.0', contentHash: sum('G', 86) },
      },
    },
  },
  null,
  2,
);

const hex = (name: string, version: string, deps = '') =>
  `  "${name}": {:hex, :${name}, "${version}", "${sum('1')}", [:mix], [${deps}], "hexpm", "${sum('2')}"},`;

const mixLock = `%{
${hex('plug', '1.15.3', '{:mime, "~> 1.0 or ~> 2.0", [hex: :mime, repo: "hexpm", optional: false]}')}
${hex('mime', '2.0.5')}
  "cowboy": {:hex, :cowboy, "2.10.0", "${sum('3')}", [:make, :rebar3], [{:cowlib, "2.12.1", [hex: :cowlib, repo: "hexpm", optional: false]}], "hexpm", "${sum('4')}"},
  "forked": {:git, "https://git.example.org/acme/forked.git", "${sum('5', 40)}", [branch: "main"]},
  "old": {:hex, :old, "0.9.0-rc.1", "${sum('6')}", [:mix], [], "hexpm"},
}
`;

const pubspecLock = `# Generated by pub
packages:
  async:
    dependency: transitive
    description:
      name: async
      sha256: "${sum('7')}"
      url: "https://pub.example.org"
    source: hosted
    version: "2.11.0"
  flutter:
    dependency: "direct main"
    description: flutter
    source: sdk
    version: "0.0.0"
  lints:
    dependency: "direct dev"
    description:
      name: lints
      url: "https://pub.example.org"
    source: hosted
    version: "3.0.0"
  forked:
    dependency: "direct overridden"
    description:
      path: "."
      ref: main
      resolved-ref: "${sum('8', 40)}"
      url: "https://git.example.org/acme/forked.git"
    source: git
    version: "1.0.0-dev+3"
  beside:
    dependency: "direct main"
    description:
      path: "../beside"
      relative: true
    source: path
    version: "0.0.1"
sdks:
  dart: ">=3.0.0 <4.0.0"
`;

const pins = [
  {
    identity: 'swift-nio',
    location: 'https://git.example.org/apple/swift-nio.git',
    state: { revision: sum('9', 40), version: '2.62.0' },
  },
  {
    identity: 'vapor',
    location: 'https://git.example.org/vapor/vapor',
    state: { revision: sum('a', 40), version: '4.90.0' },
  },
  {
    identity: 'branchy',
    location: 'git@git.example.org:acme/branchy.git',
    state: { branch: 'main', revision: sum('b', 40) },
  },
].map(pin => ({ ...pin, kind: 'remoteSourceControl' }));

const podfileLock = `PODS:
  - Alamofire (5.8.1)
  - Firebase/Core (10.20.0):
    - Firebase/CoreOnly
    - FirebaseAnalytics (~> 10.20.0)
  - Firebase/CoreOnly (10.20.0):
    - FirebaseCore (= 10.20.0)
  - FirebaseAnalytics (10.20.0):
    - "GoogleUtilities/NSData+zlib (~> 7.11)"
  - FirebaseCore (10.20.0)
  - "GoogleUtilities/NSData+zlib (7.12.0)"
  - hermes-engine (0.73.2):
    - hermes-engine/Pre-built (= 0.73.2)
  - hermes-engine/Pre-built (0.73.2)
  - React-Core (0.73.2)

DEPENDENCIES:
  - Alamofire (~> 5.8)
  - Firebase/Core
  - "hermes-engine (from \`../node_modules/react-native/hermes-engine.podspec\`)"
  - React-Core (from \`../node_modules/react-native/\`)

SPEC REPOS:
  trunk:
    - Alamofire

EXTERNAL SOURCES:
  hermes-engine:
    :podspec: "../node_modules/react-native/hermes-engine.podspec"
  React-Core:
    :path: "../node_modules/react-native/"

SPEC CHECKSUMS:
  Alamofire: ${sum('c', 40)}

PODFILE CHECKSUM: ${sum('d', 40)}

COCOAPODS: 1.14.3
`;

const conan1 = JSON.stringify({
  graph_lock: {
    nodes: {
      '0': { options: '', requires: ['1', '2'], build_requires: ['4'], path: 'conanfile.txt', context: 'host' },
      '1': { ref: 'zlib/1.2.11', options: 'shared=False', package_id: sum('1', 40), prev: '0', context: 'host' },
      '2': { ref: `fmt/7.1.3#${sum('e', 32)}`, requires: ['3'], package_id: sum('2', 40), context: 'host' },
      '3': { pref: `bzip2/1.0.8@user/stable#${sum('f', 32)}:${sum('3', 40)}#${sum('4', 32)}`, context: 'host' },
      '4': { ref: 'cmake/3.22.0', context: 'build' },
    },
    revisions_enabled: false,
  },
  version: '0.4',
});

const conan2 = JSON.stringify(
  {
    version: '0.5',
    requires: [
      `zlib/1.2.13#${sum('a', 32)}%1667396813.733`,
      `sound32/1.0@user/channel#${sum('b', 32)}%1675278126.0552447`,
      'bare/2.0',
    ],
    build_requires: [`cmake/3.27.1#${sum('c', 32)}%1691078411.16`],
    python_requires: ['pytool/0.1'],
  },
  null,
  4,
);

const gradleLock = `# This is a Gradle generated file for dependency locking.
# Manual edits can break the build and are not advised.
# This file is expected to be part of source control.
com.example:kit:1.0=testCompileClasspath,testRuntimeClasspath
org.springframework:spring-core:5.3.9=compileClasspath,runtimeClasspath
org.slf4j:slf4j-api:2.0.0-alpha1=compileClasspath
empty=annotationProcessor,testAnnotationProcessor
`;

const verification = `<?xml version="1.0" encoding="UTF-8"?>
<verification-metadata xmlns="https://schema.example.org/dependency-verification">
   <configuration><verify-metadata>true</verify-metadata></configuration>
   <components>
      <component group="com.example" name="kit" version="1.0">
         <artifact name="kit-1.0.jar"><sha256 value="${sum('1')}" origin="Generated by Gradle"/></artifact>
      </component>
      <component group="com.example" name="kit" version="1.1"><artifact name="kit-1.1.pom"><sha1 value="${sum('2', 40)}"/></artifact></component>
      <component group="org.other" name="thing" version="2.0-jre"/>
   </components>
</verification-metadata>
`;

const stackLock = `packages:
- completed:
    hackage: aeson-2.0.3.0@sha256:${sum('1')},6132
    pantry-tree:
      sha256: ${sum('2')}
      size: 2000
  original:
    hackage: aeson-2.0.3.0@sha256:${sum('1')},6132
- completed:
    hackage: fuzzy-text-3-1.0.4@sha256:${sum('3')},900
  original:
    hackage: fuzzy-text-3-1.0.4
snapshots:
- completed:
    size: 640086
    url: https://snapshots.example.org/19/16.yaml
    sha256: ${sum('4')}
  original: lts-19.16
`;

const cabalFreeze = `active-repositories: hackage.example.org:merge
constraints: any.aeson ==2.0.3.0,
             aeson -cffi +ordered-keymap,
             any.base ==4.16.2.0,
             any.base-compat-batteries ==0.12.1,
             any.text ==1.2.5.0
index-state: hackage.example.org 2022-07-20T01:00:00Z
`;

const renvLock = JSON.stringify(
  {
    R: { Version: '4.3.1', Repositories: [{ Name: 'CRAN', URL: 'https://cran.example.org' }] },
    Packages: {
      R6: { Package: 'R6', Version: '2.5.1', Source: 'Repository', Repository: 'CRAN', Hash: sum('1', 32) },
      markdown: { Package: 'markdown', Version: '1.0', Source: 'Repository', Repository: 'CRAN' },
      mime: { Package: 'mime', Version: '0.12.1', Source: 'GitHub', RemoteUsername: 'yihui', RemoteRepo: 'mime' },
    },
  },
  null,
  2,
);

const crlf = (text: string) => text.replaceAll('\n', '\r\n');

const written: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gems: { 'Gemfile.lock': gemfileLock },
  'gems-crlf': { 'Gemfile.lock': crlf(gemfileLock) },
  composer: { 'composer.lock': composerLock },
  nuget: { 'packages.lock.json': nugetLock },
  mix: { 'mix.lock': mixLock },
  pub: { 'pubspec.lock': pubspecLock },
  'pub-crlf': { 'pubspec.lock': crlf(pubspecLock) },
  'swift-2': { 'Package.resolved': JSON.stringify({ pins, version: 2 }, null, 2) },
  'swift-3': { 'Package.resolved': JSON.stringify({ originHash: sum('a'), pins, version: 3 }, null, 2) },
  'swift-1': {
    'Package.resolved': JSON.stringify({
      object: {
        pins: pins.map(({ identity, location, state }) => ({ package: identity, repositoryURL: location, state })),
      },
      version: 1,
    }),
  },
  pods: { 'Podfile.lock': podfileLock },
  'pods-crlf': { 'Podfile.lock': crlf(podfileLock) },
  'conan-1': { 'conan.lock': conan1 },
  'conan-2': { 'conan.lock': conan2 },
  gradle: {
    'gradle.lockfile': gradleLock,
    'buildscript-gradle.lockfile': gradleLock,
    'gradle/verification-metadata.xml': verification,
  },
  'gradle-crlf': { 'gradle.lockfile': crlf(gradleLock) },
  stack: { 'stack.yaml.lock': stackLock },
  cabal: { 'cabal.project.freeze': cabalFreeze },
  renv: { 'renv.lock': renvLock },
};
