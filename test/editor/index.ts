import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/**
 * What the extension host runs: every *.test.ts beside this file, each bundled on its own. Resolves when all passed.
 * `npm run test:editor -- --grep WORDS` runs a part of them.
 */
export function run(): Promise<void> {
  const { LOCKSIDE_TEST_GREP: grep, LOCKSIDE_TEST_INVERT: invert } = process.env;
  // The host is shared with a whole editor that starts beside it: a test that fails is given a second chance, a bug has none.
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, retries: 1, color: false, grep, invert: invert !== undefined });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  return new Promise((resolve, reject) => {
    mocha
      .run(failures => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()))
      .on('retry', (test, error) => console.log(`second try of: ${test.fullTitle()}: ${error.message.split('\n')[0]}`));
  });
}
