import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a command cost, by the operating system's own account, its children included. */
export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all its processes, user and system. */
  readonly cpu: number;
  /** Bytes; of the largest of its processes. */
  readonly memory: number;
}

export interface Run extends Cost {
  readonly code: number;
  readonly stdout: string;
}

export interface Command {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs a command to its end. Node can't tell what its children cost; Python's standard library can. */
export function measure({ argv, env = {}, cwd }: Command): Run {
  const file = join(tmpdir(), `lockside-bench-${process.pid}.out`);
  const { stdout, stderr, status } = spawnSync('python3', ['-c', wrapper, file, ...argv], {
    env: { ...process.env, ...env },
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`python3 could not run ${argv[0]}: ${stderr}`);
  const { wall, cpu, memory, code } = JSON.parse(stdout) as Omit<Run, 'stdout'>;
  const output = readFileSync(file, 'utf8');
  rmSync(file);
  return { wall, cpu, memory, code, stdout: output };
}

/** The median of each figure by itself. */
export function medianCost(costs: readonly Cost[]): Cost {
  const middle = (pick: (cost: Cost) => number) => median(costs.map(pick));
  return { wall: middle(it => it.wall), cpu: middle(it => it.cpu), memory: middle(it => it.memory) };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** `ru_maxrss` counts kilobytes, but bytes on macOS. */
const wrapper = `
import json, os, subprocess, sys, time
with open(sys.argv[1], 'wb') as out:
    began = time.monotonic()
    child = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - began
print(json.dumps({
    'wall': wall,
    'cpu': usage.ru_utime + usage.ru_stime,
    'memory': usage.ru_maxrss * (1 if sys.platform == 'darwin' else 1024),
    'code': os.waitstatus_to_exitcode(status),
}))
`;
