// `npm run pack:cli`: the command line as a package for npm, in out/npm. All that it needs is bundled, so that it depends on nothing
// but, where there is one for the system, the keychain.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './places.mjs';

const out = path.join(root, 'out', 'npm');
const stage = path.join(out, 'package');
rmSync(out, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
// What only the editor loads stays out.
const inEditor = new Set(['extension.js', 'window.js']);
for (const part of ['dist', 'README.md', 'CHANGELOG.md', 'LICENSE'])
  cpSync(path.join(root, part), path.join(stage, part), {
    recursive: true,
    filter: file => !inEditor.has(path.basename(file)),
  });
const {
  name,
  version,
  description: _,
  license,
  repository,
  bugs,
  homepage,
  keywords,
  engines,
  bin,
  optionalDependencies,
} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const description =
  'Holds secrets and personal data back from AI assistants, in files, commits, packages and on the wire';
const manifest = {
  name,
  version,
  description,
  license,
  repository,
  bugs,
  homepage,
  keywords,
  bin,
  engines: { node: engines.node },
  optionalDependencies,
};
writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
const { code } = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', out], { cwd: stage });
process.exit(code);
