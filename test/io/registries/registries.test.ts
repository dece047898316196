import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Ecosystem } from '../../../src/core/packages';
import type { RegistryAnswer, RegistryFacts, RegistryQuestion } from '../../../src/core/registry';
import { createRegistries, type RegistryOptions } from '../../../src/io/registries/askRegistries';
import { daysAgo, packument, type RegistryServer, type Served, serveRegistry } from './registryServer';

describe('registries that a project is configured for', () => {
  let folder: string;
  let servers: RegistryServer[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-registries-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await Promise.all(servers.map(it => it.close()));
    servers = [];
  });

  const serve = async (served: Served) => {
    const server = await serveRegistry(served);
    servers.push(server);
    return server;
  };
  const write = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  const asker = (env: Record<string, string> = {}, more: Partial<RegistryOptions> = {}) =>
    createRegistries({
      root: join(folder, 'work'),
      home: join(folder, 'home'),
      env,
      trusted: true,
      patience: 3_000,
      ...more,
    });
  const kindOf = async (answer: Promise<RegistryAnswer>) => {
    const it = await answer;
    return it.kind === 'unasked' ? it.why : it.kind;
  };
  const npm = (name: string, version?: string): RegistryQuestion => ({ ecosystem: 'npm', name, version });

  it('asks a scope at its own registry with its own token, and never elsewhere', async () => {
    const open = await serve({ files: { 'left-thing': packument('left-thing', { '1.0.0': { age: 900 } }) } });
    const token = `t${Date.now().toString(36)}`;
    const closed = await serve({ files: { '@acme%2ftool': packument('@acme/tool', { '2.0.0': { age: 3 } }) }, token });
    write({
      'home/.npmrc': `registry=${open.url}\n@acme:registry=${closed.url}\n//${closed.url.slice(7)}:_authToken=\${ACME}\n`,
    });
    const ask = asker({ ACME: token });
    assert.equal(await kindOf(ask(npm('@acme/tool'))), 'known');
    assert.equal(await kindOf(ask(npm('@acme/no-such'))), 'absent');
    assert.equal(await kindOf(ask(npm('left-thing'))), 'known');
    assert.equal(await kindOf(ask(npm('no-such-thing'))), 'absent');
    assert.deepEqual(
      open.asked.map(it => it.path),
      ['left-thing', 'no-such-thing'],
    );
    assert.ok(open.asked.every(it => it.authorization === undefined));
    assert.ok(closed.asked.every(it => it.authorization === `Bearer ${token}`));
  });

  it('says that it could not ask where a login is missing, a server is ill or sends elsewhere', async () => {
    const login = await serve({ files: {}, token: 'x' });
    assert.match(await kindOf(asker({ npm_config_registry: login.url })(npm('abc'))), /wants a login/);
    const ill = await serve({ files: { abc: 503 } });
    assert.match(await kindOf(asker({ npm_config_registry: ill.url })(npm('abc'))), /status 503/);
    const other = await serve({ files: {} });
    const moved = await serve({ files: {}, redirect: `${other.url}abc` });
    assert.match(await kindOf(asker({ npm_config_registry: moved.url })(npm('abc'))), /not followed/);
    assert.deepEqual(other.asked, []);
    const slow = await serve({ files: {}, delay: 2_000 });
    assert.match(
      await kindOf(asker({ npm_config_registry: slow.url }, { patience: 100 })(npm('abc'))),
      /100 ms|no answer/,
    );
    const gone = await serve({ files: {} });
    await gone.close();
    assert.match(
      await kindOf(asker({ npm_config_registry: gone.url })(npm('abc'))),
      /can't be reached \(ECONNREFUSED\)/,
    );
  });

  it('asks nothing where nobody trusts the workspace, and no door of this machine that a repository alone names', async () => {
    const server = await serve({ files: {} });
    assert.match(
      await kindOf(asker({ npm_config_registry: server.url }, { trusted: false })(npm('abc'))),
      /not trusted/,
    );
    for (const url of [
      server.url,
      'http://registry.example/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://169.254.169.254/latest/',
      `https://evil.example/\${HOME}/`,
    ]) {
      write({ 'work/.npmrc': `registry=${url}\n` });
      assert.match(await kindOf(asker()(npm('abc'))), /only the repository|not asked over HTTPS|can be read/, url);
    }
    assert.deepEqual(server.asked, []);
  });

  it("sends no token that a repository's own file names", async () => {
    const server = await serve({ files: { abc: packument('abc', { '1.0.0': { age: 1 } }) } });
    write({
      'home/.npmrc': `registry=${server.url}\n`,
      'work/.npmrc': `registry=${server.url}\n//${server.url.slice(7)}:_authToken=\${HOME_TOKEN}\n`,
    });
    assert.equal(await kindOf(asker({ HOME_TOKEN: 'secret-of-the-person' })(npm('abc'))), 'known');
    assert.deepEqual(server.asked, [{ path: 'abc', authorization: undefined }]);
  });

  it('reads what npm tells', async () => {
    const versions = {
      '1.0.0': { age: 400, dist: { attestations: {} }, maintainers: [{ name: 'ann' }] },
      '1.0.1': { age: 1, scripts: { preinstall: 'x' }, maintainers: [{ name: 'eve' }], deprecated: 'no more' },
    };
    const server = await serve({ files: { abc: packument('abc', versions) } });
    const answer = await asker({ npm_config_registry: server.url })(npm('abc'));
    assert.ok(answer.kind === 'known');
    const { version, previous, latest, versions: count } = answer.facts;
    assert.deepEqual(
      [latest, count, version?.installScript, version?.deprecated, version?.provenance],
      ['1.0.1', 2, true, 'no more', false],
    );
    assert.deepEqual([previous?.version, previous?.provenance, previous?.maintainers], ['1.0.0', true, ['ann']]);
  });

  it('reads PyPI by both of its APIs, and takes a package for absent only where no index has it', async () => {
    const json = {
      info: { version: '2.0' },
      releases: {
        '1.0': [{ upload_time_iso_8601: daysAgo(500) }],
        '2.0': [{ upload_time_iso_8601: daysAgo(2), yanked: true }],
      },
    };
    const main = await serve({ files: { 'pypi/abc/json': json } });
    const extra = await serve({
      files: { 'inner/': { files: [{ filename: 'inner-1.0.tar.gz', 'upload-time': daysAgo(5), yanked: false }] } },
    });
    const ask = asker({ PIP_INDEX_URL: `${main.url}simple/`, PIP_EXTRA_INDEX_URL: extra.url });
    const abc = await ask({ ecosystem: 'PyPI', name: 'abc' });
    assert.ok(
      abc.kind === 'known' &&
        abc.facts.version?.deprecated === 'yanked' &&
        abc.facts.created!.startsWith(daysAgo(500).slice(0, 10)),
    );
    assert.equal(await kindOf(ask({ ecosystem: 'PyPI', name: 'inner' })), 'known');
    assert.equal(await kindOf(ask({ ecosystem: 'PyPI', name: 'no-such' })), 'absent');
    await extra.close();
    assert.match(await kindOf(ask({ ecosystem: 'PyPI', name: 'other' })), /can't be reached/);
  });

  it('reads a sparse index and a Go proxy', async () => {
    const crates = await serve({
      files: {
        'ab/cd/abcd': '{"name":"abcd","vers":"0.1.0","yanked":false}\n{"name":"abcd","vers":"0.2.0","yanked":true}\n',
        '3/x/xyz': '{"name":"xyz","vers":"1.0.0"}',
      },
    });
    write({
      'home/.cargo/config.toml': `[source.crates-io]\nreplace-with = "mine"\n[source.mine]\nregistry = "sparse+${crates.url}"\n`,
    });
    const goProxy = await serve({ files: { 'example.org/!up/mod/@latest': { Version: 'v1.2.3', Time: daysAgo(9) } } });
    const ask = asker({ GOPROXY: `${goProxy.url},direct`, GOPRIVATE: '*.corp.example,example.org/private' });
    const abcd = await ask({ ecosystem: 'crates.io', name: 'abcd' });
    assert.ok(abcd.kind === 'known' && abcd.facts.latest === '0.1.0');
    assert.equal(await kindOf(ask({ ecosystem: 'crates.io', name: 'xyz' })), 'known');
    assert.equal(await kindOf(ask({ ecosystem: 'crates.io', name: 'no-such' })), 'absent');
    assert.equal(await kindOf(ask({ ecosystem: 'Go', name: 'example.org/Up/mod/sub/pkg' })), 'known');
    assert.equal(await kindOf(ask({ ecosystem: 'Go', name: 'example.org/no/such' })), 'absent');
    assert.match(await kindOf(ask({ ecosystem: 'Go', name: 'git.corp.example/a/b' })), /GOPRIVATE/);
    assert.match(await kindOf(ask({ ecosystem: 'Go', name: 'example.org/private/x' })), /GOPRIVATE/);
    assert.ok(goProxy.asked.every(({ path }) => !/corp|private/.test(path)));
  });

  describe('of further ecosystems', () => {
    /** What each registry serves, by the protocol that its documentation tells, and how a project is turned to it. */
    const registries: readonly {
      readonly ecosystem: Ecosystem;
      readonly name: string;
      readonly served: (url: string) => Record<string, unknown>;
      readonly env?: (url: string) => Record<string, string>;
      readonly files?: (url: string) => Record<string, string>;
      readonly told: Partial<RegistryFacts>;
      /** What makes nobody else hear of its names. */
      readonly kept: Record<string, string>;
    }[] = [
      {
        ...{ ecosystem: 'RubyGems', name: 'Some-gem' },
        served: () => ({
          'api/v1/versions/Some-gem.json': [
            { number: '2.0.0', created_at: daysAgo(2), platform: 'ruby' },
            { number: '1.0.0', created_at: daysAgo(900), platform: 'ruby' },
          ],
        }),
        env: url => ({ BUNDLE_MIRROR__ALL: url }),
        told: { latest: '2.0.0', versions: 2, version: { version: '2.0.0', published: daysAgo(2) } },
        kept: {
          'work/Gemfile': 'source "https://rubygems.org"\ngem "a"\nsource("https://gems.corp.example") { gem "b" }\n',
        },
      },
      {
        ...{ ecosystem: 'NuGet', name: 'Some.Package' },
        served: url => ({
          'v3/index.json': {
            version: '3.0.0',
            resources: [
              { '@id': `${url}flat/`, '@type': 'PackageBaseAddress/3.0.0' },
              { '@id': `${url}reg`, '@type': 'RegistrationsBaseUrl' },
            ],
          },
          'flat/some.package/index.json': { versions: ['1.0.0', '1.1.0-beta'] },
          'reg/some.package/index.json': {
            items: [
              {
                items: [
                  { catalogEntry: { version: '1.0.0', published: daysAgo(9), deprecation: { reasons: ['Legacy'] } } },
                  { catalogEntry: { version: '1.1.0-Beta', published: daysAgo(1), listed: true } },
                ],
              },
            ],
          },
        }),
        files: url => ({
          'home/.nuget/NuGet/NuGet.Config': `<configuration><packageSources><clear/><add key="x" value="${url}v3/index.json"/></packageSources></configuration>`,
        }),
        told: {
          latest: '1.1.0-beta',
          versions: 2,
          previous: { version: '1.0.0', published: daysAgo(9), deprecated: 'Legacy' },
        },
        kept: {
          'work/nuget.config':
            '<configuration><packageSourceMapping><packageSource key="a"/></packageSourceMapping></configuration>',
        },
      },
      {
        ...{ ecosystem: 'Packagist', name: 'Acme/Thing' },
        served: () => ({
          'p2/acme/thing.json': {
            minified: 'composer/2.0',
            packages: {
              'acme/thing': [
                { version: 'v2.1.0', time: daysAgo(3), abandoned: 'acme/other' },
                { version: 'v2.0.0', time: daysAgo(70) },
              ],
            },
          },
        }),
        files: url => ({
          'home/.composer/config.json': JSON.stringify({
            repositories: { 'packagist.org': { type: 'composer', url } },
          }),
        }),
        told: {
          latest: '2.1.0',
          versions: 2,
          version: { version: '2.1.0', published: daysAgo(3), deprecated: 'abandoned; use acme/other' },
        },
        kept: { 'work/composer.json': '{"repositories":[{"type":"vcs","url":"https://git.corp.example/a"}]}' },
      },
      {
        ...{ ecosystem: 'Maven', name: 'org.Acme.lib:thing-core' },
        served: () => ({
          'org/Acme/lib/thing-core/maven-metadata.xml':
            '<?xml version="1.0"?><metadata><groupId>org.Acme.lib</groupId><versioning><release>1.2</release><versions><version>1.0</version><version>1.2</version><version>2.0-rc1</version></versions></versioning></metadata>',
        }),
        files: url => ({
          'home/.m2/settings.xml': `<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors><mirror><id>m</id><mirrorOf>external:*</mirrorOf><url>${url}</url></mirror></mirrors></settings>`,
        }),
        told: { latest: '1.2', versions: 3, version: { version: '1.2' } },
        kept: {
          'work/pom.xml':
            '<project><repositories><repository><url>https://maven.corp.example</url></repository></repositories></project>',
        },
      },
      {
        ...{ ecosystem: 'Hex', name: 'some_thing' },
        served: () => ({
          'packages/some_thing': {
            name: 'some_thing',
            latest_stable_version: '1.1.0',
            releases: [
              { version: '1.1.0', inserted_at: daysAgo(4) },
              { version: '1.0.0', inserted_at: daysAgo(40) },
            ],
            retirements: { '1.1.0': { reason: 'security', message: 'leaks' } },
          },
        }),
        env: url => ({ HEX_API_URL: url }),
        told: {
          latest: '1.1.0',
          versions: 2,
          version: { version: '1.1.0', published: daysAgo(4), deprecated: 'security: leaks' },
        },
        kept: { 'work/mix.exs': '{:a, "~> 1.0", organization: "acme"}' },
      },
      {
        ...{ ecosystem: 'Pub', name: 'some_thing' },
        served: () => ({
          'api/packages/some_thing': {
            name: 'some_thing',
            latest: { version: '0.2.0' },
            versions: [
              { version: '0.1.0', published: daysAgo(8) },
              { version: '0.2.0', published: daysAgo(1), retracted: true },
            ],
          },
        }),
        env: url => ({ PUB_HOSTED_URL: url }),
        told: {
          latest: '0.2.0',
          versions: 2,
          version: { version: '0.2.0', published: daysAgo(1), deprecated: 'retracted' },
        },
        kept: { 'work/pubspec.yaml': 'dependencies:\n  a:\n    hosted: https://pub.corp.example\n' },
      },
    ];
    const days = (value: unknown) => JSON.parse(JSON.stringify(value).replace(/T\d\d:\d\d:\d\d\.\d+Z/g, ''));

    for (const { ecosystem, name, served, env, files, told, kept } of registries)
      it(`reads what ${ecosystem} tells, and asks nobody where a project names a place of its own`, async () => {
        const pages: Record<string, unknown> = {};
        const server = await serve({ files: pages });
        Object.assign(pages, served(server.url));
        write(files?.(server.url) ?? {});
        const ask = asker(env?.(server.url));
        const answer = await ask({ ecosystem, name });
        assert.ok(answer.kind === 'known', JSON.stringify(answer));
        for (const [fact, value] of Object.entries(told))
          assert.deepEqual(days(answer.facts[fact as keyof RegistryFacts]), days(value), fact);
        assert.equal(await kindOf(ask({ ecosystem, name: `${name}-no-such` })), 'absent');
        const before = server.asked.length;
        for (const body of ['', '[]', '{}', '<', '{"packages":3,"versions":4,"releases":5,"resources":6}']) {
          for (const page of Object.keys(pages)) pages[page] = body;
          const odd = await asker(env?.(server.url))({ ecosystem, name });
          assert.ok(odd.kind !== 'known' || odd.facts.versions === undefined, `${body} ${JSON.stringify(odd)}`);
        }
        assert.ok(server.asked.length > before);
        write(kept);
        server.asked.splice(0);
        assert.match(await kindOf(asker(env?.(server.url))({ ecosystem, name })), /of its own|says which source/);
        assert.deepEqual(server.asked, []);
      });

    it('reads a gem of the compact index, where a mirror has no more', async () => {
      const index = '---\n1.0.0 rake:>= 0|checksum:ab\n1.1.0-java |checksum:cd\n';
      const server = await serve({ files: { 'info/abc': index } });
      const answer = await asker({ BUNDLE_MIRROR__ALL: server.url })({ ecosystem: 'RubyGems', name: 'abc' });
      assert.ok(answer.kind === 'known' && answer.facts.latest === '1.1.0' && answer.facts.versions === 2);
    });

    it('follows no index of NuGet to another host', async () => {
      const other = await serve({ files: {} });
      const resources = [{ '@id': other.url, '@type': 'PackageBaseAddress/3.0.0' }];
      const server = await serve({ files: { 'index.json': { resources } } });
      write({
        'home/.nuget/NuGet/NuGet.Config': `<configuration><packageSources><add key="x" value="${server.url}index.json"/></packageSources></configuration>`,
      });
      assert.match(await kindOf(asker()({ ecosystem: 'NuGet', name: 'Abc' })), /something else/);
      assert.deepEqual(other.asked, []);
    });
  });

  it('asks once, and keeps answers on disk without a name', async () => {
    const server = await serve({
      files: { 'abc-secret-name': packument('abc-secret-name', { '1.0.0': { age: 900 } }) },
      delay: 20,
    });
    const env = { npm_config_registry: server.url };
    let now = Date.now();
    const options = { stateFolder: join(folder, 'state'), now: () => now };
    const ask = asker(env, options);
    await Promise.all([ask(npm('abc-secret-name')), ask(npm('abc-secret-name'))]);
    await asker(env, options)(npm('abc-secret-name'));
    assert.equal(server.asked.length, 1);
    assert.doesNotMatch(readFileSync(join(folder, 'state', 'registries.json'), 'utf8'), /abc-secret-name/);
    now += 25 * 60 * 60 * 1000;
    await asker(env, options)(npm('abc-secret-name'));
    assert.equal(server.asked.length, 2);
  });
});
