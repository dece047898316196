import { sample } from '../../../src/core/detectors/sample';

/** A planted value, and the name that a file gives it. */
export interface Planted {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
}

/** One value of each kind, made from a seed. */
export function plantedValues(seed: number): Planted[] {
  return kinds.map(([kind, name, make]) => ({ kind, name, value: make(seed) }));
}

const of = (template: string) => (seed: number) => sample(template, seed);

const kinds: readonly (readonly [kind: string, name: string, make: (seed: number) => string])[] = [
  ['GitHub token', 'github_token', of('ghp_{alnum:30}{crc62:6}')],
  ['AWS key id', 'aws_access_key_id', of('AKIA{base32:16}')],
  ['Stripe key', 'stripe_key', of('sk_live_{alnum:24}')],
  ['Slack token', 'slack_token', of('xoxb-{digit:12}-{digit:12}-{alnum:24}')],
  ['Anthropic key', 'anthropic_key', of('sk-ant-api03-{alnum:93}AA')],
  ['GitLab token', 'gitlab_token', of('glpat-{alnum:20}')],
  ['JWT', 'session_token', jwt],
  ['private key', 'private_key', privateKey],
  ['connection string', 'database_url', of('postgres://shop:{alnum:16}@db.{lower:7}.net:5432/shop')],
  ['password', 'db_password', of('{alnum:7}!{alnum:8}')],
  ['e-mail', 'email', of('{lower:6}.{lower:7}@{lower:8}.org')],
  ['IBAN', 'iban', of('{iban:22}')],
  ['card', 'card_number', of('4539{luhn:12}')],
  ['phone', 'phone', of('+49 1{digit:2}6 5{digit:7}')],
];

function jwt(seed: number): string {
  const part = (it: object) => Buffer.from(JSON.stringify(it)).toString('base64url');
  const claims = { sub: sample('{hex:24}', seed), iat: 1_700_000_000 + seed };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${sample('{base64url:43}', seed)}`;
}

function privateKey(seed: number): string {
  const lines = Array.from({ length: 4 }, (_, i) => sample('{base64:64}', seed * 7 + i));
  const label = ['EC', 'PRIVATE', 'KEY'].join(' ');
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----`;
}
