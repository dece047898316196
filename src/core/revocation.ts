import type { Finding } from './model';

/** Where and how a leaked value is made worthless. */
export interface Revocation {
  /** One or two sentences for a person. */
  readonly how: string;
  /** The provider's own page for it, where there is one. */
  readonly url?: string;
}

/** What to do when a value has left: on its provider's page where that is known, else by what kind of thing it is. */
export function revocationOf({
  detector,
  title,
  kind,
}: Pick<Finding, 'detector' | 'title' | 'kind'>): Revocation | undefined {
  if (kind !== 'secret') return undefined;
  const name = detector.slice(detector.indexOf('/') + 1);
  const special = specials.find(({ names }) => names.test(name));
  const url = pageOf(name);
  if (special) return { how: special.how, ...(url ? { url } : {}) };
  return url
    ? { how: 'Revoke it on the provider’s page, make a new one there, and put that where the old one is used.', url }
    : {
        how: `Sign in to the account that this ${title} belongs to, revoke it there, and put a new one where it is used.`,
      };
}

/** The longest name of the table that a detector's name begins with. */
function pageOf(name: string): string | undefined {
  for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 1)) {
    const page = pages[name.slice(0, end)];
    if (page) return page;
  }
  return undefined;
}

/** Kinds whose making worthless takes more, or another thing, than a click on "revoke". */
const specials: readonly { readonly names: RegExp; readonly how: string }[] = [
  {
    names: /^aws-(?:access-key|secret-access)/,
    how: 'Make a second access key, switch over to it, deactivate this one and delete it; then look through CloudTrail for what was done with it.',
  },
  { names: /^aws-session/, how: 'It expires by itself; until then revoke the active sessions of its role in IAM.' },
  {
    names: /^(?:google|gcp).*(?:service-account|private-key)|service-account/,
    how: 'Delete this key of the service account and make a new one; better, let the workload sign in without a key.',
  },
  {
    names: /private-key|openssh|pem|pgp|putty|age-secret|wireguard|nkey|minisign/,
    how: 'Make a new key pair, replace the public key wherever it is trusted (authorized_keys, certificates, peers), and revoke the certificates made with it.',
  },
  {
    names:
      /(?:ethereum|bitcoin|solana|wallet)-(?:private-|secret-)?(?:key|seed)$|mnemonic|seed-phrase|wallet-import|extended-private/,
    how: 'A wallet’s key can’t be revoked: move what it holds to a new wallet at once.',
  },
  {
    names:
      /^(?:url|dsn|connection-string|database|command|jdbc|odbc|ftp|smtp|ldap|redis|mongo|postgres|mysql)\w*-(?:password|credentials?)/,
    how: 'Change this account’s password on the server that the address names, and look through its log for sign-ins.',
  },
  {
    names: /^jwt|^session|-session$|cookie/,
    how: 'End the session at its issuer; if it lives long, change the key that signs such tokens.',
  },
  {
    names: /webhook|deploy-hook|build-hook|feed|calendar/,
    how: 'Delete this address where it was made and make a new one: whoever knows it can use it.',
  },
  {
    names: /^(?:basic-auth|htpasswd|netrc|pgpass)/,
    how: 'Change this account’s password on the server it signs in to.',
  },
  {
    names: /^(?:generic|bearer-token|token-header|assignment)/,
    how: 'Find out which service accepts it, make it worthless there (new password, revoked token), and put the new one outside the repository.',
  },
  { names: /^stripe-/, how: 'Roll the key in the dashboard; the old one can end at once or after some hours.' },
  { names: /^slack-/, how: 'Revoke the token with auth.revoke or on the app’s page, and install the app anew.' },
  {
    names: /^github-(?:token|fine)/,
    how: 'Delete the token in the settings; then look through the security log for what was done with it.',
  },
];

