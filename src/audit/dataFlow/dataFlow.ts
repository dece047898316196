import type { AgentItem } from '../../core/agents';
import { createVendors } from '../../core/vendors';
import type { ReportInputs } from '../htmlReport/reportInputs';
import { clientOf, outcomeOf } from '../htmlReport/reportModel';
import { plainView, type Say, type View } from '../htmlReport/view';
import type { AuditEvent } from '../trail/auditEvent';

/** Who answers for what happens there: the workspace's files, this machine, somebody on record, or somebody else. */
export const boundaries = ['workspace', 'machine', 'vendor', 'third-party'] as const;
export type Boundary = (typeof boundaries)[number];

export interface FlowNode {
  readonly id: string;
  readonly type: 'origin' | 'client' | 'gateway' | 'server' | 'model' | 'vendor' | 'destination' | 'store';
  readonly title: string;
  readonly boundary: Boundary;
  /** What is known besides: a region, an address, a folder. */
  readonly note?: string;
  /** Findings about it; `place` is the first one's key. */
  readonly findings?: number;
  readonly place?: string;
}

/** What happens to data on its way. */
const alterations = ['redacted', 'synthetic', 'stopped', 'unchanged', 'restored'] as const;
export type Alteration = (typeof alterations)[number];

export interface Flow {
  readonly from: string;
  readonly to: string;
  /** How many values of each class went this way or were held back on it: `secret`, `pii`, `confidential`. */
  readonly classes: Readonly<Record<string, number>>;
  readonly alterations: readonly Alteration[];
  readonly held: number;
  readonly through: number;
  /** Whether events show it; else a configuration or a folder says so. */
  readonly observed: boolean;
}

export interface DataFlow {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly Flow[];
  /** Nodes that are left out because there are too many. */
  readonly omitted: number;
}

/** The map of a workspace: what events have shown, and what configurations and folders say. */
export function dataFlowOf(
  inputs: ReportInputs,
  all: readonly AuditEvent[],
  { t }: Pick<View, 't'> = plainView,
): DataFlow {
  const map = createMap();
  const events = inputs.since === undefined ? all : all.filter(({ time }) => time >= inputs.since!);
  for (const item of inputs.agents.items) addItem(map, item, inputs);
  const endOf = destinationsOf(map, inputs, t);
  for (const event of events) addEvent(map, event, inputs, endOf, t);
  for (const { client, title, folder } of inputs.stores) {
    map.node({
      id: `store:${folder}`,
      type: 'store',
      title: t('Sessions of {0}', title),
      boundary: 'machine',
      note: folder,
    });
    map.node({ id: `client:${client}`, type: 'client', title, boundary: 'machine' });
    map.flow(`client:${client}`, `store:${folder}`);
  }
  if (inputs.trail.segments > 0 && events.length > 0) {
    map.node({
      id: 'store:trail',
      type: 'store',
      title: t('Audit trail'),
      boundary: 'machine',
      note: t('events: {0}', inputs.trail.events),
    });
  }
  return map.done();
}

/** Nodes that a person can still look through. */
const mostNodes = 60;

type FlowMap = ReturnType<typeof createMap>;

function createMap() {
  const nodes = new Map<string, FlowNode>();
  const flows = new Map<string, { -readonly [K in keyof Flow]: Flow[K] }>();
  return {
    /** Adds a node; what was said of it before stays, what is new is added. */
    node(node: FlowNode): string {
      nodes.set(node.id, { ...node, ...nodes.get(node.id) });
      return node.id;
    },
    has: (id: string) => nodes.has(id),
    flow(from: string, to: string, event?: AuditEvent, alteration?: Alteration) {
      const key = `${from}\n${to}`;
      const flow = flows.get(key) ?? { from, to, classes: {}, alterations: [], held: 0, through: 0, observed: false };
      flows.set(key, flow);
      if (!event) return;
      const { detector, count = 1 } = event;
      const dataClass = classOf(detector);
      flow.observed = true;
      flow.classes = { ...flow.classes, [dataClass]: (flow.classes[dataClass] ?? 0) + count };
      if (alteration === undefined) return;
      flow.alterations = alterations.filter(one => one === alteration || flow.alterations.includes(one));
      if (alteration === 'unchanged') flow.through += count;
      else if (alteration !== 'restored') flow.held += count;
    },
    done(): DataFlow {
      const weight = new Map<string, number>();
      for (const { from, to, observed, held, through } of flows.values())
        for (const id of [from, to]) weight.set(id, (weight.get(id) ?? 0) + (observed ? 1000 : 1) + held + through);
      const kept = [...nodes.values()]
        .sort((one, other) => (weight.get(other.id) ?? 0) - (weight.get(one.id) ?? 0))
        .slice(0, mostNodes);
      const ids = new Set(kept.map(({ id }) => id));
      return {
        nodes: kept,
        flows: [...flows.values()].filter(({ from, to }) => ids.has(from) && ids.has(to)),
        omitted: nodes.size - kept.length,
      };
    },
  };
}

