import assert from 'node:assert/strict';
import { defaultOf, readSettings } from '../../src/core/settings';

describe('settings', () => {
  it('refuse what the schema refuses, say where and why, and keep the rest', () => {
    const inputs: [name: string, value: unknown, where: string, message: RegExp, kept: unknown][] = [
      ['rules', 'block', 'lockside.rules', /^it is of type "string", and has to be of type "array"/, undefined],
      [
        'rules',
        [{ action: 'stop' }],
        'lockside.rules[0]',
        /^action: it has to be one of "allow","log","warn","ask","redact","block"/,
        [],
      ],
      [
        'rules',
        [{ action: 'block' }, { detectors: ['x'] }],
        'lockside.rules[1]',
        /^"action" is missing/,
        [{ action: 'block' }],
      ],
      ['rules', [{ action: 'block', path: 'x' }], 'lockside.rules[0]', /^path: there is no such key/, []],
      ['rules', [{ action: 'block', paths: [7] }], 'lockside.rules[0]', /^paths\.0: /, []],
      ['rules', [{ action: 'block', detectors: [] }], 'lockside.rules[0]', /^detectors: /, []],
      ['rules', [{ action: 'block', paths: ['x'.repeat(201)] }], 'lockside.rules[0]', /^paths\.0: /, []],
      ['suppressions', [{ fingerprint: 'f'.repeat(16) }], 'lockside.suppressions[0]', /reason/, []],
      ['suppressions', [{ path: 'a', reason: 'x' }], 'lockside.suppressions[0]', /^reason: /, []],
      ['suppressions', [{ reason: 'for no finding' }], 'lockside.suppressions[0]', /./, []],
      [
        'suppressions',
        [{ path: 'a', reason: 'fine', expires: '1.1.2027' }],
        'lockside.suppressions[0]',
        /^expires: /,
        [],
      ],
      ['guard.unguardedModels', 'never', 'lockside.guard.unguardedModels', /allow.*warn.*block/, undefined],
      ['guard.restore', { command: 'yes' }, 'lockside.guard.restore', /^command: /, undefined],
      ['guard.restore', { comand: 'ask' }, 'lockside.guard.restore', /comand/, undefined],
      ['detection.maximumFileSize', 'big', 'lockside.detection.maximumFileSize', /number/, undefined],
      ['detection.maximumFileSize', 5000, 'lockside.detection.maximumFileSize', /5000/, undefined],
      ['fingerprintSalt', 'short', 'lockside.fingerprintSalt', /another form/, undefined],
      ['nosuch', 1, 'lockside.nosuch', /no such setting/, undefined],
      ['rules', null, 'lockside.rules', /null|array/, undefined],
    ];
    for (const [name, value, where, message, kept] of inputs) {
      const layer = readSettings({ [`lockside.${name}`]: value }, 'workspace', false);
      const said = JSON.stringify([name, value]).slice(0, 80);
      assert.deepEqual(
        layer.faults.map(fault => fault.where),
        [where],
        said,
      );
      assert.match(layer.faults[0]!.message, message, said);
      assert.deepEqual(layer.values[name], kept, said);
    }
  });

  it('read a whole layer', () => {
    const rules = [{ detectors: ['secret/*'], action: 'block', reason: 'ours' }];
    const raw = {
      'editor.fontSize': 12,
      'lockside.rules': rules,
      'lockside.guard.restore': { command: 'block' },
      'lockside.paste': undefined,
    };
    const { policy, values, faults } = readSettings(raw, 'user', true);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      [policy.layer, policy.tightenOnly, policy.rules, policy.restore],
      ['user', true, rules, { command: 'block' }],
    );
    assert.deepEqual(Object.keys(values), ['rules', 'guard.restore']);
  });

  it('know the defaults', () => {
    assert.equal(defaultOf('detection.maximumFileSize'), 5);
    assert.equal(defaultOf('nosuch'), undefined);
  });
});
