import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timestampRequest, verifyTimestamp } from '../../../src/audit/anchors/timestamps';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('a time stamp of a checkpoint', () => {
  let folder: string;
  const text = '{"format":"lockside-checkpoint/1"}';
  before(function () {
    if (!hasOpenssl) {
      console.log('      skipped: openssl is not here');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'lockside-tsa-'));
    makeAuthority(folder);
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  it('is asked for and verified, with the root that it has to lead to', async () => {
    const response = stamp(timestampRequest(text));
    const root = readFileSync(join(folder, 'ca.pem'), 'utf8');
    const verified = await verifyTimestamp(response, text, root);
    assert.ok('time' in verified, JSON.stringify(verified));
    assert.equal(verified.trusted, true);
    assert.ok(Math.abs(Date.parse(verified.time) - Date.now()) < 3_600_000);
    assert.deepEqual(await verifyTimestamp(response, text).then(it => 'trusted' in it && it.trusted), false);
  });

  it('is refused for another text, another root, when it was changed, and where it is none', async () => {
    const response = stamp(timestampRequest(text));
    const errorOf = async (...args: Parameters<typeof verifyTimestamp>) => {
      const verified = await verifyTimestamp(...args);
      return 'error' in verified ? verified.error : 'verified';
    };
    assert.match(await errorOf(response, `${text} `), /one of something else/);
    assert.match(await errorOf(response, text, readFileSync(join(folder, 'other.pem'), 'utf8')), /do not lead to/);
    const changed = Uint8Array.from(response);
    changed[changed.length - 20]! ^= 1;
    assert.notEqual(await errorOf(changed, text), 'verified');
    for (const bytes of [new Uint8Array(), Buffer.from('<html>'), Buffer.from([0x30, 0x80])])
      assert.match(await errorOf(bytes, text), /no response/);
  });

  function stamp(request: Uint8Array): Uint8Array {
    writeFileSync(join(folder, 'request.tsq'), request);
    run('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-out', 'reply.tsr');
    return readFileSync(join(folder, 'reply.tsr'));
  }

  function run(...args: string[]): void {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  }

  function makeAuthority(at: string): void {
    writeFileSync(join(at, 'tsa.cnf'), configuration);
    writeFileSync(join(at, 'serial'), '01\n');
    const keys = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    for (const name of ['ca', 'other'])
      run(
        'req',
        '-x509',
        ...keys,
        '-days',
        '2',
        '-subj',
        `/CN=${name}`,
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.pem`,
      );
    run('req', ...keys, '-subj', '/CN=tsa', '-keyout', 'tsa.key', '-out', 'tsa.csr');
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
    run(
      'x509',
      '-req',
      '-in',
      'tsa.csr',
      ...signing,
      '-extfile',
      'tsa.cnf',
      '-extensions',
      'tsa_cert',
      '-out',
      'tsa.pem',
    );
  }
});

const configuration = `
[ req ]
distinguished_name = name
[ name ]
[ tsa_cert ]
extendedKeyUsage = critical,timeStamping
[ tsa ]
default_tsa = here
[ here ]
dir = .
serial = ./serial
signer_cert = ./tsa.pem
certs = ./ca.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;
