import type { Detector } from './detector';
import { keyed } from './keyed';
import { prefixed } from './prefixed';

/** Keys of services that send mail and messages. */
export const messaging: readonly Detector[] = [
  prefixed('sendgrid-key', 'SendGrid key', 'SG.', String.raw`[\w-]{22}\.[\w-]{43}`, 'SG.{base64url:22}.{base64url:43}'),
  prefixed('mailgun-key', 'Mailgun key', 'key-', '[a-z0-9]{32}', 'key-{hex:32}', { tier: 'likely' }),
  {
    id: 'secret/mailchimp-key',
    title: 'Mailchimp key',
    severity: 'error',
    tier: 'certain',
    keywords: ['-us'],
    lead: 32,
    pattern: /(?<![\w-])[a-f0-9]{32}-us\d{1,2}/,
    hits: ['MAILCHIMP_KEY=‹{hex:32}-us14›', '"apikey": "‹{hex:32}-us2›"', "('‹{hex:32}-us20›')"],
    misses: ['{hex:30}-us14', '{hex:40}-us14', '{hex:32}-use'],
  },
  prefixed('brevo-key', 'Brevo key', 'xkeysib-', String.raw`[\w-]{81}`, 'xkeysib-{hex:64}-{alnum:16}'),
  prefixed('resend-key', 'Resend key', 're_', '[A-Za-z0-9]{8}_[A-Za-z0-9]{24}', 're_{alnum:8}_{alnum:24}'),
  prefixed('twilio-api-key', 'Twilio API key', 'SK', '[A-Fa-f0-9]{32}', 'SK{hex:32}', {
    tier: 'likely',
    keywords: [
      'sk0',
      'sk1',
      'sk2',
      'sk3',
      'sk4',
      'sk5',
      'sk6',
      'sk7',
      'sk8',
      'sk9',
      'ska',
      'skb',
      'skc',
      'skd',
      'ske',
      'skf',
    ],
  }),
  keyed('twilio-auth-token', 'Twilio auth token', ['twilio'], '[a-f0-9]{32}', '{hex:32}'),
  keyed(
    'postmark-token',
    'Postmark token',
    ['postmark'],
    '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
    '{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}',
  ),
  keyed('sparkpost-key', 'SparkPost key', ['sparkpost'], '[A-Za-z0-9]{40}', '{alnum:40}'),
  keyed('messagebird-key', 'MessageBird key', ['messagebird', 'message_bird'], '[A-Za-z0-9_-]{25}', '{alnum:25}'),
  keyed('nexmo-secret', 'Vonage secret', ['nexmo', 'vonage'], '[A-Za-z0-9_-]{16}', '{alnum:16}'),
  keyed('mailjet-key', 'Mailjet key', ['mailjet'], '[A-Za-z0-9]{32}', '{hex:32}'),
  prefixed('onesignal-key', 'OneSignal key', 'os_v2_', '(?:app|org)_[a-z2-7]{103}', 'os_v2_app_{lower:103}'),
];
