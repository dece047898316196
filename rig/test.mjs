// `npm test`: everything, on a fresh clone too. Ends with the line "N passed, N failed".
import { install, installModules } from './install.mjs';
import { run, runBin } from './places.mjs';

const totals = { passed: 0, failed: 0 };
/** What failed, section by section: told again at the end, because whoever reads a long output reads its end. */
const failures = [];
const started = Date.now();

await section('node_modules', async () => {
  await installModules();
  return { passed: 0, failed: 0 };
});
// The editor takes minutes on a new machine, so it's installed while the rest runs; a failure is told where it's needed.
const installing = install({ log: line => console.log(`[editor] ${line}`) }).then(
  places => ({ places }),
  error => ({ error }),
);
await section('Lint and format', () => asOne(runBin('@biomejs/biome', ['ci', '--error-on-warnings'])));
await section('Types', () => asOne(runBin('typescript/tsc', ['--noEmit'])));
await section('Generated files are fresh', () => asOne(run(process.execPath, ['rig/generate.mjs', '--check'])));
await section('Unit tests', unitTests);
await section('Build and package', async () => {
  const { build, pack } = await import('./build.mjs');
  await build();
  await pack();
  return { passed: 1, failed: 0 };
});
await section('Tests in the extension host', async () => (await import('./hostTests.mjs')).hostTests(await editor()));
await section('Driven window', async () => (await import('../test/editor/window.mjs')).drive(await editor()));
await section('The main job, with a guarded model and by hooks alone', async () => {
  const { check } = await import('./check.mjs');
  const places = await editor();
  // Most of their time goes into waiting for a window, and each prints its results at once.
  return sum(await Promise.all(['guarded', 'hooks'].map(mode => check(places, { mode }))));
});

for (const failure of failures) console.log(`\n${failure}`);
console.log(`\nAll of it took ${seconds(started)}.`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

/** Runs one part and adds its counts; a part that throws counts as one failure, and the next one runs all the same. */
async function section(name, work) {
  const begin = Date.now();
  console.log(`\n── ${name}`);
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(error.stack ?? error);
    counts = { passed: 0, failed: 1 };
  }
  totals.passed += counts.passed;
  totals.failed += counts.failed;
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds(begin)})`);
  if (counts.failed > 0) failures.push(`── Failed in: ${name}\n${counts.told ?? 'See above.'}`);
}

function sum(counts) {
  const of = which => counts.reduce((total, each) => total + each[which], 0);
  return { passed: of('passed'), failed: of('failed') };
}

async function editor() {
  const { places, error } = await installing;
  if (error) throw new Error(`The editor could not be installed: ${error.message}`);
  return places;
}

async function unitTests() {
  const files = ['test/{core,io,agents,audit,cli,gateway,project,supply}/**/*.test.ts', 'test/*.test.ts'];
  const reporting = ['--retries', '1', '--reporter', 'rig/dots.cjs'];
  const options = ['--import=tsx', '--parallel', '--jobs', '2', '--timeout', '40000', ...reporting];
  const onLine = line => console.log(line);
  // No unit test leaves this machine, and each of a thousand programs that they start would read all certificates anew.
  const env = { NODE_EXTRA_CA_CERTS: '' };
  const { code, output } = await runBin('mocha', [...options, ...files], { onLine, env });
  return countMocha(code, output);
}

/** A suite that ended without a count, such as one that didn't load, is a failure. */
function countMocha(code, output) {
  const found = word => Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  const passed = found('passing');
  const failed = found('failing');
  const told = /^ {2}\d+ failing[\s\S]*/m.exec(output)?.[0];
  return { passed, failed: code === 0 && passed > 0 ? failed : Math.max(1, failed), told };
}

async function asOne(running) {
  const { code } = await running;
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
