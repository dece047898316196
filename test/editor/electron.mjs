// Runs the same suite in the desktop VS Code, which @vscode/test-electron downloads: for CI that can reach it.
//   npm run build && npm run test:electron
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleTests, testExtensions, testSuite } from '../../rig/hostTests.mjs';
import { scratch } from '../../rig/places.mjs';
import { createRandom } from '../../rig/random.mjs';
import { makeWorkspace } from '../../rig/workspace.mjs';

const { engines } = JSON.parse(fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const workspace = path.join(scratch('electron'), 'shop');
makeWorkspace(workspace, createRandom(Date.now()));
await bundleTests();

// Both the newest version and the oldest that package.json promises.
for (const version of ['stable', engines.vscode.replace(/^\^/, '')]) {
  await runTests({
    version,
    extensionDevelopmentPath: testExtensions(),
    extensionTestsPath: testSuite,
    launchArgs: [workspace, '--disable-workspace-trust'],
  });
}
