import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { version } from '../../package.json';
import { createEventWriter, type ExportFormat, exportFormats } from '../audit/export/createEventWriter';
import { type Entry, readEntries } from '../audit/trail/readEntries';
import { trailFolder } from '../audit/trail/trailFolder';
import { causeOf } from '../io/causeOf';
import { endOnBrokenPipe, write } from '../io/output';
import { stateFolder } from '../io/stateFolder';
import { complain } from './complain';
import { openCollector, readIdentity } from './trailAccess';

export interface ExportOptions {
  readonly format: string;
  readonly since?: string;
  readonly out?: string;
  readonly endpoint?: string;
  readonly identity?: string;
  readonly trail?: string;
}

/** Writes the trail's events in a format that other programs read, or sends them to a collector. Exit code 1 where some are sealed to somebody else. */
export async function auditExportCommand(options: ExportOptions): Promise<number> {
  const { format, out } = options;
  const since = sinceOf(options.since);
  if (since === undefined)
    return complain(`--since ${options.since}: give a day, as in 2026-11-01, or a number of days, as in 7d`);
  const opened = readIdentity(options.identity);
  if ('error' in opened) return complain(opened.error);
  let sealed = 0;
  const entries = readEntries(options.trail ?? trailFolder(stateFolder()), {
    ...{ since, ...opened },
    closed: (_, count) => {
      sealed += count;
    },
  });
  const failure =
    format === 'otlp' ? await sendAll(entries, options.endpoint) : await writeAll(entries, format as ExportFormat, out);
  if (failure !== undefined) return complain(failure);
  if (sealed === 0) return 0;
  const how = options.identity === undefined ? '; --identity FILE opens those that you may read' : ' to somebody else';
  await complain(`${sealed} events are sealed${how}: they were left out`);
  return 1;
}

async function writeAll(
  entries: AsyncIterable<Entry>,
  format: ExportFormat,
  out?: string,
): Promise<string | undefined> {
  if (!exportFormats.includes(format)) return `--format ${format}: there are ${exportFormats.join(', ')} and otlp`;
  const writer = createEventWriter(format, version);
  if (out === undefined) {
    endOnBrokenPipe(process.stdout);
    await write(process.stdout, writer.begin());
    for await (const entry of entries) await write(process.stdout, writer.event(entry));
    await write(process.stdout, writer.end());
    return undefined;
  }
  const file = createWriteStream(out, { mode: 0o600 });
  const failed = once(file, 'error').then(([error]) => `${out} can't be written: ${causeOf(error)}`);
  const put = async (text: string) => {
    if (text !== '' && !file.write(text)) await Promise.race([once(file, 'drain'), failed]);
  };
  await put(writer.begin());
  for await (const entry of entries) await put(writer.event(entry));
  await put(writer.end());
  return Promise.race([new Promise<undefined>(resolve => file.end(() => resolve(undefined))), failed]);
}

const batchSize = 500;

async function sendAll(entries: AsyncIterable<Entry>, given?: string): Promise<string | undefined> {
  const otlp = openCollector(given);
  if ('error' in otlp) return otlp.error;
  let batch: Entry[] = [];
  let sent = 0;
  const send = async () => {
    const failure = batch.length > 0 ? await otlp.send(batch) : undefined;
    if (failure === undefined) sent += batch.length;
    batch = [];
    return failure;
  };
  try {
    for await (const entry of entries) {
      batch.push(entry);
      const failure = batch.length < batchSize ? undefined : await send();
      if (failure !== undefined) return `${failure}, after ${sent} events`;
    }
    const failure = await send();
    if (failure !== undefined) return `${failure}, after ${sent} events`;
  } finally {
    await otlp.close();
  }
  await write(process.stdout, `${sent} events sent\n`);
  return undefined;
}

/** ISO 8601 in UTC, empty for all; undefined where it can't be read. */
function sinceOf(text = '', now = Date.now()): string | undefined {
  if (text === '') return '';
  const [, days] = /^(\d{1,5})d$/.exec(text) ?? [];
  const time = days === undefined ? Date.parse(text) : now - Number(days) * 86_400_000;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
