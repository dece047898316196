import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, VaultEntry } from '../../src/core/model';
import { createRestorer, createVault, entriesIn, namesIn, restore } from '../../src/core/placeholders';
import { redact } from '../../src/core/redact';
import { leastCpuTime } from '../cpuTime';
import { madeFinding } from './madeFinding';

const detectors = ['secret/github-token', 'secret/generic', 'secret/1password-key', 'secret/auth0-2', 'pii/email'];

/** Pieces that texts are made of: what is dangerous beside a placeholder, and placeholders that nobody gave. */
const piece = fc.oneof(
  fc.constantFrom(
    'Z',
    'z',
    '0',
    '9',
    '_',
    '-',
    '\\',
    'SECRET',
    'SECRET_',
    'pii_',
    'PII-',
    '\r\n',
    '😀',
    ' ',
    'a',
    '"',
    'S',
    'P',
  ),
  fc.constantFrom(
    'SECRET_GITHUB_TOKEN_1',
    'secret_generic_1Z',
    'PII-EMAIL-2',
    'SECRET\\_GENERIC\\_1',
    'SECRET_N1PASSWORD_KEY_1',
    'SECRET_1',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const plain = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''));
const part = fc.record({
  before: plain,
  value: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  detector: fc.constantFrom(...detectors),
});
const texts = fc.record({ parts: fc.array(part, { maxLength: 5 }), after: plain });

describe('placeholders', () => {
  it('restore what was redacted, to the byte', () => {
    fc.assert(
      fc.property(texts, input => {
        const { text, redacted, vault } = build(input);
        assert.equal(restore(redacted, vault), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('restore in a stream what they restore at once, wherever it is split', () => {
    fc.assert(
      fc.property(texts, input => {
        const { text, redacted, vault } = build(input);
        for (let at = 0; at <= redacted.length; at++)
          assert.equal(streamed([redacted.slice(0, at), redacted.slice(at)], vault), text);
        assert.equal(streamed(redacted.split(''), vault), text);
      }),
      { numRuns: 200 },
    );
  });

  it('restore inside the source of a JSON string', () => {
    fc.assert(
      fc.property(texts, input => {
        const { text, redacted, vault } = build(input);
        assert.deepEqual(JSON.parse(restore(JSON.stringify({ it: redacted }), vault, 'json')), { it: text });
      }),
      // What a JSON string escapes may stand between a name and its number; then the text isn't the same text in JSON.
      {
        numRuns: 500,
        examples: [[{ parts: [{ before: '"', value: '"\n\\', detector: 'secret/generic' }], after: '\t' }]],
      },
    );
  });

  it('restore every spelling that models were seen to write', () => {
    const { vault } = known('secret/github-token', 'p@ss');
    for (const spelling of [
      'SECRET_GITHUB_TOKEN_1',
      'secret_github_token_1',
      'Secret_Github_Token_1',
      'secret-github-token-1',
      'SECRET\\_GITHUB\\_TOKEN\\_1',
      '"SECRET_GITHUB_TOKEN_1"',
      '`SECRET_GITHUB_TOKEN_1`',
      'x.SECRET_GITHUB_TOKEN_1.y',
    ])
      assert.match(restore(spelling, vault), /p@ss/, spelling);
  });

  it('leave alone what they do not know', () => {
    const { vault } = known('secret/github-token', 'p@ss');
    for (const text of [
      'SECRET_GITHUB_TOKEN_2',
      'SECRET_GITHUB_TOKEN_12',
      'SECRET_TOKEN_1',
      'SECRET_GITHUB_TOKEN',
      'PII_GITHUB_TOKEN_1',
      'SECRET GITHUB TOKEN 1',
    ])
      assert.equal(restore(text, vault), text);
    assert.equal(
      restore('SECRET_GITHUB_TOKEN_1', vault, 'text', () => undefined),
      'SECRET_GITHUB_TOKEN_1',
    );
  });

  it('are the same for the same value, and another for another', () => {
    const vault = createVault();
    const name = (value: string) => vault.placeholderFor('secret/generic', value, () => false);
    assert.deepEqual(
      [name('a'), name('b'), name('a'), name('c')],
      ['SECRET_GENERIC_1', 'SECRET_GENERIC_2', 'SECRET_GENERIC_1', 'SECRET_GENERIC_3'],
    );
  });

  it('never count again from the start', () => {
    const vault = createVault();
    vault.placeholderFor('secret/generic', 'a', () => false);
    vault.forget();
    assert.equal(restore('SECRET_GENERIC_1', vault), 'SECRET_GENERIC_1');
    assert.equal(
      vault.placeholderFor('secret/generic', 'b', () => false),
      'SECRET_GENERIC_2',
    );
    const later = createVault(vault.entries());
    assert.equal(
      later.placeholderFor('secret/generic', 'c', () => false),
      'SECRET_GENERIC_3',
    );
  });

  it('never take a name that stands in the text', () => {
    const taken = namesIn(['see secret-generic-1 and SECRET_SECRET_GENERIC_2']);
    assert.equal(createVault().placeholderFor('secret/generic', 'a', taken), 'SECRET_GENERIC_3');
  });

  it('are listed once each', () => {
    const { vault } = known('secret/github-token', 'p@ss');
    assert.deepEqual(
      entriesIn('SECRET_GITHUB_TOKEN_1 secret_github_token_1 SECRET_X_1', vault).map(entry => entry.value),
      ['p@ss'],
    );
  });

  it('are read in linear time from a hostile text', () => {
    const { vault } = known('secret/github-token', 'p@ss');
    for (const text of [
      'SECRET_'.repeat(50_000),
      'SECRET_1'.repeat(50_000),
      `SECRET${'_A'.repeat(200_000)}`,
      `SECRET_${'1'.repeat(300_000)}`,
    ]) {
      assert.ok(leastCpuTime(2000, () => restore(text, vault)) < 2000, text.slice(0, 20));
    }
  });
}).timeout(60_000);

function build({
  parts,
  after,
}: {
  parts: readonly { before: string; value: string; detector: string }[];
  after: string;
}) {
  let text = '';
  const findings: Finding[] = [];
  for (const { before, value, detector } of parts) {
    text += before;
    findings.push(madeFinding(text.length, text.length + value.length, detector));
    text += value;
  }
  text += after;
  const vault = createVault();
  return { text, redacted: redact(text, findings, vault).text, vault };
}

function known(detector: string, value: string) {
  const entry: VaultEntry = {
    placeholder: `${detector.replace(/\W/g, '_').toUpperCase()}_1`,
    detector,
    value,
    origins: new Set(),
  };
  return { vault: createVault([entry]) };
}

function streamed(pieces: readonly string[], vault: ReturnType<typeof createVault>): string {
  const restorer = createRestorer(vault);
  return pieces.map(it => restorer.push(it)).join('') + restorer.end();
}
