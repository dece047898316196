import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import manifest from '../package.json';
import { commands, contextKeys, modelVendor, safeScheme, settings, views } from '../src/contributes';

const root = resolve(__dirname, '..');
const sources = filesUnder(join(root, 'src')).filter(file => file.endsWith('.ts'));

/** Roots (the files right in src) may import everything; each room only what stands here, besides itself. */
const rooms: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: RegExp }>> = {
  core: {
    rooms: [],
    packages:
      /^(@cfworker\/json-schema|@marcbachmann\/cel-js|@noble\/hashes\/.*|minimatch|ignore|re2js|smol-toml|js-yaml|libphonenumber-js(\/.*)?|ibantools|stdnum|card-validator|fflate)$/,
  },
  audit: {
    rooms: ['core'],
    packages:
      /^(node:.*|@dagrejs\/dagre|@opentelemetry\/.*|age-encryption|asn1js|canonicalize|d3-scale|d3-shape|pkijs|sarif)$/,
  },
  io: {
    rooms: ['core'],
    packages:
      /^(node:.*|canonicalize|https-proxy-agent|ignore|js-yaml|jsonc-parser|proxy-from-env|saxes|smol-toml|tar|yauzl|@napi-rs\/keyring)$/,
  },
  agents: { rooms: ['core'], packages: /^(node:.*|@noble\/hashes\/.*|diff|js-yaml|jsonc-parser|smol-toml)$/ },
  supply: {
    rooms: ['core'],
    packages:
      /^(ae-cvss-calculator|fflate|js-yaml|jsonc-parser|saxes|semver\/.*|smol-toml|spdx-correct|spdx-expression-parse)$/,
  },
  // What the command line and the editor both need of a project's packages and agents: files and registries joined to judgement.
  project: { rooms: ['core', 'agents', 'io', 'supply'], packages: /^(node:.*|jsonc-parser)$/ },
  gateway: { rooms: ['core'], packages: /^(node:.*|https-proxy-agent|proxy-from-env)$/ },
  // The commands that join several rooms, which would be too long for the root itself.
  cli: {
    rooms: ['core', 'agents', 'audit', 'gateway', 'io', 'project', 'supply'],
    packages: /^(node:.*|commander|cross-spawn)$/,
  },
  // The editor has no second composition root for its channels: each of them wires a client or a socket to the guard.
  editor: {
    rooms: ['core', 'agents', 'audit', 'io', 'project', 'supply'],
    packages: /^(node:.*|vscode|jsonc-parser|ignore|minimatch)$/,
  },
};

/** Names that every room shares: they are data about package.json. */
const shared = ['contributes', '../package.json'];

