import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { version } from '../package.json';
import { addPackagesCommand } from './cli/packagesOptions';

// The one command that is started over and over, without the code of all others.
// It is over before code that V8 compiles anew because it ran often is worth its making; only what runs far longer shall be.
setFlagsFromString('--interrupt-budget=1000000');
const program = new Command('lockside').exitOverride(error => process.exit(error.exitCode === 0 ? 0 : 2));
addPackagesCommand(program, version);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`lockside: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
