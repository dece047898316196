import { Graph, layout } from '@dagrejs/dagre';
import { type Html, html } from '../htmlReport/html';
import type { View } from '../htmlReport/view';
import { type Boundary, boundaries, type DataFlow, type Flow, type FlowNode } from './dataFlow';
import { alterationNames, boundaryNames, classesText, nodeTypes } from './words';

/** The map as SVG. In the editor each node is a link that the keyboard reaches; everywhere a table beside it says the same. */
export function drawDataFlow(flow: DataFlow, view: View): Html {
  const graph = placed(flow);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const [wide, high] = [Math.ceil(width) + 2 * edge, Math.ceil(height) + 2 * edge];
  const label = view.t(
    'Data-flow map, nodes: {0}, flows: {1}. The tables below say the same.',
    flow.nodes.length,
    flow.flows.length,
  );
  const used = boundaries.filter(boundary => flow.nodes.some(node => node.boundary === boundary));
  return html`<svg class="flow" xmlns="http://www.w3.org/2000/svg" viewBox="${-edge} ${-edge} ${wide} ${high}" width="${wide}" height="${high}" role="group" aria-label="${label}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto"><path class="arrow" d="M0 0L8 4L0 8z"/></marker></defs>
${used.map(boundary => boundaryBox(boundary, placeOf(graph, clusterId(boundary)), view))}
${flow.flows.map(one => flowLine(one, graph, view))}
${flow.nodes.map(node => nodeBox(node, placeOf(graph, node.id), view))}
</svg>`;
}

const edge = 24;
const nodeWidth = 182;
const nodeHeight = 46;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boundaries are boxes around their nodes; data goes from left to right. */
function placed({ nodes, flows }: DataFlow): Graph {
  const graph = new Graph({ compound: true, multigraph: false });
  graph.setGraph({ rankdir: 'LR', nodesep: 38, ranksep: 56, edgesep: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const boundary of boundaries)
    if (nodes.some(node => node.boundary === boundary)) graph.setNode(clusterId(boundary), {});
  for (const { id, boundary } of nodes) {
    graph.setNode(id, { width: nodeWidth, height: nodeHeight });
    graph.setParent(id, clusterId(boundary));
  }
  for (const { from, to } of flows) if (from !== to) graph.setEdge(from, to, { width: 76, height: 14, labelpos: 'c' });
  layout(graph);
  return graph;
}

function clusterId(boundary: Boundary): string {
  return `boundary ${boundary}`;
}

function placeOf(graph: Graph, id: string): Place {
  return graph.node(id) as Place;
}

function boundaryBox(boundary: Boundary, { x, y, width, height }: Place, view: View): Html {
  const name = boundaryNames(view)[boundary];
  return html`<g class="boundary ${boundary}"><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="10"/><text x="${round(x - width / 2 + 10)}" y="${round(y - height / 2 + 15)}">${name}</text></g>`;
}

function flowLine(flow: Flow, graph: Graph, view: View): Html | undefined {
  if (flow.from === flow.to) return undefined;
  const drawn = graph.edge(flow.from, flow.to) as {
    points: readonly { x: number; y: number }[];
    x?: number;
    y?: number;
  };
  const path = drawn.points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const style = flow.through > 0 ? 'through' : flow.held > 0 ? 'held' : flow.observed ? 'seen' : 'declared';
  const names = alterationNames(view);
  const said = [classesText(flow, view), ...flow.alterations.map(one => names[one])].filter(Boolean).join('; ');
  const text =
    flow.held > 0 && flow.through > 0
      ? `${flow.held} / ${flow.through}`
      : flow.held > 0
        ? `${flow.held} ${view.t('held')}`
        : flow.through > 0
          ? `${flow.through} ${view.t('through')}`
          : '';
  return html`<g class="edge ${style}"><path d="${path}" marker-end="url(#arrow)"><title>${said || view.t('configured, not seen')}</title></path>${
    text !== '' && drawn.x !== undefined && drawn.y !== undefined
      ? html`<rect class="ground" x="${round(drawn.x - text.length * 3.3 - 4)}" y="${round(drawn.y - 9)}" width="${round(text.length * 6.6 + 8)}" height="18" rx="4"/><text x="${round(drawn.x)}" y="${round(drawn.y + 4)}" text-anchor="middle">${text}</text>`
      : undefined
  }</g>`;
}

function nodeBox(node: FlowNode, { x, y }: Place, view: View): Html {
  const type = nodeTypes(view)[node.type];
  const findings = node.findings ? view.t('findings: {0}', node.findings) : '';
  const label = [`${type}: ${node.title}`, node.note, findings].filter(Boolean).join('; ');
  const [left, top] = [round(x - nodeWidth / 2), round(y - nodeHeight / 2)];
  const box = html`<title>${label}</title><rect x="${left}" y="${top}" width="${nodeWidth}" height="${nodeHeight}" rx="5"/><text class="name" x="${left + 10}" y="${top + 19}">${cut(node.title, 25)}</text><text class="kind" x="${left + 10}" y="${top + 36}">${cut([type, findings || node.note].filter(Boolean).join(' · '), 30)}</text>`;
  const bad = node.findings ? ' found' : '';
  return view.interactive
    ? html`<g class="node ${node.type}${bad}" role="link" tabindex="0" aria-label="${label}" data-open="${targetOf(node)}">${box}</g>`
    : html`<g class="node ${node.type}${bad}">${box}</g>`;
}

/** What a node opens: its finding, or what says something about nodes of its type. */
export function targetOf({ type, place }: FlowNode): string {
  if (place !== undefined) return `finding:${place}`;
  if (type === 'vendor' || type === 'model' || type === 'destination') return 'settings:vendors';
  if (type === 'origin') return 'command:findings';
  return type === 'store' ? 'command:transcripts' : 'command:coverage';
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
