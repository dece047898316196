import type { Fault, Severity } from '../core/model';
import { printable } from '../core/printable';
import { itemsOf, type Reporter, type Skipped, type Summary } from '../core/report';
import type { Workspace } from '../io/openWorkspace';
import { write } from '../io/output';
import type { Outcome } from '../io/scanJob';

export interface TallyOptions {
  /** The least severity that exits with 1. */
  readonly failOn: Severity;
  readonly verbose?: boolean;
}

/** Counts what is told, and tells it; in the end it knows the exit code. */
export function createTally(options: TallyOptions, reporter: Reporter) {
  const summary = {
    files: 0,
    findings: { error: 0, warning: 0, information: 0 },
    columns: 0,
    values: 0,
    suppressed: 0,
    faults: 0,
    skipped: { binary: 0, link: 0, special: 0 },
  };
  let fatal = false;
  let unread = 0;
  const note = async (text: string) => write(process.stderr, `lockside: ${printable(text)}\n`);
  const tellFault = async (fault: Fault) => {
    summary.faults++;
    if (!reporter.tellsFaults) await note(`${fault.where ? `${fault.where}: ` : ''}${fault.message}`);
  };
  return {
    summary: summary as Summary,
    /** Which files of other scanners count here. */
    async tellForeign({ foreign }: Workspace) {
      for (const file of foreign?.files ?? []) await note(`${file}: read for its rules and for what it accepts`);
    },
    async fault(fault: Fault) {
      await tellFault(fault);
      await write(process.stdout, reporter.fault(fault));
    },
    async take(outcome: Outcome) {
      if ('skipped' in outcome) {
        summary.skipped[outcome.skipped]++;
        if (options.verbose) await note(`${outcome.file}: ${passedOver[outcome.skipped]}`);
      } else if ('fault' in outcome) {
        fatal ||= outcome.fatal;
        unread++;
        await this.fault(outcome.fault);
      } else {
        summary.files++;
        for (const fault of outcome.report.faults) await tellFault(fault);
        for (const { suppressed } of outcome.report.findings) if (suppressed) summary.suppressed++;
        for (const { first, all, field } of itemsOf(outcome.report)) {
          summary.findings[first.severity]++;
          if (!field) continue;
          summary.columns++;
          summary.values += all.length;
        }
        await write(process.stdout, reporter.file(outcome.report));
      }
    },
    /** Where nothing at all could be read, "no findings" would be a lie. */
    exitCode() {
      if (fatal || (summary.files === 0 && unread > 0)) return 2;
      return severities.slice(severities.indexOf(options.failOn)).some(severity => summary.findings[severity] > 0)
        ? 1
        : 0;
    },
  };
}

const severities: readonly Severity[] = ['information', 'warning', 'error'];

const passedOver: Readonly<Record<Skipped, string>> = {
  binary: 'binary, not scanned',
  link: 'a symbolic link, not followed',
  special: 'a pipe, socket or device, not scanned',
};
