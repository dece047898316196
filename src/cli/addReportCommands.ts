import { type Command, Option } from 'commander';
import { version } from '../../package.json';

const report = () => import('./reportCommand');
const flow = () => import('./flowCommand');

/** `lockside report` and `lockside flow`: what was held back and where it would have gone, for people and for other tools. */
export function addReportCommands(program: Command): void {
  const since = () =>
    new Option('--since <when>', 'only events since a day (YYYY-MM-DD) or for a number of days (30d)');
  const out = () => new Option('--out <file>', 'where it goes (default: standard output)');
  program
    .command('report')
    .description(
      'what was held back, where it would have gone, what stands in the project, and what that says to auditors',
    )
    .argument('[paths...]', 'files and folders (default: this folder, and the AI clients of your home)')
    .addOption(
      new Option('--format <format>', 'a page of its own that prints, its content, or what the editor draws it of')
        .choices(['html', 'json', 'inputs'])
        .default('html'),
    )
    .addOption(out())
    .addOption(since())
    .addHelpText(
      'after',
      '\nThe page asks for nothing and runs nothing. No value is in it: only kinds, places, counts and keyed fingerprints.',
    )
    .action(async (paths, options) => {
      process.exitCode = await (await report()).reportCommand(paths, { ...options, version });
    });
  program
    .command('flow')
    .description(
      'the map of where data flows: origins, AI clients, servers, vendors, what is kept on disk, and trust boundaries',
    )
    .argument('[paths...]', 'files and folders (default: this folder, and the AI clients of your home)')
    .addOption(
      new Option('--format <format>', 'a drawing, its content, or services in CycloneDX 1.6')
        .choices(['svg', 'json', 'cyclonedx'])
        .default('svg'),
    )
    .addOption(out())
    .addOption(since())
    .action(async (paths, options) => {
      process.exitCode = await (await flow()).flowCommand(paths, { ...options, version });
    });
}
