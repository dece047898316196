import { parentPort, workerData } from 'node:worker_threads';
import { openWorkspace } from './io/openWorkspace';
import type { ScanAnswer, ScanWorkerData } from './io/scanCrew';
import { type ScanJob, scanJob } from './io/scanJob';

// One of the threads that share a scan: it opens the workspace for itself, and answers each list of jobs with what came of them.
const { workspace: options, beat: shared } = workerData as ScanWorkerData;
const beat = new Int32Array(shared);
const workspace = openWorkspace(options);
let told = workspace.faults.length;

parentPort?.on('message', (jobs: readonly ScanJob[]) => {
  const outcomes = jobs.map((job, at) => {
    Atomics.store(beat, 0, at);
    Atomics.add(beat, 1, 1);
    return scanJob(job, workspace);
  });
  Atomics.store(beat, 0, -1);
  const answer: ScanAnswer = { outcomes, faults: workspace.faults.slice(told) };
  told = workspace.faults.length;
  parentPort?.postMessage(answer);
});
