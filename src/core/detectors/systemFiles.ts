import { judgePlaced } from '../judge/judgePlaced';
import type { Detector, Match, Verdict } from './detector';
import { placed } from './placed';

/** Secrets in the files of systems and networks: accounts, routers, tunnels, tickets. */
export const systemFiles: readonly Detector[] = [
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
    id: 'secret/crypt-hash',
    title: 'hash of a password',
    severity: 'warning',
    tier: 'possible',
    keywords: ['$2y$', '$2a$', '$2b$', '$apr1$', '$5$', '$6$', '$y$', '$argon2', '$scrypt$', 'pbkdf2_sha', 'scrypt:'],
    boundary: 'none',
    pattern:
      /(?:\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}|\$apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|\$[56]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}|\$y\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}|\$(?:argon2(?:id?|d)|scrypt)\$[\w=,$]{4,60}\$[A-Za-z0-9+/.]{10,90}\$[A-Za-z0-9+/.]{20,180}={0,2}|pbkdf2_sha\d{1,3}\$\d{1,8}\$[A-Za-z0-9+/=]{4,60}\$[A-Za-z0-9+/]{27,90}={0,2}|scrypt:\d{1,7}:\d{1,3}:\d{1,3}\$[A-Za-z0-9]{4,60}\$[0-9a-f]{64,128})(?![\w./])/i,
    accept: ({ value }) => (/x{6}|\.{4}/i.test(value) ? undefined : { reason: 'passwords can be tried against it' }),
    hits: [
      "password_hash = '‹$2b$12${alnum:53}›'",
      'VALUES (1, "‹$6${alnum:16}${alnum:86}›");',
      'hash: ‹$argon2id$v=19$m=65536,t=3,p=4${alnum:22}${alnum:43}›',
      '"password": "‹pbkdf2_sha256$260000${alnum:22}${alnum:43}=›"',
    ],
    misses: ['password: $2y05${alnum:53}', "hash = '$6${alnum:16}'", '$argon2id$v=19$m=65536,t=3,p=4$salt'],
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
