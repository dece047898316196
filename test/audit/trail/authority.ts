import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** A time-stamp authority of OpenSSL in a folder, with its root in `ca.pem` and somebody else's in `other.pem`; answers requests (DER). */
export function makeAuthority(folder: string): (request: Uint8Array) => Uint8Array {
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  writeFileSync(join(folder, 'tsa.cnf'), configuration);
  writeFileSync(join(folder, 'serial'), '01\n');
  const keys = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  for (const name of ['ca', 'other'])
    run('req', '-x509', ...keys, '-days', '2', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`);
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
  return request => {
    writeFileSync(join(folder, 'request.tsq'), request);
    run('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-out', 'reply.tsr');
    return readFileSync(join(folder, 'reply.tsr'));
  };
}

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
