import assert from 'node:assert/strict';
import type { LicencePolicy, PackageEntry, PackageFile } from '../../src/core/packages';
import { judgeLicence, licenceExpression, licenceFindings } from '../../src/supply/licences';

const permissive: LicencePolicy = {
  allow: ['MIT', 'Apache-2.0', 'BSD-*', 'GPL-2.0-only WITH Classpath-exception-2.0'],
};
const noCopyleft: LicencePolicy = { deny: ['GPL-*', 'AGPL-*', 'SSPL-1.0'] };

const judged: readonly (readonly [string | undefined, LicencePolicy, 'allowed' | 'denied' | 'unknown'])[] = [
  ['MIT', permissive, 'allowed'],
  ['mit license', permissive, 'allowed'],
  ['(MIT OR GPL-3.0-only)', permissive, 'allowed'],
  ['MIT AND GPL-3.0-only', permissive, 'denied'],
  ['(MIT OR ISC) AND BSD-3-Clause', permissive, 'allowed'],
  ['GPL-2.0-only WITH Classpath-exception-2.0', permissive, 'allowed'],
  ['GPL-2.0-only', permissive, 'denied'],
  ['ISC', permissive, 'denied'],
  ['LicenseRef-ours', permissive, 'unknown'],
  ['LicenseRef-ours OR MIT', permissive, 'allowed'],
  ['GPL-3.0-or-later', noCopyleft, 'denied'],
  ['AGPL-3.0', noCopyleft, 'denied'],
  ['LGPL-2.1-only', noCopyleft, 'allowed'],
  ['GPL-2.0+', { deny: ['GPL-2.0-or-later'] }, 'denied'],
  ['GPL-2.0-only', { deny: ['GPL-2.0'] }, 'denied'],
  ['BSD', permissive, 'unknown'],
  ['SEE LICENSE IN LICENSE.txt', permissive, 'unknown'],
  ['UNLICENSED', permissive, 'unknown'],
  [undefined, permissive, 'unknown'],
  ['('.repeat(5000), permissive, 'unknown'],
];

describe('licences', () => {
  it('are judged by the policy', () => {
    for (const [expression, policy, verdict] of judged)
      assert.equal(judgeLicence(expression, policy).verdict, verdict, expression?.slice(0, 60));
    assert.equal(judgeLicence('ISC', permissive).reason, 'ISC is not among the licences that are allowed');
  });

  it('that are written freely are corrected only where it is sure', () => {
    const texts: readonly (readonly [string, string | undefined])[] = [
      ['Apache 2', 'Apache-2.0'],
      ['Apache License, Version 2.0', 'Apache-2.0'],
      ['The MIT License (MIT)', 'MIT'],
      ['Mozilla Public License 2.0', 'MPL-2.0'],
      ['GPL', undefined],
      ['BSD', undefined],
      ['not MIT', undefined],
      ['MIT with restrictions of our own', undefined],
      ['Commercial', undefined],
    ];
    for (const [text, expression] of texts) assert.equal(licenceExpression(text), expression, text);
  });

  it('are told of packages, where there is a policy', () => {
    const packages: PackageEntry[] = [
      { ecosystem: 'npm', name: 'a', version: '1.0.0', license: 'GPL-3.0-only' },
      { ecosystem: 'npm', name: 'b', version: '1.0.0', license: 'MIT' },
      { ecosystem: 'npm', name: 'c', version: '1.0.0', license: 'Commercial' },
      { ecosystem: 'npm', name: 'd', version: '1.0.0' },
    ];
    const file: PackageFile = {
      ...{ format: 'a.lock', kind: 'lockfile', packages, faults: [] },
      locate: () => ({ start: 1, end: 2 }),
      pathTo: () => [],
    };
    const told = (...policies: LicencePolicy[]) =>
      licenceFindings(file, policies, () => 'f').map(one => `${one.severity} ${one.reason}`);
    assert.deepEqual(told(), []);
    assert.deepEqual(told({}), []);
    assert.deepEqual(told({ allow: ['*'] }, noCopyleft), ['warning a 1.0.0: GPL-3.0-only is denied']);
    assert.deepEqual(told(noCopyleft), ['warning a 1.0.0: GPL-3.0-only is denied']);
    assert.deepEqual(told({ ...permissive, unknown: 'warn' }), [
      'warning a 1.0.0: GPL-3.0-only is not among the licences that are allowed',
      'information c 1.0.0: names no licence of SPDX',
    ]);
  });
});
