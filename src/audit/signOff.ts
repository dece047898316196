import canonicalize from 'canonicalize';
import { fieldsOf } from '../core/untyped';

/** What an approver says of a commit. */
export interface SignOff {
  /** The commit, 40 or 64 hexadecimal digits. */
  readonly commit: string;
  readonly verdict: 'approved' | 'rejected';
  /** What the approver answers for: one of the roles that the policy gives the person. */
  readonly role: string;
  readonly reason: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
}

/** DSSE (github.com/secure-systems-lab/dsse): a payload, and who has signed it. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** The type of in-toto statements in DSSE. */
const statementType = 'application/vnd.in-toto+json';
/** What our statements say; documented in README.md. */
const signOffType = 'https://lockside.dev/attestation/sign-off/v1';

/** The sign-off as an in-toto statement (in-toto.io/Statement/v1), canonical JSON. */
export function statementOf({ commit, verdict, role, reason, time }: SignOff, repository: string): string {
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: repository, digest: { gitCommit: commit } }],
    predicateType: signOffType,
    predicate: { verdict, role, reason, time },
  };
  return canonicalize(statement) ?? '';
}

/** DSSE's pre-authentication encoding: what is signed. */
export function preAuthentication(payload: string, type = statementType): string {
  return `DSSEv1 ${Buffer.byteLength(type)} ${type} ${Buffer.byteLength(payload)} ${payload}`;
}

/** Puts a statement and its SSH signature into an envelope. */
export function envelopeOf(statement: string, keyid: string, signature: string): Envelope {
  return {
    payloadType: statementType,
    payload: Buffer.from(statement).toString('base64'),
    signatures: [{ keyid, sig: Buffer.from(signature).toString('base64') }],
  };
}

/** What an envelope says and what was signed; a sentence where it is no sign-off. */
export function readEnvelope(
  text: string,
): { signOff: SignOff; signed: string; signature: string } | { error: string } {
  try {
    const { payloadType, payload, signatures } = fieldsOf(JSON.parse(text));
    if (payloadType !== statementType || typeof payload !== 'string')
      return { error: 'it is no in-toto statement in DSSE' };
    const [first] = Array.isArray(signatures) ? signatures : [];
    const { sig } = fieldsOf(first);
    if (typeof sig !== 'string') return { error: 'it is not signed' };
    const statement = Buffer.from(payload, 'base64').toString('utf8');
    const signOff = readStatement(JSON.parse(statement));
    if (!signOff) return { error: 'it is no sign-off of a commit' };
    return { signOff, signed: preAuthentication(statement), signature: Buffer.from(sig, 'base64').toString('utf8') };
  } catch {
    return { error: 'it is no JSON' };
  }
}

function readStatement(value: unknown): SignOff | undefined {
  const { _type, subject, predicateType, predicate } = fieldsOf(value);
  if (_type !== 'https://in-toto.io/Statement/v1' || predicateType !== signOffType) return undefined;
  const [first] = Array.isArray(subject) ? subject : [];
  const { gitCommit: commit } = fieldsOf(fieldsOf(first).digest);
  const { verdict, role, reason, time } = fieldsOf(predicate);
  const named = [commit, role, reason, time].every(part => typeof part === 'string');
  if (!named || (verdict !== 'approved' && verdict !== 'rejected')) return undefined;
  return { commit, verdict, role, reason, time } as SignOff;
}

/** What the policy wants before a commit may be released. */
export interface SignOffRules {
  /** How many people have to approve. */
  readonly quorum: number;
  /** Each of these roles has to be among them. */
  readonly roles?: readonly string[];
}

/** A sign-off whose signature was checked, and who it is from. */
export interface CheckedSignOff extends SignOff {
  readonly signer: string;
  /** The person's own addresses and roles, as the policy names them. */
  readonly emails: readonly string[];
  readonly roles: readonly string[];
}

/** Whether a commit may be released, and what is missing. */
export interface Release {
  readonly approved: boolean;
  readonly missing: readonly string[];
  readonly counted: readonly CheckedSignOff[];
}

/**
 * Counts people, not signatures; nobody counts for a role that the policy doesn't give them, or for their own commits. A
 * person's last word holds, and of two at the same time the rejection.
 */
export function judgeRelease(
  { quorum, roles = [] }: SignOffRules,
  signOffs: readonly CheckedSignOff[],
  authors: readonly string[],
): Release {
  const wrote = new Set(authors.map(address => address.toLowerCase()));
  const order = ({ time, verdict }: CheckedSignOff) => `${time} ${verdict}`; // "approved" comes before "rejected".
  const latest = new Map(
    signOffs.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)).map(one => [one.signer, one]),
  );
  const own = [...latest.values()].filter(({ emails }) => emails.some(address => wrote.has(address.toLowerCase())));
  const others = [...latest.values()].filter(one => !own.includes(one));
  const rejected = others.filter(({ verdict }) => verdict === 'rejected');
  const counted = others.filter(one => one.verdict === 'approved' && one.roles.includes(one.role));
  const missing = [
    ...rejected.map(({ signer, reason }) => `${signer} rejects it: ${reason}`),
    ...own.map(({ signer }) => `${signer} wrote it, and nobody signs off their own work`),
    ...(counted.length < quorum ? [`${counted.length} of ${quorum} people have approved`] : []),
    ...roles.filter(role => !counted.some(one => one.role === role)).map(role => `nobody has approved as ${role}`),
  ];
  const approved =
    rejected.length === 0 && counted.length >= quorum && roles.every(role => counted.some(one => one.role === role));
  return { approved, missing: approved ? [] : missing, counted };
}
