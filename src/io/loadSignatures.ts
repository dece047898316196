import type { SignaturePurpose, Signed, Signer } from './sshSignatures';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './sshSignatures'): typeof import('./sshSignatures');

/** `verifySignature`, read at the first signature: every command reads settings, and few have any. */
export function verifySignature(
  content: string,
  signature: string,
  signers: readonly Signer[],
  purpose: SignaturePurpose,
): Signed {
  return require('./sshSignatures').verifySignature(content, signature, signers, purpose);
}
