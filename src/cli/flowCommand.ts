import { randomUUID } from 'node:crypto';
import { dataFlowOf } from '../audit/dataFlow/dataFlow';
import { dataFlowCycloneDx } from '../audit/dataFlow/dataFlowCycloneDx';
import { dataFlowSvg } from '../audit/dataFlow/dataFlowSvg';
import { endOnBrokenPipe } from '../io/output';
import { readEvents } from './auditCommand';
import { complain } from './complain';
import { gatherSince } from './gatherSince';
import { give } from './reportCommand';

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
  const inputs = await gatherSince(paths, options);
  if ('error' in inputs) return complain(inputs.error);
  const flow = dataFlowOf(inputs, readEvents());
  if (format === 'svg') return give(dataFlowSvg(flow), out);
  if (format === 'json') return give(`${JSON.stringify(flow, undefined, 2)}\n`, out);
  const { time, workspace } = inputs;
  return give(dataFlowCycloneDx(flow, { time, id: randomUUID(), version, workspace }), out);
}
