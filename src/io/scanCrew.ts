import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Fault } from '../core/model';
import type { Workspace, WorkspaceOptions } from './openWorkspace';
import { type Batch, isJob, scanBatch } from './scanBatch';
import type { Outcome, ScanJob } from './scanJob';

export interface CrewOptions {
  /** How many threads scan, this one among them. */
  readonly threads: number;
  /** The script of the other threads. */
  readonly script: string;
  /** Milliseconds of scanning here before the others are started: a small scan is over before they are ready. */
  readonly alone: number;
  /** Milliseconds that one file may take, reading and all, before its thread is ended. */
  readonly patience: number;
}

/** The threads that share a scan. */
export interface Crew {
  readonly size: number;
  /** Takes from the front what other threads have room for. */
  feed(idle: Batch[]): void;
  scanHere(batch: Batch): Promise<void>;
  /** Resolves when another thread has finished something, or has ended. */
  news(): Promise<void>;
  dismiss(): void;
}

/** What another thread is started with. */
export interface ScanWorkerData {
  readonly workspace: WorkspaceOptions;
  /** Two `Int32`: which job of its batch the thread is at, -1 for none; and a number that grows with each job. */
  readonly beat: SharedArrayBuffer;
}

/** What another thread answers to a list of jobs. */
export interface ScanAnswer {
  readonly outcomes: readonly Outcome[];
  /** What came up with the workspace itself. */
  readonly faults: readonly Fault[];
}

/** Makes a crew; its threads are started when there is work for them. */
export function createScanCrew(workspace: Workspace, options: Partial<CrewOptions>): Crew {
  const { threads, script, alone, patience } = complete(options);
  const hands: Hand[] = [];
  let isHired = threads < 2;
  let spent = 0;
  let wake = (): void => undefined;
  let left: Batch[] = [];

  const lose = (hand: Hand, code: Fault['code'], message: string) => {
    if (!hands.includes(hand)) return;
    hands.splice(hands.indexOf(hand), 1);
    hand.end();
    hand.blame(code, message);
    left = [...hand.batches, ...left];
    wake();
  };
  const hire = () => {
    isHired = true;
    while (hands.length < threads - 1) {
      const hand: Hand = startHand(script, workspace, {
        answered: () => wake(),
        ended: () => lose(hand, 'detector', 'its scan ended the thread that it ran in: not scanned'),
      });
      hands.push(hand);
    }
  };
  const watch = setInterval(() => {
    for (const hand of [...hands])
      if (hand.isStuck(patience)) lose(hand, 'timeout', 'its scan took too long and was stopped: not scanned');
  }, 1000);
  watch.unref();

  return {
    size: threads,
    feed(idle) {
      idle.unshift(...left.splice(0));
      if (!isHired && spent > alone && idle.length > 1) hire();
      for (const hand of hands) while (idle.length > 0 && hand.batches.length < depth) hand.take(idle.shift()!);
    },
    async scanHere(batch) {
      const began = performance.now();
      batch.outcomes = scanBatch(batch, workspace);
      spent += performance.now() - began;
      // Lets the answers of the others in.
      if (hands.length > 0) await new Promise(setImmediate);
    },
    news: () =>
      new Promise(resolve => {
        wake = resolve;
        if (left.length > 0) resolve();
      }),
    dismiss() {
      clearInterval(watch);
      for (const hand of hands.splice(0)) hand.end();
    },
  };
}

/** Young objects are a file's text and what was found in it: collecting them more often costs no time, and spares 20 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 6 };

/** So many batches wait at a thread or are scanned there, so that it doesn't wait for us. */
const depth = 2;

function complete({ threads, script, alone, patience }: Partial<CrewOptions>): CrewOptions {
  return {
    threads: threads ?? Math.min(availableParallelism(), 8),
    script: script ?? join(__dirname, 'scanWorker.js'),
    alone: alone ?? 100,
    patience: patience ?? 30_000,
  };
}

/** Another thread, and what it has to do. */
interface Hand {
  readonly batches: Batch[];
  take(batch: Batch): void;
  isStuck(patience: number): boolean;
  /** Makes the job that the thread is at a fault. */
  blame(code: Fault['code'], message: string): void;
  end(): void;
}

interface HandEvents {
  answered(): void;
  ended(): void;
}

function startHand(script: string, workspace: Workspace, { answered, ended }: HandEvents): Hand {
  const beat = new Int32Array(new SharedArrayBuffer(8)).fill(-1);
  const workerData: ScanWorkerData = { workspace: workspace.reopen, beat: beat.buffer as SharedArrayBuffer };
  const worker = new Worker(script, { workerData, resourceLimits });
  const batches: Batch[] = [];
  const last = { beat: -1, at: performance.now() };
  worker.on('message', ({ outcomes, faults }: ScanAnswer) => {
    const batch = batches.shift()!;
    const scanned = outcomes.values();
    batch.outcomes = batch.items.map(item => (isJob(item) ? scanned.next().value! : item));
    addFaults(workspace.faults, faults);
    answered();
  });
  worker.on('error', ended);
  worker.on('exit', ended);
  return {
    batches,
    take(batch) {
      if (batches.length === 0) last.at = performance.now();
      batches.push(batch);
      const jobs = batch.items.filter(isJob).map(ownBytes);
      worker.postMessage(
        jobs,
        jobs.flatMap(({ from }) => (typeof from === 'string' ? [] : [from.buffer as ArrayBuffer])),
      );
    },
    isStuck(patience) {
      const now = Atomics.load(beat, 1);
      if (now !== last.beat || batches.length === 0) Object.assign(last, { beat: now, at: performance.now() });
      return performance.now() - last.at > patience;
    },
    blame(code, message) {
      const [batch] = batches;
      const job = batch?.items.filter(isJob)[Atomics.load(beat, 0)];
      if (!batch || !job) return;
      batch.items[batch.items.indexOf(job)] = { fault: { code, message, where: job.file }, fatal: false };
    },
    end() {
      worker.removeAllListeners();
      // What comes up while it ends is nobody's any more.
      worker.on('error', () => undefined);
      void worker.terminate();
    },
  };
}

/** A copy of its bytes that can be given away: ours may be a part of something larger, and are needed should the thread end. */
function ownBytes(job: ScanJob): ScanJob {
  return typeof job.from === 'string' ? job : { ...job, from: new Uint8Array(job.from) };
}

function addFaults(known: Fault[], faults: readonly Fault[]): void {
  for (const fault of faults)
    if (!known.some(it => it.message === fault.message && it.where === fault.where)) known.push(fault);
}
