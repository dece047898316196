import assert from 'node:assert/strict';
import { checks } from '../../../src/audit/compliance/checks';
import { type ComplianceFacts, type ControlState, complianceOf } from '../../../src/audit/compliance/complianceOf';
import type { FrameworkId } from '../../../src/audit/compliance/frameworks';
import type { AuditEvent } from '../../../src/audit/trail/auditEvent';
import { event, row } from '../reportSamples';

const facts: ComplianceFacts = { today: '2026-11-21', looked: {}, vendors: [] };
const looked = { scan: { files: 4, whole: true } };

type Given = {
  rows?: readonly ReturnType<typeof row>[];
  events?: readonly AuditEvent[];
  facts?: Partial<ComplianceFacts>;
};
type Expected = readonly [FrameworkId, string, ControlState];

const cases: readonly [string, Given, ...Expected[]][] = [
  ['nothing was looked at', {}, ['gdpr', 'Art. 32', 'not-observed'], ['soc2', 'CC6.1', 'not-observed']],
  ['a scan found nothing', { facts: { looked } }, ['pci', '8.3.2', 'supported'], ['soc2', 'CC9.2', 'not-observed']],
  [
    'a scan could not read everything',
    { facts: { looked: { scan: { files: 4, whole: false } } } },
    ['pci', '8.3.2', 'not-observed'],
  ],
  [
    'a secret stands in a file',
    { rows: [row()], facts: { looked } },
    ['pci', '8.3.2', 'broken'],
    ['hipaa', '§ 164.502(b)', 'supported'],
  ],
  ['a secret was held back', { events: [event()] }, ['owasp-llm', 'LLM02', 'supported'], ['pci', '8.6.2', 'supported']],
  ['a secret went through', { events: [event(), event({ action: 'warn' })] }, ['owasp-llm', 'LLM02', 'broken']],
  [
    'a secret stayed in the editor',
    { events: [event({ action: 'warn', destination: 'editor:a.ts' })] },
    ['pci', '8.3.2', 'not-observed'],
  ],
  [
    'personal data stand in a test',
    { rows: [row({ detector: 'pii/email', file: 'test/people.csv' })] },
    ['pci', '6.5.5', 'broken'],
  ],
  [
    'personal data stand elsewhere',
    { rows: [row({ detector: 'pii/email' })] },
    ['pci', '6.5.5', 'not-observed'],
    ['gdpr', 'Art. 9', 'broken'],
  ],
  ['a tool got a secret', { events: [event({ action: 'log', destination: 'tool:mail' })] }, ['pci', '4.2.1', 'broken']],
  ['a package has a hole', { rows: [row({ detector: 'supply/vulnerable-package' })] }, ['pci', '6.3.3', 'broken']],
  ["a licence isn't a hole", { rows: [row({ detector: 'supply/licence' })] }, ['pci', '6.3.3', 'not-observed']],
  ['a vendor has gaps', { facts: { vendors: [{ name: 'A', gap: 14 }] } }, ['gdpr', 'Art. 44-49', 'broken']],
  ['a vendor is complete', { facts: { vendors: [{ name: 'A', gap: 0 }] } }, ['gdpr', 'Art. 44-49', 'supported']],
  [
    'the trail is whole',
    { facts: { trail: { segments: 1, events: 9, defects: [] } } },
    ['ai-act', 'Art. 12', 'supported'],
    ['pci', '10.5.1', 'not-observed'],
  ],
  [
    'the trail was cut',
    { facts: { trail: { segments: 1, events: 9, defects: ['cut'] } } },
    ['ai-act', 'Art. 12', 'broken'],
  ],
  [
    'the trail goes back a year',
    { facts: { oldest: '2025-11-01' } },
    ['pci', '10.5.1', 'supported'],
    ['ai-act', 'Art. 19', 'supported'],
  ],
  [
    'the trail goes back seven months',
    { facts: { oldest: '2026-04-01' } },
    ['pci', '10.5.1', 'not-observed'],
    ['ai-act', 'Art. 19', 'supported'],
  ],
  [
    'nobody has signed off',
    { facts: { release: { commit: 'a'.repeat(40), approved: false } } },
    ['pci', '6.2.3', 'broken'],
  ],
  [
    'what it never looks at',
    { rows: [row()], events: [event()], facts: { looked } },
    ['soc2', 'CC7.4', 'not-observed'],
    ['nist-ai-rmf', 'MANAGE 4.3', 'not-observed'],
  ],
];

describe('complianceOf', () => {
  for (const [name, given, ...expected] of cases)
    it(name, () => {
      const results = complianceOf(given.rows ?? [], given.events ?? [], { ...facts, ...given.facts });
      for (const [framework, control, state] of expected) {
        const found = results.find(({ id }) => id === framework)?.controls.find(one => one.control === control);
        assert.equal(found?.state, state, `${framework} ${control}`);
      }
    });

  it('names what it rests on, and not more than a reader takes', () => {
    const rows = Array.from({ length: 20 }, (_, index) => row({ line: index + 1 }));
    const [gdpr] = complianceOf(rows, [], facts);
    const [broken] = gdpr!.controls.find(({ control }) => control === 'Art. 5(1)(f)')!.checks[0]!.evidence;
    assert.deepEqual([broken?.code, broken?.count, broken?.names.length], ['finding', 20, 5]);
    assert.equal(broken?.names[0], 'src/a.ts:1 secret/github-token');
  });

  it('has each control once in a framework, with its version, and none that was not confirmed', () => {
    for (const { id, version, controls } of complianceOf([], [], facts)) {
      const names = controls.map(({ control }) => control);
      assert.equal(new Set(names).size, names.length, id);
      assert.ok(version !== '' && names.length > 0 && !names.join().includes('†'), id);
    }
    for (const id of ['inventory', 'sign-off'])
      assert.equal(checks.find(check => check.id === id)?.controls.ccpa, undefined, `${id} of CCPA was not confirmed`);
  });
});
