import { base36, base62, crc32 } from './checksum';
import type { Detector, Match, Verdict } from './detector';
import { keyed } from './keyed';
import { prefixed } from './prefixed';

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
    misses: ['ghp_{alnum:20}', 'xghp_{alnum:30}{crc62:6}', 'ghp_{alnum:30}{crc62:6}Zz', 'ghp_{x:36}'],
  },
  {
    id: 'secret/github-fine-grained-token',
    title: 'GitHub fine-grained token',
    severity: 'error',
    tier: 'certain',
    keywords: ['github_pat_'],
    pattern: /github_pat_\w{82}/,
    hits: [
      '‹github_pat_{alnum:22}_{alnum:59}›',
      'token: ‹github_pat_{alnum:22}_{alnum:59}›',
      "git('‹github_pat_{alnum:22}_{alnum:59}›')",
    ],
    misses: ['github_pat_{alnum:22}', 'github_pat_{alnum:22}-{alnum:59}', 'my_github_pat_{alnum:22}_{alnum:59}'],
  },
  prefixed(
    'github-installation-token',
    'GitHub installation token',
    'ghs_',
    String.raw`\d{1,12}_eyJ[\w-]{10,2000}\.[\w-]{10,4000}\.[\w-]{10,1500}`,
    'ghs_{digit:7}_eyJ{alnum:33}.eyJ{alnum:60}.{base64url:43}',
  ),
  gitlab('gitlab-token', 'GitLab personal access token', 'glpat-', 'glpat-{alnum:20}'),
  gitlab('gitlab-deploy-token', 'GitLab deploy token', 'gldt-', 'gldt-{alnum:20}'),
  gitlab('gitlab-runner-token', 'GitLab runner token', 'glrt-', 'glrt-{alnum:20}'),
  prefixed(
    'gitlab-runner-registration-token',
    'GitLab runner registration token',
    'GR1348941',
    String.raw`[\w-]{20}`,
    'GR1348941{alnum:20}',
  ),
  prefixed('gitlab-trigger-token', 'GitLab pipeline trigger token', 'glptt-', '[A-Za-z0-9]{40}', 'glptt-{hex:40}'),
  prefixed(
    'gitlab-job-token',
    'GitLab CI job token',
    'glcbt-',
    String.raw`[A-Za-z0-9]{1,5}_[\w-]{20}`,
    'glcbt-{hex:2}_{alnum:20}',
  ),
  prefixed('gitlab-agent-token', 'GitLab agent token', 'glagent-', String.raw`[\w-]{50}`, 'glagent-{alnum:50}'),
  prefixed('gitlab-oauth-secret', 'GitLab OAuth application secret', 'gloas-', String.raw`[\w-]{64}`, 'gloas-{hex:64}'),
  gitlab('gitlab-feed-token', 'GitLab feed token', 'glft-', 'glft-{alnum:20}'),
  prefixed('gitlab-scim-token', 'GitLab SCIM token', 'glsoat-', String.raw`[\w-]{20}`, 'glsoat-{alnum:20}'),
  prefixed(
    'bitbucket-app-password',
    'Bitbucket app password',
    'ATBB',
    '[A-Za-z0-9]{24}[A-F0-9]{8}',
    'ATBB{alnum:24}{HEX:8}',
  ),
  prefixed(
    'bitbucket-access-token',
    'Atlassian API token',
    'ATCTT3xFfG',
    String.raw`[\w=-]{50,400}=[A-F0-9]{8}`,
    'ATCTT3xFfG{base64url:150}={HEX:8}',
  ),
  keyed('bitbucket-secret', 'Bitbucket client secret', ['bitbucket'], '[A-Za-z0-9]{32}|[A-Za-z0-9]{44}', '{alnum:32}'),
  keyed('circleci-token', 'CircleCI token', ['circleci', 'circle'], '[a-f0-9]{40}', '{hex:40}'),
  prefixed(
    'circleci-project-token',
    'CircleCI token',
    'CCIP',
    '(?:AT|RJ)_[A-Za-z0-9]{22}_[a-z0-9]{40}',
    'CCIPAT_{alnum:22}_{hex:40}',
  ),
  prefixed('buildkite-token', 'Buildkite token', 'bkua_', '[a-z0-9]{40}(?:[a-z0-9]{13})?', 'bkua_{hex:40}'),
  keyed('travis-token', 'Travis CI token', ['travis'], '[A-Za-z0-9]{22}', '{alnum:22}'),
  prefixed(
    'sourcegraph-token',
    'Sourcegraph token',
    'sgp_',
    '(?:[A-Fa-f0-9]{16}_|local_)?[A-Fa-f0-9]{40}',
    'sgp_{hex:16}_{hex:40}',
  ),
];

/** The last six characters are the checksum of the thirty before them. */
function confirmChecksum({ groups }: Match): Verdict {
  return base62(crc32(groups.body ?? ''), 6) === groups.checksum
    ? { reason: 'the prefix and the checksum of a GitHub token' }
    : { tier: 'likely', reason: 'the format of a GitHub token; its checksum does not match' };
}

/**
 * A token of GitLab: twenty units or some more, or the routable form, which ends in a version, the length of what is before
 * it, and a checksum of it all (GitLab's `Authn::TokenField::Generator::RoutableToken`; the first ones had no version).
 */
function gitlab(name: string, title: string, prefix: string, example: string): Detector {
  const body = String.raw`(?:t\d_)?(?:[\w-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}|[\w-]{20,22}(?![\w-]|\.\w))`;
  return { ...prefixed(name, title, prefix, body, example), accept: match => confirmRoutable(match, title) };
}

function confirmRoutable({ value }: Match, title: string): Verdict {
  if (!value.includes('.')) return {};
  return base36(crc32(value.slice(0, -7)), 7) === value.slice(-7)
    ? { reason: `the prefix and the checksum of a ${title}` }
    : { tier: 'likely', reason: `the format of a ${title}; its checksum does not match` };
}
