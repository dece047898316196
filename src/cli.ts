#!/usr/bin/env node
import { Command } from 'commander';
import { version } from '../package.json';
import { addAgentCommands } from './cli/addAgentCommands';
import { addAuditCommands } from './cli/addAuditCommands';
import { addCiCommand } from './cli/addCiCommand';
import { addGatewayCommands } from './cli/addGatewayCommands';
import { addPackageCommands } from './cli/addPackageCommands';
import { addPermissionsCommands } from './cli/addPermissionsCommands';
import { addPolicyCommands } from './cli/addPolicyCommands';
import { addPreCommitCommands } from './cli/addPreCommitCommands';
import { addRedactCommands } from './cli/addRedactCommands';
import { addReportCommands } from './cli/addReportCommands';
import { addSbomCommands } from './cli/addSbomCommands';
import { addScanCommands } from './cli/addScanCommands';
import { addSetupCommands } from './cli/addSetupCommands';
import { addSignOffCommands } from './cli/addSignOffCommands';
import { addWaiverCommands } from './cli/addWaiverCommands';
import { printable } from './core/printable';
import { causeOf } from './io/causeOf';

const program = new Command('lockside')
  .description(
    'Holds secrets and personal data back from AI assistants: finds them, replaces them by placeholders, puts them back.',
  )
  .version(version)
  .enablePositionalOptions()
  .showHelpAfterError('(lockside --help tells more)')
  .exitOverride(error => process.exit(error.exitCode === 0 ? 0 : 2))
  .addHelpText(
    'after',
    '\nThe policy is read from .vscode/settings.json ("lockside.*"), the same that the editor uses.',
  );

addScanCommands(program);
addRedactCommands(program);
addPackageCommands(program);
addSbomCommands(program);
addAgentCommands(program);
addGatewayCommands(program);
addSetupCommands(program);
addPermissionsCommands(program);
addPolicyCommands(program);
addWaiverCommands(program);
addSignOffCommands(program);
addCiCommand(program, version);
addPreCommitCommands(program);
addAuditCommands(program);
addReportCommands(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`lockside: ${printable(wordsOf(error))}\n`);
  process.exitCode = 2;
});

/** A file that can't be read or written is named once, with the cause in words. */
function wordsOf(error: unknown): string {
  const { path, code, message } = error as NodeJS.ErrnoException;
  return path !== undefined && code !== undefined ? `${path}: ${causeOf(error)}` : (message ?? String(error));
}
