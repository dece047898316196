import { classReasons } from '../core/classify/classify';
import { contentReasons } from '../core/classify/contentClass';
import { type Classification, strictestClass } from '../core/classify/dataClass';
import { printable } from '../core/printable';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { readTextFile } from '../io/readTextFile';
import { walkFiles } from '../io/walkFiles';
import { displayed } from './displayed';

export interface ClassifyOptions {
  /** One JSON object a line instead of a table. */
  readonly json?: boolean;
  /** Also the files that nothing is said about. */
  readonly all?: boolean;
}

/** Says how confidential files are, and why. Gives the exit code: 0, or 2 where a named file can't be read. */
export async function classifyCommand(paths: readonly string[], options: ClassifyOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd });
  const note = (text: string) => write(process.stderr, `lockside: ${printable(text)}\n`);
  for (const { where, message } of workspace.faults) await note(where ? `${where}: ${message}` : message);
  let code = 0;
  for (const walked of walkFiles(paths.length > 0 ? paths : ['.'], cwd)) {
    if (walked.skipped) continue;
    const file = displayed(walked.file, cwd);
    const read = walked.fault ? { fault: walked.fault } : readTextFile(walked.file, workspace.maximumFileSize);
    if ('skipped' in read) continue;
    if ('fault' in read) {
      await note(`${file}: ${read.fault.message}`);
      if (walked.named) code = 2;
      continue;
    }
    const classified = classifyText(read.text, workspace.pathOf(walked.file), workspace);
    if (options.all || walked.named || classified.reasons.length > 0)
      await write(process.stdout, `${line(file, classified, options.json === true)}\n`);
  }
  return code;
}

function classifyText(text: string, path: string, { guard, prints }: Workspace): Classification {
  const found = guard.scanner.scan(text, { path }).findings;
  const declared = classReasons(text, path, { pathClass: guard.policy().pathClass, prints });
  return strictestClass([...declared, ...contentReasons(found)]);
}

function line(file: string, { class: dataClass, reasons }: Classification, json: boolean): string {
  const why = reasons.map(({ class: of, by, why }) => ({ class: of, by, why }));
  if (json) return JSON.stringify({ path: file, class: dataClass, reasons: why });
  return printable(`${dataClass.padEnd(12)}  ${file}  ${reasons[0]?.why ?? 'nothing says otherwise'}`);
}
