import { address } from './address';
import type { Detector } from './detector';
import { near } from './near';
import { token } from './token';

/** Further forms of keys whose vendors have their main form in another family. */
export const moreForms: readonly Detector[] = [
  token(
    'flutterwave-encryption-key',
    'Flutterwave encryption key',
    'FLWSECK_TEST{hex:12} | FLWSECK_TEST-{lowernum:12}',
  ),
  token('gitlab-incoming-mail-token', 'GitLab incoming mail token', 'glimt-{base64url:25}'),
  token('gitlab-feature-flags-token', 'GitLab feature flags token', 'glffct-{base64url:20}'),
  address('gitlab-session', 'GitLab session', '_gitlab_session=', '{hex:32}'),
  token('harness-service-token', 'Harness service token', 'sat.{base64url:22}.{alnum:24}.{alnum:20}'),
  near('intercom-key', 'Intercom key', 'intercom', '{base64url:60} | {base64:59}= | {base64:58}=='),
  near(
    'linear-secret',
    'Linear client secret',
    'linear-client|linear-secret|linear-api|linear-oauth|linear',
    '{hex:32}',
  ),
  near('netlify-legacy-token', 'Netlify token', 'netlify', '{base64url:40-46}'),
  near('private-ai-token', 'Private AI token', 'private-ai|privateai', '{alnum:32}'),
  token('settlemint-token', 'SettleMint token', 'sm_(aat|pat|sat)_{alnum:16}'),
  near('sidekiq-credentials', 'Sidekiq credentials', 'contribsys|sidekiq', '{hex:8}:{hex:8}'),
  near('twitter-api-key', 'Twitter API key', 'twitter|tweepy', '{alnum:25}'),
  near('rapidapi-legacy-key', 'RapidAPI key', 'rapidapi|rapid-api', '{base64url:50}'),
  near('sendbird-api-token', 'Sendbird API token', 'sendbird', '{UUID} | {uuid}'),
  near('messagebird-client', 'MessageBird signing key', 'messagebird|message-bird', '{uuid}'),
  near('kraken-legacy-key', 'Kraken key', 'kraken', '{base64url:80-90}'),
  near('new-relic-legacy-key', 'New Relic key', 'newrelic|new-relic', '{hex:40} | {alnum:64} | {word:4}-{word:42}'),
  near('mapbox-secret-token', 'Mapbox secret token', 'mapbox', 'sk.{base64url:60-180}.{base64url:20-24}'),
  token('mapbox-access-token', 'Mapbox secret token', 'sk.eyJ1{base64url:40-180}.{base64url:20-24}'),
  near('sentry-legacy-token', 'Sentry client secret', 'sentry', '{hex:32}'),
  near('grafana-legacy-secret', 'Grafana secret', 'grafana', '{hex:32} | {base64url:40}'),
  near('cloudflare-account-key', 'Cloudflare key', 'cloudflare|cf-account|cf-api', '{base64url:37} | {base64url:40}'),
  near('digitalocean-legacy-token', 'DigitalOcean token', 'digitalocean|digital-ocean|do-token', '{base64url:64}'),
  near('twilio-secret', 'Twilio API secret', 'twilio', '{alnum:32}'),
  near('nexmo-legacy-secret', 'Vonage signature secret', 'nexmo|vonage', '{alnum:50} | {alnum:64}'),
  near('slack-signing-secret', 'Slack signing secret', 'slack-signing|slack-client|slack-secret|slack', '{hex:32}'),
  near('shopify-legacy-key', 'Shopify secret', 'shopify', '{hex:32}'),
  near('circleci-legacy-token', 'CircleCI token', 'circle-ci|circleci|circle-token', '{hex:40}'),
  near('buildkite-legacy-token', 'Buildkite token', 'buildkite', '{lowernum:40} | {lowernum:50}'),
  near('heroku-oauth-token', 'Heroku token', 'heroku', '{hex:64}'),
  near('mailchimp-legacy-key', 'Mailchimp key', 'mailchimp', '{hex:32}'),
];
