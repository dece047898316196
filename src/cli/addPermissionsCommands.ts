import type { Command } from 'commander';

const permissions = () => import('./permissionsCommand');

/** `lockside permissions …`: what agents may read, edit and write, in the policy and in the clients' own files. */
export function addPermissionsCommands(program: Command): void {
  const group = program
    .command('permissions')
    .description(
      "what agents may read, edit and write: one matrix in the policy, written into each client's own files",
    );
  group
    .command('show')
    .description('the matrix as it holds here, layer by layer; of each layer the last line that fits counts')
    .option('--json', 'as one JSON list')
    .action(async options => {
      process.exitCode = await (await permissions()).showPermissions(options);
    });
  group
    .command('write')
    .description(
      "write it into clients' files: what people wrote there stays (default: the clients that are used here)",
    )
    .option('--client <names...>', 'only these; "all" for all of them')
    .option('--dry-run', 'only say what would be changed')
    .option('--undo', 'take it out again')
    .action(async options => {
      process.exitCode = await (await permissions()).writePermissions(options);
    });
  group
    .command('check')
    .description("read clients' files back; exits with 1 where one is weaker than the matrix")
    .option('--client <names...>', 'only these; "all" for all of them')
    .action(async options => {
      process.exitCode = await (await permissions()).checkPermissions(options);
    });
}