/** First parts of detectors' names → the page where their keys are revoked, from the providers' own documentation. */
const pages: Readonly<Record<string, string>> = {
  adafruit: 'https://io.adafruit.com/',
  airtable: 'https://airtable.com/create/tokens',
  algolia: 'https://dashboard.algolia.com/account/api-keys/all',
  anthropic: 'https://console.anthropic.com/settings/keys',
  asana: 'https://app.asana.com/0/my-apps',
  atlassian: 'https://id.atlassian.com/manage-profile/security/api-tokens',
  aws: 'https://console.aws.amazon.com/iam/home#/security_credentials',
  azure: 'https://portal.azure.com/',
  'azure-ad': 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  'azure-devops': 'https://dev.azure.com/',
  bitbucket: 'https://bitbucket.org/account/settings/app-passwords/',
  buildkite: 'https://buildkite.com/user/api-access-tokens',
  circleci: 'https://app.circleci.com/settings/user/tokens',
  clickup: 'https://app.clickup.com/settings/apps',
  cloudflare: 'https://dash.cloudflare.com/profile/api-tokens',
  cohere: 'https://dashboard.cohere.com/api-keys',
  confluent: 'https://confluent.cloud/settings/api-keys',
  contentful: 'https://app.contentful.com/account/profile/cma_tokens',
  databricks: 'https://docs.databricks.com/dev-tools/auth/pat.html',
  datadog: 'https://app.datadoghq.com/organization-settings/api-keys',
  deepseek: 'https://platform.deepseek.com/api_keys',
  digitalocean: 'https://cloud.digitalocean.com/account/api/tokens',
  discord: 'https://discord.com/developers/applications',
  docker: 'https://app.docker.com/settings/personal-access-tokens',
  doppler: 'https://dashboard.doppler.com/',
  dropbox: 'https://www.dropbox.com/developers/apps',
  elevenlabs: 'https://elevenlabs.io/app/settings/api-keys',
  facebook: 'https://developers.facebook.com/apps/',
  fastly: 'https://manage.fastly.com/account/personal/tokens',
  figma: 'https://www.figma.com/settings',
  fireworks: 'https://app.fireworks.ai/settings/users/api-keys',
  fly: 'https://fly.io/tokens',
  github: 'https://github.com/settings/tokens',
  'github-secret': 'https://github.com/settings/developers',
  gitlab: 'https://gitlab.com/-/user_settings/personal_access_tokens',
  google: 'https://console.cloud.google.com/apis/credentials',
  grafana: 'https://grafana.com/orgs',
  groq: 'https://console.groq.com/keys',
  heroku: 'https://dashboard.heroku.com/account',
  hubspot: 'https://app.hubspot.com/private-apps/',
  huggingface: 'https://huggingface.co/settings/tokens',
  intercom: 'https://app.intercom.com/a/apps/_/developer-hub',
  langsmith: 'https://smith.langchain.com/settings',
  launchdarkly: 'https://app.launchdarkly.com/settings/authorization',
  linear: 'https://linear.app/settings/api',
  mailchimp: 'https://us1.admin.mailchimp.com/account/api/',
  mailgun: 'https://app.mailgun.com/settings/api_security',
  mapbox: 'https://account.mapbox.com/access-tokens/',
  mistral: 'https://console.mistral.ai/api-keys/',
  'mongodb-atlas': 'https://cloud.mongodb.com/v2#/preferences/publicApi',
  neon: 'https://console.neon.tech/app/settings/api-keys',
  netlify: 'https://app.netlify.com/user/applications',
  'new-relic': 'https://one.newrelic.com/api-keys',
  newrelic: 'https://one.newrelic.com/api-keys',
  notion: 'https://www.notion.so/my-integrations',
  okta: 'https://developer.okta.com/docs/guides/create-an-api-token/',
  openai: 'https://platform.openai.com/api-keys',
  openrouter: 'https://openrouter.ai/settings/keys',
  pagerduty: 'https://support.pagerduty.com/docs/api-access-keys',
  paypal: 'https://developer.paypal.com/dashboard/applications/',
  perplexity: 'https://www.perplexity.ai/settings/api',
  pinecone: 'https://app.pinecone.io/',
  plaid: 'https://dashboard.plaid.com/developers/keys',
  planetscale: 'https://app.planetscale.com/',
  postman: 'https://web.postman.co/settings/me/api-keys',
  pulumi: 'https://app.pulumi.com/account/tokens',
  render: 'https://dashboard.render.com/u/settings#api-keys',
  replicate: 'https://replicate.com/account/api-tokens',
  sendgrid: 'https://app.sendgrid.com/settings/api_keys',
  sentry: 'https://sentry.io/settings/account/api/auth-tokens/',
  shopify: 'https://partners.shopify.com/',
  slack: 'https://api.slack.com/apps',
  snyk: 'https://app.snyk.io/account',
  sonar: 'https://sonarcloud.io/account/security',
  square: 'https://developer.squareup.com/apps',
  stripe: 'https://dashboard.stripe.com/apikeys',
  supabase: 'https://supabase.com/dashboard/account/tokens',
  telegram: 'https://t.me/BotFather',
  'terraform-cloud': 'https://app.terraform.io/app/settings/tokens',
  together: 'https://api.together.ai/settings/api-keys',
  travis: 'https://app.travis-ci.com/account/preferences',
  twilio: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
  twitter: 'https://developer.x.com/en/portal/projects-and-apps',
  vercel: 'https://vercel.com/account/settings/tokens',
  wandb: 'https://wandb.ai/settings',
  xai: 'https://console.x.ai/',
  zoom: 'https://marketplace.zoom.us/user/build',
};
