import { type DocumentStamp, writeCycloneDx } from '../../core/cycloneDx';
import type { DataFlow, Flow, FlowNode } from './dataFlow';

/** What the map says of itself; the workspace is what it is about. */
export interface FlowStamp extends DocumentStamp {
  readonly workspace: string;
}

/**
 * The map as CycloneDX 1.6: each node a service with its trust zone, and what flows into and out of it by class. Stores and origins are
 * services, too, because only these have data flows.
 */
export function dataFlowCycloneDx({ nodes, flows }: DataFlow, stamp: FlowStamp): string {
  const refs = new Map(nodes.map((node, index) => [node.id, `lockside:${node.type}:${index + 1}`]));
  const told = {
    services: nodes.map(node => serviceOf(node, flows, refs, stamp)),
    dependencies: nodes.map(({ id }) => ({
      ref: refs.get(id),
      dependsOn: [...new Set(flows.filter(({ from, to }) => from === id && to !== id).map(({ to }) => refs.get(to)))],
    })),
  };
  return writeCycloneDx(stamp, told, stamp.workspace);
}

function serviceOf(
  node: FlowNode,
  flows: readonly Flow[],
  refs: ReadonlyMap<string, string>,
  { id }: FlowStamp,
): object {
  const { title, type, boundary, note, findings } = node;
  const link = (to: string) => `urn:cdx:${id}/1#${encodeURIComponent(refs.get(to) ?? '')}`;
  const data = [
    ...flows.filter(({ to }) => to === node.id).flatMap(flow => dataOf(flow, 'inbound', { source: [link(flow.from)] })),
    ...flows
      .filter(({ from }) => from === node.id)
      .flatMap(flow => dataOf(flow, 'outbound', { destination: [link(flow.to)] })),
  ];
  const endpoint = note !== undefined && /^https?:\/\/[\w.:[\]-]+(?:\/[\w./~-]*)?$/.test(note) ? [note] : [];
  return {
    'bom-ref': refs.get(node.id),
    ...(type === 'vendor' ? { provider: { name: title } } : {}),
    name: title,
    ...(endpoint.length > 0 ? { endpoints: endpoint } : {}),
    'x-trust-boundary': boundary === 'vendor' || boundary === 'third-party',
    trustZone: boundary,
    ...(data.length > 0 ? { data } : {}),
    properties: [
      { name: 'lockside:type', value: type },
      ...(note !== undefined && endpoint.length === 0 ? [{ name: 'lockside:note', value: note }] : []),
      ...(findings ? [{ name: 'lockside:findings', value: String(findings) }] : []),
    ],
  };
}

/** One entry for each class of data; a flow that is only configured has none that is known. */
function dataOf(flow: Flow, direction: 'inbound' | 'outbound', ends: object): object[] {
  const classes = Object.entries(flow.classes);
  const told = classes.length > 0 ? classes : [['unknown', 0] as const];
  return told.map(([classification, count]) => ({
    flow: direction,
    classification,
    name: flow.observed ? `${count} values seen` : 'configured, not seen',
    ...(flow.alterations.length > 0 ? { description: flow.alterations.join(', ') } : {}),
    ...ends,
  }));
}
