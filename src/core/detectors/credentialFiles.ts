import { judge } from '../judge/judge';
import { judgePlaced } from '../judge/judgePlaced';
import { judgeValue } from '../judge/judgeValue';
import type { Detector, Match, Verdict } from './detector';
import { placed } from './placed';
import { readBasic } from './readBasic';

/** Secrets in files that have a grammar of their own: what programs read their passwords from. */
export const credentialFiles: readonly Detector[] = [
  placed('netrc-password', 'password in a netrc file', {
    at: ['machine ', 'default login '],
    pattern:
      /(?:machine[^\S\n]{1,8}[\w.:-]{1,120}|default)(?:\s|\\[nrt]){1,40}(?:port\s{1,8}\d{1,5}\s{1,40})?login(?:\s|\\t){1,8}(?!anonymous)[^\s<>$]{1,80}?(?:\s|\\[nrt]){1,40}(?:account\s{1,8}\S{1,60}\s{1,40})?password(?:\s|\\t){1,8}\\?"?(?<secret>[^\s"'()<>\\]{2,160})/i,
    says: 'it stands where a netrc file has its password',
    hits: [
      'machine api.{lower:6}.com login bob password ‹{alnum:9}7a›',
      'machine api.{lower:6}.com\n  login bob\n  password ‹{lower:8}›\n',
      'machine x.{lower:6}.com login bob@x.org account y password "‹{alnum:9}!7›"',
      'default login bob password ‹{alnum:9}7a›',
    ],
    misses: [
      'machine <host> login <user> password <password>',
      'machine $HOST login $USER password $PASSWORD',
      'the machine you login to asks for a password {alnum:9}',
    ],
  }),
  placed('pgpass-password', 'password in a .pgpass file', {
    at: [':5432:', ':*:'],
    lead: 90,
    pattern:
      /(?:(?<![\w.*:/-])|(?<=\\[nrt]))(?!arn:)(?:\*|[\w.-]{2,80}):(?:\d{4,5}|\*):(?:\*|(?!\d{1,5}:)[\w-]{1,60}):(?:\*|(?!\d{1,5}:)[\w.@-]{1,60}):(?<secret>(?:[^\s\\:"'`<>{}$]|\\{1,2}[:\\]){3,100})(?=\s|\\[nr"]|["']|$)/,
    says: 'it stands where a .pgpass file has its password',
    hits: [
      'db.{lower:6}.com:5432:app:bob:‹{alnum:9}7a›',
      '*:*:*:bob:‹{alnum:9}!7›',
      'localhost:5432:*:postgres:‹{alnum:9}7a›',
    ],
    misses: [
      'hostname:port:database:username:password',
      'hostname:5432:database:username:password',
      '127.0.0.1:5432:5432',
      'arn:aws:iam:*:*:{alnum:9}',
    ],
  }),
  {
    id: 'secret/wordpress-salt',
    title: 'WordPress key or salt',
    severity: 'error',
    tier: 'likely',
    keywords: ['auth_key', 'auth_salt', 'logged_in_key', 'logged_in_salt', 'nonce_key', 'nonce_salt'],
    boundary: 'none',
    judged: true,
    pattern:
      /(?:auth|logged_in|nonce)_(?:key|salt)(?<quote>["'])\s{0,4},\s{0,16}(?<open>["'])(?<secret>(?:(?!\k<open>)[^\n\\]|\\\S){40,90})\k<open>/i,
    accept: ({ value }) =>
      /unique phrase/i.test(value) || [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9\s]/].some(it => !it.test(value))
        ? undefined
        : { reason: 'WordPress makes its cookies safe by it' },
    hits: [
      "define('AUTH_KEY',         '‹{alnum:10}|{alnum:10} #{alnum:10}&-{alnum:30}›');",
      "define( 'NONCE_SALT', '‹{alnum:10}|{alnum:10} #{alnum:10}&-{alnum:29}›' );",
      "define('SECURE_AUTH_SALT', '‹{alnum:20}^{alnum:10} +{alnum:10}&-{alnum:20}›');",
    ],
    misses: [
      "define('AUTH_KEY', 'put your unique phrase here');",
      "define('AUTH_KEY', $_ENV['AUTH_KEY']);",
      "define('NONCE_KEY', '');",
    ],
  },
  {
    ...placed('machine-key', 'ASP.NET machine key', {
      at: ['validationkey=', 'decryptionkey='],
      pattern: /(?:validation|decryption)key=\\?"(?<secret>[A-F0-9]{32,256})\\?"/i,
      says: 'ASP.NET signs and encrypts by it',
      hits: [
        '<machineKey validationKey="‹{HEX:128}›" validation="SHA1" />',
        'decryptionKey="‹{HEX:48}›"',
        'validationKey="‹{hex:64}›"',
      ],
      misses: [
        '<machineKey validationKey="AutoGenerate,IsolateApps" />',
        'decryptionKey="AutoGenerate"',
        'validationKey="{{key}}"',
      ],
    }),
  },
  placed('site-password', 'password of a site', {
    at: [
      '<pass encoding=',
      'cleartextpassword',
      'nickserv identify ',
      'password 51:b:',
      'password"=hex:',
      '<auth-user-pass>',
      'npmauthident',
    ],
    pattern:
      /(?:<pass encoding=\\?"base64\\?">|cleartextpassword\\?"\svalue=\\?"|nickserv identify (?:[\w-]{1,30} )?(?=[^\s"]{4,60}[\s";])|password 51:b:(?=[0-9A-F]{64})|password\\?"=hex:(?=(?:[0-9a-f]{2},){7})|<auth-user-pass>(?:\s|\\[nr]){1,4}[\w.@-]{1,60}(?:\s|\\[nr]){1,4}|npmauthident["']?:\s{0,2}["']?[\w.-]{1,40}:)(?<secret>(?<=51:b:)[0-9A-F]{64,4000}|[^\s"'<>;\\]{3,200})/i,
    says: 'a program reads its password there',
    hits: [
      '<User>bob</User><Pass encoding="base64">‹UzNjcjN0{alnum:6}›</Pass>',
      '<add key="ClearTextPassword" value="‹{alnum:9}7a›" />',
      'autosendcmd = "/msg nickserv identify ‹{alnum:9}7a› ;wait 2000";',
      'password 51:b:‹01000000D08C9DDF0115D1118C7A00C04FC297EB{HEX:200}›\n',
      '<auth-user-pass>\nbob\n‹{alnum:9}7a›\n</auth-user-pass>',
    ],
    misses: ['<Pass encoding="base64"></Pass>', 'nickserv identify <password>', '<auth-user-pass>\n</auth-user-pass>'],
  }),
  {
    ...placed('npm-auth', 'npm credentials', {
      at: ['_auth', 'dockerconfigjson', 'dockercfg'],
      pattern:
        /(?:(?:(?<!\w)|(?<=\\[nrt]))_auth["']?\s{0,2}[=:]\s{0,2}\\?["']?(?<secret>[A-Za-z0-9+/]{8,400}={0,2})|docker(?:configjson|cfg)["']?:\s{0,3}\\?["']?(?<docker>ey[A-Za-z0-9+/]{30,8000}={0,2}))(?![\w+/=-])/,
      says: '',
      hits: [
        '_auth=‹Ym9iOlMz{alnum:12}›',
        '_auth = "‹Ym9iOlMz{alnum:11}=›"',
        '//npm.{lower:5}.com/:_auth=‹YWxpY2U6{alnum:12}›',
        '.dockerconfigjson: ‹eyJhdXRocyI6eyJodHRwczovL2luZGV4{alnum:80}›',
      ],
      misses: ['_auth=${NPM_AUTH}', 'is_auth = {lower:9}', 'require_auth: dXNlcm5hbWU'],
    }),
    accept: judgeAuth,
  },
  {
    ...placed('composer-token', 'Composer token', {
      at: ['github-oauth', 'gitlab-token', 'gitlab-oauth', 'bitbucket-oauth'],
      pattern:
        /(?:git(?:hub|lab)-(?:oauth|token)|bitbucket-oauth)\\?["']\s{0,4}:\s{0,4}\{(?:\s|\\n){0,40}\\?["'][\w.-]{3,80}\\?["']\s{0,4}:\s{0,4}\\?["'](?<secret>[\w-]{16,120})\\?["']/,
      says: 'Composer reads its token there',
      hits: [
        '{"github-oauth": {"github.com": "‹{hex:40}›"}}',
        '"gitlab-token": {\n  "gitlab.{lower:5}.com": "‹{alnum:20}›"\n}',
        '"github-oauth":{"github.com":"‹{alnum:40}›"}',
      ],
      misses: ['"github-oauth": {"github.com": "%env(TOKEN)%"}', '"github-oauth": {}', '"github-protocols": ["https"]'],
    }),
  },
  {
    ...placed('named-value', 'secret of a configuration', {
      at: ['<name>', 'password>'],
      pattern:
        /(?:<name>(?<key>[\w.-]{3,100})<\/name>(?:\s|\\n){0,40}(?:<description>[^<]{0,200}<\/description>(?:\s|\\n){0,40})?<value>|(?<tag>(?:administrator|user|auto|account)?password)>\s{0,40}<value>)(?<secret>[^<>\s]{3,300})<\/value>/i,
      says: '',
      hits: [
        '<property><name>fs.s3a.secret.key</name><value>‹{base64:40}›</value></property>',
        '<property>\n  <name>javax.jdo.option.ConnectionPassword</name>\n  <value>‹{alnum:9}7a›</value>\n</property>',
        '<AutoLogon><Password><Value>‹{alnum:9}7a›</Value><PlainText>true</PlainText></Password>',
      ],
      misses: [
        '<name>dfs.replication</name><value>{alnum:9}7a</value>',
        '<name>db.password</name><value>${db.password}</value>',
        '<name>password.enabled</name><value>true</value>',
      ],
    }),
    accept: judgeNamed,
  },
];

/** A registry's `_auth` and Docker's configuration are base64 of a user and a password. */
function judgeAuth({ groups, end, text }: Match): Verdict | undefined {
  if (groups.docker !== undefined) {
    const start = text.lastIndexOf(groups.docker, end);
    return { start, end: start + groups.docker.length, reason: 'Kubernetes hands it to Docker' };
  }
  const value = groups.secret ?? '';
  const pair = readBasic(value);
  if (pair) return judgePlaced(pair.password, 'it decodes to a user and a password');
  return judgeValue(value).shape === 'random' ? { reason: 'a registry takes it as authorization' } : undefined;
}

function judgeNamed({ text, start, end, groups, source, value }: Match): Verdict | undefined {
  if (groups.tag !== undefined)
    return judgeValue(value).shape === 'no' ? undefined : judgePlaced(value, 'a program reads its password there');
  const assignment = { key: groups.key ?? '', keyStart: start, operator: '=', quote: '"', start, end, fallback: false };
  return judge(assignment, text, source?.path);
}
