import assert from 'node:assert/strict';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { type DataFlow, dataFlowOf } from '../../../src/audit/dataFlow/dataFlow';
import { dataFlowBody } from '../../../src/audit/dataFlow/dataFlowBody';
import { dataFlowCycloneDx } from '../../../src/audit/dataFlow/dataFlowCycloneDx';
import { dataFlowSvg } from '../../../src/audit/dataFlow/dataFlowSvg';
import { plainView } from '../../../src/audit/htmlReport/view';
import type { AgentItem } from '../../../src/core/agents';
import { event, inputs, row } from '../reportSamples';

const item = (fields: Partial<AgentItem>): AgentItem => ({
  ...{ id: 'server:codex:files', type: 'server', client: 'codex', name: 'files', file: '.codex/config.toml' },
  ...{ span: { start: 0, end: 1 }, at: { line: 1, column: 1 }, owner: 'person', scopes: {} },
  ...fields,
});

const gathered = inputs({
  vendors: [{ name: 'Vendor', layer: 'workspace', hosts: ['*.vendor.example'], regions: ['eu'] }],
  stores: [{ client: 'codex', title: 'Codex', folder: '~/.codex/sessions' }],
  agents: {
    ...{ files: 1, faults: 0 },
    findings: [row({ detector: 'agent/no-authentication', item: 'remote', file: '.codex/config.toml' })],
    items: [
      item({ id: 'client:codex', type: 'client', name: 'Codex' }),
      item({ origin: { kind: 'package', name: '@scope/files', version: '1.0.0' } }),
      item({ id: 'remote', name: 'remote', origin: { kind: 'url', name: 'https://mcp.other.example/sse' } }),
      item({ id: 'known', name: 'known', origin: { kind: 'url', name: 'https://mcp.vendor.example/' } }),
      item({ id: 'off', name: 'off', disabled: true }),
      item({ id: 'rules', type: 'rules', name: 'AGENTS.md' }),
    ],
  },
});
const events = [
  event({ path: 'src/a.ts', count: 3 }),
  event({ detector: 'pii/email', action: 'log' }),
  event({ detector: 'pii/email', placeholder: 'jo.miller@example.org' }),
  event({ writer: 'hook', channel: 'hook', client: 'claude-code', destination: 'command:curl', action: 'block' }),
  event({ writer: 'mcp', client: 'files', destination: 'model:unknown' }),
  event({ destination: 'editor:a.ts' }),
  event({ detector: 'fault/timeout' }),
];
const flow = dataFlowOf(gathered, events);
const find = (from: string, to: string, { flows }: DataFlow = flow) =>
  flows.find(one => one.from === from && one.to === to);

