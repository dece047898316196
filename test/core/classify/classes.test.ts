import assert from 'node:assert/strict';
import { createCodePrints, type KeyedHash, printsOf } from '../../../src/core/classify/codePrints';
import { contentReasons } from '../../../src/core/classify/contentClass';
import { strictestClass } from '../../../src/core/classify/dataClass';
import { embeddedFiles } from '../../../src/core/classify/embeddedFiles';
import { type ClassRule, createPathClasses } from '../../../src/core/classify/pathClasses';
import type { Crossing } from '../../../src/core/crossing';
import { sample } from '../../../src/core/detectors/sample';
import { createGuard } from '../../../src/core/guard';
import type { AuditRecord, Destination, Finding } from '../../../src/core/model';
import { createVault } from '../../../src/core/placeholders';
import { createPolicy, type PolicyLayer } from '../../../src/core/policy';
import { createScanner } from '../../../src/core/scan';
import { leastCpuTime } from '../../cpuTime';

const model: Destination = { kind: 'model', name: 'copilot/gpt-5' };
const clipboard: Destination = { kind: 'clipboard', name: '' };
const editor: Destination = { kind: 'editor', name: '' };
const report: Destination = { kind: 'report', name: '' };
const team = (layer: Partial<PolicyLayer>): PolicyLayer => ({ layer: 'workspace', tightenOnly: false, ...layer });
const classes: ClassRule[] = [
  { paths: ['finance/**'], class: 'restricted', reason: 'salaries' },
  { paths: ['plans/**'], class: 'confidential' },
  { paths: ['open/**'], class: 'public' },
];

describe('classes by path', () => {
  it('take the last entry of a layer, and let users only tighten', () => {
    const user = (rules: ClassRule[]): PolicyLayer => ({ layer: 'user', tightenOnly: true, classes: rules });
    const cases: readonly [layers: PolicyLayer[], path: string, expected: string | undefined][] = [
      [[team({ classes })], 'finance/a.csv', 'restricted'],
      [[team({ classes })], 'src/finance.ts', undefined],
      [[team({ classes })], 'open/a.md', 'public'],
      [
        [team({ classes: [...classes, { paths: ['finance/public/**'], class: 'public' }] })],
        'finance/public/a.md',
        'public',
      ],
      [[team({ classes }), user([{ paths: ['**'], class: 'public' }])], 'finance/a.csv', 'restricted'],
      [[team({ classes }), user([{ paths: ['**'], class: 'confidential' }])], 'open/a.md', 'confidential'],
      [[user([{ paths: ['**'], class: 'public' }])], 'a.md', undefined],
      [[{ ...team({ classes }), tightenOnly: true }], 'open/a.md', undefined],
      [[{ ...team({ classes }), tightenOnly: true }], 'finance/a.csv', 'restricted'],
      [[team({ classes: [{ paths: ['*.pem'], class: 'restricted' }] })], 'deep/in/a.pem', 'restricted'],
    ];
    for (const [layers, path, expected] of cases) assert.equal(createPathClasses(layers)(path)?.class, expected, path);
    assert.equal(
      createPathClasses([team({ classes })])('finance/a')?.why,
      'its path matches finance/** in the workspace settings: salaries',
    );
  });
});

describe('classes by content', () => {
  it('count what is sure, and each value once', () => {
    const cases: readonly [findings: Finding[], expected: string][] = [
      [[], 'internal'],
      [[finding('secret/github-token', '1')], 'confidential'],
      [[{ ...finding('secret/github-token', '1'), tier: 'possible' }], 'internal'],
      [many('secret/github-token', 10), 'restricted'],
      [Array.from({ length: 20 }, () => finding('secret/github-token', '1')), 'confidential'],
      [[finding('secret/private-key', '1')], 'restricted'],
      [many('pii/email', 9), 'internal'],
      [many('pii/email', 10), 'confidential'],
      [many('pii/medical-record-number', 5), 'restricted'],
    ];
    for (const [findings, expected] of cases)
      assert.equal(strictestClass(contentReasons(findings)).class, expected, findings[0]?.detector);
  });
});

