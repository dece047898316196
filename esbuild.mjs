// Bundles the two entry points; with --watch, again at each change.
import { build, context } from 'esbuild';

const options = {
  entryPoints: { extension: 'src/extension.ts', cli: 'src/cli.ts' },
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