/** `secret`, `pii`; of a text's class the class itself. */
function classOf(detector: string): string {
  const [kind = '', name = ''] = detector.split('/');
  return kind === 'class' ? name : kind;
}

function addItem(map: FlowMap, item: AgentItem, { agents, vendors }: ReportInputs): void {
  if (!['client', 'server', 'model'].includes(item.type) || item.disabled) return;
  const client = `client:${item.client}`;
  const own = agents.findings.filter(row => (item.type === 'client' ? row.about === item.name : row.item === item.id));
  const first = own[0];
  const found = first ? { findings: own.length, place: `${first.file}:${first.line} ${first.detector}` } : {};
  if (item.type === 'client') {
    map.node({ id: client, type: 'client', title: item.name, boundary: 'machine', ...found });
    return;
  }
  if (!map.has(client)) map.node({ id: client, type: 'client', title: item.client, boundary: 'machine' });
  const { origin } = item;
  const remote = origin?.kind === 'url' && !/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(origin.name);
  const known = remote && vendorOf(vendors, hostOf(origin.name));
  const boundary = item.type === 'model' || remote ? (known ? 'vendor' : 'third-party') : 'machine';
  const id = map.node({
    ...{
      id: `${item.type}:${item.name}`,
      type: item.type === 'model' ? 'model' : 'server',
      title: item.name,
      boundary,
    },
    ...(origin ? { note: origin.name } : {}),
    ...(item.type === 'server' ? found : {}),
  });
  map.flow(client, id);
  if (known) {
    map.node({ id: `vendor:${known}`, type: 'vendor', title: known, boundary: 'vendor', ...regionOf(vendors, known) });
    map.flow(id, `vendor:${known}`);
  }
}

function hostOf(url: string): string {
  return URL.parse?.(url)?.host ?? /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}

function vendorOf(vendors: ReportInputs['vendors'], host: string): string | undefined {
  return nameOf(
    createVendors(vendors, '').describe({ kind: 'network', name: host, aliases: [`host:${host}`] }).aliases,
  );
}

function nameOf(aliases: readonly string[] = []): string | undefined {
  return aliases.find(alias => alias.startsWith('vendor:'))?.slice('vendor:'.length);
}

function regionOf(vendors: ReportInputs['vendors'], name: string): { note?: string } {
  const regions = vendors.find(vendor => vendor.name === name)?.regions ?? [];
  return regions.length > 0 ? { note: regions.join(', ') } : {};
}

type EndOf = (destination: string) => string | undefined;

function addEvent(map: FlowMap, event: AuditEvent, inputs: ReportInputs, endOf: EndOf, t: Say): void {
  if (event.detector.startsWith('fault/')) return;
  if (event.restored) addRestore(map, event, inputs, endOf, t);
  else addLeaving(map, event, inputs, endOf, t);
}

/** The way of one value: from files or a prompt over the client, and what stands before it, to where it was to go. */
function addLeaving(map: FlowMap, event: AuditEvent, inputs: ReportInputs, endOf: EndOf, t: Say): void {
  const end = endOf(event.destination);
  if (end === undefined) return;
  const alteration = alterationOf(event);
  if (event.writer === 'mcp') {
    const { server, proxy } = serverNodes(map, event, t);
    map.flow(server, proxy, event);
    if (end !== server) map.flow(proxy, end, event, alteration);
    return;
  }
  const client = clientNode(map, event, inputs);
  const workspace = event.workspace || inputs.workspace;
  const origin =
    event.path === undefined
      ? map.node({ id: 'origin:prompts', type: 'origin', title: t('Prompts and clipboard'), boundary: 'machine' })
      : map.node({
          id: `origin:${workspace}`,
          type: 'origin',
          title: t('Files of {0}', workspace),
          boundary: 'workspace',
        });
  map.flow(origin, client, event);
  if (event.channel !== 'gateway') {
    map.flow(client, end, event, alteration);
    return;
  }
  const gateway = gatewayNode(map, t);
  map.flow(client, gateway, event);
  map.flow(gateway, end, event, alteration);
}