describe('a class decides', () => {
  it('what goes where', () => {
    const cases: readonly [
      layer: Partial<PolicyLayer>,
      path: string,
      text: string,
      to: Destination,
      expected: string,
    ][] = [
      [{ classes }, 'src/a.ts', 'x', model, 'allow'],
      [{ classes }, 'open/a.ts', 'x', model, 'allow'],
      [{ classes }, 'plans/a.md', 'x', model, 'warn'],
      [{ classes }, 'plans/a.md', 'x', clipboard, 'allow'],
      [{ classes }, 'finance/a.csv', 'x', model, 'block'],
      [{ classes }, 'finance/a.csv', 'x', clipboard, 'block'],
      [{ classes }, 'finance/a.csv', 'x', editor, 'allow'],
      [{ classes }, 'finance/a.csv', 'x', report, 'allow'],
      [{}, 'a.md', 'STRICTLY CONFIDENTIAL\n', model, 'block'],
      [{}, 'a.md', 'CONFIDENTIAL\n', model, 'warn'],
      [{ classes }, 'open/a.md', 'STRICTLY CONFIDENTIAL\n', model, 'block'],
      // Rules that name no class say nothing about texts as a whole.
      [{ classes, rules: [{ action: 'allow' }] }, 'finance/a.csv', 'x', model, 'block'],
      [{ classes, rules: [{ detectors: ['*'], action: 'block' }] }, 'src/a.ts', 'x', model, 'allow'],
      [{ classes, rules: [{ action: 'redact' }] }, 'src/a.ts', 'x', model, 'allow'],
      [
        { classes, rules: [{ classes: ['restricted'], destinations: ['model:ollama/*'], action: 'allow' }] },
        'finance/a.csv',
        'x',
        model,
        'block',
      ],
      [
        { classes, rules: [{ classes: ['restricted'], destinations: ['model:copilot/*'], action: 'allow' }] },
        'finance/a.csv',
        'x',
        model,
        'allow',
      ],
      [{ classes, rules: [{ classes: ['internal', 'confidential'], action: 'ask' }] }, 'src/a.ts', 'x', model, 'ask'],
      [{ classes, rules: [{ detectors: ['class/public'], action: 'log' }] }, 'open/a.ts', 'x', model, 'log'],
      [
        { classes, suppressions: [{ path: 'finance/a.csv', detector: 'class/*', reason: 'made up' }] },
        'finance/a.csv',
        'x',
        model,
        'allow',
      ],
    ];
    for (const [layer, path, text, destination, expected] of cases)
      assert.equal(
        makeGuard(layer).guard.inspect(text, crossing(path, destination)).action,
        expected,
        `${path} ${JSON.stringify(layer.rules)}`,
      );
  });

  it('what happens to what is found', () => {
    const held = `TOKEN=${sample('ghp_{alnum:30}{crc62:6}', 5)}`;
    const rules = [
      {
        classes: ['restricted' as const],
        detectors: ['secret/*'],
        destinations: ['report:*'],
        action: 'block' as const,
      },
    ];
    const { guard } = makeGuard({ classes, rules });
    assert.equal(guard.inspect(held, crossing('finance/a.csv', report)).action, 'block');
    assert.equal(guard.inspect(held, crossing('src/a.csv', report)).action, 'warn');
  });

  it('by user settings only to tighten', () => {
    const user: PolicyLayer = {
      layer: 'user',
      tightenOnly: true,
      rules: [{ classes: ['restricted'], action: 'allow' }],
    };
    assert.equal(makeGuard({ classes }, user).guard.inspect('x', crossing('finance/a.csv', model)).action, 'block');
  });

  it('and says why, without the text', () => {
    const { guard, records } = makeGuard({ classes });
    const { decisions, text, edits } = guard.pass('a,b', crossing('finance/a.csv', model));
    assert.equal(
      decisions[0]?.finding.title,
      'restricted content (its path matches finance/** in the workspace settings: salaries)',
    );
    assert.deepEqual([decisions[0]?.layer, decisions[0]?.reason], ['default', 'restricted texts stay here']);
    assert.match(text, /^\[Lockside held this back: restricted content \(/);
    assert.deepEqual(edits, []);
    assert.deepEqual(
      records.map(({ detector, action }) => [detector, action]),
      [['class/restricted', 'block']],
    );
  });

  it('whether the person lets it go, where the policy asks', () => {
    const { guard } = makeGuard({ classes, rules: [{ classes: ['restricted'], action: 'ask' }] });
    const asked = guard.inspect('a,b', crossing('finance/a.csv', model));
    const released = new Set(asked.decisions.map(({ finding }) => finding.fingerprint));
    assert.equal(asked.action, 'ask');
    assert.deepEqual(pick(guard.pass('a,b', { ...crossing('finance/a.csv', model), released })), ['warn', 'a,b']);
    assert.equal(guard.pass('c,d', { ...crossing('finance/a.csv', model), released }).action, 'ask');
  });

  it('nothing about what is pasted into a file', () => {
    const { guard } = makeGuard({ classes });
    assert.equal(guard.inspect('x', { ...crossing('finance/a.csv', model), channel: 'paste' }).action, 'allow');
    assert.equal(guard.inspect('CONFIDENTIAL\n', { ...crossing('a.md', model), ignoresClass: true }).action, 'allow');
  });

  it('about files that stand in a prompt', () => {
    const { guard } = makeGuard({ classes });
    const cases: readonly [text: string, expected: string][] = [
      ['<attachment id="a.csv" filePath="/srv/shop/finance/a.csv">\na,b\n</attachment>', 'block'],
      [
        '<attachment filePath="/srv/shop/src/a.ts">\n```ts\n// filepath: /srv/shop/src/a.ts\nlet a;\n```\n</attachment>',
        'allow',
      ],
      ['```csv\n// filepath: /srv/shop/plans/a.ts\nlet a;\n```', 'warn'],
      ['File: `/srv/shop/finance/a.csv`. Lines 1 to 2:\na,b', 'block'],
      [
        `${'Some prose.\n'.repeat(80)}<attachment id="file:///srv/shop/src/a.md">\nSTRICTLY CONFIDENTIAL\n</attachment>`,
        'block',
      ],
      ['Is finance/a.csv confidential?', 'allow'],
    ];
    for (const [text, expected] of cases)
      assert.equal(guard.inspect(text, crossing(undefined, model)).action, expected, text);
  });

  it('about code that comes from a restricted file', () => {
    const { guard } = makeGuard({});
    const { action, decisions } = guard.inspect(
      `Why is this slow?\n${secretCode.replaceAll('price', 'cost')}`,
      crossing(undefined, model),
    );
    assert.equal(action, 'block');
    assert.match(decisions[0]!.finding.title, /^restricted content \(\d+ % of it is code of src\/pricing\.ts\)$/);
    assert.equal(guard.inspect('function add(a, b) {\n  return a + b;\n}', crossing(undefined, model)).action, 'allow');
  });
});

describe('files in a prompt', () => {
  it('are found in bounded time', () => {
    for (const text of [
      '<attachment id="/a'.repeat(50_000),
      'File: `a`\n'.repeat(50_000),
      '// filepath: a\n'.repeat(50_000),
    ]) {
      const found = () => assert.ok(embeddedFiles(text).length <= 500);
      assert.ok(leastCpuTime(2000, found) < 2000);
    }
  });
});

const secretCode = `export function priceOf(order: Order, table: Table): number {
  let price = 0;
  for (const [index, line] of order.lines.entries()) {
    const rate = table.rates.get(line.kind) ?? table.standard;
    if (line.count > table.large && index % 3 !== 2) price += line.count * rate * (1 - table.discount);
    else price += line.count * rate;
    if (rate < 0 || !Number.isFinite(price)) throw new Error('broken table');
  }
  const tax = order.country === table.home ? table.tax : order.isCompany ? 0 : table.abroad[order.country];
  return Math.round(100 * price * (1 + tax)) / 100;
}
`;
const keyed: KeyedHash = words => words.map(word => Math.imul(word ^ 0x5bd1e995, 0x9e3779b1));

function makeGuard(layer: Partial<PolicyLayer>, ...more: readonly PolicyLayer[]) {
  const records: AuditRecord[] = [];
  const policy = createPolicy([team(layer), ...more], '2026-06-15');
  const prints = createCodePrints(
    [{ path: 'src/pricing.ts', class: 'restricted', prints: printsOf(secretCode, keyed) }],
    keyed,
  );
  const guard = createGuard({
    scanner: createScanner({ fingerprint: (detector, value) => `${detector}:${value}` }),
    vault: createVault(),
    policy: () => policy,
    audit: more => void records.push(...more),
    classifier: () => ({ prints, locate: path => path.replace('/srv/shop/', '') }),
  });
  return { guard, records };
}

function crossing(path: string | undefined, destination: Destination): Crossing {
  return { channel: 'model', destination, source: path === undefined ? {} : { path } };
}

function pick({ action, text }: { action: string; text: string }): [string, string] {
  return [action, text];
}

function finding(detector: string, fingerprint: string): Finding {
  const kind = detector.startsWith('pii/') ? 'pii' : 'secret';
  return {
    start: 0,
    end: 1,
    detector,
    kind,
    title: detector,
    severity: 'error',
    tier: 'certain',
    reason: '',
    fingerprint,
  };
}

function many(detector: string, count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => finding(detector, String(index)));
}
