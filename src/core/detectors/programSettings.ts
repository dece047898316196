import type { Detector } from './detector';
import { placed } from './placed';
import { shellValue as value } from './shellValue';

/** What a command may have before the option that matters. */
const before = String.raw`(?:\.exe)?\s[^\n|;]{0,160}?(?<=\s)`;

/** Passwords that single programs and libraries take in a form of their own. */
export const programSettings: readonly Detector[] = [
  placed('constant-password', 'password of a setting', {
    at: ['security_credentials,', ...['password', 'passwd', 'passphrase'].flatMap(it => [`${it}, "`, `${it}, \\"`])],
    pattern:
      /(?<=(?<![\w.])(?!assert|expect|equal|verify|check)[a-z][\w.]{0,40}\(\s{0,4}[\w.]{0,60})(?:SECURITY_CREDENTIALS|PASSWORD|PASSWD|PASSPHRASE)\s?,\s{0,4}\\?"(?<secret>[^"\\\s]{4,100})\\?"\s?\)/,
    says: 'a constant that is called so comes before it',
    words: 'none',
    hits: [
      'env.put(Context.SECURITY_CREDENTIALS, "‹{alnum:9}7a›");',
      'options.set(Keys.DB_PASSWORD, "‹{alnum:9}7a›")',
      'builder.withSetting(PASSPHRASE, "‹{alnum:5}7#{alnum:4}›")',
    ],
    misses: [
      'assertEquals(PASSWORD, "{alnum:9}7a")',
      'env.put(Context.SECURITY_CREDENTIALS, password)',
      'login(password, "{alnum:9}7a")',
      'labels.put(PASSWORD, "Password")',
    ],
  }),
  placed('putty-password', 'password on a command line', {
    at: ['plink ', 'plink.exe ', 'pscp ', 'pscp.exe ', 'psftp ', 'putty ', 'putty.exe '],
    pattern: new RegExp(
      String.raw`(?:plink|pscp|psftp|putty)(?:\.exe)?\s[^\n|;]{0,160}?(?<=\s)-pw\s{1,2}${value}`,
      'i',
    ),
    says: 'a command takes its password there',
    hits: [
      'plink -ssh bob@10.0.0.1 -pw ‹{alnum:9}7a› uptime',
      'pscp.exe -pw "‹{alnum:9}7a›" a.txt bob@x:/tmp',
      'putty -load x -pw ‹{alnum:9}7a›\n',
    ],
    misses: ['plink -pw %PASS% bob@x', 'plink -ssh bob@x -P 2222', 'pscp -pwfile {alnum:9}7a a b'],
  }),
  placed('bind-password', 'password of a directory', {
    at: ['bindpw', 'bind_pw'],
    pattern:
      /(?<=(?:^|\n|\\n)[ \t]{0,8}(?:root|ldap_?)?)bind_?pw(?:[ \t]|\\t){1,20}(?<secret>[^\s"'<>{}$%\\]{4,100})(?=\s|\\[nr]|$)/,
    says: 'a program signs in to its directory by it',
    hits: [
      'uri x\nbindpw ‹{alnum:9}7a›\n',
      'binddn cn=x\nbindpw\t‹{alnum:9}7a›\n',
      'base y\nrootbindpw ‹{alnum:5}7#{alnum:4}›\n',
    ],
    misses: ['bindpw <password>\n', 'the bindpw of the directory', 'bindpw ${LDAP_PASSWORD}'],
  }),
  placed('job-password', 'password of a build', {
    at: ['password(name', 'password( name', 'password name:'],
    pattern:
      /password[( ]\s?name:\s?\\?["'][\w.-]{1,60}\\?["'],\s{0,20}(?:description:\s?\\?["'][^"'\n]{0,100}["'],\s{0,20})?defaultValue:\s?\\?["'](?<secret>[^"'\s\\]{4,100})\\?["']/,
    says: 'a build takes it where nobody gives another',
    hits: [
      "password(name: 'PW', defaultValue: '‹{alnum:9}7a›', description: '')",
      'password(name: "PW", description: "of the database", defaultValue: "‹{alnum:9}7a›")',
      "password name: 'PW', defaultValue: '‹{alnum:9}7a›'",
    ],
    misses: [
      "password(name: 'PW', defaultValue: '', description: '')",
      "password(name: 'PW', defaultValue: params.PW)",
      "string(name: 'WHERE', defaultValue: '{alnum:9}7a')",
    ],
  }),
  placed('tool-password', 'password on a command line', {
    at: [
      'ssh-keygen ',
      'unlock-keychain',
      'generic-password',
      'internet-password',
      'evil-winrm',
      'hydra ',
      'mosquitto_',
      'rabbitmqadmin',
      'nuget add source',
      'nuget update source',
      'config http-basic.',
      'rclone obscure ',
      'drush user-password ',
      'drush upwd ',
      'bw login ',
      'winexe ',
      'psexec',
      'secretsdump',
      'wmiexec',
      'smbexec',
    ],
    pattern: new RegExp(
      String.raw`(?:ssh-keygen${before}-[NP]\s{1,2}|unlock-keychain${before}-p\s{1,2}|(?:generic|internet)-password${before}-w\s{1,2}|(?:evil-winrm|hydra|rabbitmqadmin|nuget (?:add|update) source)${before}-p\s{1,2}|mosquitto_(?:pub|sub|rr)${before}-P\s{1,2}|config http-basic\.\S{1,40} \S{1,60} |rclone obscure |drush (?:user-password|upwd) \S{1,40} |bw login [^\s@]{1,60}@\S{2,60} |winexe${before}-U\s{0,2}["']?[\w.\\/-]{1,40}%|(?:psexec|secretsdump|wmiexec|smbexec)(?:\.py)?\s[^\n|;]{0,80}?[\w.-]{1,40}\/[\w.-]{1,40}:(?=['"]))${value}`,
    ),
    says: 'a command takes its password there',
    hits: [
      'ssh-keygen -t rsa -N "‹{alnum:9}7a›" -f k',
      'security unlock-keychain -p ‹{alnum:9}7a› x.keychain',
      "evil-winrm -i 10.0.0.1 -u bob -p '‹{alnum:5}7#{alnum:4}›'",
      'mosquitto_sub -h x -u bob -P ‹{alnum:9}7a› -t y',
      "secretsdump.py acme/bob:'‹{alnum:9}7a›'@10.0.0.1",
      'poetry config http-basic.x bob ‹{alnum:9}7a›\n',
      'dotnet nuget add source https://x -u bob -p ‹{alnum:9}7a›\n',
    ],
    misses: [
      'ssh-keygen -t ed25519 -N "" -f k',
      'ssh-keygen -t ed25519 -N "$PASS" -f k',
      'mosquitto_sub -h x -p 1883 -t y',
      'security unlock-keychain -p "$KEYCHAIN_PASSWORD" x.keychain',
      'poetry config http-basic.x $USER $PASS',
    ],
  }),
  placed('directive-secret', 'password of a service', {
    at: [
      'auth-pass ',
      'register =>',
      'register=>',
      ']:587',
      ']:465',
      ']:25',
      'pre-shared-key address',
      'set_header x-',
      'password 7 ',
    ],
    pattern:
      /(?:sentinel auth-pass \S{1,60} |auth-pass [\w.-]{1,60} (?=\S{6,100}\s{0,4}(?:\n|$))|register ?=> ?[\w.+-]{1,60}:(?=[^\s@]{4,60}@)|\]:(?:587|465|25)[ \t]{1,20}[\w.@+-]{1,60}:|pre-shared-key address (?:[\d.]{7,15} ){1,2}key |set_header x-[\w-]{0,20}(?:key|token|secret)[ \t]{1,12}["']?|password 7 (?=\d\d[\dA-F]{4,100}(?:\s|\\n|$)))(?<secret>[^\s"'@;<>{}$%\\]{4,200})/i,
    says: 'a service reads its password there',
    words: 'none',
    hits: [
      'sentinel auth-pass mymaster ‹{alnum:9}7a›\n',
      'register => bob:‹{alnum:9}7a›@sip.{lower:6}.com/bob',
      '[smtp.{lower:6}.com]:587 bob:‹{alnum:9}7a›\n',
      'pre-shared-key address 0.0.0.0 0.0.0.0 key ‹{alnum:9}7a›\n',
      'proxy_set_header X-Api-Key ‹{alnum:30}7a›;',
      'line vty 0 4\n password 7 ‹08{HEX:14}›\n',
    ],
    misses: [
      'sentinel auth-pass <master-name> <password>',
      'register => user:password@host',
      'proxy_set_header X-Forwarded-For $remote_addr;',
      'proxy_set_header X-Api-Key $http_x_api_key;',
      '[::1]:25 [2001:db8::1]:25',
    ],
  }),
  placed('joint-password', 'password among several values', {
    at: ['password =', 'passwd =', 'pwd =', 'pass =', 'pw =', 'password=', 'pwd='],
    pattern:
      /(?<=(?:^|[\n;]|\\n)[ \t]{0,24}[A-Za-z_][\w.]{0,40}, ?\w{0,24})(?:password|passwd|pwd|pass|pw) ?= ?\\?(?<quote>["'])[^"'\n\\]{1,80}\\?\k<quote>, ?\\?\k<quote>(?<secret>[^"'\s\\]{4,100})\\?\k<quote>(?=[ \t]{0,20}(?:[\r\n;#]|\\n|$))/i,
    says: 'a name in the same place among the names says so',
    words: 'none',
    hits: [
      'import x\nUSERNAME, PASSWORD = "admin", "‹{alnum:9}7a›"\n',
      "import x\n    user, pwd = 'bob', '‹{alnum:9}7a›'\n",
      'x = 1\nlogin, db_password = "bob", "‹{alnum:5}7#{alnum:4}›"\n',
    ],
    misses: [
      'x = 1\nuser, password = "bob", "letters"\n',
      'x = 1\nuser, password = get("bob"), "{alnum:9}7a"\n',
      'x = 1\nuser, password = "bob", "{alnum:9}7a" + y\n',
    ],
  }),
  placed('named-argument', 'secret of a setting', {
    at: ['setattr(', '<param-value>', 'field(default', 'field("', "field('", 'field(\\"'],
    pattern:
      /(?:setattr\([\w.]{1,40}, ?\\?["']\w{0,20}(?:password|passwd|secret|token|api_key)\\?["'], ?\\?["']|(?<=<param-name>[\w.-]{0,40}(?:password|passwd|pwd|secret|token|api[-_.]?key)<\/param-name>(?:\s|\\[nt]){0,40})<param-value>|(?<=\b\w{0,20}(?:password|passwd|secret|token|api_key): ?[\w[\]. |]{1,30} ?= ?)Field\((?:default ?= ?)?\\?["'])(?<secret>[^"'<>\s\\]{4,200})(?=\\?["'] ?[,)]|<)/i,
    says: 'the name beside it says so',
    words: 'none',
    hits: [
      'setattr(user, "password", "‹{alnum:9}7a›")',
      '<param-name>db.password</param-name>\n<param-value>‹{alnum:9}7a›</param-value>',
      'password: str = Field(default="‹{alnum:9}7a›")',
    ],
    misses: [
      'setattr(user, "name", "{alnum:9}7a")',
      '<param-name>db.password</param-name><param-value>letters</param-value>',
      'password: str = Field(default="password")',
      'token: str = Field(default=None)',
    ],
  }),
];
