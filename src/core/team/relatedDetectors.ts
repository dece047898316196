/**
 * Which of our detectors look for what another scanner's rule looks for, told by the first word of the rule's name: its vendor.
 * `github-pat`, `@secretlint/secretlint-rule-github` and `secret/github-token` are about the same.
 */
export function relatedDetectors(rule: string): (detector: string) => boolean {
  const [vendor = ''] = wordsOf(rule);
  const kind = kinds.find(({ names }) => names.has(vendor));
  if (kind) return detector => kind.detectors.test(detector);
  return detector => detector === `secret/${vendor}` || detector.startsWith(`secret/${vendor}-`);
}

/** The words of a name, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/^.*secretlint-rule-/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

/** Rules that name no vendor. */
const kinds: readonly { readonly names: ReadonlySet<string>; readonly detectors: RegExp }[] = [
  {
    names: new Set(['generic', 'password', 'passwords', 'secret', 'keyword', 'entropy', 'high', 'hardcoded']),
    detectors: /^secret\/(?:generic|command-password)$/,
  },
  {
    names: new Set(['basicauth', 'basic', 'curl', 'bearer', 'authorization']),
    detectors: /^secret\/(?:basic-auth|bearer-token|token-header|url-password|netrc-\w+)$/,
  },
  { names: new Set(['private', 'privatekey', 'pkcs12', 'pem']), detectors: /^secret\/[\w-]*private-key[\w-]*$/ },
  {
    names: new Set(['database', 'connection', 'uri', 'url', 'dsn']),
    detectors: /^secret\/(?:connection-string-password|dsn-password|url-password)$/,
  },
  { names: new Set(['jwt', 'json']), detectors: /^secret\/[\w-]*jwt[\w-]*$/ },
];