describe('dataFlowOf', () => {
  it('says where data come from, what alters them, and where they go', () => {
    assert.deepEqual(find('gateway:models', 'vendor:Vendor'), {
      ...{ from: 'gateway:models', to: 'vendor:Vendor', classes: { secret: 3, pii: 2 } },
      ...{ alterations: ['redacted', 'synthetic', 'unchanged'], held: 4, through: 1, observed: true },
    });
    assert.deepEqual(find('origin:shop', 'client:codex')?.classes, { secret: 3 });
    assert.deepEqual(find('client:claude-code', 'destination:command')?.alterations, ['stopped']);
    assert.ok(find('server:files', 'gateway:mcp') && find('gateway:mcp', 'model:unknown'));
  });

  it('says where values came back', () => {
    const back = { restored: true, action: 'allow', client: 'aider' } as const;
    const flow = dataFlowOf(inputs(), [
      event({ ...back, destination: 'answer:openai/gpt-5', count: 2 }),
      event({ ...back, destination: 'file:src/a.ts', channel: 'hook' }),
      event({ ...back, destination: 'network:x.example', channel: 'hook', action: 'block' }),
      event({ ...back, destination: 'tool:save', writer: 'mcp', client: 'files' }),
    ]);
    const seen = (from: string, to: string) => {
      const { alterations, held, through, classes } = find(from, to, flow)!;
      return [alterations.join(), held, through, classes.secret];
    };
    assert.deepEqual(seen('model:openai/gpt-5', 'gateway:models'), ['', 0, 0, 2]);
    assert.deepEqual(seen('gateway:models', 'client:aider'), ['restored', 0, 0, 2]);
    assert.deepEqual(seen('client:aider', 'destination:file'), ['restored', 0, 0, 1]);
    assert.deepEqual(seen('client:aider', 'network:x.example'), ['stopped', 1, 0, 1]);
    assert.deepEqual(seen('gateway:mcp', 'server:files'), ['restored', 0, 0, 1]);
    assert.ok(!flow.nodes.some(({ type }) => type === 'origin'));
  });

  it('adds what configurations and folders say, and tells it from what was seen', () => {
    assert.equal(find('client:codex', 'server:files')?.observed, false);
    assert.equal(find('client:codex', 'store:~/.codex/sessions')?.observed, false);
    assert.ok(!flow.nodes.some(({ title }) => ['off', 'AGENTS.md'].includes(title)));
  });

  it('knows who answers for what', () => {
    const of = (id: string) => flow.nodes.find(node => node.id === id);
    assert.deepEqual(
      ['origin:shop', 'client:codex', 'server:files', 'server:remote', 'server:known', 'vendor:Vendor'].map(
        id => of(id)?.boundary,
      ),
      ['workspace', 'machine', 'machine', 'third-party', 'vendor', 'vendor'],
    );
    assert.deepEqual(
      [of('server:remote')?.findings, of('server:files')?.findings, of('vendor:Vendor')?.note],
      [1, undefined, 'eu'],
    );
  });

  it('shows no more than a person can look through, and says so', () => {
    const many = Array.from({ length: 200 }, (_, index) => event({ destination: `network:host-${index}.example` }));
    const { nodes, omitted, flows } = dataFlowOf(inputs(), many);
    assert.deepEqual([nodes.length, omitted], [60, 144]);
    const ids = new Set(nodes.map(({ id }) => id));
    assert.ok(flows.every(({ from, to }) => ids.has(from) && ids.has(to)));
  });
});

describe('the map', () => {
  it('is drawn with every node in its place, and reached by the keyboard where it leads on', () => {
    const body = dataFlowBody(flow, { ...plainView, interactive: true }).html;
    assert.equal(body.match(/role="link" tabindex="0"/g)?.length, flow.nodes.length);
    assert.match(body, /data-open="finding:\.codex\/config\.toml:3 agent\/no-authentication"/);
    assert.ok(!/NaN|undefined/.test(body));
    const rows = /id="flows".*?<tbody>(.*?)<\/tbody>/s.exec(body)?.[1]?.match(/<tr>/g);
    assert.equal(rows?.length, flow.flows.length, 'each flow stands in the table');
  });

  it('says what it is where nothing is known', () => {
    const none = dataFlowOf(inputs({ trail: { segments: 0, events: 0, checkpoints: 0, defects: [], notes: [] } }), []);
    assert.match(dataFlowBody(none, plainView).html, /Nothing is known yet/);
    assert.match(dataFlowSvg(none), /<svg/);
  });

  it('is an SVG of its own that asks for nothing', () => {
    const svg = dataFlowSvg(flow);
    assert.match(svg, /^<\?xml[^>]*>\n<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok(!/<script|href=|data-open="|tabindex|@import/.test(svg));
    assert.match(svg, /<style>/);
  });
});

describe('dataFlowCycloneDx', () => {
  const stamp = {
    time: '2026-11-21T12:00:00Z',
    id: '00000000-0000-4000-8000-000000000000',
    version: '1.2.3',
    workspace: 'shop',
  };

  for (const [name, one] of [
    ['of a project', flow],
    ['of nothing', { nodes: [], flows: [], omitted: 0 }],
  ] as const)
    it(`is valid CycloneDX ${name}`, async () => {
      const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
      assert.equal(await validator.validate(dataFlowCycloneDx(one, stamp)), null);
    });

  it('says what crosses a boundary, and of which class', () => {
    const { services } = JSON.parse(dataFlowCycloneDx(flow, stamp)) as { services: Record<string, unknown>[] };
    const vendor = services.find(({ name }) => name === 'Vendor');
    assert.deepEqual([vendor?.['x-trust-boundary'], vendor?.trustZone], [true, 'vendor']);
    const data = vendor?.data as { flow: string; classification: string; description?: string }[];
    assert.ok(
      data.some(
        one => one.flow === 'inbound' && one.classification === 'secret' && one.description?.includes('redacted'),
      ),
    );
    assert.equal(services.find(({ name }) => name === 'files')?.['x-trust-boundary'], false);
  });
});
