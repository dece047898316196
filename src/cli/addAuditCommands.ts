import type { Command } from 'commander';
import { countOption } from './countOption';

const audit = () => import('./auditCommand');
const exporting = () => import('./exportCommand');

/** `lockside audit …`: what was decided on every way out, and the proof that nobody has changed the record of it. */
export function addAuditCommands(program: Command): void {
  const group = program
    .command('audit')
    .description('what was decided on every way out of this machine, and proof that the record of it was not changed');
  group
    .command('verify')
    .description('follow the chains of the trail; exits with 1 where it was edited, cut or rewritten')
    .option(
      '--anchor <anchor...>',
      "checkpoints that were kept elsewhere, without which a whole rewrite is not seen: files of --out, sha256:… of a trailer or a collector, git for this repository's notes",
    )
    .option('--tsa-root <file>', 'certificates (PEM) that time stamps have to lead to')
    .option('--otlp [endpoint]', 'tell the collector what it came to')
    .option('--trail <folder>', "another machine's trail (default: this user's)")
    .action(async options => {
      process.exitCode = await (await audit()).auditVerifyCommand(options);
    });
  group
    .command('checkpoint')
    .description('sign what the trail is now')
    .option('--out <file>', 'write it there, to be kept elsewhere and given to --anchor later')
    .option('--trailer', 'print it as a git trailer, for a commit message')
    .option('--git', 'add it to the notes of HEAD in this repository (refs/notes/lockside-audit)')
    .option('--rfc3161 <url>', 'have a time-stamp authority stamp it; needs --out')
    .option('--otlp [endpoint]', 'send its hash to the collector')
    .action(async options => {
      process.exitCode = await (await audit()).auditCheckpointCommand(options);
    });
  group
    .command('show')
    .description('the last decisions, without a value')
    .addOption(countOption('--last <n>', 'how many').default(50))
    .option('--json', 'one JSON object a line')
    .option('--identity <file>', 'an age identity, for what is sealed')
    .action(async options => {
      process.exitCode = await (await audit()).auditShowCommand(options);
    });
  group
    .command('export')
    .description('give the trail to other programs: as a file, or to an OpenTelemetry Collector')
    .requiredOption('--format <format>', 'jsonl, csv, ocsf (class 2006, a line each), sarif, or otlp')
    .option('--since <day>', 'as in 2026-11-01, or 7d for the last seven days')
    .option('--out <file>', 'write it there (default: standard output)')
    .option('--endpoint <url>', "with otlp: the base of the collector (default: the person's own setting)")
    .option('--identity <file>', 'an age identity, for what is sealed')
    .option('--trail <folder>', "another machine's trail (default: this user's)")
    .addHelpText('after', '\nHeaders for the collector are read from LOCKSIDE_OTLP_HEADERS: name=value,name=value.')
    .action(async options => {
      process.exitCode = await (await exporting()).auditExportCommand(options);
    });
}
