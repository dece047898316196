import type { Command } from 'commander';
import { failOnOption, formatOption } from './reportOptions';
import { sizeOption } from './sizeOption';

/** `lockside packages`, for the program of all commands and for the one that has it alone. */
export function addPackagesCommand(program: Command, version: string): void {
  program
    .command('packages')
    .description('find packages with known vulnerabilities, malicious ones and look-alikes, in manifests and lockfiles')
    .argument('[paths...]', 'files and folders (default: this folder)')
    .addOption(formatOption())
    .addOption(failOnOption())
    .option('--trust', 'judge names, checksums, hosts and install scripts in lockfiles as well as in manifests')
    .option(
      '--online',
      "ask the project's own registries about them: existence, age, deprecation, maintainers, provenance",
    )
    .addOption(sizeOption('the largest file that is read, in MB or with a unit: 20, 512kB, 1GB (default: 64)'))
    .addHelpText('after', help)
    .action(async (paths, options) => {
      const { packagesCommand } = await import('./packagesCommand');
      process.exitCode = await packagesCommand(paths, { ...options, version });
    });
}

const help = `
Exit codes: 0 nothing found; 1 findings at or above --fail-on; 2 a path that can't be read, or wrong usage. The names of packages
stay here: advisories are those that "lockside advisories update" has fetched, unless "lockside.advisories.source" is "query".`;
