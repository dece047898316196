import type { GatewayObservation } from '../../core/gatewayObservation';
import { checkpointHash, type SignedCheckpoint } from '../trail/checkpoint';
import { keepTrail } from '../trail/keepTrail';
import { segmentsIn } from '../trail/readTrail';
import { checkpointKeyFile, trailFolder } from '../trail/trailFolder';
import { loadOtlp } from './loadOtlp';
import type { Notice } from './openOtlp';
import type { Telemetry, TelemetryOptions } from './startTelemetry';

/** What the settings say of the trail, asked at each look. */
export interface TrailCare {
  /** The collector's base; empty or undefined for none. */
  readonly endpoint?: string | undefined;
  readonly every: number;
  readonly retentionDays: number;
}

export interface TendOptions extends Omit<TelemetryOptions, 'endpoint'> {
  care(): TrailCare;
  /** Milliseconds before the first look, so that whatever starts is not slowed, and between two. */
  readonly first?: number;
  readonly interval?: number;
}

/** Keeps the trail while a process lasts: checkpoints, old segments, the way to a collector. Nothing waits for it. */
export function tendTrail(options: TendOptions): { observe(seen: GatewayObservation): void; close(): Promise<void> } {
  const { first = 3000, interval = 10 * 60_000, stateFolder, tell = () => undefined } = options;
  let telemetry: { readonly endpoint: string; readonly open: Telemetry } | undefined;
  const look = async () => {
    const { endpoint = '', every, retentionDays } = options.care();
    if (telemetry && telemetry.endpoint !== endpoint) await telemetry.open.close();
    if (telemetry?.endpoint !== endpoint)
      telemetry = endpoint ? { endpoint, open: loadOtlp().startTelemetry({ ...options, endpoint }) } : undefined;
    const folder = trailFolder(stateFolder);
    if (segmentsIn(folder).length === 0) return;
    const keyFile = checkpointKeyFile(stateFolder);
    const signed = await options.exclusively(`${keyFile}.lock`, async () =>
      keepTrail({ folder, keyFile, every, retentionDays, now: Date.now() }),
    );
    if (signed && telemetry) await telemetry.open.send([checkpointNotice(signed)]);
  };
  const safely = () =>
    void look().catch(error => tell(`the audit trail could not be looked after: ${messageOf(error)}`));
  const start = setTimeout(safely, first).unref();
  const timer = setInterval(safely, interval).unref();
  return {
    observe: seen => telemetry?.open.observe(seen),
    async close() {
      clearTimeout(start);
      clearInterval(timer);
      const sent = telemetry?.open.flush().then(() => telemetry?.open.close());
      // What isn't sent by then, the next process sends.
      await Promise.race([sent, new Promise(resolve => setTimeout(resolve, patience).unref())]);
    },
  };
}

/** Milliseconds that a process waits for a collector when it ends. */
const patience = 3000;

/** A checkpoint as a collector keeps it: an anchor, by its hash. */
export function checkpointNotice(signed: SignedCheckpoint): Notice {
  const { time, segments, pruned = {} } = signed.checkpoint;
  return {
    ...{ name: 'lockside.checkpoint', time },
    attributes: {
      'lockside.checkpoint.sha256': checkpointHash(signed),
      'lockside.checkpoint.key': signed.key,
      'lockside.checkpoint.segments': Object.keys(segments).length,
      'lockside.checkpoint.pruned': Object.keys(pruned).length,
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
