import { reads, type Sample } from './reads';

const sum = 'ab12'.repeat(16);

const samples: Readonly<Record<string, Sample>> = {
  'Cargo.lock with members, git and two versions of a name': {
    path: 'a/Cargo.lock',
    text: `version = 3\n
[[package]]\nname = "app"\nversion = "‹0.1.0›"\ndependencies = [\n "rand 0.8.5",\n "serde",\n]\n
[[package]]\nname = "rand"\nversion = "‹0.7.3›"\nsource = "registry+https://index.example.org"\n
[[package]]\nname = "rand"\nversion = "‹0.8.5›"\nsource = "sparse+https://index.example.org"\nchecksum = "${sum}"\ndependencies = [\n "forked",\n]\n
[[package]]\nname = "serde"\nversion = "‹1.0.0›"\nsource = "registry+https://index.example.org"\nchecksum = "${sum}"\n
[[package]]\nname = "forked"\nversion = "‹2.0.0›"\nsource = "git+https://git.example.org/f?rev=1#1234"\n`,
    entries: [
      'app@0.1.0 <path>',
      'rand@0.7.3 #missing',
      'rand@0.8.5 direct #',
      'serde@1.0.0 direct #',
      'forked@2.0.0 <git>',
    ],
    pathTo: ['rand@0.8.5', 'forked@2.0.0'],
  },
  'Cargo.lock of the first version, with a root and its checksums apart': {
    path: 'Cargo.lock',
    text: `[root]\nname = "app"\nversion = "0.1.0"\ndependencies = [\n "libc 0.2.1 (registry+https://index.example.org)",\n]\n
[[package]]\nname = "libc"\nversion = "‹0.2.1›"\nsource = "registry+https://index.example.org"\n
[metadata]\n"checksum libc 0.2.1 (registry+https://index.example.org)" = "${sum}"\n`,
    entries: ['libc@0.2.1 direct #'],
    pathTo: ['libc@0.2.1'],
  },
  'go.mod with blocks, comments, replacements and a toolchain': {
    path: 'go.mod',
    text: `module example.org/app // the app\n\ngo 1.21\n\ntoolchain go‹1.22.3›-custom\n
require (\n\texample.org/a v‹1.2.3›\n\t"example.org/b" v‹0.0.0-20230101000000-abcdefabcdef› // indirect\n\texample.org/c/v2 v‹2.0.0+incompatible› // indirect; see v9\n\texample.org/old v1.0.0\n\texample.org/kept v‹1.0.0›\n\texample.org/here v1.0.0\n)\nrequire example.org/d v‹1.0.0›\n
exclude example.org/a v1.2.2\nretract [v0.1.0, v0.2.0] // not good\nreplace (\n\texample.org/old => example.org/new v‹1.1.0›\n\texample.org/kept v0.9.0 => example.org/never v3.0.0\n)\nreplace example.org/here => ‹../here›\n`,
    entries: [
      ...[
        'example.org/a@1.2.3 direct',
        'example.org/b@0.0.0-20230101000000-abcdefabcdef',
        'example.org/c/v2@2.0.0+incompatible',
      ],
      ...['example.org/new@1.1.0 direct', 'example.org/kept@1.0.0 direct', 'example.org/here direct <path>'],
      ...['example.org/d@1.0.0 direct', 'stdlib@1.22.3 direct'],
    ],
  },
  'go.mod before 1.17, with go.sum': {
    path: 'go.mod',
    text: 'module example.org/app\ngo ‹1.16›\nrequire example.org/a v‹1.0.0›\n',
    beside: { 'go.sum': 'example.org/a v1.0.0 h1:x=\nexample.org/z v2.0.0 h1:y=\nexample.org/w v1.0.0/go.mod h1:z=\n' },
    entries: ['example.org/a@1.0.0 direct', 'stdlib@1.16 direct', 'example.org/z@2.0.0 #'],
  },
  'gradle.lockfile': {
    path: 'app/gradle.lockfile',
    text: '# This is a Gradle generated file\ncom.example:kit:‹1.0›=testCompileClasspath,testRuntimeClasspath\norg.other:a:‹2.0-rc1›=compileClasspath\nempty=annotationProcessor\n',
    entries: ['com.example:kit@1.0 dev', 'org.other:a@2.0-rc1'],
  },
  'a lockfile of a build script, with a line that is none': {
    path: 'buildscript-gradle.lockfile',
    text: 'com.example:kit:‹1.0›=classpath\nwhat is this\n',
    entries: ['com.example:kit@1.0 build'],
    faults: ['has a line that is no group:artifact:version=configurations at 2:1'],
  },
  'verification-metadata.xml': {
    path: 'gradle/verification-metadata.xml',
    text: `<?xml version="1.0"?>\n<v:verification-metadata xmlns:v="x"><v:components>\n<v:component group="g" name="a" version="‹1.0›"><v:artifact name="a.jar"><v:sha256 value="${sum}"/></v:artifact></v:component>\n<component name='b' group='g' version='‹2.0›'/><component group="g" name="c"/></v:components></v:verification-metadata>`,
    entries: ['g:a@1.0 #', 'g:b@2.0'],
  },
  'Gemfile.lock with platforms, git, paths and two sources': {
    path: 'Gemfile.lock',
    text: `GIT\n  remote: https://git.example.org/rack.git\n  revision: 1234\n  specs:\n    rack (‹3.1.0›)\n
PATH\n  remote: engines/shop\n  specs:\n    shop (‹0.1.0›)\n      rails (~> 7.1)\n
GEM\n  remote: https://gems.example.org/\n  specs:\n    nokogiri (‹1.16.2›-java)\n      racc (~> 1.4)\n    nokogiri (1.16.2-x86_64-linux)\n      racc (~> 1.4)\n    rails (‹7.1.3›)\n      nokogiri (>= 1)\n
GEM\n  remote: https://other.example.org/\n  specs:\n    racc (‹1.7.3›)\n
PLATFORMS\n  ruby\n  x86_64-linux\n\nDEPENDENCIES\n  rack!\n  rails (~> 7.1)\n  shop!\n
CHECKSUMS\n  rails (7.1.3) sha256=${sum}\n\nBUNDLED WITH\n   2.5.5\n`,
    entries: [
      ...['rack@3.1.0 direct <git>', 'shop@0.1.0 direct <path>', 'nokogiri@1.16.2 #missing'],
      ...['rails@7.1.3 direct #', 'racc@1.7.3 #missing'],
    ],
    pathTo: ['rails@7.1.3', 'nokogiri@1.16.2', 'racc@1.7.3'],
  },
  'composer.lock, with composer.json beside it': {
    path: 'composer.lock',
    text: `{"packages":[\n{"name":"Acme/Kit","version":"‹v1.2.3›","license":["MIT","Apache-2.0"],"require":{"php":">=8","psr/log":"^3"},"dist":{"type":"zip","url":"https://dist.example.org/k.zip","shasum":"${sum}"}},\n{"name":"psr/log","version":"‹3.0.0›","dist":{"type":"path","url":"../log"}}],\n"packages-dev":[{"name":"old/tool","version":"‹dev-main›","abandoned":"new/tool"}]}`,
    beside: { 'composer.json': '{"require":{"acme/kit":"^1"},"require-dev":{"old/tool":"*"}}' },
    entries: [
      ...['Acme/Kit@v1.2.3 direct # MIT OR Apache-2.0', 'psr/log@3.0.0 <path>'],
      'old/tool@dev-main direct dev abandoned: use new/tool',
    ],
  },
  'packages.lock.json of two frameworks and a project': {
    path: 'src/packages.lock.json',
    text: `{"version":2,"dependencies":{"net6.0":{\n"Newtonsoft.Json":{"type":"Direct","requested":"[13.0.1, )","resolved":"‹13.0.1›","contentHash":"x=="},\n"‹Shared›":{"type":"Project","dependencies":{"inner":"1.0.0"}}},\n"net8.0":{"newtonsoft.json":{"type":"Transitive","resolved":"‹13.0.1›","contentHash":"x=="},"Inner":{"type":"CentralTransitive","resolved":"‹1.0.0›"},\n"Newtonsoft.Json":{"type":"Transitive","resolved":"13.0.1","contentHash":"x=="}}}}`,
    entries: ['Newtonsoft.Json@13.0.1 direct #', 'Shared <path>', 'newtonsoft.json@13.0.1 #', 'Inner@1.0.0 #missing'],
  },
  'packages.config': {
    path: 'packages.config',
    text: '<?xml version="1.0"?>\n<packages>\n  <package id="A.B" version="‹1.0.0-beta›" targetFramework="net45" />\n  <package id="C" version="‹2.0›" developmentDependency="true" />\n  <package id="D" />\n</packages>',
    entries: ['A.B@1.0.0-beta', 'C@2.0 dev'],
  },
  'mix.lock with git, rebar and a renamed package': {
    path: 'mix.lock',
    text: `%{\n  "plug": {:hex, :plug, "‹1.15.3›", "${sum}", [:mix], [{:mime, "~> 1.0", [hex: :mime, repo: "hexpm", optional: false]}], "hexpm", "${sum}"},\n  "mime": {:hex, :mime, "‹2.0.5›", "${sum}", [:mix], [], "hexpm", "${sum}"},\n  "forked": {:git, "https://git.example.org/f.git", "‹${'ab12'.repeat(10)}›", [branch: "main"]},\n  "alias": {:hex, :real_name, "‹0.1.0›", "short", [:rebar3], [], "hexpm"},\n}\n`,
    entries: ['plug@1.15.3 #', 'mime@2.0.5 #', 'forked <git>', 'real_name@0.1.0 #missing'],
  },
  'pubspec.lock of every source': {
    path: 'pubspec.lock',
    text: `packages:\n  async:\n    dependency: transitive\n    description:\n      name: async\n      sha256: "${sum}"\n      url: "https://pub.example.org"\n    source: hosted\n    version: "‹2.11.0›"\n  flutter:\n    dependency: "direct main"\n    description: flutter\n    source: sdk\n    version: "‹0.0.0›"\n  forked:\n    dependency: "direct dev"\n    description: {path: ".", resolved-ref: abc, url: "https://git.example.org/f"}\n    source: git\n    version: ‹1.10›\nsdks:\n  dart: ">=3.0.0"\n`,
    entries: ['async@2.11.0 #', 'flutter@0.0.0 direct <path>', 'forked@1.10 direct dev <git>'],
  },
  'Package.resolved, version 1': {
    path: 'Package.resolved',
    text: '{"object":{"pins":[{"package":"Kit","repositoryURL":"https://git.example.org/acme/Kit.git","state":{"branch":null,"revision":"ab","version":"‹1.0.0›"}},{"package":"Mobile","repositoryURL":"git@git.example.org:acme/mobile.git","state":{"branch":"main","revision":"‹cd›"}}]},"version":1}',
    entries: ['git.example.org/acme/Kit@1.0.0 <git> #', 'git.example.org/acme/mobile <git> #'],
  },
  'Package.resolved, version 3': {
    path: 'App.xcodeproj/project.xcworkspace/xcshareddata/swiftpm/Package.resolved',
    text: '{"pins":[{"identity":"kit","kind":"remoteSourceControl","location":"https://git.example.org/acme/kit","state":{"revision":"ab","version":"‹2.0.0›"}},{"identity":"reg.kit","kind":"registry","location":"","state":{"version":"‹1.1.0›"}}],"version":3}',
    entries: ['git.example.org/acme/kit@2.0.0 <git> #', 'reg.kit@1.1.0'],
  },
  'Podfile.lock with subspecs and sources': {
    path: 'ios/Podfile.lock',
    text: `PODS:\n  - A (‹1.0›)\n  - B/Core (‹2.0›):\n    - A\n    - "C/x+y (~> 3)"\n  - "C/x+y (‹3.1.0›)"\n\nDEPENDENCIES:\n  - A (~> 1.0)\n  - "B/Core (from \`../b\`)"\n\nEXTERNAL SOURCES:\n  B:\n    :path: "../b"\n\nSPEC CHECKSUMS:\n  A: 1234\n\nCOCOAPODS: 1.14.3\n`,
    entries: ['A@1.0 direct #', 'B/Core@2.0 direct <path>', 'C/x+y@3.1.0'],
    pathTo: ['B/Core@2.0', 'C/x+y@3.1.0'],
  },
  'conan.lock of Conan 1': {
    path: 'conan.lock',
    text: '{"graph_lock":{"nodes":{"0":{"path":"conanfile.txt","requires":["1"]},"1":{"ref":"zlib/‹1.2.11›#ab12","requires":["2"]},"2":{"pref":"bzip2/‹1.0.8›@user/stable#ab:cd#ef"},"3":{"ref":"cmake/‹3.22›","context":"build"}}},"version":"0.4"}',
    entries: ['zlib@1.2.11 direct #', 'bzip2@1.0.8 #', 'cmake@3.22 build'],
  },
  'conan.lock of Conan 2': {
    path: 'conan.lock',
    text: '{"version":"0.5","requires":["zlib/‹1.2.13›#ab%1667396813.733","1/‹1›@u/c#ab%1"],"build_requires":["cmake/‹3.27.1›"],"python_requires":[]}',
    entries: ['zlib@1.2.13 #', '1@1 #', 'cmake@3.27.1 build'],
  },
  'stack.yaml.lock': {
    path: 'stack.yaml.lock',
    text: 'packages:\n- completed:\n    hackage: fuzzy-text-3-‹1.0.4›@sha256:ab12,900\n  original:\n    hackage: fuzzy-text-3-1.0.4\n- completed:\n    git: https://git.example.org/x\n    name: forked\n    version: ‹0.1.0.0›\n  original:\n    git: https://git.example.org/x\nsnapshots: []\n',
    entries: ['fuzzy-text-3@1.0.4 direct #', 'forked@0.1.0.0 direct <git>'],
  },
  'cabal.project.freeze': {
    path: 'cabal.project.freeze',
    text: 'active-repositories: h:merge\n-- any.no ==1.0\nconstraints: any.aeson ==‹2.0.3.0›,\n             aeson -cffi +ordered-keymap,\n             any.base-compat ==‹0.12.1›,\n             any.wild ==1.*\nindex-state: x\n',
    entries: ['aeson@2.0.3.0', 'base-compat@0.12.1'],
  },
  'renv.lock': {
    path: 'renv.lock',
    text: '{"R":{"Version":"4.3.1"},"Packages":{"R6":{"Package":"R6","Version":"‹2.5.1›","Source":"Repository","Repository":"CRAN","Hash":"ab"},"mime":{"Package":"mime","Version":"‹0.12›","Source":"GitHub","RemoteUsername":"a","RemoteRepo":"b"}}}',
    entries: ['R6@2.5.1 #', 'mime@0.12 <git>'],
  },
  'what a .NET build leaves': {
    path: 'bin/App.deps.json',
    text: '{"libraries":{"App/‹1.0.0›":{"type":"project","sha512":""},"Newtonsoft.Json/‹13.0.1›":{"type":"package","sha512":"sha512-x=="}}}',
    entries: ['App@1.0.0 <path>', 'Newtonsoft.Json@13.0.1 #'],
  },
  'paket.lock': {
    path: 'paket.lock',
    text: 'STORAGE: NONE\nNUGET\n  remote: https://nuget.example.org\n    Argu (‹5.2›) - restriction: >= net45\n      FSharp.Core (>= 4.3)\n    FSharp.Core (‹4.7.0-beta›)\nGITHUB\n  remote: acme/x\n    a.fs (abcd)\n',
    entries: ['Argu@5.2', 'FSharp.Core@4.7.0-beta'],
  },
  'rebar.lock': {
    path: 'rebar.lock',
    text: `{"1.2.0",\n[{<<"cowboy">>,{pkg,<<"cowboy">>,<<"‹2.9.0›">>},0},\n {<<"cowlib">>,{pkg,<<"cow_lib">>,<<"‹2.11.0›">>},1},\n {<<"forked">>,\n  {git,"https://git.example.org/f.git",\n       {ref,"‹abcd›"}},\n  0}]}.\n[{pkg_hash,[\n {<<"cowboy">>, <<"${sum.toUpperCase()}">>}]}].\n`,
    entries: ['cowboy@2.9.0 direct #', 'cow_lib@2.11.0 #missing', 'forked direct <git>'],
  },
  'manifest.toml of Gleam': {
    path: 'manifest.toml',
    text: 'packages = [\n  { name = "a", version = "‹0.1.0›", build_tools = ["gleam"], requirements = ["b"], otp_app = "a", source = "hex", outer_checksum = "AB" },\n  { name = "b", version = "‹2.0.0›", requirements = [], source = "local", path = "../b" },\n]\n\n[requirements]\na = { version = ">= 0.1.0" }\n',
    entries: ['a@0.1.0 direct #', 'b@2.0.0 <path>'],
    pathTo: ['a@0.1.0', 'b@2.0.0'],
  },
};

describe('lockfiles outside JavaScript and Python', () => {
  for (const [name, sample] of Object.entries(samples)) it(`reads ${name}`, () => reads(sample));
});
