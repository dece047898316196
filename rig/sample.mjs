// Makes the sample workspace in out/sample, for the debugger's entries; an existing one is left as it is.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { createRandom } from './random.mjs';
import { makeWorkspace } from './workspace.mjs';

const folder = path.join(root, 'out', 'sample');
if (!fs.existsSync(folder)) makeWorkspace(folder, createRandom(Date.now()));
console.log(folder);
