// Bundles the entry points; with --watch, again at each change.
import { build, context } from 'esbuild';

/** What a `load.ts` reads when it is needed has a file of its own, which both entry points share. */
const loadedLate = {
  name: 'loaded-late',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/index$/ }, ({ importer }) => {
      const [, room] = /[\\/](detectors|pseudonyms|records|team)[\\/]load\.ts$/.exec(importer) ?? [];
      return room && { path: `./${room}.js`, external: true };
    }),
};

const options = {
  entryPoints: {
    extension: 'src/extension.ts',
    cli: 'src/cli.ts',
    scanWorker: 'src/scanWorker.ts',
    detectors: 'src/core/detectors/index.ts',
    pseudonyms: 'src/core/pseudonyms/index.ts',
    records: 'src/core/records/index.ts',
    team: 'src/core/team/index.ts',
  },
  plugins: [loadedLate],
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
