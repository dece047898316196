import assert from 'node:assert/strict';
import { labelsIn } from '../../../src/core/classify/labels';
import { leastCpuTime } from '../../cpuTime';

describe('labels', () => {
  it('are read where a text is labelled', () => {
    const cases: readonly [path: string, text: string, expected: string][] = [
      ['plan.md', '# CONFIDENTIAL\n\nThe plan.', 'confidential 1'],
      ['plan.md', 'Company Confidential — do not distribute\nThe plan.', 'confidential 1'],
      ['plan.md', '---\ntitle: Plan\nclassification: confidential\n---\n', 'confidential 3'],
      ['plan.md', '---\nsensitivity: "Restricted"\n---\n', 'restricted 2'],
      ['plan.md', 'STRICTLY CONFIDENTIAL\n', 'restricted 1'],
      ['plan.md', 'Acme Corp Confidential - Internal Use Only\n', 'confidential 1'],
      ['plan.md', 'This document is confidential. Do not forward it.\n', 'confidential 1'],
      [
        'plan.md',
        'This document contains confidential information of Acme Inc. and must not leave it.\n',
        'confidential 1',
      ],
      ['notes.txt', 'INTERNAL USE ONLY\n', 'internal 1'],
      ['notes.txt', 'TLP:RED\nIncident 12', 'restricted 1'],
      ['notes.txt', '> TLP:RED – named recipients only\nIncident 12', 'restricted 1'],
      ['notes.txt', 'STRICTLY CONFIDENTIAL – Project Heron\n', 'restricted 1'],
      ['notes.txt', '[RESTRICTED] Minutes of the board\n', 'restricted 1'],
      ['notes.txt', 'Top secret. Do not share.\n', 'restricted 1'],
      ['notes.txt', 'Streng vertraulich\nDer Plan.', 'restricted 1'],
      ['plan.md', '# The plan\n\nClassification: Strictly Confidential\n', 'restricted 3'],
      ['notes.txt', 'TLP: AMBER+STRICT\n', 'confidential 1'],
      ['notes.txt', 'TLP:CLEAR\n', 'public 1'],
      ['', 'CONFIDENTIAL\nCan you shorten this?', 'confidential 1'],
      ['bericht.txt', 'VERTRAULICH\n', 'confidential 1'],
      ['bericht.txt', 'Nur für den internen Gebrauch\n', 'internal 1'],
      ['keikaku.txt', '社外秘\n', 'confidential 1'],
      ['a.ts', '/*\n * ACME CONFIDENTIAL\n * ________\n */\nexport const a = 1;', 'confidential 2'],
      ['a.ts', '#!/usr/bin/env node\n\n// For internal use only\n', 'internal 3'],
      [
        'a.c',
        '/* Copyright (C) Acme - All Rights Reserved\n * Unauthorized copying of this file is strictly prohibited\n * Proprietary and confidential\n */',
        'confidential 3',
      ],
      ['a.py', '"""\nThis module is confidential and proprietary to Acme.\n"""\nimport os', 'confidential 2'],
      ['a.py', '# Classification: Restricted\nimport os', 'restricted 1'],
      ['a.sql', '-- CONFIDENTIAL\nSELECT 1;', 'confidential 1'],
      ['a.html', '<!-- CONFIDENTIAL: do not share -->\n<p>', 'confidential 1'],
      ['a.ipynb', '{"cells": [], "metadata": {"classification": "restricted"}, "nbformat": 4}', 'restricted'],
      [
        'custom.xml',
        '<property name="MSIP_Label_0b1c2d3e-0000-4000-8000-000000000000_Name"><vt:lpwstr>Confidential</vt:lpwstr>',
        'confidential',
      ],
    ];
    for (const [path, text, expected] of cases) check(path, text, expected);
  });

  it('are not read into texts that only speak of them', () => {
    const texts = [
      '# Confidential computing\n\nConfidential computing protects data in use.',
      '# Confidential\n\nA confidential client can keep a secret.',
      'enum Kind {\n  PUBLIC,\n  CONFIDENTIAL,\n  RESTRICTED,\n}',
      '- CONFIDENTIAL\n- PUBLIC',
      'PUBLIC\nINTERNAL\nCONFIDENTIAL\nRESTRICTED\n',
      '| Class |\n|---|\n| PUBLIC |\n| INTERNAL |\n| CONFIDENTIAL |\n',
      'TLP:RED\nTLP:AMBER\nTLP:GREEN\n',
      'TLP:RED – for named recipients\nTLP:AMBER – for the organisation\nTLP:GREEN – for the community\n',
      'TLP:RED means that recipients may not share it.',
      'Please keep this confidential.',
      'You agree that the Recipient shall keep the Confidential Information secret.',
      '"Confidential Information" means any information that is marked CONFIDENTIAL.',
      '// Confidential clients have a secret of their own.',
      '// internal use only, but exported for the tests',
      '/** @internal */',
      '/* CONFIDENTIAL_CLIENT */',
      'const CONFIDENTIAL = 1;',
      'Strictly confidential: that is what our competitors say. We say: open!',
      'This document describes confidential transactions.',
      'The classification: confidential is the second of four.',
      'classification: confidential is the label to use',
      'Confidential VMs and Restricted Tokens',
      'Proprietary and open: two ways to sell software',
      'Internet Engineering Task Force\nRequest for Comments: 9999\n\nSecurity Considerations: Restricted',
    ];
    for (const text of texts) for (const path of ['', 'a.md', 'a.ts', 'a.txt']) check(path, text, '');
    for (const path of ['LICENSE', 'LICENSE.md', 'docs/terms-of-service.md', 'data.csv', 'a.json'])
      check(path, 'CONFIDENTIAL\n', '');
  });

  it('stand in the header', () => {
    check('a.md', `${'A line of prose.\n'.repeat(60)}CONFIDENTIAL\n`, '');
  });

  it('take little time of hostile texts', () => {
    for (const text of [
      'CONFIDENTIAL '.repeat(100_000),
      'A '.repeat(200_000),
      '/*'.repeat(200_000),
      '---\n'.repeat(100_000),
    ]) {
      assert.ok(leastCpuTime(1000, () => labelsIn(text, 'a.md')) < 1000, text.slice(0, 20));
    }
  });
});

/** `expected` is the class and, where there is one, the line. */
function check(path: string, text: string, expected: string): void {
  const found = labelsIn(text, path).map(one => `${one.class} ${/line (\d+)/.exec(one.why)?.[1] ?? ''}`.trim());
  assert.deepEqual([...new Set(found)].join(', '), expected, `${path}: ${text}`);
}