describe('the house', () => {
  it('has its imports go one way', () => {
    const wrong = sources.flatMap(file =>
      importsOf(file)
        .filter(name => !allowed(file, name))
        .map(name => `${relative(root, file)} imports ${name}`),
    );
    assert.deepEqual(wrong, []);
    assert.ok(sources.length > 30, 'the sources were found');
  });

  it('has no files that import each other in a circle, but for what is read late', () => {
    const known = new Set(sources);
    const ways = sources.map((file): [string, string[]] => [
      file,
      [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s+'(\.[^']+)'/gm)]
        .flatMap(([, name = '']) => [`${resolve(file, '..', name)}.ts`, resolve(file, '..', name, 'index.ts')])
        .filter(target => known.has(target)),
    ]);
    assert.deepEqual(
      circling(new Map(ways)).map(file => relative(root, file)),
      [],
    );
    const drawn = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] };
    assert.deepEqual(circling(new Map(Object.entries(drawn))), ['b', 'c']);
  });

  it('would notice a wrong import', () => {
    const cases: [string, string, boolean][] = [
      ['core/scan.ts', './model', true],
      ['core/scan.ts', '../io/git', false],
      ['core/scan.ts', 'node:fs', false],
      ['core/scan.ts', 'vscode', false],
      ['core/settings.ts', '../../package.json', true],
      ['core/detectors/cloud.ts', '../model.ts', true],
      ['core/detectors/cloud.ts', '../../io/git', false],
      ['io/git.ts', '../audit/jsonReport', false],
      ['io/git.ts', 'vscode', false],
      ['audit/jsonReport.ts', '../io/git', false],
      ['agents/hook.ts', '../io/git', false],
      ['gateway/gateway.ts', '../agents/restoreTool', false],
      ['editor/hover.ts', '../gateway/gateway', false],
      ['cli.ts', './audit/jsonReport', true],
      ['cli.ts', 'vscode', false],
      ['extension.ts', 'vscode', true],
    ];
    for (const [file, name, may] of cases) assert.equal(allowed(join(root, 'src', file), name), may, `${file} ${name}`);
  });

  it('has a core that knows neither Node nor the editor, nor a clock, nor chance', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lockside-core-'));
    writeFileSync(join(folder, 'probe.ts'), 'export const probe = process.pid;\n');
    // Without the types of Node, none of its names compiles; the probe proves it.
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { types: [], lib: ['ES2023'] },
      include: [join(root, 'src/core'), './probe.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', folder],
      { encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true });
    const errors = stdout.split('\n').filter(line => line.includes('error TS'));
    assert.equal(errors.length, 1, stdout);
    assert.match(errors[0]!, /probe\.ts.*process/);
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bMath\.random\b/;
    const core = sources.filter(file => file.startsWith(join(root, 'src/core')));
    assert.deepEqual(
      core.filter(file => impure.test(readFileSync(file, 'utf8'))).map(file => relative(root, file)),
      [],
    );
  }).timeout(60_000);
});

describe('package.json and contributes.ts', () => {
  const { contributes } = manifest;
  const text = JSON.stringify(manifest);

  it('name the same commands', () => {
    same(
      contributes.commands.map(one => one.command),
      Object.values(commands),
    );
  });

  it('name the same settings', () => {
    same(
      contributes.configuration.flatMap(group => Object.keys(group.properties)),
      Object.values(settings).map(name => `lockside.${name}`),
    );
  });

  it('say what each setting is for, and each choice in it, in the order of the page', () => {
    const texts = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
    const textOf = (key = '') => texts[key.replaceAll('%', '')] ?? '';
    const names = Object.values(settings).map(name => `lockside.${name}`);
    const wrong = contributes.configuration.flatMap((group, index) => [
      ...(group.order === index + 1 ? [] : [group.title]),
      ...(Object.entries(group.properties) as [string, Setting][]).flatMap(([name, setting], place) => {
        const text = textOf(setting.markdownDescription);
        const linked = [...text.matchAll(/`#(.+?)#`/g)].every(([, link = '']) => names.includes(link) && link !== name);
        const plain = names.some(other => text.includes(`\`${other}\``));
        const inner = partsOf(setting).filter(part => part !== setting);
        const fine =
          setting.order === place + 1 &&
          ['application', 'window', 'resource'].includes(setting.scope ?? '') &&
          text.length > 20 &&
          linked &&
          !plain &&
          // Only the page of settings makes links of them.
          inner.every(part => !textOf(part.markdownDescription).includes('`#')) &&
          [setting, ...inner].every(one => one.enum?.length === one.enumDescriptions?.length);
        return fine ? [] : [name];
      }),
    ]);
    assert.deepEqual(wrong, []);
  });

  it('name the same views, vendor and scheme', () => {
    const shown = contributes as {
      views?: Record<string, { id: string }[]>;
      viewsContainers?: Record<string, { id: string }[]>;
    };
    same(
      Object.values(shown.viewsContainers ?? {}).flatMap(all => all.map(one => one.id)),
      [views.container],
    );
    same(
      Object.values(shown.views ?? {}).flatMap(all => all.map(one => one.id)),
      Object.values(views).filter(id => id !== views.container),
    );
    same(Object.keys(shown.views ?? {}), [views.container]);
    same(
      contributes.languageModelChatProviders.map(one => one.vendor),
      [modelVendor],
    );
    assert.ok(manifest.activationEvents.includes(`onFileSystem:${safeScheme}`));
  });

  it('name the same context keys', () => {
    const conditions = [...text.matchAll(/"(?:when|enablement)":"((?:[^"\\]|\\.)*)"|"onContext:([^"]+)"/g)].map(
      ([, when, key]) => when ?? key ?? '',
    );
    const known = new Set<string>([...Object.values(views), ...Object.values(commands)]);
    same(
      conditions.flatMap(when => when.match(/\blockside\.[\w.]+/g) ?? []).filter(name => !known.has(name)),
      Object.values(contextKeys),
    );
  });

  it('switch no command off: one that can’t work now says what to do', () => {
    assert.deepEqual(
      (contributes.commands as readonly { readonly command: string; readonly enablement?: string }[]).filter(
        one => one.enablement !== undefined,
      ),
      [],
    );
  });

  it('mention no command that there is not', () => {
    const mentioned = [
      ...text.matchAll(/"command":"(lockside\.\w+)"|onCommand:(lockside\.\w+)|command:(lockside\.\w+)/g),
    ].map(([, a, b, c]) => a ?? b ?? c ?? '');
    const known: readonly string[] = Object.values(commands);
    assert.deepEqual(
      mentioned.filter(name => !known.includes(name)),
      [],
    );
  });

  it('have every context key set, and every command registered, in the code', () => {
    const editor = sources
      .filter(file => file.includes(`${join('src', 'editor')}`) || file.endsWith('extension.ts'))
      .map(file => readFileSync(file, 'utf8'))
      .join('\n');
    const unused = (names: object, word: string) =>
      Object.keys(names).filter(name => !editor.includes(`${word}.${name}`));
    assert.deepEqual(
      { commands: unused(commands, 'commands'), contextKeys: unused(contextKeys, 'contextKeys') },
      { commands: [], contextKeys: [] },
    );
  });

  it('have a text for every %key%, in every language', () => {
    const texts = (file: string) => Object.keys(JSON.parse(readFileSync(join(root, file), 'utf8')) as object);
    same(
      [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''),
      texts('package.nls.json'),
    );
    for (const file of readdirSync(root).filter(name => /^package\.nls\..+\.json$/.test(name)))
      same(texts(file), texts('package.nls.json'), file);
  });
});

