import { type Command, Option } from 'commander';
import { version } from '../../package.json';
import { formatOption } from './reportOptions';

const sbom = () => import('./sbomCommand');
const vex = () => import('./sbomVexCommand');

/** `lockside sbom …`: bills of materials, what differs between them, and what was decided about advisories. */
export function addSbomCommands(program: Command): void {
  const output = () => new Option('--output <file>', 'where it goes (default: standard output)');
  const group = program
    .command('sbom')
    .description("write a bill of materials of a project's packages; SOURCE_DATE_EPOCH makes its time reproducible")
    .enablePositionalOptions()
    .argument('[paths...]', 'files and folders (default: this folder)')
    .addOption(
      new Option('--format <format>', 'CycloneDX 1.6 or 1.7, or SPDX 2.3')
        .choices(['cyclonedx-json', 'cyclonedx-1.7', 'spdx-json'])
        .default('cyclonedx-json'),
    )
    .addOption(output())
    .addHelpText('after', '\nA path called "diff" or "vex" is written ./diff or ./vex.')
    .action(async (paths, options) => {
      process.exitCode = await (await sbom()).sbomCommand(paths, { ...options, version });
    });
  group
    .command('diff')
    .description('what became of packages between two bills (CycloneDX or SPDX) or two commits')
    .argument('<base>', 'a file, or a commit, branch or tag')
    .argument('[head]', 'the same (default: the files as they are now)')
    .addOption(formatOption(['text', 'json']))
    .option('--exit-code', 'exit with 1 where something differs')
    .action(async (base, head, options) => {
      process.exitCode = await (await sbom()).sbomDiffCommand(base, head, options);
    });
  group
    .command('vex')
    .description(
      'what was decided about the advisories on the packages: VEX, from accepted findings, with reason and day',
    )
    .argument('[paths...]', 'files and folders (default: this folder)')
    .addOption(
      new Option('--format <format>', 'OpenVEX or CycloneDX').choices(['openvex', 'cyclonedx']).default('openvex'),
    )
    .addOption(output())
    .addHelpText(
      'after',
      '\nAn accepted finding counts as "affected", with its reason for the action; as "not affected" where the reason begins with\nthese words or with "false positive". What nobody has decided about is "under investigation".',
    )
    .action(async (paths, options) => {
      process.exitCode = await (await vex()).sbomVexCommand(paths, { ...options, version });
    });
}
