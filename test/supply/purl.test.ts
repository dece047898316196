import assert from 'node:assert/strict';
import type { Ecosystem, PackageEntry } from '../../src/core/packages';
import { entryOfPurl, parsePurl, purlOf } from '../../src/supply/purl';

const cases: readonly (readonly [Ecosystem, string, string | undefined, string])[] = [
  ['npm', 'left-pad', '1.3.0', 'pkg:npm/left-pad@1.3.0'],
  ['npm', '@scope/name', '1.0.0-rc.1+b', 'pkg:npm/%40scope/name@1.0.0-rc.1%2Bb'],
  ['npm', '@scope/name', undefined, 'pkg:npm/%40scope/name'],
  ['PyPI', 'ruamel-yaml', '1!0.17', 'pkg:pypi/ruamel-yaml@1%210.17'],
  ['crates.io', 'serde', '1.0.1', 'pkg:cargo/serde@1.0.1'],
  ['Go', 'github.com/BurntSushi/toml', '1.2.0', 'pkg:golang/github.com/BurntSushi/toml@v1.2.0'],
  ['Maven', 'org.example:some-artifact', '1.0', 'pkg:maven/org.example/some-artifact@1.0'],
  ['RubyGems', 'rails', '7.0.1', 'pkg:gem/rails@7.0.1'],
  ['Packagist', 'vendor/name', 'dev-main', 'pkg:composer/vendor/name@dev-main'],
  ['NuGet', 'Newtonsoft.Json', '13.0.1', 'pkg:nuget/Newtonsoft.Json@13.0.1'],
  ['Hex', 'phoenix', '1.7.0', 'pkg:hex/phoenix@1.7.0'],
  ['Pub', 'http', '1.0.0', 'pkg:pub/http@1.0.0'],
  ['SwiftURL', 'github.com/owner/Name', '5.0.0', 'pkg:swift/github.com/owner/Name@5.0.0'],
  ['CocoaPods', 'Pod/Core/Deep', '1.0', 'pkg:cocoapods/Pod@1.0#Core/Deep'],
  ['ConanCenter', 'zlib', '1.3', 'pkg:conan/zlib@1.3'],
  ['Hackage', 'aeson', '2.0', 'pkg:hackage/aeson@2.0'],
  ['CRAN', 'ggplot2', '3.4.0', 'pkg:cran/ggplot2@3.4.0'],
  ['JSR', '@std/path', '1.0.0', 'pkg:jsr/%40std/path@1.0.0'],
  ['GitHub Actions', 'actions/cache/restore', 'v4', 'pkg:github/actions/cache@v4#restore'],
  ['Docker', 'node', '22-alpine', 'pkg:docker/node@22-alpine'],
  [
    'Docker',
    'registry.example:5000/team/app',
    'sha256:00',
    'pkg:docker/team/app@sha256:00?repository_url=registry.example:5000',
  ],
  ['VSCode', 'publisher.name', '1.0.0', 'pkg:vscode-extension/publisher/name@1.0.0'],
  ['Hugging Face', 'owner/model', 'abc1', 'pkg:huggingface/owner/model@abc1'],
];

describe('package URLs', () => {
  it('are written by the type of each ecosystem, and read again', () => {
    for (const [ecosystem, name, version, purl] of cases) {
      const entry = { ecosystem, name, ...(version === undefined ? {} : { version }) };
      assert.equal(purlOf(entry), purl);
      assert.deepEqual(entryOfPurl(purl), entry);
    }
  });

  it('name another source, and nothing secret of it', () => {
    const url = 'https://user:word@git.example.com/a/b.git?key=word#abc';
    const of = (kind: 'git' | 'url' | 'registry'): PackageEntry => ({
      ecosystem: 'npm',
      name: 'a',
      source: { kind, url },
    });
    assert.equal(purlOf(of('git')), 'pkg:npm/a?vcs_url=git%2Bhttps:%2F%2Fgit.example.com%2Fa%2Fb.git%23abc');
    assert.equal(purlOf(of('url')), 'pkg:npm/a?download_url=https:%2F%2Fgit.example.com%2Fa%2Fb.git%23abc');
    assert.equal(purlOf(of('registry')), 'pkg:npm/a');
  });

  it('of strangers are read as the specification says, or refused', () => {
    assert.deepEqual(parsePurl('PKG:NPM/@scope/name@1.0?Arch=x&empty=#/sub//./path/'), {
      type: 'npm',
      namespace: '@scope',
      name: 'name',
      version: '1.0',
      qualifiers: { arch: 'x' },
      subpath: 'sub/path',
    });
    assert.equal(parsePurl('pkg:npm/@scope/name')?.version, undefined);
    for (const wrong of ['', 'npm/a', 'pkg:npm', 'pkg:npm/%', 'pkg:1/a', `pkg:npm/${'a'.repeat(5000)}`])
      assert.equal(parsePurl(wrong), undefined, wrong.slice(0, 20));
    assert.equal(entryOfPurl('pkg:rpm/fedora/curl@7.50'), undefined);
    assert.equal(entryOfPurl('pkg:constructor/a@1'), undefined);
  });
});
