import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trailFolder } from '../trail/trailFolder';
import { type Follower, followTrail } from './followTrail';
import { type Otlp, openOtlp } from './openOtlp';

export { openOtlp } from './openOtlp';

export interface TelemetryOptions {
  readonly stateFolder: string;
  readonly endpoint: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Does work while no other process does work under the same lock file. */
  exclusively<T>(lock: string, work: () => Promise<T>): Promise<T>;
  tell?(message: string): void;
}

/** This user's trail on its way to a collector, and what the gateway measures. */
export interface Telemetry extends Pick<Follower, 'flush'>, Pick<Otlp, 'observe' | 'send'> {
  close(): Promise<void>;
}

/** Sends what this user's trail has, from where the last process has got to; see `followTrail.ts`. */
export function startTelemetry(options: TelemetryOptions): Telemetry {
  const { stateFolder, tell } = options;
  const otlp = collectorOf(options);
  const follower = followTrail({
    folder: trailFolder(stateFolder),
    cursorFile: join(stateFolder, 'telemetry', 'cursors.json'),
    otlp,
    exclusively: work => options.exclusively(join(stateFolder, 'telemetry', 'lock'), work),
    ...(tell ? { tell } : {}),
  });
  return {
    flush: follower.flush,
    observe: otlp.observe,
    send: otlp.send,
    async close() {
      follower.stop();
      await otlp.close();
    },
  };
}

/** The collector that the settings name, by the headers that the environment has. */
export function collectorOf({ stateFolder, endpoint, version, env }: Omit<TelemetryOptions, 'exclusively'>): Otlp {
  const headers = headersOf(env.LOCKSIDE_OTLP_HEADERS ?? '');
  return openOtlp({ endpoint, headers, version, machine: machineOf(join(stateFolder, 'telemetry')) });
}

/** `name=value,name=value`, percent-encoded, as OpenTelemetry's own variable has them. */
function headersOf(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap(pair => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())]];
  });
  return Object.fromEntries(pairs);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A number that this user's machine was given once: it says which one it is, and nothing else. */
function machineOf(folder: string): string {
  const file = join(folder, 'machine');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(8).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch {
    // It has one already, or none can be kept: then it is a new one each time.
  }
  try {
    return /^[0-9a-f]{16}$/.exec(readFileSync(file, 'utf8'))?.[0] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
