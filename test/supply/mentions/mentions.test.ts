import assert from 'node:assert/strict';
import { commandMentions } from '../../../src/supply/mentions/commandMentions';
import { createMentionWatcher } from '../../../src/supply/mentions/createMentionWatcher';
import { importMentions } from '../../../src/supply/mentions/imports';
import type { PackageMention } from '../../../src/supply/mentions/packageMention';
import { scriptMentions, textMentions } from '../../../src/supply/mentions/textMentions';

/** `npm:name@version ~range (run) R=registry`, what isn't there left out. */
function shown({ ecosystem, name, version, requirement, how, registry }: PackageMention): string {
  const parts = [requirement && `~${requirement}`, how === 'run' && '(run)', registry && `R=${registry}`];
  return [`${ecosystem}:${name}${version ? `@${version}` : ''}`, ...parts.filter(Boolean)].join(' ');
}

describe('packages that a command line names', () => {
  const cases: [string, string[]][] = [
    ['npm install left-pad@1.3.0 @acme/x react@^18', ['npm:left-pad@1.3.0', 'npm:@acme/x', 'npm:react ~^18']],
    ['npm i ./local ../up ~/x file:y git+https://h.example/x.git user/repo a.tgz', []],
    ['npm i -D --save-exact --prefix web abc', ['npm:abc']],
    ['npm install --registry https://r.example abc', ['npm:abc R=https://r.example']],
    ['npm install', []],
    ['npm ci && npm run install foo && npm uninstall bar', []],
    [
      'sudo -E npm i -g aaa && cd x && FOO=1 pnpm add -w bbb; yarn add "ccc@>=5"',
      ['npm:aaa', 'npm:bbb', 'npm:ccc ~>=5'],
    ],
    ['npm i alias@npm:real@1.0.0 chart.js', ['npm:real@1.0.0', 'npm:chart.js']],
    ['npx -y create-thing my-app', ['npm:create-thing (run)']],
    ['npx --package=@acme/cli acme do', ['npm:@acme/cli (run)']],
    ['npm create vite@latest my-app -- --template react', ['npm:create-vite ~latest (run)']],
    ['pnpm --filter web add abc', ['npm:abc']],
    ['bun x cowsay hi', ['npm:cowsay (run)']],
    ['deno add npm:chalk jsr:@std/path plain', ['npm:chalk', 'JSR:@std/path']],
    ['npm install \\\n  aaa \\\r\n  bbb', ['npm:aaa', 'npm:bbb']],
    ['bash -c "npm install inner"', ['npm:inner']],
    ["powershell -Command 'npm i inner'", ['npm:inner']],
    ['echo $(pip install sub)', ['PyPI:sub']],
    ['X="$(npm i sub)"', ['npm:sub']],
    ['docker exec -it app npm install inside', ['npm:inside']],
    ['cat list | xargs npm install abc', ['npm:abc']],
    ['npm i abc > log.txt 2>&1', ['npm:abc']],
    ['npm i abc # the best', ['npm:abc']],
    ['echo npm install nothing', []],
    ['git commit -m "npm install nothing"', []],
    ['npm install $PKG <name> {x} your-package package-name', []],
    [
      'pip install -r req.txt requests==2.31.0 "flask[async]>=2,<3" -e .',
      ['PyPI:requests@2.31.0', 'PyPI:flask ~>=2,<3'],
    ],
    ['python3 -m pip install --upgrade Typing_Extensions', ['PyPI:typing-extensions']],
    ['pip3.12 install -i https://p.example/simple abc', ['PyPI:abc R=https://p.example/simple']],
    ['pip install ".[dev]" "abc @ https://x.example/y" x.whl', []],
    ['uvx --from abc cmd . && uvx ruff check .', ['PyPI:abc (run)', 'PyPI:ruff (run)']],
    [
      'uv add httpx --dev; poetry add pendulum@^2.0 --group dev; pipx install black',
      ['PyPI:httpx', 'PyPI:pendulum ~^2.0', 'PyPI:black'],
    ],
    ['conda install -c conda-forge numpy', ['PyPI:numpy R=conda']],
    ['python -m venv .venv', []],
    ['cargo add serde --features derive,rc tokio@1.0', ['crates.io:serde', 'crates.io:tokio@1.0']],
    ['cargo install ripgrep --version 13.0.0', ['crates.io:ripgrep@13.0.0']],
    ['cargo install --git https://h.example/x abc; cargo add --path ../x abc', []],
    ['go get example.org/a/b@v1.9.1 ./... fmt', ['Go:example.org/a/b@1.9.1']],
    ['gem install rails -v 7.0.0', ['RubyGems:rails@7.0.0']],
    ['composer require monolog/monolog:^2.0 --dev', ['Packagist:monolog/monolog ~^2.0']],
    ['dotnet add src/App.csproj package Newtonsoft.Json --version 13.0.1', ['NuGet:Newtonsoft.Json@13.0.1']],
    ['Install-Package Foo.Bar -Version 1.2.3', ['NuGet:Foo.Bar@1.2.3']],
    ['dart pub add http:^1.0.0 dev:lints', ['Pub:http ~^1.0.0', 'Pub:lints']],
    ['mix archive.install hex phx_new', ['Hex:phx_new']],
    ['docker pull ghcr.example/a/b:1.2', ['Docker:ghcr.example/a/b ~1.2']],
    ['code --install-extension acme.tool@2024.1.0 file.txt', ['VSCode:acme.tool@2024.1.0']],
  ];
  for (const [line, expected] of cases)
    it(line.replaceAll('\n', '⏎'), () => assert.deepEqual(commandMentions(line).map(shown), expected));

  it('says where they stand', () => {
    const line = 'cd x && npm i "abc@^1" def';
    const places = commandMentions(line, 10).map(({ span }) => line.slice(span.start - 10, span.end - 10));
    assert.deepEqual(places, ['"abc@^1"', 'def']);
  });

  it('takes bounded time on hostile lines', () => {
    for (const piece of ['"$(', 'npm i ', '`', "'", '\\\n', 'bash -c "', '<a', 'docker '])
      assert.ok(Array.isArray(commandMentions(piece.repeat(20_000))));
  }).timeout(60_000);
});