/** The way back: from the model that answered, or on from the client into what its tools write, run and call. */
function addRestore(map: FlowMap, event: AuditEvent, inputs: ReportInputs, endOf: EndOf, t: Say): void {
  const alteration = alterationOf(event);
  if (event.writer === 'mcp') {
    const { server, proxy } = serverNodes(map, event, t);
    map.flow(proxy, server, event, alteration);
    return;
  }
  const model = /^answer:(.*)$/s.exec(event.destination)?.[1];
  const end = endOf(model === undefined ? event.destination : `model:${model}`);
  if (end === undefined) return;
  const client = clientNode(map, event, inputs);
  const way = model === undefined ? [client, end] : [end, client];
  if (event.channel === 'gateway') way.splice(1, 0, gatewayNode(map, t));
  for (const [index, to] of way.entries())
    if (index > 0) map.flow(way[index - 1]!, to, event, index === way.length - 1 ? alteration : undefined);
}

function serverNodes(map: FlowMap, { client: name = '' }: AuditEvent, t: Say): { server: string; proxy: string } {
  return {
    server: map.node({ id: `server:${name}`, type: 'server', title: name, boundary: 'machine' }),
    proxy: map.node({ id: 'gateway:mcp', type: 'gateway', title: t('Lockside MCP proxy'), boundary: 'machine' }),
  };
}

function clientNode(map: FlowMap, event: AuditEvent, { titles }: ReportInputs): string {
  const id = clientOf(event);
  return map.node({ id: `client:${id}`, type: 'client', title: titles[id] ?? id, boundary: 'machine' });
}

function gatewayNode(map: FlowMap, t: Say): string {
  return map.node({ id: 'gateway:models', type: 'gateway', title: t('Lockside gateway'), boundary: 'machine' });
}

function alterationOf({ action, placeholder, restored }: AuditEvent): Alteration {
  if (restored) return action === 'block' ? 'stopped' : 'restored';
  if (action === 'block' || action === 'ask') return 'stopped';
  if (outcomeOf(action) === 'through') return 'unchanged';
  // A placeholder is in capitals; what stands there instead was made up.
  return placeholder !== undefined && !/^[A-Z][A-Z0-9_]*$/.test(placeholder) ? 'synthetic' : 'redacted';
}

/** Where an event was going, as a node; none where it stayed in an editor or a report. */
function destinationsOf(map: FlowMap, { vendors }: ReportInputs, t: Say): EndOf {
  const records = createVendors(vendors, '');
  return text => {
    const at = text.indexOf(':');
    const [kind, name] = [text.slice(0, at), text.slice(at + 1)];
    if (kind === 'editor' || kind === 'report') return undefined;
    const destination = { kind: kind as 'model', name, aliases: kind === 'network' ? [`host:${name}`] : [] };
    const vendor = nameOf(records.describe(destination).aliases);
    if (vendor !== undefined)
      return map.node({
        id: `vendor:${vendor}`,
        type: 'vendor',
        title: vendor,
        boundary: 'vendor',
        ...regionOf(vendors, vendor),
      });
    const title = kind === 'clipboard' || name === '' ? kind : name === 'unknown' ? t('Unknown model') : name;
    if (kind === 'model') return map.node({ id: text, type: 'model', title, boundary: 'third-party' });
    if (kind === 'tool' && map.has(`server:${name}`)) return `server:${name}`;
    const local = kind === 'clipboard' || kind === 'file' || kind === 'command';
    const boundary = kind === 'file' ? 'workspace' : local ? 'machine' : 'third-party';
    const one = kind === 'file' || kind === 'command';
    return map.node({
      ...{ id: one ? `destination:${kind}` : text, type: 'destination', boundary },
      title: one ? (kind === 'file' ? t('Files that tools write') : t('Commands')) : title,
    });
  };
}
