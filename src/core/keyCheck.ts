/** Whether a provider still accepts a key; `unknown` where it could not be asked or answered something else. */
export type KeyState = 'live' | 'inactive' | 'unknown';

/** One request that a provider answers differently for a live key, and that changes nothing there. */
export interface KeyCheck {
  /** What a person allows, such as `github`. */
  readonly provider: string;
  /** The provider's name for a person. */
  readonly name: string;
  /** Ids of the detectors whose values are this provider's keys. */
  readonly detectors: readonly string[];
  readonly request: (key: string) => CheckRequest;
  readonly judge: (answer: CheckAnswer) => KeyState;
}

export interface CheckRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface CheckAnswer {
  readonly status: number;
  /** The first units of the body. */
  readonly body: string;
}

/** The check for a detector's values, or undefined where its provider can't be asked. */
export function keyCheckFor(detector: string): KeyCheck | undefined {
  return keyChecks.find(({ detectors }) => detectors.includes(detector));
}

/** What would leave this machine: method, address and place of the key, never the key itself. */
export function whatIsSent({ request }: KeyCheck): string {
  const { method, url, headers, body } = request(mark);
  const header = Object.keys(headers).find(name => headers[name]?.includes(mark));
  const place = header ? `the key in the header ${header}` : 'the key in the address';
  return `${method} ${url.replace(mark, '<key>')} with ${place}${body ? ` and the body ${body}` : ''}`;
}

/** The host that a check talks to. */
export function hostOfCheck({ request }: KeyCheck): string {
  return request(mark).url.split('/')[2] ?? '';
}

const mark = 'KEY';

const accepted = ({ status }: CheckAnswer): KeyState =>
  status >= 200 && status < 300 ? 'live' : status === 401 ? 'inactive' : 'unknown';

/** For keys that may be valid without the right to ask this: only 401 says that nobody knows them. */
const known = (answer: CheckAnswer): KeyState => (answer.status === 403 ? 'live' : accepted(answer));

/** For providers that answer 403 where they don't know the key. */
const refused = (answer: CheckAnswer): KeyState => (answer.status === 403 ? 'inactive' : accepted(answer));

const get =
  (url: string, headers: (key: string) => Readonly<Record<string, string>>) =>
  (key: string): CheckRequest => ({ method: 'GET', url, headers: headers(key) });

const bearer = (url: string, more: Readonly<Record<string, string>> = {}) =>
  get(url, key => ({ Authorization: `Bearer ${key}`, ...more }));

const inHeader = (name: string, url: string, more: Readonly<Record<string, string>> = {}) =>
  get(url, key => ({ [name]: key, ...more }));

function check(
  provider: string,
  name: string,
  detectors: string,
  request: KeyCheck['request'],
  judge: KeyCheck['judge'] = accepted,
): KeyCheck {
  return { provider, name, detectors: detectors.split(' ').map(it => `secret/${it}`), request, judge };
}

