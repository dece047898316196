import type { Detector } from './detector';

/** Private keys in text form, whole or cut off. */
export const privateKeys: readonly Detector[] = [
  {
    id: 'secret/private-key',
    title: 'private key',
    severity: 'error',
    tier: 'certain',
    keywords: ['-----begin'],
    boundary: 'none',
    pattern:
      /-----BEGIN (?<kind>(?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?)-----(?:(?!-----)[\s\S]){24,16000}(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/,
    hits: [
      '‹-----BEGIN RSA PRIVATE KEY-----\n{base64:64}\n{base64:64}\n{base64:40}==\n-----END RSA PRIVATE KEY-----›\n',
      '‹-----BEGIN OPENSSH PRIVATE KEY-----\r\n{base64:70}\r\n{base64:70}\r\n-----END OPENSSH PRIVATE KEY-----›',
      '{"private_key": "‹-----BEGIN PRIVATE KEY-----\\n{base64:64}\\n{base64:64}\\n-----END PRIVATE KEY-----›\\n"}',
    ],
    misses: [
      '-----BEGIN PUBLIC KEY-----\n{base64:64}\n-----END PUBLIC KEY-----',
      "startsWith('-----BEGIN RSA PRIVATE KEY-----')",
      '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
    ],
  },
];
