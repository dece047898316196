import { judge } from '../judge/judge';
import { judgePlaced } from '../judge/judgePlaced';
import { judgeTold } from '../judge/judgeTold';
import type { Detector, Match, Verdict } from './detector';
import { placed } from './placed';
import { shellValue as value } from './shellValue';

/** Secrets that commands take without an option that says so, and what routers and agents of networks read. */
export const moreCommands: readonly Detector[] = [
  placed('argument-password', 'password on a command line', {
    at: [
      'unrar ',
      'rar a',
      'signtool',
      'certutil',
      'useradd',
      'usermod',
      'mc alias',
      'wpa_passphrase',
      'bw unlock',
      'sendemail',
      'snmpwalk -v',
      'snmpget -v',
      'sshpass -f',
      '--password-command',
      'passwordeval',
      '<(echo ',
      '<(printf ',
      'luksopen',
      'consul kv',
      'etcdctl',
      'git config ',
      'passphrasedialog',
      'https -a ',
      'nickserv identify ',
    ],
    pattern: new RegExp(
      String.raw`(?:unrar\s\w{1,2}\s-p|rar\sa\s[^\n|;]{0,60}?-h?p|signtool\s[^\n|;]{0,120}?\/p\s|certutil\s[^\n|;]{0,40}?-p\s|user(?:add|mod)\s[^\n|;]{0,80}?-p\s|mc alias set \w{1,30} \S{4,120} \S{2,60} |wpa_passphrase (?:"[^"\n]{1,40}"|\S{1,40}) |bw unlock |sendemail\s[^\n|;]{0,160}?-xp\s|snmp(?:walk|get) -v ?2?[12]c?\s[^\n|;]{0,40}?-c\s|(?:--password-command|passwordeval)\s{1,4}["']?echo\s|passphrasedialog\s{1,4}["']?\|?\S{0,40}echo\s|(?<=pass(?:word)?(?:-file)?[= ]|-f )<\((?:echo|printf)\s["']?(?:\w{1,30}\\n)?|luksopen [^\n|;]{0,80}?<<<\s?|(?:consul kv|etcdctl(?: kv)?) put [\w./-]{0,80}(?:pass|pw|secret|token|key)[\w-]{0,12}\s|git config (?:--\w{1,12} )?[\w.-]{0,40}(?:password|token|secret)\s|nickserv identify )${value}`,
      'i',
    ),
    says: 'a command takes its password there',
    hits: [
      'unrar x -p‹{alnum:9}7a› a.rar',
      'mc alias set my https://{lower:6}.com bob ‹{alnum:9}7a›\n',
      'wpa_passphrase home ‹{alnum:9}7a›\n',
      'consul kv put db/password ‹{alnum:9}7a›\n',
      'git config user.password ‹{alnum:9}7a›\n',
    ],
    misses: [
      'useradd -m -s /bin/bash bob',
      'consul kv put db/host {lower:9}',
      'git config user.name bob7a9x2k1',
      'snmpwalk -v2c -c public host',
      'bw unlock --passwordenv BW_PASSWORD',
    ],
  }),
  {
    ...placed('argument-token', 'token on a command line', {
      at: [
        'cargo login ',
        'snyk auth ',
        'add-authtoken ',
        'authtoken ',
        'nuget push ',
        'auth init ',
        'auth login',
        'secret put',
        '-dsonar.login',
        'aws configure',
        'npm config set ',
        'env add ',
        'secret set ',
        'setapikey ',
        'set-item ',
        'login --token',
      ],
      pattern:
        /(?:cargo login|snyk auth|(?:add-)?authtoken|nuget (?:push \S{1,80}|setapikey)|auth init (?:-t|--access-token)|-Dsonar\.login=|aws configure set \w{0,20}(?:secret|token)\w{0,20}|npm config set \S{0,120}auth\w{0,8}|env add \w{1,40}|set-item\s[^\n]{0,20}Env:\w{1,40}\s-value|(?:auth login|secret (?:put|set))\s?[^\n|;]{0,60}?(?:<<<|--body|--token))[\s=]{1,3}\\?["']?(?<secret>[\w+/=.~-]{16,400})(?![\w+/=-])/i,
      says: '',
      hits: [
        'cargo login ‹{alnum:34}7a›',
        'ngrok config add-authtoken ‹{alnum:40}7a›',
        'dotnet nuget push x.nupkg ‹{alnum:40}7a› -Source y',
        'aws configure set aws_secret_access_key ‹{alnum:40}›\n',
        'gh secret set X --body "‹{alnum:40}7a›"',
      ],
      misses: [
        'cargo login --registry my-company-registry',
        'dotnet nuget push ./artifacts/package.1.2.3.nupkg --source x',
        'aws configure set region us-east-1',
        'npm config set registry https://{lower:8}.com/npm',
      ],
    }),
    accept: ({ value: it }) =>
      judgeTold(it) === undefined ? undefined : { reason: 'a command takes its token there' },
  },
  {
    ...placed('given-setting', 'secret of a setting', {
      at: ['from-literal=', 'from-literal ', 'kv put ', 'config:set ', 'secrets set ', 'config set-secret '],
      pattern:
        /(?:from-literal[= ]["']?(?<key>[\w.-]{1,60})=|kv put (?:-\S{1,40} ){0,3}\S{1,80} (?:\w{1,40}=\S{1,40} ){0,4}?(?<field>[\w.-]{1,60})=|(?:config:set|secrets set|config set-secret) (?:-\S{1,30} \S{1,40} ){0,2}?(?:\w{1,40}=\S{1,60} ){0,4}?(?<variable>\w{1,60})[= ])\\?["']?(?<secret>[^\s"'`$<>{}|;\\]{5,400})/i,
      says: '',
      hits: [
        'kubectl create secret generic app --from-literal=db=‹{alnum:9}7a›',
        'vault kv put secret/x db=‹{alnum:9}7a›\n',
        'heroku config:set STRIPE=‹{alnum:40}7a›',
        'fly secrets set STRIPE=‹{alnum:40}7a›',
      ],
      misses: [
        'kubectl create configmap app --from-literal=mode=production',
        'heroku config:set NODE_ENV=production',
        'vault kv put secret/x @data.json',
        'fly secrets set STRIPE=$STRIPE_KEY_2',
      ],
    }),
    accept: judgeSetting,
  },
  {
    ...placed('network-community', "password in a router's configuration", {
      at: [
        'snmp-server ',
        'set snmp ',
        'rocommunity',
        'rwcommunity',
        'com2sec ',
        'createuser ',
        'tacacs-server ',
        'radius-server ',
        'authentication-key ',
        'message-digest-key ',
        'wpa-psk ',
        'pre-shared-key ',
        'plain-text-password-value ',
        'standby ',
        'neighbor ',
        'username ',
      ],
      pattern:
        /(?:(?:snmp-server|set snmp) community |r[ow]community6? |com2sec6? \S{1,40} \S{1,60} |createuser \S{1,40} (?:MD5|SHA\S{0,4}) (?=\\?["']?[^\s"'\\]{8,80}\\?["']?\s{0,4}(?:AES|DES|$))|(?:tacacs|radius)-server (?:host \S{1,60} )?(?:\S{1,20} \d{1,5} ){0,3}key (?:[067] )?|authentication-key (?:\d{1,3} md5 )?|message-digest-key \d{1,3} md5 (?:[07] )?|wpa-psk ascii (?:[08] )?|pre-shared-key (?:ascii-text |local |remote |address \S{1,40} key )?|plain-text-password-value |standby \d{1,3} authentication (?:text |md5 key-string )?|neighbor \S{1,60} password (?:[07] )?|(?:(?<![\w.-])|(?<=\\n))username \S{1,40} (?:privilege \d{1,2} )?(?:password|secret) (?![05-9] ))\\?["']?(?<secret>(?!\*\*)[^\s"'<>{}$;\\]{6,120})(?=["']?(?:\s|\\|;|$))/i,
      says: 'a router or an agent reads its password there',
      words: 'none',
      hits: [
        'snmp-server community ‹{alnum:9}7a› RO\n',
        'rocommunity ‹{alnum:9}7a›\n',
        'radius-server host 10.0.0.1 key ‹{alnum:9}7a›\n',
        ' ip ospf authentication-key ‹{alnum:9}7a›\n',
        'username bob privilege 15 secret ‹{alnum:9}7a›\n',
        'createUser bob SHA "‹{alnum:9}7a›" AES "x"',
      ],
      misses: [
        'snmp-server community public RO',
        'rocommunity public default',
        'username and password required',
        '[Username and Password flow](https://docs.{lower:6}.com/x)',
        'the neighbor password is required',
        'pre-shared-key authentication',
        'a registry that uses username and password authentication, this',
      ],
    }),
    accept: ({ value: it }) =>
      /[,.;:]$/.test(it) || judgeTold(it) === undefined
        ? undefined
        : judgePlaced(it, 'a router or an agent reads its password there', 'none'),
  },
  placed('tagged-password', 'password behind its encoding', {
    at: ['{noop}', '{plain}', '{cleartext}'],
    pattern: /\{(?:noop|plain|cleartext)\}(?<secret>[^\s"'`<>{}\\]{4,100})/i,
    says: 'its tag says that it is in clear',
    hits: [
      `.password("{noop}‹{alnum:9}7a›")`,
      "password: '{noop}‹{alnum:9}7a›'",
      'userPassword: {CLEARTEXT}‹{alnum:9}7a›',
    ],
    misses: ['{noop}', '{plain} text', '{cleartext}<password>'],
  }),
];

function judgeSetting({ text, start, end, value: it, groups, source }: Match): Verdict | undefined {
  const key = groups.key ?? groups.field ?? groups.variable ?? '';
  const told = judgeTold(it);
  if (told === 'strong' || (told !== undefined && groups.variable === undefined))
    return { reason: 'it is put where secrets are kept' };
  return judge({ key, keyStart: start, operator: '=', quote: '"', start, end, fallback: false }, text, source?.path);
}
