// Bundles the two entry points; with --watch, again at each change.
import { build, context } from 'esbuild';

/** `core/detectors/load.ts` reads the detectors when they are needed: from their own file, which both entry points share. */
const detectorsApart = {
  name: 'detectors-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/index$/ }, ({ importer }) =>
      importer.endsWith('load.ts') ? { path: './detectors.js', external: true } : undefined,
    ),
};

const options = {
  entryPoints: { extension: 'src/extension.ts', cli: 'src/cli.ts', detectors: 'src/core/detectors/index.ts' },
  plugins: [detectorsApart],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The `main` of jsonc-parser can't be bundled; its `module` can.
  mainFields: ['module', 'main'],
  external: ['vscode', '@napi-rs/keyring'],
  minify: process.argv.includes('--minify'),
  sourcemap: process.argv.includes('--watch') ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'info',
};

if (process.argv.includes('--watch')) await (await context(options)).watch();
else await build(options);
