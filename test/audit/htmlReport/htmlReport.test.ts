import assert from 'node:assert/strict';
import { htmlReport } from '../../../src/audit/htmlReport/htmlReport';
import type { ReportInputs } from '../../../src/audit/htmlReport/reportInputs';
import { reportModel } from '../../../src/audit/htmlReport/reportModel';
import { fileColours } from '../../../src/audit/htmlReport/style';
import { event, inputs, row } from '../reportSamples';

const hostile = `<img src=x onerror="alert(1)">'&\u202e`;

const full: ReportInputs = inputs({
  workspace: hostile,
  scan: {
    files: 3,
    faults: 1,
    findings: [row({ file: hostile, reason: hostile, title: hostile, about: hostile, count: 4 })],
  },
  packages: {
    files: 1,
    faults: 0,
    findings: [row({ detector: 'supply/vulnerable-package' })],
    listed: 9,
    ecosystems: { npm: 9 },
  },
  agents: { files: 1, faults: 0, findings: [row({ detector: 'agent/auto-approve', level: 'critical' })], items: [] },
  vendors: [
    { name: hostile, layer: 'workspace', disabled: hostile, owner: hostile },
    {
      name: 'Whole',
      layer: 'workspace',
      regions: ['eu'],
      dpa: { until: '2027-01-01' },
      retentionDays: 1,
      training: false,
      highestClass: 'internal',
      reviewed: '2026-10-01',
      owner: 'Kim',
    },
  ],
  waivers: [
    {
      id: 'abcdefabcdef',
      detectors: [hostile],
      action: 'log',
      reason: hostile,
      owner: hostile,
      expires: '2027-01-01T00:00:00Z',
      signer: hostile,
      layer: 'managed',
      state: 'in-force',
    },
  ],
  release: {
    commit: 'c'.repeat(40),
    approved: false,
    counted: [{ signer: hostile, role: hostile, reason: hostile }],
    missing: [hostile],
  },
  trail: { segments: 2, events: 5, checkpoints: 0, defects: [hostile], notes: [hostile] },
  faults: [{ code: 'unreadable', message: hostile, where: hostile }],
});
const events = [
  event({ destination: `network:${hostile}`, detector: 'secret/a', count: 5 }),
  event({ time: '2026-11-18T10:00:00.000Z', action: 'ask', client: hostile }),
  event({ time: '2026-11-18T11:00:00.000Z', action: 'log', destination: 'tool:x', detector: 'pii/email' }),
  event({ detector: 'fault/timeout', fingerprint: '' }),
  event({ destination: 'editor:a.ts', action: 'warn' }),
];

describe('reportModel', () => {
  const model = reportModel(full, events);

  it('counts values on their way out, each column with all of its values', () => {
    const { held, asked, through, unscanned, faults } = model.totals;
    assert.deepEqual(
      { held, asked, through, unscanned, faults },
      { held: 5, asked: 1, through: 1, unscanned: 1, faults: 1 },
    );
  });

  it('counts what came back by itself', () => {
    const back = { restored: true, action: 'allow', detector: 'pii/email' } as const;
    const more = [
      event({ ...back, destination: 'answer:openai/gpt-5', count: 3 }),
      event({ ...back, destination: 'file:a.ts' }),
      event({ ...back, destination: 'tool:save', action: 'ask' }),
      event({ ...back, destination: 'network:x.example' }),
      event({ ...back, destination: 'network:x.example', action: 'block', count: 2 }),
    ];
    const { totals, restored, compliance } = reportModel(full, [...events, ...more]);
    assert.deepEqual([totals, compliance], [model.totals, model.compliance]);
    assert.deepEqual(restored, [{ name: 'pii/email', answers: 3, local: 1, away: 1, asked: 1, kept: 2 }]);
    const page = htmlReport(reportModel(full, [...events, ...more]));
    assert.match(page, /<h2[^>]*>What came back/);
    assert.match(htmlReport(model), /No placeholder was turned back/);
  });

  it('has a day for each, also where nothing was', () => {
    assert.deepEqual(
      model.days.map(({ day, held, asked, through }) => [day, held, asked, through]),
      [
        ['2026-11-18', 0, 1, 1],
        ['2026-11-19', 0, 0, 0],
        ['2026-11-20', 5, 0, 0],
      ],
    );
    assert.equal(reportModel(full, [event({ time: '2020-01-01T00:00:00.000Z' }), event()]).days.length, 90);
  });

  it('leaves out what was before', () => {
    const { totals, clients } = reportModel({ ...full, since: '2026-11-19T00:00:00.000Z' }, events);
    assert.deepEqual([totals.held, totals.asked], [5, 0]);
    assert.equal(clients[0]?.title, 'Codex');
  });

  it('tells the gap of each vendor', () => {
    assert.deepEqual(
      model.vendors.map(({ gap }) => gap),
      [86, 0],
    );
  });
});

describe('htmlReport', () => {
  const page = htmlReport(reportModel(full, events));
  const empty = htmlReport(
    reportModel(inputs({ trail: { segments: 0, events: 0, checkpoints: 0, defects: [], notes: [] } }), []),
  );

  it('takes nothing for markup that comes from a project or a trail', () => {
    assert.ok(!page.includes('<img') && !page.includes('\u202e'));
    assert.ok(page.includes('&#60;img'));
  });

  it('asks for nothing and runs nothing', () => {
    for (const text of [page, empty]) {
      assert.match(
        text,
        /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[^"]+; base-uri/,
      );
      assert.ok(
        !/<script|<link|<iframe|<img|\bon\w+="|style="|@import|https?:/i.test(text.replaceAll('&#60;', '')),
        'nothing to load',
      );
      assert.deepEqual(
        [...text.matchAll(/url\(([^)]*)\)/g)].filter(([, to]) => !to?.startsWith('#')),
        [],
      );
    }
  });

  it('can be read without seeing it', () => {
    for (const text of [page, empty]) {
      assert.match(text, /<html lang="en">/);
      assert.equal(text.match(/<main>/g)?.length, 1);
      assert.equal(text.match(/<h1>/g)?.length, 1);
      for (const [, head] of text.matchAll(/<thead>(.*?)<\/thead>/gs))
        assert.ok(!/<th(?! scope="col")/.test(head ?? ''));
      for (const [, cells] of text.matchAll(/<tbody>(.*?)<\/tbody>/gs))
        assert.ok(!/<th(?! scope="row")/.test(cells ?? ''));
      for (const [svg] of text.matchAll(/<svg[^>]*>/g))
        assert.match(svg, /aria-hidden="true"|role="img" aria-label="[^"]+"/);
      const ids = new Set(Array.from(text.matchAll(/\bid="([^"]+)"/g), ([, id]) => id));
      for (const [, to] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(to), `#${to} is somewhere`);
    }
    assert.equal(page.match(/<table>/g)?.length, page.match(/<caption/g)?.length);
  });

  it('names the finding that breaks a control', () => {
    assert.match(page, /LLM03<\/th>.*?supply\/vulnerable-package/s);
  });

  it('has colours that everybody can tell from their ground', () => {
    const palettes = [...fileColours.matchAll(/--bg: (#\w{6}); --fg[^}]*/g)];
    assert.equal(palettes.length, 3);
    for (const [palette, ground] of palettes)
      for (const [, name, colour] of palette.matchAll(/--(fg|muted|link|held|asked|through): (#\w{6})/g))
        assert.ok(contrast(colour!, ground!) >= 4.5, `${name} ${colour} on ${ground}: ${contrast(colour!, ground!)}`);
  });
});

/** WCAG 2's ratio. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
