// Builds the extension and packs it, with what a fresh clone lacks.
import fs from 'node:fs';
import path from 'node:path';
import { discard, root, run, runBin, scratch, vsix } from './places.mjs';

/** Bundles the two entry points into dist/. */
export const build = () => finish('The build', run(process.execPath, ['esbuild.mjs', '--minify']));

/**
 * Packs lockside.vsix, as `npm run package` does. It is done beside the tree, with what the package holds: vsce walks through every
 * folder that it finds, and `out/` and `.vscode-test/` are large. Its own search for secrets is left out: samples of keys stand in our
 * bundles as forms, and `lockside scan` looks at the sources.
 */
export async function pack() {
  fs.rmSync(vsix, { force: true });
  const stage = scratch('package');
  for (const name of ['dist', 'media', 'plugin', 'l10n', ...fs.readdirSync(root).filter(isPacked)])
    fs.cpSync(path.join(root, name), path.join(stage, name), { recursive: true });
  const args = ['package', '--no-dependencies', '--allow-package-all-secrets', '--out', vsix];
  const lines = [];
  await finish(
    'Packing the VSIX',
    runBin('@vscode/vsce', args, { cwd: stage, onLine: line => lines.push(line) }),
    lines,
  );
  console.log(lines.filter(line => /Packaged:/.test(line)).join('\n'));
  discard(stage);
}

/** Files in the root; which of them and of the folders are packed, `.vscodeignore` says. */
const isPacked = name => /^(?:package(?:\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE|\.vscodeignore)$/.test(name);

async function finish(what, running, lines = []) {
  const { code } = await running;
  if (code === 0) return;
  if (lines.length) console.error(lines.join('\n'));
  throw new Error(`${what} failed; see above.`);
}
