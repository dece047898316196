import { createHash, randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  type ContentInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

const sha256 = '2.16.840.1.101.3.4.2.1';
const timeStamping = '1.3.6.1.5.5.7.3.8';
const extendedKeyUsage = '2.5.29.37';

/** What a time-stamp authority has said: when it saw the text, and whether a certificate that one trusts stands behind it. */
export interface TimeStamp {
  /** ISO 8601. */
  readonly time: string;
  readonly trusted: boolean;
}

/** A request for a time stamp of a text (RFC 3161), DER; only the text's hash is in it. */
export function timestampRequest(text: string): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: bufferOf(digestOf(text)) }),
    }),
    certReq: true,
    nonce: new Integer({ valueHex: bufferOf(Buffer.concat([Buffer.of(1), randomBytes(8)])) }),
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * Verifies an authority's response (DER) for a text. `roots` are certificates in PEM that its chain has to end at; without them the
 * signature is verified by the certificate that came along, which proves nothing about whose it is.
 */
export async function verifyTimestamp(
  response: Uint8Array,
  text: string,
  roots = '',
): Promise<TimeStamp | { readonly error: string }> {
  try {
    return await verify(response, text, roots);
  } catch {
    return { error: 'it is no response of a time-stamp authority that can be read' };
  }
}

async function verify(response: Uint8Array, text: string, roots: string): Promise<TimeStamp | { error: string }> {
  const { status, timeStampToken } = TimeStampResp.fromBER(bufferOf(response));
  if (status.status > 1 || !timeStampToken) return { error: 'the time-stamp authority refused' };
  const signed = signedDataOf(timeStampToken);
  const content = signed.encapContentInfo.eContent;
  if (!content) return { error: 'the time stamp is empty' };
  const info = TSTInfo.fromBER(content.getValue());
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const imprint = Buffer.from(hashedMessage.valueBlock.valueHexView);
  if (hashAlgorithm.algorithmId !== sha256 || !imprint.equals(digestOf(text)))
    return { error: 'the time stamp is one of something else' };
  const trustedCerts = certificatesOf(roots);
  const checkChain = trustedCerts.length > 0;
  const data = bufferOf(Buffer.from(text));
  const verified = await signed
    .verify({ signer: 0, data, trustedCerts, checkChain, checkDate: info.genTime, extendedMode: true })
    .catch((failure: { signerCertificate?: Certificate; signatureVerified?: boolean }) => failure);
  if (verified.signatureVerified !== true)
    return { error: checkChain ? 'its certificates do not lead to one of those given' : 'its signature is wrong' };
  if (!verified.signerCertificate || !mayStamp(verified.signerCertificate))
    return { error: 'its certificate is not one for time stamps' };
  return { time: info.genTime.toISOString(), trusted: checkChain };
}

function signedDataOf(token: ContentInfo): SignedData {
  return new SignedData({ schema: token.content });
}

function mayStamp({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === extendedKeyUsage)?.parsedValue as
    | { keyPurposes?: string[] }
    | undefined;
  return usage?.keyPurposes?.includes(timeStamping) === true;
}

function certificatesOf(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map(block =>
    Certificate.fromBER(bufferOf(Buffer.from(block.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'))),
  );
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** A copy of its own: the library takes whole buffers, and Node's share one. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
