import { judge } from '../judge';
import { judgePlaced } from '../judgePlaced';
import { judgeValue } from '../judgeValue';
import type { Detector, Match, Verdict } from './detector';
import { placed } from './placed';
import { readBasic } from './readBasic';

/** Secrets in files that have a grammar of their own: what programs read their passwords from. */
export const credentialFiles: readonly Detector[] = [
  placed('netrc-password', 'password in a netrc file', {
    at: ['machine '],
    pattern:
      /machine[^\S\n]{1,8}[\w.:-]{1,120}(?:\s|\\[nrt]){1,40}(?:port\s{1,8}\d{1,5}\s{1,40})?login(?:\s|\\t){1,8}(?!anonymous)[^\s<>$]{1,80}?(?:\s|\\[nrt]){1,40}(?:account\s{1,8}\S{1,60}\s{1,40})?password(?:\s|\\t){1,8}\\?"?(?<secret>[^\s"'()<>\\]{2,160})/i,
    says: 'it stands where a netrc file has its password',
    hits: [
      'machine api.{lower:6}.com login bob password ‹{alnum:9}7a›',
      'machine api.{lower:6}.com\n  login bob\n  password ‹{lower:8}›\n',
      'machine x.{lower:6}.com login bob@x.org account y password "‹{alnum:9}!7›"',
    ],
    misses: [
      'machine <host> login <user> password <password>',
      'machine $HOST login $USER password $PASSWORD',
      'the machine you login to asks for a password {alnum:9}',
    ],
  }),
  {
    id: 'secret/password-hash',
    title: "hash of a user's password",
    severity: 'warning',
    tier: 'likely',
    keywords: ['$2y$', '$2a$', '$2b$', '$apr1$', '$1$', '$5$', '$6$', '$y$', '{sha', '{ssha'],
    lead: 34,
    boundary: 'none',
    judged: true,
    pattern:
      /(?:(?:(?<![\w.@$:/-])|(?<=\\[nrt]))[A-Za-z_][\w.@-]{0,31}:|(?<=(?:^|\n|\\n)[ \t]{0,8}))(?<secret>\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}|\$apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|\$1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|\$[56]\$(?:rounds=\d{1,9}\$)?[./+A-Za-z0-9]{1,16}\$[./+A-Za-z0-9]{43,86}={0,2}|\$y\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}|\{S?SHA(?:256|384|512)?\}[A-Za-z0-9+/]{27,120}={0,2})(?=[:\s"']|\\[nr]|$)/i,
    accept: ({ value }) =>
      /x{6}|\.{4}/i.test(value) ? undefined : { reason: "a user's name before it, as in a password file" },
    hits: [
      'bob:‹$2y$05${alnum:22}{alnum:31}›\n',
      'alice:‹$apr1${alnum:8}${alnum:22}›\n',
      'eve:‹{SHA}{base64:27}=›\n',
      'root:‹$6${alnum:16}${alnum:86}›:18000:0:99999:7:::\n',
    ],
    misses: [
      'password: $2y$05${alnum:53}',
      "hash = '$6${alnum:16}${alnum:86}'",
      'root:*:18000:0:99999:7:::',
      'bob:$2y$10$xxxxxxxx',
    ],
  },
  {
    id: 'secret/kerberos-hash',
    title: 'Kerberos ticket that can be tried against',
    severity: 'error',
    tier: 'likely',
    keywords: ['$krb5tgs$', '$krb5asrep$', '$krb5pa$'],
    boundary: 'none',
    pattern: /\$krb5(?:tgs|asrep|pa)\$\d{1,2}\$[^\s"'`<>\\]{40,6000}/,
    hits: [
      '‹$krb5tgs$23$*svc$ACME.LOCAL$http/web*${hex:32}${hex:200}›',
      '‹$krb5asrep$23$bob@ACME.LOCAL:{hex:32}${hex:200}›',
      'hash: ‹$krb5pa$18$bob$ACME.LOCAL${hex:104}›',
    ],
    misses: ['$krb5tgs$23$', 'the format is $krb5asrep$23$user@domain:hash', '$krb5pa$18$<hash>'],
  },
  {
    id: 'secret/router-password',
    title: "password in a router's configuration",
    severity: 'error',
    tier: 'likely',
    keywords: [
      'enable secret ',
      'enable password ',
      ' secret ',
      ' password 7 ',
      ' password 0 ',
      ' key 7 ',
      ' key 0 ',
      'isakmp key ',
      'encrypted-password ',
      'key-string ',
    ],
    boundary: 'none',
    judged: true,
    pattern:
      /(?:(?:enable)? (?:secret|password)(?: level \d{1,2})?(?: (?<type>\d))? (?:sha512 )?|enable (?:secret|password)(?: level \d{1,2})?(?: (?<enabled>\d))? | key (?<keyed>[07]) |isakmp key (?:[06] )?|key-string (?:7 )?|encrypted-password )\\?"?(?<secret>[^\s"<>\\]{4,140})/i,
    accept: judgeRouter,
    hits: [
      'enable secret 5 ‹$1${alnum:4}${alnum:22}›\n',
      ' ppp chap password 7 ‹{HEX:16}›\n',
      'username eve password 0 ‹{alnum:9}7a›\n',
      ' crypto isakmp key ‹{alnum:9}7a› address 0.0.0.0\n',
      'username bob privilege 15 secret 9 ‹$9${alnum:14}${alnum:43}›\n',
      'encrypted-password "‹$6${alnum:8}${alnum:86}›"; ## SECRET-DATA\n',
    ],
    misses: [
      'enable secret 5 <removed>',
      'snmp-server community public RO',
      'a secret 9 times kept',
      'the client secret {alnum:20}',
      'enable password protection',
    ],
  },
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
      /(?:<pass encoding=\\?"base64\\?">|cleartextpassword\\?"\svalue=\\?"|nickserv identify (?:[\w-]{1,30} )?(?=[^\s"]{4,60}[\s";])|password 51:b:(?=[0-9A-F]{64})|password\\?"=hex:(?=(?:[0-9a-f]{2},){7})|<auth-user-pass>(?:\s|\\[nr]){1,4}[\w.@-]{1,60}(?:\s|\\[nr]){1,4}|npmauthident["']?:\s{0,2}["']?[\w.-]{1,40}:)(?<secret>[^\s"'<>;\\]{3,4000})/i,
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
  placed('network-secret', 'secret of a network', {
    at: [
      'psk=',
      'wep_key',
      ': psk ',
      ': eap ',
      ': xauth ',
      ':psk ',
      'pptpd',
      'l2tpd',
      ']:587',
      ']:465',
      ']:25 ',
      'static:',
    ],
    pattern:
      /(?:psk=\\?"(?=[^"\n]{8,63}")|wep_key\d=\\?["']?|:\s?(?:psk|eap|xauth)\s\\?"|(?:pptpd|l2tpd)\\?["']?\s{1,20}\\?["']?(?=[^\s"'\\]{4,60}\\?["']?\s{1,20}(?:\*|\d{1,3}\.))|\]:(?:587|465|25)\s{1,20}[\w.+@%-]{2,80}:(?!\d{1,5}\b)|(?<=password_maps\s?=\s?)static:[\w.@+-]{1,60}:)(?<secret>(?<=psk=\\?")[^"\n\\]{8,63}|[^\s"'<>;\\]{4,100})/i,
    says: 'it opens a network or a mail server there',
    hits: [
      'network={\n  ssid="home"\n  psk="‹{lower:6} {lower:6}7›"\n}',
      '10.0.0.1 %any : PSK "‹{alnum:9}7a›"',
      '"bob" pptpd "‹{alnum:9}7a›" *',
      '[smtp.{lower:6}.com]:587 bob@{lower:6}.com:‹{alnum:9}7a›',
    ],
    misses: [': RSA host.pem', 'psk="$PSK_VALUE"', '[::1]:587 is open', 'pptpd starts and listens'],
  }),
  {
    ...placed('root-password', 'password of root', {
      at: ['rootpw', ' on >', 'chpasswd:'],
      pattern:
        /(?:rootpw\s{1,20}(?:--(?:plaintext|iscrypted)\s{1,3}){0,2}(?:\{CLEARTEXT\})?(?!--)| on >(?=\S{4,80}\s[~+&%@a-z])|chpasswd:(?:\s|\\n){1,20}(?:expire: \w{4,5}\s{1,20})?list:\s?\|?(?:\s|\\n){1,20}[\w-]{1,32}:)(?<secret>\{S?SHA\d{0,3}\}[A-Za-z0-9+/]{27,120}={0,2}|\$[156]\$[./$A-Za-z0-9]{24,120}|[^\s"'`<>{}$\\]{4,100})/i,
      says: 'a system reads the password of root there',
      hits: [
        'rootpw ‹{alnum:9}7a›',
        'rootpw --plaintext ‹{alnum:9}7a›\n',
        'user bob on >‹{alnum:9}7a› ~* +@all',
        'chpasswd:\n  list: |\n    root:‹{alnum:9}7a›\n',
      ],
      misses: ['rootpw yourpasswordhere', 'rootpw $ROOTPW', 'set on >/dev/null 2>&1', 'rootpw --lock'],
    }),
    accept: judgeRoot,
  },
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

/** Cisco's kinds: 0 is clear, 5, 8 and 9 are hashes, 7 is a cipher that anybody can undo. */
function judgeRouter({ value, groups, text, at }: Match): Verdict | undefined {
  const type = groups.type ?? groups.enabled ?? groups.keyed;
  const place = 'a router or switch reads its password there';
  if (/^\$(?:1|5|6|8|9|14)\$[./A-Za-z0-9$-]{16,}$/.test(value)) return { reason: place };
  if (type === '7') return /^(?=[0-9A-F]*\d)[0-9A-F]{8,60}$/i.test(value) ? { reason: place } : undefined;
  if (type === '0') return judgePlaced(value, place);
  if (type !== undefined) return undefined;
  const head = text.slice(at, at + 12).toLowerCase();
  if (!/^(?:isakmp|key-string|enable)/.test(head)) return undefined;
  // Prose goes on behind a word, and ends.
  return /[.,;:!?]$/.test(value) ? undefined : judgePlaced(value, place, 'none');
}

/** A password, or its hash: that one can be tried against at leisure. */
function judgeRoot({ value }: Match): Verdict | undefined {
  const place = 'a system reads the password of root there';
  return /^(?:\{S?SHA|\$[156]\$)/.test(value) ? { reason: place } : judgePlaced(value, place);
}

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
