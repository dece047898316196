import type { Command } from 'commander';
import { version } from '../../package.json';
import { addPackagesCommand } from './addPackagesCommand';

const advising = () => import('./advisoriesCommand');

/** The commands about packages and what is known about them: packages, advisories. What each needs is loaded when it runs. */
export function addPackageCommands(program: Command): void {
  addPackagesCommand(program, version);

  const advisories = program.command('advisories').description("OSV's advisories on this machine");

  advisories
    .command('update')
    .description("fetch OSV's databases, where they are newer, and compact them here")
    .option('--ecosystem <name...>', 'only these, such as npm, PyPI or crates.io')
    .option('--from <file>', 'import an all.zip that was brought here, of the one --ecosystem')
    .action(async options => {
      process.exitCode = await (await advising()).updateAdvisories(options);
    });

  advisories
    .command('status')
    .description('say how old they are, and how many')
    .action(async () => {
      process.exitCode = await (await advising()).tellAdvisories();
    });
}
