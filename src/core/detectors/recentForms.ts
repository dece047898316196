import { base62, crc32, isBech32 } from './checksum';
import type { Detector } from './detector';
import { looksRandom } from './looksRandom';
import { marked } from './marked';
import { near } from './near';
import { prefixed } from './prefixed';
import { decodeBase64 } from './readBasic';
import { token } from './token';

/** What stands behind `bk`: whose token it is. */
const buildkiteTypes = 'ua|ur|tx|aa|ar|ct|cqt|aj|jat|pt|rt|tr|at|pat|ps';

/** Tokens in the forms that vendors give out of late; their older forms stand in other families. */
export const recentForms: readonly Detector[] = [
  {
    id: 'secret/openai-named-key',
    title: 'OpenAI key',
    severity: 'error',
    tier: 'certain',
    keywords: ['t3blbkfj'],
    lead: 164,
    pattern: /(?<![\w+/.-])sk-(?!(?:proj|svcacct|admin)-)[\w-]{1,60}-[\w-]{20,100}T3BlbkFJ[\w-]{20,120}/,
    hits: [
      'OPENAI_API_KEY=‹sk-None-{alnum:20}T3BlbkFJ{alnum:20}›',
      '{"key": "‹sk-{lower:8}-{alnum:20}T3BlbkFJ{alnum:20}›"}',
      "new OpenAI({ apiKey: '‹sk-{lower:4}-{lower:6}-{alnum:40}T3BlbkFJ{alnum:40}›' })",
    ],
    misses: ['T3BlbkFJ is OpenAI in base64', 'sk-None-{alnum:8}T3BlbkFJ', 'task-None-{alnum:20}T3BlbkFJ{alnum:20}'],
  },
  prefixed(
    'aws-bedrock-session-key',
    'Amazon Bedrock key',
    'bedrock-api-key-',
    'YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/]{60,4000}={0,2}',
    'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t{base64:400}',
  ),
  token('gcs-key-id', 'Google Cloud Storage key id', 'GOOG1E{uppernum:57} | GOOG{uppernum:20}', { tier: 'likely' }),
  token('firebase-refresh-token', 'Firebase refresh token', 'AMf-vB{base64url:100-600}'),
  // JSON in base64: an account, a tunnel, a secret.
  token(
    'cloudflare-tunnel-token',
    'Cloudflare tunnel token',
    'eyJhIjoiMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYi{base64:80}',
    {
      keywords: ['eyjhijoi'],
      pattern: /(?<!\w\+)eyJhIjoi[A-Za-z0-9+/]{100,240}={0,2}(?![A-Za-z0-9+/=_-])/,
      accept: ({ value }) => (/^\{"a":"[\da-f]{32}"/.test(decodeBase64(value.slice(0, 64))) ? {} : undefined),
      misses: ['eyJhIjoi{base64:20}', 'eyJhIjoi{base64:140}', 'eyJhIjoi alone'],
    },
  ),
  token('cloudflare-global-key', 'Cloudflare key', 'cfk_{alnum:40}{hex:8}'),
  near('cloudflare-access-secret', 'Cloudflare Access secret', 'cf-access|cloudflare-access', '{hex:64}'),
  near('cloudflare-r2-secret', 'Cloudflare R2 secret', 'cloudflare-r2|r2-secret|r2-access', '{hex:64}'),
  token('datadog-app-key', 'Datadog application key', 'ddapp_{alnum:34}'),
  marked('new-relic-suffixed-key', 'New Relic license key', '{hex:32}FFFFNRAL'),
  token('dynatrace-platform-token', 'Dynatrace token', 'dt0s(01|02|08|16).{uppernum:8}.{uppernum:64}'),
  token('sentry-application-token', 'Sentry token', 'sntry(a|i)_{hex:64}'),
  token('honeycomb-management-key', 'Honeycomb key', 'hc(a|b|x)mk_{lowernum:26}:{alnum:32}'),
  token('gitlab-runner-creation-token', 'GitLab runner token', 'glrtr-{base64url:20-60}'),
  token(
    'gitlab-signed-job-token',
    'GitLab CI job token',
    'glcbt-eyJ{base64url:20-400}.{base64url:60-3000}.{base64url:80-700}',
  ),
  prefixed(
    'buildkite-signed-token',
    'Buildkite token',
    'bk',
    String.raw`(?:${buildkiteTypes})_[\w.-]{37,2000}\w`,
    'bkct_{alnum:12}.{base58:60}',
    {
      keywords: buildkiteTypes.split('|').map(it => `bk${it}_`),
      accept: ({ value }) => (/\d\D+\d\D*\d/.test(value) ? {} : undefined),
    },
  ),
  token('crates-publishing-token', 'crates.io publishing token', 'cio_tp_{alnum:32}'),
  token('vercel-blob-token', 'Vercel Blob token', 'vercel_blob_rw_{alnum:16}_{alnum:30}'),
  token('supabase-oauth-token', 'Supabase token', 'sbp_oauth_{hex:40}'),
  token(
    'qstash-token',
    'QStash token',
    'eyJVc2VySUQiOi{base64:60-240} | eyJVc2VySUQiOi{base64:60-240}= | eyJVc2VySUQiOi{base64:60-240}==',
  ),
  near('qstash-signing-key', 'QStash signing key', 'qstash', 'sig_{alnum:20-40}'),
  token('xata-organization-key', 'Xata key', 'xao_{alnum:28-40}'),
  token(
    'trigger-dev-personal-token',
    'Trigger.dev token',
    'tr_pat_{lowernum:40} | tr_(dev|prod|stg|preview)_sk_{alnum:24}',
  ),
  token('baseten-prefixed-key', 'Baseten key', 'b10_{alnum:8}.{alnum:32}'),
  {
    ...marked('weaviate-cloud-key', 'Weaviate key', '{base64:80}PV92MjAw'),
    // The end of `=_v200` in base64.
    misses: ['PV92MjAw', '{base64:40}PV92MjAw', '{base64:80}PV92MjAw{alnum:4}'],
  },
  token('vault-recovery-token', 'HashiCorp Vault recovery token', 'hvr.{base64url:24-200}'),
  token('phase-token', 'Phase token', 'pss_(service|user):v(1|2):{hex:64}:{hex:64}:{hex:64}:{hex:64}'),
  near('coder-token', 'Coder token', 'coder-session|coder-token|coder-api', '{alnum:10}-{alnum:22}'),
  near('coolify-token', 'Coolify token', 'coolify', '{digit:1-6}|{alnum:40-48}'),
  token('shopify-theme-token', 'Shopify token', '(shptka|shpua|prtapi)_{hex:32} | atkn_{hex:32-64}'),
  token('stripe-organization-key', 'Stripe key', 'sk_org_(live|test)_{alnum:40-140}'),
  near('revenuecat-key', 'RevenueCat key', 'revenuecat|revenue-cat', 'sk_{alnum:24-40}'),
  token('adapty-key', 'Adapty key', 'secret_(live|test)_{alnum:8}.{alnum:32}'),
  token('autumn-key', 'Autumn key', 'am_sk_(live|test)_{alnum:20-60}'),
  token('creem-key', 'Creem key', 'creem_(test_|){alnum:20-32}'),
  token('coinbase-cdp-key-name', 'Coinbase key name', 'organizations/{uuid}/apiKeys/{uuid}', { tier: 'likely' }),
  token(
    'stytch-project-secret',
    'Stytch secret',
    'secret-(live|test)-{base64url:35}= | secret-(live|test)-{base64url:36}',
  ),
  // Base64 of 32 bytes, less its signs; a role's name goes before it.
  near(
    'growthbook-key',
    'GrowthBook key',
    'growthbook|growth-book|gb-api',
    'secret_(admin_|user_|readonly_|collaborator_|analyst_|engineer_|experimenter_|visualEditor_|noaccess_|){alnum:30-44}',
  ),
  near('tally-key', 'Tally key', 'tally', 'tly-{alnum:20-64}'),
  near('dagster-token', 'Dagster token', 'dagster', '(agent|user):{alnum:6-40}:{hex:32}'),
  near('directus-token', 'Directus token', 'directus', '{base64url:32}'),
  near('medusa-key', 'Medusa key', 'medusa', 'sk_{hex:64}'),
  token('postman-collection-token', 'Postman collection access key', 'PMAT-{uppernum:26}'),
  token('threads-token', 'Threads token', 'THAA{alnum:120-300}'),
  // For a person, a device or the web; the checksum is of all before it.
  prefixed('jsr-token', 'JSR token', 'jsr', '[pdw]_[A-Za-z0-9]{35}', 'jsrp_{alnum:35}', {
    keywords: ['jsrp_', 'jsrd_', 'jsrw_'],
    accept: ({ value }) => ({ tier: base62(crc32(value.slice(0, -6)), 6) === value.slice(-6) ? 'certain' : 'likely' }),
  }),
  prefixed(
    'slack-workflow-token',
    'Slack workflow token',
    'xwfp-',
    '[A-Za-z0-9%/+_-]{20,300}',
    'xwfp-{digit:12}-{alnum:60}',
    {
      accept: ({ value }) => (/\d\D*\d/.test(value) ? {} : undefined),
    },
  ),
  prefixed(
    'turnstile-key',
    'Turnstile secret',
    '0x4AAAAAA',
    String.raw`[A-Za-z][\w-]{23,29}(?![\w-])`,
    '0x4AAAAAAA{base64url:27}',
    // The run of A is the beginning of every key; those of a site are shorter.
    {
      tier: 'likely',
      judged: true,
      accept: ({ value }) => (looksRandom(value.slice(10)) ? {} : undefined),
      misses: ['0x4AAAAAAA{alnum:14}', '0x4AAAAAA', 'x0x4AAAAAAA{base64url:27}'],
    },
  ),
  token('aptos-private-key', 'Aptos private key', '(ed25519|secp256k1)-priv-0x{hex:64}'),
  prefixed(
    'sui-private-key',
    'Sui private key',
    'suiprivkey1',
    '[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{59}',
    'suiprivkey1{bech32:59}',
    {
      accept: ({ value }) => (isBech32(value) ? {} : { tier: 'likely' }),
    },
  ),
  near('solana-private-key', 'Solana private key', 'solana|phantom', '{base58:87-88}'),
];
