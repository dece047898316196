import { createInterface } from 'node:readline/promises';
import { transcriptClients } from '../agents/transcripts/transcriptClients';
import { exposureJson, exposureText, leftOf } from '../audit/exposureReport';
import { printable } from '../core/printable';
import { openWorkspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { type ScannedTranscripts, scanTranscripts } from '../io/scanTranscripts';
import { type Scrubbed, scrubTranscripts } from '../io/scrubTranscripts';
import { transcriptWorld } from '../io/transcriptWorld';
import { complain, tell } from './complain';
import { createProgress } from './progress';
import { sinceOf } from './sinceOf';

export interface TranscriptsOptions {
  readonly client?: readonly string[];
  readonly since?: string;
  readonly format: 'text' | 'json';
  readonly scrub?: boolean;
  /** Personal data as well. */
  readonly personal?: boolean;
  readonly evenInUse?: boolean;
  readonly yes?: boolean;
  readonly threads?: number;
}

/**
 * Looks through the session files of AI clients and tells what left; with `scrub` it takes it out of the files. Exit code 1 where
 * a secret left, 2 where something couldn't be looked at or scrubbed.
 */
export async function transcriptsCommand(options: TranscriptsOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const clients = transcriptClients.filter(({ name }) => options.client?.includes(name) ?? true);
  const stranger = options.client?.find(name => !transcriptClients.some(client => client.name === name));
  if (stranger !== undefined) return complain(`no such client: ${printable(stranger)} (there are ${clientNames()})`);
  const since = sinceOf(options.since, Date.now());
  if (since === 'invalid') return complain('--since takes a day (YYYY-MM-DD), a time, or a number of days (30d)');
  const workspace = openWorkspace({ cwd: process.cwd() });
  const world = transcriptWorld([workspace.root]);
  const progress = createProgress(process.stderr);
  const scanned = await scanTranscripts({
    ...{ clients, world, workspace, since, threads: options.threads },
    onProgress(files, bytes) {
      progress.tell(() => `${files} files, ${(bytes / 1e6).toFixed(0)} MB`);
      return true;
    },
  });
  progress.clear();
  for (const { where, message } of workspace.faults) await tell(`${where ?? ''}: ${message}`);
  const at = { now: Date.now(), home: world.home };
  await write(process.stdout, (options.format === 'json' ? exposureJson : exposureText)(scanned.exposure, at));
  if (options.scrub) return scrub(scanned, options);
  if (leftOf(scanned.exposure.exposed, 'secret').length > 0) return 1;
  return scanned.exposure.faults.length > 0 ? 2 : 0;
}

/** The names that `--client` takes. */
function clientNames(): string {
  return transcriptClients.map(({ name }) => name).join(', ');
}

async function scrub({ exposure, files, values }: ScannedTranscripts, options: TranscriptsOptions): Promise<number> {
  const kinds = options.personal ? ['secret', 'pii'] : ['secret'];
  const gone = values.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value);
  if (gone.length === 0) {
    await tell('nothing to scrub');
    return 0;
  }
  const holding = new Set(
    exposure.exposed.filter(one => kinds.includes(one.kind)).flatMap(one => one.sessions.map(({ file }) => file)),
  );
  const question = `Replace ${gone.length} ${gone.length === 1 ? 'value' : 'values'} in ${holding.size} ${holding.size === 1 ? 'file' : 'files'} by a mask? It can't be undone, and takes nothing back that has left.`;
  if (!options.yes && !(await agreed(question))) return complain('nothing was scrubbed (say yes, or give --yes)');
  const { evenInUse } = options;
  const told = await scrubTranscripts(files, gone, { now: Date.now(), evenInUse, holding });
  for (const one of told) await tell(`${one.file}: ${outcome(one)}`);
  return told.some(one => 'left' in one) ? 2 : 0;
}

function outcome(one: Scrubbed): string {
  if ('left' in one) return `NOT scrubbed: ${one.left}`;
  return `${one.replaced} ${one.replaced === 1 ? 'place' : 'places'} scrubbed`;
}

async function agreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}
