import { areDrawn } from '../judge/judgeLetters';
import type { Detector, Match, Verdict } from './detector';
import { keyed } from './keyed';
import { prefixed } from './prefixed';

/** Keys of cloud providers. */
export const cloud: readonly Detector[] = [
  {
    id: 'secret/aws-access-key-id',
    title: 'AWS access key id',
    severity: 'error',
    tier: 'certain',
    keywords: ['akia', 'asia', 'abia', 'acca'],
    pattern: /A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}/,
    accept: ({ value }) =>
      /\d/.test(value) || areDrawn(value)
        ? {}
        : { tier: 'possible', reason: 'the form of an AWS access key id, but all letters' },
    hits: ['AWS_ACCESS_KEY_ID=‹AKIA{base32:16}›', 'key: "‹ASIA{base32:16}›"', "accessKeyId: '‹AKIA{base32:16}›',"],
    misses: ['AKIA{base32:15}', 'akia{lower:16}', 'AKIAIOSFODNN7EXAMPLE', 'XAKIA{base32:16}'],
  },
  {
    id: 'secret/aws-secret-access-key',
    title: 'AWS secret access key',
    severity: 'error',
    tier: 'certain',
    keywords: ['akia', 'asia', 'aws', 'secretaccesskey', 'secret_access_key'],
    pattern:
      /(?:(?:akia|asia)[A-Z0-9]{16}(?![A-Za-z0-9])[^\0]{1,160}?|aws[\w.\- ]{0,24}(?:key|secret)[\w.-]{0,12}[^A-Za-z0-9]{1,16}|secret_?access_?key[^A-Za-z0-9]{1,16})(?<![A-Za-z0-9/+_-])(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=_-])/i,
    accept: isMixed,
    hits: [
      'aws_secret_access_key = ‹{base64:40}›',
      '"secretAccessKey": "‹{base64:40}›"',
      '{alnum:3},AKIA{base32:16},‹{base64:40}›\n',
      'AWS_SECRET_KEY=‹{base64:40}›',
    ],
    misses: [
      'aws_commit = {hex:40}',
      'aws_secret_access_key = {base64:44}',
      'secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ],
  },
  {
    id: 'secret/aws-session-token',
    title: 'AWS session token',
    severity: 'error',
    tier: 'likely',
    keywords: ['session_token', 'sessiontoken', 'security_token', 'securitytoken', 'iqojb3jpz2lux2vj', 'fwogzxivyxdz'],
    pattern:
      /(?:(?:session|security)_?token[^A-Za-z0-9]{1,16}(?<secret>(?:FwoG|IQoJ|FQoG|AQoD)[A-Za-z0-9/+]{100,2000}={0,2})|(?:IQoJb3JpZ2luX2Vj|FwoGZXIvYXdz)[A-Za-z0-9/+]{200,2000}={0,2})/i,
    hits: [
      'AWS_SESSION_TOKEN=‹IQoJ{base64:300}›',
      '"SessionToken": "‹FwoG{base64:200}=›"',
      'aws_security_token = ‹FQoG{base64:160}==›',
    ],
    misses: ['session_token = {hex:32}', 'AWS_SESSION_TOKEN=IQoJ{base64:20}', 'sessionToken: string;'],
  },
  prefixed('aws-bedrock-key', 'Amazon Bedrock key', 'ABSK', '[A-Za-z0-9+/]{109,269}={0,2}', 'ABSK{base64:126}=='),
  {
    id: 'secret/gcp-service-account',
    title: 'Google service account key',
    severity: 'error',
    tier: 'certain',
    keywords: ['private_key_id'],
    pattern: /private_key_id[\\"']{1,4}\s{0,8}:\s{0,8}[\\"']{1,4}(?<secret>[a-f0-9]{40})/,
    hits: [
      '"private_key_id": "‹{hex:40}›",',
      '{"type":"service_account","private_key_id":"‹{hex:40}›"}',
      "'private_key_id': '‹{hex:40}›'",
    ],
    misses: ['private_key_id: string', '"private_key_id": "{hex:20}"', '"key_id": "{hex:40}"'],
  },
  prefixed(
    'gcp-oauth-client-secret',
    'Google OAuth client secret',
    'GOCSPX-',
    String.raw`[\w-]{28}`,
    'GOCSPX-{base64url:28}',
  ),
  prefixed(
    'gcp-oauth-token',
    'Google OAuth access token',
    'ya29.',
    String.raw`[\w-]{40,1000}`,
    'ya29.a0{base64url:160}',
  ),
  prefixed('gcp-refresh-token', 'Google OAuth refresh token', '1//0', String.raw`[\w-]{40,100}`, '1//0{base64url:60}'),
  {
    id: 'secret/azure-storage-key',
    title: 'Azure storage account key',
    severity: 'error',
    tier: 'certain',
    keywords: [
      'accountkey',
      'account_key',
      'sharedaccesskey',
      'storage_key',
      'storagekey',
      'azure',
      'cosmos',
      'primarykey',
      'primary_key',
    ],
    pattern:
      /[\w.\- ]{4,40}[\\"'\]]{0,4}\s{0,4}[=:]\s{0,4}[\\"']{0,4}(?<secret>[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/i,
    accept: isMixed,
    hits: [
      'DefaultEndpointsProtocol=https;AccountName={lower:8};AccountKey=‹{base64:86}==›;EndpointSuffix=core.windows.net',
      'AZURE_STORAGE_KEY: "‹{base64:86}==›"',
      'Endpoint=sb://{lower:8}.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=‹{base64:43}=›',
    ],
    misses: ['integrity=sha512-{base64:86}==', 'AccountKey={base64:40}', 'AccountKey=<your-account-key>'],
  },
  {
    id: 'secret/azure-sas-signature',
    title: 'Azure shared access signature',
    severity: 'error',
    tier: 'certain',
    keywords: ['sig='],
    pattern: /sig=(?<secret>[A-Za-z0-9%+/]{43,60}(?:%3D|=))(?![A-Za-z0-9%])/i,
    accept: ({ text, at }) =>
      /\bs[vreptk]{1,2}=|\bsr=/.test(text.slice(Math.max(0, at - 300), at + 300)) ? {} : undefined,
    hits: [
      'https://{lower:8}.blob.core.windows.net/c?sv=2022-11-02&sr=c&sp=rl&sig=‹{alnum:43}%3D›',
      '"SharedAccessSignature sr=myhub&sig=‹{alnum:43}%3D›&se=1700000000"',
      "url = '?sp=r&sv=2021-06-08&sr=b&sig=‹{alnum:43}%3D›'",
    ],
    misses: ['sig={alnum:20}', '?sig={alnum:43}', 'config={alnum:43}%3D'],
  },
  {
    id: 'secret/azure-ad-client-secret',
    title: 'Microsoft Entra client secret',
    severity: 'error',
    tier: 'certain',
    keywords: ['q~'],
    pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/,
    lead: 4,
    boundary: 'none',
    hits: [
      'AZURE_CLIENT_SECRET=‹{alnum:3}8Q~{alnum:34}›',
      '"clientSecret": "‹{alnum:3}7Q~{alnum:31}›"',
      "secret: '‹{alnum:3}8Q~{alnum:34}›'",
    ],
    misses: ['{alnum:3}aQ~{alnum:34}', '8Q~{alnum:34}', '{alnum:9}8Q~{alnum:34}'],
  },
  keyed(
    'azure-openai-key',
    'Azure AI key',
    ['azure', 'ocp-apim-subscription', 'cognitive'],
    '[a-f0-9]{32}',
    '{hex:32}',
  ),
  prefixed('digitalocean-token', 'DigitalOcean token', 'do', '[opr]_v1_[a-f0-9]{64}', 'dop_v1_{hex:64}', {
    keywords: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    misses: ['dop_v1_{hex:40}', 'xdop_v1_{hex:64}', 'dop_v1_{hex:64}ab'],
  }),
  prefixed('digitalocean-spaces-key', 'DigitalOcean Spaces key', 'DO00', '[A-Z0-9]{16}', 'DO00{uppernum:16}', {
    tier: 'likely',
  }),
  prefixed(
    'cloudflare-origin-ca-key',
    'Cloudflare origin CA key',
    'v1.0-',
    '[a-f0-9]{24}-[a-f0-9]{146}',
    'v1.0-{hex:24}-{hex:146}',
  ),
  keyed(
    'cloudflare-api-token',
    'Cloudflare API token',
    ['cloudflare', 'cf_api', 'cf_token'],
    '[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{37}',
    '{alnum:40}',
  ),
  prefixed('heroku-token', 'Heroku token', 'HRKU-', String.raw`(?:AA[\w-]{58}|[\w-]{36})`, 'HRKU-AA{base64url:58}'),
  keyed(
    'heroku-api-key',
    'Heroku API key',
    ['heroku'],
    '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
    '{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}',
  ),
  prefixed('alibaba-access-key-id', 'Alibaba Cloud access key id', 'LTAI', '[A-Za-z0-9]{12,26}', 'LTAI5t{alnum:18}', {
    tier: 'likely',
  }),
  prefixed('tencent-secret-id', 'Tencent Cloud secret id', 'AKID', '[A-Za-z0-9]{32}', 'AKID{alnum:32}', {
    tier: 'likely',
  }),
  keyed(
    'alibaba-secret-key',
    'Alibaba Cloud secret key',
    ['alibaba', 'aliyun', 'alicloud'],
    '[A-Za-z0-9]{30}',
    '{alnum:30}',
  ),
  prefixed('fly-token', 'Fly.io token', 'FlyV1 ', 'fm\\d[a-z]?_[A-Za-z0-9+/=,_-]{50,4000}', 'FlyV1 fm2_{base64:200}', {
    keywords: ['flyv1 '],
  }),
  prefixed('render-key', 'Render key', 'rnd_', '[A-Za-z0-9]{28}', 'rnd_{alnum:28}'),
  keyed('vercel-token', 'Vercel token', ['vercel'], '[A-Za-z0-9]{24}', '{alnum:24}'),
  prefixed('netlify-token', 'Netlify token', 'nfp_', '[A-Za-z0-9_-]{36,46}', 'nfp_{alnum:36}'),
  keyed('linode-token', 'Linode token', ['linode'], '[a-f0-9]{64}', '{hex:64}'),
  keyed('ibm-cloud-key', 'IBM Cloud key', ['ibm', 'bluemix'], '[A-Za-z0-9_-]{44}', '{alnum:44}'),
  keyed('vultr-key', 'Vultr key', ['vultr'], '[A-Za-z0-9]{36}', '{uppernum:36}'),
  prefixed('scaleway-access-key', 'Scaleway access key', 'SCW', '[A-Z0-9]{17}', 'SCW{uppernum:17}', { tier: 'likely' }),
];

/** Random base64 has both cases, and digits or else letters in no word's order; a path or a hash has not. */
function isMixed({ value }: Match): Verdict | undefined {
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value)) return undefined;
  return /\d/.test(value) || areDrawn(value) ? {} : undefined;
}
