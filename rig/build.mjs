// Builds the extension and packs it, with what a fresh clone lacks.
import fs from 'node:fs';
import path from 'node:path';
import { root, run, runBin, vsix } from './places.mjs';

/** Bundles the two entry points into dist/. */
export const build = () => finish('The build', run(process.execPath, ['esbuild.mjs', '--minify']));

/** Packs lockside.vsix, as `npm run package` does. */
export async function pack() {
  fs.rmSync(vsix, { force: true });
  const args = ['package', '--no-dependencies', '--out', path.relative(root, vsix)];
  const lines = [];
  await finish('Packing the VSIX', runBin('@vscode/vsce', args, { onLine: line => lines.push(line) }), lines);
  console.log(lines.filter(line => /Packaged:/.test(line)).join('\n'));
}

async function finish(what, running, lines = []) {
  const { code } = await running;
  if (code === 0) return;
  if (lines.length) console.error(lines.join('\n'));
  throw new Error(`${what} failed; see above.`);
}
