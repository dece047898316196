import { randomUUID } from 'node:crypto';
import { dataFlowOf } from '../audit/dataFlow/dataFlow';
import { dataFlowCycloneDx } from '../audit/dataFlow/dataFlowCycloneDx';
import { dataFlowSvg } from '../audit/dataFlow/dataFlowSvg';
import { endOnBrokenPipe } from '../io/output';
import { readEvents } from './auditCommand';
import { gatherReport } from './gatherReport';
import { complain, give } from './reportCommand';
import { sinceOf } from './sinceOf';

export interface FlowOptions {
  readonly format: 'svg' | 'json' | 'cyclonedx';
  readonly out?: string;
  readonly since?: string;
  readonly version: string;
}

/** Writes the map of where data flows: what events have shown, and what configurations say. Exit code 0; 2 where it could not be made. */
export async function flowCommand(paths: readonly string[], options: FlowOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const { format, out, version } = options;
  const now = Date.now();
  const since = sinceOf(options.since, now);
  if (since === 'invalid') return complain('--since takes a day (YYYY-MM-DD), a time, or a number of days (30d)');
  const inputs = await gatherReport({ paths, version, since, now });
  const flow = dataFlowOf(inputs, readEvents());
  if (format === 'svg') return give(dataFlowSvg(flow), out);
  if (format === 'json') return give(`${JSON.stringify(flow, undefined, 2)}\n`, out);
  const { time, workspace } = inputs;
  return give(dataFlowCycloneDx(flow, { time, id: randomUUID(), version, workspace }), out);
}