const answer = [
  'You can npm install nothing to do so. Then go get some coffee, and yarn add it to your list.',
  'Run `npm install left` or `pip install right`:',
  '```bash',
  '$ npm install aaa',
  'PS C:\\> npm i bbb',
  'npm install ccc \\',
  '  ddd',
  '```',
  'npm install eee',
  '```ts',
  'import a from "fff/x";',
  'import {',
  '  b,',
  "} from '@s/ggg';",
  'import fs from "fs"; import x from "./y"',
  '// import z from "no"',
  '```',
  '```python',
  'import numpy as np, os',
  '"""',
  'import no',
  '"""',
  'try:',
  '    import no',
  'except ImportError: pass',
  '!pip install hhh',
  '```',
].join('\n');
const named = ['left', 'right', 'aaa', 'bbb', 'ccc', 'ddd', 'eee', 'fff', '@s/ggg', 'numpy', 'hhh'];

describe('packages that a text names', () => {
  it('finds those in code, and none in sentences', () => {
    assert.deepEqual(
      textMentions(answer).map(({ name }) => name),
      named,
    );
    for (const { span, name } of textMentions(answer)) assert.equal(answer.slice(span.start, span.end), name);
  });

  it('finds them in pieces of any size, each once, as soon as they are complete', () => {
    for (const size of [1, 3, 7, 1000]) {
      const watcher = createMentionWatcher();
      const told: PackageMention[] = [];
      for (let at = 0; at < answer.length; at += size) told.push(...watcher.push(answer.slice(at, at + size)));
      told.push(...watcher.end());
      assert.deepEqual(
        told.map(({ name }) => name),
        named,
      );
      for (const { span, name } of told) assert.equal(answer.slice(span.start, span.end), name);
    }
    const watcher = createMentionWatcher();
    assert.deepEqual(watcher.push('Use `npm i early` and then go').map(shown), ['npm:early']);
    assert.deepEqual(watcher.push(' on with `npm i early`\n'), []);
  });

  it('reads scripts line by line', () => {
    const docker = 'FROM node:20\nRUN --mount=type=cache npm install -g aaa && \\\r\n    pip install bbb\n';
    assert.deepEqual(scriptMentions(docker).map(shown), ['npm:aaa', 'PyPI:bbb']);
    const workflow = 'steps:\n  - run: npm install -g aaa\n  - run: |\n      pip install bbb\n';
    assert.deepEqual(scriptMentions(workflow).map(shown), ['npm:aaa', 'PyPI:bbb']);
  });
});

describe('packages that imports name', () => {
  const names = (text: string, language: 'javascript' | 'python' | 'go') =>
    importMentions(text, language).map(({ name }) => name);

  it('in JavaScript', () => {
    const text = `import React, {\n  useState } from "react";\nexport * from "@a/b/c";\nimport type { X } from "node:fs";
const x = await import("dyn");\nimport "side.css";\nimport y from "@/x"; import z from "~/lib";\nimport v from "virtual:pwa";
const p = require('path/posix'), q = require("lodash/fp");\n * import from 'comment'`;
    assert.deepEqual(names(text, 'javascript'), ['react', '@a/b', 'dyn', 'side.css', 'lodash']);
  });

  it('in Python', () => {
    const text =
      'import os, yaml as y\nfrom cv2.x import z\nfrom . import a\nfrom .b import c\nimport asyncio\n  import tomllib\n';
    assert.deepEqual(names(text, 'python'), ['yaml', 'cv2']);
  });

  it('in Go', () => {
    assert.deepEqual(names('import (\n\t"fmt"\n\tx "example.org/a/b"\n)\n', 'go'), ['example.org/a/b']);
  });
});
