import { isBech32 } from './checksum';
import type { Detector, Verdict } from './detector';
import { keyed } from './keyed';
import { prefixed } from './prefixed';

/** Tokens of databases, infrastructure and work platforms. */
export const platforms: readonly Detector[] = [
  prefixed(
    'planetscale-token',
    'PlanetScale token',
    'pscale_',
    String.raw`(?:tkn|pw|oauth)_[\w.=-]{32,64}`,
    'pscale_tkn_{alnum:43}',
  ),
  prefixed('supabase-token', 'Supabase token', 'sbp_', '(?:[a-z]\\d_)?[a-z0-9]{40}', 'sbp_{hex:40}'),
  prefixed(
    'supabase-secret-key',
    'Supabase secret key',
    'sb_secret_',
    String.raw`[\w-]{31}`,
    'sb_secret_{alnum:22}_{alnum:8}',
  ),
  prefixed('databricks-token', 'Databricks token', 'dapi', String.raw`[a-f0-9]{32}(?:-\d)?`, 'dapi{hex:32}'),
  prefixed('vault-token', 'HashiCorp Vault token', 'hvs.', String.raw`[\w-]{24,200}`, 'hvs.{base64url:95}'),
  prefixed(
    'vault-batch-token',
    'HashiCorp Vault batch token',
    'hvb.',
    String.raw`[\w-]{130,400}`,
    'hvb.{base64url:160}',
  ),
  {
    id: 'secret/terraform-cloud-token',
    title: 'Terraform Cloud token',
    severity: 'error',
    tier: 'certain',
    keywords: ['.atlasv1.'],
    lead: 14,
    pattern: /(?<!\w)[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,75}/,
    hits: [
      'TFE_TOKEN=‹{alnum:14}.atlasv1.{alnum:67}›',
      'token = "‹{alnum:14}.atlasv1.{alnum:67}›"',
      "'‹{alnum:14}.atlasv1.{alnum:60}›'",
    ],
    misses: ['{alnum:10}.atlasv1.{alnum:67}', '{alnum:14}.atlasv2.{alnum:67}', '{alnum:14}.atlasv1.{alnum:20}'],
  },
  prefixed(
    'doppler-token',
    'Doppler token',
    'dp.',
    String.raw`(?:pt|st|sa|ct|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}`,
    'dp.pt.{alnum:43}',
  ),
  prefixed('pulumi-token', 'Pulumi token', 'pul-', '[a-f0-9]{40}', 'pul-{hex:40}'),
  prefixed('linear-key', 'Linear key', 'lin_', '(?:api_[A-Za-z0-9]{40}|oauth_[A-Fa-f0-9]{64})', 'lin_api_{alnum:40}', {
    keywords: ['lin_api_', 'lin_oauth_'],
  }),
  prefixed('notion-token', 'Notion token', 'ntn_', '\\d{11}[A-Za-z0-9]{35}', 'ntn_{digit:11}{alnum:35}'),
  keyed('notion-legacy-token', 'Notion token', ['notion'], 'secret_[A-Za-z0-9]{43}', 'secret_{alnum:43}'),
  prefixed(
    'atlassian-token',
    'Atlassian API token',
    'ATATT3',
    String.raw`[\w=-]{100,400}`,
    'ATATT3xFfG{base64url:170}={HEX:8}',
  ),
  keyed(
    'atlassian-legacy-token',
    'Atlassian token',
    ['atlassian', 'jira', 'confluence'],
    '[A-Za-z0-9]{24}',
    '{alnum:24}',
  ),
  prefixed('figma-token', 'Figma token', 'fig', String.raw`[dou]_[\w-]{38,46}`, 'figd_{alnum:40}', {
    keywords: ['figd_', 'figu_', 'figo_'],
  }),
  prefixed('shopify-token', 'Shopify token', 'shp', '(?:at|ca|pa|ss)_[a-fA-F0-9]{32}', 'shpat_{hex:32}', {
    keywords: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
  }),
  keyed('okta-token', 'Okta token', ['okta', 'ssws'], '00[A-Za-z0-9_-]{39}[A-Za-z0-9]', '00{alnum:40}'),
  prefixed(
    'airtable-token',
    'Airtable token',
    'pat',
    String.raw`[A-Za-z0-9]{14}\.[a-f0-9]{64}`,
    'pat{alnum:14}.{hex:64}',
  ),
  prefixed('asana-token', 'Asana token', '1/', String.raw`\d{14,20}:[a-f0-9]{32}`, '1/{digit:16}:{hex:32}', {
    keywords: [...'0123456789'].flatMap(it => [`1/${it}`, `2/${it}`]),
    pattern: /(?:1|2\/\d{14,20})\/\d{14,20}:[a-f0-9]{32}/,
  }),
  prefixed('postman-key', 'Postman key', 'PMAK-', '[A-Za-z0-9]{24}-[A-Za-z0-9]{34}', 'PMAK-{hex:24}-{hex:34}'),
  prefixed('contentful-token', 'Contentful token', 'CFPAT-', String.raw`[\w-]{43}`, 'CFPAT-{base64url:43}'),
  prefixed('facebook-token', 'Facebook access token', 'EAA', '[A-Za-z0-9]{90,400}', 'EAAC{alnum:150}', {
    keywords: ['eaa'],
    // Amid base64 it is a part of something longer.
    pattern: /(?<!\w[+/])EAA[A-Za-z0-9]{90,400}(?![+/=])/,
  }),
  prefixed(
    'nostr-secret-key',
    'Nostr secret key',
    'nsec1',
    '[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}',
    'nsec1{bech32:58}',
    { accept: ({ value }) => confirmBech32(value, 'a Nostr secret key') },
  ),
  prefixed(
    'age-secret-key',
    'age secret key',
    'AGE-SECRET-KEY-',
    '1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}',
    'AGE-SECRET-KEY-1{BECH32:58}',
    {
      accept: ({ value }) => confirmBech32(value, 'an age secret key'),
      misses: ['AGE-SECRET-KEY-1QQPQQ', 'AGE-SECRET-KEY-2{upper:58}', 'age-secret-key-1{lower:58}'],
    },
  ),
  prefixed(
    'onepassword-token',
    '1Password service account token',
    'ops_',
    'eyJ[A-Za-z0-9+/]{250,1000}={0,3}',
    'ops_eyJ{alnum:300}',
  ),
  prefixed(
    'onepassword-secret-key',
    '1Password secret key',
    'A3-',
    '[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}',
    'A3-{uppernum:6}-{uppernum:6}-{uppernum:5}-{uppernum:5}-{uppernum:5}-{uppernum:5}',
  ),
  prefixed('dropbox-token', 'Dropbox token', 'sl.', String.raw`(?:u\.)?[\w-]{130,1400}`, 'sl.B{base64url:140}'),
  prefixed(
    'hubspot-token',
    'HubSpot token',
    'pat-',
    '(?:na|eu|ap)\\d-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}',
    'pat-na1-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}',
    { keywords: ['pat-na', 'pat-eu', 'pat-ap'] },
  ),
  prefixed('ngrok-token', 'ngrok key', 'ngrok', '[A-Za-z0-9_]{40,60}', 'ngrok{alnum:44}', {
    tier: 'possible',
    keywords: ['ngrok'],
  }),
  prefixed(
    'tailscale-key',
    'Tailscale key',
    'tskey-',
    String.raw`[a-z]{2,12}-[A-Za-z0-9][\w-]{18,68}`,
    'tskey-auth-{alnum:12}CNTRL-{alnum:32}',
  ),
  prefixed(
    'harness-key',
    'Harness key',
    'pat.',
    String.raw`[A-Za-z0-9_-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}`,
    'pat.{alnum:22}.{hex:24}.{alnum:20}',
  ),
  keyed('algolia-admin-key', 'Algolia key', ['algolia'], '[A-Za-z0-9]{32}', '{hex:32}'),
  keyed('fastly-token', 'Fastly token', ['fastly'], '[A-Za-z0-9_-]{32}', '{alnum:32}'),
  keyed('twitter-token', 'Twitter token', ['twitter'], 'A{22}[A-Za-z0-9%]{80,100}|[A-Za-z0-9]{35,50}', '{alnum:45}'),
  keyed('facebook-secret', 'Facebook app secret', ['facebook', 'fb_'], '[A-Za-z0-9]{32}', '{hex:32}'),
  keyed(
    'mapbox-token',
    'Mapbox token',
    ['mapbox'],
    String.raw`sk\.eyJ[\w-]{60,100}\.[\w-]{20,24}`,
    'sk.eyJ{alnum:80}.{alnum:22}',
  ),
];

/** A mistyped key is none, but may be one that a line's end has cut. */
function confirmBech32(value: string, title: string): Verdict {
  return isBech32(value)
    ? { reason: `the prefix and the checksum of ${title}` }
    : { tier: 'likely', reason: `the format of ${title}; its checksum does not match` };
}
