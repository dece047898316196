import { base62, crc32 } from './checksum';
import type { Detector } from './detector';
import { keyed } from './keyed';
import { prefixed } from './prefixed';

/** Tokens of package and image registries. */
export const registries: readonly Detector[] = [
  {
    ...prefixed(
      'npm-token',
      'npm access token',
      'npm_',
      '(?<body>[A-Za-z0-9]{30})(?<checksum>[A-Za-z0-9]{6})',
      'npm_{alnum:30}{crc62:6}',
    ),
    accept: ({ groups }) =>
      base62(crc32(groups.body ?? ''), 6) === groups.checksum
        ? { reason: 'the prefix and the checksum of an npm access token' }
        : { tier: 'likely', reason: 'the format of an npm access token; its checksum does not match' },
  },
  {
    id: 'secret/npmrc-auth-token',
    title: 'npm registry token',
    severity: 'error',
    tier: 'certain',
    keywords: ['_authtoken', ':_auth', ':_password'],
    pattern: /:?_(?:authToken|auth|password)\s{0,4}=\s{0,4}\\?["']?(?<secret>[A-Za-z0-9+/=._-]{16,400})/i,
    boundary: 'none',
    hits: [
      '//npm.{lower:6}.com/:_authToken=‹{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}›',
      '//npm.{lower:6}.io/:_auth="‹{base64:32}›"',
      '//{lower:6}.dev/npm/:_authToken = ‹{alnum:64}›',
    ],
    misses: ['//npm.pkg.dev/:_authToken=${NPM_TOKEN}', '//npm.pkg.dev/:_authToken=<TOKEN>', '_authToken=short'],
  },
  prefixed(
    'pypi-token',
    'PyPI token',
    'pypi-',
    String.raw`AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[\w-]{50,1000}`,
    'pypi-AgEIcHlwaS5vcmc{base64url:120}',
  ),
  prefixed('rubygems-key', 'RubyGems key', 'rubygems_', '[a-z0-9]{48}', 'rubygems_{hex:48}'),
  prefixed('nuget-key', 'NuGet key', 'oy2', '[a-z0-9]{43}', 'oy2{lowernum:43}', { tier: 'likely' }),
  prefixed('crates-token', 'crates.io token', 'cio', '[A-Za-z0-9]{32}', 'cio{alnum:32}', { tier: 'likely' }),
  prefixed(
    'docker-token',
    'Docker Hub token',
    'dckr_',
    String.raw`(?:pat_[\w-]{27}|oat_[\w-]{32})`,
    'dckr_pat_{base64url:27}',
  ),
  prefixed(
    'docker-swarm-token',
    'Docker Swarm token',
    'SWMTKN-',
    String.raw`\d-[a-z0-9]{50,60}-[a-z0-9]{24,30}`,
    'SWMTKN-1-{lowernum:50}-{lowernum:25}',
  ),
  prefixed(
    'swarm-unlock-key',
    'Docker Swarm unlock key',
    'SWMKEY-',
    String.raw`\d-[\w+/]{40,50}`,
    'SWMKEY-1-{base64:43}',
  ),
  prefixed('artifactory-key', 'Artifactory key', 'AKC', '[A-Za-z0-9]{69,70}', 'AKCp{alnum:69}'),
  prefixed('artifactory-reference-token', 'Artifactory reference token', 'cmVmd', '[A-Za-z0-9]{59}', 'cmVmd{alnum:59}'),
  prefixed('clojars-token', 'Clojars token', 'CLOJARS_', '[a-z0-9]{60}', 'CLOJARS_{lowernum:60}'),
  keyed('packagist-token', 'Packagist token', ['packagist'], '[a-f0-9]{40,68}', '{hex:40}'),
  {
    id: 'secret/docker-config-auth',
    title: 'Docker registry credential',
    severity: 'error',
    tier: 'certain',
    keywords: ['auth\\"', 'auth"'],
    pattern: /auth\\?"\s{0,4}:\s{0,4}\\?"(?<secret>[A-Za-z0-9+/]{16,2000}={0,2})\\?"/,
    hits: [
      '{"auths": {"{lower:6}.io": {"auth": "‹{base64:42}==›"}}}',
      '"auth": "‹{base64:40}›"',
      '  "auth":"‹{base64:63}=›"',
    ],
    misses: ['"auth": "none"', '"auth": "{base64:8}"', '"auth": true'],
  },
];
