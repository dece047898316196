import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npmInstall, pipInstall } from '../peers';
import type { Outcome, Sample, Section, Sighting, Tool } from './tool';

export interface PersonalPeers {
  readonly tools: readonly Tool[];
  /** How a peer is run, where that isn't as it comes. */
  readonly notes: readonly string[];
  /** What couldn't be installed, and why. */
  readonly missing: readonly string[];
}

/** Installs each peer that is wanted from its registry into `home`, once, and goes on without what can't be had. */
export function installPersonalPeers(home: string, isWanted: (name: string) => boolean): PersonalPeers {
  const tools: Tool[] = [];
  const notes: string[] = [];
  const missing: string[] = [];
  for (const { name, note, sections, appetite, prepare } of peers) {
    if (!isWanted(name)) continue;
    try {
      const argv = prepare(home);
      if (note) notes.push(`${name}: ${note}`);
      tools.push({ name, sections, appetite, look: async samples => told(name, await run(argv, samples)) });
    } catch (error) {
      missing.push(`${name}: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`);
    }
  }
  return { tools, notes, missing };
}

/** A peer that falls over is told of and left out of the section. */
function told(name: string, outcome: Outcome | string): Outcome | undefined {
  if (typeof outcome !== 'string') return outcome;
  console.log(`${name} ${outcome}`);
  return undefined;
}

interface Peer {
  readonly name: string;
  readonly note?: string;
  readonly sections: readonly Section[];
  /** Bytes of code that it reads in about half a minute. */
  readonly appetite: number;
  /** Installs it, and tells how to run it. */
  prepare(home: string): readonly string[];
}

const here = fileURLToPath(new URL('.', import.meta.url));

const peers: readonly Peer[] = [
  { ...python('presidio', 'presidio-analyzer', '2.2.366', 0.4e6), note: 'its pattern recognisers, no language model' },
  { ...python('presidio-all', 'presidio-analyzer', '2.2.366', 0.1e6), note: 'the same of every country' },
  python('datafog', 'datafog', '4.9.0', 20e6),
  python('scrubadub', 'scrubadub', '2.0.1', 2e6),
  script('openredaction', 'openredaction@1.1.5', 0.5e6),
  script('redact-pii', 'redact-pii@3.4.0', 8e6),
  script('@redactpii/node', '@redactpii/node@1.0.17', 60e6),
  { ...script('anti-trojan-source', 'anti-trojan-source@1.13.0', 60e6), sections: ['hidden', 'alarms'] },
  { ...script('anti-trojan-source, extended', 'anti-trojan-source@1.13.0', 60e6), sections: ['hidden'] },
  { ...script('vard', '@andersmyrmel/vard@1.2.0', 0), sections: ['injection'] },
  { ...script('one regex', undefined, 0), sections: ['injection'] },
];

function python(name: string, requirement: string, version: string, appetite: number): Peer {
  const prepare = (home: string) => {
    pipInstall(home, requirement, version);
    return [join(home, 'venv', 'bin', 'python'), join(here, 'runPeer.py'), name];
  };
  return { name, sections: ['recall', 'alarms'], appetite, prepare };
}

function script(name: string, requirement: string | undefined, appetite: number): Peer {
  const prepare = (home: string) => {
    const folder = join(home, `personal-${requirement?.replace(/\W+/g, '-')}`);
    if (requirement) npmInstall(folder, [requirement], 'installed');
    return [process.execPath, join(here, 'runPeer.mjs'), name, folder];
  };
  return { name, sections: ['recall', 'alarms'], appetite, prepare };
}

/** One line of JSON in for each text, one out; the last tells the CPU seconds. */
async function run(argv: readonly string[], samples: readonly Sample[]): Promise<Outcome | string> {
  const child = spawn(argv[0]!, argv.slice(1));
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => {
    complaint = `${complaint}${part.toString()}`.slice(-2000);
  });
  void feed(child, samples);
  const found: Sighting[][] = [];
  let seconds: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!/^[[{]/.test(line)) continue;
    const row = JSON.parse(line) as [string, number, number][] | { seconds: number };
    if (Array.isArray(row)) found.push(row.map(([type, start, end]) => ({ type, start, end })));
    else seconds = row.seconds;
  }
  if (seconds === undefined || found.length !== samples.length)
    return `ended after ${found.length} of ${samples.length} texts: ${complaint}`;
  return { found, seconds };
}

async function feed({ stdin }: ChildProcessWithoutNullStreams, samples: readonly Sample[]): Promise<void> {
  // A lone surrogate has no bytes.
  const lines = Readable.from(
    (function* () {
      for (const { text } of samples) yield `${JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd'))}\n`;
    })(),
  );
  // A peer that dies closes the pipe; what it said is told when its output ends.
  await pipeline(lines, stdin).catch(() => undefined);
}
