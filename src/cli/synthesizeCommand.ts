import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { syntheticName } from '../core/pseudonyms/label';
import { loadPseudonyms } from '../core/pseudonyms/load';
import { causeOf } from '../io/causeOf';
import { createFingerprinter } from '../io/fingerprint';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { megabytes } from '../io/readTextFile';
import { complain, tell } from './complain';
import { displayed } from './displayed';

export interface SynthesizeOptions {
  /** `-` for standard output. */
  readonly out?: string;
  readonly seed?: string;
  readonly rows?: number;
  /** In bytes. */
  readonly maxFileSize?: number;
}

/** Makes test data from a real file. Gives the exit code: 0, or 2 where no copy was made; then nothing is written. */
export async function synthesizeCommand(file: string, options: SynthesizeOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd, maximumFileSize: options.maxFileSize });
  for (const fault of workspace.faults) await tell(`${fault.where ?? ''}: ${fault.message}`);
  const from = resolve(file);
  const to = options.out === '-' ? undefined : resolve(options.out ?? syntheticName(file));
  if (to === from) return complain('the copy would replace the file itself; name another with --out');
  const read = readText(from, workspace);
  if ('error' in read) return complain(`${file}: ${read.error}`);
  const copy = loadPseudonyms().syntheticCopy(read.text, {
    path: workspace.pathOf(from),
    scanner: workspace.guard.scanner,
    fingerprint: fingerprinter(workspace, options.seed),
    rows: options.rows,
  });
  if ('error' in copy) return complain(`${file}: ${copy.error}`);
  const count = [...copy.replaced.values()].reduce((sum, it) => sum + it, 0);
  if (to === undefined) await write(process.stdout, copy.text);
  else {
    const error = put(to, copy.text);
    if (error !== undefined) return complain(`${displayed(to, cwd)}: ${error}`);
  }
  const kinds = Array.from(copy.replaced, ([title, number]) => `${title} ${number}`).join(', ');
  await tell(
    `${to === undefined ? '<stdout>' : displayed(to, cwd)}: ${count} values replaced${kinds && ` (${kinds})`}; none of them remains`,
  );
  if (to !== undefined && syntheticName(basename(from)) !== basename(to) && !basename(to).includes('.synthetic'))
    await tell('a scan knows synthetic files by a name such as people.synthetic.csv');
  return 0;
}

/** Without a seed, copies differ from workspace to workspace, and nobody else can try values out. */
function fingerprinter({ root, stateFolder, guard }: Workspace, seed: string | undefined) {
  if (seed === undefined) return guard.scanner.fingerprint;
  return createFingerprinter({ salt: `synthesize\0${seed}`, root, stateFolder });
}

/** The byte-order mark stays; bytes that aren't UTF-8 are refused, because they would not be the same afterwards. */
function readText(
  file: string,
  { maximumFileSize }: Workspace,
): { readonly text: string } | { readonly error: string } {
  try {
    const status = statSync(file);
    if (!status.isFile()) return { error: 'not a file' };
    if (status.size > maximumFileSize)
      return { error: `larger than the limit of ${megabytes(maximumFileSize)} (--max-file-size)` };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file)) };
  } catch (error) {
    return { error: error instanceof TypeError ? 'not valid UTF-8' : causeOf(error) };
  }
}

/** Whoever looks sees no copy, or the whole one. */
function put(file: string, text: string): string | undefined {
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(fresh, text, { flag: 'wx' });
    renameSync(fresh, file);
    return undefined;
  } catch (error) {
    rmSync(fresh, { force: true });
    return causeOf(error);
  }
}