/** Every provider that can be asked, from the providers' own API references: reads that need no special right. */
export const keyChecks: readonly KeyCheck[] = [
  check('airtable', 'Airtable', 'airtable-token', bearer('https://api.airtable.com/v0/meta/whoami')),
  check(
    'anthropic',
    'Anthropic',
    'anthropic-key',
    inHeader('x-api-key', 'https://api.anthropic.com/v1/models', { 'anthropic-version': '2023-06-01' }),
    known,
  ),
  check('asana', 'Asana', 'asana-token', bearer('https://app.asana.com/api/1.0/users/me')),
  check('buildkite', 'Buildkite', 'buildkite-token', bearer('https://api.buildkite.com/v2/access-token')),
  check('clickup', 'ClickUp', 'clickup-token', inHeader('Authorization', 'https://api.clickup.com/api/v2/user')),
  check(
    'cloudflare',
    'Cloudflare',
    'cloudflare-api-token cloudflare-scannable-token',
    bearer('https://api.cloudflare.com/client/v4/user/tokens/verify'),
  ),
  check(
    'datadog',
    'Datadog',
    'datadog-key',
    inHeader('DD-API-KEY', 'https://api.datadoghq.com/api/v1/validate'),
    refused,
  ),
  check('digitalocean', 'DigitalOcean', 'digitalocean-token', bearer('https://api.digitalocean.com/v2/account'), known),
  check(
    'discord',
    'Discord',
    'discord-bot-token',
    get('https://discord.com/api/v10/users/@me', key => ({ Authorization: `Bot ${key}` })),
  ),
  check('doppler', 'Doppler', 'doppler-token', bearer('https://api.doppler.com/v3/me'), known),
  check('figma', 'Figma', 'figma-token', inHeader('X-Figma-Token', 'https://api.figma.com/v1/me'), refused),
  check(
    'github',
    'GitHub',
    'github-token github-fine-grained-token',
    bearer('https://api.github.com/user', { Accept: 'application/vnd.github+json', 'User-Agent': 'lockside' }),
    known,
  ),
  check(
    'gitlab',
    'GitLab',
    'gitlab-token',
    inHeader('PRIVATE-TOKEN', 'https://gitlab.com/api/v4/personal_access_tokens/self'),
    known,
  ),
  check('groq', 'Groq', 'groq-key', bearer('https://api.groq.com/openai/v1/models'), known),
  check(
    'heroku',
    'Heroku',
    'heroku-token heroku-api-key',
    bearer('https://api.heroku.com/account', { Accept: 'application/vnd.heroku+json; version=3' }),
    known,
  ),
  check('huggingface', 'Hugging Face', 'huggingface-token', bearer('https://huggingface.co/api/whoami-v2')),
  check(
    'linear',
    'Linear',
    'linear-key',
    key => ({
      method: 'POST',
      url: 'https://api.linear.app/graphql',
      headers: { Authorization: key, 'Content-Type': 'application/json' },
      body: '{"query":"{viewer{id}}"}',
    }),
    judgeLinear,
  ),
  check('netlify', 'Netlify', 'netlify-token', bearer('https://api.netlify.com/api/v1/user')),
  check(
    'notion',
    'Notion',
    'notion-token notion-legacy-token',
    bearer('https://api.notion.com/v1/users/me', { 'Notion-Version': '2022-06-28' }),
    known,
  ),
  check(
    'openai',
    'OpenAI',
    'openai-project-key openai-service-key openai-key',
    bearer('https://api.openai.com/v1/models'),
    known,
  ),
  check('openrouter', 'OpenRouter', 'openrouter-key', bearer('https://openrouter.ai/api/v1/key')),
  check('postman', 'Postman', 'postman-key', inHeader('X-API-Key', 'https://api.getpostman.com/me')),
  check(
    'pulumi',
    'Pulumi',
    'pulumi-token',
    get('https://api.pulumi.com/api/user', key => ({ Authorization: `token ${key}` })),
  ),
  check('replicate', 'Replicate', 'replicate-token', bearer('https://api.replicate.com/v1/account')),
  check('sendgrid', 'SendGrid', 'sendgrid-key', bearer('https://api.sendgrid.com/v3/scopes'), known),
  check(
    'sentry',
    'Sentry',
    'sentry-user-token sentry-org-token',
    bearer('https://sentry.io/api/0/organizations/'),
    known,
  ),
  check(
    'slack',
    'Slack',
    'slack-bot-token slack-user-token slack-legacy-token',
    key => ({ method: 'POST', url: 'https://slack.com/api/auth.test', headers: { Authorization: `Bearer ${key}` } }),
    judgeSlack,
  ),
  check(
    'stripe',
    'Stripe',
    'stripe-secret-key stripe-restricted-key',
    bearer('https://api.stripe.com/v1/account'),
    known,
  ),
  check('supabase', 'Supabase', 'supabase-token', bearer('https://api.supabase.com/v1/projects')),
  check('telegram', 'Telegram', 'telegram-bot-token', key => ({
    method: 'GET',
    url: `https://api.telegram.org/bot${key}/getMe`,
    headers: {},
  })),
  check(
    'terraform-cloud',
    'Terraform Cloud',
    'terraform-cloud-token',
    bearer('https://app.terraform.io/api/v2/account/details'),
  ),
  check('vercel', 'Vercel', 'vercel-token vercel-access-token', bearer('https://api.vercel.com/v2/user'), known),
  check('xai', 'xAI', 'xai-key', bearer('https://api.x.ai/v1/api-key')),
];

/** Slack answers 200 in any case and says in the body. */
function judgeSlack({ status, body }: CheckAnswer): KeyState {
  if (status !== 200) return 'unknown';
  if (/"ok"\s*:\s*true/.test(body)) return 'live';
  return /"(?:invalid_auth|account_inactive|token_revoked|token_expired|not_authed)"/.test(body)
    ? 'inactive'
    : 'unknown';
}

/** GraphQL says in the body what went wrong, under whichever status. */
function judgeLinear({ status, body }: CheckAnswer): KeyState {
  if (body.includes('AUTHENTICATION_ERROR')) return 'inactive';
  return status === 200 && !body.includes('"errors"') ? 'live' : 'unknown';
}