/** What this page looks at of a setting, or of what stands in one. */
interface Setting {
  readonly order?: number;
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
}

/** A schema and all that stands in it. */
function partsOf(schema: object): Setting[] {
  const inner = Object.values(schema).filter((one): one is object => typeof one === 'object' && one !== null);
  return [schema, ...inner.flatMap(partsOf)];
}

function allowed(file: string, name: string): boolean {
  const [place = '', ...rest] = relative(join(root, 'src'), file).split(/[\\/]/);
  const isRoot = rest.length === 0;
  if (!name.startsWith('.'))
    return isRoot ? name !== 'vscode' || place === 'extension.ts' : rooms[place]?.packages.test(name) === true;
  const target = relative(join(root, 'src'), resolve(file, '..', name))
    .replaceAll('\\', '/')
    .replace(/\.ts$/, '');
  return isRoot || shared.includes(target) || [place, ...(rooms[place]?.rooms ?? [])].includes(target.split('/')[0]!);
}

/** All that a file imports, types as well. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(
      /^(?:import|export)\b[^;'"]*?\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|\brequire\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
    ),
  ].map(match => match.slice(1).find(Boolean)!);
}

/** Those that stand in a circle, or between two: what is left once everything is gone that leads nowhere, or that nothing leads to. */
function circling(ways: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map(ways);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [file, targets] of left) if (!targets.some(target => left.has(target))) left.delete(file);
    const reached = new Set([...left.values()].flat());
    for (const file of left.keys()) if (!reached.has(file)) left.delete(file);
  }
  return [...left.keys()];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name));
}

function same(found: Iterable<string>, expected: Iterable<string>, message?: string): void {
  assert.deepEqual([...new Set(found)].sort(), [...new Set(expected)].sort(), message);
}
