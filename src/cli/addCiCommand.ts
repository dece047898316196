import type { Command } from 'commander';
import { gates } from '../core/ciRun';
import { failOnOption } from './reportOptions';

/** `lockside ci`: every gate in one run. */
export function addCiCommand(program: Command, version: string): void {
  program
    .command('ci')
    .description(
      'ask all gates before a change goes in: keys, personal data, prompt files, packages, AI clients, policy, sign-off',
    )
    .argument('[paths...]', 'files and folders (default: everything that git has)')
    .option(
      '--base <ref>',
      'only what has changed since this commit, judged by the stricter of its policy and the present one',
    )
    .option('--commit <name>', 'which commit has to be signed off', 'HEAD')
    .option('--sarif <file>', 'write SARIF 2.1.0 for a code host')
    .option('--json <file>', 'write everything as one JSON object')
    .option('--summary <file>', 'add the summary to a file (default: $GITHUB_STEP_SUMMARY, where it is set)')
    .option('--only <gates>', `some gates only: ${gates.join(',')}`)
    .option('--skip <gates>', 'leave gates out and have it on record; needs --reason and --owner')
    .option('--reason <text>', 'with --skip: why')
    .option('--owner <name>', 'with --skip: who answers for it')
    .addOption(failOnOption('blocks'))
    .addHelpText('after', help)
    .action(async (paths, options) => {
      const { ciCommand } = await import('./ciCommand');
      process.exitCode = await ciCommand(paths, { ...options, version });
    });
}

const help = `
Exit codes: 0 everything may pass; 1 something is blocked; 2 something could not be checked, which blocks as well. Rules about
"fault/*" to "command:ci" say what may pass unchecked. Advisories have to be here: "lockside advisories update".`;
