import { base62, crc32 } from './checksum';
import type { Detector, Match, Verdict } from './detector';

/** Tokens of the places where code is hosted. */
export const codeHosts: readonly Detector[] = [
  {
    id: 'secret/github-token',
    title: 'GitHub token',
    severity: 'error',
    tier: 'certain',
    keywords: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: /gh[pousr]_(?<body>[A-Za-z0-9]{30})(?<checksum>[A-Za-z0-9]{6})/,
    accept: confirmChecksum,
    hits: [
      'GITHUB_TOKEN=‹ghp_{alnum:30}{crc62:6}›',
      '"token": "‹gho_{alnum:30}{crc62:6}›"',
      'Authorization: token ‹ghs_{alnum:36}›',
    ],
    misses: [
      'ghp_{alnum:20}',
      'xghp_{alnum:30}{crc62:6}',
      'ghp_{alnum:30}{crc62:6}Zz',
      'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    ],
  },
  {
    id: 'secret/github-fine-grained-token',
    title: 'GitHub fine-grained token',
    severity: 'error',
    tier: 'certain',
    keywords: ['github_pat_'],
    pattern: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/,
    hits: [
      '‹github_pat_{alnum:22}_{alnum:59}›',
      'token: ‹github_pat_{alnum:22}_{alnum:59}›',
      "git('‹github_pat_{alnum:22}_{alnum:59}›')",
    ],
    misses: ['github_pat_{alnum:22}', 'github_pat_{alnum:22}-{alnum:59}', 'my_github_pat_{alnum:22}_{alnum:59}'],
  },
];

/** The last six characters are the checksum of the thirty before them. */
function confirmChecksum({ groups }: Match): Verdict {
  return base62(crc32(groups.body ?? ''), 6) === groups.checksum
    ? { reason: 'the prefix and the checksum of a GitHub token' }
    : { tier: 'likely', reason: 'the format of a GitHub token; its checksum does not match' };
}
