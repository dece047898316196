// Bundles the entry points into dist/, or where --outdir says; with --watch, again at each change.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';

const { values: asked } = parseArgs({
  options: {
    minify: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
    watch: { type: 'boolean', default: false },
  },
});

/** What is read when it is needed, each in a file of its own, which all entry points share. */
const late = {
  agents: 'src/editor/agents/openAgents.ts',
  actions: 'src/agents/commands/judgeAction.ts',
  advisoryBase: 'src/project/advisoryBase.ts',
  askOsv: 'src/project/askOsv.ts',
  commands: 'src/cli.ts',
  conditions: 'src/core/conditions.ts',
  detectors: 'src/core/detectors/index.ts',
  globParts: 'src/core/globParts.ts',
  loadPackages: 'src/loadPackages.ts',
  orders: 'src/core/injection/orderModel.ts',
  otlp: 'src/audit/otlp/startTelemetry.ts',
  packages: 'src/packages.ts',
  policyRoom: 'src/editor/policy/policyRoom.ts',
  pseudonyms: 'src/core/pseudonyms/index.ts',
  records: 'src/core/records/index.ts',
  refusal: 'src/core/refusal.ts',
  registries: 'src/io/registries/index.ts',
  reportPages: 'src/editor/reports/reportPages.ts',
  scan: 'src/core/scanning.ts',
  sealed: 'src/audit/trail/openSealed.ts',
  sealWorker: 'src/audit/trail/sealWorker.ts',
  setup: 'src/agents/setup/setup.ts',
  signatures: 'src/io/sshSignatures.ts',
  starterSet: 'src/supply/advisories/openStarterSet.ts',
  team: 'src/core/team/index.ts',
  timestamps: 'src/audit/anchors/timestamps.ts',
  trail: 'src/audit/trail/openTrail.ts',
  transcripts: 'src/editor/transcripts/transcriptScan.ts',
  trust: 'src/supply/trust/index.ts',
  window: 'src/editor/window.ts',
};

/** A `load….ts` requires such a file by its path in src. */
const loadedLate = {
  name: 'loaded-late',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/\w+$/ }, ({ path: name, importer, kind }) => {
      if (kind !== 'require-call' || !/[\\/]load\w*\.ts$/.test(importer)) return undefined;
      const file = `${path.resolve(path.dirname(importer), name)}.ts`;
      const room = Object.keys(late).find(each => path.resolve(late[each]) === file);
      return room && { path: `./${room}.js`, external: true };
    }),
};

/**
 * What a bundle takes from `vscode` is taken once: CommonJS's interop would copy all of the API for each file that imports it,
 * which costs a third of a millisecond a file.
 */
const apiOnce = {
  name: 'api-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'vscode', namespace: 'api' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'api' }, () => ({
      contents: [`const api = require('vscode');`, ...apiNames().map(it => `export const ${it} = api.${it};`)].join(
        '\n',
      ),
    }));
  },
};

/** Whatever the API has at run time, by its declarations. */
function apiNames() {
  const text = fs.readFileSync('node_modules/@types/vscode/index.d.ts', 'utf8');
  const found = text.matchAll(/^\texport (?:namespace|(?:abstract )?class|enum|const|let|function) (\w+)/gm);
  return [...new Set(Array.from(found, ([, name]) => name))];
}

const options = {
  entryPoints: {
    extension: 'src/extension.ts',
    cli: 'src/loadCommand.ts',
    packageThread: 'src/packageThread.ts',
    scanWorker: 'src/scanWorker.ts',
    ...late,
  },
  plugins: [loadedLate, apiOnce],
  outdir: asked.outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The `main` of jsonc-parser can't be bundled; its `module` can.
  mainFields: ['module', 'main'],
  external: ['vscode', '@napi-rs/keyring'],
  minify: asked.minify,
  sourcemap: asked.watch ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'info',
};

if (asked.watch) await (await context(options)).watch();
else await build(options);
