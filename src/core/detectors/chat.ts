import type { Detector } from './detector';
import { keyed } from './keyed';
import { prefixed } from './prefixed';

/** Tokens and webhooks of chat services. */
export const chat: readonly Detector[] = [
  prefixed(
    'slack-bot-token',
    'Slack bot token',
    'xoxb-',
    String.raw`\d{8,14}-(?:\d{8,14}-)?[A-Za-z0-9]{18,34}`,
    'xoxb-{digit:12}-{digit:13}-{alnum:24}',
  ),
  prefixed(
    'slack-user-token',
    'Slack user token',
    'xox',
    String.raw`[pe](?:-\d{9,14}){3}-[A-Za-z0-9]{26,36}`,
    'xoxp-{digit:12}-{digit:12}-{digit:13}-{hex:32}',
    {
      keywords: ['xoxp-', 'xoxe-'],
      misses: [
        'xoxp-{digit:12}-{hex:32}',
        'xoxp{dash:1}your-token-here',
        'axoxp-{digit:12}-{digit:12}-{digit:13}-{hex:32}',
      ],
    },
  ),
  prefixed(
    'slack-legacy-token',
    'Slack legacy token',
    'xox',
    String.raw`[osarcd]-(?:\d-)?(?:\d{1,16}-){0,4}[A-Za-z0-9%/+_-]{8,300}={0,2}`,
    'xoxs-{digit:11}-{digit:11}-{digit:11}-{hex:10}',
    {
      keywords: ['xoxo-', 'xoxs-', 'xoxa-', 'xoxr-', 'xoxc-', 'xoxd-'],
      accept: ({ value }) => (/\d\D*\d/.test(value) ? {} : undefined),
      misses: ['xoxo-love', 'xoxa-{lower:12}', 'zxoxs-{digit:11}-{digit:11}-{digit:11}-{hex:10}'],
    },
  ),
  prefixed(
    'slack-app-token',
    'Slack app token',
    'xapp-',
    String.raw`\d-[A-Z0-9]{6,16}-\d{6,16}-[a-z0-9]{20,100}`,
    'xapp{dash:1}1-A{uppernum:10}-{digit:13}-{hex:64}',
  ),
  prefixed(
    'slack-configuration-token',
    'Slack configuration token',
    'xoxe.',
    String.raw`(?:xox[bp]-\d-[A-Za-z0-9]{160,180})`,
    'xoxe.xoxp-1-{alnum:166}',
  ),
  prefixed(
    'slack-refresh-token',
    'Slack refresh token',
    'xoxe-',
    String.raw`\d-[A-Za-z0-9]{146}`,
    'xoxe-1-{alnum:146}',
  ),
  {
    id: 'secret/slack-webhook',
    title: 'Slack webhook',
    severity: 'error',
    tier: 'certain',
    keywords: ['hooks.slack.com'],
    pattern:
      /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z0-9]{8,14}\/[A-Za-z0-9]{8,18}\/[A-Za-z0-9]{20,50})/,
    hits: [
      'https://hooks.slack.com/services/‹T{uppernum:10}/B{uppernum:10}/{alnum:24}›',
      'webhook: "https://hooks.slack.com/services/‹T{uppernum:8}/B{uppernum:8}/{alnum:24}›"',
      "curl -X POST 'https://hooks.slack.com/workflows/‹T{uppernum:8}/A{uppernum:8}/{alnum:24}›'",
    ],
    misses: [
      'https://hooks.slack.com/services/',
      'https://hooks.slack.com/services/T{zero:8}/B{zero:8}/{X:24}',
      'https://slack.com/services/T{uppernum:8}/B{uppernum:8}/{alnum:24}',
    ],
  },
  {
    id: 'secret/discord-bot-token',
    title: 'Discord bot token',
    severity: 'error',
    tier: 'likely',
    keywords: ['discord', 'bot', 'token', 'login'],
    pattern:
      /(?:discord|bot|token|login)[^\n]{0,40}?(?<![\w-])(?<secret>[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38})/i,
    // Its first part is the bot's number in base64, so only some letters stand at each place.
    accept: ({ value }) =>
      /^(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){5}/.test(value)
        ? { tier: 'certain', reason: 'the format of a Discord bot token, with a number in its first part' }
        : {},
    hits: [
      'DISCORD_TOKEN=‹M{alnum:23}.{alnum:6}.{alnum:27}›',
      'bot.login("‹N{alnum:25}.{alnum:6}.{alnum:38}›")',
      "token: '‹M{alnum:25}.{alnum:6}.{alnum:38}›'",
      "client.login('‹M{alnum:23}.{alnum:6}.{alnum:27}›');",
    ],
    misses: [
      'token: M{alnum:10}.{alnum:6}.{alnum:27}',
      'token = {alnum:24}.{alnum:5}.{alnum:27}',
      'discord.js Message.content.toLowerCase',
    ],
  },
  {
    id: 'secret/discord-webhook',
    title: 'Discord webhook',
    severity: 'error',
    tier: 'certain',
    keywords: ['/api/webhooks/'],
    pattern: /\/api\/webhooks\/\d{17,20}\/(?<secret>[\w-]{60,72})/,
    hits: [
      'https://discord.com/api/webhooks/{digit:18}/‹{alnum:68}›',
      '"url": "https://discordapp.com/api/webhooks/{digit:19}/‹{alnum:68}›"',
      "hook('https://ptb.discord.com/api/webhooks/{digit:18}/‹{alnum:68}›')",
    ],
    misses: ['/api/webhooks/{digit:18}', '/api/webhooks/{digit:18}/{alnum:20}', '/api/webhooks/id/{alnum:68}'],
  },
  {
    id: 'secret/telegram-bot-token',
    title: 'Telegram bot token',
    severity: 'error',
    tier: 'certain',
    keywords: [':aa'],
    lead: 11,
    pattern: /(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])/,
    boundary: 'none',
    hits: [
      'TELEGRAM_TOKEN=‹{digit:10}:AA{alnum:33}›',
      'https://api.telegram.org/bot‹{digit:9}:AA{alnum:33}›/getMe',
      '"token": "‹{digit:10}:AA{alnum:33}›"',
    ],
    misses: ['{digit:6}:AA{alnum:33}', '{digit:10}:AA{alnum:20}', '{digit:10}:AB{alnum:33}', '{digit:12}:AA{alnum:33}'],
  },
  {
    id: 'secret/teams-webhook',
    title: 'Microsoft Teams webhook',
    severity: 'error',
    tier: 'certain',
    keywords: ['.webhook.office.com'],
    pattern:
      /\.webhook\.office\.com\/webhookb2\/(?<secret>[a-f0-9-]{36}@[a-f0-9-]{36}\/IncomingWebhook\/[a-z0-9]{32}\/[a-f0-9-]{36}(?:\/[\w-]{20,60})?)/i,
    hits: ['https://{lower:8}', '"', "'"].map(
      before =>
        `${before}a.webhook.office.com/webhookb2/‹{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}@{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}/IncomingWebhook/{hex:32}/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}›`,
    ),
    misses: [
      'https://a.webhook.office.com/webhookb2/',
      'https://a.webhook.office.com/webhookb2/{hex:36}',
      'https://office.com/IncomingWebhook/{hex:32}/{hex:8}',
    ],
  },
  keyed('mattermost-token', 'Mattermost token', ['mattermost'], '[a-z0-9]{26}', '{lowernum:26}'),
  prefixed(
    'matrix-token',
    'Matrix access token',
    'syt_',
    '[A-Za-z0-9+/=]{2,60}_[A-Za-z0-9]{20}_[A-Za-z0-9]{6}',
    'syt_{alnum:12}_{alnum:20}_{alnum:6}',
  ),
];
