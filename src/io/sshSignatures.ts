import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './findProgram';

/** Somebody whose signature counts. */
export interface Signer {
  /** How reports and policies call the person: an email address, a name without blanks. */
  readonly name: string;
  /** The public key as OpenSSH writes it: `ssh-ed25519 AAAA… comment`. */
  readonly key: string;
}

/** What a signature is for; one that was made for another purpose doesn't count. */
export type SignaturePurpose = 'lockside-policy' | 'lockside-waiver' | 'lockside-sign-off';

/** Who has signed, or why no signature counts. */
export type Signed = { readonly signer: string } | { readonly error: string };

const timeout = 10_000;

/**
 * Checks an SSH signature (`ssh-keygen -Y sign`, OpenSSH's PROTOCOL.sshsig) by OpenSSH itself. Whatever goes wrong, it doesn't
 * count.
 */
export function verifySignature(
  content: string,
  signature: string,
  signers: readonly Signer[],
  purpose: SignaturePurpose,
): Signed {
  if (signers.length === 0) return { error: 'there is nobody whose signature counts' };
  const program = findProgram('ssh-keygen');
  if (!program) return { error: 'ssh-keygen is not installed, so no signature can be checked' };
  return remembered([content, signature, JSON.stringify(signers), purpose], () =>
    inScratch(folder => {
      const [allowed, sig] = [join(folder, 'allowed'), join(folder, 'signature')];
      const lines = signers.filter(isPlain).map(({ name, key }) => `${name} namespaces="${purpose}" ${key}`);
      writeFileSync(allowed, `${lines.join('\n')}\n`);
      writeFileSync(sig, signature);
      const found = run(program, ['-Y', 'find-principals', '-f', allowed, '-s', sig]);
      const [signer = ''] = found.stdout.split('\n');
      if (found.status !== 0 || signer === '') return { error: 'it is signed by nobody whose signature counts' };
      const checked = run(program, ['-Y', 'verify', '-f', allowed, '-I', signer, '-n', purpose, '-s', sig], content);
      return checked.status === 0 ? { signer } : { error: 'the signature is not one of this content' };
    }),
  );
}

/** Signs with a person's own key, a file or, with `-U`'s public key, one that the SSH agent holds. Undefined where it can't be. */
export function sign(
  content: string,
  keyFile: string,
  purpose: SignaturePurpose,
): { readonly signature: string } | { readonly error: string } {
  const program = findProgram('ssh-keygen');
  if (!program) return { error: 'ssh-keygen is not installed' };
  const { status, stdout, stderr } = spawnSync(program, ['-Y', 'sign', '-f', keyFile, '-n', purpose], {
    input: content,
    encoding: 'utf8',
    // A person may have to type a passphrase or to touch a key.
    timeout: 120_000,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return status === 0 ? { signature: stdout } : { error: stderr.trim().split('\n').at(-1) ?? 'ssh-keygen failed' };
}

const known = new Map<string, Signed>();

/** Settings are read again and again; what was checked once needs no other process. */
function remembered(question: readonly string[], check: () => Signed): Signed {
  const key = createHash('sha256').update(JSON.stringify(question)).digest('hex');
  const answer = known.get(key) ?? check();
  if (known.size > 1000) known.clear();
  known.set(key, answer);
  return answer;
}

/** A name or key that holds a line end or an option would say more than it seems. */
function isPlain({ name, key }: Signer): boolean {
  return /^[\w.@+-]+$/.test(name) && /^(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[\w@.-]+ [A-Za-z\d+/=]+(?: [^\r\n]*)?$/.test(key);
}

function run(program: string, args: readonly string[], input = '') {
  return spawnSync(program, args, { input, encoding: 'utf8', timeout });
}

function inScratch<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'lockside-signature-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
