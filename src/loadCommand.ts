#!/usr/bin/env node
/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './packages' | './cli'): unknown;

// The command that editors and CI call most is a file of its own: reading the code of all others takes longer than its work.
if (process.argv[2] === 'packages') require('./packages');
else require('./cli');
