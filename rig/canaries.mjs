// Secrets to plant, made at run time. On purpose these share nothing with the detectors in src: formats come from the
// providers' own documentation, so that a mistake there doesn't hide behind the same mistake here.
import { createHmac, generateKeyPairSync } from 'node:crypto';
import * as zlib from 'node:zlib';
import { alphanumeric, base32, base64url, digits, hex, letters, upper } from './random.mjs';

/**
 * One secret of each kind: `{kind, key, value, needles}`. `key` is the name it would have in a settings file; a needle is
 * the part that must not get out, where the value also holds harmless parts such as a host.
 */
export function makeCanaries(random) {
  return Object.entries(makers).map(([kind, make]) => {
    const made = make(random);
    const { key, value, needles } = typeof made === 'string' ? { value: made } : made;
    return { kind, key: key ?? kind.toUpperCase().replaceAll('-', '_'), value, needles: needles ?? [value] };
  });
}

const makers = {
  'github-token': r => withChecksum('ghp_', r.chars(alphanumeric, 30)),
  'github-fine-grained-token': r => `github_pat_${r.chars(alphanumeric, 22)}_${r.chars(alphanumeric, 59)}`,
  'gitlab-token': r => `glpat-${r.chars(alphanumeric, 20)}`,
  'npm-token': r => withChecksum('npm_', r.chars(alphanumeric, 30)),
  'pypi-token': r => `pypi-AgEIcHlwaS5vcmc${r.bytes(120).toString('base64url')}`,
  'aws-access-key-id': r => `AKIA${r.chars(base32, 16)}`,
  'aws-secret-access-key': r => r.bytes(30).toString('base64'),
  'google-api-key': r => `AIza${r.chars(base64url, 34)}${r.chars(alphanumeric, 1)}`,
  'google-client-secret': r => `GOCSPX-${r.chars(base64url, 27)}${r.chars(alphanumeric, 1)}`,
  'azure-storage-connection': r => {
    const secret = r.bytes(64).toString('base64');
    const account = `store${r.chars(hex, 6)}`;
    const value = `DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${secret};EndpointSuffix=core.windows.net`;
    return { value, needles: [secret] };
  },
  'digitalocean-token': r => `dop_v1_${r.chars(hex, 64)}`,
  'databricks-token': r => `dapi${r.chars(hex, 32)}`,
  'openai-key': r => `sk-proj-${r.chars(alphanumeric, 74)}T3BlbkFJ${r.chars(alphanumeric, 74)}`,
  'anthropic-key': r => `sk-ant-api03-${r.chars(alphanumeric, 93)}AA`,
  'huggingface-token': r => `hf_${r.chars(letters, 34)}`,
  'slack-bot-token': r => `xoxb-${r.chars(digits, 12)}-${r.chars(digits, 12)}-${r.chars(alphanumeric, 24)}`,
  'slack-webhook': r => {
    const secret = r.chars(alphanumeric, 24);
    const path = `T${r.chars(upper, 8)}/B${r.chars(upper, 8)}/${secret}`;
    return { value: `https://hooks.slack.com/services/${path}`, needles: [secret] };
  },
  'discord-bot-token': r => {
    const id = Buffer.from(`1${r.chars('123456789', 17)}`).toString('base64url');
    return { value: `${id}.G${r.chars(alphanumeric, 5)}.${r.chars(base64url, 37)}a`, key: 'DISCORD_BOT_TOKEN' };
  },
  'telegram-bot-token': r => `7${r.chars('123456789', 9)}:AA${r.chars(base64url, 32)}b`,
  'stripe-secret-key': r => `sk_live_${r.chars(alphanumeric, 24)}`,
  'shopify-token': r => `shpat_${r.chars(hex, 32)}`,
  'twilio-api-key': r => `SK${r.chars(hex, 32)}`,
  'sendgrid-key': r => `SG.${r.chars(base64url, 21)}x.${r.chars(base64url, 42)}y`,
  'postgres-url': r => urlWithPassword('postgres', r, `db.${r.chars(letters.slice(26), 8)}.internal.acme.io:5432/shop`),
  'mongodb-url': r => urlWithPassword('mongodb+srv', r, `cluster0.${r.chars(letters.slice(26), 6)}.mongodb.net/shop`),
  'basic-auth-url': r => urlWithPassword('https', r, 'artifacts.acme.io/repository'),
  'basic-auth-header': r => {
    const password = r.password();
    const encoded = Buffer.from(`deploy:${password}`).toString('base64');
    return { value: `Basic ${encoded}`, key: 'Authorization', needles: [encoded.replace(/=+$/, ''), password] };
  },
  jwt: r => {
    const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: r.chars(digits, 10), iat: 1760000000 + r.below(9e6) })}`;
    const signature = createHmac('sha256', r.bytes(32)).update(head).digest('base64url');
    return { value: `${head}.${signature}`, key: 'SESSION_JWT', needles: [signature] };
  },
  'private-key': () => {
    // Node makes real keys only from its own randomness; this one isn't repeated by the seed.
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const value = privateKey.export({ type: 'pkcs8', format: 'pem' }).trim();
    return { value, needles: value.split('\n').slice(1, -1) };
  },
  password: r => ({ value: r.password(), key: 'DB_PASSWORD' }),
  // The same again, hidden: nothing but what they stand for tells that these are secrets.
  'token-in-base64': r => hiddenToken(r, token => base64(token)),
  'token-in-base64-twice': r => hiddenToken(r, token => base64(base64(`{"auth":{"token":"${token}"}}`))),
  'token-in-base64-of-utf16': r =>
    hiddenToken(r, token => Buffer.from(`$t = '${token}'`, 'utf16le').toString('base64')),
  'token-in-base64-of-gzip': r =>
    hiddenToken(r, token => zlib.gzipSync(`NAME=shop\nTOKEN=${token}\n`).toString('base64')),
  'token-in-hex': r => hiddenToken(r, token => Buffer.from(token).toString('hex')),
  'token-percent-encoded': r => hiddenToken(r, token => eachByte(token, byte => `%${byte}`)),
  'token-in-escapes': r => hiddenToken(r, token => eachByte(token, byte => `\\u00${byte}`)),
};

/** A token by another name, in a form that hides it; neither the form nor the token may get out. */
function hiddenToken(random, hide) {
  const token = withChecksum('ghp_', random.chars(alphanumeric, 30));
  const value = hide(token);
  return { key: 'PAYLOAD', value, needles: [value.replace(/=+$/, ''), token] };
}

const base64 = text => Buffer.from(text).toString('base64');

const eachByte = (text, write) => Array.from(Buffer.from(text), byte => write(byte.toString(16))).join('');

function urlWithPassword(scheme, random, rest) {
  const password = random.password();
  return { value: `${scheme}://shopuser:${password}@${rest}`, needles: [password] };
}

/** GitHub's and npm's tokens end in six base62 digits of the CRC-32 of what stands between. */
function withChecksum(prefix, body) {
  let rest = zlib.crc32 ? zlib.crc32(body) : crc32InSteps(body);
  let checksum = '';
  for (let i = 0; i < 6; i++) {
    checksum = (digits + letters)[rest % 62] + checksum;
    rest = Math.floor(rest / 62);
  }
  return prefix + body + checksum;
}

/** Node has `zlib.crc32` only since 20.15 and 22.2. */
function crc32InSteps(text) {
  let crc = ~0;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
