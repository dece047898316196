import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, sampleOf } from '../corpus';
import { printTable } from '../table';
import type { Figure } from './figures';
import { kindOf } from './kindOf';
import { lookAll, type Outcome, type Sample, type Sighting, type Tool } from './tool';

/** How often each tool cries over ordinary code, what about, and how fast it reads. */
export async function alarms(
  tools: readonly Tool[],
  corpus: Corpus,
  megabytes: number,
  list?: string,
): Promise<Figure[]> {
  console.log(
    `\n# Alarms in ordinary code, and speed on one thread: at most ${megabytes} MB of ${(corpus.bytes / 1e6).toFixed(0)}`,
  );
  const rows: Record<string, string>[] = [];
  const figures: Figure[] = [];
  const looked = await lookAll(tools, async tool => {
    const sample = readSample(corpus.folder, Math.min(megabytes * 1e6, tool.appetite));
    return { sample, outcome: await tool.look(sample.samples) };
  });
  for (const [place, tool] of tools.entries()) {
    const { sample, outcome } = looked[place]!;
    if (!outcome) continue;
    const size = sample.bytes / 1e6;
    const loud = sightingsOf(outcome, false);
    const quiet = sightingsOf(outcome, true);
    figures.push({ tool: tool.name, what: 'alarms per MB', value: loud.length / size });
    figures.push({ tool: tool.name, what: 'MB/s a thread', value: size / outcome.seconds });
    rows.push({
      tool: tool.name,
      MB: size.toFixed(1),
      'alarms per MB': (loud.length / size).toFixed(2),
      'without email, IP': (loud.filter(it => !isAddress(it)).length / size).toFixed(2),
      'information per MB': (quiet.length / size).toFixed(2),
      'MB/s a thread': (size / outcome.seconds).toFixed(2),
      'alarms by kind, per MB': tally(loud, size),
    });
    if (tool.name === 'lockside' && quiet.length > 0)
      rows.push({ tool: '  its information', 'alarms by kind, per MB': tally(quiet, size) });
    if (tool.name === 'lockside' && list) listAlarms(list, sample.samples, outcome);
  }
  printTable(rows);
  return figures;
}

function readSample(folder: string, bytes: number): { samples: Sample[]; bytes: number } {
  const { names, bytes: taken } = sampleOf(folder, bytes);
  return { samples: names.map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') })), bytes: taken };
}

function sightingsOf({ found }: Outcome, quiet: boolean): Sighting[] {
  return found.flat().filter(it => (it.quiet ?? false) === quiet);
}

function isAddress({ type }: Sighting): boolean {
  const kind = kindOf(type);
  return kind === 'email' || kind === 'IP';
}

function tally(sightings: readonly Sighting[], megabytes: number): string {
  const sums = new Map<string, number>();
  for (const { type } of sightings) sums.set(type, (sums.get(type) ?? 0) + 1);
  const most = [...sums].sort(([, one], [, other]) => other - one);
  const told = most.slice(0, 6).map(([type, times]) => `${type} ${(times / megabytes).toFixed(2)}`);
  return told.join(', ') + (most.length > 6 ? `, ${most.length - 6} more` : '');
}

/** `path:line type masked`, the most frequent types first; the values of public packages, but masked all the same. */
function listAlarms(file: string, samples: readonly Sample[], { found }: Outcome): void {
  const lines = found.flatMap((sightings, at) => sightings.map(it => ({ ...it, told: tellAlarm(samples[at]!, it) })));
  const count = new Map<string, number>();
  for (const { type } of lines) count.set(type, (count.get(type) ?? 0) + 1);
  lines.sort((a, b) => count.get(b.type)! - count.get(a.type)! || (a.type < b.type ? -1 : 1));
  writeFileSync(file, lines.map(it => `${it.quiet ? 'information' : 'alarm'} ${it.told}\n`).join(''));
  console.log(`${lines.length} findings of lockside in ${file}`);
}

function tellAlarm({ path, text }: Sample, { type, start, end }: Sighting): string {
  const line = text.slice(0, start).split('\n').length;
  const value = text.slice(start, end);
  const before = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 40), start);
  return `${type} ${path}:${line} ${JSON.stringify(before.replace(/\d/g, '9'))} ${masked(value)}`;
}

function masked(value: string): string {
  return `‹${value.slice(0, 3).replace(/[^\x20-\x7e]/g, unit => `\\u{${unit.codePointAt(0)!.toString(16)}}`)}…${value.length}›`;
}
