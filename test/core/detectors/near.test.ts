import assert from 'node:assert/strict';
import { near } from '../../../src/core/detectors/near';
import { sample } from '../../../src/core/detectors/sample';
import { createScanner } from '../../../src/core/scan';

const detectors = [
  near('acme-key', 'Acme key', 'acme-cloud|acmecloud', '{hex:40}'),
  near('lob-key', 'Lob key', 'lob', '{alnum:24}'),
  near('zed-key', 'Zed key', 'zedcorp', '{uuid}'),
];

/** Templates of `sample()`; a secret that must be found is marked ‹…›, with `?` when only as a possible one. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'a key that names the vendor': [
    'ACME_CLOUD_TOKEN=‹{hex:40}›',
    'acmeCloudSecret: "‹{hex:40}›"',
    '<acme-cloud-key>‹{hex:40}›</acme-cloud-key>',
    "os.environ['ACMECLOUD_API_KEY'] = '‹{hex:40}›'",
    "const lobKey = '‹{alnum:24}›';",
  ],
  'a key of its own near the vendor': [
    'acme-cloud:\n  api:\n    key: ‹{hex:40}›\n',
    '- name: ACME_CLOUD_SECRET\n  value: ‹{hex:40}›\n',
    "curl https://api.acmecloud.com/v1/users -H 'Authorization: Bearer ‹{hex:40}›'",
    'https://api.acmecloud.com/v1/users?apikey=‹{hex:40}›&page=2',
    'our acmecloud token is ‹{hex:40}›, keep it safe',
  ],
  'the vendor alone as the key': ["acmecloud = '‹{hex:40}›'", "acmecloud('‹{hex:40}›')", "zedcorp = '?‹{uuid}›'"],
  'a hash near the vendor': [
    'acmecloud commit {hex:40}',
    'uses: acmecloud/setup-api@{hex:40}',
    'https://github.com/acmecloud/api/tree/{hex:40}/src',
    '"acmecloud-auth": { "version": "1.2.3", "sha1": "{hex:40}" }',
    'github.com/acmecloud/api-go v1.2.3 h1:{hex:40}',
    'ACME_CLOUD_TOKEN_HASH={hex:40}',
  ],
  'an identifier near the vendor': [
    'acme_cloud_key_id = "{hex:40}"',
    'ZEDCORP_CLIENT_ID={uuid}',
    '"zedcorpAccountId": "{uuid}"',
    'acmecloud.publicKey = "{hex:40}"',
    'see zedcorp project {uuid} for more',
  ],
  'words and code near the vendor': [
    'lobKey = createAuthTokenHandlers',
    'LobAuthTest(OAuth2ClientTestCase1234)',
    'the lobby key: {alnum:24}',
    'globKey: {alnum:24}',
    'acmecloud_token = process.env.ACME_CLOUD_TOKEN_FOR_PRODUCTION_ONLY',
    'acmecloud_token={hex:41}',
    'acmecloud_token={hex:20}-{hex:40}',
  ],
};

describe('near', () => {
  for (const [name, lines] of Object.entries(texts)) {
    it(`judges ${name}`, () => {
      for (const line of lines) check(line);
    });
  }
});

function check(template: string): void {
  const marked = sample(template.replaceAll('{uuid}', '{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}'), 7);
  const [before = '', value, after = ''] = marked.split(/[‹›]/);
  const lead = before.replace(/\?$/, '');
  const { findings } = createScanner({ fingerprint: () => '0'.repeat(16), detectors }).scan(
    lead + (value ?? '') + after,
  );
  const tier = lead === before ? 'likely' : 'possible';
  const expected = value ? [{ start: lead.length, end: lead.length + value.length, tier }] : [];
  assert.deepEqual(
    findings.map(({ start, end, tier }) => ({ start, end, tier })),
    expected,
    template,
  );
}
