import { writeFileSync } from 'node:fs';
import { htmlReport } from '../audit/htmlReport/htmlReport';
import { reportModel } from '../audit/htmlReport/reportModel';
import { printable } from '../core/printable';
import { causeOf } from '../io/causeOf';
import { endOnBrokenPipe, write } from '../io/output';
import { readEvents } from './auditCommand';
import { complain } from './complain';
import { gatherSince } from './gatherSince';

export interface ReportOptions {
  readonly format: 'html' | 'json' | 'inputs';
  readonly out?: string;
  readonly since?: string;
  readonly version: string;
}

/** Writes the report of a project and of this user's trail. Exit code 0; 2 where it could not be made. */
export async function reportCommand(paths: readonly string[], options: ReportOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const { format, out } = options;
  const inputs = await gatherSince(paths, options);
  if ('error' in inputs) return complain(inputs.error);
  // The editor reads the trail itself, each time that something is added to it.
  if (format === 'inputs') return give(`${JSON.stringify(inputs)}\n`, out);
  const model = reportModel(inputs, readEvents());
  return give(format === 'html' ? htmlReport(model) : `${JSON.stringify(model, undefined, 2)}\n`, out);
}

/** Writes a text into a file or to standard output; the exit code. */
export async function give(text: string, out: string | undefined): Promise<number> {
  if (out === undefined || out === '-') {
    await write(process.stdout, text);
    return 0;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    return complain(`${out} can't be written: ${causeOf(error)}`);
  }
  await write(process.stderr, `lockside: ${printable(out)} written\n`);
  return 0;
}
