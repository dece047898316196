import assert from 'node:assert/strict';
import { sample } from '../../src/core/detectors/sample';
import { createGuard } from '../../src/core/guard';
import type { AuditRecord, VaultEntry } from '../../src/core/model';
import { createVault } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { answered, type Restore } from '../../src/core/restores';
import { createScanner } from '../../src/core/scan';

const token = (seed: number) => sample('ghp_{alnum:30}{crc62:6}', seed);

describe('what is recorded of values that came back', () => {
  const entries: VaultEntry[] = [1, 2, 3].map(number => ({
    placeholder: number < 3 ? `SECRET_GITHUB_TOKEN_${number}` : 'PII_EMAIL_1',
    detector: number < 3 ? 'secret/github-token' : 'pii/email',
    value: token(number),
    origins: new Set(),
  }));
  const recorded = (restores: readonly Restore[]) => {
    const records: AuditRecord[] = [];
    const policy = createPolicy([], '2026-01-01');
    const scanner = createScanner({ fingerprint: (detector, value) => `${detector.length}-${value.length}` });
    const audit = (more: readonly AuditRecord[]) => void records.push(...more);
    createGuard({ scanner, vault: createVault(), policy: () => policy, audit }).recordRestore(restores);
    for (const { value } of entries) assert.ok(!JSON.stringify(records).includes(value));
    return records;
  };
  const told = (restores: readonly Restore[]) =>
    recorded(restores).map(({ destination: { kind, name }, action, detector, count, restored }) => [
      ...[`${kind}:${name}`, action, detector, count, restored],
    ]);

  it('is one event for each kind in an answer, with how many there were', () => {
    const all = answered('gateway', 'openai/gpt-5', [...entries, ...entries]);
    assert.deepEqual(told(all), [
      ['answer:openai/gpt-5', 'allow', 'secret/github-token', 2, true],
      ['answer:openai/gpt-5', 'allow', 'pii/email', undefined, true],
    ]);
    assert.deepEqual(recorded(all)[0]?.fingerprint, `${'secret/github-token'.length}-40`);
    assert.deepEqual(told([]), []);
  });

  it('is told apart by place and by what was decided', () => {
    const [entry] = entries as [VaultEntry];
    const place = { entry, channel: 'hook', layer: 'default', reason: 'r' } as const;
    const file = { kind: 'file', name: '.env' } as const;
    assert.deepEqual(
      told([
        { ...place, destination: file, action: 'allow' },
        { ...place, destination: file, action: 'block' },
        { ...place, destination: { kind: 'command', name: 'curl' }, action: 'ask' },
      ]),
      [
        ['file:.env', 'allow', 'secret/github-token', undefined, true],
        ['file:.env', 'block', 'secret/github-token', undefined, true],
        ['command:curl', 'ask', 'secret/github-token', undefined, true],
      ],
    );
  });

  it('holds no secret that a model has put into a name', () => {
    const [entry] = entries as [VaultEntry];
    const name = `GITHUB_TOKEN=${token(9)}`;
    const place = { entry, channel: 'hook', layer: 'default', reason: 'r', action: 'allow' } as const;
    const [record] = recorded([{ ...place, destination: { kind: 'command', name } }]);
    assert.match(record!.destination.name, /^GITHUB_TOKEN=…$/);
  });
});
