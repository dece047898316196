import type { Detector } from './detector';

/** Keys of cloud providers. */
export const cloud: readonly Detector[] = [
  {
    id: 'secret/aws-access-key-id',
    title: 'AWS access key id',
    severity: 'error',
    tier: 'certain',
    keywords: ['akia', 'asia', 'abia', 'acca'],
    pattern: /A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}/,
    hits: ['AWS_ACCESS_KEY_ID=‹AKIA{base32:16}›', 'key: "‹ASIA{base32:16}›"', "accessKeyId: '‹AKIA{base32:16}›',"],
    misses: ['AKIA{base32:15}', 'akia{lower:16}', 'AKIAIOSFODNN7EXAMPLE', 'XAKIA{base32:16}'],
  },
];
