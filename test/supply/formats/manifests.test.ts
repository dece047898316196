import { reads, type Sample } from './reads';

const samples: Readonly<Record<string, Sample>> = {
  'Cargo.toml with targets, renamed crates and a workspace': {
    path: 'Cargo.toml',
    text: `[package]\nname = "app"\nversion = "1.0.0"\n\n[dependencies]\nserde = "‹1.0›"\nexact = "=‹1.2.3›"\n"my-rand" = { package = "rand", version = "^‹0.8›", optional = true }\nforked = { ‹git› = "x" }\nbeside = { path = "../beside", version = "‹0.1›" }\n‹shared› = { workspace = true }\nrange = ">=‹1.2›, <1.5"\n\n[dev-dependencies.tokio]\nversion = "‹1›"\nfeatures = []\n\n[target.'cfg(unix)'.build-dependencies]\ncc = "‹1.0.8›"\n\n[workspace.dependencies]\nlog = "‹0.4›"\n\n[patch.crates-io]\n‹fixed› = { git = "y" }\n`.replace(
      'forked = { ‹git› =',
      '‹forked› = { git =',
    ),
    entries: [
      ...['serde (1.0) direct', 'exact@1.2.3 (=1.2.3) direct', 'rand (^0.8) direct optional', 'forked direct <git>'],
      ...['beside (0.1) direct <path>', 'shared direct', 'range (>=1.2, <1.5) direct', 'tokio (1) direct dev'],
      ...['log (0.4) direct in workspace', 'cc (1.0.8) direct build in cfg(unix)', 'fixed direct <git>'],
    ],
  },
  'pom.xml with properties, management, profiles and plugins': {
    path: 'pom.xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<!-- <dependency> -->\n<project xmlns="http://maven.example.org/POM/4.0.0">\n<parent><groupId>org.up</groupId><artifactId>up</artifactId><version>‹3›</version></parent>\n<artifactId>‹app›</artifactId>\n<properties><kit.version>‹1.5.0›</kit.version><loop>\${loop}</loop></properties>\n<dependencyManagement><dependencies>\n<dependency><groupId>g</groupId><artifactId>managed</artifactId><version>‹2.0›</version></dependency>\n<dependency><groupId>g</groupId><artifactId>only</artifactId><version>‹2.1›</version></dependency>\n</dependencies></dependencyManagement>\n<dependencies>\n<dependency><groupId>g</groupId><artifactId>kit</artifactId><version>\${kit.version}</version>\n<exclusions><exclusion><groupId>g</groupId><artifactId>no</artifactId></exclusion></exclusions></dependency>\n<dependency><groupId>\${project.groupId}</groupId><artifactId>own</artifactId><version>\${project.version}</version></dependency>\n<dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>\n<dependency><groupId>g</groupId><artifactId>range</artifactId><version>‹[1.0,2.0)›</version></dependency>\n<dependency><groupId>g</groupId><artifactId>hard</artifactId><version>[‹1.4›]</version><scope>test</scope></dependency>\n<dependency><groupId>g</groupId><artifactId>open</artifactId><version>‹\${unknown}›</version></dependency>\n<dependency><groupId>g</groupId><artifactId>looped</artifactId><version>\${loop}</version></dependency>\n<dependency><groupId>g</groupId><artifactId>‹bare›</artifactId></dependency>\n<dependency><groupId>g</groupId><artifactId>cdata</artifactId><version><![CDATA[‹7›]]></version></dependency>\n</dependencies>\n<build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><version>‹3.3.0›</version>\n<dependencies><dependency><groupId>g</groupId><artifactId>tool</artifactId><version>‹9›</version></dependency></dependencies></plugin></plugins></build>\n<profiles><profile><id>ci</id><properties><kit.version>‹1.6.0›</kit.version></properties><dependencies>\n<dependency><groupId>g</groupId><artifactId>kit</artifactId><version>\${kit.version}</version></dependency>\n</dependencies></profile></profiles>\n</project>\n`
      .replace('<artifactId>‹app›</artifactId>', '<artifactId>app</artifactId>')
      .replace('<version>${loop}<', '<version>‹${loop}›<'),
    entries: [
      ...[
        'org.up:app@3 <path>',
        'org.up:up (3) direct build',
        'g:kit@1.5.0 direct',
        'org.up:own@3 direct',
        'g:managed@2.0 direct',
      ],
      ...[
        'g:range ([1.0,2.0)) direct',
        'g:hard@1.4 ([1.4]) direct dev',
        'g:open (${unknown}) direct',
        'g:looped (${loop}) direct',
      ],
      ...[
        'g:bare direct',
        'g:cdata@7 direct',
        'g:only (2.1)',
        'org.apache.maven.plugins:maven-jar-plugin (3.3.0) direct build',
      ],
      ...['g:tool (9) direct build', 'g:kit@1.6.0 direct in ci'],
    ],
  },
  'pom.xml with its parent in a folder above': {
    path: 'child/pom.xml',
    text: '<project><parent><groupId>g</groupId><artifactId>‹up›</artifactId><version>‹1›</version></parent><artifactId>child</artifactId><version>‹2›</version><dependencies>\n<dependency><groupId>g</groupId><artifactId>‹managed›</artifactId></dependency>\n<dependency><groupId>g</groupId><artifactId>by</artifactId><version>‹${by.version}›</version></dependency></dependencies></project>',
    beside: {
      '../pom.xml':
        '<project><groupId>g</groupId><artifactId>up</artifactId><version>1</version><properties><by.version>4.5</by.version></properties><dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>managed</artifactId><version>3.1</version></dependency></dependencies></dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>passed-on</artifactId><version>6</version></dependency><dependency><groupId>g</groupId><artifactId>by</artifactId><version>1</version></dependency></dependencies></project>',
    },
    entries: [
      'g:child@2 <path>',
      'g:up (1) direct build',
      'g:managed@3.1 direct',
      'g:by@4.5 direct',
      'g:passed-on@6 direct',
    ],
  },
  'libs.versions.toml': {
    path: 'gradle/libs.versions.toml',
    text: '[versions]\nkit = "‹1.0›"\nrich = { strictly = "‹[1.2,1.3[›", prefer = "1.2.1" }\n[libraries]\na = { module = "g:a", version.ref = "kit" }\nb = "g:b:‹2.0›"\nc = { group = "g", name = "c", version = "‹3.+›" }\nd = { group = "g", name = "d", version.ref = "rich" }\n‹e› = { module = "g:e" }\n[plugins]\np = { id = "org.p", version = "‹4.0›" }\n',
    entries: [
      ...['g:a@1.0 direct', 'g:b@2.0 direct', 'g:c (3.+) direct', 'g:d ([1.2,1.3[) direct', 'g:e direct'],
      'org.p:org.p.gradle.plugin@4.0 direct build',
    ],
  },
  'build.gradle': {
    path: 'app/build.gradle',
    text: `plugins { id 'java'\n id 'org.p' version '‹1.1›' }\next { kitVersion = '‹2.5.0›' }\ndef other = "‹3.1›"\ndependencies {\n // implementation 'g:no:1.0'\n implementation 'g:a:‹1.0›'\n testImplementation "g:kit:$kitVersion"\n api("g:b:\${other}") { exclude group: 'x', module: 'y' }\n implementation platform('g:bom:‹4.0›')\n compileOnly group: 'g', name: 'm', version: '‹5.0›'\n runtimeOnly 'g:‹bare›'\n implementation 'g:c:‹$unknown›'\n implementation project(':other')\n classpath 'g:pl:‹6.0›@jar'\n println 'see:this:thing'\n}\n`,
    entries: [
      ...['g:a@1.0 direct', 'g:kit@2.5.0 direct dev', 'g:b@3.1 direct', 'g:bom@4.0 direct', 'g:bare direct'],
      ...[
        'g:c ($unknown) direct',
        'g:pl@6.0 direct build',
        'g:m@5.0 direct',
        'org.p:org.p.gradle.plugin@1.1 direct build',
      ],
    ],
  },
  'build.gradle.kts': {
    path: 'build.gradle.kts',
    text: 'plugins {\n  kotlin("jvm") version "1.9.0"\n  id("org.p") version "‹1.1›"\n}\nval kitVersion: String = "‹2.0›"\ndependencies {\n  implementation("g:a:$kitVersion")\n  testImplementation(kotlin("test"))\n  ksp("g:b:‹1.2›") /* "g:no:1" */\n}\n',
    entries: ['g:a@2.0 direct', 'g:b@1.2 direct build', 'org.p:org.p.gradle.plugin@1.1 direct build'],
  },
  Gemfile: {
    path: 'Gemfile',
    text: `source 'https://gems.example.org'\nruby '3.3.0'\ngem 'rails', '~> ‹7.1›', '>= 7.1.2'\ngem "pg", "‹1.5.4›" # gem 'no'\ngem '‹bare›', require: false\ngem '‹forked›', git: 'https://git.example.org/f.git', tag: 'v1.0'\ngroup :development, :test do\n  gem 'rspec', '= ‹3.13›'\n  if ENV['CI']\n    gem '‹ci›'\n  end\nend\ngem 'after', '‹1.0.0›', group: :test\ngem '‹beside›', path: '../beside'\n`,
    entries: [
      ...['rails (~> 7.1, >= 7.1.2) direct', 'pg@1.5.4 direct', 'bare direct', 'forked direct <git>'],
      ...['rspec@3.13 (= 3.13) direct dev', 'ci direct dev', 'after@1.0.0 direct dev', 'beside direct <path>'],
    ],
  },
  'a gemspec': {
    path: 'kit.gemspec',
    text: "Gem::Specification.new do |spec|\n  spec.add_dependency 'a', '>= ‹1.0›', '< 3'\n  spec.add_development_dependency(\"b\", \"~> ‹2›\")\nend\n",
    entries: ['a (>= 1.0, < 3) direct', 'b (~> 2) direct dev'],
  },
  'composer.json': {
    path: 'composer.json',
    text: '{"require":{"php":">=8.1","ext-json":"*","acme/kit":"^‹1.2›","acme/exact":"‹v2.0.0›"},"require-dev":{"acme/dev":"‹dev-main›"}}',
    entries: ['acme/kit (^1.2) direct', 'acme/exact@v2.0.0 direct', 'acme/dev (dev-main) direct dev'],
  },
  'a .NET project': {
    path: 'src/App.csproj',
    text: `<Project Sdk="Microsoft.NET.Sdk;Acme.Sdk/‹1.5.0›">\n<PropertyGroup><KitVersion>‹2.1.0›</KitVersion></PropertyGroup>\n<ItemGroup>\n<PackageReference Include="A" Version="‹1.0.0›" />\n<PackageReference Include="B"><Version>[‹2.0.0›]</Version><PrivateAssets>all</PrivateAssets></PackageReference>\n<PackageReference Include="Kit" Version="$(KitVersion)" />\n<PackageReference Include="F" Version="‹1.*›" />\n<PackageReference Include="‹Central›" />\n<PackageReference Include="X" Version="‹$(Unknown)›" />\n<ProjectReference Include="../other.csproj" />\n</ItemGroup></Project>`,
    beside: {
      '../Directory.Packages.props':
        '<Project><ItemGroup><PackageVersion Include="central" Version="3.0.0" /></ItemGroup></Project>',
    },
    entries: [
      ...[
        'A@1.0.0 direct',
        'B@2.0.0 ([2.0.0]) direct dev',
        'Kit@2.1.0 direct',
        'F (1.*) direct',
        'Central@3.0.0 direct',
      ],
      ...['X ($(Unknown)) direct', 'Acme.Sdk@1.5.0 direct build'],
    ],
  },
  'Directory.Packages.props': {
    path: 'Directory.Packages.props',
    text: '<Project><ItemGroup><PackageVersion Include="A" Version="‹1.0.0›" /><GlobalPackageReference Include="G" Version="‹2.0›" /></ItemGroup></Project>',
    entries: ['A@1.0.0', 'G@2.0 direct'],
  },
  'mix.exs': {
    path: 'mix.exs',
    text: 'defmodule A do\n  def project, do: [app: :a, version: "0.1.0"]\n\n  defp deps do\n    [\n      {:plug, "~> ‹1.15›"},\n      # {:no, "1.0"},\n      {:exact, "== ‹2.0.0›", only: [:dev, :test]},\n      {:‹forked›, git: "https://git.example.org/f.git"},\n      {:renamed, ">= ‹1.0.0›", hex: :real}\n    ]\n  end\n\n  defp other, do: {:x, "1.0"}\nend\n',
    entries: [
      'plug (~> 1.15) direct',
      'exact@2.0.0 (== 2.0.0) direct dev',
      'forked direct <git>',
      'real (>= 1.0.0) direct',
    ],
  },
  'pubspec.yaml': {
    path: 'pubspec.yaml',
    text: 'name: app\nversion: 1.0.0\ndependencies:\n  ‹flutter›:\n    sdk: flutter\n  http: ^‹1.1.0›\n  exact: ‹2.0.0›\n  hosted:\n    hosted: https://pub.example.org\n    version: ">=‹1.0.0› <2.0.0"\n  ‹any›:\ndev_dependencies:\n  ‹forked›:\n    git: https://git.example.org/f\n',
    entries: [
      ...['flutter direct <path>', 'http (^1.1.0) direct', 'exact@2.0.0 direct', 'hosted (>=1.0.0 <2.0.0) direct'],
      ...['any direct', 'forked direct dev <git>'],
    ],
  },
  Podfile: {
    path: 'ios/Podfile',
    text: "platform :ios, '13.0'\ntarget 'App' do\n  pod 'A', '~> ‹5.8›'\n  pod 'B/Core', '‹1.0.0›'\n  pod '‹C›', :path => '../c'\n  # pod 'no'\n  pod \"‹D›\", :git => 'https://git.example.org/d.git', :tag => '1'\nend\n",
    entries: ['A (~> 5.8) direct', 'B/Core@1.0.0 direct', 'C direct <path>', 'D direct <git>'],
  },
  'conanfile.txt': {
    path: 'conanfile.txt',
    text: '[requires]\nzlib/‹1.2.11›\nfmt/[>=‹8.0› <10]\npoco/‹1.9.4›@user/stable # x\n[tool_requires]\ncmake/‹3.22›\n[options]\nzlib/*:shared=True\n',
    entries: ['zlib@1.2.11 direct', 'fmt (>=8.0 <10) direct', 'poco@1.9.4 direct', 'cmake@3.22 direct build'],
  },
  'stack.yaml': {
    path: 'stack.yaml',
    text: 'resolver: lts-19.16\nextra-deps:\n- acme-missiles-‹0.3›\n- text-x-‹1.0›@sha256:ab,1\n- git: https://git.example.org/x\n  commit: ab\n',
    entries: ['acme-missiles@0.3 direct', 'text-x@1.0 direct #'],
  },
};

describe('manifests outside JavaScript and Python', () => {
  for (const [name, sample] of Object.entries(samples)) it(`reads ${name}`, () => reads(sample));
});
