import { judgePlaced } from '../judge/judgePlaced';
import { judgeTold } from '../judge/judgeTold';
import type { Detector, Match, Verdict } from './detector';
import { isRemark } from './isRemark';
import { placed } from './placed';

const secretNoun =
  '(?:password|passphrase|passcode|passwort|kennwort|contraseña|senha|wachtwoord|mot de passe|pw|pwd|token|secret|api[ -]?key|credentials?)';
const value = String.raw`(?<secret>[^\s"'\x60*<>|{}\\“”«»„]{6,200})`;

/** Secrets that stand before the word for them, or beside the user or the machine that they belong to. */
export const noted: readonly Detector[] = [
  {
    ...placed('named-password', 'password in a text', {
      at: [
        ' is the ',
        ' as the ',
        ' is my ',
        ' is our ',
        ' as my ',
        ' as password',
        ' ist das ',
        ' als passwort',
        ' est le ',
        ' es la ',
        ' to log in',
        ' to login',
        ' to sign in',
        ' to unlock',
        ' to connect',
      ],
      pattern: new RegExp(
        String.raw`(?: (?:is|as|ist|als|est|es) (?:(?:the|my|our|your|das|le|la|new|old|[a-z]{2,12}) ){0,4}${secretNoun}(?![a-z_]|-[a-z])| to (?:log ?in|sign in|unlock|connect)\b)(?<=(?:^|[\s"'\x60(“«„]|\\[nrt])${value}\\?["'\x60)”»]{0,2} (?:is|as|ist|als|est|es|to) .{0,80})`,
        'i',
      ),
      says: '',
      hits: [
        'Note that ‹{alnum:9}7a› is the new password.',
        'use "‹{alnum:9}7a›" as the password',
        'Use ‹{alnum:9}7a› to log in.',
        '‹{alnum:9}7a› ist das neue Passwort',
      ],
      misses: [
        'The SHA256 is the password hash',
        'OAuth2 is the token flow',
        'use {hex:40} to connect',
        'Use Auth0 to log in.',
        'version 2.14.0 is the API key release',
      ],
    }),
    tier: 'possible',
    accept: judgeNamed,
  },
  {
    ...placed('noted-login', 'password beside a user', {
      at: [
        'creds',
        'credentials',
        'zugangsdaten',
        'identifiants',
        'credenciales',
        'vpn:',
        'vpn -',
        'wifi:',
        'wi-fi',
        'wlan:',
        'login ',
        'login:',
        'log in as',
        'logged in as',
        'admin / ',
        'admin/',
        'admin:',
        'root / ',
        'root/',
        'root:',
        'ssh ',
      ],
      pattern:
        /(?:(?:creds|credentials|zugangsdaten|identifiants|credenciales|vpn|wi-?fi|wlan|log(?:ged)? in as|login)\b(?: (?:are|is|key|for \w{1,20}))?(?:\s?[:=–—]|\s)\s{0,3}["'`]?(?:[\w.@+-]{2,60}["'`]?\s{0,2}(?:\/|:|,|\||;|\band\b|\bund\b|\bet\b|\by\b| (?=\S{6,100}\s{0,4}$)| with(?: the)? (?:password|pw|pass))\s{0,2})?["'`]?|(?:(?<![\w./@-])|(?<=\\[nrt]))(?:admin|root)\s?[/:]\s?["'`]?|ssh(?: -\w(?: \S{1,60})?){0,3} [\w.-]{1,40}@[\w.-]{1,80}(?::\d{1,5})?\s{0,2}(?:[(,;/–—-]|pw:?|pass(?:word)?:?|with)\s{0,2}["'`]?)(?<secret>[^\s"'`*<>|{}\\()]{6,100})/i,
      says: '',
      hits: [
        'creds: bob / ‹{alnum:9}7a›',
        'VPN: bob / ‹{alnum:9}7a›',
        'ssh root@10.0.0.5 (‹{alnum:9}7a›)',
        'admin / ‹{alnum:9}7a›',
        'login bob:‹{alnum:9}7a›',
        'the credentials are bob and ‹{alnum:9}7a›',
      ],
      misses: [
        'login via OAuth2/OIDC',
        'root: /usr/share/nginx/html',
        'credentials: include',
        'admin/user2/settings',
        'ssh git@github.com (ed25519)',
        'wifi: WPA2/WPA3',
        'root:x:0:0:root:/root:/bin/bash',
      ],
    }),
    tier: 'possible',
    accept: ({ value: it, start, at, text, source }) =>
      isRemark(text, at, source?.path) ? judgeBare(it, start, text) : undefined,
  },
  {
    ...placed('webhook-address', 'address that lets anybody in', {
      at: [
        '://hook',
        'webhook',
        '/hook',
        '/invite/',
        '/invitation/',
        '/reset',
        '/verify/',
        '/confirm/',
        '/magic/',
        '/activate/',
        '/share/',
      ],
      pattern:
        /(?:(?::\/\/hooks?\.|webhooks?[./-]|\/hooks?\/)[^\s"'<>?#]{0,160}?\/|\/(?:invite|invitation|reset(?:[-_]password)?|verify|confirm|magic|activate|share)\/)(?<secret>[\w-]{20,200})(?=[\s"'`<>/?#&),.\\]|$)/i,
      says: '',
      hits: [
        'https://hooks.{lower:6}.com/services/T0123/‹{alnum:30}7a›',
        'https://{lower:6}.com/api/webhooks/{digit:6}/‹{alnum:40}7a›',
        'see https://{lower:6}.com/invite/‹{alnum:30}7a›',
      ],
      misses: [
        'https://{lower:6}.com/webhooks/{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}',
        'https://docs.{lower:6}.com/webhooks/how-to-create-one-for-your-team',
        'https://github.com/x/y/commit/{hex:40}',
      ],
    }),
    accept: ({ value: it }) =>
      judgeTold(it) === 'strong' && !/^[\da-f]{8}-|^[\da-f]{40}$/i.test(it)
        ? { reason: 'whoever knows the address can use it' }
        : undefined,
  },
  {
    ...placed('client-token', 'token of a client', {
      at: ['client(', 'client::new(', 'client.new(', 'api(', 'sdk(', 'bot(', 'provider(', ")('", ')("'],
      pattern:
        /(?:(?:client|api|sdk|bot|provider)(?:::new|\.new)?|\))\(\s{0,2}\\?["'](?<secret>[\w+/=.~-]{20,200})\\?["']\s{0,2}[,)]/i,
      says: '',
      hits: [
        'client = AcmeClient("‹{alnum:38}7a›")',
        "const acme = load('acme')('‹{alnum:38}7a›');",
        'let c = Client::new("‹{alnum:38}7a›");',
      ],
      misses: [
        "client('some-name-of-a-service-v2')",
        'HttpClient("{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}")',
        "load('x')('./path/to/some/module2.js')",
      ],
    }),
    tier: 'possible',
    accept: ({ value: it }) =>
      judgeTold(it) === 'strong' && !/^[\da-f]{8}-|^[\da-f]{40,}$/i.test(it)
        ? { reason: 'a client is made with it alone' }
        : undefined,
  },
  {
    ...placed('vendor-value', 'value called after a vendor', {
      at: 'openai,anthropic,stripe,sendgrid,mailgun,twilio,github,gitlab,slack,discord,telegram,datadog,newrelic,sentry,cloudflare,digitalocean,heroku,vercel,netlify,supabase,pinecone,mistral,cohere,replicate,huggingface,deepgram,elevenlabs,algolia,mapbox,shopify,paypal,braintree,plaid,auth0,okta,segment,amplitude,mixpanel,intercom,zendesk,hubspot,airtable,notion,linear,jira,grafana,pagerduty,snyk,sonar,artifactory,dockerhub,npm,pypi'
        .split(',')
        .flatMap(it => [`${it}=`, `${it}: `, `${it}":`, `${it}\\":`, `${it} =`]),
      pattern: /\w{3,16}\\?"?\s?[:=]\s{0,3}\\?["']?(?<secret>[\w+/=.~-]{24,200})(?=\\?["']?(?:[\s,;}\\]|$))/i,
      says: '',
      hits: ['OPENAI=‹{alnum:38}7a›\n', '"stripe": "‹{alnum:38}7a›",', 'sendgrid: ‹{alnum:38}7a›\n'],
      misses: [
        'github: {hex:40}',
        'stripe = createStripeClientFromEnvironment(1)',
        '"sentry": "^8.12.0-beta.1+build.20240102030405"',
        'npm: {hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}',
      ],
    }),
    tier: 'possible',
    accept: ({ value: it }) =>
      judgeTold(it) === 'strong' && !/^[\da-f]{8}-|^[\da-f]{40,}$/i.test(it)
        ? { reason: "a vendor's name is given it, and nothing else" }
        : undefined,
  },
];

function judgeNamed({ text, at, groups }: Match): Verdict | undefined {
  const whole = groups.secret ?? '';
  const start = text.lastIndexOf(whole, at);
  const isToken = / (?:token|secret|key)/i.test(text.slice(at, at + 60));
  const told = judgeTold(whole);
  const unsure = / to /.test(text.slice(at, at + 4)) || isToken;
  if (told === undefined || (unsure && told !== 'strong') || /^[\da-f]{40}$|^[\da-f]{8}-/i.test(whole))
    return undefined;
  return { start, end: start + whole.length, reason: 'a sentence calls it so' };
}

function judgeBare(whole: string, start: number, text: string): Verdict | undefined {
  const bare = whole.replace(/[.,;:]+$/, '');
  const told = judgeTold(bare);
  if (told === undefined || /[/:]\w+[/:]|^[\w-]+\/[\w/-]*$/.test(bare)) return undefined;
  const verdict =
    text[start + whole.length] === '(' ? undefined : judgePlaced(bare, "it follows a user's name", 'none');
  const ends = /^[.)\]"'`]{0,2}[ \t]{0,20}(?:[\r\n]|\\n|$)/.test(
    text.slice(start + bare.length, start + bare.length + 24),
  );
  const tier = told === 'strong' && ends ? verdict?.tier : 'possible';
  return verdict && tier && { ...verdict, tier, start, end: start + bare.length };
}
